/** Every instruction on registers and memory against an oracle that computes with BigInt. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VirtAddr } from '../base/numbers.ts';
import { Vector } from '../machine/layout.ts';
import { Op, type OpName, word0 } from './opcodes.ts';
import { CODE, DATA, TestMachine } from './testing.ts';

const u64 = (x: bigint) => BigInt.asUintN(64, x);
const s64 = (x: bigint) => BigInt.asIntN(64, x);
const u32 = (x: bigint) => BigInt.asUintN(32, x);
const s32 = (x: bigint) => BigInt.asIntN(32, x);
const flag = (x: boolean) => (x ? 1n : 0n);

interface Operands {
  a: bigint;
  b: bigint;
  c: bigint;
  /** Sign-extended. */
  imm: bigint;
}
type Oracle = (o: Operands) => bigint | 'fault';

/** Results of `op.32` instructions: the high half of a stays. */
const NARROW: Partial<Record<OpName, Oracle>> = {
  SX8: ({ b }) => BigInt.asIntN(8, b),
  SX16: ({ b }) => BigInt.asIntN(16, b),
  ZX8: ({ b }) => BigInt.asUintN(8, b),
  ZX16: ({ b }) => BigInt.asUintN(16, b),
  ADD: ({ b, c }) => b + c,
  SUB: ({ b, c }) => b - c,
  MUL: ({ b, c }) => b * c,
  DIVS: ({ b, c }) => (overflows(s32(b), s32(c), 32n) ? 'fault' : s32(b) / s32(c)),
  DIVU: ({ b, c }) => (u32(c) === 0n ? 'fault' : u32(b) / u32(c)),
  REMS: ({ b, c }) => (overflows(s32(b), s32(c), 32n) ? 'fault' : s32(b) % s32(c)),
  REMU: ({ b, c }) => (u32(c) === 0n ? 'fault' : u32(b) % u32(c)),
  AND: ({ b, c }) => b & c,
  OR: ({ b, c }) => b | c,
  XOR: ({ b, c }) => b ^ c,
  SHL: ({ b, c }) => b << (c & 31n),
  SAR: ({ b, c }) => s32(b) >> (c & 31n),
  SHR: ({ b, c }) => u32(b) >> (c & 31n),
  ADDI: ({ b, imm }) => b + imm,
  MULI: ({ b, imm }) => b * imm,
  ANDI: ({ b, imm }) => b & imm,
  ORI: ({ b, imm }) => b | imm,
  XORI: ({ b, imm }) => b ^ imm,
  SHLI: ({ b, imm }) => b << (imm & 31n),
  SARI: ({ b, imm }) => s32(b) >> (imm & 31n),
  SHRI: ({ b, imm }) => u32(b) >> (imm & 31n),
  SEQ: ({ b, c }) => flag(u32(b) === u32(c)),
  SNE: ({ b, c }) => flag(u32(b) !== u32(c)),
  SLT: ({ b, c }) => flag(s32(b) < s32(c)),
  SLE: ({ b, c }) => flag(s32(b) <= s32(c)),
  SLTU: ({ b, c }) => flag(u32(b) < u32(c)),
  SLEU: ({ b, c }) => flag(u32(b) <= u32(c)),
  SEQI: ({ b, imm }) => flag(s32(b) === imm),
  SNEI: ({ b, imm }) => flag(s32(b) !== imm),
  SEQ64: ({ b, c }) => flag(b === c),
  SNE64: ({ b, c }) => flag(b !== c),
  SLT64: ({ b, c }) => flag(s64(b) < s64(c)),
  SLE64: ({ b, c }) => flag(s64(b) <= s64(c)),
  SLTU64: ({ b, c }) => flag(b < c),
  SLEU64: ({ b, c }) => flag(b <= c),
  BSF: ({ b }) => (b === 0n ? -1n : BigInt(b.toString(2).length - 1 - b.toString(2).lastIndexOf('1'))),
  BSR: ({ b }) => (b === 0n ? -1n : BigInt(b.toString(2).length - 1)),
  BSWAP32: ({ b }) => swap(u32(b), 4),
  POPCNT: ({ b }) => BigInt([...b.toString(2)].filter((digit) => digit === '1').length),
};

const WIDE: Partial<Record<OpName, Oracle>> = {
  MOV: ({ b }) => b,
  LDI: ({ imm }) => imm,
  LDHI: ({ a, imm }) => u32(a) | (imm << 32n),
  LEAIP: ({ imm }) => BigInt(HERE) + imm,
  LEAF: ({ imm }) => BigInt(FRAME) + imm,
  SX32: ({ b }) => s32(b),
  ZX32: ({ b }) => u32(b),
  ADD64: ({ b, c }) => b + c,
  SUB64: ({ b, c }) => b - c,
  MUL64: ({ b, c }) => b * c,
  DIVS64: ({ b, c }) => (overflows(s64(b), s64(c), 64n) ? 'fault' : s64(b) / s64(c)),
  DIVU64: ({ b, c }) => (c === 0n ? 'fault' : b / c),
  REMS64: ({ b, c }) => (overflows(s64(b), s64(c), 64n) ? 'fault' : s64(b) % s64(c)),
  REMU64: ({ b, c }) => (c === 0n ? 'fault' : b % c),
  AND64: ({ b, c }) => b & c,
  OR64: ({ b, c }) => b | c,
  XOR64: ({ b, c }) => b ^ c,
  SHL64: ({ b, c }) => b << (c & 63n),
  SAR64: ({ b, c }) => s64(b) >> (c & 63n),
  SHR64: ({ b, c }) => b >> (c & 63n),
  ADDI64: ({ b, imm }) => b + imm,
  ANDI64: ({ b, imm }) => b & u64(imm),
  SHLI64: ({ b, imm }) => b << (imm & 63n),
  SARI64: ({ b, imm }) => s64(b) >> (imm & 63n),
  SHRI64: ({ b, imm }) => b >> (imm & 63n),
  LEAX32: ({ b, c, imm }) => b + s32(c) * imm,
  LEAX64: ({ b, c, imm }) => b + c * imm,
  UMULH: ({ b, c }) => (b * c) >> 64n,
  BSWAP64: ({ b }) => swap(b, 8),
  GETFP: () => BigInt(FRAME),
  GETSP: () => BigInt(FRAME) - 32n,
  GETIP: () => BigInt(HERE),
  CPUID: () => 0n,
  RDFLAGS: () => 2n,
};

/** Whether a branch is taken; h = 16-bit immediate. */
const BRANCHES: Partial<Record<OpName, (o: { b: bigint; c: bigint; h: bigint }) => boolean>> = {
  JMP: () => true,
  JZ: ({ b }) => u32(b) === 0n,
  JNZ: ({ b }) => u32(b) !== 0n,
  JZ64: ({ b }) => b === 0n,
  JNZ64: ({ b }) => b !== 0n,
  JEQ: ({ b, c }) => u32(b) === u32(c),
  JNE: ({ b, c }) => u32(b) !== u32(c),
  JLT: ({ b, c }) => s32(b) < s32(c),
  JLE: ({ b, c }) => s32(b) <= s32(c),
  JLTU: ({ b, c }) => u32(b) < u32(c),
  JLEU: ({ b, c }) => u32(b) <= u32(c),
  JEQ64: ({ b, c }) => b === c,
  JNE64: ({ b, c }) => b !== c,
  JLT64: ({ b, c }) => s64(b) < s64(c),
  JLE64: ({ b, c }) => s64(b) <= s64(c),
  JLTU64: ({ b, c }) => b < c,
  JLEU64: ({ b, c }) => b <= c,
  JEQI: ({ b, h }) => s32(b) === h,
  JNEI: ({ b, h }) => s32(b) !== h,
  JLTI: ({ b, h }) => s32(b) < h,
  JLEI: ({ b, h }) => s32(b) <= h,
  JGTI: ({ b, h }) => s32(b) > h,
  JGEI: ({ b, h }) => s32(b) >= h,
};

const LOADS: Partial<Record<OpName, { size: number; value: (bits: bigint) => bigint; wide?: boolean }>> = {
  LD8S: { size: 1, value: (x) => BigInt.asIntN(8, x) },
  LD8U: { size: 1, value: (x) => x },
  LD16S: { size: 2, value: (x) => BigInt.asIntN(16, x) },
  LD16U: { size: 2, value: (x) => x },
  LD32: { size: 4, value: (x) => x },
  LD64: { size: 8, value: (x) => x, wide: true },
};
const STORES: Partial<Record<OpName, number>> = { ST8: 1, ST16: 2, ST32: 4, ST64: 8 };

const ATOMICS: Partial<Record<OpName, (old: bigint, c: bigint, a: bigint) => bigint>> = {
  XADD: (old, c) => old + c,
  XCHG: (_, c) => c,
  CAS: (old, c, a) => (old === a ? c : old),
  AAND: (old, c) => old & c,
  AOR: (old, c) => old | c,
  AXOR: (old, c) => old ^ c,
};

const REGISTERS = 4;
/** Room for branches both ways. */
const HERE = CODE + 1024;
const t = new TestMachine();
t.load('main: ENTER 2, 0, 0, 32\n.org 0xff0\nNOP');
t.load('divide: ENTER 2, 1, 0, 32\nNOP', CODE + 0x4000);
t.handle(Vector.DIVIDE, 'divide');
t.start('main');
const FRAME = t.cpu.fp;
const STACK = t.cpu.sp;

/** Values around every boundary that matters, as often as arbitrary ones. */
const edges = [0n, 1n, 2n, 31n, 32n, 63n, 64n, 0x7fn, 0x80n, 0x7fffn, 0x8000n, 0x7fffffffn, 0x80000000n, 0xffffffffn]
  .concat([0x100000000n, 1n << 52n, 1n << 53n, 1n << 63n])
  .flatMap((x) => [x, u64(-x), x + 1n]);
const word = fc.oneof(fc.constantFrom(...edges), fc.bigInt(0n, (1n << 64n) - 1n), fc.bigInt(0n, 300n));
const imm32 = fc.oneof(
  fc.constantFrom(...edges.map((x) => Number(s32(x)))),
  fc.integer(),
  fc.integer({ min: -9, max: 9 }),
);
const register = fc.nat(REGISTERS - 1);
const registers = fc.array(word, { minLength: REGISTERS, maxLength: REGISTERS });

/** Executes one instruction at HERE. */
function execute(op: OpName, a: number, b: number, c: number, imm: number, values: readonly bigint[]): void {
  const code = t.memory.translate(HERE);
  t.machine.memory.setU32(code, word0(Op[op], a, b, c));
  t.machine.memory.setU32(code + 4, imm);
  t.cpu.setFrame(HERE, FRAME, STACK);
  values.forEach((value, i) => {
    t.setRegister(i, value);
  });
  t.vm.run(1);
}

const current = () => Array.from({ length: REGISTERS }, (_, i) => t.register(i));

function expectResult(op: OpName, oracle: Oracle, wide: boolean): void {
  fc.assert(
    fc.property(register, register, register, imm32, registers, (a, b, c, imm, values) => {
      const result = oracle({ a: values[a], b: values[b], c: values[c], imm: BigInt(imm) });
      execute(op, a, b, c, imm, values);
      if (result === 'fault') {
        expect(t.cpu.ip).toBe(t.labels.divide + 16);
        return;
      }
      const expected = [...values];
      expected[a] = wide ? u64(result) : (values[a] & ~0xffffffffn) | u32(result);
      expect(current()).toEqual(expected);
      expect(t.cpu.ip).toBe(HERE + 8);
    }),
    { numRuns: 300 },
  );
}

describe('registers', () => {
  for (const [op, oracle] of Object.entries(NARROW)) test(op, () => expectResult(op as OpName, oracle, false));
  for (const [op, oracle] of Object.entries(WIDE)) test(op, () => expectResult(op as OpName, oracle, true));
});

describe('branches', () => {
  for (const [op, taken] of Object.entries(BRANCHES)) {
    test(op, () => {
      fc.assert(
        fc.property(
          register,
          register,
          imm32,
          registers,
          fc.integer({ min: -100, max: 300 }),
          (b, c, imm, values, by) => {
            const h = BigInt.asIntN(16, BigInt(imm));
            const isImmediate = /^J(EQ|NE|LT|LE|GT|GE)I$/.test(op);
            const high = isImmediate ? Number((h >> 8n) & 255n) : c;
            execute(op as OpName, isImmediate ? Number(h & 255n) : 0, b, high, by, values);
            const goes = taken({ b: values[b], c: values[c], h });
            expect(t.cpu.ip).toBe(goes ? HERE + 8 * by : HERE + 8);
            expect(current()).toEqual(values);
          },
        ),
        { numRuns: 200 },
      );
    });
  }
});

describe('memory', () => {
  // Two mapped pages whose physical pages are not neighbours, seen around their boundary.
  const middle = DATA + 0x8000;
  t.map(middle - 4096, 1, { write: true });
  t.allocate();
  t.map(middle, 1, { write: true });
  const place = fc.oneof(fc.integer({ min: -16, max: 15 }), fc.integer({ min: -4096, max: 4080 }));
  const offset = fc.oneof(fc.integer({ min: -64, max: 64 }), fc.integer());
  const bytesOf = (value: bigint, size: number) =>
    Uint8Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
  const around = (va: VirtAddr) => t.memory.bytes(Math.max(va - 8, middle - 4096), 24);

  for (const [op, { size, value, wide }] of Object.entries(LOADS)) {
    test(op, () => {
      fc.assert(
        fc.property(register, register, place, offset, registers, word, (a, b, at, imm, values, stored) => {
          const bits = BigInt.asUintN(8 * size, stored);
          t.memory.setBytes(middle + at, bytesOf(bits, size));
          values[b] = u64(BigInt(middle + at) - BigInt(imm));
          execute(op as OpName, a, b, 0, imm, values);
          const expected = [...values];
          expected[a] = wide ? bits : (values[a] & ~0xffffffffn) | u32(value(bits));
          expect(current()).toEqual(expected);
        }),
        { numRuns: 300 },
      );
    });
  }
  for (const [op, size] of Object.entries(STORES)) {
    test(op, () => {
      fc.assert(
        fc.property(register, register, place, offset, registers, (a, b, at, imm, values) => {
          values[b] = u64(BigInt(middle + at) - BigInt(imm));
          const expected = around(middle + at);
          const start = middle + at - Math.max(middle + at - 8, middle - 4096);
          expected.set(bytesOf(values[a], size), start);
          execute(op as OpName, a, b, 0, imm, values);
          expect(around(middle + at)).toEqual(expected);
          expect(current()).toEqual(values);
        }),
        { numRuns: 300 },
      );
    });
  }
  for (const [op, change] of Object.entries(ATOMICS)) {
    test(op, () => {
      const sizes = fc.constantFrom(1, 2, 4, 8);
      const operands = fc.uniqueArray(register, { minLength: 3, maxLength: 3 });
      fc.assert(
        fc.property(
          operands,
          place,
          sizes,
          registers,
          word,
          fc.boolean(),
          ([a, b, c], at, size, values, old, equal) => {
            const cut = (x: bigint) => BigInt.asUintN(8 * size, x);
            if (equal) values[a] = (values[a] & ~cut(-1n)) | cut(old);
            values[b] = u64(BigInt(middle + at));
            t.memory.setBytes(middle + at, bytesOf(old, size));
            execute(op as OpName, a, b, c, size, values);
            expect(t.memory.bytes(middle + at, size)).toEqual(
              bytesOf(cut(change(cut(old), cut(values[c]), cut(values[a]))), size),
            );
            const expected = [...values];
            if (size === 8) expected[a] = old;
            else expected[a] = (values[a] & ~0xffffffffn) | u32(BigInt.asIntN(8 * size, old));
            expect(current()).toEqual(expected);
          },
        ),
        { numRuns: 300 },
      );
    });
  }

  test.each([
    ['equal', 0xfedcba9876543210n, 0x0123456789abcdefn],
    ['different below', 0xfedcba9876543211n, 0x0123456789abcdefn],
    ['different above', 0xfedcba9876543210n, 0x8123456789abcdefn],
  ])('CAS of 16 bytes: %s', (_, low, high) => {
    t.memory.setU64(middle, 0xfedcba9876543210n);
    t.memory.setU64(middle + 8, 0x0123456789abcdefn);
    // Six registers are needed and the frame has four: the new value is the address and the comparand's low half.
    execute('CAS', 1, 0, 0, 16, [u64(BigInt(middle)), low, high, 3n]);
    const same = low === 0xfedcba9876543210n && high === 0x0123456789abcdefn;
    expect(t.memory.u64(middle)).toBe(same ? u64(BigInt(middle)) : 0xfedcba9876543210n);
    expect(t.memory.u64(middle + 8)).toBe(same ? low : 0x0123456789abcdefn);
    expect(current()).toEqual([u64(BigInt(middle)), 0xfedcba9876543210n, 0x0123456789abcdefn, 3n]);
  });

  test('LDGS64 and STGS64 use the base of the mode', () => {
    t.cpu.gsKernel = middle;
    t.memory.setU64(middle - 24, 0xfedcba9876543210n);
    execute('LDGS64', 2, 0, 0, -24, [0n, 0n, 0n, 0n]);
    expect(t.register(2)).toBe(0xfedcba9876543210n);
    execute('STGS64', 1, 0, 0, 16, [0n, 0x123456789n, 0n, 0n]);
    expect(t.memory.u64(middle + 16)).toBe(0x123456789n);
  });
});

test('every opcode is tested here or by name in the tests of calls and traps', () => {
  const here = new Set<string>([NARROW, WIDE, BRANCHES, LOADS, STORES, ATOMICS].flatMap((table) => Object.keys(table)));
  const elsewhere = `ILLEGAL NOP PAGE ENTER FENTER ALLOCA SETSP JMPR LDGS64 STGS64 CALL CALLR RET RETV GETRET VASTART GETARG CALLFL CALLF FRET
    UNWIND GETRA GETRASLOT PRIM INT3 INT2C FASTFAIL SYSCALL PAUSE FENCE RDTSC HLT CLI STI RDCR WRCR RDMSR WRMSR INVLPG`;
  const known = new Set([...here, ...elsewhere.split(/\s+/)]);
  // Floating point has its own test (floats.test.ts), which counts its instructions.
  const isFloating = (op: string) => /^F\w+\d\d$|^[FIU]\d\dTO/.test(op);
  expect(Object.keys(Op).filter((op) => !known.has(op) && !isFloating(op))).toEqual([]);
});

function overflows(b: bigint, c: bigint, bits: bigint): boolean {
  return c === 0n || (c === -1n && b === -(1n << (bits - 1n)));
}

function swap(x: bigint, bytes: number): bigint {
  let result = 0n;
  for (let i = 0; i < bytes; i++) result = (result << 8n) | ((x >> BigInt(8 * i)) & 255n);
  return result;
}
