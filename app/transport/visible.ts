/** What counts as a visible change: that which a diagram would draw otherwise. Pure. */
import type { ViewQuery } from '../../kernel-sim/protocol/views';
import { kindsOf } from './groups';

/** Views of code, and those that say where threads and processors stand, differ after each instruction. */
const EACH_INSTRUCTION: ReadonlySet<string> = new Set([
  ...(['stack', 'locals', 'registers', 'source', 'disassembly'] as const),
  ...(['processors', 'processes', 'process', 'thread'] as const),
]);

/** Of what is watched now. */
export function visibleViews(wanted: readonly ViewQuery[]): readonly ViewQuery[] {
  return wanted.filter(({ kind }) => !EACH_INSTRUCTION.has(kind));
}

/** What diagrams draw that are made of events: where no view is watched, the next of these is the next change. */
export const VISIBLE_EVENTS: readonly string[] = [
  ...kindsOf(['syscalls', 'irps', 'faults', 'output']),
  ...['cs', 'int', 'dpc', 'apc', 'timer'],
];
