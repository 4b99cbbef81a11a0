/**
 * Images in memory: the system's, loaded and unloaded, and those of a process.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, EPROCESS, KLDR_DATA_TABLE_ENTRY } from '../kernel/layouts.generated.ts';
import type { ProcessRef, Read } from '../protocol/views.ts';
import type { ModuleRecord, ModulesView } from '../protocol/views-memory.ts';
import { findProcess, processName } from './identity.ts';
import { hex, struct, UNREADABLE, unicode, view } from './look.ts';

/** An entry of a table of images that describes one. */
export interface Module {
  name: string;
  base: VirtAddr;
  size: number;
  hash: bigint;
  flags: number;
  record: ModuleRecord;
}

export function modulesView(k: Kernel, ref: ProcessRef | undefined): Read<ModulesView> {
  return view(() => {
    if (ref === undefined) return { process: null, modules: systemModules(k).map(({ record }) => record) };
    const found = findProcess(k, ref);
    if ('problem' in found) return found;
    const process = processName(k, found.va);
    if ('problem' in process) return process;
    return { process, modules: userModules(k, found.va).map(({ record }) => record) };
  });
}

function systemModules(k: Kernel): Module[] {
  const described = C.KI_IMAGE_LOADED | C.KI_IMAGE_UNLOADED;
  return modulesAt(k, k.symbol('MmSystemModules'), C.KI_MAX_SYSTEM_MODULES, described);
}

/** They stay when the address space has gone. */
export function userModules(k: Kernel, process: VirtAddr): Module[] {
  return modulesAt(k, process + EPROCESS.off.Modules, C.KI_MAX_USER_MODULES, C.KI_IMAGE_USER);
}

function modulesAt(k: Kernel, table: VirtAddr, count: number, described: number): Module[] {
  const modules: Module[] = [];
  for (let i = 0; i < count; i++) {
    const module = tryRead(() => moduleAt(k, table + i * KLDR_DATA_TABLE_ENTRY.size));
    if (module && (module.flags & described) !== 0) modules.push(module);
  }
  return modules.sort((a, b) => a.base - b.base);
}

function moduleAt(k: Kernel, va: VirtAddr): Module | undefined {
  const entry = struct(k, KLDR_DATA_TABLE_ENTRY, va);
  const { Flags, SizeOfImage, Hash } = entry.fields;
  const base = entry.ptr('DllBase');
  if (base === undefined) return undefined;
  const text = unicode(k, entry.at('BaseDllName'));
  // An image's own name is right where the guest's copy is trashed.
  const name = text === UNREADABLE || text === '' ? (k.images.hashed(Hash)?.name ?? UNREADABLE) : text;
  const record: ModuleRecord = {
    ...{ name, base: hex(base), size: SizeOfImage, entry: entry.hex('EntryPoint') },
    state: Flags & C.KI_IMAGE_UNLOADED ? 'unloaded' : 'loaded',
    initDiscarded: (Flags & C.KI_IMAGE_INIT_DISCARDED) !== 0,
    hash: hex(Hash),
  };
  return { name, base, size: SizeOfImage, hash: Hash, flags: Flags, record };
}
