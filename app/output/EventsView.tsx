/**
 * The trace as a list: which events, one line each, and everything about the one that is selected. Only the rows in
 * view exist: here and in what is asked of the worker. It goes along with the shown instant until the reader scrolls away.
 */
import { LocateFixed } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TracePreset } from '../../kernel-sim/protocol/messages';
import { scrubTo } from '../client/moves';
import { Button } from '../design/Button';
import { useLab } from '../store/lab';
import { useLayout } from '../store/layout';
import { count, plural } from '../words/numbers';
import { EventDetails } from './EventDetails';
import { COLUMNS, EventRow, Gap, ROW_HEIGHT, rowId } from './EventRow';
import { useFollowNow, useRowsBefore } from './follow-now';
import { useTraceRows } from './trace-rows';

/** Rows asked for beyond each edge of what is in view. */
const MARGIN = 40;
const PRESETS: readonly { readonly id: TracePreset; readonly label: string; readonly title: string }[] = [
  { id: 'story', label: 'Story', title: 'What a request goes through, from the first driver or program on' },
  { id: 'all', label: 'All', title: 'Every event, with interrupts, IRQL, locks, references and pool' },
];

export function EventsView() {
  const run = useLab((state) => state.run);
  const shown = useLab((state) => state.shown?.at.instant ?? 0);
  const { events } = useLab((state) => state.progress);
  const preset = useLayout((state) => state.events);
  const [filter, setFilter] = useState('');
  const [view, setView] = useState({ top: 0, height: 400 });
  const [selected, setSelected] = useState<number>();
  const scroller = useRef<HTMLDivElement>(null);

  const from = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - MARGIN);
  const wanted = Math.ceil(view.height / ROW_HEIGHT) + 2 * MARGIN;
  const found = useTraceRows({ preset, filter, from, count: wanted });
  const before = useRowsBefore({ preset, filter });
  const { isFollowing, follow } = useFollowNow(scroller, before, found.total, `${run} ${preset} ${filter}`);
  const next = found.rows.findIndex(({ event }) => event.instant >= shown);
  const past = next < 0 ? found.rows.length : next;
  const selectedRow = selected === undefined ? undefined : found.rows[selected - found.from];

  // Another list.
  useEffect(() => setSelected(undefined), [run, filter, preset]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [run, filter, preset]);

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

  // The selected row stays in view, also when its details take room from the list.
  useEffect(() => {
    const element = scroller.current;
    if (!element || selected === undefined) return;
    // The head of the table lies over the first row's height of what is in view.
    const top = selected * ROW_HEIGHT;
    const lowest = top + 2 * ROW_HEIGHT - view.height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (lowest > element.scrollTop) element.scrollTop = lowest;
  }, [selected, view.height]);

  // Looking at an event is looking at the machine right after it.
  const select = (number: number) => {
    if (found.total === 0) return;
    const index = Math.min(Math.max(number, 0), found.total - 1);
    setSelected(index);
    follow();
    const row = found.rows[index - found.from];
    if (row) scrubTo(row.event.instant + 1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = selected ?? -1;
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2);
    const goals: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: found.total - 1,
    };
    const goal = goals[event.key];
    if (goal !== undefined) select(goal);
    else if (event.key === 'Escape') setSelected(undefined);
    else return;
    event.preventDefault();
  };

  return (
    <div className="events">
      <div className="events-bar">
        <fieldset className="segments">
          <legend className="visually-hidden">Which events</legend>
          {PRESETS.map(({ id, label, title }) => (
            <label key={id} className="segment" title={title}>
              <input
                type="radio"
                name="trace-preset"
                value={id}
                checked={preset === id}
                onChange={() => useLayout.setState({ events: id })}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <input
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value.trim().toLowerCase())}
          aria-label="Show only events whose name contains"
          placeholder="Filter by name: irp, syscall"
          spellCheck={false}
        />
        <span className="hint" role="status">
          {events > 0 && `${count(found.total)} of ${plural(events, 'event')}`}
        </span>
        {!isFollowing && before !== undefined && (
          <Button
            label="Back to now"
            icon={<LocateFixed size={14} aria-hidden="true" />}
            size="small"
            tip="To the shown instant, and on with it"
            className="events-now"
            onClick={follow}
          />
        )}
      </div>
      <div className="events-scroller" ref={scroller}>
        {found.total === 0 ? (
          <p className="hint is-padded">{emptyWords(events, filter)}</p>
        ) : (
          <table
            className="events-table"
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through
            role="grid"
            tabIndex={0}
            aria-label="Trace events"
            aria-rowcount={found.total + 1}
            aria-activedescendant={selectedRow && selected !== undefined ? rowId(selected) : undefined}
            onKeyDown={onKeyDown}
          >
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
              {found.rows.map((row, i) => (
                <EventRow
                  key={`${row.event.instant}:${row.event.seq}`}
                  row={row}
                  number={found.from + i}
                  isSelected={found.from + i === selected}
                  time={i === past - 1 ? 'now' : i < past ? 'past' : 'future'}
                  onSelect={select}
                />
              ))}
              <Gap rows={found.total - found.from - found.rows.length} />
            </tbody>
          </table>
        )}
      </div>
      {selectedRow && <EventDetails row={selectedRow} onClose={() => setSelected(undefined)} />}
    </div>
  );
}

function emptyWords(events: number, filter: string): string {
  if (events === 0) return 'What the machine did appears here, event by event, after a run.';
  return filter === ''
    ? 'Neither a driver nor a program has begun.'
    : `No event here has a name with "${filter}" in it.`;
}
