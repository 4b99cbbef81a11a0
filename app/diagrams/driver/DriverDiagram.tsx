/** Not built yet. */
import { EmptyState } from '../../design/EmptyState';

export default function DriverDiagram() {
  return <EmptyState title="This diagram is not built yet." />;
}
