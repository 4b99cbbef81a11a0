/** Not built yet. */
import { EmptyState } from '../../design/EmptyState';

export default function BuffersDiagram() {
  return <EmptyState title="This diagram is not built yet." />;
}
