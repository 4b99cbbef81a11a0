/** The left place: the lesson, or what to begin with. Not built yet. */
import { EmptyState } from '../design/EmptyState';

export function LessonPlace() {
  return <EmptyState title="Not built yet." />;
}
