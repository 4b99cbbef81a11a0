/**
 * Drives one lab from boot to its end, handing out what it produces on the way.
 */
import type { Lab, RunEnd, RunState } from '../protocol/lab-api.ts';

/** Instructions between two looks at the output. Any slicing gives the same machine. */
const SLICE = 2_000_000;

/** Receives the output of a run, in order, in pieces. */
export interface Sink {
  console?(text: string): void;
  debug?(text: string): void;
  note?(text: string): void;
  trace?(chunk: Uint32Array): void;
}

/** Boots the lab's last build and runs it to its end. */
export function runToEnd(lab: Lab, sink: Sink): RunState & { end: RunEnd } {
  lab.start();
  for (;;) {
    const { end, instant, time } = lab.run(SLICE);
    drain(lab, sink);
    if (end) return { end, instant, time };
  }
}

function drain(lab: Lab, sink: Sink): void {
  const chunk = lab.takeTrace();
  if (chunk.length > 0) sink.trace?.(chunk);
  const text = lab.takeConsole();
  if (text !== '') sink.console?.(text);
  const debug = lab.takeDebug();
  if (debug !== '') sink.debug?.(debug);
  for (const note of lab.takeNotes()) sink.note?.(note);
}
