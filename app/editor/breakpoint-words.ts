/** What the kinds of breakpoints are called. */
import type { BreakpointLook } from '../store/breakpoints';

export const LOOK_NAMES: Readonly<Record<BreakpointLook, string>> = {
  plain: 'Stops',
  condition: 'Stops',
  hits: 'Stops at some hits',
  log: 'Log point',
  data: 'Stops on data',
  event: 'Stops at an event',
};
