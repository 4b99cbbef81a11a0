/** Not built yet. */
import { EmptyState } from '../../design/EmptyState';

export default function ModesDiagram() {
  return <EmptyState title="This diagram is not built yet." />;
}
