/**
 * Which lines of a text are marked for the shown instant: the line about to run, the line of the nearest caller, the line that has just run, and the lines
 * that ran so far. Pure: from what the machine says to lines of the text that was built; whoever draws them maps lines to the text as it is now.
 */
import type { LinesRun } from '../../kernel-sim/protocol/page-queries';
import type { StopReport } from '../../kernel-sim/protocol/time';
import type { FrameView } from '../../kernel-sim/protocol/views-code';

/** `next`: about to run, in the chosen frame. `caller`: waits here for what runs elsewhere. `last`: has just run. */
export interface ExecutionMark {
  readonly kind: 'next' | 'caller' | 'last';
  readonly line: number;
}

/** A file as the tabs have it. */
export interface ShownFile {
  readonly file: string;
  /** A source of the lab. */
  readonly isSystem: boolean;
}

export interface Execution {
  readonly shown: StopReport;
  /** Innermost first; undefined: not known yet. */
  readonly frames: readonly FrameView[] | undefined;
  /** The frame the learner looks from. */
  readonly chosen: number;
  /** Where the thread was one instruction before. */
  readonly last: { readonly file: string; readonly line: number } | undefined;
}

export function marksIn({ file, isSystem }: ShownFile, execution: Execution): ExecutionMark[] {
  const { shown, frames, chosen, last } = execution;
  const isHere = (frame: FrameView) => frame.file === file && frame.learner !== isSystem && frame.line > 0;
  const marks: ExecutionMark[] = [];
  const own = frames?.[chosen];
  if (own ? isHere(own) : chosen === 0 && shown.file === file && shown.line > 0) {
    marks.push({ kind: 'next', line: own?.line ?? shown.line });
  }
  const caller = frames?.find((frame, index) => index > chosen && isHere(frame));
  if (caller && marks.length === 0) marks.push({ kind: 'caller', line: caller.line });
  if (last && last.file === file && chosen === 0 && !marks.some(({ line }) => line === last.line)) {
    marks.push({ kind: 'last', line: last.line });
  }
  return marks;
}

/** Lines that had begun to run before the state of that instant, ascending. */
export function linesSoFar({ lines, first }: LinesRun, instant: number): number[] {
  const found: number[] = [];
  for (const [i, line] of lines.entries()) if (first[i] < instant) found.push(line);
  return found;
}

/** Lines with code that had not. */
export function linesNotYet({ lines, first }: LinesRun, instant: number): number[] {
  const found: number[] = [];
  for (const [i, line] of lines.entries()) if (!(first[i] < instant)) found.push(line);
  return found;
}
