/** Not built yet. */
import { EmptyState } from '../../design/EmptyState';

export default function IoctlDiagram() {
  return <EmptyState title="This diagram is not built yet." />;
}
