/**
 * What the time between two instants was spent on. The clocks of the CPUs at both are read off the machine there; what lies between them is known from
 * the trace.
 */
import { mapTask, type Task, thenTask } from './base/task.ts';
import type { LabSession } from './lab-session.ts';
import type { Stretch, StretchTime } from './protocol/page-queries.ts';
import { TimelineError } from './timeline/errors.ts';
import { CPU_STATES } from './trace/cpu-states.ts';
import type { ClocksAt } from './trace/lanes.ts';
import type { SessionTrace } from './worker-trace.ts';

interface Range {
  readonly branch: number;
  readonly from: number;
  readonly to: number;
}

interface Clocks extends ClocksAt {
  /** Of the CPU that ran last. */
  readonly now: number;
}

export function stretchOf(session: LabSession, trace: SessionTrace, { branch, from, to }: Range): Task<Stretch> {
  if (from >= to) throw new TimelineError(`there is nothing between ${from} and ${to}`);
  const problem = session.timeline.problemWith({ branch, instant: to });
  if (problem !== undefined) throw new TimelineError(problem);
  return thenTask(clocksAt(session, branch, from), (begin) =>
    thenTask(clocksAt(session, branch, to), (end) =>
      thenTask(trace.names(branch), (names) =>
        mapTask(trace.folds.of(branch), ({ lanes }) => ({
          ...{ from, to, ns: end.now - begin.now, cpus: begin.clocks.length },
          spent: byThread(lanes.spent(begin, end), names),
        })),
      ),
    ),
  );
}

function clocksAt(session: LabSession, branch: number, instant: number): Task<Clocks> {
  return session.ask((timeline, cursor) =>
    mapTask(timeline.seek(cursor, { branch, instant }), () => {
      const { machine, vm } = cursor.kernel;
      return { instant, now: machine.now, clocks: vm.cpus.map(({ clock }) => clock) };
    }),
  );
}

type Sum = { -readonly [K in keyof StretchTime]: StretchTime[K] };

function byThread(
  pieces: readonly { cpu: number; state: number; tid: number; pid: number; ns: number }[],
  names: ReadonlyMap<number, string>,
): readonly StretchTime[] {
  const sums = new Map<string, Sum>();
  for (const { cpu, state, tid, pid, ns } of pieces) {
    const mode = CPU_STATES[state];
    if (mode === 'idle') continue;
    const key = `${cpu} ${tid} ${pid}`;
    const blank = { cpu, tid, pid, process: names.get(pid) ?? '', user: 0, kernel: 0, interrupt: 0 };
    const sum = sums.get(key) ?? blank;
    sum[mode] += ns;
    sums.set(key, sum);
  }
  const length = ({ user, kernel, interrupt }: Sum) => user + kernel + interrupt;
  return [...sums.values()].sort((a, b) => a.cpu - b.cpu || length(b) - length(a));
}
