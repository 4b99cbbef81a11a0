/** Who holds on to something: open handles and references of an object, threads that wait for it or have issued it. */
import { useMemo } from 'react';
import type { ProcessesView } from '../../kernel-sim/protocol/views-threads';
import { useView } from '../store/views';
import { SheetView } from './SheetView';
import { keyed, row, section, sheet, to } from './sheet';
import { handleRows } from './sheets-memory';

export function References({ address }: { readonly address: string }) {
  const { now: object } = useView({ kind: 'object', address });
  const { now: processes } = useView({ kind: 'processes' });
  const shown = useMemo(() => {
    const isObject = object && !('problem' in object) && object.state !== 'no header';
    const counts = isObject ? `${object.pointerCount}, of which ${object.handleCount} of handles` : undefined;
    const waiting = processes && !('problem' in processes) ? waitersFor(address, processes) : [];
    return sheet(
      '',
      'plain',
      section('', counts === undefined ? undefined : row('References', counts), isObject ? handleRows(object) : []),
      section('Waited for by', waiting),
    );
  }, [address, object, processes]);
  if (shown.sections.length === 0)
    return (
      <p className="debug-empty">
        No handle leads to it, and no thread waits for it. Pointers to it that lie in memory are not searched for.
      </p>
    );
  return <SheetView sheet={shown} changed={NONE} />;
}

const NONE: ReadonlySet<string> = new Set();

function waitersFor(address: string, { processes }: ProcessesView) {
  return processes.entries.flatMap((process) => {
    if ('problem' in process) return [];
    return process.threads.entries.flatMap((thread) => {
      if ('problem' in thread || !thread.wait) return [];
      const waits = thread.wait.objects.entries.some((one) => !('problem' in one) && one.object === address);
      const subject = { kind: 'thread', thread: thread.address } as const;
      return waits ? [keyed(thread.address, `Thread ${thread.tid}`, to(subject, `of ${thread.image}`))] : [];
    });
  });
}
