/** Translation against hand-made tables: permissions, A and D bits, the TLB and how it goes stale. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiOf, loOf, type VirtAddr } from '../base/numbers.ts';
import { Access } from './faults.ts';
import { CPU_BLOCK_BYTES, CpuField, PAGE, Pte, TLB_ENTRIES, TlbBit, Vector } from './layout.ts';
import { Machine } from './machine.ts';
import { CR0_WP, CR4_SMEP, type Mmu } from './mmu.ts';

const CR3 = 0x1000;
const A = Pte.ACCESSED;
const D = Pte.DIRTY;
const VA: VirtAddr = 0x12345678000 - 2 ** 47;

/** Tables at 0x1000 .. 0x4000 for VA and its neighbours; everything above grants everything. */
function machineWith(leaf: bigint, upper = Pte.VALID | Pte.WRITE | Pte.USER) {
  const machine = new Machine({ ramBytes: 1 << 20 });
  const { memory, mmu } = machine;
  const hi = hiOf(VA);
  const lo = loOf(VA);
  const at = [
    CR3 + 8 * ((hi >>> 7) & 511),
    0x2000 + 8 * (((hi & 127) << 2) | (lo >>> 30)),
    0x3000 + 8 * ((lo >>> 21) & 511),
    0x4000 + 8 * ((lo >>> 12) & 511),
  ];
  for (let level = 0; level < 3; level++) memory.setU64(at[level], BigInt(0x2000 + 0x1000 * level) | upper);
  memory.setU64(at[3], leaf);
  machine.setCpu(0, CpuField.CR3, CR3);
  const cpu = memory.cpuBase(0) >> 2;
  return {
    machine,
    memory,
    mmu,
    cpu,
    at,
    translate: (va: VirtAddr, access: number) => mmu.translate(cpu, hiOf(va), loOf(va), access),
    walk: (va: VirtAddr, access: number) => mmu.walk(cpu, hiOf(va), loOf(va), access),
  };
}

const faultOf = ({ vector, errorCode }: Mmu) => ({ vector, errorCode });
const page = (pfn: number, bits: bigint) => (BigInt(pfn) << 12n) | Pte.VALID | bits;

describe('permissions', () => {
  const cases = fc.record({
    write: fc.boolean(),
    user: fc.boolean(),
    nx: fc.boolean(),
    upperWrite: fc.boolean(),
    upperUser: fc.boolean(),
    upperNx: fc.boolean(),
    access: fc.constantFrom(Access.READ, Access.WRITE, Access.EXECUTE),
    fromUser: fc.boolean(),
    wp: fc.boolean(),
    smep: fc.boolean(),
  });

  test('are those of all levels together, with CR0.WP and CR4.SMEP', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const bits = (write: boolean, user: boolean, nx: boolean) =>
          Pte.VALID | (write ? Pte.WRITE : 0n) | (user ? Pte.USER : 0n) | (nx ? Pte.NX : 0n);
        const t = machineWith(page(7, bits(c.write, c.user, c.nx)), bits(c.upperWrite, c.upperUser, c.upperNx));
        t.machine.setCpu(0, CpuField.CR0, c.wp ? CR0_WP : 0);
        t.machine.setCpu(0, CpuField.CR4, c.smep ? CR4_SMEP : 0);
        const write = c.write && c.upperWrite;
        const user = c.user && c.upperUser;
        const nx = c.nx || c.upperNx;
        let allowed = !c.fromUser || user;
        if (c.access === Access.WRITE) allowed &&= write || (!c.fromUser && !c.wp);
        if (c.access === Access.EXECUTE) allowed &&= !nx && (c.fromUser || !user || !c.smep);
        const access = c.access | (c.fromUser ? Access.USER : 0);
        for (let time = 0; time < 2; time++) {
          const pa = t.translate(VA + 5, access);
          expect(pa).toBe(allowed ? 7 * PAGE + 5 : -1);
          if (!allowed) {
            expect(faultOf(t.mmu)).toEqual({ vector: Vector.PAGE_FAULT, errorCode: access | Access.PRESENT });
            expect([t.mmu.faultHi, t.mmu.faultLo]).toEqual([hiOf(VA + 5), loOf(VA + 5)]);
          }
        }
      }),
    );
  });
});

describe('A and D', () => {
  test('a read sets A on every level, a write D on the leaf too', () => {
    const t = machineWith(page(7, Pte.WRITE));
    t.translate(VA, Access.READ);
    expect(t.at.map((at) => t.memory.u64(at) & (A | D))).toEqual([A, A, A, A]);
    t.translate(VA, Access.WRITE);
    expect(t.memory.u64(t.at[3]) & (A | D)).toBe(A | D);
    expect(t.memory.u64(t.at[2]) & D).toBe(0n);
  });

  test('a fault sets nothing', () => {
    const t = machineWith(page(7, 0n));
    expect(t.translate(VA, Access.WRITE)).toBe(-1);
    expect(t.at.map((at) => t.memory.u64(at) & (A | D))).toEqual([0n, 0n, 0n, 0n]);
  });

  test('a write after a read through the same TLB entry still sets D', () => {
    const t = machineWith(page(7, Pte.WRITE));
    t.translate(VA, Access.READ);
    t.translate(VA, Access.WRITE);
    t.memory.setU64(t.at[3], t.memory.u64(t.at[3]) & ~D);
    t.translate(VA, Access.WRITE);
    expect(t.memory.u64(t.at[3]) & D).toBe(0n);
  });
});

describe('walks', () => {
  test('fault on missing entries of every level, with the access in the error code', () => {
    for (let level = 0; level < 4; level++) {
      const t = machineWith(page(7, Pte.WRITE | Pte.USER));
      t.memory.setU64(t.at[level], 0n);
      expect(t.walk(VA, Access.WRITE | Access.USER)).toBe(-1);
      expect(faultOf(t.mmu)).toEqual({ vector: Vector.PAGE_FAULT, errorCode: Access.WRITE | Access.USER });
    }
  });

  test('an entry that names memory beyond RAM is a reserved-bit fault', () => {
    for (let level = 0; level < 4; level++) {
      for (const beyond of [0x100n << 12n, 1n << 40n]) {
        const t = machineWith(page(7, Pte.WRITE | Pte.USER));
        t.memory.setU64(t.at[level], beyond | Pte.VALID | Pte.WRITE | Pte.USER);
        expect(t.walk(VA, Access.READ)).toBe(-1);
        expect(t.mmu.errorCode).toBe(Access.PRESENT | Access.RESERVED);
      }
    }
  });

  test('2 MB pages', () => {
    const t = machineWith(0n);
    t.memory.setU64(t.at[2], Pte.VALID | Pte.WRITE | Pte.LARGE);
    // RAM is smaller than the page: what is inside works, the rest does not exist.
    const start = VA - (loOf(VA) & 0x1fffff);
    expect(t.translate(start + 0x54321, Access.WRITE)).toBe(0x54321);
    expect(t.memory.u64(t.at[2]) & (A | D)).toBe(A | D);
    expect(t.translate(start + 0x100000, Access.READ)).toBe(-1);
    t.translate(start + 0x3000, Access.READ);
    t.memory.setU64(t.at[2], 0n);
    t.mmu.invalidate(t.cpu, hiOf(start), loOf(start + 0x54000));
    expect(t.translate(start + 0x3000, Access.READ)).toBe(-1);
  });

  test('non-canonical addresses are #GP with the address', () => {
    const t = machineWith(page(7, 0n));
    for (const hi of [0x8000, 0x7fffffff, -0x80000000, -0x8001]) {
      expect(t.mmu.translate(t.cpu, hi, 0x1000, Access.READ)).toBe(-1);
      expect(faultOf(t.mmu)).toEqual({ vector: Vector.GENERAL_PROTECTION, errorCode: 0 });
    }
  });
});

describe('the TLB', () => {
  test('goes stale until INVLPG or a flush, and keeps global pages', () => {
    const t = machineWith(page(7, 0n));
    t.translate(VA, Access.READ);
    t.memory.setU64(t.at[3], page(8, 0n));
    expect(t.translate(VA, Access.READ)).toBe(7 * PAGE);
    expect(t.walk(VA, Access.READ)).toBe(8 * PAGE);
    t.mmu.invalidate(t.cpu, hiOf(VA + PAGE), loOf(VA + PAGE));
    expect(t.translate(VA, Access.READ)).toBe(7 * PAGE);
    t.mmu.invalidate(t.cpu, hiOf(VA), loOf(VA));
    expect(t.translate(VA, Access.READ)).toBe(8 * PAGE);
    t.memory.setU64(t.at[3], page(9, Pte.GLOBAL));
    t.mmu.flushTlb(t.cpu);
    expect(t.translate(VA, Access.READ)).toBe(9 * PAGE);
    t.memory.setU64(t.at[3], page(10, 0n));
    t.mmu.flushTlb(t.cpu);
    expect(t.translate(VA, Access.READ)).toBe(9 * PAGE);
    t.mmu.invalidate(t.cpu, hiOf(VA), loOf(VA));
    expect(t.translate(VA, Access.READ)).toBe(10 * PAGE);
  });

  test('is bytes of the machine, as laid out', () => {
    const t = machineWith(page(7, Pte.WRITE | Pte.USER | Pte.NX));
    t.translate(VA, Access.WRITE);
    const entry = t.memory.cpuBase(0) + CPU_BLOCK_BYTES + 16 * ((loOf(VA) >>> 12) & (TLB_ENTRIES - 1));
    const { VALID, USER, WRITE, DIRTY, NX } = TlbBit;
    expect(t.memory.u32(entry)).toBe((loOf(VA) | VALID | USER | WRITE | DIRTY | NX) >>> 0);
    expect(t.memory.i32(entry + 4)).toBe(hiOf(VA));
    expect(t.memory.u32(entry + 8)).toBe(7 * PAGE);
  });

  test('never mixes up addresses that share a slot', () => {
    const t = machineWith(page(7, 0n));
    t.translate(VA, Access.READ);
    for (const other of [VA + TLB_ENTRIES * PAGE, VA + 2 ** 32, VA + 2 ** 47]) {
      expect(t.translate(other, Access.READ)).toBe(-1);
    }
  });
});

test('writes of the hardware mark pages dirty', () => {
  const t = machineWith(page(7, Pte.WRITE));
  t.memory.dirty.fill(0);
  t.translate(VA, Access.READ);
  expect([1, 2, 3, 4, 7].map((pfn) => t.memory.dirty[pfn] !== 0)).toEqual([true, true, true, true, false]);
});
