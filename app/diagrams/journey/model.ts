/**
 * The journey of one request: lanes, and steps between them in the order in which they happened, with what lies between two of them. Pure: the course
 * follows from the events of the trace and the stack at the system call; the shown instant only says how far it has come.
 */
import type { TraceColumns } from '../../../kernel-sim/protocol/messages';
import type { EventRow } from '../../../kernel-sim/protocol/views';
import type { StackView } from '../../../kernel-sim/protocol/views-code';
import { folded } from './fold';
import { type JourneySubject, relatedTo, type ThreadCall } from './related';
import { type Lane, laneOf, type Step } from './step';
import { StepMaker } from './steps';

/** Of these a journey only says how many there were. */
export const QUIET_KINDS = {
  lock_acquire: 'spin lock',
  lock_release: 'spin lock',
  irql: 'IRQL',
  pool_alloc: 'pool',
  pool_free: 'pool',
  ob_ref: 'reference',
  ob_deref: 'reference',
} as const satisfies Record<string, string>;

export interface CourseInput {
  readonly subject: JourneySubject;
  /** Events of JOURNEY_KINDS from the system call on, oldest first. */
  readonly rows: readonly EventRow[];
  /** Events of QUIET_KINDS of the same stretch; undefined: not known (yet). */
  readonly quiet: TraceColumns | undefined;
  /** Of the thread, right before the system call. */
  readonly stack: StackView | undefined;
  /** Image of the process, '' if unknown. */
  readonly process: string;
}

export interface JourneyStep extends CourseStep {
  readonly state: 'done' | 'next' | 'later';
  /** It happened since the stop before. */
  readonly isNew: boolean;
}

/** What lies between a step and the one before. */
export interface Gap {
  /** Instructions of all CPUs. */
  readonly instructions: number;
  /** Undefined: the two were on different CPUs, whose clocks differ. */
  readonly ns: number | undefined;
  /** `4 spin lock events, 2 pool events`. */
  readonly quiet: string;
}

/** Everything about a request that does not depend on the shown instant. */
export interface Course {
  readonly lanes: readonly Lane[];
  /** So many lanes are in user mode, those behind them in kernel mode. */
  readonly boundary: number;
  readonly steps: readonly CourseStep[];
  /** What the request came to, as far as it is recorded. */
  readonly result: string;
}

interface CourseStep extends Step {
  readonly gap: Gap | undefined;
}

export interface Journey extends Course {
  readonly steps: readonly JourneyStep[];
  /** So many steps are done. */
  readonly done: number;
}

const ORDER = ['app', 'ntdll', 'service', 'io', 'driver', 'thread', 'interrupt'];

export function courseOf(input: CourseInput): Course {
  const steps = folded(stepsOf(input));
  const ids = new Set(steps.flatMap(({ from, to }) => [from, to]));
  const rank = (id: string) => ORDER.indexOf(id.replace(/:.*/, ''));
  const lanes = [...ids].sort((a, b) => rank(a) - rank(b)).map((id) => laneOf(id, input.process));
  return {
    lanes,
    boundary: lanes.filter(({ side }) => side === 'user').length,
    steps: steps.map((step, index) => ({ ...step, gap: gapBetween(steps[index - 1], step, input) })),
    result: resultOf(input.subject, steps),
  };
}

/** The course as it is at the shown instant; `before` is the one that was shown before. */
export function journeyAt(course: Course, shown: number, before = shown): Journey {
  const done = course.steps.filter(({ at }) => at <= shown).length;
  const steps = course.steps.map(
    (step, index): JourneyStep => ({
      ...step,
      state: step.at <= shown ? 'done' : index === done ? 'next' : 'later',
      isNew: before < step.at && step.at <= shown,
    }),
  );
  return { ...course, steps, done };
}

function stepsOf({ subject, rows, stack }: CourseInput): readonly Step[] {
  const { events, others } = relatedTo(subject, rows);
  const maker = new StepMaker(subject.tid, events);
  maker.call(stack, subject.from);
  events.forEach((event, index) => {
    maker.take(event, index);
  });
  return maker.steps.flatMap((step, index) => {
    const until = maker.steps[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const between = others.filter(({ from }) => step.at <= from && from < until);
    return between.length === 0 ? [step] : [step, otherCalls(between, step)];
  });
}

function otherCalls(calls: readonly ThreadCall[], last: Step): Step {
  const names = [...new Set(calls.map(({ service }) => service).filter(Boolean))].join(', ');
  const count = `${calls.length} other system call${calls.length === 1 ? '' : 's'}`;
  const from = calls[0]?.from ?? last.at;
  return {
    ...{
      key: `others-${from}`,
      kind: 'others',
      at: from + 1,
      from: 'ntdll',
      to: 'ntdll',
      label: count,
      note: names,
      tone: 'plain',
    },
    ...{
      sentence: `Meanwhile the thread makes ${count}: ${names}.`,
      by: '',
      t: Number.NaN,
      cpu: last.cpu,
      standing: last.standing,
    },
  };
}

function gapBetween(a: Step | undefined, b: Step, { quiet, subject }: CourseInput): Gap | undefined {
  if (!a || b.at <= a.at) return undefined;
  const ns = a.cpu === b.cpu && b.t >= a.t ? b.t - a.t : undefined;
  return { instructions: b.at - a.at, ns, quiet: quiet ? quietBetween(quiet, a.at, b.at, subject.tid) : '' };
}

/** What the request's thread did between two states, by kind. */
function quietBetween({ kinds, kind, instant, tid }: TraceColumns, from: number, to: number, thread: number): string {
  const counts = new Map<string, number>();
  for (let i = lowerBound(instant, from); i < instant.length && instant[i] < to; i++) {
    if (tid[i] !== thread) continue;
    const what = QUIET_KINDS[kinds[kind[i]] as keyof typeof QUIET_KINDS];
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts]
    .map(([what, count]) => `${count.toLocaleString('en')} ${what} event${count === 1 ? '' : 's'}`)
    .join(', ');
}

function lowerBound(instants: Float64Array, value: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function resultOf({ irp, freed }: JourneySubject, steps: readonly Step[]): string {
  const stop = steps.find(({ kind }) => kind === 'stop');
  if (stop) return 'The system stopped before the request came to its end.';
  if (irp === undefined) {
    const end = steps.findLast(({ kind }) => kind === 'service-return');
    return `The call was refused${end ? ` with ${end.note}` : ''}: there was no IRP, and no driver was called.`;
  }
  const wasSent = steps.some(({ kind }) => kind === 'irp-call');
  if (freed !== undefined && !wasSent) return 'The IRP was freed again: it never reached a driver.';
  const complete = steps.findLast(({ kind }) => kind === 'complete');
  if (!complete) return wasSent ? 'Nobody has completed the request yet.' : 'No driver has been called yet.';
  return `In this run it is completed with ${complete.note}.`;
}
