/**
 * The user half of an address space: stacks that grow by a guard page, memory that programs ask for, page faults on both. What a page is
 * meant for stands in software bits of its PTE (tables.ts).
 */
import type { PhysAddr, VirtAddr } from '../../base/numbers.ts';
import { PAGE } from '../../machine/layout.ts';
import type { Kernel } from '../kernel.ts';
import { C, EPROCESS, ETHREAD, KTRAP_FRAME, TEB } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { physicalOf } from './images.ts';
import { pageOf, pagesOf, TEB_STRIDE, USER_ALLOCATIONS, USER_ALLOCATIONS_END, USER_END } from './map.ts';
import {
  allocatePage,
  freePage,
  hasFrame,
  holdPage,
  markPage,
  type PageRights,
  PTE,
  protectPage,
  pteAddress,
} from './tables.ts';

const STACK_RIGHTS: PageRights = { write: true, execute: false, user: true };
/** TEB.NtTib. */
const TEB_STACK_BASE = 8;
const TEB_STACK_LIMIT = 16;
const TEB_SELF = 48;
const TEB_CLIENT_ID = 64;
const TEB_PEB = 96;

export function addressSpaceOf(process: EPROCESS): PhysAddr {
  return Number(process.Pcb.DirectoryTableBase);
}

/** Rights that a PAGE_* protection gives (PAGE_NOACCESS and PAGE_GUARD besides: `isHeld`); undefined: no protection at all. */
function rightsOf(protect: number): PageRights | undefined {
  switch (protect & 0xff) {
    case C.PAGE_READONLY:
    case C.PAGE_NOACCESS:
      return { write: false, execute: false, user: true };
    case C.PAGE_READWRITE:
    case C.PAGE_WRITECOPY:
      return { write: true, execute: false, user: true };
    case C.PAGE_EXECUTE:
    case C.PAGE_EXECUTE_READ:
      return { write: false, execute: true, user: true };
    case C.PAGE_EXECUTE_READWRITE:
    case C.PAGE_EXECUTE_WRITECOPY:
      return { write: true, execute: true, user: true };
    default:
      return undefined;
  }
}

function isHeld(protect: number): boolean {
  return (protect & 0xff) === C.PAGE_NOACCESS || (protect & C.PAGE_GUARD) !== 0;
}

/** The low half of a page's entry, 0 if it has none. */
function entryOf(k: Kernel, cr3: PhysAddr, va: VirtAddr): number {
  const at = pteAddress(k, cr3, va);
  return at < 0 ? 0 : k.machine.memory.u32(at);
}

function protectionOf(low: number, high: number): number {
  if (low & PTE.HELD && (low & PTE.GUARD) === 0) return C.PAGE_NOACCESS;
  return accessOf(low, high) | (low & PTE.HELD ? C.PAGE_GUARD : 0);
}

function accessOf(low: number, high: number): number {
  const execute = (high & 0x80000000) === 0;
  if (low & PTE.WRITE) return execute ? C.PAGE_EXECUTE_READWRITE : C.PAGE_READWRITE;
  return execute ? C.PAGE_EXECUTE_READ : C.PAGE_READONLY;
}

/** Writes 8 bytes of another address space. */
function poke(k: Kernel, cr3: PhysAddr, va: VirtAddr, value: number | bigint): void {
  const pa = physicalOf(k, cr3, va);
  if (pa >= 0) k.machine.memory.setU64(pa, value);
}

/** Pages that a stack keeps back for those who handle its overflow. */
const STACK_SPARE_PAGES = 2;

/** A fault on a guard page: the stack grows by a page, the next one becomes the guard; at the end by what was kept back. */
function growStack(k: Kernel, cr3: PhysAddr, page: VirtAddr): number {
  if (allocatePage(k, cr3, page, STACK_RIGHTS) === 0) return C.STATUS_STACK_OVERFLOW;
  const isReserved = (va: VirtAddr): boolean => (entryOf(k, cr3, va) & PTE.RESERVED) !== 0;
  const isLast = !isReserved(page - (STACK_SPARE_PAGES + 1) * PAGE);
  let limit = page;
  if (isLast)
    for (let i = 0; i < STACK_SPARE_PAGES && isReserved(limit - PAGE); i++)
      if (allocatePage(k, cr3, limit - PAGE, STACK_RIGHTS) !== 0) limit -= PAGE;
  const teb = k.thread.Tcb.Teb;
  if (teb !== 0 && page < USER_END) poke(k, cr3, teb + TEB_STACK_LIMIT, limit);
  if (isLast) return C.STATUS_STACK_OVERFLOW;
  markPage(k, cr3, page - PAGE, PTE.GUARD);
  return C.STATUS_SUCCESS;
}

/** Whether the page belongs to the stack of the thread that runs. */
function isOwnStack(k: Kernel, page: VirtAddr): boolean {
  const teb = k.thread.Tcb.Teb;
  if (teb === 0) return false;
  return page >= Number(k.mem.u64(teb + TEB_STACK_LIMIT)) && page < Number(k.mem.u64(teb + TEB_STACK_BASE));
}

export const userPrimitives = {
  MiAccessFault(k, TrapFrame) {
    const trap = new KTRAP_FRAME(k.mem, TrapFrame);
    const address = Number(BigInt.asIntN(64, trap.FaultAddress));
    if (address < 0 || address >= USER_END) return C.STATUS_ACCESS_VIOLATION;
    const page = pageOf(address);
    const { cr3 } = k.cpu;
    const at = pteAddress(k, cr3, page);
    const bits = at < 0 ? 0 : k.machine.memory.u32(at);
    if (bits & PTE.VALID || (bits & PTE.GUARD) === 0) return C.STATUS_ACCESS_VIOLATION;
    if (bits & PTE.HELD) {
      k.machine.memory.setU32(at, (bits & ~(PTE.HELD | PTE.GUARD)) | PTE.VALID);
      return isOwnStack(k, page) ? C.STATUS_STACK_OVERFLOW : C.STATUS_GUARD_PAGE_VIOLATION;
    }
    return growStack(k, cr3, page);
  },

  MiCreateUserStack(k, Process, Thread, Reserve, StackTop) {
    const process = new EPROCESS(k.mem, Process);
    const thread = new ETHREAD(k.mem, Thread);
    const cr3 = addressSpaceOf(process);
    const reserve = Math.max(pagesOf(Number(Reserve)), 4) * PAGE;
    const top = process.NextStack;
    const base = top - reserve;
    const teb = process.NextTeb;
    if (base < 0x10000) return C.STATUS_NO_MEMORY;
    process.NextStack = base - PAGE;
    process.NextTeb = teb + TEB_STRIDE;
    const commit = Math.min(C.KI_USER_STACK_COMMIT, reserve - 2 * PAGE);
    for (let va = top - commit; va < top; va += PAGE)
      if (allocatePage(k, cr3, va, STACK_RIGHTS) === 0) return C.STATUS_NO_MEMORY;
    for (let va = base; va < top - commit - PAGE; va += PAGE)
      if (!markPage(k, cr3, va, PTE.RESERVED)) return C.STATUS_NO_MEMORY;
    markPage(k, cr3, top - commit - PAGE, PTE.GUARD);
    for (let i = 0; i < pagesOf(TEB.size); i++)
      if (allocatePage(k, cr3, teb + i * PAGE, STACK_RIGHTS) === 0) return C.STATUS_NO_MEMORY;
    poke(k, cr3, teb + TEB_STACK_BASE, top);
    poke(k, cr3, teb + TEB_STACK_LIMIT, top - commit);
    poke(k, cr3, teb + TEB_SELF, teb);
    poke(k, cr3, teb + TEB_CLIENT_ID, k.mem.u64(Thread + ETHREAD.off.Cid));
    poke(k, cr3, teb + TEB_CLIENT_ID + 8, k.mem.u64(Thread + ETHREAD.off.Cid + 8));
    poke(k, cr3, teb + TEB_PEB, process.Peb);
    thread.Tcb.Teb = teb;
    thread.UserStackBase = base;
    thread.UserStackReserve = BigInt(reserve);
    k.mem.setPtr(StackTop, top);
    return C.STATUS_SUCCESS;
  },

  MiDeleteUserStack(k, Process, Thread) {
    const cr3 = addressSpaceOf(new EPROCESS(k.mem, Process));
    const thread = new ETHREAD(k.mem, Thread);
    const { Teb } = thread.Tcb;
    const base = thread.UserStackBase;
    if (base === 0) return;
    thread.UserStackBase = 0;
    thread.Tcb.Teb = 0;
    const end = base + Number(thread.UserStackReserve);
    for (let va = base; va < end; va += PAGE) if (!freePage(k, cr3, va)) clearMark(k, cr3, va);
    for (let i = 0; i < pagesOf(TEB.size); i++) freePage(k, cr3, Teb + i * PAGE);
  },

  MiAllocateUser(k, Process, Base, Size, Type, Protect) {
    const process = new EPROCESS(k.mem, Process);
    const cr3 = addressSpaceOf(process);
    const rights = rightsOf(Protect);
    const start = k.mem.ptr(Base);
    const wanted = pageOf(start);
    const pages = Math.ceil((Number(k.mem.u64(Size)) + start - wanted) / PAGE);
    k.mem.probe(Base, 8, true);
    k.mem.probe(Size, 8, true);
    if (!rights) return C.STATUS_INVALID_PAGE_PROTECTION;
    if (pages > k.machine.ramBytes / PAGE) return C.STATUS_NO_MEMORY;
    const base = wanted !== 0 ? wanted : process.NextAllocation;
    const commit = (Type & C.MEM_COMMIT) !== 0;
    const reserve = (Type & C.MEM_RESERVE) !== 0 || wanted === 0;
    const end = base + pages * PAGE;
    if (base < 0x10000 || end > USER_END || (wanted === 0 && (base < USER_ALLOCATIONS || end > USER_ALLOCATIONS_END))) {
      return C.STATUS_NO_MEMORY;
    }
    for (let i = 0; i < pages; i++) {
      const entry = entryOf(k, cr3, base + i * PAGE);
      if (reserve ? entry !== 0 : entry === 0) return C.STATUS_CONFLICTING_ADDRESSES;
    }
    for (let i = 0; i < pages; i++) {
      const va = base + i * PAGE;
      const before = entryOf(k, cr3, va);
      const mark = reserve ? (i === 0 ? PTE.FIRST : 0) : before & PTE.FIRST;
      if (!commit) {
        if (!markPage(k, cr3, va, PTE.RESERVED | mark)) return C.STATUS_NO_MEMORY;
      } else if (hasFrame(before)) protectPage(k, cr3, va, rights);
      else if (allocatePage(k, cr3, va, { ...rights, mark }) === 0) {
        for (let j = 0; reserve && j < i; j++) freePage(k, cr3, base + j * PAGE);
        return C.STATUS_NO_MEMORY;
      }
      if (commit && isHeld(Protect)) holdPage(k, cr3, va, (Protect & C.PAGE_GUARD) !== 0);
    }
    if (wanted === 0) process.NextAllocation = base + Math.ceil((pages * PAGE + PAGE) / 0x10000) * 0x10000;
    k.mem.setPtr(Base, base);
    k.mem.setU64(Size, pages * PAGE);
    return C.STATUS_SUCCESS;
  },

  MiFreeUser(k, Process, Base, Size, Type) {
    const cr3 = addressSpaceOf(new EPROCESS(k.mem, Process));
    const base = pageOf(Base);
    if (base < USER_ALLOCATIONS || base >= USER_ALLOCATIONS_END) return C.STATUS_INVALID_PARAMETER;
    if (entryOf(k, cr3, base) === 0) return C.STATUS_MEMORY_NOT_ALLOCATED;
    const pages = Size === 0n ? k.machine.ramBytes / PAGE : Math.ceil(Number(Size) / PAGE);
    for (let i = 0; i < pages; i++) {
      const va = base + i * PAGE;
      const bits = entryOf(k, cr3, va);
      if (bits === 0 || (i > 0 && Size === 0n && bits & PTE.FIRST)) break;
      if (!freePage(k, cr3, va)) clearMark(k, cr3, va);
      if (Type & C.MEM_DECOMMIT) markPage(k, cr3, va, PTE.RESERVED | (bits & PTE.FIRST));
    }
    return C.STATUS_SUCCESS;
  },

  MiProtectUser(k, Process, Base, Size, Protect, OldProtect) {
    const cr3 = addressSpaceOf(new EPROCESS(k.mem, Process));
    const rights = rightsOf(Protect);
    const base = pageOf(Base);
    const end = Base + Number(Size);
    if (!rights) return C.STATUS_INVALID_PAGE_PROTECTION;
    if (base < 0 || end > USER_END || end - base > k.machine.ramBytes) return C.STATUS_INVALID_PARAMETER;
    for (let va = base; va < end; va += PAGE) if (!hasFrame(entryOf(k, cr3, va))) return C.STATUS_NOT_COMMITTED;
    const at = pteAddress(k, cr3, base);
    k.mem.setU32(OldProtect, protectionOf(k.machine.memory.u32(at), k.machine.memory.u32(at + 4)));
    for (let va = base; va < end; va += PAGE) {
      protectPage(k, cr3, va, rights);
      if (isHeld(Protect)) holdPage(k, cr3, va, (Protect & C.PAGE_GUARD) !== 0);
    }
    return C.STATUS_SUCCESS;
  },
} satisfies Partial<Primitives>;

function clearMark(k: Kernel, cr3: PhysAddr, va: VirtAddr): void {
  const at = pteAddress(k, cr3, va);
  if (at >= 0) k.machine.memory.setU64(at, 0);
}
