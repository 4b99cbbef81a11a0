/** Tells each step in one plain sentence. Not built yet. */
import { EmptyState } from '../design/EmptyState';

export function Narration() {
  return <EmptyState title="Not built yet." />;
}
