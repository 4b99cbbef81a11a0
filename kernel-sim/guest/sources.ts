/**
 * The guest's own C as text, bundled with the app: headers that learners include, sources that the debugger shows.
 */
import type { GuestFiles } from './build.ts';

const FILES = import.meta.glob<string>('./**/*.{c,h}', { query: '?raw', import: 'default', eager: true });

/** By path below `guest/`: `include/wdm.h`, `ntoskrnl/ke-wait.c`. */
export const guestSources: GuestFiles = Object.fromEntries(
  Object.entries(FILES).map(([path, text]) => [path.slice('./'.length), text]),
);
