/** What the kinds of breakpoints are called. */
import type { BreakpointLook } from '../store/breakpoints';

export const LOOK_NAMES: Readonly<Record<BreakpointLook, string>> = {
  plain: 'Stops',
  condition: 'Stops',
  hits: 'Stops at some hits',
  log: 'Logs and goes on',
  data: 'Stops on data',
  event: 'Stops at an event',
};
