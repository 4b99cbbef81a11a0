/**
 * Which of the machine's meanings an event belongs to, by its name in the trace schema.
 */
import type { Meaning } from '../design/Glyph';

const EXACT: Readonly<Record<string, Meaning>> = {
  console: 'user',
  process_create: 'user',
  user_exit: 'user',
  tag: 'user',
  mark: 'user',
  fault: 'fault',
  exception: 'fault',
  bugcheck: 'fault',
  int: 'interrupt',
  timer: 'interrupt',
};

const PREFIXES: readonly (readonly [string, Meaning])[] = [
  // A system call is the program's doing, up to the border.
  ['syscall_', 'user'],
  ['irp_', 'irp'],
  ['dpc', 'interrupt'],
  ['apc', 'interrupt'],
];

/** Everything else that happens is the kernel's doing. */
export function meaningOf(event: string): Meaning {
  return EXACT[event] ?? PREFIXES.find(([prefix]) => event.startsWith(prefix))?.[1] ?? 'kernel';
}
