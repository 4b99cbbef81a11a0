/**
 * What the host did to a run, as plain JSON: with the build and its seed it decides everything.
 */
import type { At } from '../protocol/time.ts';

/** What may be changed while the machine runs. `seed` names the interleaving from here on. */
export interface Knob {
  readonly name: 'nsPerInstruction' | 'seed';
  readonly value: number;
}

/** Applied when the branch goes on from `instant`. `input`: one character a byte. */
export type LogEntry =
  | { readonly instant: number; readonly input: string }
  | { readonly instant: number; readonly knob: Knob };

export interface LoggedBranch {
  readonly id: number;
  readonly from: At | undefined;
  readonly head: number;
  readonly ended: boolean;
  readonly dropped: boolean;
  readonly cause: string;
  readonly entries: readonly LogEntry[];
}

export interface TimelineLog {
  readonly branches: readonly LoggedBranch[];
  readonly at: At;
}
