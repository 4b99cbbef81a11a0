/** Not built yet. */
import { EmptyState } from '../../design/EmptyState';

export default function HandlesDiagram() {
  return <EmptyState title="This diagram is not built yet." />;
}
