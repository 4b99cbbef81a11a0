/**
 * All that the trace has about one event: what its name means, its summary in full, where and when, and every field as
 * it was recorded.
 */
import type { TraceRow } from '../../kernel-sim/protocol/messages';
import { Glyph, MEANING_LABELS } from '../design/Glyph';
import { count, duration, hex32 } from '../words/numbers';
import { processOf } from './EventRow';
import { meaningOf } from './event-meaning';

const COMMON = new Set(['instant', 'seq', 't', 'cpu', 'tid', 'pid', 'event']);

interface Props {
  readonly row: TraceRow;
  readonly onClose: () => void;
}

export function EventDetails({ row, onClose }: Props) {
  const { event } = row;
  const meaning = meaningOf(event.event);
  const where = [
    `instant ${count(event.instant)}`,
    duration(event.t),
    `CPU ${event.cpu}`,
    event.tid === 0 ? 'idle' : `thread ${event.tid} of ${processOf(row)} (process ${event.pid})`,
  ];
  return (
    <section className="event-details" aria-label="The selected event">
      <header>
        <Glyph meaning={meaning} />
        <h3>{event.event}</h3>
        <span className={`event-label is-${meaning}`}>{MEANING_LABELS[meaning]}</span>
        <span className="event-about">{row.meaning}</span>
        <button type="button" className="button is-quiet is-small" onClick={onClose} title="Close the details (Escape)">
          Close
        </button>
      </header>
      <p className="event-summary">{row.sentence}</p>
      <p className="event-where">{where.join(' · ')}</p>
      <dl>
        {Object.entries(event)
          .filter(([name]) => !COMMON.has(name))
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{shown(name, value)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Codes and masks as hex, the way headers write them; everything else as recorded. */
function shown(name: string, value: number | string): string {
  if (typeof value === 'number' && (name === 'ioctl' || name === 'access' || name === 'code')) {
    return hex32(value);
  }
  return String(value).trimEnd();
}
