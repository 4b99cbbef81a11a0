/**
 * Data accesses of the interpreter that its fast path does not take: TLB misses, unaligned, across two pages, atomic.
 * Both pages of an access are checked before anything is written. `cpu` is the word index of a CPU block.
 */
import { Access } from '../machine/faults.ts';
import { Vector } from '../machine/layout.ts';
import type { PhysicalMemory } from '../machine/memory.ts';
import type { Mmu } from '../machine/mmu.ts';
import { Op } from './opcodes.ts';
import { W } from './words.ts';

export class DataAccess {
  /** What the last load read; 8- and 16-bit values are zero-extended. */
  lo = 0;
  hi = 0;

  private readonly m: Int32Array;
  private readonly bytes: Uint8Array;
  private readonly dirty: Uint8Array;
  private readonly mmu: Mmu;
  /** Physical addresses of the access found last: its first byte, and the first byte on the second page after `split` bytes. */
  private first = 0;
  private second = 0;
  private split = 0;

  constructor(memory: PhysicalMemory, mmu: Mmu) {
    this.m = memory.words;
    this.bytes = memory.bytes;
    this.dirty = memory.dirty;
    this.mmu = mmu;
  }

  /** False: fault. */
  load(cpu: number, hi: number, lo: number, size: number): boolean {
    if (!this.find(cpu, hi, lo, size, Access.READ)) return false;
    this.get(size);
    return true;
  }

  /** False: fault. */
  store(cpu: number, hi: number, lo: number, size: number, valueLo: number, valueHi: number): boolean {
    if (!this.find(cpu, hi, lo, size, Access.WRITE)) return false;
    this.put(size, valueLo, valueHi);
    return true;
  }

  /** XADD .. AXOR (word `w`) over the window at word index `win`; `size` in bytes. False: fault. */
  atomic(cpu: number, win: number, w: number, size: number): boolean {
    const m = this.m;
    const a = win + ((w >>> 7) & 0x1fe);
    const b = win + ((w >>> 15) & 0x1fe);
    const c = win + ((w >>> 23) & 0x1fe);
    if (size === 16 && (w & 0xff) === Op.CAS) return this.swap16(cpu, a, b, c);
    if (size !== 1 && size !== 2 && size !== 4 && size !== 8) {
      this.mmu.exception(Vector.ILLEGAL);
      return false;
    }
    if (!this.find(cpu, m[b + 1], m[b], size, Access.WRITE)) return false;
    this.get(size);
    const { lo, hi } = this;
    const x = m[c];
    const y = m[c + 1];
    switch (w & 0xff) {
      case Op.XADD: {
        const sum = (lo + x) | 0;
        this.put(size, sum, (hi + y + (sum >>> 0 < lo >>> 0 ? 1 : 0)) | 0);
        break;
      }
      case Op.XCHG:
        this.put(size, x, y);
        break;
      case Op.CAS: {
        const mask = size === 1 ? 0xff : size === 2 ? 0xffff : -1;
        const same = ((m[a] ^ lo) & mask) === 0 && (size < 8 || m[a + 1] === hi);
        this.put(size, same ? x : lo, same ? y : hi);
        break;
      }
      case Op.AAND:
        this.put(size, lo & x, hi & y);
        break;
      case Op.AOR:
        this.put(size, lo | x, hi | y);
        break;
      default:
        this.put(size, lo ^ x, hi ^ y);
    }
    m[a] = size === 1 ? (lo << 24) >> 24 : size === 2 ? (lo << 16) >> 16 : lo;
    if (size === 8) m[a + 1] = hi;
    return true;
  }

  /** CAS of 16 bytes, which must be aligned (as CMPXCHG16B): `a` and `c` are the first of two registers each, the low half first. */
  private swap16(cpu: number, a: number, b: number, c: number): boolean {
    const m = this.m;
    const lo = m[b];
    if ((lo & 15) !== 0) {
      this.mmu.protectionFault(m[b + 1], lo);
      return false;
    }
    if (!this.find(cpu, m[b + 1], lo, 16, Access.WRITE)) return false;
    const at = this.first >>> 2;
    let same = true;
    for (let i = 0; i < 4; i++) if (m[at + i] !== m[a + i]) same = false;
    for (let i = 0; i < 4; i++) {
      m[a + i] = m[at + i];
      if (same) m[at + i] = m[c + i];
    }
    this.dirty[this.first >>> 12] = W.DIRTY;
    return true;
  }

  private find(cpu: number, hi: number, lo: number, size: number, access: number): boolean {
    if (this.m[cpu + W.MODE] !== 0) access |= Access.USER;
    const first = this.mmu.translate(cpu, hi, lo, access);
    if (first < 0) return false;
    this.first = first;
    this.split = 4096 - (lo & W.PAGE_OFFSET);
    if (this.split < size) {
      const nextLo = ((lo & W.PAGE_MASK) + 4096) | 0;
      const second = this.mmu.translate(cpu, nextLo === 0 ? (hi + 1) | 0 : hi, nextLo, access);
      if (second < 0) return false;
      this.second = second;
    }
    return true;
  }

  private get(size: number): void {
    let lo = 0;
    let hi = 0;
    for (let i = size - 1; i >= 0; i--) {
      const byte = this.bytes[this.at(i)];
      hi = (hi << 8) | (lo >>> 24);
      lo = (lo << 8) | byte;
    }
    this.lo = lo;
    this.hi = hi;
  }

  private put(size: number, lo: number, hi: number): void {
    for (let i = 0; i < size; i++) {
      const at = this.at(i);
      this.bytes[at] = i < 4 ? lo >>> (8 * i) : hi >>> (8 * (i - 4));
      this.dirty[at >>> 12] = W.DIRTY;
    }
  }

  private at(i: number): number {
    return i < this.split ? this.first + i : this.second + i - this.split;
  }
}
