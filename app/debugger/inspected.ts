/**
 * What can be asked about a subject of the inspector, and how the answer is shown: its view, its sheet, its title, the structure it is in memory. An address
 * is looked through to what begins there. Pure.
 */
import type { Read, ViewQuery, ViewRecord, ViewResult } from '../../kernel-sim/protocol/views';
import type { ObjectView } from '../../kernel-sim/protocol/views-objects';
import type { Meaning } from '../design/Glyph';
import type { Subject } from '../store/selection';
import { shortAddress } from '../words/addresses';
import { hex, hex32 } from '../words/numbers';
import { sentence } from '../words/sentence';
import type { Sheet } from './sheet';
import { deviceSheet, driverSheet, fileSheet, ioctlSheet, irpSheet, mdlSheet } from './sheets-io';
import { addressSheet, handlesSheet, objectSheet, poolSheet, statusSheet } from './sheets-memory';
import { dispatcherSheet, dpcSheet, processSheet, spinLockSheet, threadSheet } from './sheets-threads';

/** The view that shows it; undefined: it needs none, or (an expression) is no record. */
export function queryOf(subject: Subject): ViewQuery | undefined {
  switch (subject.kind) {
    case 'status':
    case 'expression':
      return undefined;
    case 'handle':
      return { ...subject, kind: 'handles' };
    default:
      return subject;
  }
}

/** The record as rows; undefined: there is none yet. */
export function sheetOf(subject: Subject, record: ViewResult['record'] | undefined): Sheet | undefined {
  if (subject.kind === 'status') return statusSheet(subject.code, subject.name);
  if (!record || subject.kind === 'expression') return undefined;
  if ('problem' in record) return { about: sentence(record.problem), tone: 'warn', sections: [] };
  return SHEETS[subject.kind](record as never);
}

type Shown = Exclude<Subject['kind'], 'status' | 'expression'>;
type ViewOf<K extends Shown> = K extends 'handle' ? 'handles' : K;

const SHEETS: { readonly [K in Shown]: (record: ViewRecord<ViewOf<K>>) => Sheet } = {
  irp: irpSheet,
  device: deviceSheet,
  driver: driverSheet,
  file: fileSheet,
  mdl: mdlSheet,
  ioctl: ioctlSheet,
  thread: threadSheet,
  process: processSheet,
  dispatcher: dispatcherSheet,
  dpc: dpcSheet,
  'spin-lock': spinLockSheet,
  pool: poolSheet,
  object: objectSheet,
  handle: handlesSheet,
  address: addressSheet,
};

const NAMES: Readonly<Record<Subject['kind'], string>> = {
  irp: 'IRP',
  device: 'Device object',
  driver: 'Driver object',
  file: 'File object',
  mdl: 'MDL',
  ioctl: 'Control code',
  thread: 'Thread',
  process: 'Process',
  dispatcher: 'Dispatcher object',
  dpc: 'DPC',
  'spin-lock': 'Spin lock',
  pool: 'Pool block',
  object: 'Object',
  handle: 'Handle',
  address: 'Address',
  status: 'Status',
  expression: 'Expression',
};

const MEANINGS: Partial<Readonly<Record<Subject['kind'], Meaning>>> = {
  irp: 'irp',
  dpc: 'interrupt',
  handle: 'user',
  process: 'user',
};

/** What it is, and which one. */
export function titleOf(subject: Subject, record?: ViewResult['record']): { what: string; which: string } {
  return { what: NAMES[subject.kind], which: whichOf(subject, record) };
}

export function meaningOf({ kind }: Subject): Meaning {
  return MEANINGS[kind] ?? 'kernel';
}

function whichOf(subject: Subject, record: ViewResult['record'] | undefined): string {
  const known = record && !('problem' in record) ? record : undefined;
  if (subject.kind === 'thread' && known && 'tid' in known)
    return `${known.tid} of ${'image' in known ? known.image : ''}`;
  if (subject.kind === 'process' && known && 'pid' in known && 'image' in known) return `${known.image} (${known.pid})`;
  if (known && 'name' in known && typeof known.name === 'string' && known.name !== '') return known.name;
  if ('address' in subject) return shortAddress(subject.address);
  switch (subject.kind) {
    case 'thread':
      return String(subject.thread);
    case 'process':
      return String(subject.process);
    case 'handle':
      return hex(subject.handle);
    case 'ioctl':
      return hex32(subject.code);
    case 'status':
      return `${hex32(subject.code)} ${subject.name}`;
    case 'expression':
      return subject.expression;
  }
}

/** Where it is in memory, if it is anywhere. */
export function addressOf(subject: Subject, record: ViewResult['record'] | undefined): string | undefined {
  if (record && 'address' in record && typeof record.address === 'string') return record.address;
  return 'address' in subject ? subject.address : undefined;
}

const EVENT = '_KEVENT';
const STRUCTURES: Partial<Readonly<Record<Subject['kind'], string>>> = {
  irp: '_IRP',
  device: '_DEVICE_OBJECT',
  driver: '_DRIVER_OBJECT',
  file: '_FILE_OBJECT',
  mdl: '_MDL',
  thread: '_ETHREAD',
  process: '_EPROCESS',
  dpc: '_KDPC',
  'spin-lock': 'KSPIN_LOCK',
};
const DISPATCHERS: Readonly<Record<string, string>> = {
  'notification event': EVENT,
  'synchronization event': EVENT,
  semaphore: '_KSEMAPHORE',
  mutex: '_KMUTANT',
  'notification timer': '_KTIMER',
  'synchronization timer': '_KTIMER',
  process: '_EPROCESS',
  thread: '_ETHREAD',
};

/** The C structure that lies there. */
export function structureOf(subject: Subject, record: ViewResult['record'] | undefined): string | undefined {
  if (subject.kind === 'dispatcher' && record && 'type' in record) return DISPATCHERS[String(record.type)];
  return STRUCTURES[subject.kind];
}

const OBJECTS: Readonly<Record<string, 'device' | 'driver' | 'file' | 'dispatcher'>> = {
  Device: 'device',
  Driver: 'driver',
  File: 'file',
  Event: 'dispatcher',
  Mutant: 'dispatcher',
  Semaphore: 'dispatcher',
  Timer: 'dispatcher',
};

interface Found {
  readonly object: Read<ObjectView> | undefined;
  readonly irp: Read<ViewRecord<'irp'>> | undefined;
  readonly address: Read<ViewRecord<'address'>> | undefined;
}

/** What begins at an address, as far as the machine's own structures say; else the address itself. */
export function subjectAt(address: string, { object, irp, address: place }: Found): Subject {
  const memory = irp && !('problem' in irp) ? irp.memory : 'no IRP';
  if (memory === 'allocated' || memory === 'freed') return { kind: 'irp', address };
  if (object && !('problem' in object) && object.state !== 'no header') {
    if (object.type === 'Thread') return { kind: 'thread', thread: address };
    if (object.type === 'Process') return { kind: 'process', process: address };
    return { kind: OBJECTS[object.type] ?? 'object', address };
  }
  // Other structures may look like an IRP, too: what is an object is none.
  if (memory === 'own memory') return { kind: 'irp', address };
  if (place && !('problem' in place) && place.pool) return { kind: 'pool', address };
  return { kind: 'address', address };
}
