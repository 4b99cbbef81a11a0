/**
 * Compares a finished run with second machines of the same build, run from boot: at seeded instants and at the end
 * they must have the same state and the same trace (design rules 4 and 5).
 */
import type { Lab } from '../protocol/lab-api.ts';

export interface ReplayResult {
  readonly checked: number;
  readonly equal: number;
  /** What differed first, in words. */
  readonly difference: string | undefined;
}

/** `finished` has run to its end; `count` instants between boot and that end are chosen by the seed. */
export function checkReplay(finished: Lab, count: number, seed: number): ReplayResult {
  const { instant: last } = finished.state;
  const smooth = finished.twin();
  const choppy = finished.twin();
  // Several slices between any two instants, of an odd length.
  const slice = Math.max(997, 2 * Math.floor(last / (count * 14)) + 1);
  smooth.start();
  choppy.start();

  let equal = 0;
  let difference: string | undefined;
  for (const instant of seededInstants(count, seed, last)) {
    advance(smooth, instant, Number.POSITIVE_INFINITY);
    advance(choppy, instant, slice);
    if (digestOf(smooth) === digestOf(choppy)) equal++;
    else difference ??= `at instant ${instant} two machines differ: ${digestOf(smooth)} and ${digestOf(choppy)}`;
  }
  advance(smooth, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (digestOf(smooth) !== digestOf(finished)) {
    difference ??= `at the end two machines differ: ${digestOf(finished)} and ${digestOf(smooth)}`;
  }
  return { checked: count, equal, difference };
}

/** Spread evenly by the golden ratio, in order; the seed shifts them. */
function seededInstants(count: number, seed: number, last: number): number[] {
  const GOLDEN = 0.6180339887498949;
  const fraction = (i: number) => ((i + 1 + seed * 0.7548776662466927) * GOLDEN) % 1;
  return Array.from({ length: count }, (_, i) => Math.floor(fraction(i) * last)).sort((a, b) => a - b);
}

/** Runs the lab up to the instant, or to its end, and throws away what it prints. */
function advance(lab: Lab, instant: number, slice: number): void {
  while (lab.state.end === undefined && lab.state.instant < instant) {
    lab.run(Math.min(instant - lab.state.instant, slice));
    lab.takeConsole();
    lab.takeDebug();
    lab.takeNotes();
    lab.takeTrace();
  }
}

function digestOf(lab: Lab): string {
  return `state ${lab.stateHash()} trace ${lab.traceDigest()} instant ${lab.state.instant}`;
}
