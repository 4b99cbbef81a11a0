/**
 * The I/O request packet of the current request (or another that was chosen): the packet itself, its stack locations with the current one marked, and
 * its life so far. What is drawn is `irpPicture` of the views at the shown instant.
 */
import { useMemo } from 'react';
import { EmptyState } from '../../design/EmptyState';
import { shownBranch, useLab } from '../../store/lab';
import { useSelection } from '../../store/selection';
import { useView } from '../../store/views';
import { DiagramFrame } from '../DiagramFrame';
import { useChoice } from '../shared/choices';
import { isProblem, known } from '../shared/facts';
import { NothingShown } from '../shared/NothingShown';
import { Picker } from '../shared/Picker';
import { useSettledAnswer } from '../shared/settled-answer';
import { IrpLife } from './IrpLife';
import { IrpPacket, IrpStack } from './IrpParts';
import { irpChoices, lifeAskedAt, lifeOf } from './life';
import { irpPicture, irpText } from './model';
import '../shared/shared.css';
import './irp.css';
import { shortAddress } from '../../words/addresses';

const FOLLOWS = 'the current request';

export default function IrpDiagram() {
  const hasMachine = useLab((state) => state.shown !== undefined);
  const request = useLab((state) => state.situation?.request) ?? undefined;
  const pinned = useSelection((state) => state.pinned);
  const inspected = useSelection(({ trail }) => trail.findLast(({ kind }) => kind === 'irp'));
  const [chosen, choose] = useChoice<string>('irp');
  const { now: thread } = useView<'thread'>(hasMachine ? { kind: 'thread' } : undefined);
  const ofThread = known(thread)?.irps.entries.flatMap((irp) => (isProblem(irp) ? [] : [irp])) ?? [];
  const choices = irpChoices({
    request,
    ofThread,
    pinned: pinned.flatMap((one) => (one.kind === 'irp' ? [one.address] : [])),
    inspected: inspected?.kind === 'irp' ? inspected.address : undefined,
  });
  const address = chosen ?? request?.irp ?? ofThread[0]?.address;

  if (!hasMachine) return <NothingShown what="The I/O request packet (IRP) of the current request" />;
  const items = [
    { id: FOLLOWS, label: FOLLOWS, about: request ? shortAddress(request.irp) : 'There is none at this instant.' },
    ...choices.map(({ address: id, ...rest }) => ({ id, ...rest })),
    ...(chosen && !choices.some((one) => one.address === chosen)
      ? [{ id: chosen, label: `IRP ${shortAddress(chosen)}`, about: 'chosen before' }]
      : []),
  ];
  const controls = (
    <Picker
      label="Which IRP"
      items={items}
      selected={chosen ?? FOLLOWS}
      onSelect={(id) => choose(id === FOLLOWS ? undefined : id)}
    />
  );
  if (address === undefined) {
    return (
      <DiagramFrame title="IRP" text={['There is no I/O request at this instant.']} controls={controls}>
        <EmptyState title="There is no I/O request at this instant.">
          Step to a call of CreateFile or DeviceIoControl: the I/O manager makes an IRP for each.
        </EmptyState>
      </DiagramFrame>
    );
  }
  return <Irp address={address} controls={controls} />;
}

function Irp({ address, controls }: { readonly address: string; readonly controls: React.ReactNode }) {
  const { now, before } = useView<'irp'>({ kind: 'irp', address });
  const at = useLab((state) => state.shown?.at);
  const request = useLab((state) => state.situation?.request);
  const head = useLab((state) => shownBranch(state)?.head ?? 0);
  const { answer, problem, isAsking } = useSettledAnswer<'irp-history'>(
    at && { kind: 'irp-history', request: { irp: address, at: lifeAskedAt(address, at, request, head) } },
    address,
  );
  const instant = at?.instant ?? 0;
  const life = useMemo(() => lifeOf(answer, instant), [answer, instant]);
  const picture = useMemo(() => {
    const view = known(now);
    return view && irpPicture(view, before);
  }, [now, before]);
  const title = `IRP ${shortAddress(address)}`;
  const why = isProblem(now) ? now.problem : '';
  const text = picture ? irpText(picture, life) : [why || 'It is being looked up.'];
  return (
    <DiagramFrame title={title} text={text} controls={controls}>
      {picture ? (
        <div className="irp">
          <div className="irp-grid">
            <IrpStack picture={picture} />
            <IrpPacket picture={picture} />
            <IrpLife life={life} problem={problem} isAsking={isAsking} />
          </div>
        </div>
      ) : (
        why && <EmptyState title="There is no IRP at this address now.">{why}</EmptyState>
      )}
    </DiagramFrame>
  );
}
