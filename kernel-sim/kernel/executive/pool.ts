/**
 * Pool blocks: the arithmetic of in-band headers, free lists and whole pages over ExpPool and ExpPoolPages (guest/ntoskrnl/exp.h). Every
 * check comes before the first change; what is found corrupt is described in an EXP_POOL_ERROR, and guest C makes the bug check of it.
 *
 * A page of small blocks stays with its pool for good, so that use after free finds what was left there, as on Windows; whole-page allocations
 * give their pages back at once, and their addresses are not used again.
 */
import { toVirtAddr, type VirtAddr } from '../../base/numbers.ts';
import { PAGE } from '../../machine/layout.ts';
import type { Kernel } from '../kernel.ts';
import { C, EXP_POOL_ERROR, POOL_DESCRIPTOR, POOL_HEADER, POOL_PAGE } from '../layouts.generated.ts';
import { allocateSystemPages } from '../memory/system.ts';
import { freePage } from '../memory/tables.ts';
import type { Primitives } from '../primitives.generated.ts';

const UNIT = C.EXP_POOL_ALIGN;
const HEADER = POOL_HEADER.size;
const MIN_UNITS = 2;
const MAX_SMALL = C.EXP_PAGE_UNITS * UNIT - HEADER;
const MAX_BYTES = 1 << 30;
const POOL_NAMES = ['NonPaged', 'NonPagedNx', 'Paged'];
/** POOL_TYPE as drivers know it, for bug-check parameters. */
const POOL_TYPES = [0, 0x200, 1];
const SYSTEM_RANGE_START = toVirtAddr(0xffff8000 | 0, 0);
const APC_LEVEL = 1;

class PoolError {
  constructor(
    readonly code: number,
    readonly p1: number,
    readonly p2: number | bigint,
    readonly p3: number | bigint,
    readonly p4: number | bigint,
  ) {}
}

const badCaller = (p1: number, p2: number | bigint, p3: number | bigint = 0, p4: number | bigint = 0): PoolError =>
  new PoolError(C.BAD_POOL_CALLER, p1, p2, p3, p4);
const badHeader = (p1: number, p2: number, p3: number, p4: number): PoolError =>
  new PoolError(C.BAD_POOL_HEADER, p1, p2, p3, p4);

function report(k: Kernel, at: VirtAddr, error: PoolError): void {
  const out = new EXP_POOL_ERROR(k.mem, at);
  out.P1 = error.p1;
  out.P2 = BigInt.asUintN(64, BigInt(error.p2));
  out.P3 = BigInt.asUintN(64, BigInt(error.p3));
  out.P4 = BigInt.asUintN(64, BigInt(error.p4));
  out.Code = error.code;
}

/** Runs `body`; a PoolError goes to `errorAt`. */
function reporting<T>(k: Kernel, errorAt: VirtAddr, body: () => T, otherwise: T): T {
  try {
    return body();
  } catch (e) {
    if (!(e instanceof PoolError)) throw e;
    report(k, errorAt, e);
    return otherwise;
  }
}

/** Four characters, the first one lowest. */
export function tagText(tag: number): string {
  let text = '';
  for (let i = 0; i < 4; i++) {
    const c = (tag >>> (8 * i)) & 0xff;
    text += c >= 32 && c < 127 ? String.fromCharCode(c) : '.';
  }
  return text;
}

// ------------------------------------------------------------------ descriptor and lists

function pool(k: Kernel, index: number): POOL_DESCRIPTOR {
  return new POOL_DESCRIPTOR(k.mem, k.symbol('ExpPool') + index * POOL_DESCRIPTOR.size);
}

const header = (k: Kernel, at: VirtAddr): POOL_HEADER => new POOL_HEADER(k.mem, at);
const listHead = (p: POOL_DESCRIPTOR, units: number): VirtAddr => p.ListHeads + 16 * units;
const links = (block: VirtAddr): VirtAddr => block + HEADER;
const pageStart = (va: VirtAddr): VirtAddr => Math.floor(va / PAGE) * PAGE;
const nextBlock = (h: POOL_HEADER): VirtAddr => h.va + h.BlockSize * UNIT;
/** True if a block that ends here ends the page. */
const endsPage = (va: VirtAddr): boolean => va - pageStart(va) >= C.EXP_PAGE_UNITS * UNIT;

/** Neighbours of a free block on its list, after checking that they point back: 0x19, 3. */
function neighbours(k: Kernel, block: VirtAddr): { next: VirtAddr; previous: VirtAddr } {
  const entry = links(block);
  const broken = () => badHeader(3, block, 0, 0);
  if (!isPointer(k, entry) || !isPointer(k, entry + 8)) throw broken();
  const next = k.mem.ptr(entry);
  const previous = k.mem.ptr(entry + 8);
  if (!k.view.isMapped(next, 16, true) || !k.view.isMapped(previous, 16, true)) throw broken();
  if (k.mem.u64(next + 8) !== u64(entry) || k.mem.u64(previous) !== u64(entry))
    throw badHeader(3, block, next, previous);
  return { next, previous };
}

const u64 = (va: VirtAddr): bigint => BigInt.asUintN(64, BigInt(va));

/** True if the eight bytes are a canonical address. */
function isPointer(k: Kernel, at: VirtAddr): boolean {
  const top = k.mem.i64(at) >> 47n;
  return top === 0n || top === -1n;
}

function unlink(k: Kernel, at: { next: VirtAddr; previous: VirtAddr }): void {
  k.mem.setPtr(at.previous, at.next);
  k.mem.setPtr(at.next + 8, at.previous);
}

function link(k: Kernel, p: POOL_DESCRIPTOR, block: VirtAddr, units: number): void {
  const head = listHead(p, units);
  const first = k.mem.ptr(head);
  k.mem.setPtr(links(block), first);
  k.mem.setPtr(links(block) + 8, head);
  k.mem.setPtr(first + 8, links(block));
  k.mem.setPtr(head, links(block));
  const word = p.Summary + 4 * (units >> 5);
  k.mem.setU32(word, k.mem.u32(word) | (1 << (units & 31)));
}

/**
 * First non-empty list of blocks with exactly so many units, or so many more that the rest is a block too: what is handed out has no slack in
 * which an overrun would go unseen. 0 if there is none. Empty lists lose their bit.
 */
function findList(k: Kernel, p: POOL_DESCRIPTOR, units: number): number {
  for (let word = units >> 5; word < C.EXP_POOL_LISTS / 32; word++) {
    const at = p.Summary + 4 * word;
    let bits = k.mem.u32(at);
    if (word === units >> 5) bits &= -1 << (units & 31);
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits);
      const size = 32 * word + bit;
      const head = listHead(p, size);
      const isEmpty = k.mem.ptr(head) === head;
      if (isEmpty) k.mem.setU32(at, k.mem.u32(at) & ~(1 << bit));
      else if (size === units || size - units >= MIN_UNITS) return size;
      bits &= bits - 1;
    }
  }
  return 0;
}

function setHeader(h: POOL_HEADER, previous: number, index: number, units: number, type: number): void {
  h.PreviousSize = previous;
  h.PoolIndex = index;
  h.BlockSize = units;
  h.PoolType = type;
}

// ------------------------------------------------------------------ pages

const MASK = C.EXP_POOL_PAGES - 1;

function slotOf(k: Kernel, index: number): POOL_PAGE {
  return new POOL_PAGE(k.mem, k.symbol('ExpPoolPages') + index * POOL_PAGE.size);
}

function firstSlot(va: VirtAddr): number {
  return (((va / PAGE) % C.EXP_POOL_PAGES) + C.EXP_POOL_PAGES) & MASK;
}

/** The entry of the page or of the allocation that starts there. */
function findPage(k: Kernel, va: VirtAddr): POOL_PAGE | undefined {
  for (let i = 0, at = firstSlot(va); i < C.EXP_POOL_PAGES; i++, at = (at + 1) & MASK) {
    const slot = slotOf(k, at);
    const there = k.mem.i64(slot.va);
    if (there === 0n) return undefined;
    if (there === BigInt(va)) return slot;
  }
  return undefined;
}

function addPage(k: Kernel, va: VirtAddr): POOL_PAGE | undefined {
  for (let i = 0, at = firstSlot(va); i < C.EXP_POOL_PAGES; i++, at = (at + 1) & MASK) {
    const slot = slotOf(k, at);
    const there = k.mem.u64(slot.va);
    if (there !== 0n && there !== BigInt(C.EXP_PAGE_TOMBSTONE)) continue;
    slot.Va = va;
    return slot;
  }
  return undefined;
}

function takePages(k: Kernel, index: number, count: number): POOL_PAGE | undefined {
  const protection =
    C.KI_PROTECT_READ | C.KI_PROTECT_WRITE | (index === C.EXP_POOL_NONPAGED ? C.KI_PROTECT_EXECUTE : 0);
  const va = allocateSystemPages(k, count, protection);
  if (va === 0) return undefined;
  const slot = addPage(k, va);
  if (!slot) {
    for (let i = 0; i < count; i++) freePage(k, k.cpu.cr3, va + i * PAGE);
    return undefined;
  }
  slot.PoolIndex = index;
  slot.PoolTag = 0;
  slot.Requested = 0n;
  const p = pool(k, index);
  p.Pages = (p.Pages + count) >>> 0;
  return slot;
}

// ------------------------------------------------------------------ allocation

function allocateSmall(k: Kernel, index: number, bytes: number, tag: number): VirtAddr {
  const p = pool(k, index);
  const units = Math.max(MIN_UNITS, Math.ceil((bytes + HEADER) / UNIT));
  let block: VirtAddr;
  let have = findList(k, p, units);
  if (have !== 0) {
    block = k.mem.ptr(listHead(p, have)) - HEADER;
    if (!k.view.isMapped(block, HEADER + 16, true)) throw badHeader(3, listHead(p, have), block + HEADER, 0);
    const around = neighbours(k, block);
    const h = header(k, block);
    if (h.PoolType !== C.EXP_BLOCK_FREE || h.BlockSize !== have || pageStart(block) !== pageStart(nextBlock(h) - 1)) {
      throw badHeader(0x20, block, nextBlock(h), k.mem.u32(block));
    }
    unlink(k, around);
  } else {
    const page = takePages(k, index, 1);
    if (!page) return 0;
    page.Pages = 0;
    block = page.Va;
    have = C.EXP_PAGE_UNITS;
    setHeader(header(k, block), 0, index, have, C.EXP_BLOCK_FREE);
  }
  const h = header(k, block);
  const rest = have - units;
  const size = rest >= MIN_UNITS ? units : have;
  if (size !== have) {
    const remainder = header(k, block + size * UNIT);
    setHeader(remainder, size, index, rest, C.EXP_BLOCK_FREE);
    remainder.PoolTag = 0;
    link(k, p, remainder.va, rest);
    const after = nextBlock(remainder);
    if (!endsPage(after)) header(k, after).PreviousSize = rest;
  }
  h.BlockSize = size;
  h.PoolType = C.EXP_BLOCK_USED;
  h.PoolTag = tag;
  h.Requested = BigInt(bytes);
  return block + HEADER;
}

function allocateLarge(k: Kernel, index: number, bytes: number, tag: number): VirtAddr {
  const pages = Math.ceil(bytes / PAGE);
  const slot = takePages(k, index, pages);
  if (!slot) return 0;
  slot.Pages = pages;
  slot.PoolTag = tag;
  slot.Requested = BigInt(bytes);
  return slot.Va;
}

// ------------------------------------------------------------------ free

interface Freed {
  bytes: number;
  tag: number;
  index: number;
}

function checkFree(index: number, irql: number, at: VirtAddr, tag: number, wanted: number): void {
  if (index === C.EXP_POOL_PAGED && irql > APC_LEVEL) throw badCaller(0x9, irql, POOL_TYPES[index], at);
  if (wanted !== 0 && wanted !== tag) throw badCaller(0xa, at, tag, wanted);
}

function freeLarge(k: Kernel, slot: POOL_PAGE, at: VirtAddr, wanted: number, irql: number): Freed {
  const { Pages: pages, PoolIndex: index, PoolTag: tag } = slot;
  if (index >= C.EXP_POOL_COUNT || pages > MAX_BYTES / PAGE) throw badCaller(0x99, at);
  checkFree(index, irql, at, tag, wanted);
  const bytes = Number(slot.Requested & 0x7fffffffn);
  k.mem.setU64(slot.va, C.EXP_PAGE_TOMBSTONE);
  for (let i = 0; i < pages; i++) freePage(k, k.cpu.cr3, at + i * PAGE);
  const p = pool(k, index);
  p.Pages = (p.Pages - pages) >>> 0;
  return { bytes, tag, index };
}

/** Everything about the block and its neighbours, checked. */
function checkSmall(k: Kernel, page: POOL_PAGE, at: VirtAddr): POOL_HEADER {
  const h = header(k, at - HEADER);
  const first = k.mem.u32(h.va);
  const units = h.BlockSize;
  if (h.PoolType === C.EXP_BLOCK_FREE) throw badCaller(0x7, 0, first, at);
  const next = nextBlock(h);
  if (h.PoolType !== C.EXP_BLOCK_USED || h.PoolIndex !== page.PoolIndex || units < MIN_UNITS)
    throw badHeader(0x20, h.va, next, first);
  const end = pageStart(h.va) + C.EXP_PAGE_UNITS * UNIT;
  if (next > end || (next < end && header(k, next).PreviousSize !== units)) throw badHeader(0x20, h.va, next, first);
  const previous = h.va - h.PreviousSize * UNIT;
  if (
    h.PreviousSize === 0
      ? h.va !== pageStart(h.va)
      : previous < pageStart(h.va) || header(k, previous).BlockSize !== h.PreviousSize
  ) {
    throw badHeader(0x5, previous, 0, h.va);
  }
  return h;
}

function freeSmall(k: Kernel, page: POOL_PAGE, at: VirtAddr, wanted: number, irql: number): Freed {
  const h = checkSmall(k, page, at);
  const tag = h.PoolTag;
  const index = h.PoolIndex;
  checkFree(index, irql, at, tag, wanted);
  const bytes = Number(h.Requested & 0xffffn);
  const after = nextBlock(h);
  const next = !endsPage(after) && header(k, after).PoolType === C.EXP_BLOCK_FREE ? after : 0;
  const before = h.PreviousSize === 0 ? 0 : h.va - h.PreviousSize * UNIT;
  const previous = before !== 0 && header(k, before).PoolType === C.EXP_BLOCK_FREE ? before : 0;
  if (next !== 0) neighbours(k, next);
  if (previous !== 0) neighbours(k, previous);

  let units = h.BlockSize;
  h.PoolType = C.EXP_BLOCK_FREE;
  if (next !== 0) {
    units += header(k, next).BlockSize;
    unlink(k, neighbours(k, next));
  }
  let start = h.va;
  if (previous !== 0) {
    unlink(k, neighbours(k, previous));
    start = previous;
    units += header(k, previous).BlockSize;
  }
  const merged = header(k, start);
  merged.BlockSize = units;
  const beyond = nextBlock(merged);
  if (!endsPage(beyond)) header(k, beyond).PreviousSize = units;
  link(k, pool(k, index), start, units);
  return { bytes, tag, index };
}

function free(k: Kernel, at: VirtAddr, wanted: number, irql: number): Freed {
  if (at >= 0) throw at === 0 ? badCaller(0x46, 0) : badCaller(0x40, at, SYSTEM_RANGE_START);
  const page = findPage(k, pageStart(at));
  if (!page || !k.view.isMapped(at, 1, true)) throw badCaller(0x46, at);
  if (page.Pages !== 0) {
    if (at !== page.Va) throw badCaller(0x46, at);
    return freeLarge(k, page, at, wanted, irql);
  }
  if (at % UNIT !== 0 || at - HEADER < pageStart(at)) throw badCaller(0x46, at);
  return freeSmall(k, page, at, wanted, irql);
}

export const poolPrimitives = {
  ExpAllocateBlock(k, PoolIndex, NumberOfBytes, Tag, Zero, ErrorAt) {
    if (NumberOfBytes > BigInt(MAX_BYTES)) return 0;
    const bytes = Number(NumberOfBytes);
    const take = bytes > MAX_SMALL ? allocateLarge : allocateSmall;
    const at = reporting(k, ErrorAt, () => take(k, PoolIndex, bytes, Tag), 0);
    if (at === 0) return 0;
    if (Zero !== 0 && bytes <= MAX_SMALL) k.mem.fill(at, bytes, 0);
    const p = pool(k, PoolIndex);
    p.BytesInUse += NumberOfBytes;
    p.Allocations += 1n;
    k.emit('pool_alloc', at, bytes, tagText(Tag), POOL_NAMES[PoolIndex]);
    return at;
  },

  ExpFreeBlock(k, P, CheckTag, Irql, ErrorAt) {
    const freed = reporting<Freed | undefined>(k, ErrorAt, () => free(k, P, CheckTag, Irql), undefined);
    if (!freed) return 0;
    const p = pool(k, freed.index);
    p.BytesInUse = BigInt.asUintN(64, p.BytesInUse - BigInt(freed.bytes));
    p.Frees += 1n;
    k.emit('pool_free', P, freed.bytes, tagText(freed.tag));
    return 1;
  },
} satisfies Partial<Primitives>;
