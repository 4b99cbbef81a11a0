/**
 * The bytes as a grid of buttons that is one stop of the Tab key: arrows move between them, Page Up and Page Down by a page, Home and End in the row,
 * Enter selects. What is pointed at or focused is lit, also in the list of fields.
 */
import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { shortAddress } from '../../words/addresses';
import { type FieldSpan, fieldAt, overlaps, type Row, type Span } from './model';

interface Props {
  readonly rows: readonly Row[];
  readonly fields: readonly FieldSpan[];
  readonly lit: Span | undefined;
  readonly selected: Span | undefined;
  readonly onLit: (span: Span | undefined) => void;
  readonly onSelect: (span: Span) => void;
  readonly onScroll: (by: number) => void;
  readonly pageBytes: number;
  readonly rowBytes: number;
}

export function HexGrid({ rows, fields, lit, selected, onLit, onSelect, onScroll, pageBytes, rowBytes }: Props) {
  const grid = useRef<HTMLTableElement>(null);
  /** Byte that has the focus, or had it last. */
  const [cursor, setCursor] = useState(0);
  const wantsFocus = useRef(false);
  const names = useMemo(
    () => rows.map(({ cells }) => cells.map(({ offset }) => fieldAt(fields, offset)?.path ?? '')),
    [rows, fields],
  );
  const cells = useMemo(() => rows.flatMap((row) => row.cells), [rows]);
  const current = cells.find(({ offset, length }) => cursor >= offset && cursor < offset + length) ?? cells[0];

  useLayoutEffect(() => {
    const cell = wantsFocus.current && grid.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const row = Math.floor(current.offset / rowBytes) * rowBytes;
    const goals: Readonly<Record<string, number>> = {
      ArrowLeft: current.offset - current.length,
      ArrowRight: current.offset + current.length,
      ArrowUp: current.offset - rowBytes,
      ArrowDown: current.offset + rowBytes,
      Home: row,
      End: row + rowBytes - current.length,
      PageUp: current.offset - pageBytes,
      PageDown: current.offset + pageBytes,
    };
    const goal = goals[event.key];
    if (goal === undefined) return;
    // Home and End mean something else to the page (data-own-keys keeps them here).
    event.preventDefault();
    event.stopPropagation();
    const isPage = event.key === 'PageUp' || event.key === 'PageDown';
    const by = isPage ? goal - current.offset : goal < 0 ? -rowBytes : goal >= pageBytes ? rowBytes : 0;
    if (by !== 0) onScroll(by);
    wantsFocus.current = true;
    setCursor(goal - by);
  };

  return (
    <table className="memory-grid" aria-label="Bytes" data-own-keys ref={grid} onKeyDown={onKeyDown}>
      <tbody onPointerLeave={() => onLit(undefined)}>
        {rows.map((row, i) => (
          <HexRow
            // By place: the focused byte keeps its button when another page comes.
            key={row.offset}
            row={row}
            names={names[i] ?? []}
            cursor={current && row.cells.includes(current) ? current.offset : undefined}
            lit={within(row, lit)}
            selected={within(row, selected)}
            onLit={onLit}
            onSelect={(span) => {
              setCursor(span.offset);
              onSelect(span);
            }}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The span, if it touches the row. */
function within({ offset, cells }: Row, span: Span | undefined): Span | undefined {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  return span && overlaps({ offset, length }, span) ? span : undefined;
}

interface RowProps {
  readonly row: Row;
  readonly names: readonly string[];
  readonly cursor: number | undefined;
  readonly lit: Span | undefined;
  readonly selected: Span | undefined;
  readonly onLit: (span: Span | undefined) => void;
  readonly onSelect: (span: Span) => void;
}

const HexRow = memo(function HexRow({ row, names, cursor, lit, selected, onLit, onSelect }: RowProps) {
  return (
    <tr>
      <th scope="row" className="memory-address">
        {row.address.slice(2)}
      </th>
      {row.cells.map((cell, i) => {
        const { offset, length, text, isReadable, changed, band } = cell;
        const classes = [
          'memory-cell',
          changed && 'is-changed',
          !isReadable && 'is-missing',
          band !== undefined && `is-band-${band}`,
          overlaps(cell, lit) && 'is-lit',
          overlaps(cell, selected) && 'is-selected',
        ];
        return (
          <td key={offset}>
            <button
              type="button"
              className={classes.filter(Boolean).join(' ')}
              tabIndex={offset === cursor ? 0 : -1}
              aria-label={`${shortAddress(row.address)} plus ${offset - row.offset}: ${isReadable ? text : 'cannot be read'}${names[i] ? `, ${names[i]}` : ''}${changed ? ', changed' : ''}`}
              onPointerEnter={() => onLit({ offset, length })}
              onFocus={() => onLit({ offset, length })}
              onBlur={() => onLit(undefined)}
              onClick={() => onSelect({ offset, length })}
            >
              {text}
            </button>
          </td>
        );
      })}
      <td className="memory-ascii" aria-hidden="true">
        {row.symbol ||
          row.ascii.map(({ text, changed }, i) => (
            <span key={i} className={changed ? 'is-changed' : undefined}>
              {text}
            </span>
          ))}
      </td>
    </tr>
  );
}, isSameRow);

/** The handlers do the same at every render; the row is another object after every stop, mostly with the same contents. */
function isSameRow(a: RowProps, b: RowProps): boolean {
  return (
    a.cursor === b.cursor &&
    isSameSpan(a.lit, b.lit) &&
    isSameSpan(a.selected, b.selected) &&
    a.names.join() === b.names.join() &&
    (a.row === b.row || signature(a.row) === signature(b.row))
  );
}

function isSameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a?.offset === b?.offset && a?.length === b?.length;
}

function signature({ address, offset, cells, symbol }: Row): string {
  const parts = cells.map(({ text, changed, band }) => `${text}${changed ? '*' : ''}${band ?? ''}`);
  return `${address} ${offset} ${symbol} ${parts.join(' ')}`;
}
