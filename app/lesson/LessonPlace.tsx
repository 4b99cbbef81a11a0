/**
 * The left place: the lesson that is open, or the start page. The player is loaded with the first lesson; what is needed for the first picture is small.
 */
import { lazy, Suspense, useEffect } from 'react';
import { EmptyState } from '../design/EmptyState';
import { holdIdle } from '../shell/idle';
import { useLesson } from '../store/lesson';
import { greet } from './first-visit';
import { registerLearnActions } from './learn-actions';
import { StartPage } from './StartPage';
import './lesson.css';

const Player = lazy(() => import('./Player'));

registerLearnActions();

export function LessonPlace() {
  const id = useLesson((state) => state.id);
  useEffect(greet, []);
  return (
    <section className="pane lesson-place" aria-label="Lesson and start page">
      {id === undefined ? (
        <StartPage />
      ) : (
        <Suspense fallback={<Opening />}>
          <Player key={id} id={id} />
        </Suspense>
      )}
    </section>
  );
}

function Opening() {
  useEffect(holdIdle, []);
  return <EmptyState title="Opening the lesson" />;
}
