/**
 * Events of the trace by groups that a learner filters by: each has its row on the timeline, its shape and the colour of its meaning. Names are
 * those of the trace schema; one that is in no list belongs to the objects.
 */
import type { Meaning } from '../design/Glyph';

export const GROUP_IDS = ['syscalls', 'irps', 'faults', 'interrupts', 'scheduling', 'objects', 'output'] as const;
export type GroupId = (typeof GROUP_IDS)[number];
export type Shape = 'circle' | 'hexagon' | 'triangle' | 'bolt' | 'bar' | 'diamond' | 'flag';

export interface Group {
  readonly id: GroupId;
  readonly title: string;
  readonly about: string;
  readonly shape: Shape;
  readonly meaning: Meaning;
  /** In the order of a menu. */
  readonly kinds: readonly string[];
}

export const GROUPS: readonly Group[] = [
  {
    id: 'syscalls',
    title: 'System calls',
    about: 'calls of system services and their returns, changes of mode',
    shape: 'circle',
    meaning: 'user',
    kinds: ['syscall_enter', 'syscall_exit', 'mode'],
  },
  {
    id: 'irps',
    title: 'Requests',
    about: 'what happens to IRPs, from their allocation to their end',
    shape: 'hexagon',
    meaning: 'irp',
    kinds: [
      'irp_call',
      'irp_return',
      'irp_complete',
      'irp_completion',
      'irp_pend',
      'irp_copy',
      'irp_alloc',
      'irp_free',
    ],
  },
  {
    id: 'faults',
    title: 'Faults',
    about: 'faults, exceptions and bug checks',
    shape: 'triangle',
    meaning: 'fault',
    kinds: ['fault', 'exception', 'bugcheck'],
  },
  {
    id: 'interrupts',
    title: 'Interrupts',
    about: 'interrupts, DPCs, APCs, timers and the IRQL',
    shape: 'bolt',
    meaning: 'interrupt',
    kinds: ['int', 'int_end', 'dpc_queue', 'dpc', 'apc_queue', 'apc', 'timer', 'irql'],
  },
  {
    id: 'scheduling',
    title: 'Scheduling',
    about: 'context switches, waits, threads and processes, spin locks',
    shape: 'bar',
    meaning: 'idle',
    kinds: [
      'cs',
      'ready',
      'wait',
      'thread_create',
      'thread_exit',
      'process_create',
      'user_exit',
      'lock_acquire',
      'lock_release',
    ],
  },
  {
    id: 'objects',
    title: 'Objects and pool',
    about: 'objects, handles, drivers, devices and pool memory',
    shape: 'diamond',
    meaning: 'kernel',
    kinds: [
      'drv_load',
      'drv_unload',
      'dev_create',
      'dev_delete',
      'link_create',
      'link_delete',
      'ob_create',
      'ob_delete',
      'ob_ref',
      'ob_deref',
      'handle_open',
      'handle_close',
      'pool_alloc',
      'pool_free',
    ],
  },
  {
    id: 'output',
    title: 'Output',
    about: 'what programs and drivers print, and marks they set',
    shape: 'flag',
    meaning: 'hardware',
    kinds: ['console', 'dbg', 'tag', 'mark', 'note'],
  },
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(({ kinds }, number) => kinds.map((kind) => [kind, number] as const)),
);
const OTHERS = GROUPS.findIndex(({ id }) => id === 'objects');

/** Place in `GROUPS` of the group that an event belongs to. */
export function groupOf(kind: string): number {
  return NUMBERS.get(kind) ?? OTHERS;
}

/** All kinds of these groups. */
export function kindsOf(ids: readonly GroupId[]): readonly string[] {
  return GROUPS.filter(({ id }) => ids.includes(id)).flatMap(({ kinds }) => kinds);
}
