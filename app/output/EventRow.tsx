/**
 * One event in the list, and the space of those that are not there. All rows are equally high, so that a number is a
 * place.
 */
import type { TraceRow } from '../../kernel-sim/protocol/messages';
import { Glyph, MEANING_LABELS } from '../design/Glyph';
import { count, duration } from '../words/numbers';
import { SYSTEM_PROCESS } from '../words/processes';
import { meaningOf } from './event-meaning';

export const ROW_HEIGHT = 24;
/** `instant` is there only where there is room; the details have it always. */
export const COLUMNS = ['instant', 'time', 'cpu', 'thread', 'event', 'what'] as const;

/** A gap must not bring a hidden column back. */
const ALWAYS_SHOWN = COLUMNS.length - 3;

interface Props {
  readonly row: TraceRow;
  readonly number: number;
  readonly isSelected: boolean;
  /** Seen from the shown instant; `now` is the last event before it. */
  readonly time: 'past' | 'now' | 'future';
  readonly onSelect: (number: number) => void;
}

export function EventRow({ row, number, isSelected, time, onSelect }: Props) {
  const { event, summary } = row;
  const meaning = meaningOf(event.event);
  // The grid around it moves the selection by keyboard.
  return (
    <tr
      id={rowId(number)}
      className={`is-${time}`}
      aria-rowindex={number + 2}
      aria-selected={isSelected}
      aria-current={time === 'now' ? 'step' : undefined}
      onClick={() => onSelect(number)}
    >
      <td className="is-instant">{count(event.instant)}</td>
      <td className="is-time">{duration(event.t)}</td>
      <td className="is-cpu">{event.cpu}</td>
      <td className="is-thread">
        {event.tid === 0 ? '' : event.tid} <i>{processOf(row)}</i>
      </td>
      <td className={`is-event is-${meaning}`} title={MEANING_LABELS[meaning]}>
        <Glyph meaning={meaning} /> {event.event}
        <span className="visually-hidden"> ({MEANING_LABELS[meaning]})</span>
      </td>
      <td className="is-what" title={summary}>
        {summary}
      </td>
    </tr>
  );
}

/** The height of rows that are not there. */
export function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="is-gap">
      <td colSpan={ALWAYS_SHOWN} style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  );
}

export function rowId(number: number): string {
  return `trace-event-${number}`;
}

/** Whose thread it is: the image, the system, or nobody while a processor idles. */
export function processOf({ event, process }: TraceRow): string {
  if (event.tid === 0) return 'idle';
  return process || (event.pid === SYSTEM_PROCESS ? 'System' : '');
}
