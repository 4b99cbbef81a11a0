/**
 * Sequenced singly linked lists (SLIST_HEADER): push, pop and flush, each at one instant. First word: depth and sequence; second: the first
 * entry's address, whose low four bits are flags.
 */
import { type VirtAddr, virtAddrOf } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import type { Primitives } from '../primitives.generated.ts';

const FLAGS = 0xfn;

/** First entry, 0 if the list is empty. A value that is no address counts as an empty list. */
function first(k: Kernel, head: VirtAddr): VirtAddr {
  return virtAddrOf(k.mem.u64(head + 8) & ~FLAGS) ?? 0;
}

function update(k: Kernel, head: VirtAddr, next: VirtAddr, depth: number): void {
  const sequence = (k.mem.u64(head) >> 16n) + 1n;
  k.mem.setU64(head, BigInt.asUintN(64, (sequence << 16n) | BigInt(depth & 0xffff)));
  k.mem.setU64(head + 8, (BigInt.asUintN(64, BigInt(next)) & ~FLAGS) | (k.mem.u64(head + 8) & FLAGS));
}

export const sequencedListPrimitives = {
  ExpPushSList(k, ListHead, ListEntry) {
    const was = first(k, ListHead);
    k.mem.probe(ListHead, 16, true);
    k.mem.setPtr(ListEntry, was);
    update(k, ListHead, ListEntry, k.mem.u16(ListHead) + 1);
    return was;
  },

  ExpPopSList(k, ListHead) {
    const entry = first(k, ListHead);
    if (entry === 0) return 0;
    k.mem.probe(ListHead, 16, true);
    update(k, ListHead, k.mem.ptr(entry), k.mem.u16(ListHead) - 1);
    return entry;
  },

  ExpFlushSList(k, ListHead) {
    const entry = first(k, ListHead);
    k.mem.probe(ListHead, 16, true);
    update(k, ListHead, 0, 0);
    return entry;
  },
} satisfies Partial<Primitives>;
