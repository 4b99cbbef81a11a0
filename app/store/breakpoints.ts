/**
 * The learner's breakpoints, which outlive runs: set before each run, and in the running machine as they change. Places in files move with edits (the
 * editor tells). What became of one in the machine (its place, why it waits) is in the lab store.
 */
import { create } from 'zustand';
import type { BreakpointSpec } from '../../kernel-sim/protocol/time';

export interface Breakpoint {
  /** Of the page's own; the worker numbers its own ones. */
  readonly id: number;
  readonly spec: BreakpointSpec;
  readonly isEnabled: boolean;
}

interface BreakpointsState {
  readonly breakpoints: readonly Breakpoint[];
}

export const useBreakpoints = create<BreakpointsState>(() => ({ breakpoints: [] }));

/** What a run is to begin with. */
export function enabledSpecs(): readonly BreakpointSpec[] {
  return useBreakpoints.getState().breakpoints.flatMap(({ spec, isEnabled }) => (isEnabled ? [spec] : []));
}
