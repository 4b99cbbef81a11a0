/**
 * Handle tables: what a process has open.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, EPROCESS, HANDLE_TABLE, HANDLE_TABLE_ENTRY } from '../kernel/layouts.generated.ts';
import type { List, ProcessRef, Read } from '../protocol/views.ts';
import type { HandleRecord, HandlesView, ObjectView } from '../protocol/views-objects.ts';
import { findProcess, processes, processName } from './identity.ts';
import { hex, reading, struct, view } from './look.ts';
import { access, flags, HANDLE_ATTRIBUTES } from './names.ts';
import { titleOf, typeOf } from './object-names.ts';

const PER_PAGE = C.OBP_HANDLES_PER_PAGE;
const CAPACITY = PER_PAGE * C.OBP_HANDLE_PAGES;
/** Handle values are four times the index. */
const STEP = 4;

interface Entry {
  index: number;
  object: VirtAddr;
  granted: number;
  attributes: number;
}

/** The table of a process, or with `handle` that one entry. Kernel handles (sign bit) stand in the kernel's table. */
export function handlesView(k: Kernel, ref: ProcessRef | undefined, handle?: number): Read<HandlesView> {
  return view(() => {
    const process = findProcess(k, ref);
    if ('problem' in process) return process;
    const kernel = handle !== undefined && (handle & C.OBP_KERNEL_HANDLE) !== 0;
    const at = kernel ? kernelTable(k) : tableOf(k, process.va);
    if (at === undefined) return { problem: 'the process has no handle table (any more)' };
    const table = struct(k, HANDLE_TABLE, at);
    const name = processName(k, kernel ? (table.ptr('Process') ?? process.va) : process.va);
    if ('problem' in name) return name;
    const found = entriesOf(k, at);
    const index = handle === undefined ? undefined : ((handle & ~C.OBP_KERNEL_HANDLE) >>> 0) / STEP;
    const wanted = found.entries.filter((entry) => index === undefined || entry.index === Math.floor(index));
    if (index !== undefined && wanted.length === 0)
      return { problem: `the handle 0x${(handle as number).toString(16)} is not open in ${name.image}` };
    return {
      process: name,
      kernel,
      table: hex(at),
      count: table.fields.HandleCount,
      handles: { entries: wanted.map((entry) => recordOf(k, entry, kernel)), cut: found.cut },
    };
  });
}

/** Handle count of a process; 0 if it has no table (any more). */
export function handleCount(k: Kernel, process: VirtAddr): number {
  const at = tableOf(k, process);
  return at === undefined ? 0 : (tryRead(() => struct(k, HANDLE_TABLE, at).fields.HandleCount) ?? 0);
}

/** Every handle that is open on an object. */
export function handlesTo(k: Kernel, object: VirtAddr): ObjectView['openHandles'] {
  const found: ObjectView['openHandles'][number][] = [];
  for (const process of processes(k).entries) {
    const name = processName(k, process);
    const at = tableOf(k, process);
    if ('problem' in name || at === undefined) continue;
    for (const entry of entriesOf(k, at).entries) {
      if (entry.object === object) found.push({ process: name, handle: entry.index * STEP });
    }
  }
  return found;
}

function tableOf(k: Kernel, process: VirtAddr): VirtAddr | undefined {
  return tryRead(() => struct(k, EPROCESS, process).ptr('ObjectTable'));
}

/** That of the System process, which made its table first. */
function kernelTable(k: Kernel): VirtAddr | undefined {
  return tryRead(() => k.view.ptr(k.symbol('ObpKernelHandleTable'))) || undefined;
}

function recordOf(k: Kernel, entry: Entry, kernel: boolean): Read<HandleRecord> {
  return reading(() => {
    const type = typeOf(k, entry.object);
    return {
      handle: (entry.index * STEP + (kernel ? C.OBP_KERNEL_HANDLE : 0)) >>> 0,
      object: hex(entry.object),
      type,
      access: access(entry.granted, type),
      attributes: flags(entry.attributes, HANDLE_ATTRIBUTES),
      name: titleOf(k, entry.object),
    };
  });
}

function entriesOf(k: Kernel, table: VirtAddr): List<Entry> {
  const entries: Entry[] = [];
  let cut = '';
  const end = Math.min(tryRead(() => struct(k, HANDLE_TABLE, table).fields.NextNew) ?? 0, CAPACITY);
  for (let index = 1; index < end; index++) {
    const entry = tryRead(() => entryAt(k, table, index));
    if (entry === null) continue;
    if (entry) entries.push(entry);
    else if (cut === '') cut = `the entry of handle 0x${(index * STEP).toString(16)} cannot be read`;
  }
  return { entries, cut };
}

/** Null: the entry is free. */
function entryAt(k: Kernel, table: VirtAddr, index: number): Entry | null {
  const page = k.view.ptr(table + HANDLE_TABLE.off.Pages + 8 * Math.floor(index / PER_PAGE));
  if (page === 0) return null;
  const entry = struct(k, HANDLE_TABLE_ENTRY, page + (index % PER_PAGE) * HANDLE_TABLE_ENTRY.size);
  const object = entry.ptr('Object');
  if (object === undefined) return null;
  const { GrantedAccess, AttributesOrNextFree } = entry.fields;
  return { index, object, granted: GrantedAccess, attributes: AttributesOrNextFree };
}
