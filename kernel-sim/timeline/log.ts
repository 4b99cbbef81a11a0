/**
 * What the host did to a run, as plain JSON: with the build and its seed it decides everything.
 */
import type { RunEnd } from '../protocol/lab-api.ts';
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

/** `entries`: of its own part. A dropped one stands here while others begin in it. */
export interface LoggedBranch {
  readonly id: number;
  readonly from: At | undefined;
  readonly head: number;
  readonly end: RunEnd | undefined;
  readonly dropped: boolean;
  readonly cause: string;
  readonly entries: readonly LogEntry[];
}

export interface TimelineLog {
  readonly branches: readonly LoggedBranch[];
  /** Number of the next branch. */
  readonly nextBranch: number;
  /** Where the recording cursor is. */
  readonly at: At;
}

/** Bytes as they stand in a log entry. */
export function inputText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function bytesOfInput(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
