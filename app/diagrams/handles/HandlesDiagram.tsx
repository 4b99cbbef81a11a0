/**
 * The handle table of the current process (or another that was chosen), the objects behind it and their names. What is drawn is `handlesPicture` of the
 * views at the shown instant.
 */
import { useMemo } from 'react';
import type { ViewQueryOf } from '../../../kernel-sim/protocol/views';
import { EmptyState } from '../../design/EmptyState';
import { useLab } from '../../store/lab';
import { useView, type Viewed } from '../../store/views';
import { DiagramFrame } from '../DiagramFrame';
import { useChoice } from '../shared/choices';
import { isProblem, known } from '../shared/facts';
import { NothingShown } from '../shared/NothingShown';
import { Picker } from '../shared/Picker';
import { useViewPairs } from '../shared/view-pairs';
import { Wires } from '../shared/Wires';
import { HandleList, NamespaceTree, ObjectList } from './HandlesParts';
import { handlesPicture, handlesText, neededObjects, visibleHandles } from './model';
import '../shared/shared.css';
import './handles.css';

const FOLLOWS = 'the current process';

export default function HandlesDiagram() {
  const hasMachine = useLab((state) => state.shown !== undefined);
  const current = useLab(({ situation, shown }) => situation?.pid ?? shown?.pid);
  const [chosen, choose] = useChoice<number>('handles');
  const { now: processes } = useView<'processes'>(hasMachine ? { kind: 'processes' } : undefined);
  if (!hasMachine) return <NothingShown what="The handle table of the current process" />;
  const list = known(processes)?.processes.entries.flatMap((one) => (isProblem(one) ? [] : [one])) ?? [];
  const isThere = list.some(({ pid }) => pid === chosen);
  const controls = (
    <Picker
      label="Which process"
      items={[
        { id: FOLLOWS, label: FOLLOWS },
        ...list.map(({ pid, image, handles }) => ({
          id: String(pid),
          label: `${image} ${pid}`,
          about: `${handles} handles${image === 'System' ? '; its table is the kernel’s own' : ''}`,
        })),
      ]}
      selected={isThere ? String(chosen) : FOLLOWS}
      onSelect={(id) => choose(id === FOLLOWS ? undefined : Number(id))}
    />
  );
  const pid = isThere ? chosen : current;
  return <Handles pid={pid} controls={controls} />;
}

interface Props {
  /** Undefined: the process of the thread that runs. */
  readonly pid: number | undefined;
  readonly controls: React.ReactNode;
}

function Handles({ pid, controls }: Props) {
  const [showAll = false, setShowAll] = useChoice<boolean>('handles.all');
  const irp = useLab((state) => state.situation?.request?.irp);
  const device = useLab((state) => state.situation?.request?.device);
  const { now: irpView } = useView<'irp'>(irp === undefined ? undefined : { kind: 'irp', address: irp });
  const usedFile = known(known(irpView)?.file ?? undefined)?.address;
  const table = useView<'handles'>({ kind: 'handles', ...(pid !== undefined && { process: pid }) });
  const { now: names } = useView<'namespace'>({ kind: 'namespace', deep: true });
  const namespace = known(known(names)?.directory);
  const view = known(table.now);

  const shown = useMemo(() => (view ? visibleHandles(view, usedFile, showAll) : []), [view, usedFile, showAll]);
  const files = useByAddress<'file'>(
    'file',
    useMemo(() => neededObjects(shown, new Map(), undefined).files, [shown]),
  );
  const objects = useByAddress<'object'>(
    'object',
    useMemo(() => neededObjects(shown, files.now, namespace).objects, [shown, files, namespace]),
  );
  /** A completed IRP names no file any more: then it is the file on the request's device. */
  const used = useMemo(() => {
    const onDevice = [...files.now].find(([, file]) => {
      const its = known(known(file)?.device ?? undefined)?.address;
      return its !== undefined && its === device;
    });
    return usedFile ?? onDevice?.[0];
  }, [usedFile, files, device]);
  const picture = useMemo(
    () =>
      view &&
      handlesPicture(
        view,
        { handles: view, files: files.now, objects: objects.now },
        { handles: known(table.before), files: files.before, objects: objects.before },
        { namespace, usedFile: used, showAll },
      ),
    [view, table, files, objects, namespace, used, showAll],
  );

  const why = isProblem(table.now) ? table.now.problem : '';
  if (!picture) {
    return (
      <DiagramFrame title="Handles" text={[why || 'They are being looked up.']} controls={controls}>
        {why && (
          <EmptyState title="There is no handle table at this instant.">
            <p>Why: {why}.</p>
            Go to an instant at which the program runs, or choose another process.
          </EmptyState>
        )}
      </DiagramFrame>
    );
  }
  return (
    <DiagramFrame title={picture.title} text={handlesText(picture)} controls={controls}>
      {picture.rows.length === 0 && picture.closed.length === 0 ? (
        <EmptyState title="No handle is open here at this instant.">
          CreateFile, CreateEvent and their like open one: step over such a call, or choose another process.
        </EmptyState>
      ) : (
        <div className="handles">
          <Wires wires={picture.wires} className="handles-grid">
            <HandleList picture={picture} showAll={showAll} onShowAll={setShowAll} />
            <ObjectList picture={picture} />
            <NamespaceTree picture={picture} />
          </Wires>
        </div>
      )}
    </DiagramFrame>
  );
}

/** Views of one kind by the address that each is about. */
function useByAddress<K extends 'file' | 'object'>(kind: K, addresses: readonly string[]) {
  const key = addresses.join(' ');
  const queries = useMemo(
    () => key.split(' ').flatMap((address) => (address ? [{ kind, address } as unknown as ViewQueryOf<K>] : [])),
    [key, kind],
  );
  const views = useViewPairs<K>(queries);
  return useMemo(() => {
    const at = (time: 'now' | 'before') =>
      new Map<string, Viewed<K>['now']>(addresses.map((address, i) => [address, views[i]?.[time]]));
    return { now: at('now'), before: at('before') };
  }, [views, key]);
}
