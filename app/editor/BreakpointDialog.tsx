/** Everything about one breakpoint: where it is, when it stops, what it says. */
import { useState } from 'react';
import type { BreakpointSpec, BreakpointWhere } from '../../kernel-sim/protocol/time';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { addBreakpoint, changeBreakpoint, placeOf } from '../store/breakpoints';
import { openDialog } from './dialogs';
import { focusFirst } from './focus-first';

interface Props {
  /** Undefined: a new one. */
  readonly id: number | undefined;
  readonly spec: BreakpointSpec;
}

type Hits = NonNullable<BreakpointSpec['hits']>;
type Data = Extract<BreakpointWhere, { kind: 'data' }>;

const HITS: readonly (readonly [Hits['kind'] | 'every', string])[] = [
  ['every', 'At every hit'],
  ['equal', 'At one hit only, number'],
  ['multiple', 'At every so many hits:'],
  ['from', 'From this hit on:'],
];

const ACCESSES: readonly (readonly [Data['access'], string])[] = [
  ['change', 'it gets another value'],
  ['write', 'it is written'],
  ['read', 'it is read'],
  ['access', 'it is read or written'],
];

const TITLES: Readonly<Record<BreakpointWhere['kind'], string>> = {
  line: 'Breakpoint',
  address: 'Breakpoint',
  routine: 'Stop at a routine',
  event: 'Stop at an event',
  data: 'Stop on data',
};

const close = () => openDialog(undefined);

export function BreakpointDialog({ id, spec }: Props) {
  const [where, setWhere] = useState(spec.where);
  const [condition, setCondition] = useState(spec.condition ?? '');
  const [hits, setHits] = useState<Hits['kind'] | 'every'>(spec.hits?.kind ?? 'every');
  const [count, setCount] = useState(String(spec.hits?.count ?? 1));
  const [isLog, setLog] = useState(spec.log !== undefined);
  const [log, setLogText] = useState(spec.log ?? '');
  const [problem, setProblem] = useState<string>();
  const done = () => {
    const wrong = problemOf(where, hits === 'every' ? undefined : count, isLog ? log : undefined);
    setProblem(wrong);
    if (wrong !== undefined) return;
    const { tid, cpu } = spec;
    const changed: BreakpointSpec = {
      where,
      ...(condition.trim() !== '' && { condition: condition.trim() }),
      ...(hits !== 'every' && { hits: { kind: hits, count: Number(count) } }),
      ...(isLog && { log }),
      ...(tid !== undefined && { tid }),
      ...(cpu !== undefined && { cpu }),
    };
    if (id === undefined) addBreakpoint(changed);
    else changeBreakpoint(id, { spec: changed });
    close();
  };
  const isPlace = where.kind === 'line' || where.kind === 'address';
  return (
    <Dialog title={isPlace ? `${TITLES[where.kind]} at ${placeOf(spec)}` : TITLES[where.kind]} open onClose={close}>
      <form
        ref={focusFirst}
        className="editor-form"
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <Where where={where} onChange={setWhere} />
        <Text
          name="Only if"
          value={condition}
          placeholder={where.kind === 'event' ? '$instant > 1000' : 'length > 4'}
          about="A C expression. Leave it empty to stop always."
          onChange={setCondition}
        />
        <label className="editor-field">
          <span>Hits</span>
          <span className="editor-pair">
            <select
              className="editor-input"
              value={hits}
              onChange={({ currentTarget }) => setHits(currentTarget.value as typeof hits)}
            >
              {HITS.map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </select>
            {hits !== 'every' && (
              <input
                className="editor-input is-number"
                type="number"
                min={1}
                value={count}
                aria-label="Number of hits"
                onChange={({ currentTarget }) => setCount(currentTarget.value)}
              />
            )}
          </span>
        </label>
        <label className="editor-check">
          <input type="checkbox" checked={isLog} onChange={({ currentTarget }) => setLog(currentTarget.checked)} />
          <span>Does not stop: says something and goes on</span>
        </label>
        {isLog && (
          <Text
            name="Says"
            value={log}
            placeholder="length is {length}"
            about="An expression in braces is replaced by its value."
            onChange={setLogText}
          />
        )}
        <p className="editor-problem" role="alert">
          {problem}
        </p>
        <input type="submit" hidden />
        <div className="editor-form-actions">
          <Button label={id === undefined ? 'Set' : 'Change'} look="go" onClick={done} />
          <Button label="Cancel" onClick={close} />
        </div>
      </form>
    </Dialog>
  );
}

function Where({
  where,
  onChange,
}: {
  readonly where: BreakpointWhere;
  readonly onChange: (where: BreakpointWhere) => void;
}) {
  if (where.kind === 'routine')
    return (
      <Text
        name="Routine"
        value={where.name}
        placeholder="IofCompleteRequest"
        about="Of your files or of the kernel. With its image in front if there are several: mirror!DriverEntry."
        onChange={(name) => onChange({ ...where, name: name.trim() })}
      />
    );
  if (where.kind === 'event')
    return (
      <>
        <Text
          name="Event"
          value={where.event}
          placeholder="irp_complete"
          about="Its name in the list of events."
          onChange={(event) => onChange({ ...where, event: event.trim() })}
        />
        <Text
          name="That says"
          value={where.match ?? ''}
          placeholder="IRP_MJ_DEVICE_CONTROL"
          about="Looked for in the line of the event. Leave it empty for every one."
          onChange={(match) => onChange(match === '' ? { kind: 'event', event: where.event } : { ...where, match })}
        />
      </>
    );
  if (where.kind !== 'data') return null;
  return (
    <>
      <Text
        name="Address"
        value={where.address}
        placeholder="&g_Count"
        about="A C expression for an address, read where the machine stands when it is set."
        onChange={(address) => onChange({ ...where, address })}
      />
      <label className="editor-field">
        <span>Bytes</span>
        <input
          className="editor-input is-number"
          type="number"
          min={1}
          max={4096}
          value={where.length}
          onChange={({ currentTarget }) => onChange({ ...where, length: Number(currentTarget.value) })}
        />
      </label>
      <label className="editor-field">
        <span>Stop when</span>
        <select
          className="editor-input"
          value={where.access}
          onChange={({ currentTarget }) => onChange({ ...where, access: currentTarget.value as Data['access'] })}
        >
          {ACCESSES.map(([access, label]) => (
            <option key={access} value={access}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

interface TextProps {
  readonly name: string;
  readonly value: string;
  readonly placeholder: string;
  readonly about: string;
  readonly onChange: (text: string) => void;
}

function Text({ name, value, placeholder, about, onChange }: TextProps) {
  return (
    <label className="editor-field">
      <span>{name}</span>
      <span className="editor-with-hint">
        <input
          className="editor-input is-code"
          value={value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <span className="hint">{about}</span>
      </span>
    </label>
  );
}

function problemOf(where: BreakpointWhere, count: string | undefined, log: string | undefined): string | undefined {
  if (where.kind === 'routine' && where.name === '') return 'Name the routine.';
  if (where.kind === 'event' && where.event === '') return 'Name the event.';
  if (where.kind === 'data' && where.address.trim() === '') return 'Say which address.';
  if (where.kind === 'data' && !(where.length >= 1)) return 'It must be at least one byte.';
  if (count !== undefined && !(Number.isInteger(Number(count)) && Number(count) >= 1)) return 'Hits count from 1.';
  if (log?.trim() === '') return 'Say what it is to say.';
  return undefined;
}
