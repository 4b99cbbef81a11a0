/**
 * The stretch that is marked on the timeline, in numbers: how long it is, who ran on which CPU in which mode, and which events lie in it, each of which
 * can be gone through.
 */
import './stretch.css';
import { X, ZoomIn } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Stretch } from '../../kernel-sim/protocol/page-queries';
import { seek } from '../client/moves';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { Glyph, MEANING_LABELS } from '../design/Glyph';
import { ThreadTag } from '../design/Tags';
import { act, keyOf } from '../store/actions';
import { useLab } from '../store/lab';
import { type Marked, useStretch } from '../store/stretch';
import { count, duration, plural } from '../words/numbers';
import { GroupMark } from './GroupMark';
import { type CpuTime, cpuTimes, eventCounts, type GroupCount, MODES, nextOf, share } from './stretch-model';
import { timeline } from './timeline-store';

export default function StretchPanel() {
  const marked = useStretch((state) => state.marked);
  const spent = useStretch((state) => state.spent);
  // What the page knows of the events grows while they are fetched.
  const known = useSyncExternalStore(
    (listener) => timeline.listen(listener),
    () => timeline.data.events.count,
  );
  if (!marked)
    return (
      <EmptyState title="No stretch is marked">Drag on the ruler of the timeline, or anywhere with Shift.</EmptyState>
    );
  return (
    <div className="stretch">
      <header className="stretch-head">
        <p className="stretch-length">
          <strong>{count(marked.to - marked.from)}</strong> instructions
          <span className="stretch-time">{spent ? `${duration(spent.ns)} of simulated time` : ''}</span>
          <span className="stretch-where">
            instants {count(marked.from)} to {count(marked.to)}
          </span>
        </p>
        <Button
          label="Zoom to it"
          icon={<ZoomIn size={14} aria-hidden="true" />}
          size="small"
          shortcut={keyOf('stretch.zoom')}
          onClick={() => act('stretch.zoom')}
        />
        <Button
          label="Unmark"
          icon={<X size={14} aria-hidden="true" />}
          look="quiet"
          size="small"
          shortcut={keyOf('stretch.clear')}
          onClick={() => act('stretch.clear')}
        />
      </header>
      <div className="stretch-body">
        <section className="stretch-part" aria-label="Who ran">
          {spent ? <WhoRan spent={spent} /> : <p className="hint">Adding up who ran.</p>}
        </section>
        <section className="stretch-part stretch-events" aria-label="Events">
          <Events key={known} marked={marked} />
        </section>
      </div>
    </div>
  );
}

/** A row a CPU, with all that it did as a bar, and under it the threads that it ran. */
function WhoRan({ spent }: { readonly spent: Stretch }) {
  return (
    <table className="stretch-table">
      <thead>
        <tr>
          <th scope="col">who ran</th>
          {MODES.map((mode) => (
            <th key={mode} scope="col" className={`stretch-number is-${mode}`}>
              <Glyph meaning={mode} /> {MEANING_LABELS[mode].replace(' mode', '')}
            </th>
          ))}
        </tr>
      </thead>
      {cpuTimes(spent).map((one) => (
        <Cpu key={one.cpu} of={one} whole={spent.ns} />
      ))}
    </table>
  );
}

function Cpu({ of: { cpu, ns, threads }, whole }: { readonly of: CpuTime; readonly whole: number }) {
  return (
    <tbody>
      <tr className="stretch-cpu">
        <th scope="row">
          <span>
            CPU {cpu}
            <span className="stretch-bar" aria-hidden="true">
              {MODES.map(
                (mode) => ns[mode] > 0 && <i key={mode} className={`is-${mode}`} style={{ flexGrow: ns[mode] }} />,
              )}
            </span>
          </span>
        </th>
        {MODES.map((mode) => (
          <Time key={mode} ns={ns[mode]} of={whole} />
        ))}
      </tr>
      {threads.map(({ tid, pid, process, ...times }) => (
        <tr key={`${tid} ${pid}`}>
          <th scope="row">{tid === 0 ? 'its idle thread' : <ThreadTag tid={tid} process={process} />}</th>
          {MODES.map((mode) => (
            <Time key={mode} ns={mode === 'idle' ? 0 : times[mode]} of={whole} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Time({ ns, of }: { readonly ns: number; readonly of: number }) {
  return (
    <td className="stretch-number">
      {ns > 0 && (
        <>
          {duration(ns)} <span className="stretch-share">{share(ns, of)}</span>
        </>
      )}
    </td>
  );
}

function Events({ marked }: { readonly marked: Marked }) {
  const groups = eventCounts(timeline.data.events, marked);
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  if (total === 0) return <p className="hint">No event lies in it.</p>;
  return (
    <>
      <h3 className="stretch-title">{plural(total, 'event')}</h3>
      <dl className="stretch-groups">
        {groups.map((group) => (
          <Group key={group.group.id} of={group} marked={marked} />
        ))}
      </dl>
    </>
  );
}

function Group({ of: { group, count: all, kinds }, marked }: { readonly of: GroupCount; readonly marked: Marked }) {
  const go = (kind: string) => {
    const instant = nextOf(timeline.data.events, kind, marked, useLab.getState().shown?.at.instant ?? 0);
    if (instant !== undefined) void seek({ branch: marked.branch, instant });
  };
  return (
    <div>
      <dt>
        <GroupMark {...group} /> {group.title} <span className="stretch-share">{count(all)}</span>
      </dt>
      <dd>
        {kinds.map(({ kind, count: n }) => (
          <button
            key={kind}
            type="button"
            className="stretch-kind"
            title={`To the next ${kind} of the stretch`}
            onClick={() => go(kind)}
          >
            {kind} <span className="stretch-share">{count(n)}</span>
          </button>
        ))}
      </dd>
    </div>
  );
}
