/**
 * Memory at an address: of the current request's things (followed from stop to stop), of an address or of a C expression. This part decides where to
 * look; MemoryView shows it.
 */
import { useState } from 'react';
import { EmptyState } from '../../design/EmptyState';
import { useLab } from '../../store/lab';
import { useView } from '../../store/views';
import { DiagramFrame } from '../DiagramFrame';
import { useChoice } from '../shared/choices';
import { isProblem, known } from '../shared/facts';
import { NothingShown } from '../shared/NothingShown';
import { Picker } from '../shared/Picker';
import { type MemoryPlace, MemoryView } from './MemoryView';
import { defaultPick, type Pick, type PickId, picksOf, readingOf, type Target, typedTarget } from './target';
import '../shared/shared.css';
import './memory.css';
import { shortAddress } from '../../words/addresses';

export default function MemoryDiagram() {
  const hasMachine = useLab((state) => state.shown !== undefined);
  if (!hasMachine) return <NothingShown what="Memory, byte by byte and as C types," />;
  return <Memory />;
}

function Memory() {
  const picks = usePicks();
  const [target, setTarget] = useChoice<Target>('memory');
  const [type, setType] = useChoice<string>('memory.type');
  const look = (next: Target | undefined) => {
    setTarget(next);
    setType(undefined);
  };
  const expression = target?.kind === 'expression' ? target.text : undefined;
  const { now: value } = useView<'watch'>(expression === undefined ? undefined : { kind: 'watch', expression });

  const pick = target === undefined ? defaultPick(picks) : picks.find(({ id }) => isPick(target, id));
  const place = placeOf(target, pick, value);
  const isMissing = 'problem' in place;
  const items = picks.map(({ id, label, address }) => ({
    id,
    label,
    about: address === undefined ? 'not there at this instant' : shortAddress(address),
  }));
  const own = target !== undefined && target.kind !== 'pick';
  const ownText = target?.kind === 'expression' ? target.text : target?.kind === 'address' ? target.address : '';
  const controls = (
    <Picker
      label="Look at"
      items={own ? [{ id: 'own', label: ownText }, ...items] : items}
      selected={own ? 'own' : (pick?.id ?? '')}
      onSelect={(id) => {
        if (id !== 'own') look({ kind: 'pick', pick: id as PickId });
      }}
    />
  );
  const form = <AddressForm key={ownText} text={ownText} onLook={look} />;
  if (isMissing) {
    return (
      <DiagramFrame title="Memory" text={[`${place.problem}.`]} controls={controls}>
        <div className="memory">
          <div className="memory-bar">{form}</div>
          <EmptyState title={place.problem}>
            Write an address or a C expression such as <code>&Irp-&gt;IoStatus</code>, or choose something of the
            current request.
          </EmptyState>
        </div>
      </DiagramFrame>
    );
  }
  return (
    <MemoryView
      key={place.key}
      place={place}
      typeText={type ?? place.type}
      onType={setType}
      onLook={(address) => look({ kind: 'address', address })}
      controls={controls}
      form={form}
    />
  );
}

function isPick(target: Target, id: PickId): boolean {
  return target.kind === 'pick' && target.pick === id;
}

interface Place extends MemoryPlace {
  /** Stays the same while one thing is followed. */
  readonly key: string;
  readonly type: string;
}

function placeOf(
  target: Target | undefined,
  pick: Pick | undefined,
  value: ReturnType<typeof useView<'watch'>>['now'],
): Place | { readonly problem: string } {
  if (target === undefined || target.kind === 'pick') {
    if (!pick) return { problem: 'There is nothing to look at yet' };
    const { id, label, address, type, owner } = pick;
    if (address === undefined) return { problem: `${label}: not there at this instant` };
    return { key: id, label, address, type, owner };
  }
  if (target.kind === 'address') {
    return { key: target.address, label: 'Memory', address: target.address, type: '', owner: undefined };
  }
  if (value === undefined) return { problem: 'The expression is being looked up' };
  if (isProblem(value)) return { problem: `${target.text}: ${value.problem}` };
  const reading = readingOf(value);
  if ('problem' in reading) return { problem: `${target.text}: ${reading.problem}` };
  return { key: target.text, label: target.text, ...reading, owner: undefined };
}

/** Things of the current request, and the stack of the thread that is shown. */
function usePicks(): readonly Pick[] {
  const request = useLab((state) => state.situation?.request) ?? undefined;
  const { now: irp } = useView<'irp'>(request && { kind: 'irp', address: request.irp });
  const { now: device } = useView<'device'>(request && { kind: 'device', address: request.device });
  const { now: thread } = useView<'thread'>({ kind: 'thread' });
  const { now: registers } = useView<'registers'>({ kind: 'registers' });
  const isInKernel = known(registers)?.mode === 'kernel';
  const sp = known(registers)?.registers.find(({ name }) => name === 'sp')?.value;
  return picksOf({
    irp: known(irp),
    device: known(device),
    stack: isInKernel ? sp : known(thread)?.kernelStack.limit,
    requester: request && { tid: request.tid, pid: request.pid },
  });
}

interface FormProps {
  readonly text: string;
  readonly onLook: (target: Target) => void;
}

function AddressForm({ text, onLook }: FormProps) {
  const [draft, setDraft] = useState(text);
  return (
    <form
      className="memory-form"
      onSubmit={(event) => {
        event.preventDefault();
        const target = typedTarget(draft);
        if (target) onLook(target);
      }}
    >
      <label className="visually-hidden" htmlFor="memory-address">
        Address or C expression
      </label>
      <input
        id="memory-address"
        className="memory-input"
        placeholder="Address or C expression"
        value={draft}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => setDraft(target.value)}
      />
    </form>
  );
}
