/**
 * The trace as a table. Only the rows in view exist: here and in what is asked of the worker.
 */
import { useEffect, useRef, useState } from 'react';
import type { TraceEvent } from '../../kernel-sim/protocol/lab-api';
import { queryTrace, type TraceRows } from '../client/lab-client';
import { Glyph } from '../shell/Glyph';
import { useLab } from '../store/lab';
import { meaningOf } from './event-meaning';
import { count, duration, plural } from './words';

const ROW_HEIGHT = 24;
/** Rows asked for beyond each edge of what is in view. */
const MARGIN = 40;
const NO_ROWS: TraceRows = { total: 0, from: 0, rows: [] };
const COMMON = new Set(['instant', 'seq', 't', 'cpu', 'tid', 'pid', 'event']);
const COLUMNS = ['instant', 'time', 'cpu', 'thread', 'event', 'what'] as const;

export function EventsView() {
  const run = useLab((state) => state.run);
  const { events, dropped } = useLab((state) => state.progress);
  const [filter, setFilter] = useState('');
  const [view, setView] = useState({ top: 0, height: 400 });
  const [found, setFound] = useState(NO_ROWS);
  const scroller = useRef<HTMLDivElement>(null);

  const from = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - MARGIN);
  const wanted = Math.ceil(view.height / ROW_HEIGHT) + 2 * MARGIN;

  useEffect(() => {
    if (events === 0) {
      setFound(NO_ROWS);
      return;
    }
    let wantedStill = true;
    queryTrace({ filter, from, count: wanted }).then((rows) => {
      if (wantedStill) setFound(rows);
    });
    return () => {
      wantedStill = false;
    };
  }, [run, events, filter, from, wanted]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [run, filter]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  return (
    <div className="events">
      <div className="events-bar">
        <input
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value.trim().toLowerCase())}
          aria-label="Show only events whose name contains"
          placeholder="Filter by name: irp, syscall, pool"
          spellCheck={false}
        />
        <span className="hint" role="status">
          {filter === '' ? plural(events, 'event') : `${count(found.total)} of ${plural(events, 'event')}`}
          {dropped > 0 && `, ${count(dropped)} earlier ones no longer kept`}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className="events-scroller" ref={scroller} tabIndex={0} aria-label="Events">
        {events === 0 ? (
          <p className="hint is-padded">What the machine did appears here, event by event, after a run.</p>
        ) : (
          <table className="events-table" aria-label="Trace events" aria-rowcount={found.total + 1}>
            <thead>
              <tr aria-rowindex={1}>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={`is-${column}`}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Gap rows={found.from} />
              {found.rows.map((event, i) => (
                <EventRow key={`${event.instant}:${event.seq}`} event={event} number={found.from + i} />
              ))}
              <Gap rows={found.total - found.from - found.rows.length} />
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

/** The height of rows that are not there. */
function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="is-gap">
      <td colSpan={COLUMNS.length} style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  );
}

function EventRow({ event, number }: { readonly event: TraceEvent; readonly number: number }) {
  const meaning = meaningOf(event.event);
  const fields = Object.entries(event).filter(([name]) => !COMMON.has(name));
  const [pointers, plain] = [fields.filter(isPointer), fields.filter((field) => !isPointer(field))];
  return (
    <tr aria-rowindex={number + 2}>
      <td className="is-instant">{count(event.instant)}</td>
      <td className="is-time">{duration(event.t)}</td>
      <td className="is-cpu">{event.cpu}</td>
      <td className="is-thread">{event.tid}</td>
      <td className={`event-name is-${meaning}`}>
        <Glyph meaning={meaning} /> {event.event}
      </td>
      <td className="event-fields">
        {[...plain, ...pointers].map(([name, value]) => (
          <span key={name}>
            <i>{name}</i> {String(value).trim()}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Pointers come last: they are long, and say least at a glance. */
function isPointer([, value]: readonly [string, number | string]): boolean {
  return typeof value === 'string' && /^0x[0-9A-F]{16}$/.test(value);
}
