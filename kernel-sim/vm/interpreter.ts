/**
 * The reference interpreter: the meaning of every instruction that needs nothing but registers, memory and frames.
 * What else there is (privileged instructions, traps, primitives) it leaves to interpreter-system.ts.
 *
 * It executes from RAM words, with registers in RAM: `pc` is the word index of the instruction, `win` that of the window.
 * Both are caches of IP and WINDOW in the CPU block for the time of one call; everything else is read where it stands.
 * The names of opcodes are replaced by their numbers before this file is compiled, so that the switch is a jump table.
 */
import {
  doubleOfInt64,
  doubleOfUint64,
  floatOfInt64,
  floatOfUint64,
  int32OfDouble,
  int64OfDouble,
  nanResult32,
  nanResult64,
  narrowNan,
  roundDouble,
  uint64OfDouble,
  widenNan,
} from '../base/floats.ts';
import { divideSigned, divideUnsigned, Int64, mulHigh32, mulHigh64, multiply } from '../base/int64.ts';
import { FrameHeader, TlbBit, Vector } from '../machine/layout.ts';
import type { PhysicalMemory } from '../machine/memory.ts';
import { CR0_WP, type Mmu } from '../machine/mmu.ts';
import type { DataAccess } from './access.ts';
import { type Frames, TRAP_RETURN } from './frames.ts';
import { Op } from './opcodes.ts';
import type { Watch } from './watch.ts';
import { W } from './words.ts';

/** Why `run` came back. */
export const Exit = {
  LIMIT: 0,
  /** The instruction at IP is none of these; not executed. */
  SPECIAL: 1,
  /** The instruction at IP faults as the MMU describes; not executed. */
  FAULT: 2,
  /** Watched: the instruction at IP is marked, and was arrived at here. */
  MARK: 3,
  /** Watched: the instruction at IP may access watched bytes; not executed. */
  TOUCH: 4,
} as const;

export class Interpreter {
  /** An Exit. */
  exit: number = Exit.LIMIT;

  constructor(
    private readonly memory: PhysicalMemory,
    private readonly mmu: Mmu,
    private readonly frames: Frames,
    private readonly access: DataAccess,
  ) {}

  /**
   * Executes up to `limit` instructions on a CPU (word index of its block; `number` is its number) and leaves its block
   * up to date. Returns how many were executed. `watch` ends it early (Exit.MARK, Exit.TOUCH).
   */
  run(cpu: number, number: number, limit: number, watch?: Watch): number {
    const m = this.memory.words;
    const u8 = this.memory.bytes;
    const u16 = this.memory.halfs;
    const f32 = this.memory.floats;
    const f64 = this.memory.doubles;
    const dirty = this.memory.dirty;
    const { mmu, frames, access } = this;
    const tlb = (cpu + W.TLB) | 0;
    const user = m[cpu + W.MODE] === 0 ? 0 : TlbBit.USER;
    const writable = user || m[cpu + W.CR0] & CR0_WP ? TlbBit.WRITE : 0;
    const readBits = TlbBit.VALID | user;
    const writeBits = TlbBit.VALID | TlbBit.DIRTY | user | writable;
    const readMask = W.PAGE_MASK | readBits;
    const writeMask = W.PAGE_MASK | writeBits;
    let pc = frames.loadPc(cpu) | 0;
    let win = (m[cpu + W.WINDOW] >>> 2) | 0;
    // `| 0` tells the compiler of the host that these stay 32-bit integers.
    let n = limit | 0;
    let exit: number = Exit.LIMIT;
    frames.setWindow(cpu, win << 2);
    const watched = watch === undefined ? 0 : 1;

    while (n > 0) {
      if (watched !== 0) {
        exit = watch === undefined ? Exit.LIMIT : look(watch, cpu, pc, win, m[pc], n !== limit);
        if (exit !== Exit.LIMIT) break;
      }
      n = (n - 1) | 0;
      const w = m[pc];
      // biome-ignore lint/suspicious/noConfusingLabels: three ways out of a switch, without a flag to test on the way
      special: {
        // biome-ignore lint/suspicious/noConfusingLabels: as above
        failed: {
          // biome-ignore lint/suspicious/noConfusingLabels: as above
          far: {
            switch (w & 0xff) {
              case Op.NOP:
                break;
              case Op.FENCE:
                break;
              case Op.PAGE: {
                const next = frames.jump(cpu, pc, 4096 - ((pc << 2) & 4095));
                if (next < 0) break failed;
                pc = next;
                continue;
              }
              case Op.MOV: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                m[a] = m[b];
                m[a + 1] = m[b + 1];
                break;
              }
              case Op.LDI: {
                const a = win + ((w >>> 7) & 0x1fe);
                const imm = m[pc + 1];
                m[a] = imm;
                m[a + 1] = imm >> 31;
                break;
              }
              case Op.LDHI:
                m[win + ((w >>> 7) & 0x1fe) + 1] = m[pc + 1];
                break;
              case Op.LEAIP: {
                const a = win + ((w >>> 7) & 0x1fe);
                const imm = m[pc + 1];
                const ip = (m[cpu + W.CODE_VA] + ((pc << 2) - m[cpu + W.CODE_PA])) | 0;
                const lo = (ip + imm) | 0;
                m[a] = lo;
                m[a + 1] = m[cpu + W.CODE_VA + 1] + (imm >> 31) + (lo >>> 0 < ip >>> 0 ? 1 : 0);
                break;
              }
              case Op.LEAF: {
                const a = win + ((w >>> 7) & 0x1fe);
                const imm = m[pc + 1];
                const fp = m[cpu + W.FP];
                const lo = (fp + imm) | 0;
                m[a] = lo;
                m[a + 1] = m[cpu + W.FP + 1] + (imm >> 31) + (lo >>> 0 < fp >>> 0 ? 1 : 0);
                break;
              }
              case Op.SX8:
                m[win + ((w >>> 7) & 0x1fe)] = (m[win + ((w >>> 15) & 0x1fe)] << 24) >> 24;
                break;
              case Op.SX16:
                m[win + ((w >>> 7) & 0x1fe)] = (m[win + ((w >>> 15) & 0x1fe)] << 16) >> 16;
                break;
              case Op.ZX8:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] & 0xff;
                break;
              case Op.ZX16:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] & 0xffff;
                break;
              case Op.SX32: {
                const a = win + ((w >>> 7) & 0x1fe);
                const lo = m[win + ((w >>> 15) & 0x1fe)];
                m[a] = lo;
                m[a + 1] = lo >> 31;
                break;
              }
              case Op.ZX32: {
                const a = win + ((w >>> 7) & 0x1fe);
                m[a] = m[win + ((w >>> 15) & 0x1fe)];
                m[a + 1] = 0;
                break;
              }
              case Op.ADD:
                m[win + ((w >>> 7) & 0x1fe)] = (m[win + ((w >>> 15) & 0x1fe)] + m[win + ((w >>> 23) & 0x1fe)]) | 0;
                break;
              case Op.SUB:
                m[win + ((w >>> 7) & 0x1fe)] = (m[win + ((w >>> 15) & 0x1fe)] - m[win + ((w >>> 23) & 0x1fe)]) | 0;
                break;
              case Op.MUL:
                m[win + ((w >>> 7) & 0x1fe)] = Math.imul(m[win + ((w >>> 15) & 0x1fe)], m[win + ((w >>> 23) & 0x1fe)]);
                break;
              case Op.DIVS: {
                const x = m[win + ((w >>> 15) & 0x1fe)];
                const y = m[win + ((w >>> 23) & 0x1fe)];
                if (y === 0 || (y === -1 && x === -0x80000000)) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                m[win + ((w >>> 7) & 0x1fe)] = (x / y) | 0;
                break;
              }
              case Op.DIVU: {
                const x = m[win + ((w >>> 15) & 0x1fe)];
                const y = m[win + ((w >>> 23) & 0x1fe)];
                if (y === 0) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                m[win + ((w >>> 7) & 0x1fe)] = ((x >>> 0) / (y >>> 0)) | 0;
                break;
              }
              case Op.REMS: {
                const x = m[win + ((w >>> 15) & 0x1fe)];
                const y = m[win + ((w >>> 23) & 0x1fe)];
                if (y === 0 || (y === -1 && x === -0x80000000)) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                m[win + ((w >>> 7) & 0x1fe)] = (x % y) | 0;
                break;
              }
              case Op.REMU: {
                const x = m[win + ((w >>> 15) & 0x1fe)];
                const y = m[win + ((w >>> 23) & 0x1fe)];
                if (y === 0) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                m[win + ((w >>> 7) & 0x1fe)] = ((x >>> 0) % (y >>> 0)) | 0;
                break;
              }
              case Op.AND:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] & m[win + ((w >>> 23) & 0x1fe)];
                break;
              case Op.OR:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] | m[win + ((w >>> 23) & 0x1fe)];
                break;
              case Op.XOR:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] ^ m[win + ((w >>> 23) & 0x1fe)];
                break;
              case Op.SHL:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] << m[win + ((w >>> 23) & 0x1fe)];
                break;
              case Op.SAR:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] >> m[win + ((w >>> 23) & 0x1fe)];
                break;
              case Op.SHR:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] >>> m[win + ((w >>> 23) & 0x1fe)];
                break;
              case Op.ADDI:
                m[win + ((w >>> 7) & 0x1fe)] = (m[win + ((w >>> 15) & 0x1fe)] + m[pc + 1]) | 0;
                break;
              case Op.MULI:
                m[win + ((w >>> 7) & 0x1fe)] = Math.imul(m[win + ((w >>> 15) & 0x1fe)], m[pc + 1]);
                break;
              case Op.ANDI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] & m[pc + 1];
                break;
              case Op.ORI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] | m[pc + 1];
                break;
              case Op.XORI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] ^ m[pc + 1];
                break;
              case Op.SHLI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] << m[pc + 1];
                break;
              case Op.SARI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] >> m[pc + 1];
                break;
              case Op.SHRI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] >>> m[pc + 1];
                break;
              case Op.SEQ:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] === m[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.SNE:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] !== m[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.SLT:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] < m[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.SLE:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] <= m[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.SLTU:
                m[win + ((w >>> 7) & 0x1fe)] =
                  m[win + ((w >>> 15) & 0x1fe)] >>> 0 < m[win + ((w >>> 23) & 0x1fe)] >>> 0 ? 1 : 0;
                break;
              case Op.SLEU:
                m[win + ((w >>> 7) & 0x1fe)] =
                  m[win + ((w >>> 15) & 0x1fe)] >>> 0 <= m[win + ((w >>> 23) & 0x1fe)] >>> 0 ? 1 : 0;
                break;
              case Op.SEQI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] === m[pc + 1] ? 1 : 0;
                break;
              case Op.SNEI:
                m[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)] !== m[pc + 1] ? 1 : 0;
                break;
              case Op.ADD64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const x = m[b];
                const lo = (x + m[c]) | 0;
                m[a + 1] = m[b + 1] + m[c + 1] + (lo >>> 0 < x >>> 0 ? 1 : 0);
                m[a] = lo;
                break;
              }
              case Op.SUB64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const x = m[b];
                const y = m[c];
                m[a + 1] = m[b + 1] - m[c + 1] - (x >>> 0 < y >>> 0 ? 1 : 0);
                m[a] = (x - y) | 0;
                break;
              }
              case Op.MUL64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const x = m[b];
                const y = m[c];
                m[a + 1] = (mulHigh32(x, y) + Math.imul(x, m[c + 1]) + Math.imul(m[b + 1], y)) | 0;
                m[a] = Math.imul(x, y);
                break;
              }
              case Op.DIVS64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if ((m[c] | m[c + 1]) === 0 || ((m[c] & m[c + 1]) === -1 && m[b] === 0 && m[b + 1] === -0x80000000)) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                divideSigned(m[b], m[b + 1], m[c], m[c + 1], false);
                m[a] = Int64.lo;
                m[a + 1] = Int64.hi;
                break;
              }
              case Op.DIVU64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if ((m[c] | m[c + 1]) === 0) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                divideUnsigned(m[b], m[b + 1], m[c], m[c + 1], false);
                m[a] = Int64.lo;
                m[a + 1] = Int64.hi;
                break;
              }
              case Op.REMS64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if ((m[c] | m[c + 1]) === 0 || ((m[c] & m[c + 1]) === -1 && m[b] === 0 && m[b + 1] === -0x80000000)) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                divideSigned(m[b], m[b + 1], m[c], m[c + 1], true);
                m[a] = Int64.lo;
                m[a + 1] = Int64.hi;
                break;
              }
              case Op.REMU64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if ((m[c] | m[c + 1]) === 0) {
                  mmu.exception(Vector.DIVIDE);
                  break failed;
                }
                divideUnsigned(m[b], m[b + 1], m[c], m[c + 1], true);
                m[a] = Int64.lo;
                m[a + 1] = Int64.hi;
                break;
              }
              case Op.AND64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[a] = m[b] & m[c];
                m[a + 1] = m[b + 1] & m[c + 1];
                break;
              }
              case Op.OR64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[a] = m[b] | m[c];
                m[a + 1] = m[b + 1] | m[c + 1];
                break;
              }
              case Op.XOR64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[a] = m[b] ^ m[c];
                m[a + 1] = m[b + 1] ^ m[c + 1];
                break;
              }
              case Op.SHL64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                const hi = m[b + 1];
                const s = m[win + ((w >>> 23) & 0x1fe)] & 63;
                if (s === 0) {
                  m[a] = lo;
                  m[a + 1] = hi;
                } else if (s < 32) {
                  m[a] = lo << s;
                  m[a + 1] = (hi << s) | (lo >>> (32 - s));
                } else {
                  m[a] = 0;
                  m[a + 1] = lo << (s - 32);
                }
                break;
              }
              case Op.SAR64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                const hi = m[b + 1];
                const s = m[win + ((w >>> 23) & 0x1fe)] & 63;
                if (s === 0) {
                  m[a] = lo;
                  m[a + 1] = hi;
                } else if (s < 32) {
                  m[a] = (lo >>> s) | (hi << (32 - s));
                  m[a + 1] = hi >> s;
                } else {
                  m[a] = hi >> (s - 32);
                  m[a + 1] = hi >> 31;
                }
                break;
              }
              case Op.SHR64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                const hi = m[b + 1];
                const s = m[win + ((w >>> 23) & 0x1fe)] & 63;
                if (s === 0) {
                  m[a] = lo;
                  m[a + 1] = hi;
                } else if (s < 32) {
                  m[a] = (lo >>> s) | (hi << (32 - s));
                  m[a + 1] = hi >>> s;
                } else {
                  m[a] = hi >>> (s - 32);
                  m[a + 1] = 0;
                }
                break;
              }
              case Op.ADDI64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const x = m[b];
                const lo = (x + imm) | 0;
                m[a + 1] = m[b + 1] + (imm >> 31) + (lo >>> 0 < x >>> 0 ? 1 : 0);
                m[a] = lo;
                break;
              }
              case Op.ANDI64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                m[a] = m[b] & imm;
                m[a + 1] = m[b + 1] & (imm >> 31);
                break;
              }
              case Op.SHLI64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                const hi = m[b + 1];
                const s = m[pc + 1] & 63;
                if (s === 0) {
                  m[a] = lo;
                  m[a + 1] = hi;
                } else if (s < 32) {
                  m[a] = lo << s;
                  m[a + 1] = (hi << s) | (lo >>> (32 - s));
                } else {
                  m[a] = 0;
                  m[a + 1] = lo << (s - 32);
                }
                break;
              }
              case Op.SARI64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                const hi = m[b + 1];
                const s = m[pc + 1] & 63;
                if (s === 0) {
                  m[a] = lo;
                  m[a + 1] = hi;
                } else if (s < 32) {
                  m[a] = (lo >>> s) | (hi << (32 - s));
                  m[a + 1] = hi >> s;
                } else {
                  m[a] = hi >> (s - 32);
                  m[a + 1] = hi >> 31;
                }
                break;
              }
              case Op.SHRI64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                const hi = m[b + 1];
                const s = m[pc + 1] & 63;
                if (s === 0) {
                  m[a] = lo;
                  m[a + 1] = hi;
                } else if (s < 32) {
                  m[a] = (lo >>> s) | (hi << (32 - s));
                  m[a + 1] = hi >>> s;
                } else {
                  m[a] = hi >>> (s - 32);
                  m[a + 1] = 0;
                }
                break;
              }
              case Op.SEQ64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[win + ((w >>> 7) & 0x1fe)] = m[b] === m[c] && m[b + 1] === m[c + 1] ? 1 : 0;
                break;
              }
              case Op.SNE64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[win + ((w >>> 7) & 0x1fe)] = m[b] !== m[c] || m[b + 1] !== m[c + 1] ? 1 : 0;
                break;
              }
              case Op.SLT64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[win + ((w >>> 7) & 0x1fe)] =
                  m[b + 1] < m[c + 1] || (m[b + 1] === m[c + 1] && m[b] >>> 0 < m[c] >>> 0) ? 1 : 0;
                break;
              }
              case Op.SLE64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[win + ((w >>> 7) & 0x1fe)] =
                  m[b + 1] < m[c + 1] || (m[b + 1] === m[c + 1] && m[b] >>> 0 <= m[c] >>> 0) ? 1 : 0;
                break;
              }
              case Op.SLTU64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[win + ((w >>> 7) & 0x1fe)] = (
                  m[b + 1] === m[c + 1]
                    ? m[b] >>> 0 < m[c] >>> 0
                    : m[b + 1] >>> 0 < m[c + 1] >>> 0
                )
                  ? 1
                  : 0;
                break;
              }
              case Op.SLEU64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                m[win + ((w >>> 7) & 0x1fe)] = (
                  m[b + 1] === m[c + 1]
                    ? m[b] >>> 0 <= m[c] >>> 0
                    : m[b + 1] >>> 0 < m[c + 1] >>> 0
                )
                  ? 1
                  : 0;
                break;
              }
              case Op.LEAX32: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const index = m[win + ((w >>> 23) & 0x1fe)];
                const imm = m[pc + 1];
                const x = m[b];
                let lo: number;
                let hi: number;
                if (((index & 0xfff00000) | (imm & 0xfffff800)) === 0) {
                  lo = Math.imul(index, imm);
                  hi = 0;
                } else {
                  scale(index, index >> 31, imm);
                  lo = Int64.lo;
                  hi = Int64.hi;
                }
                lo = (x + lo) | 0;
                m[a + 1] = m[b + 1] + hi + (lo >>> 0 < x >>> 0 ? 1 : 0);
                m[a] = lo;
                break;
              }
              case Op.LEAX64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const index = m[c];
                const imm = m[pc + 1];
                const x = m[b];
                let lo: number;
                let hi: number;
                if (((index & 0xfff00000) | (imm & 0xfffff800) | m[c + 1]) === 0) {
                  lo = Math.imul(index, imm);
                  hi = 0;
                } else {
                  scale(index, m[c + 1], imm);
                  lo = Int64.lo;
                  hi = Int64.hi;
                }
                lo = (x + lo) | 0;
                m[a + 1] = m[b + 1] + hi + (lo >>> 0 < x >>> 0 ? 1 : 0);
                m[a] = lo;
                break;
              }
              case Op.UMULH: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                mulHigh64(m[b], m[b + 1], m[c], m[c + 1]);
                m[a] = Int64.lo;
                m[a + 1] = Int64.hi;
                break;
              }
              case Op.BSF: {
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                const bits = lo !== 0 ? lo : m[b + 1];
                const index = 31 - Math.clz32(bits & -bits);
                m[win + ((w >>> 7) & 0x1fe)] = lo !== 0 ? index : bits !== 0 ? index + 32 : -1;
                break;
              }
              case Op.BSR: {
                const b = win + ((w >>> 15) & 0x1fe);
                const hi = m[b + 1];
                m[win + ((w >>> 7) & 0x1fe)] = hi !== 0 ? 63 - Math.clz32(hi) : 31 - Math.clz32(m[b]);
                break;
              }
              case Op.BSWAP32:
                m[win + ((w >>> 7) & 0x1fe)] = swapBytes(m[win + ((w >>> 15) & 0x1fe)]);
                break;
              case Op.BSWAP64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                const lo = m[b];
                m[a] = swapBytes(m[b + 1]);
                m[a + 1] = swapBytes(lo);
                break;
              }
              case Op.POPCNT: {
                const b = win + ((w >>> 15) & 0x1fe);
                m[win + ((w >>> 7) & 0x1fe)] = countBits(m[b]) + countBits(m[b + 1]);
                break;
              }
              case Op.JMP: {
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JZ: {
                if (m[win + ((w >>> 15) & 0x1fe)] !== 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JNZ: {
                if (m[win + ((w >>> 15) & 0x1fe)] === 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JZ64: {
                const b = win + ((w >>> 15) & 0x1fe);
                if ((m[b] | m[b + 1]) !== 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JNZ64: {
                const b = win + ((w >>> 15) & 0x1fe);
                if ((m[b] | m[b + 1]) === 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JEQ: {
                if (m[win + ((w >>> 15) & 0x1fe)] !== m[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JNE: {
                if (m[win + ((w >>> 15) & 0x1fe)] === m[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLT: {
                if (m[win + ((w >>> 15) & 0x1fe)] >= m[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLE: {
                if (m[win + ((w >>> 15) & 0x1fe)] > m[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLTU: {
                if (m[win + ((w >>> 15) & 0x1fe)] >>> 0 >= m[win + ((w >>> 23) & 0x1fe)] >>> 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLEU: {
                if (m[win + ((w >>> 15) & 0x1fe)] >>> 0 > m[win + ((w >>> 23) & 0x1fe)] >>> 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JEQ64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if (m[b] !== m[c] || m[b + 1] !== m[c + 1]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JNE64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if (m[b] === m[c] && m[b + 1] === m[c + 1]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLT64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if (m[b + 1] > m[c + 1] || (m[b + 1] === m[c + 1] && m[b] >>> 0 >= m[c] >>> 0)) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLE64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if (m[b + 1] > m[c + 1] || (m[b + 1] === m[c + 1] && m[b] >>> 0 > m[c] >>> 0)) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLTU64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if (m[b + 1] === m[c + 1] ? m[b] >>> 0 >= m[c] >>> 0 : m[b + 1] >>> 0 > m[c + 1] >>> 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLEU64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                if (m[b + 1] === m[c + 1] ? m[b] >>> 0 > m[c] >>> 0 : m[b + 1] >>> 0 > m[c + 1] >>> 0) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JEQI: {
                if (m[win + ((w >>> 15) & 0x1fe)] !== (((w >> 24) << 8) | ((w >>> 8) & 0xff))) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JNEI: {
                if (m[win + ((w >>> 15) & 0x1fe)] === (((w >> 24) << 8) | ((w >>> 8) & 0xff))) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLTI: {
                if (m[win + ((w >>> 15) & 0x1fe)] >= (((w >> 24) << 8) | ((w >>> 8) & 0xff))) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JLEI: {
                if (m[win + ((w >>> 15) & 0x1fe)] > (((w >> 24) << 8) | ((w >>> 8) & 0xff))) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JGTI: {
                if (m[win + ((w >>> 15) & 0x1fe)] <= (((w >> 24) << 8) | ((w >>> 8) & 0xff))) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JGEI: {
                if (m[win + ((w >>> 15) & 0x1fe)] < (((w >> 24) << 8) | ((w >>> 8) & 0xff))) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.JMPR: {
                const b = win + ((w >>> 15) & 0x1fe);
                const next = frames.jumpTo(cpu, m[b + 1], m[b]);
                if (next < 0) break failed;
                pc = next;
                continue;
              }
              case Op.LD8S: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (((m[entry] ^ ((lo & W.PAGE_MASK) | readBits)) & readMask) === 0 && m[entry + 1] === hi) {
                  m[win + ((w >>> 7) & 0x1fe)] = (u8[m[entry + 2] | (lo & W.PAGE_OFFSET)] << 24) >> 24;
                } else {
                  if (!access.load(cpu, hi, lo, 1)) break failed;
                  m[win + ((w >>> 7) & 0x1fe)] = (access.lo << 24) >> 24;
                }
                break;
              }
              case Op.LD8U: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (((m[entry] ^ ((lo & W.PAGE_MASK) | readBits)) & readMask) === 0 && m[entry + 1] === hi) {
                  m[win + ((w >>> 7) & 0x1fe)] = u8[m[entry + 2] | (lo & W.PAGE_OFFSET)];
                } else {
                  if (!access.load(cpu, hi, lo, 1)) break failed;
                  m[win + ((w >>> 7) & 0x1fe)] = access.lo;
                }
                break;
              }
              case Op.LD16S: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (
                  ((m[entry] ^ ((lo & W.PAGE_MASK) | readBits)) & readMask) === 0 &&
                  m[entry + 1] === hi &&
                  (lo & 1) === 0
                ) {
                  m[win + ((w >>> 7) & 0x1fe)] = (u16[(m[entry + 2] | (lo & W.PAGE_OFFSET)) >>> 1] << 16) >> 16;
                } else {
                  if (!access.load(cpu, hi, lo, 2)) break failed;
                  m[win + ((w >>> 7) & 0x1fe)] = (access.lo << 16) >> 16;
                }
                break;
              }
              case Op.LD16U: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (
                  ((m[entry] ^ ((lo & W.PAGE_MASK) | readBits)) & readMask) === 0 &&
                  m[entry + 1] === hi &&
                  (lo & 1) === 0
                ) {
                  m[win + ((w >>> 7) & 0x1fe)] = u16[(m[entry + 2] | (lo & W.PAGE_OFFSET)) >>> 1];
                } else {
                  if (!access.load(cpu, hi, lo, 2)) break failed;
                  m[win + ((w >>> 7) & 0x1fe)] = access.lo;
                }
                break;
              }
              case Op.LD32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (
                  ((m[entry] ^ ((lo & W.PAGE_MASK) | readBits)) & readMask) === 0 &&
                  m[entry + 1] === hi &&
                  (lo & 3) === 0
                ) {
                  m[win + ((w >>> 7) & 0x1fe)] = m[(m[entry + 2] | (lo & W.PAGE_OFFSET)) >>> 2];
                } else {
                  if (!access.load(cpu, hi, lo, 4)) break failed;
                  m[win + ((w >>> 7) & 0x1fe)] = access.lo;
                }
                break;
              }
              case Op.LD64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (
                  ((m[entry] ^ ((lo & W.PAGE_MASK) | readBits)) & readMask) === 0 &&
                  m[entry + 1] === hi &&
                  (lo & 7) === 0
                ) {
                  const from = (m[entry + 2] | (lo & W.PAGE_OFFSET)) >>> 2;
                  const a = win + ((w >>> 7) & 0x1fe);
                  m[a] = m[from];
                  m[a + 1] = m[from + 1];
                } else {
                  if (!access.load(cpu, hi, lo, 8)) break failed;
                  const a = win + ((w >>> 7) & 0x1fe);
                  m[a] = access.lo;
                  m[a + 1] = access.hi;
                }
                break;
              }
              case Op.ST8: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (((m[entry] ^ ((lo & W.PAGE_MASK) | writeBits)) & writeMask) === 0 && m[entry + 1] === hi) {
                  const to = m[entry + 2] | (lo & W.PAGE_OFFSET);
                  dirty[to >>> 12] = W.DIRTY;
                  u8[to] = m[win + ((w >>> 7) & 0x1fe)];
                } else {
                  const a = win + ((w >>> 7) & 0x1fe);
                  if (!access.store(cpu, hi, lo, 1, m[a], m[a + 1])) break failed;
                }
                break;
              }
              case Op.ST16: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (
                  ((m[entry] ^ ((lo & W.PAGE_MASK) | writeBits)) & writeMask) === 0 &&
                  m[entry + 1] === hi &&
                  (lo & 1) === 0
                ) {
                  const to = m[entry + 2] | (lo & W.PAGE_OFFSET);
                  dirty[to >>> 12] = W.DIRTY;
                  u16[to >>> 1] = m[win + ((w >>> 7) & 0x1fe)];
                } else {
                  const a = win + ((w >>> 7) & 0x1fe);
                  if (!access.store(cpu, hi, lo, 2, m[a], m[a + 1])) break failed;
                }
                break;
              }
              case Op.ST32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (
                  ((m[entry] ^ ((lo & W.PAGE_MASK) | writeBits)) & writeMask) === 0 &&
                  m[entry + 1] === hi &&
                  (lo & 3) === 0
                ) {
                  const to = m[entry + 2] | (lo & W.PAGE_OFFSET);
                  dirty[to >>> 12] = W.DIRTY;
                  m[to >>> 2] = m[win + ((w >>> 7) & 0x1fe)];
                } else {
                  const a = win + ((w >>> 7) & 0x1fe);
                  if (!access.store(cpu, hi, lo, 4, m[a], m[a + 1])) break failed;
                }
                break;
              }
              case Op.ST64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const imm = m[pc + 1];
                const base = m[b];
                const lo = (base + imm) | 0;
                const hi = (m[b + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                const entry = tlb + ((lo >>> 10) & 0x3fc);
                if (
                  ((m[entry] ^ ((lo & W.PAGE_MASK) | writeBits)) & writeMask) === 0 &&
                  m[entry + 1] === hi &&
                  (lo & 7) === 0
                ) {
                  const to = m[entry + 2] | (lo & W.PAGE_OFFSET);
                  dirty[to >>> 12] = W.DIRTY;
                  const a = win + ((w >>> 7) & 0x1fe);
                  m[to >>> 2] = m[a];
                  m[(to >>> 2) + 1] = m[a + 1];
                } else {
                  const a = win + ((w >>> 7) & 0x1fe);
                  if (!access.store(cpu, hi, lo, 8, m[a], m[a + 1])) break failed;
                }
                break;
              }
              case Op.LDGS64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const gs = cpu + (m[cpu + W.MODE] === 0 ? W.GS_KERNEL : W.GS_USER);
                const imm = m[pc + 1];
                const base = m[gs];
                const lo = (base + imm) | 0;
                const hi = (m[gs + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                if (!access.load(cpu, hi, lo, 8)) break failed;
                m[a] = access.lo;
                m[a + 1] = access.hi;
                break;
              }
              case Op.STGS64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const gs = cpu + (m[cpu + W.MODE] === 0 ? W.GS_KERNEL : W.GS_USER);
                const imm = m[pc + 1];
                const base = m[gs];
                const lo = (base + imm) | 0;
                const hi = (m[gs + 1] + (imm >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0)) | 0;
                if (!access.store(cpu, hi, lo, 8, m[a], m[a + 1])) break failed;
                break;
              }
              case Op.XADD:
              case Op.XCHG:
              case Op.CAS:
              case Op.AAND:
              case Op.AOR:
              case Op.AXOR:
                if (!access.atomic(cpu, win, w, m[pc + 1])) break failed;
                break;
              case Op.CALL: {
                const next = frames.call(cpu, pc, w);
                if (next < 0) break failed;
                pc = next;
                win = m[cpu + W.WINDOW] >>> 2;
                continue;
              }
              case Op.CALLR: {
                const b = win + ((w >>> 15) & 0x1fe);
                const next = frames.callTo(cpu, pc, w, m[b + 1], m[b]);
                if (next < 0) break failed;
                pc = next;
                win = m[cpu + W.WINDOW] >>> 2;
                continue;
              }
              case Op.RET: {
                const next = frames.leave(cpu, m[pc + 1]);
                if (next < 0) {
                  if (next === TRAP_RETURN) break special;
                  break failed;
                }
                pc = next;
                win = m[cpu + W.WINDOW] >>> 2;
                continue;
              }
              case Op.RETV: {
                const next = frames.leave(cpu, m[pc + 1]);
                if (next < 0) {
                  if (next === TRAP_RETURN) break special;
                  break failed;
                }
                const b = win + ((w >>> 15) & 0x1fe);
                m[cpu + W.RAX] = m[b];
                m[cpu + W.RAX + 1] = m[b + 1];
                pc = next;
                win = m[cpu + W.WINDOW] >>> 2;
                continue;
              }
              case Op.GETRET: {
                const a = win + ((w >>> 7) & 0x1fe);
                m[a] = m[cpu + W.RAX];
                m[a + 1] = m[cpu + W.RAX + 1];
                break;
              }
              case Op.VASTART: {
                const a = win + ((w >>> 7) & 0x1fe);
                const header = win + ((w >>> 24) << 2);
                const base = m[header + W.HEADER_SP];
                const offset = m[pc + 1] << 3;
                const lo = (base + offset) | 0;
                m[a] = lo;
                m[a + 1] = m[header + W.HEADER_SP + 1] + (offset >> 31) + (lo >>> 0 < base >>> 0 ? 1 : 0);
                break;
              }
              case Op.GETARG: {
                const a = win + ((w >>> 7) & 0x1fe);
                const from = cpu + W.RCX + ((m[pc + 1] & 3) << 1);
                m[a] = m[from];
                m[a + 1] = m[from + 1];
                break;
              }
              case Op.GETFP: {
                const a = win + ((w >>> 7) & 0x1fe);
                m[a] = m[cpu + W.FP];
                m[a + 1] = m[cpu + W.FP + 1];
                break;
              }
              case Op.GETSP: {
                const a = win + ((w >>> 7) & 0x1fe);
                m[a] = m[cpu + W.SP];
                m[a + 1] = m[cpu + W.SP + 1];
                break;
              }
              case Op.ALLOCA: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                if (!frames.allocate(cpu, m[b + 1], m[b])) break failed;
                const base = m[cpu + W.SP];
                const lo = (base + m[pc + 1]) | 0;
                m[a + 1] = m[cpu + W.SP + 1] + (lo >>> 0 < base >>> 0 ? 1 : 0);
                m[a] = lo;
                break;
              }
              case Op.SETSP: {
                const b = win + ((w >>> 15) & 0x1fe);
                if ((m[b] | m[b + 1]) === 0) break;
                m[cpu + W.SP] = m[b];
                m[cpu + W.SP + 1] = m[b + 1];
                break;
              }
              case Op.GETIP: {
                const a = win + ((w >>> 7) & 0x1fe);
                const base = m[cpu + W.CODE_VA];
                const lo = (base + ((pc << 2) - m[cpu + W.CODE_PA])) | 0;
                m[a] = lo;
                m[a + 1] = m[cpu + W.CODE_VA + 1] + (lo >>> 0 < base >>> 0 ? 1 : 0);
                break;
              }
              case Op.GETRA: {
                const a = win + ((w >>> 7) & 0x1fe);
                const header = win + ((w >>> 24) << 2);
                m[a] = m[header + W.HEADER_RETURN];
                m[a + 1] = m[header + W.HEADER_RETURN + 1];
                break;
              }
              case Op.GETRASLOT: {
                const a = win + ((w >>> 7) & 0x1fe);
                const fp = m[cpu + W.FP];
                const lo = (fp + ((w >>> 24) << 4) + FrameHeader.RETURN) | 0;
                m[a] = lo;
                m[a + 1] = m[cpu + W.FP + 1] + (lo >>> 0 < fp >>> 0 ? 1 : 0);
                break;
              }
              case Op.CPUID: {
                const a = win + ((w >>> 7) & 0x1fe);
                m[a] = number;
                m[a + 1] = 0;
                break;
              }
              case Op.FADD64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f64[b >> 1] + f64[c >> 1];
                if (Number.isNaN(r)) nanResult64(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = r;
                break;
              }
              case Op.FSUB64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f64[b >> 1] - f64[c >> 1];
                if (Number.isNaN(r)) nanResult64(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = r;
                break;
              }
              case Op.FMUL64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f64[b >> 1] * f64[c >> 1];
                if (Number.isNaN(r)) nanResult64(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = r;
                break;
              }
              case Op.FDIV64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f64[b >> 1] / f64[c >> 1];
                if (Number.isNaN(r)) nanResult64(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = r;
                break;
              }
              case Op.FADD32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f32[b] + f32[c];
                if (Number.isNaN(r)) nanResult32(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f32[win + ((w >>> 7) & 0x1fe)] = r;
                break;
              }
              case Op.FSUB32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f32[b] - f32[c];
                if (Number.isNaN(r)) nanResult32(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f32[win + ((w >>> 7) & 0x1fe)] = r;
                break;
              }
              case Op.FMUL32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f32[b] * f32[c];
                if (Number.isNaN(r)) nanResult32(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f32[win + ((w >>> 7) & 0x1fe)] = r;
                break;
              }
              case Op.FDIV32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const c = win + ((w >>> 23) & 0x1fe);
                const r = f32[b] / f32[c];
                if (Number.isNaN(r)) nanResult32(m, win + ((w >>> 7) & 0x1fe), b, c);
                else f32[win + ((w >>> 7) & 0x1fe)] = r;
                break;
              }
              case Op.FSQRT64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const r = Math.sqrt(f64[b >> 1]);
                if (Number.isNaN(r)) nanResult64(m, win + ((w >>> 7) & 0x1fe), b, b);
                else f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = r;
                break;
              }
              case Op.FSQRT32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const r = Math.sqrt(f32[b]);
                if (Number.isNaN(r)) nanResult32(m, win + ((w >>> 7) & 0x1fe), b, b);
                else f32[win + ((w >>> 7) & 0x1fe)] = r;
                break;
              }
              case Op.FNEG64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                m[a] = m[b];
                m[a + 1] = m[b + 1] ^ 0x80000000;
                break;
              }
              case Op.FABS64: {
                const a = win + ((w >>> 7) & 0x1fe);
                const b = win + ((w >>> 15) & 0x1fe);
                m[a] = m[b];
                m[a + 1] = m[b + 1] & 0x7fffffff;
                break;
              }
              case Op.FSEQ64:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f64[(win + ((w >>> 15) & 0x1fe)) >> 1] === f64[(win + ((w >>> 23) & 0x1fe)) >> 1] ? 1 : 0;
                break;
              case Op.FSNE64:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f64[(win + ((w >>> 15) & 0x1fe)) >> 1] !== f64[(win + ((w >>> 23) & 0x1fe)) >> 1] ? 1 : 0;
                break;
              case Op.FSLT64:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f64[(win + ((w >>> 15) & 0x1fe)) >> 1] < f64[(win + ((w >>> 23) & 0x1fe)) >> 1] ? 1 : 0;
                break;
              case Op.FSLE64:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f64[(win + ((w >>> 15) & 0x1fe)) >> 1] <= f64[(win + ((w >>> 23) & 0x1fe)) >> 1] ? 1 : 0;
                break;
              case Op.FSEQ32:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f32[win + ((w >>> 15) & 0x1fe)] === f32[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.FSNE32:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f32[win + ((w >>> 15) & 0x1fe)] !== f32[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.FSLT32:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f32[win + ((w >>> 15) & 0x1fe)] < f32[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.FSLE32:
                m[win + ((w >>> 7) & 0x1fe)] =
                  f32[win + ((w >>> 15) & 0x1fe)] <= f32[win + ((w >>> 23) & 0x1fe)] ? 1 : 0;
                break;
              case Op.FJEQ64: {
                if (f64[(win + ((w >>> 15) & 0x1fe)) >> 1] !== f64[(win + ((w >>> 23) & 0x1fe)) >> 1]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJNE64: {
                if (f64[(win + ((w >>> 15) & 0x1fe)) >> 1] === f64[(win + ((w >>> 23) & 0x1fe)) >> 1]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJLT64: {
                if (!(f64[(win + ((w >>> 15) & 0x1fe)) >> 1] < f64[(win + ((w >>> 23) & 0x1fe)) >> 1])) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJLE64: {
                if (!(f64[(win + ((w >>> 15) & 0x1fe)) >> 1] <= f64[(win + ((w >>> 23) & 0x1fe)) >> 1])) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJNLT64: {
                if (f64[(win + ((w >>> 15) & 0x1fe)) >> 1] < f64[(win + ((w >>> 23) & 0x1fe)) >> 1]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJNLE64: {
                if (f64[(win + ((w >>> 15) & 0x1fe)) >> 1] <= f64[(win + ((w >>> 23) & 0x1fe)) >> 1]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJEQ32: {
                if (f32[win + ((w >>> 15) & 0x1fe)] !== f32[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJNE32: {
                if (f32[win + ((w >>> 15) & 0x1fe)] === f32[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJLT32: {
                if (!(f32[win + ((w >>> 15) & 0x1fe)] < f32[win + ((w >>> 23) & 0x1fe)])) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJLE32: {
                if (!(f32[win + ((w >>> 15) & 0x1fe)] <= f32[win + ((w >>> 23) & 0x1fe)])) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJNLT32: {
                if (f32[win + ((w >>> 15) & 0x1fe)] < f32[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.FJNLE32: {
                if (f32[win + ((w >>> 15) & 0x1fe)] <= f32[win + ((w >>> 23) & 0x1fe)]) break;
                const target = (pc + (m[pc + 1] << 1)) | 0;
                if ((target ^ pc) & W.OTHER_PAGE) break far;
                pc = target;
                continue;
              }
              case Op.F32TOF64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const x = f32[b];
                if (Number.isNaN(x)) widenNan(m, win + ((w >>> 7) & 0x1fe), b);
                else f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = x;
                break;
              }
              case Op.F64TOF32: {
                const b = win + ((w >>> 15) & 0x1fe);
                const x = f64[b >> 1];
                if (Number.isNaN(x)) narrowNan(m, win + ((w >>> 7) & 0x1fe), b);
                else f32[win + ((w >>> 7) & 0x1fe)] = x;
                break;
              }
              case Op.I32TOF64:
                f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = m[win + ((w >>> 15) & 0x1fe)];
                break;
              case Op.U32TOF64:
                f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = m[win + ((w >>> 15) & 0x1fe)] >>> 0;
                break;
              case Op.I64TOF64: {
                const b = win + ((w >>> 15) & 0x1fe);
                f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = doubleOfInt64(m[b], m[b + 1]);
                break;
              }
              case Op.U64TOF64: {
                const b = win + ((w >>> 15) & 0x1fe);
                f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = doubleOfUint64(m[b], m[b + 1]);
                break;
              }
              case Op.I32TOF32:
                f32[win + ((w >>> 7) & 0x1fe)] = m[win + ((w >>> 15) & 0x1fe)];
                break;
              case Op.I64TOF32: {
                const b = win + ((w >>> 15) & 0x1fe);
                f32[win + ((w >>> 7) & 0x1fe)] = floatOfInt64(m[b], m[b + 1]);
                break;
              }
              case Op.U64TOF32: {
                const b = win + ((w >>> 15) & 0x1fe);
                f32[win + ((w >>> 7) & 0x1fe)] = floatOfUint64(m[b], m[b + 1]);
                break;
              }
              case Op.F64TOI32:
                m[win + ((w >>> 7) & 0x1fe)] = int32OfDouble(f64[(win + ((w >>> 15) & 0x1fe)) >> 1]);
                break;
              case Op.F64TOI64: {
                const a = win + ((w >>> 7) & 0x1fe);
                int64OfDouble(f64[(win + ((w >>> 15) & 0x1fe)) >> 1]);
                m[a] = Int64.lo;
                m[a + 1] = Int64.hi;
                break;
              }
              case Op.F64TOU64: {
                const a = win + ((w >>> 7) & 0x1fe);
                uint64OfDouble(f64[(win + ((w >>> 15) & 0x1fe)) >> 1]);
                m[a] = Int64.lo;
                m[a + 1] = Int64.hi;
                break;
              }
              case Op.FROUND64: {
                const b = win + ((w >>> 15) & 0x1fe);
                const x = f64[b >> 1];
                if (Number.isNaN(x)) nanResult64(m, win + ((w >>> 7) & 0x1fe), b, b);
                else f64[(win + ((w >>> 7) & 0x1fe)) >> 1] = roundDouble(x, m[pc + 1]);
                break;
              }
              default:
                break special;
            }
            pc = (pc + 2) | 0;
            continue;
          }
          const next = frames.jump(cpu, pc, m[pc + 1] * 8);
          if (next >= 0) {
            pc = next;
            continue;
          }
        }
        exit = Exit.FAULT;
        n = (n + 1) | 0;
        break;
      }
      exit = Exit.SPECIAL;
      n = (n + 1) | 0;
      break;
    }

    frames.storeIp(cpu, pc);
    this.exit = exit;
    return limit - n;
  }
}

/** MARK or TOUCH if a watched run ends before the instruction `w` at `pc`; else LIMIT. */
function look(watch: Watch, cpu: number, pc: number, win: number, w: number, arrives: boolean): number {
  if (arrives && watch.isMarked(cpu, pc)) return Exit.MARK;
  return watch.data !== 0 && watch.mayTouch(cpu, pc, win, w) ? Exit.TOUCH : Exit.LIMIT;
}

/** Int64 = index * sign-extended imm. */
function scale(lo: number, hi: number, imm: number): void {
  multiply(lo, hi, imm, imm >> 31);
}

function swapBytes(x: number): number {
  return (x << 24) | ((x << 8) & 0xff0000) | ((x >>> 8) & 0xff00) | (x >>> 24);
}

function countBits(x: number): number {
  let n = x - ((x >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  n = (n + (n >>> 4)) & 0x0f0f0f0f;
  return Math.imul(n, 0x01010101) >>> 24;
}
