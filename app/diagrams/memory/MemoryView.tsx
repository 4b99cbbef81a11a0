/**
 * Memory from an address on: rows of bytes beside the fields of a type, both lit together; below, who wrote the selected bytes last. A window of a few
 * rows is asked for and moves in whole rows.
 */
import { ChevronDown, ChevronUp, LocateFixed } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../design/Button';
import { AddressRef } from '../../design/Ref';
import { useView } from '../../store/views';
import { shortAddress } from '../../words/addresses';
import { DiagramFrame } from '../DiagramFrame';
import { useChoice } from '../shared/choices';
import { isProblem, known } from '../shared/facts';
import { FieldList } from './FieldList';
import { HexGrid } from './HexGrid';
import {
  type FieldSpan,
  type Format,
  fieldAt,
  fieldsOf,
  firstUnreadable,
  memoryText,
  type Row,
  rowsOf,
  type Span,
} from './model';
import { moved, type Owner } from './target';
import { useWidth } from './use-width';
import { useWrites, WhoWrote } from './WhoWrote';
import { writeText } from './writes';

export interface MemoryPlace {
  readonly label: string;
  readonly address: string;
  readonly owner: Owner | undefined;
}

interface Props {
  readonly place: MemoryPlace;
  /** As what it is read; '' for plain bytes. */
  readonly typeText: string;
  readonly onType: (type: string) => void;
  readonly onLook: (address: string) => void;
  readonly controls: ReactNode;
  readonly form: ReactNode;
}

const ROWS = 16;
/** Pixels from which a row has 16 bytes. */
const WIDE = 560;
const DEPTH = 3;
const FORMATS: readonly Format[] = ['bytes', 'dwords', 'qwords', 'pointers'];
const NO_FIELDS: readonly FieldSpan[] = [];

export function MemoryView({ place, typeText, onType, onLook, controls, form }: Props) {
  const { label, address, owner } = place;
  const [box, width] = useWidth();
  const perRow = width >= WIDE ? 16 : 8;
  const [format = 'bytes', setFormat] = useChoice<Format>('memory.format');
  const [scroll, setScroll] = useState(0);
  const [lit, setLit] = useState<Span>();
  const [selected, setSelected] = useState<Span>();

  const start = moved(address, scroll);
  const length = ROWS * perRow;
  const focus = owner && { thread: owner.tid };
  const process = owner && { process: owner.pid };
  const bytes = useView<'memory'>({ kind: 'memory', address: start, format: 'bytes', count: length, ...focus });
  const { now: pointers } = useView<'memory'>(
    format === 'pointers'
      ? { kind: 'memory', address: start, format: 'pointers', count: length / 8, ...focus }
      : undefined,
  );
  const typed = useView<'type'>(
    typeText === '' ? undefined : { kind: 'type', text: `${typeText} ${address}`, depth: DEPTH, ...focus },
  );
  const { now: owned } = useView<'address'>({ kind: 'address', address, ...process });
  const gap = firstUnreadable(known(bytes.now));
  const { now: gapView } = useView<'address'>(
    gap === undefined ? undefined : { kind: 'address', address: moved(start, gap), ...process },
  );

  const type = known(typed.now);
  const fields = useMemo(
    () => (type ? fieldsOf(type, known(typed.before), start) : NO_FIELDS),
    [type, typed.before, start],
  );
  /** While the bytes of another page are on their way, those of the last one stay. */
  const lastRows = useRef<readonly Row[]>([]);
  const rows = useMemo(() => {
    if (bytes.now === undefined) return lastRows.current;
    const view = known(bytes.now);
    const symbols = known(pointers)?.rows.map(({ symbol }) => symbol) ?? [];
    lastRows.current = view ? rowsOf(view, known(bytes.before), { perRow, format, symbols, fields }) : [];
    return lastRows.current;
  }, [bytes, pointers, perRow, format, fields]);

  const writes = useWrites();
  const belongs = known(owned)?.text ?? (isProblem(owned) ? owned.problem : '');
  const unreadable =
    gap === undefined ? '' : `?? from ${shortAddress(moved(start, gap))} on: ${known(gapView)?.text ?? 'not mapped'}.`;
  const typeProblem = isProblem(typed.now) ? typed.now.problem : '';
  const text = memoryText({
    ...{ label, address: start, belongs, rows, format, fields, unreadable },
    type: type?.name ?? typeText,
    writes: writes.lines.map(writeText),
  });

  return (
    <DiagramFrame title="Memory" text={text} controls={controls}>
      <div className="memory" ref={box}>
        <div className="memory-bar">
          {form}
          <TypeInput key={typeText} text={typeText} problem={typeProblem} onType={onType} />
          <label className="visually-hidden" htmlFor="memory-format">
            Format
          </label>
          <select
            id="memory-format"
            className="memory-input is-format"
            value={format}
            onChange={({ target }) => setFormat(target.value as Format)}
          >
            {FORMATS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
          <span className="button-row is-tight">
            <Button
              label="Page up"
              icon={<ChevronUp size={15} aria-hidden="true" />}
              {...{ iconOnly: true, look: 'quiet', size: 'small' }}
              onClick={() => setScroll(scroll - length)}
            />
            <Button
              label="Page down"
              icon={<ChevronDown size={15} aria-hidden="true" />}
              {...{ iconOnly: true, look: 'quiet', size: 'small' }}
              onClick={() => setScroll(scroll + length)}
            />
            <Button
              label="Back to the address"
              icon={<LocateFixed size={15} aria-hidden="true" />}
              {...{ iconOnly: true, look: 'quiet', size: 'small', unavailable: scroll === 0 }}
              onClick={() => setScroll(0)}
            />
          </span>
        </div>
        <p className="memory-belongs">
          <AddressRef address={address} /> {belongs}
        </p>
        {isProblem(bytes.now) && <p className="is-fault">{bytes.now.problem}</p>}
        {typeProblem && <p className="memory-belongs is-fault">{typeProblem}</p>}
        <div className={fields.length > 0 ? 'memory-panes has-fields' : 'memory-panes'}>
          <div>
            <HexGrid
              rows={rows}
              fields={fields}
              lit={lit}
              selected={selected}
              onLit={setLit}
              onSelect={(span) => setSelected(widened(span, fields))}
              onScroll={(by) => {
                setScroll(scroll + by);
                setSelected(undefined);
              }}
              pageBytes={length}
              rowBytes={format === 'pointers' ? 8 : perRow}
            />
            {unreadable && <p className="memory-gap">{unreadable}</p>}
          </div>
          {fields.length > 0 && type && (
            <FieldList
              type={type}
              fields={fields}
              lit={lit}
              selected={selected}
              onLit={setLit}
              onSelect={setSelected}
            />
          )}
        </div>
        <WhoWrote
          address={selected && moved(start, selected.offset)}
          length={selected?.length ?? 0}
          name={selected?.path ?? ''}
          pointer={selected && pointerAt(rows, selected)}
          writes={writes}
          onLook={onLook}
        />
      </div>
    </DiagramFrame>
  );
}

/** A single byte of a field stands for the field. */
function widened(span: Span, fields: readonly FieldSpan[]): Span {
  const field = span.length === 1 ? fieldAt(fields, span.offset) : undefined;
  return field ? { offset: field.offset, length: field.length, path: field.path } : span;
}

/** The 64-bit value of eight selected bytes, if they could be an address. */
function pointerAt(rows: ReturnType<typeof rowsOf>, { offset, length }: Span): string | undefined {
  if (length !== 8) return undefined;
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.offset >= offset && cell.offset < offset + 8);
  const digits = cells
    .map((cell) => cell.text)
    .reverse()
    .join('');
  return /^(FFFF[0-9A-F]{12}|0000(?!0{8})[0-9A-F]{12})$/.test(digits) ? `0x${digits}` : undefined;
}

interface TypeProps {
  readonly text: string;
  readonly problem: string;
  readonly onType: (type: string) => void;
}

function TypeInput({ text, problem, onType }: TypeProps) {
  const [draft, setDraft] = useState(text);
  return (
    <form
      className="memory-form"
      onSubmit={(event) => {
        event.preventDefault();
        onType(draft.trim());
      }}
    >
      <label className="visually-hidden" htmlFor="memory-type">
        C type
      </label>
      <input
        id="memory-type"
        className="memory-input"
        placeholder="As type, such as nt!_IRP"
        value={draft}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== '' || undefined}
        onChange={({ target }) => setDraft(target.value)}
      />
    </form>
  );
}
