/**
 * Images in memory: sections mapped with their protections, relocations applied, imports resolved. The guest's own lists
 * (KLDR_DATA_TABLE_ENTRY) say which image is mapped where; the tables for debugger and explanations are found by its hash.
 */
import { type PhysAddr, toU64, type VirtAddr } from '../../base/numbers.ts';
import type { Image, Section } from '../../c/image.ts';
import { PAGE } from '../../machine/layout.ts';
import { insertTail, removeEntry } from '../dispatcher/lists.ts';
import type { Kernel } from '../kernel.ts';
import { C, KLDR_DATA_TABLE_ENTRY } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { NTOSKRNL_BASE, pagesOf, SYSTEM_IMAGES } from './map.ts';
import { readPhysicalPointer, takeSystemAddress } from './system.ts';
import { allocatePage, freePage } from './tables.ts';

/** Copies an image to `base` in the address space of `cr3`. STATUS_SUCCESS or STATUS_NO_MEMORY (what was mapped stays). */
export function mapImage(k: Kernel, cr3: PhysAddr, image: Image, base: VirtAddr, user: boolean): number {
  const pages = new Map<number, PhysAddr>();
  const map = (rva: number, write: boolean, execute: boolean): boolean => {
    const pfn = allocatePage(k, cr3, base + rva, { write, execute, user });
    if (pfn !== 0) pages.set(rva, pfn * PAGE);
    return pfn !== 0;
  };
  const { memory } = k.machine;
  const place = (section: Pick<Section, 'rva' | 'size' | 'bytes'>, write: boolean, execute: boolean): boolean => {
    for (let i = 0; i < pagesOf(section.size); i++) {
      const rva = section.rva + i * PAGE;
      if (!map(rva, write, execute)) return false;
      memory.write(pages.get(rva) as PhysAddr, section.bytes.subarray(i * PAGE, (i + 1) * PAGE));
    }
    return true;
  };
  if (!place({ rva: 0, size: PAGE, bytes: headerBytes(image) }, false, false)) return C.STATUS_NO_MEMORY;
  for (const section of image.sections) {
    if (section.rva !== 0 && !place(section, section.write, section.execute)) return C.STATUS_NO_MEMORY;
  }
  for (const rva of image.relocations) {
    const at = (pages.get(rva - (rva % PAGE)) as PhysAddr) + (rva % PAGE);
    memory.setU64(at, BigInt.asUintN(64, memory.u64(at) + toU64(base)));
  }
  return C.STATUS_SUCCESS;
}

/** The header page may be a section of its own; else it is made from the image's fields. */
function headerBytes(image: Image): Uint8Array {
  const section = image.sections.find((s) => s.rva === 0);
  if (section) return section.bytes;
  throw new Error(`${image.name} has no header section`);
}

/** Fills import slots. False if a name is exported by nobody. */
export function resolveImports(
  k: Kernel,
  cr3: PhysAddr,
  image: Image,
  base: VirtAddr,
  find: (name: string) => VirtAddr | undefined,
): boolean {
  for (const { name, slot } of image.imports) {
    const target = find(name);
    if (target === undefined) return false;
    writeThrough(k, cr3, base + slot, toU64(target));
  }
  return true;
}

/** Writes 8 bytes past protections, in a given address space. */
export function writeThrough(k: Kernel, cr3: PhysAddr, va: VirtAddr, value: bigint): void {
  const pa = physicalOf(k, cr3, va);
  if (pa >= 0) k.machine.memory.setU64(pa, value);
}

/** Physical address behind a valid page of an address space, rights aside; -1. */
export function physicalOf(k: Kernel, cr3: PhysAddr, va: VirtAddr): PhysAddr {
  const page = readPhysicalPointer(k, cr3, va);
  return page < 0 ? -1 : page + (((va % PAGE) + PAGE) % PAGE);
}

/** Describes a mapped image in a KLDR_DATA_TABLE_ENTRY at `va`. */
export function describeImage(
  k: Kernel,
  va: VirtAddr,
  image: Image,
  base: VirtAddr,
  flags: number,
): KLDR_DATA_TABLE_ENTRY {
  const entry = new KLDR_DATA_TABLE_ENTRY(k.mem, va);
  k.mem.fill(va, KLDR_DATA_TABLE_ENTRY.size, 0);
  entry.DllBase = base;
  entry.EntryPoint = image.entry === 0 ? 0 : base + image.entry;
  entry.SizeOfImage = image.size;
  entry.Flags = flags;
  entry.Hash = BigInt(`0x${image.hash}`);
  const name = image.name.slice(0, C.KI_MAX_IMAGE_NAME - 1);
  k.mem.setUtf16(entry.NameBuffer, name);
  entry.BaseDllName.Length = name.length * 2;
  entry.BaseDllName.MaximumLength = name.length * 2 + 2;
  entry.BaseDllName.Buffer = entry.NameBuffer;
  return entry;
}

/** Entries of the static table of system images that describe something, loaded or unloaded. */
export function systemImages(k: Kernel): KLDR_DATA_TABLE_ENTRY[] {
  const table = k.symbol('MmSystemModules');
  const described = C.KI_IMAGE_LOADED | C.KI_IMAGE_UNLOADED;
  return Array.from(
    { length: C.KI_MAX_SYSTEM_MODULES },
    (_, i) => new KLDR_DATA_TABLE_ENTRY(k.view as typeof k.mem, table + i * KLDR_DATA_TABLE_ENTRY.size),
  ).filter((entry) => (entry.Flags & described) !== 0);
}

/** The name of a file on the "disk": last component, `.sys` if it has none. */
function fileName(k: Kernel, unicodeString: VirtAddr): string {
  const length = k.mem.u16(unicodeString);
  const text = k.mem.utf16(k.mem.ptr(unicodeString + 8), length);
  const last = text.slice(text.lastIndexOf('\\') + 1);
  return last.includes('.') ? last : `${last}.sys`;
}

function freeEntry(k: Kernel): VirtAddr | undefined {
  const table = k.symbol('MmSystemModules');
  for (const wanted of [0, C.KI_IMAGE_UNLOADED]) {
    for (let i = 0; i < C.KI_MAX_SYSTEM_MODULES; i++) {
      const va = table + i * KLDR_DATA_TABLE_ENTRY.size;
      if (new KLDR_DATA_TABLE_ENTRY(k.mem, va).Flags === wanted) return va;
    }
  }
  return undefined;
}

/** The loaded system image at `base`. */
function loadedAt(k: Kernel, base: VirtAddr): { entry: KLDR_DATA_TABLE_ENTRY; image: Image } | undefined {
  for (const found of systemImages(k)) {
    if (found.DllBase !== base || (found.Flags & C.KI_IMAGE_LOADED) === 0 || base === NTOSKRNL_BASE) continue;
    const image = k.images.hashed(found.Hash);
    if (image) return { entry: new KLDR_DATA_TABLE_ENTRY(k.mem, found.va), image };
  }
  return undefined;
}

function unmapImage(k: Kernel, base: VirtAddr, image: Image): void {
  for (let rva = 0; rva < image.size; rva += PAGE) freePage(k, k.cpu.cr3, base + rva);
}

export const imagePrimitives = {
  MiLoadSystemImage(k, File, Base, Entry) {
    k.mem.probe(Base, 8, true);
    k.mem.probe(Entry, 8, true);
    const image = k.images.named(fileName(k, File));
    if (!image) return C.STATUS_OBJECT_NAME_NOT_FOUND;
    if (image.kind !== 'sys') return C.STATUS_INVALID_IMAGE_FORMAT;
    const va = freeEntry(k);
    const base = takeSystemAddress(k, 'NextSystemImage', Math.ceil((image.size + PAGE) / 0x10000) * 0x10000);
    if (va === undefined || base < SYSTEM_IMAGES) return C.STATUS_INSUFFICIENT_RESOURCES;
    const { cr3 } = k.cpu;
    const status = mapImage(k, cr3, image, base, false);
    if (status !== C.STATUS_SUCCESS) {
      unmapImage(k, base, image);
      return C.STATUS_INSUFFICIENT_RESOURCES;
    }
    const exported = (name: string) => (Object.hasOwn(k.ntoskrnl.exports, name) ? k.symbol(name) : undefined);
    if (!resolveImports(k, cr3, image, base, exported)) {
      unmapImage(k, base, image);
      return C.STATUS_DRIVER_ENTRYPOINT_NOT_FOUND;
    }
    const entry = describeImage(k, va, image, base, C.KI_IMAGE_LOADED);
    insertTail(k, k.symbol('PsLoadedModuleList'), entry.InLoadOrderLinks.va);
    k.mem.setPtr(Base, base);
    k.mem.setPtr(Entry, entry.EntryPoint);
    return C.STATUS_SUCCESS;
  },

  MiUnloadSystemImage(k, Base) {
    const found = loadedAt(k, Base);
    if (!found) return;
    removeEntry(k, found.entry.InLoadOrderLinks.va);
    found.entry.Flags = C.KI_IMAGE_UNLOADED;
    unmapImage(k, Base, found.image);
  },

  MiFindRoutine(k, Name) {
    const length = k.mem.u16(Name);
    const name = length === 0 ? '' : k.mem.utf16(k.mem.ptr(Name + 8), length);
    return Object.hasOwn(k.ntoskrnl.exports, name) ? k.symbol(name) : 0;
  },

  MiFindImage(k, File) {
    return k.images.named(fileName(k, File)) ? 1 : 0;
  },

  MiDiscardInit(k, Base) {
    const found = loadedAt(k, Base);
    if (!found) return;
    found.entry.Flags |= C.KI_IMAGE_INIT_DISCARDED;
    for (const section of found.image.sections) {
      if (!section.discardable) continue;
      for (let i = 0; i < pagesOf(section.size); i++) freePage(k, k.cpu.cr3, Base + section.rva + i * PAGE);
    }
  },
} satisfies Partial<Primitives>;
