/**
 * Copies of pages, shared by whoever holds the same content: slots of 4 KiB in chunks of 1 MiB, with reference counts and a free list, so
 * that nothing is allocated and nothing collected as checkpoints come and go. Slot 0 is the page of zeros; it is never stored nor counted.
 *
 * A `SlotTable` names the slot of every page of a machine at one instant. Tables are counted, too: a checkpoint holds one, and so does a
 * machine that was last in step with it.
 */
import { PAGE } from '../machine/layout.ts';

export const ZERO_SLOT = 0;
const PAGE_WORDS = PAGE / 4;
const CHUNK_SLOTS = 256;
const CHUNK_SHIFT = 8;

export class PageArena {
  private readonly chunks: Int32Array[] = [];
  private refs = new Uint32Array(CHUNK_SLOTS);
  private readonly free: number[] = [];
  /** Slots that were ever handed out, slot 0 included. */
  private known = 1;
  private readonly spareTables: Int32Array[] = [];
  private tables = 0;

  /** `pages`: of a machine. */
  constructor(private readonly pages: number) {}

  /** Bytes of pages and tables in use. */
  get bytes(): number {
    return (this.known - 1 - this.free.length) * PAGE + this.tables * this.pages * 4;
  }

  /** A slot that nobody holds yet, with a copy of a page. */
  store(words: Int32Array, page: number): number {
    const slot = this.free.pop() ?? this.next();
    this.chunks[slot >>> CHUNK_SHIFT].set(words.subarray(page * PAGE_WORDS, (page + 1) * PAGE_WORDS), offsetOf(slot));
    return slot;
  }

  load(slot: number, words: Int32Array, page: number): void {
    const from = page * PAGE_WORDS;
    if (slot === ZERO_SLOT) words.fill(0, from, from + PAGE_WORDS);
    else {
      const at = offsetOf(slot);
      words.set(this.chunks[slot >>> CHUNK_SHIFT].subarray(at, at + PAGE_WORDS), from);
    }
  }

  holds(slot: number, words: Int32Array, page: number): boolean {
    const from = page * PAGE_WORDS;
    if (slot === ZERO_SLOT) {
      for (let i = from; i < from + PAGE_WORDS; i++) if (words[i] !== 0) return false;
      return true;
    }
    const chunk = this.chunks[slot >>> CHUNK_SHIFT];
    const at = offsetOf(slot) - from;
    for (let i = from; i < from + PAGE_WORDS; i++) if (words[i] !== chunk[at + i]) return false;
    return true;
  }

  /** A table that holds its slots, beginning as a copy of another; counted once. `hold` must follow when it is complete. */
  newTable(like: SlotTable | undefined): SlotTable {
    const slots = this.spareTables.pop() ?? new Int32Array(this.pages);
    if (like) slots.set(like.slots);
    else slots.fill(ZERO_SLOT);
    this.tables++;
    return new SlotTable(slots);
  }

  /** Counts the slots of a new table. */
  hold(table: SlotTable): void {
    const { slots } = table;
    const { refs } = this;
    for (let page = 0; page < slots.length; page++) refs[slots[page]]++;
  }

  release(table: SlotTable): void {
    if (--table.holders > 0) return;
    const { slots } = table;
    const { refs } = this;
    for (let page = 0; page < slots.length; page++) {
      const slot = slots[page];
      if (slot !== ZERO_SLOT && --refs[slot] === 0) this.free.push(slot);
    }
    this.tables--;
    this.spareTables.push(slots);
  }

  private next(): number {
    const slot = this.known++;
    if (slot >>> CHUNK_SHIFT >= this.chunks.length) this.chunks.push(new Int32Array(CHUNK_SLOTS * PAGE_WORDS));
    if (slot >= this.refs.length) {
      const more = new Uint32Array(2 * this.refs.length);
      more.set(this.refs);
      this.refs = more;
    }
    return slot;
  }
}

export class SlotTable {
  holders = 1;

  constructor(readonly slots: Int32Array) {}
}

function offsetOf(slot: number): number {
  return (slot & (CHUNK_SLOTS - 1)) * PAGE_WORDS;
}
