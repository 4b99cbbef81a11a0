/**
 * What an expression read: a view that remembers, and the physical bytes (with the page-table entries that lead to them) to be watched for its
 * value to change.
 */
import { loOf, type PhysAddr, type VirtAddr } from '../../base/numbers.ts';
import { GuestFault } from '../../machine/faults.ts';
import { GuestView } from '../../machine/guest-memory.ts';
import { PAGE } from '../../machine/layout.ts';
import type { PhysicalMemory } from '../../machine/memory.ts';
import { type Segment, walk } from './mapping.ts';

const WIDEST = 8;
/** Places that are watched at most. */
const MAX_PARTS = 256;
const ENTRY_BYTES = 8;

interface Read {
  readonly va: VirtAddr;
  readonly length: number;
}

/** Reads like the view it was made from and remembers what. */
export class RecordingView extends GuestView {
  readonly reads: Read[] = [];

  override bytes(va: VirtAddr, length: number): Uint8Array {
    this.reads.push({ va, length });
    return super.bytes(va, length);
  }

  protected override resolve(va: VirtAddr, access: number): PhysAddr {
    this.reads.push({ va, length: Math.min(WIDEST, PAGE - (loOf(va) & (PAGE - 1))) });
    return super.resolve(va, access);
  }

  /** As much of a value's bytes as is there, read so that changes of all of them are seen; as text. */
  image(va: VirtAddr, length: number): string {
    try {
      return this.bytes(va, length).join();
    } catch (e) {
      if (e instanceof GuestFault) return '';
      throw e;
    }
  }
}

/** A place to watch, and what it is called: a virtual address, or the physical one of a page-table entry. */
export interface WatchedPart extends Segment {
  readonly name: number;
}

/** The bytes that were read, each once, and the entries by which they were found or not found. */
export function partsRead(memory: PhysicalMemory, cr3: PhysAddr, reads: readonly Read[]): WatchedPart[] {
  const bytes: Omit<WatchedPart, 'offset'>[] = [];
  const entries = new Map<PhysAddr, Omit<WatchedPart, 'offset'>>();
  for (const { va, length } of reads) {
    for (let at = va; at < va + length; ) {
      const found = walk(memory, cr3, at);
      for (const pa of found.entries) entries.set(pa, { pa, length: ENTRY_BYTES, mapping: undefined, name: pa });
      const part = Math.min(va + length - at, PAGE - (loOf(at) & (PAGE - 1)));
      if (found.pa >= 0) bytes.push({ pa: found.pa, length: part, mapping: undefined, name: at });
      at += part;
    }
  }
  const merged: Omit<WatchedPart, 'offset'>[] = [];
  for (const part of bytes.sort((a, b) => a.pa - b.pa || b.length - a.length)) {
    const last = merged.at(-1);
    if (!last || part.pa > last.pa + last.length || part.name - last.name !== part.pa - last.pa) merged.push(part);
    else if (part.pa + part.length > last.pa + last.length)
      merged[merged.length - 1] = { ...last, length: part.pa + part.length - last.pa };
  }
  let offset = 0;
  return [...merged, ...entries.values()].slice(0, MAX_PARTS).map((part) => {
    offset += part.length;
    return { ...part, offset: offset - part.length };
  });
}
