/**
 * Pool blocks as their headers say: the block around an address, all blocks with a tag, statistics. What the allocator would refuse is
 * told, not thrown.
 */
import { type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import { tagText } from '../kernel/executive/pool.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, POOL_DESCRIPTOR, POOL_HEADER, POOL_PAGE } from '../kernel/layouts.generated.ts';
import { PAGE } from '../machine/layout.ts';
import type { Address } from '../protocol/time.ts';
import type { List, Read } from '../protocol/views.ts';
import type { PoolBlock, PoolBlockView, PoolsView, PoolTagView } from '../protocol/views-memory.ts';
import { hex, listOf, struct, view, viewAt } from './look.ts';

const UNIT = C.EXP_POOL_ALIGN;
const HEADER = POOL_HEADER.size;
const PAGE_UNITS = C.EXP_PAGE_UNITS;
/** The smallest block: a header and the links of a free one. */
const MIN_UNITS = 2;
const POOLS = ['NonPaged', 'NonPagedNx', 'Paged'];
const MAX_TAG_BLOCKS = 1024;

export const poolName = (index: number): string => POOLS[index] ?? `pool ${index}`;

/** An entry of ExpPoolPages: a page of small blocks (`pages` 0) or a block of whole pages. */
interface PoolPage {
  va: VirtAddr;
  pages: number;
  index: number;
  tag: number;
  requested: number;
}

/** A block with its addresses as numbers, for other views. */
export interface FoundBlock extends PoolBlock {
  /** PoolBlock.address. */
  va: VirtAddr;
}

/** Everything that the pool owns, in the order of its table. */
function poolPages(k: Kernel): { pages: PoolPage[]; cut: string } {
  const table = k.symbol('ExpPoolPages');
  const bytes = tryRead(() => k.view.bytes(table, C.EXP_POOL_PAGES * POOL_PAGE.size));
  if (!bytes) return { pages: [], cut: `the pool's table of pages at ${hex(table)} cannot be read` };
  const words = new DataView(bytes.buffer);
  const { Va, Pages, PoolIndex, PoolTag, Requested } = POOL_PAGE.off;
  const pages: PoolPage[] = [];
  for (let at = 0; at < bytes.length; at += POOL_PAGE.size) {
    // Free entries and tombstones are not negative.
    if (words.getInt32(at + Va + 4, true) >= 0) continue;
    const va = virtAddrOf(words.getBigInt64(at + Va, true));
    if (va === undefined) continue;
    const [count, index, tag] = [Pages, PoolIndex, PoolTag].map((field) => words.getUint32(at + field, true));
    pages.push({ va, pages: count, index, tag, requested: Number(words.getBigUint64(at + Requested, true)) });
  }
  return { pages, cut: '' };
}

/** The page of small blocks, or block of whole pages, that has an address. */
function poolPageOf(k: Kernel, va: VirtAddr): PoolPage | undefined {
  return poolPages(k).pages.find((page) => va >= page.va && va < page.va + Math.max(page.pages, 1) * PAGE);
}

function wholePages(page: PoolPage): FoundBlock {
  return {
    header: hex(page.va),
    address: hex(page.va),
    va: page.va,
    state: 'allocated',
    tag: tagText(page.tag),
    pool: poolName(page.index),
    bytes: page.pages * PAGE,
    requested: page.requested,
    damage: '',
  };
}

/** The blocks of a page, by their headers from the page's start. The walk ends at a header that leads nowhere. */
function blocksOf(k: Kernel, page: PoolPage): List<FoundBlock> {
  const blocks: FoundBlock[] = [];
  const end = page.va + PAGE_UNITS * UNIT;
  let previous = 0;
  for (let at = page.va; at < end; ) {
    const header = tryRead(() => struct(k, POOL_HEADER, at).fields);
    if (!header) return { entries: blocks, cut: `the header at ${hex(at)} cannot be read` };
    const { BlockSize, PreviousSize, PoolType, PoolIndex, PoolTag, Requested } = header;
    const damage = damageOf(page, at, { BlockSize, PreviousSize, PoolType, PoolIndex }, previous);
    blocks.push({
      header: hex(at),
      address: hex(at + HEADER),
      va: at + HEADER,
      state: damage !== '' ? 'damaged' : PoolType === C.EXP_BLOCK_FREE ? 'free' : 'allocated',
      tag: tagText(PoolTag),
      pool: poolName(page.index),
      bytes: BlockSize * UNIT,
      requested: Number(Requested),
      damage,
    });
    if (BlockSize < MIN_UNITS || at + BlockSize * UNIT > end)
      return { entries: blocks, cut: `the header at ${hex(at)} does not lead to another block` };
    previous = BlockSize;
    at += BlockSize * UNIT;
  }
  return { entries: blocks, cut: '' };
}

type HeaderFields = Pick<POOL_HEADER, 'BlockSize' | 'PreviousSize' | 'PoolType' | 'PoolIndex'>;

/** What ExFreePool would find wrong with a header. */
function damageOf(page: PoolPage, at: VirtAddr, header: HeaderFields, previous: number): string {
  if (header.PreviousSize !== previous)
    return `its header says that the block before it has ${header.PreviousSize * UNIT} bytes, but that one has ${previous * UNIT}`;
  if (header.PoolType !== C.EXP_BLOCK_FREE && header.PoolType !== C.EXP_BLOCK_USED)
    return `its header is neither that of a block in use nor of a free one (pool type ${header.PoolType})`;
  if (header.PoolIndex !== page.index) return `its header says that it is of another pool than its page`;
  if (header.BlockSize < MIN_UNITS) return `its header says that it has ${header.BlockSize * UNIT} bytes`;
  if (at + header.BlockSize * UNIT > page.va + PAGE_UNITS * UNIT) return 'its header says that it ends behind its page';
  return '';
}

/** The block around an address, of whatever state. */
export function poolBlockAt(k: Kernel, va: VirtAddr): FoundBlock | undefined {
  const page = va < 0 ? poolPageOf(k, va) : undefined;
  if (!page) return undefined;
  if (page.pages !== 0) return wholePages(page);
  return blocksOf(k, page).entries.find((block) => va >= block.va - HEADER && va < block.va - HEADER + block.bytes);
}

/** The record without what is for this folder only. */
export function plainBlock(block: FoundBlock): PoolBlock {
  const { header, address, state, tag, pool, bytes, requested, damage } = block;
  return { header, address, state, tag, pool, bytes, requested, damage };
}

export function poolBlockView(k: Kernel, address: Address): Read<PoolBlockView> {
  return viewAt(address, (va) => {
    const none = { block: null, before: null, after: null, blocks: listOf([]), offset: 0 };
    const page = va < 0 ? poolPageOf(k, va) : undefined;
    if (!page) {
      const unknown = va < 0 ? poolPages(k).cut : '';
      const mapped = tryRead(() => k.view.u8(va)) !== undefined;
      const text = unknown !== '' ? unknown : mapped ? 'the memory is no pool' : 'nothing is mapped there';
      return { ...none, address: hex(va), kind: 'no pool', pool: '', text };
    }
    const pool = poolName(page.index);
    if (page.pages !== 0) {
      const block = plainBlock(wholePages(page));
      const offset = va - page.va;
      return {
        ...{ ...none, address: hex(va), kind: 'whole pages', pool, block, offset, blocks: listOf([block]) },
        text: describeBlock(block, offset),
      };
    }
    const found = blocksOf(k, page);
    const at = found.entries.findIndex((b) => va >= b.va - HEADER && va < b.va - HEADER + b.bytes);
    const blocks = { entries: found.entries.map(plainBlock), cut: found.cut };
    const shared = { address: hex(va), kind: 'small blocks', pool, blocks } as const;
    if (at < 0) {
      const text =
        found.cut === '' ? 'the last 16 bytes of the page, which no block has' : `its block is not known: ${found.cut}`;
      return { ...shared, block: null, before: null, after: null, offset: 0, text };
    }
    const offset = va - found.entries[at].va;
    return {
      ...{ ...shared, block: blocks.entries[at], offset },
      before: blocks.entries[at - 1] ?? null,
      after: blocks.entries[at + 1] ?? null,
      text: describeBlock(blocks.entries[at], offset),
    };
  });
}

/** `byte 16 of an allocated block of 64 bytes, tag 'Lab1', NonPagedNx pool`. */
export function describeBlock(block: PoolBlock, offset: number): string {
  const where =
    offset < 0
      ? 'the header of'
      : block.state === 'allocated' && offset >= block.requested
        ? `behind the end (byte ${offset}) of`
        : `byte ${offset} of`;
  const kind = block.state === 'free' ? 'a free' : block.state === 'damaged' ? 'a damaged' : 'an allocated';
  const size = block.state === 'allocated' ? block.requested : block.bytes - HEADER;
  return `${where} ${kind} block of ${size} bytes, tag '${block.tag}', ${block.pool} pool`;
}

/** Every block in use, page by page. */
function usedBlocks(k: Kernel): List<FoundBlock> {
  const { pages, cut } = poolPages(k);
  const blocks: FoundBlock[] = [];
  let problem = cut;
  for (const page of pages.sort((a, b) => a.va - b.va)) {
    if (page.pages !== 0) blocks.push(wholePages(page));
    else {
      const found = blocksOf(k, page);
      if (found.cut !== '' && problem === '') problem = found.cut;
      blocks.push(...found.entries.filter((block) => block.state === 'allocated'));
    }
  }
  return { entries: blocks, cut: problem };
}

export function poolTagView(k: Kernel, tag: string): Read<PoolTagView> {
  return view(() => {
    const wanted = tag.padEnd(4).slice(0, 4);
    const { entries, cut } = usedBlocks(k);
    const found = entries.filter((block) => block.tag === wanted);
    const blocks = listOf(found.map(plainBlock), MAX_TAG_BLOCKS);
    return {
      tag: wanted,
      blocks: { entries: blocks.entries, cut: [blocks.cut, cut].filter((text) => text !== '').join('; ') },
      bytes: found.reduce((sum, block) => sum + block.requested, 0),
    };
  });
}

export function poolsView(k: Kernel): Read<PoolsView> {
  return view(() => {
    const { entries, cut } = usedBlocks(k);
    const tags = new Map<string, { tag: string; pool: string; blocks: number; bytes: number }>();
    for (const { tag, pool, requested } of entries) {
      const key = `${pool} ${tag}`;
      const sum = tags.get(key) ?? { tag, pool, blocks: 0, bytes: 0 };
      tags.set(key, { ...sum, blocks: sum.blocks + 1, bytes: sum.bytes + requested });
    }
    return {
      pools: POOLS.map((name, index) => {
        const at = k.symbol('ExpPool') + index * POOL_DESCRIPTOR.size;
        const { Pages, BytesInUse, Allocations, Frees } = struct(k, POOL_DESCRIPTOR, at).fields;
        return {
          ...{ name, pages: Pages, bytesInUse: Number(BytesInUse) },
          ...{ allocations: Number(Allocations), frees: Number(Frees) },
        };
      }),
      tags: [...tags.values()].sort((a, b) => b.bytes - a.bytes || (a.tag < b.tag ? -1 : 1)),
      cut,
    };
  });
}
