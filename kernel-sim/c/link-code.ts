/**
 * Placing code: expands calls and addresses of imports, gives every instruction its slot and knows the RVA of every index.
 *
 * In a code segment the last slot of each page holds PAGE, so the n-th instruction of a segment stands in page n / 511, slot n % 511.
 */
import { INSTRUCTION_BYTES, INSTRUCTIONS_PER_PAGE, Op, word0 } from '../vm/opcodes.ts';
import type { Target } from './link-symbols.ts';
import type { CodeFixup, ObjectFile, ObjectFunction } from './object.ts';

const PAGE_BYTES = INSTRUCTIONS_PER_PAGE * INSTRUCTION_BYTES;
const USABLE = INSTRUCTIONS_PER_PAGE - 1;

export class PlacedFunction {
  readonly object: ObjectFile;
  readonly item: ObjectFunction;
  /** Words after expansion. */
  words: Int32Array = new Int32Array(0);
  /** New index of each old one (one more entry than instructions). */
  private map: Int32Array = new Int32Array(1);
  /** Fixups after expansion, `at` new. */
  fixups: (CodeFixup & { to: Target })[] = [];
  /** Position in its segment, in usable slots. */
  start = 0;
  /** RVA of the segment. */
  segmentRva = 0;

  constructor(object: ObjectFile, item: ObjectFunction) {
    this.object = object;
    this.item = item;
  }

  get count(): number {
    return this.words.length >> 1;
  }

  /** Makes room for the loads that imported names need. */
  expand(resolve: (fixup: CodeFixup) => Target | undefined): void {
    const { item } = this;
    const old = item.words;
    const n = old.length >> 1;
    const words: number[] = [];
    const map = new Int32Array(n + 1);
    const byIndex = new Map<number, CodeFixup>();
    for (const fixup of item.fixups) byIndex.set(fixup.at, fixup);
    for (let i = 0; i < n; i++) {
      map[i] = words.length >> 1;
      const fixup = byIndex.get(i);
      const to = fixup && resolve(fixup);
      if (fixup && to) {
        const at = words.length >> 1;
        if (to.kind === 'import' && fixup.kind === 'call') {
          this.fixups.push({ ...fixup, at, kind: 'address', to });
          const a = (old[i * 2] >> 8) & 0xff;
          const c = old[i * 2] >>> 24;
          words.push(word0(Op.LEAIP, fixup.scratch), 0, word0(Op.LD64, fixup.scratch, fixup.scratch), 0);
          words.push(word0(Op.CALLR, a, fixup.scratch, c), 0);
          continue;
        }
        this.fixups.push({ ...fixup, at, addend: to.kind === 'import' ? 0 : fixup.addend, to });
        words.push(old[i * 2], old[i * 2 + 1]);
        if (to.kind === 'import') {
          const d = (old[i * 2] >> 8) & 0xff;
          words.push(word0(Op.LD64, d, d), 0);
          if (fixup.addend) words.push(word0(Op.ADDI64, d, d), fixup.addend);
        }
        continue;
      }
      words.push(old[i * 2], old[i * 2 + 1]);
    }
    map[n] = words.length >> 1;
    this.map = map;
    this.words = Int32Array.from(words);
  }

  /** RVA of the instruction at a *new* index. */
  private slot(index: number): number {
    const at = this.start + index;
    return this.segmentRva + Math.floor(at / USABLE) * PAGE_BYTES + (at % USABLE) * INSTRUCTION_BYTES;
  }

  get begin(): number {
    return this.slot(0);
  }

  /** Exclusive. */
  get end(): number {
    return this.count === 0 ? this.begin : this.slot(this.count - 1) + INSTRUCTION_BYTES;
  }

  /** RVA of what was instruction `index` of the object. */
  rva(index: number): number {
    const at = this.map[index];
    return at < this.count ? this.slot(at) : this.end;
  }

  /** RVA just behind the instruction before `index`. */
  endRva(index: number): number {
    return index === 0 ? this.begin : this.slot(this.map[index] - 1) + INSTRUCTION_BYTES;
  }

  rvaOfNew(index: number): number {
    return this.slot(index);
  }

  /** Writes the function into its segment's words. */
  write(out: Int32Array, addressOf: (to: Target, fixup: CodeFixup) => number): void {
    const { words, item } = this;
    const target = Int32Array.from(words);
    for (let i = 0; i < item.branches.length; i += 2) {
      const from = this.map[item.branches[i]];
      const distance = this.rva(item.branches[i + 1]) - this.slot(from);
      target[from * 2 + 1] = (words[from * 2] & 0xff) === Op.LEAIP ? distance : distance / INSTRUCTION_BYTES;
    }
    for (const fixup of this.fixups) {
      const here = this.slot(fixup.at);
      const there = addressOf(fixup.to, fixup);
      const distance = there + fixup.addend - here;
      target[fixup.at * 2 + 1] = fixup.kind === 'address' ? distance : distance / INSTRUCTION_BYTES;
    }
    for (let i = 0; i < this.count; i++) {
      const word = (this.slot(i) - this.segmentRva) >> 2;
      out[word] = target[i * 2];
      out[word + 1] = target[i * 2 + 1];
    }
  }
}

/** Words of a segment with `count` instructions, PAGE in the last slot of each page that is run through. */
export function emptySegment(count: number): Int32Array {
  const pages = Math.max(1, Math.ceil(count / USABLE));
  const words = new Int32Array((pages * PAGE_BYTES) >> 2);
  for (let page = 0; page < pages; page++) words[(page * PAGE_BYTES + USABLE * INSTRUCTION_BYTES) >> 2] = Op.PAGE;
  return words;
}
