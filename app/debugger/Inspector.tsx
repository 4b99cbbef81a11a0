/**  typed, with its history. Not built yet. */
import { EmptyState } from '../design/EmptyState';

export function Inspector() {
  return <EmptyState title="Not built yet." />;
}
