/** What one picture of the timeline is drawn from: gathered before each frame, read by the functions that draw. */
import type { RunEnd } from '../../kernel-sim/protocol/lab-api';
import type { BranchLine } from './branch-lines';
import type { EventIndex } from './event-index';
import type { Geometry } from './geometry';
import type { LaneIndex } from './lane-index';
import type { Palette } from './palette';
import type { Prefs } from './prefs';
import type { Span } from './span';

export interface Scene {
  readonly geometry: Geometry;
  readonly palette: Palette;
  readonly span: Span;
  readonly head: number;
  readonly events: EventIndex;
  readonly lanes: LaneIndex | undefined;
  readonly whole: LaneIndex | undefined;
  readonly axis: Prefs['axis'];
  readonly branches: readonly BranchLine[];
  /** Instants on the branch shown. */
  readonly bookmarks: readonly number[];
  readonly hits: readonly number[];
  /** Those of the hits that only logged. */
  readonly logs: ReadonlySet<number>;
  readonly end: RunEnd | undefined;
}

/** What is drawn over it, and changes with every move of the pointer. */
export interface Pointer {
  /** The instant shown; undefined: none. */
  readonly shown: number | undefined;
  /** Where the pointer would go, or goes. */
  readonly hover: number | undefined;
  readonly isScrubbing: boolean;
  readonly marked: MarkedSpan | undefined;
}

/** The stretch that is marked. */
export interface MarkedSpan extends Span {
  /** Simulated time in it, once that is known. */
  readonly ns: number | undefined;
}

export type Ink = CanvasRenderingContext2D;

/** Pixels from the left of an instant. */
export function xOf(instant: number, { from, to }: Span, { stretch: { left, right } }: Geometry): number {
  return left + ((instant - from) / (to - from)) * (right - left);
}
