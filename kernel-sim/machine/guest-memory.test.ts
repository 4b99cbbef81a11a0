import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATA, TestMachine } from '../vm/testing.ts';
import { GuestFault } from './faults.ts';
import { GuestView } from './guest-memory.ts';
import { PAGE, Pte } from './layout.ts';

const t = new TestMachine();
const { memory } = t;
const middle = DATA + 0x8000;
t.map(middle - PAGE, 1, { write: true });
t.allocate();
t.map(middle, 1, { write: true });

function faultOf(action: () => void): GuestFault {
  try {
    action();
  } catch (e) {
    if (e instanceof GuestFault) return e;
    throw e;
  }
  throw new Error('no fault');
}

test('values of every size anywhere around a page boundary', () => {
  fc.assert(
    fc.property(fc.integer({ min: -12, max: 8 }), fc.bigInt(0n, (1n << 64n) - 1n), (at, value) => {
      const va = middle + at;
      memory.setU64(va, value);
      expect(memory.u64(va)).toBe(value);
      expect(memory.i64(va)).toBe(BigInt.asIntN(64, value));
      expect(memory.u32(va)).toBe(Number(BigInt.asUintN(32, value)));
      expect(memory.i32(va)).toBe(Number(BigInt.asIntN(32, value)));
      expect(memory.u16(va)).toBe(Number(BigInt.asUintN(16, value)));
      expect(memory.i16(va)).toBe(Number(BigInt.asIntN(16, value)));
      expect(memory.u8(va)).toBe(Number(BigInt.asUintN(8, value)));
      expect(memory.i8(va)).toBe(Number(BigInt.asIntN(8, value)));
      memory.setU32(va, Number(BigInt.asUintN(32, ~value)));
      memory.setU16(va + 4, 0x1234);
      memory.setU8(va + 6, 0xab);
      const expected = BigInt.asUintN(32, ~value) | (0xab1234n << 32n) | (value & (0xffn << 56n));
      expect(memory.u64(va)).toBe(expected);
      memory.setPtr(va, DATA);
      expect(memory.ptr(va)).toBe(DATA);
      memory.setU64(va, -5);
      expect(memory.i64(va)).toBe(-5n);
    }),
  );
});

test('ranges and texts', () => {
  memory.setBytes(middle - 3, new TextEncoder().encode('across\0'));
  expect(memory.cstring(middle - 3)).toBe('across');
  expect(memory.cstring(middle - 3, 2)).toBe('ac');
  memory.setUtf16(middle - 3, 'grün€\0');
  expect(memory.utf16(middle - 3, 10)).toBe('grün€');
  expect(memory.wstring(middle - 3)).toBe('grün€');
  memory.setBytes(middle - 4, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  memory.copy(middle - 2, middle - 4, 8);
  expect([...memory.bytes(middle - 4, 10)]).toEqual([1, 2, 1, 2, 3, 4, 5, 6, 7, 8]);
  memory.fill(middle - 1, 3, 0xee);
  expect([...memory.bytes(middle - 2, 5)]).toEqual([1, 0xee, 0xee, 0xee, 5]);
});

describe('faults', () => {
  const end = middle + PAGE;

  test('name address and access, and come before any change', () => {
    memory.fill(end - 8, 8, 0x55);
    const before = t.machine.stateHash();
    for (const write of [
      () => memory.setU64(end - 4, 0n),
      () => memory.setU32(end - 2, 0),
      () => memory.setBytes(end - 8, new Uint8Array(16)),
      () => memory.fill(end - 8, PAGE, 0),
      () => memory.copy(end - 8, middle, 16),
    ]) {
      const fault = faultOf(write);
      expect(fault).toMatchObject({ kind: 'page', write: true, address: end, errorCode: 2 });
    }
    expect(faultOf(() => memory.u64(end - 4))).toMatchObject({ kind: 'page', write: false, address: end });
    memory.setU8(end - 1, 0x55);
    expect(t.machine.stateHash()).toBe(before);
  });

  test('respect read-only pages', () => {
    t.map(DATA + 0x10000, 1, {});
    expect(faultOf(() => memory.setU8(DATA + 0x10000, 1)).errorCode).toBe(3);
    expect(memory.isMapped(DATA + 0x10000)).toBe(true);
    expect(memory.isMapped(DATA + 0x10000, 1, true)).toBe(false);
    expect(memory.isMapped(DATA + 0x10000, PAGE + 1)).toBe(false);
  });

  test('a pointer that is no address keeps its bits', () => {
    memory.setU64(DATA, 0xdeadbeefdeadbeefn);
    const fault = faultOf(() => memory.ptr(DATA));
    expect(fault).toMatchObject({ kind: 'gp', addressHi: 0xdeadbeef | 0, addressLo: 0xdeadbeef | 0 });
    expect(String(fault)).toContain('DEADBEEFDEADBEEF');
  });
});

test('accesses set A and D, a view changes nothing', () => {
  t.setPte(DATA, t.pte(DATA) & ~(Pte.ACCESSED | Pte.DIRTY));
  const view = new GuestView(t.machine, t.cr3);
  const before = t.machine.stateHash();
  expect(view.u64(DATA)).toBe(0xdeadbeefdeadbeefn);
  expect(t.machine.stateHash()).toBe(before);
  memory.u8(DATA);
  expect(t.pte(DATA) & (Pte.ACCESSED | Pte.DIRTY)).toBe(Pte.ACCESSED);
  memory.setU8(DATA, 1);
  expect(t.pte(DATA) & (Pte.ACCESSED | Pte.DIRTY)).toBe(Pte.ACCESSED | Pte.DIRTY);
});
