/** What a diagram says before there is a machine to draw. */
import { EmptyState } from '../../design/EmptyState';
import { isBusy, useLab } from '../../store/lab';

export function NothingShown({ what }: { readonly what: string }) {
  const busy = useLab(({ phase }) => isBusy(phase));
  return (
    <EmptyState title={busy ? 'The machine is running.' : 'Nothing has run yet.'}>
      {busy ? `${what} appears here when it stops.` : `Press Run (Ctrl+Enter). ${what} then appears here.`}
    </EmptyState>
  );
}
