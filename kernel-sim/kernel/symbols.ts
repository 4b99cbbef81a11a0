/**
 * From addresses to names and places: which image, which function, which line. Only looks; the guest's lists may be trashed, so whatever
 * cannot be read has no name.
 */
import { hex64, type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import type { FunctionInfo, Image } from '../c/image.ts';
import { GuestFault } from '../machine/faults.ts';
import type { Kernel } from './kernel.ts';
import { C, EPROCESS, KAPC_STATE, KIPCR, KLDR_DATA_TABLE_ENTRY, KPRCB, KTHREAD } from './layouts.generated.ts';
import { systemImages } from './memory/images.ts';
import { LIBRARY_BASES } from './memory/map.ts';

export interface Place {
  image: Image;
  base: VirtAddr;
  rva: number;
  /** Undefined outside of code. */
  fn: FunctionInfo | undefined;
  /** `image!Function+0x30`. */
  name: string;
  file: string | undefined;
  line: number;
  /** False for the lab's own sources. */
  learner: boolean;
  unloaded: boolean;
}

/** Image, function and line at an address, in the current address space. */
export function placeOf(k: Kernel, address: VirtAddr | bigint): Place | undefined {
  const va = typeof address === 'bigint' ? virtAddrOf(address) : address;
  if (va === undefined) return undefined;
  try {
    for (const entry of va < 0 ? systemImages(k) : userImages(k)) {
      const rva = va - entry.DllBase;
      if (rva < 0 || rva >= entry.SizeOfImage) continue;
      const image = k.images.hashed(entry.Hash);
      if (image) return placeIn(image, entry.DllBase, rva, (entry.Flags & C.KI_IMAGE_UNLOADED) !== 0);
    }
  } catch (e) {
    if (!(e instanceof GuestFault)) throw e;
  }
  return undefined;
}

/** The same as text, with the line: `thermo!DispatchControl+0x30 (driver.c:41)`; bare digits if it has no name. */
export function describeAddress(k: Kernel, address: VirtAddr | bigint): string {
  return describePlace(placeOf(k, address), address);
}

export function describePlace(place: Place | undefined, address: VirtAddr | bigint): string {
  if (!place) return hex64(address);
  return place.file === undefined ? place.name : `${place.name} (${place.file}:${place.line})`;
}

/** Name of the routine at an address for the trace: `thermo!Fn+0x10`, or ''. */
export function routineName(k: Kernel, address: VirtAddr | bigint): string {
  return placeOf(k, address)?.name ?? '';
}

/** Name of what lies at a kernel address of the trace; '' for any other: a user address means something only in its own process, which may be gone. */
export function kernelNameOf(k: Kernel, address: string): string {
  const value = BigInt(address);
  return value >> 63n === 0n ? '' : routineName(k, value);
}

/** The function that contains an RVA. */
export function functionAt(image: Image, rva: number): FunctionInfo | undefined {
  let low = 0;
  let high = image.functions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (image.functions[middle].begin <= rva) low = middle + 1;
    else high = middle;
  }
  const fn = image.functions[low - 1];
  return fn && rva < fn.end ? fn : undefined;
}

/** The source line of an RVA. */
export function lineAt(image: Image, rva: number): { file: string; line: number; system: boolean } | undefined {
  const { lines, files } = image.debug;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle].rva <= rva) low = middle + 1;
    else high = middle;
  }
  const row = lines[low - 1];
  const file = row && files[row.file];
  return file ? { file: file.name, line: row.line, system: file.system } : undefined;
}

/** A function's own name; a funclet bears its parent's. */
export function functionName(image: Image, fn: FunctionInfo): string {
  let named = fn;
  for (let i = 0; named.parent !== undefined && i < 8; i++) named = image.functions[named.parent] ?? named;
  return named.name;
}

/** The variable at an RVA: the nearest one that begins at or before it, if it is large enough. */
function variableAt(image: Image, rva: number): { name: string; rva: number } | undefined {
  let best: Image['debug']['globals'][number] | undefined;
  for (const global of image.debug.globals) if (global.rva <= rva && (!best || global.rva > best.rva)) best = global;
  return best && rva < best.rva + typeSize(image, best.type) ? best : undefined;
}

function typeSize(image: Image, index: number): number {
  const type = image.debug.types[index];
  if (type?.kind === 'int' || type?.kind === 'float' || type?.kind === 'array' || type?.kind === 'record')
    return type.size;
  if (type?.kind === 'enum') return 4;
  return type?.kind === 'pointer' ? 8 : 0;
}

/** What stands before the `!`: the file name without its extension; `nt` for the kernel. */
export function moduleName(image: Image): string {
  const name = image.name.replace(/\.[^.]*$/, '');
  return name === 'ntoskrnl' ? 'nt' : name;
}

/** What an RVA of an image mapped at `base` is. */
export function placeIn(image: Image, base: VirtAddr, rva: number, unloaded: boolean): Place {
  const fn = functionAt(image, rva);
  const variable = fn ? undefined : variableAt(image, rva);
  const symbol = fn ? functionName(image, fn) : variable?.name;
  const offset = rva - (fn?.begin ?? variable?.rva ?? 0);
  const name = `${moduleName(image)}${symbol === undefined ? '' : `!${symbol}`}${offset === 0 ? '' : `+0x${offset.toString(16)}`}`;
  const line = fn ? lineAt(image, rva) : undefined;
  const learner = line !== undefined && !line.system && !isOurs(image, line.file);
  return { image, base, rva, fn, name, file: line?.file, line: line?.line ?? 0, learner, unloaded };
}

/** Sources of the lab itself: its images, and the start-up code in every program. */
export function isOurs(image: Image, file: string): boolean {
  return OWN_IMAGES.has(image.name.toLowerCase()) || file.startsWith('user/crt0/');
}

const OWN_IMAGES: ReadonlySet<string> = new Set(['ntoskrnl.exe', 'advapi32.dll', ...Object.keys(LIBRARY_BASES)]);

function userImages(k: Kernel): KLDR_DATA_TABLE_ENTRY[] {
  const thread = k.view.ptr(k.cpu.gsKernel + KIPCR.off.Prcb + KPRCB.off.CurrentThread);
  return imagesOf(k, k.view.ptr(thread + KTHREAD.off.ApcState + KAPC_STATE.off.Process));
}

/** Loader entries of a process (address of its EPROCESS); they stay when its address space has gone. */
export function imagesOf(k: Kernel, process: VirtAddr): KLDR_DATA_TABLE_ENTRY[] {
  const table = process + EPROCESS.off.Modules;
  return Array.from(
    { length: C.KI_MAX_USER_MODULES },
    (_, i) => new KLDR_DATA_TABLE_ENTRY(k.view as typeof k.mem, table + i * KLDR_DATA_TABLE_ENTRY.size),
  ).filter((entry) => (entry.Flags & C.KI_IMAGE_USER) !== 0);
}

/** As `placeOf`, for an address of a given process. */
export function placeInProcess(k: Kernel, process: VirtAddr, address: VirtAddr): Place | undefined {
  try {
    for (const entry of imagesOf(k, process)) {
      const rva = address - entry.DllBase;
      const image = rva >= 0 && rva < entry.SizeOfImage ? k.images.hashed(entry.Hash) : undefined;
      if (image) return placeIn(image, entry.DllBase, rva, false);
    }
  } catch (e) {
    if (!(e instanceof GuestFault)) throw e;
  }
  return undefined;
}
