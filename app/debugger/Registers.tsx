/** The processor's registers as the chosen frame has them, and the frame's own window of registers. */

import type { CodeFocus } from '../../kernel-sim/protocol/views';
import type { RegisterView } from '../../kernel-sim/protocol/views-code';
import { AddressRef } from '../design/Ref';
import { ModeTag } from '../design/Tags';
import { useView } from '../store/views';

export function Registers({ focus }: { readonly focus: CodeFocus }) {
  const { now, before } = useView({ kind: 'registers', ...focus });
  if (!now) return <p className="debug-empty">…</p>;
  if ('problem' in now) return <p className="debug-problem">The registers cannot be shown: {now.problem}.</p>;
  const old = before && !('problem' in before) ? before : undefined;
  return (
    <div className="debug-registers">
      <p className="debug-note">
        <ModeTag mode={now.mode} /> CPU {now.cpu}, IRQL {now.irql}, interrupts {now.interruptsEnabled ? 'on' : 'off'}
        {!now.running && '. The thread does not run: these are the registers that a switch keeps'}.
      </p>
      <RegisterList label="Registers" registers={now.registers} before={old?.registers} />
      {now.slots.length > 0 && (
        <RegisterList label="The frame's register window" registers={now.slots} before={old?.slots} />
      )}
    </div>
  );
}

interface ListProps {
  readonly label: string;
  readonly registers: readonly RegisterView[];
  readonly before: readonly RegisterView[] | undefined;
}

function RegisterList({ label, registers, before }: ListProps) {
  return (
    <table className="debug-table">
      <caption>{label}</caption>
      <tbody>
        {registers.map(({ name, value, note }) => {
          const old = before?.find((one) => one.name === name);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <RegisterValue value={value} isChanged={old !== undefined && old.value !== value} />
              </td>
              <td className="debug-note">{note}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A small number is no address. */
function RegisterValue({ value, isChanged }: { readonly value: string; readonly isChanged: boolean }) {
  const digits = value.slice(2);
  if (/^0{12}/.test(digits)) return <span className={isChanged ? 'is-changed' : undefined}>{digits}</span>;
  return <AddressRef address={value} name={digits} changed={isChanged} />;
}
