/** The glossary's data: complete, unambiguous, connected, short enough for a hover. */
import { expect, test } from 'vitest';
import { EVENT_NAMES, type EventName } from '../../kernel-sim/trace/schema';
import { termNamed } from './find';
import { AREAS } from './term';
import { TERMS } from './terms';

const IDS = new Map(TERMS.map((term) => [term.id, term]));

test('at least 130 terms, every area among them', () => {
  expect(TERMS.length).toBeGreaterThanOrEqual(130);
  expect(new Set(TERMS.map((term) => term.area))).toEqual(new Set(AREAS));
});

test('no id, name or alias means two things, or is listed twice', () => {
  const fold = (text: string) => text.replace(/[\s-]+/g, ' ').toLowerCase();
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const term of TERMS) {
    for (const spelling of [term.name, ...term.aliases].map(fold)) {
      if (owners.has(spelling)) clashes.push(`${spelling}: ${owners.get(spelling)}, ${term.id}`);
      owners.set(spelling, term.id);
    }
  }
  for (const { id } of TERMS) {
    const owner = owners.get(fold(id)) ?? id;
    if (owner !== id) clashes.push(`id ${id} is a spelling of ${owner}`);
  }
  expect(clashes).toEqual([]);
  expect(IDS.size).toBe(TERMS.length);
});

test.each(TERMS)('$id is well formed', ({ id, name, aliases, short, long }) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const spelling of [name, ...aliases]) expect(spelling).toMatch(/^\S(.*\S)?$/);
  expect(short.length).toBeLessThanOrEqual(140);
  expect(short).toMatch(/^\S.*\.$/);
  expect(short.slice(0, -1)).not.toMatch(/[.!?]\s/);
  expect(long).toMatch(/^\S.*\.$/);
  expect(long.length).toBeGreaterThanOrEqual(80);
  expect(long.length).toBeLessThanOrEqual(520);
  expect(`${name} ${short} ${long}`).toMatch(/^[\x20-\x7e]*$/);
  const sentences = long.split(/[.!?](?= [^a-z])/).length;
  expect(sentences).toBeGreaterThanOrEqual(2);
  expect(sentences).toBeLessThanOrEqual(4);
});

test.each(TERMS)('what is related to $id exists and is related to it', ({ id, also }) => {
  expect(also.length).toBeGreaterThan(0);
  expect(also.length).toBeLessThanOrEqual(16);
  expect(new Set(also).size).toBe(also.length);
  expect(also).not.toContain(id);
  for (const other of also) expect(IDS.get(other)?.also ?? `no term ${other}`).toContain(id);
});

test('every term can be reached from every other', () => {
  const reached = new Set([TERMS[0].id]);
  for (const id of reached) for (const other of IDS.get(id)!.also) reached.add(other);
  expect(reached.size).toBe(TERMS.length);
});

/** What a reader of the trace will want explained at each event. */
const NOUNS: Readonly<Record<EventName, string>> = {
  cs: 'context switch',
  ready: 'ready thread',
  wait: 'wait',
  mode: 'mode switch',
  syscall_enter: 'system call',
  syscall_exit: 'SYSRET',
  fault: 'fault',
  exception: 'exception',
  irql: 'IRQL',
  int: 'interrupt',
  int_end: 'interrupt',
  dpc_queue: 'DPC queue',
  dpc: 'DPC',
  apc_queue: 'APC',
  apc: 'APC',
  timer: 'timer',
  irp_alloc: 'IRP',
  irp_call: 'IoCallDriver',
  irp_return: 'dispatch routine',
  irp_pend: 'pending',
  irp_complete: 'IoCompleteRequest',
  irp_completion: 'completion routine',
  irp_copy: 'buffer method',
  irp_free: 'IRP',
  ob_ref: 'pointer reference',
  ob_deref: 'pointer reference',
  ob_create: 'object',
  ob_delete: 'object',
  handle_open: 'handle',
  handle_close: 'handle',
  pool_alloc: 'pool',
  pool_free: 'pool tag',
  lock_acquire: 'spin lock',
  lock_release: 'spin lock',
  drv_load: 'DriverEntry',
  drv_unload: 'unload',
  dev_create: 'device object',
  dev_delete: 'device object',
  link_create: 'symbolic link',
  link_delete: 'symbolic link',
  process_create: 'process',
  thread_create: 'thread',
  thread_exit: 'thread',
  user_exit: 'exit code',
  console: 'console',
  dbg: 'DbgPrint',
  tag: 'LabTag',
  mark: 'LabMark',
  note: 'breakpoint',
  bugcheck: 'bug check',
};

test.each(EVENT_NAMES)('the trace event %s can be looked up', (event) => {
  expect(termNamed(NOUNS[event])).toBeDefined();
});
