/**
 * What the left place shows without a lesson: what this is in three sentences, where to begin, the course with how far one is, samples that run when they
 * are chosen, and the tour.
 */
import { Check, Compass, GraduationCap, Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { COURSE, type CourseEntry } from '../../lessons/course';
import { Button } from '../design/Button';
import { SAMPLES, type SampleId } from '../samples/samples';
import { runProject } from '../shell/actions';
import { useLab } from '../store/lab';
import { showDialog } from '../store/layout';
import { openLesson, useLesson } from '../store/lesson';
import { keptProgress, type LessonProgress } from '../store/lesson-progress';
import { openProject, useProject } from '../store/project';

export function StartPage() {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useLesson((state) => state.arrival.count);
  // Back from a lesson.
  useEffect(() => {
    if (arrival > 0) heading.current?.focus();
  }, [arrival]);
  return (
    <div className="start">
      <header className="start-hero">
        <h2 ref={heading} tabIndex={-1}>
          Write a driver. <span className="start-whole">Press Run.</span> Watch the kernel, forwards and backwards.
        </h2>
        <p>
          Your C code runs on a simulated Windows-style kernel, here in the page. Every instant of the run is kept: go
          to any of them and look inside.
        </p>
        <Begin />
      </header>
      <section aria-labelledby="start-course">
        <h3 id="start-course">Course</h3>
        <ol className="start-list">
          {COURSE.map((entry) => (
            <LessonEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="start-samples">
        <h3 id="start-samples">Run a sample at once</h3>
        <ul className="start-list">
          {SAMPLES.map(({ id, title, about }) => (
            <SampleEntry key={id} id={id} title={title} about={about} />
          ))}
        </ul>
      </section>
      <Button
        label="Take the tour"
        icon={<Compass size={15} aria-hidden="true" />}
        tip="Six stops, one minute"
        onClick={() => showDialog('tour')}
      />
    </div>
  );
}

/** The one big action: the lesson that was begun and not finished, or else the first that is not done. */
function Begin() {
  const known = COURSE.map((entry) => ({ entry, progress: keptProgress(entry.id) }));
  const begun = known
    .filter(({ progress }) => isBegun(progress) && !isFinished(progress))
    .sort((a, b) => (b.progress?.changed ?? 0) - (a.progress?.changed ?? 0))[0];
  const chosen = begun ?? known.find(({ progress }) => !isFinished(progress));
  if (!chosen) return null;
  const { id, title, minutes } = chosen.entry;
  return (
    <button type="button" className="button is-go start-begin" onClick={() => openLesson(id)}>
      <GraduationCap size={20} aria-hidden="true" />
      <span>
        <span className="start-begin-title">
          {begun ? 'Go on' : 'Start'}: {title}
        </span>
        <span className="start-begin-note">{begun ? 'where you left off' : `${minutes} minutes, step by step`}</span>
      </span>
    </button>
  );
}

function LessonEntry({ entry: { id, title, minutes, module } }: { readonly entry: CourseEntry }) {
  const progress = keptProgress(id);
  const isDone = isFinished(progress);
  const state = isDone ? 'done' : isBegun(progress) ? `${progress?.done.length} steps done` : `${minutes} min`;
  return (
    <li>
      <button type="button" className="start-entry" onClick={() => openLesson(id)}>
        <GraduationCap size={15} aria-hidden="true" />
        <span className="start-entry-text">
          <span className="start-entry-title">{title}</span>
          <span className="hint">{module}</span>
        </span>
        <span className={isDone ? 'start-entry-state is-done' : 'start-entry-state'}>
          {isDone && <Check size={14} aria-hidden="true" />} {state}
        </span>
      </button>
    </li>
  );
}

interface SampleProps {
  readonly id: SampleId;
  readonly title: string;
  readonly about: string;
}

function SampleEntry({ id, title, about }: SampleProps) {
  const isOpen = useProject(({ project }) => project.id === `sample:${id}`);
  const isLoading = useLab(({ phase }) => phase === 'loading');
  const run = () => {
    openProject(`sample:${id}`);
    runProject();
  };
  return (
    <li>
      <button
        type="button"
        className="start-entry"
        aria-disabled={isLoading || undefined}
        aria-label={`Run ${title}: ${about}`}
        onClick={isLoading ? undefined : run}
      >
        <Play size={14} aria-hidden="true" />
        <span className="start-entry-text">
          <span className="start-entry-title">{title}</span>
          <span className="hint">{about}</span>
        </span>
        {isOpen && <span className="start-entry-state">open</span>}
      </button>
    </li>
  );
}

function isBegun(progress: LessonProgress | undefined): boolean {
  return progress !== undefined && progress.done.length > 0;
}

/** The end was reached. */
function isFinished(progress: LessonProgress | undefined): boolean {
  return progress?.finished === true;
}
