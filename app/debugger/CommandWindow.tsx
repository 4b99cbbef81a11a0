/** Debugger commands, with completion and help. Not built yet. */
import { EmptyState } from '../design/EmptyState';

export function CommandWindow() {
  return <EmptyState title="Not built yet." />;
}
