/**
 * The control code of the current request as a ruler of 32 bits, with what each field means; and an editor for a code that is only thought of, which
 * is always labelled as that.
 */
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { BitRuler } from '../../design/BitRuler';
import { Button } from '../../design/Button';
import { Ref } from '../../design/Ref';
import { Term } from '../../design/Term';
import { shownBranch, useLab } from '../../store/lab';
import { useView } from '../../store/views';
import { DiagramFrame } from '../DiagramFrame';
import { useChoice } from '../shared/choices';
import { known } from '../shared/facts';
import { Picker } from '../shared/Picker';
import { useSettledAnswer } from '../shared/settled-answer';
import { CodeField, PartField } from './fields';
import {
  COMMON_BIT,
  CUSTOM_BIT,
  codeOf,
  currentCode,
  DEVICE_TYPES,
  handleOf,
  ioctlPicture,
  ioctlText,
  macroOf,
  type PartId,
  partsOf,
  type UsedCode,
  usedCodes,
} from './model';
import '../shared/shared.css';
import './ioctl.css';
import { hex } from '../../words/numbers';

/** Looked at before anything has run: CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS). */
const EXAMPLE = 0x0022_2000;
const FOLLOWS = 'the current request';
const MOST_CALLS = 2000;

export default function IoctlDiagram() {
  const [typed, setTyped] = useChoice<number>('ioctl.what-if');
  const [chosen, choose] = useChoice<number>('ioctl');
  const [selected, select] = useState<string>();
  const used = useUsedCodes();
  const instant = useLab((state) => state.shown?.at.instant ?? 0);
  const request = useLab((state) => state.situation?.request) ?? undefined;
  const handle = useRequestHandle();

  const machines = chosen ?? currentCode(request?.ioctl ?? 0, used, instant);
  const code = typed ?? machines ?? EXAMPLE;
  const isWhatIf = typed !== undefined || machines === undefined;
  const picture = ioctlPicture(code, handle);
  const setPart = (id: PartId, value: number) => setTyped(codeOf({ ...partsOf(code), [id]: value }));

  const controls = used.length > 0 && (
    <Picker
      label="Which control code"
      items={[
        { id: FOLLOWS, label: FOLLOWS },
        ...used.map((one) => ({ id: String(one.code), label: hex(one.code, 8), about: macroOf(one.code) })),
      ]}
      selected={chosen === undefined ? FOLLOWS : String(chosen)}
      onSelect={(id) => {
        setTyped(undefined);
        choose(id === FOLLOWS ? undefined : Number(id));
      }}
    />
  );
  return (
    <DiagramFrame title="IOCTL code" text={ioctlText(picture, isWhatIf)} controls={controls}>
      <div className="ioctl">
        <WhatIf typed={typed} machines={machines} onBack={() => setTyped(undefined)} />
        <div className="ioctl-code">
          <CodeField code={code} onCode={setTyped} />
          {!isWhatIf && <Ref subject={{ kind: 'ioctl', code }}>inspect</Ref>}
          <code className="ioctl-macro">{picture.macro}</code>
        </div>
        <BitRuler
          label={`Control code ${hex(code, 8)} as 32 bits`}
          bits={32}
          value={BigInt(code)}
          fields={picture.bits}
          selected={selected}
          onSelect={(id) => select(id === selected ? undefined : id)}
          marked={[COMMON_BIT, CUSTOM_BIT]}
        />
        <ul className="ioctl-parts">
          {picture.parts.map((part) => (
            <li key={part.id} className={part.id === selected ? 'ioctl-part is-selected' : 'ioctl-part'}>
              <PartField part={part} onValue={(value) => setPart(part.id, value)} />
              <p className="ioctl-about">
                {part.id !== 'deviceType' && part.id !== 'function' && (
                  <span className="ioctl-words">{part.words} </span>
                )}
                {part.about}
              </p>
            </li>
          ))}
        </ul>
        {picture.verdict && (
          <p className={picture.verdict.isAllowed ? 'ioctl-verdict is-good' : 'ioctl-verdict is-fault'}>
            <span aria-hidden="true">{picture.verdict.isAllowed ? '✓' : '✕'} </span>
            {picture.verdict.text}
          </p>
        )}
        <p className="ioctl-bits">
          <span className="bit is-marked" aria-hidden="true">
            0
          </span>{' '}
          {picture.common} {picture.custom}
        </p>
        <p className="ioctl-bits">
          Programs and drivers write the code with the macro <Term name="CTL_CODE" />. The four fields are all that the
          I/O manager could look at; it uses access and method.
        </p>
        <datalist id="ioctl-types">
          {DEVICE_TYPES.map(([value, name]) => (
            <option key={value} value={name} />
          ))}
        </datalist>
      </div>
    </DiagramFrame>
  );
}

interface WhatIfProps {
  readonly typed: number | undefined;
  readonly machines: number | undefined;
  readonly onBack: () => void;
}

function WhatIf({ typed, machines, onBack }: WhatIfProps) {
  if (typed === undefined && machines !== undefined) return null;
  if (machines === undefined && typed === undefined) {
    return <p className="ioctl-note">An example: the machine has seen no control code yet. Change it as you like.</p>;
  }
  return (
    <div className="ioctl-note is-what-if" role="status">
      <span>
        <strong>What if:</strong> this code is yours, not the machine’s.
      </span>
      <Button
        label={machines === undefined ? 'Back to the example' : `Back to ${hex(machines, 8)}`}
        icon={<Undo2 size={14} aria-hidden="true" />}
        size="small"
        onClick={onBack}
      />
    </div>
  );
}

const NO_CODES: readonly UsedCode[] = [];

/** Every control code that a driver was called with on the branch shown. */
function useUsedCodes(): readonly UsedCode[] {
  const branch = useLab((state) => state.shown?.at.branch);
  const head = useLab((state) => shownBranch(state)?.head ?? 0);
  const { answer } = useSettledAnswer<'events'>(
    branch === undefined
      ? undefined
      : { kind: 'events', branch, from: 0, to: head + 1, kinds: ['irp_call'], limit: MOST_CALLS },
    'codes',
  );
  return answer ? usedCodes(answer.rows.map(({ event }) => event)) : NO_CODES;
}

/** The handle that the current request was sent on. */
function useRequestHandle() {
  const request = useLab((state) => state.situation?.request) ?? undefined;
  const { now: irp } = useView<'irp'>(request && { kind: 'irp', address: request.irp });
  const { now: device } = useView<'device'>(request && { kind: 'device', address: request.device });
  const { now: table } = useView<'handles'>(request && { kind: 'handles', process: request.pid });
  const file = known(known(irp)?.file ?? undefined)?.address;
  return handleOf(known(table)?.handles.entries ?? [], file, known(device)?.name);
}
