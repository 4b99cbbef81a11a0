/**
 * Address spaces of programs: the top-level table with the kernel's half, images and their imports, PEB with process parameters and the
 * loader list that ntdll reads.
 */
import { type PhysAddr, toU64, type VirtAddr } from '../../base/numbers.ts';
import type { Image } from '../../c/image.ts';
import { PAGE, Pte } from '../../machine/layout.ts';
import { insertTail, listEntries } from '../dispatcher/lists.ts';
import type { Kernel } from '../kernel.ts';
import {
  C,
  EPROCESS,
  KLDR_DATA_TABLE_ENTRY,
  KTHREAD,
  LDR_DATA_TABLE_ENTRY,
  PEB,
  PEB_LDR_DATA,
  RTL_USER_PROCESS_PARAMETERS,
} from '../layouts.generated.ts';
import { allocateFrame, freeFrame } from '../memory/frames.ts';
import { describeImage, mapImage, physicalOf, resolveImports } from '../memory/images.ts';
import {
  LIBRARY_BASES,
  PEB_BASE,
  PROGRAM_BASE,
  SELF_MAP_SLOT,
  SHARED_DATA,
  TEB_BASE,
  USER_ALLOCATIONS,
  USER_SHARED_DATA,
  USER_STACKS_TOP,
} from '../memory/map.ts';
import { allocatePage, freeUserHalf, mapPage, unmapPage } from '../memory/tables.ts';
import { addressSpaceOf } from '../memory/user.ts';
import type { Primitives } from '../primitives.generated.ts';

const HALF = PAGE / 2;

/** Names of ntdll through which the kernel enters user mode. */
const ENTRY_POINTS = [
  ['UserThreadStart', 'RtlUserThreadStart'],
  ['ExceptionDispatcher', 'KiUserExceptionDispatcher'],
  ['ApcDispatcher', 'KiUserApcDispatcher'],
] as const;

interface Module {
  entry: KLDR_DATA_TABLE_ENTRY;
  image: Image;
}

/** Images mapped in a process, in load order: program, ntdll ... */
export function modulesOf(k: Kernel, process: EPROCESS): Module[] {
  const out: Module[] = [];
  if (process.ModuleList.Flink === 0) return out;
  for (const link of listEntries(k, process.ModuleList.va)) {
    const entry = new KLDR_DATA_TABLE_ENTRY(k.mem, link - KLDR_DATA_TABLE_ENTRY.off.InLoadOrderLinks);
    const image = k.images.hashed(entry.Hash);
    if (image) out.push({ entry, image });
    if (out.length >= C.KI_MAX_USER_MODULES) break;
  }
  return out;
}

/** Fills zeroed user pages that were mapped for it, past protections and in another address space. */
class SpaceWriter {
  constructor(
    private readonly k: Kernel,
    private readonly cr3: PhysAddr,
  ) {}

  u64(va: VirtAddr, value: number | bigint): void {
    const pa = physicalOf(this.k, this.cr3, va);
    if (pa >= 0) this.k.machine.memory.setU64(pa, value);
  }

  u32(va: VirtAddr, value: number): void {
    const pa = physicalOf(this.k, this.cr3, va);
    if (pa >= 0) this.k.machine.memory.setU32(pa, value);
  }

  /** A UNICODE_STRING at `at` whose text (with a terminator) goes to `buffer`. Returns the address behind the text. */
  string(at: VirtAddr, buffer: VirtAddr, text: string): VirtAddr {
    for (let i = 0; i < text.length; i++) {
      const pa = physicalOf(this.k, this.cr3, buffer + 2 * i);
      if (pa >= 0) this.k.machine.memory.setU16(pa, text.charCodeAt(i));
    }
    this.u32(at, ((text.length * 2 + 2) << 16) | (text.length * 2));
    this.u64(at + 8, buffer);
    return buffer + Math.ceil((text.length * 2 + 2) / 8) * 8;
  }

  /** Links `entries` (addresses of LIST_ENTRYs) into a ring behind `head`. */
  ring(head: VirtAddr, entries: VirtAddr[]): void {
    const all = [head, ...entries];
    all.forEach((va, i) => {
      this.u64(va, all[(i + 1) % all.length]);
      this.u64(va + 8, all[(i + all.length - 1) % all.length]);
    });
  }
}

function text(k: Kernel, unicodeString: VirtAddr): string {
  const length = k.mem.u16(unicodeString);
  return length === 0 ? '' : k.mem.utf16(k.mem.ptr(unicodeString + 8), length);
}

export const processPrimitives = {
  MiCreateAddressSpace(k, Process) {
    const process = new EPROCESS(k.mem, Process);
    const { memory } = k.machine;
    const pfn = allocateFrame(k, C.KI_PFN_PAGE_TABLE);
    if (pfn === 0) return C.STATUS_NO_MEMORY;
    const cr3 = pfn * PAGE;
    memory.write(cr3 + HALF, memory.read(k.cpu.cr3 + HALF, HALF));
    memory.setU64(cr3 + 8 * SELF_MAP_SLOT, BigInt(cr3) | Pte.VALID | Pte.WRITE | Pte.NX);
    process.Pcb.DirectoryTableBase = BigInt(cr3);
    process.NextStack = USER_STACKS_TOP;
    process.NextTeb = TEB_BASE;
    process.NextAllocation = USER_ALLOCATIONS;
    const shared = physicalOf(k, cr3, SHARED_DATA);
    if (!mapPage(k, cr3, USER_SHARED_DATA, shared / PAGE, { write: false, execute: false, user: true }))
      return C.STATUS_NO_MEMORY;
    return C.STATUS_SUCCESS;
  },

  MiDeleteAddressSpace(k, Process) {
    const process = new EPROCESS(k.mem, Process);
    const cr3 = addressSpaceOf(process);
    if (cr3 === k.cpu.cr3 || cr3 <= 0 || cr3 >= k.machine.ramBytes || cr3 % PAGE !== 0) return;
    process.Pcb.DirectoryTableBase = 0n;
    unmapPage(k, cr3, USER_SHARED_DATA);
    freeUserHalf(k, cr3);
    freeFrame(k, cr3 / PAGE);
  },

  MiMapUserImage(k, Process, File) {
    const process = new EPROCESS(k.mem, Process);
    const name = text(k, File);
    const image = k.images.named(name.slice(name.lastIndexOf('\\') + 1));
    if (!image) return C.STATUS_OBJECT_NAME_NOT_FOUND;
    const loaded = modulesOf(k, process).length;
    if (loaded >= C.KI_MAX_USER_MODULES) return C.STATUS_INSUFFICIENT_RESOURCES;
    const base = LIBRARY_BASES[image.name.toLowerCase()] ?? PROGRAM_BASE;
    const status = mapImage(k, addressSpaceOf(process), image, base, true);
    if (status !== C.STATUS_SUCCESS) return status;
    const entry = describeImage(
      k,
      process.Modules + loaded * KLDR_DATA_TABLE_ENTRY.size,
      image,
      base,
      C.KI_IMAGE_LOADED | C.KI_IMAGE_USER,
    );
    insertTail(k, process.ModuleList.va, entry.InLoadOrderLinks.va);
    if (loaded === 0) process.EntryPoint = entry.EntryPoint;
    if (image.name.toLowerCase() === 'ntdll.dll') {
      for (const [field, routine] of ENTRY_POINTS) {
        const rva = image.exports[routine];
        process[field] = rva === undefined ? 0 : base + rva;
      }
    }
    return C.STATUS_SUCCESS;
  },

  MiResolveUserImports(k, Process) {
    const process = new EPROCESS(k.mem, Process);
    const modules = modulesOf(k, process);
    const find = (name: string): VirtAddr | undefined => {
      for (const { entry, image } of modules.slice(1)) {
        const rva = image.exports[name];
        if (rva !== undefined) return entry.DllBase + rva;
      }
      return undefined;
    };
    for (const { entry, image } of modules) {
      if (!resolveImports(k, addressSpaceOf(process), image, entry.DllBase, find)) return C.STATUS_ENTRYPOINT_NOT_FOUND;
    }
    return C.STATUS_SUCCESS;
  },

  MiCreatePeb(k, Process, Image, CommandLine) {
    const process = new EPROCESS(k.mem, Process);
    const cr3 = addressSpaceOf(process);
    const w = new SpaceWriter(k, cr3);
    const modules = modulesOf(k, process);
    // PEB, process parameters with their text (2 pages), loader list.
    for (let i = 0; i < 4; i++) {
      if (allocatePage(k, cr3, PEB_BASE + i * PAGE, { write: true, execute: false, user: true }) === 0)
        return C.STATUS_NO_MEMORY;
    }
    const parameters = PEB_BASE + PAGE;
    const loader = PEB_BASE + 3 * PAGE;
    process.Peb = PEB_BASE;
    w.u64(PEB_BASE + PEB.off.Ldr, loader);
    w.u64(PEB_BASE + PEB.off.ProcessParameters, parameters);
    const fields = RTL_USER_PROCESS_PARAMETERS.off;
    const image = text(k, Image);
    const behind = w.string(
      parameters + fields.ImagePathName,
      parameters + RTL_USER_PROCESS_PARAMETERS.size,
      `C:\\lab\\${image}`,
    );
    w.string(parameters + fields.CommandLine, behind, text(k, CommandLine).slice(0, 2048));

    const field = LDR_DATA_TABLE_ENTRY.off;
    const entries = modules.map((_, i) => loader + 64 + i * 512);
    w.ring(
      loader + PEB_LDR_DATA.off.InMemoryOrderModuleList,
      entries.map((va) => va + field.InMemoryOrderLinks),
    );
    modules.forEach(({ entry, image: mapped }, i) => {
      w.u64(entries[i] + field.DllBase, toU64(entry.DllBase));
      w.u32(entries[i] + LDR_IMAGE_SIZE, entry.SizeOfImage);
      w.string(entries[i] + field.FullDllName, entries[i] + 0x100, mapped.name);
    });
    return C.STATUS_SUCCESS;
  },

  KiAttachAddressSpace(k, Process) {
    const process = new EPROCESS(k.mem, Process);
    const cr3 = addressSpaceOf(process);
    if (process.Pcb.Header.Type !== C.KI_PROCESS || cr3 <= 0 || cr3 >= k.machine.ramBytes || cr3 % PAGE !== 0) {
      k.bugCheck(C.INVALID_PROCESS_ATTACH_ATTEMPT, Process, new KTHREAD(k.mem, k.thread.va).ApcState.Process, 0, 0);
    }
    k.cpu.cr3 = cr3;
  },
} satisfies Partial<Primitives>;

/** LDR_DATA_TABLE_ENTRY.SizeOfImage: behind the documented fields (DllBase 0x30, EntryPoint 0x38). */
const LDR_IMAGE_SIZE = 0x40;
