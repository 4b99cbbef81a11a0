/** What is told of a stretch, from the machine's sums and the events that the page knows. Pure. */
import type { Stretch, StretchTime } from '../../kernel-sim/protocol/page-queries';
import type { EventIndex } from './event-index';
import { GROUPS, type Group } from './groups';
import type { Span } from './span';

export const MODES = ['user', 'kernel', 'interrupt', 'idle'] as const;
export type Mode = (typeof MODES)[number];

/** Simulated ns of a CPU, by mode, with its threads. */
export interface CpuTime {
  readonly cpu: number;
  readonly ns: Readonly<Record<Mode, number>>;
  readonly threads: readonly StretchTime[];
}

export interface GroupCount {
  readonly group: Group;
  readonly count: number;
  /** The most frequent first. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}

export function cpuTimes({ cpus, ns, spent }: Pick<Stretch, 'cpus' | 'ns' | 'spent'>): readonly CpuTime[] {
  return Array.from({ length: cpus }, (_, cpu) => {
    const threads = spent.filter((one) => one.cpu === cpu);
    const sum = (mode: 'user' | 'kernel' | 'interrupt') => threads.reduce((all, one) => all + one[mode], 0);
    const busy = { user: sum('user'), kernel: sum('kernel'), interrupt: sum('interrupt') };
    // A CPU that is some instructions ahead of the others has been busy for a little longer than the stretch.
    const idle = Math.max(0, ns - busy.user - busy.kernel - busy.interrupt);
    return { cpu, ns: { ...busy, idle }, threads };
  });
}

/** Groups with events in the stretch, in their usual order. */
export function eventCounts(events: EventIndex, span: Span): readonly GroupCount[] {
  return GROUPS.flatMap((group, number) => {
    const kinds = events.kindsIn(number, span);
    const count = kinds.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ group, count, kinds }];
  });
}

/** State right after the next event of a kind in the stretch, as seen from a state; behind the last one comes the first. */
export function nextOf(events: EventIndex, kind: string, span: Span, state: number): number | undefined {
  const kinds = new Set([kind]);
  const isInside = (found: number | undefined) => found !== undefined && found > span.from && found <= span.to;
  const next = state >= span.from && state < span.to ? events.next(kinds, state) : undefined;
  if (isInside(next)) return next;
  const first = events.next(kinds, span.from);
  return isInside(first) ? first : undefined;
}

/** `12 %`; what is there but rounds to nothing is `< 1 %`. */
export function share(part: number, whole: number): string {
  if (part <= 0 || whole <= 0) return '';
  const percent = Math.round((100 * part) / whole);
  return percent === 0 ? '< 1 %' : `${Math.min(100, percent)} %`;
}
