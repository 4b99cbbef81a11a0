/**
 * What the transport knows of itself: whether it plays, which of its dialogs is open, what went wrong last, and where breakpoints are hit in this run.
 * The timeline's data and view stand beside it, so that keys and buttons work on what is seen.
 */
import { create } from 'zustand';
import type { At, Direction } from '../../kernel-sim/protocol/time';

/** A breakpoint is hit here. */
export interface Hit {
  readonly at: At;
  /** Which one: `driver.c:41`, `when g_Count changes`. */
  readonly place: string;
  /** What was written or said; '' if the place says all. */
  readonly text: string;
  /** A log point: it does not stop the machine. */
  readonly goesOn: boolean;
}

interface TransportState {
  readonly playing: Direction | undefined;
  readonly dialog: 'go' | 'bookmark' | undefined;
  /** Why the last motion could not be, in plain words; until the next one. */
  readonly problem: string | undefined;
  /** Of the breakpoints that there are now, on the branch shown, as far as they are known. */
  readonly hits: readonly Hit[];
}

const NOTHING: TransportState = { playing: undefined, dialog: undefined, problem: undefined, hits: [] };

export const useTransport = create<TransportState>(() => NOTHING);
