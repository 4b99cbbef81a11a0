/** After the last step: what the learner can do now, what the model left out, and where to go on. */
import { ArrowRight, Check, CircleDashed } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { COURSE } from '../../lessons/course';
import { Button } from '../design/Button';
import { openLesson, useLesson } from '../store/lesson';
import { LeftOut } from './LeftOut';
import { LessonSentence } from './LessonText';
import { END } from './model/steps';
import { player } from './the-player';

const HandIn = lazy(() => import('./record/HandIn'));

export function EndStep() {
  const loaded = useLesson((state) => state.loaded);
  const id = useLesson((state) => state.id);
  // The outline follows from it.
  useLesson((state) => state.progress);
  if (!loaded) return null;
  const { lesson } = loaded;
  const open = player.outline().filter(({ id: step, state }) => step !== END && state === 'open');
  const next = COURSE[COURSE.findIndex((entry) => entry.id === id) + 1];
  return (
    <div className="lesson-end">
      <section>
        <h4>{open.length === 0 ? 'You can now' : 'When every step is done, you can'}</h4>
        <p className="lesson-objective">
          <LessonSentence text={lesson.objective} />
        </p>
      </section>
      <section>
        <h4>{open.length === 0 ? 'Every step is done' : 'Still open'}</h4>
        {open.length === 0 ? (
          <p className="lesson-state is-good">
            <Check size={14} aria-hidden="true" /> {lesson.steps.length} of {lesson.steps.length}
          </p>
        ) : (
          <ul className="lesson-open">
            {open.map(({ id: step, title }) => (
              <li key={step}>
                <button type="button" className="lesson-link" onClick={() => player.goTo(step)}>
                  <CircleDashed size={14} aria-hidden="true" /> {title}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <LeftOut of={lesson} heading="h4" />
      <Suspense>
        <HandIn />
      </Suspense>
      <div className="lesson-actions">
        {next ? (
          <Button
            label={`Next lesson: ${next.title}`}
            look="go"
            icon={<ArrowRight size={15} aria-hidden="true" />}
            onClick={() => openLesson(next.id)}
          />
        ) : (
          <Button label="Back to the course" look="go" onClick={() => player.close()} />
        )}
      </div>
    </div>
  );
}
