/**
 * What an onlooker of an instant would point at: who runs, in which mode, the request that is under way, the events next to it. Asked after every
 * shown instant while someone scrubs: it looks at one machine and at what was folded from the trace before, and replays nothing but to get there.
 */
import { done, mapTask, type Task, thenTask } from './base/task.ts';
import { threadOn, tryRead } from './debugger/context.ts';
import { interruptLevel } from './debugger/stops/activation.ts';
import { CodeMap } from './debugger/stops/code-map.ts';
import { pidOf, tidOf } from './debugger/stops/origin.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { LabSession } from './lab-session.ts';
import type { RequestSituation, Situation } from './protocol/page-queries.ts';
import type { At } from './protocol/time.ts';
import type { Request } from './trace/requests.ts';
import { threadName } from './views/identity.ts';
import { hex, isProblem } from './views/look.ts';
import type { SessionTrace } from './worker-trace.ts';

const USER_MODE = 3;
type Standing = Pick<Situation, 'tid' | 'pid' | 'process' | 'mode' | 'cpu'>;

export function situationAt(session: LabSession, trace: SessionTrace, at: At): Task<Situation> {
  const isHere = at.branch === session.at.branch && at.instant === session.at.instant;
  const standing: Task<Standing> = isHere
    ? done(standingOf(session.kernel))
    : session.ask((timeline, cursor) => mapTask(timeline.seek(cursor, at), () => standingOf(cursor.kernel)));
  return thenTask(standing, (stands) =>
    thenTask(trace.around(at), ({ before, after }) =>
      mapTask(trace.folds.of(at.branch), ({ requests }) => {
        const request = requests.at(at.instant);
        return { at, ...stands, request: request ? requestIn(request, at.instant) : null, before, after };
      }),
    ),
  );
}

function standingOf(k: Kernel): Standing {
  const { cpu } = k;
  const thread = threadOn(k, cpu);
  const tid = thread === 0 ? 0 : tidOf(k, thread);
  const pid = thread === 0 ? 0 : pidOf(k, thread);
  const name = tid === 0 ? undefined : threadName(k, thread);
  const process = name && !isProblem(name) ? name.image : '';
  return { tid, pid, process, mode: modeOf(k, tid), cpu: cpu.number };
}

function modeOf(k: Kernel, tid: number): Situation['mode'] {
  const { cpu } = k;
  if (cpu.mode === USER_MODE) return 'user';
  if (interruptLevel(k, new CodeMap(k), cpu) > 0) return 'interrupt';
  return tid === 0 && hasBooted(k) ? 'idle' : 'kernel';
}

/** CPU 0 boots in the thread that is its idle thread later. */
function hasBooted(k: Kernel): boolean {
  return k.cpu.number > 0 || (tryRead(() => k.pcr().Prcb.ContextSwitches) ?? 0) > 0;
}

function requestIn(request: Request, instant: number): RequestSituation {
  const { irp, tid, pid, ordinal, from, to, allocated, freed, calls } = request;
  // Whoever is called with it next is known before; by whom it was called last is not.
  const called = calls.findLast((call) => call.instant <= instant);
  const { major = '', ioctl = 0, device = 0 } = called ?? calls[0] ?? {};
  const driver = shortName(called?.driver ?? '');
  const times = { from, to, allocated, freed };
  return { irp: hex(irp), major, ioctl, device: hex(device), driver, tid, pid, ...times, ordinal };
}

/** `\Driver\mirror` -> `mirror`. */
function shortName(driver: string): string {
  return driver.replace(/^\\Driver\\/i, '');
}
