/**
 * The lesson in its place: which step one is at, its text, what is to be done, and the way on. The focus moves to the heading of the step that one goes
 * to; what a step has to say is said once, for screen readers too.
 */
import { ArrowLeft, ArrowRight, Check, ChevronDown, House, Lock, RotateCcw, Undo2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { DIAGRAM_LIST } from '../diagrams/registry';
import { holdIdle } from '../shell/idle';
import { useLab } from '../store/lab';
import { showRight, useLayout } from '../store/layout';
import { useLesson } from '../store/lesson';
import { useKeeping } from '../store/persistence-show';
import { openLessonProject, useProject } from '../store/project';
import { EndStep } from './EndStep';
import { ExplainStep } from './ExplainStep';
import { FilesBeside } from './FilesBeside';
import { LessonSentence, LessonText } from './LessonText';
import { END } from './model/steps';
import { OrderStep } from './OrderStep';
import { OnPaper } from './paper/OnPaper';
import { registerPlayerActions } from './player-actions';
import { Question } from './Question';
import { RunStep } from './RunStep';
import { TaskStep } from './TaskStep';
import { player } from './the-player';
import './player.css';
import './steps.css';

const InstructorNotes = lazy(() => import('./InstructorNotes'));

registerPlayerActions();

/** Time is counted in pieces of this length. */
const SECONDS = 10;

export default function Player({ id }: { readonly id: string }) {
  const isLoaded = useLesson((state) => state.loaded !== undefined);
  const problem = useLesson((state) => state.problem);
  // The files as an earlier visit left them come first, else the lesson would open its own in their place.
  const isReady = useKeeping((state) => state.isReady);
  useEffect(() => {
    const release = holdIdle();
    if (isReady) void player.open(id).finally(release);
    return release;
  }, [id, isReady]);
  useDecisions();
  useTime();
  if (problem !== undefined) {
    return (
      <EmptyState
        title="This lesson cannot be opened."
        action={<Button label="Back to the course" onClick={() => player.close()} />}
      >
        {problem}
      </EmptyState>
    );
  }
  if (!isLoaded) return <EmptyState title="Opening the lesson" />;
  return (
    <article className="lesson" aria-label="Lesson">
      <Head />
      <Body />
      <Note />
      <Foot />
      <FilesBeside />
      <OnPaper />
      <Teaching />
    </article>
  );
}

function Teaching() {
  const isTeaching = useLesson((state) => state.isTeaching);
  return <Suspense>{isTeaching && <InstructorNotes />}</Suspense>;
}

function Head() {
  const lesson = useLesson((state) => state.loaded?.lesson);
  const step = useLesson((state) => state.progress?.step);
  useLesson((state) => state.progress?.done);
  const [isOpen, setIsOpen] = useState(false);
  const outline = player.outline();
  const at = outline.findIndex(({ id }) => id === step);
  const count = outline.length - 1;
  if (!lesson) return null;
  return (
    <header className="lesson-head">
      <div className="lesson-head-row">
        <Button
          label="Start page"
          iconOnly
          look="quiet"
          size="small"
          icon={<House size={15} aria-hidden="true" />}
          onClick={() => player.close()}
        />
        <h2 className="lesson-title">{lesson.title}</h2>
        <span className="lesson-minutes">{lesson.minutes} min</span>
        <Button
          label="Begin anew"
          tip="Puts files and answers back to the beginning. You can undo it."
          iconOnly
          look="quiet"
          size="small"
          icon={<RotateCcw size={15} aria-hidden="true" />}
          onClick={() => player.reset()}
        />
      </div>
      <button type="button" className="lesson-steps-button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span className="lesson-bar" aria-hidden="true">
          {outline.map(({ id, state }, i) => (
            <span key={id} className={`lesson-bar-part is-${state}${i === at ? ' is-here' : ''}`} />
          ))}
        </span>
        <span>{step === END ? 'The end' : `Step ${at + 1} of ${count}`}</span>
        <ChevronDown size={14} aria-hidden="true" className={isOpen ? 'is-turned' : undefined} />
      </button>
      {isOpen && (
        <nav aria-label="Steps of the lesson">
          <ol className="lesson-steps">
            {outline.map(({ id, title, state }) => (
              <li key={id}>
                <button
                  type="button"
                  className="lesson-step"
                  aria-current={id === step ? 'step' : undefined}
                  aria-disabled={state === 'locked' || undefined}
                  onClick={() => {
                    if (state === 'locked') return;
                    player.goTo(id);
                    setIsOpen(false);
                  }}
                >
                  <span className="lesson-step-mark">
                    {state === 'done' && <Check size={14} aria-hidden="true" />}
                    {state === 'locked' && <Lock size={12} aria-hidden="true" />}
                  </span>
                  <span>{title}</span>
                  {state !== 'open' && <span className="visually-hidden">, {state}</span>}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </header>
  );
}

function Body() {
  const loaded = useLesson((state) => state.loaded);
  const id = useLesson((state) => state.progress?.step);
  const arrival = useLesson((state) => state.arrival);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arrival.count === 0) return;
    body.current?.scrollTo({ top: 0 });
    if (arrival.at === 'heading') heading.current?.focus();
  }, [arrival]);
  if (!loaded || id === undefined) return null;
  const { lesson, sections } = loaded;
  const step = lesson.steps.find((one) => one.id === id);
  const section = sections.find((one) => one.id === id);
  const isFirst = step !== undefined && step === lesson.steps[0];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must take the focus
    <section className="lesson-body" ref={body} tabIndex={0} aria-label="Step">
      <OtherFiles />
      <AfterReset />
      <h3 className="lesson-heading" ref={heading} tabIndex={-1}>
        {step ? section?.title : 'What you learned'}
      </h3>
      {isFirst && (
        <p className="lesson-objective">
          <strong>Afterwards you can:</strong> <LessonSentence text={lesson.objective} />
        </p>
      )}
      {section && <LessonText markdown={section.markdown} />}
      {step === undefined && <EndStep />}
      {(step?.kind === 'predict' || step?.kind === 'transfer' || step?.kind === 'recall') && (
        <Question key={id} step={step} />
      )}
      {step?.kind === 'run' && <RunStep key={id} step={step} />}
      {step?.kind === 'order' && <OrderStep key={id} step={step} />}
      {step?.kind === 'task' && <TaskStep key={id} step={step} />}
      {step?.kind === 'explain' && <ExplainStep key={id} step={step} />}
      {step?.diagrams && <LookAt diagrams={step.diagrams} />}
    </section>
  );
}

/** The sentence about what was done last, seen wherever the step is scrolled to; the place of it is always there, so that it is heard. */
function Note() {
  const note = useLesson((state) => state.note);
  const id = useLesson((state) => state.progress?.step);
  const isHere = note !== undefined && note.step === id;
  return (
    <p className={isHere ? `lesson-note is-${note.tone}` : undefined} role="status">
      {isHere && note.text}
      {isHere && note.more && <span className="visually-hidden"> {note.more}</span>}
    </p>
  );
}

function LookAt({ diagrams }: { readonly diagrams: readonly (typeof DIAGRAM_LIST)[number]['id'][] }) {
  const front = useLayout((state) => state.right);
  return (
    <div className="lesson-look">
      <span className="hint">Look at</span>
      {DIAGRAM_LIST.filter(({ id }) => diagrams.includes(id)).map(({ id, title }) => (
        <Button key={id} label={title} size="small" pressed={front === id} onClick={() => showRight(id)} />
      ))}
    </div>
  );
}

/** The learner has opened something else in the source place. */
function OtherFiles() {
  const loaded = useLesson((state) => state.loaded);
  const isOther = useProject(({ project }) => project.id !== `lesson:${loaded?.lesson.id}`);
  if (!loaded || !isOther) return null;
  return (
    <div className="lesson-notice">
      <p>Other files are open.</p>
      <Button
        label="Back to the files of this lesson"
        size="small"
        onClick={() => openLessonProject(loaded.lesson, loaded.files)}
      />
    </div>
  );
}

function AfterReset() {
  const before = useLesson((state) => state.beforeReset);
  if (!before) return null;
  return (
    <div className="lesson-notice" role="status">
      <p>Files and answers are back at the beginning.</p>
      <Button
        label="Undo"
        size="small"
        icon={<Undo2 size={14} aria-hidden="true" />}
        onClick={() => player.undoReset()}
      />
    </div>
  );
}

function Foot() {
  const step = useLesson((state) => state.progress?.step);
  useLesson((state) => state.progress?.answers);
  const isDone = useLesson(({ progress, loaded }) => {
    const kind = loaded?.lesson.steps.find(({ id }) => id === progress?.step)?.kind;
    return kind === 'read' || progress?.done.includes(progress.step) === true;
  });
  const isEnd = step === END;
  return (
    <footer className="lesson-foot">
      <Button
        label="Back"
        look="quiet"
        icon={<ArrowLeft size={15} aria-hidden="true" />}
        shortcut="Alt+PageUp"
        unavailable={!player.canGo(-1)}
        onClick={() => player.previous()}
      />
      {!isEnd && (
        <Button
          label={player.canGo(1) ? 'Next' : 'Answer first'}
          look={isDone ? 'go' : 'plain'}
          icon={<ArrowRight size={15} aria-hidden="true" />}
          shortcut="Alt+PageDown"
          unavailable={!player.canGo(1)}
          onClick={() => player.next()}
        />
      )}
    </footer>
  );
}

/** Every run of the lesson decides the predictions that wait for one, whoever began it. */
function useDecisions(): void {
  useEffect(
    () =>
      useLab.subscribe(({ phase, shown }, previous) => {
        const hasCome = phase === 'standing' && shown !== undefined && previous.phase !== 'standing';
        const isLessons = useProject.getState().project.id === `lesson:${useLesson.getState().id}`;
        if (hasCome && isLessons && !useLesson.getState().doing) void player.ranByHand(shown);
      }),
    [],
  );
}

function useTime(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') player.spend(SECONDS);
    }, SECONDS * 1000);
    return () => clearInterval(timer);
  }, []);
}
