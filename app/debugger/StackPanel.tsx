/** The call stack and the variables of the chosen frame. Not built yet. */
import { EmptyState } from '../design/EmptyState';

export function StackPanel() {
  return <EmptyState title="Not built yet." />;
}
