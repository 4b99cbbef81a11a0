/** Every floating-point instruction against an oracle that computes with fractions of BigInts and knows nothing of the host's numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Op, type OpName, word0 } from './opcodes.ts';
import { CODE, TestMachine } from './testing.ts';

/** Bits of the fraction and of the exponent. */
interface Format {
  fraction: bigint;
  exponent: bigint;
}
const F64: Format = { fraction: 52n, exponent: 11n };
const F32: Format = { fraction: 23n, exponent: 8n };
const HALF = 1n << 32n;

type Parts = { nan: true } | { nan: false; negative: boolean; infinite: boolean; up: bigint; down: bigint };

const ones = (n: bigint) => (1n << n) - 1n;
const signOf = (f: Format) => 1n << (f.fraction + f.exponent);
const infinity = (f: Format) => ones(f.exponent) << f.fraction;
const quiet = (f: Format) => 1n << (f.fraction - 1n);
const defaultNan = (f: Format) => signOf(f) | infinity(f) | quiet(f);
const isNan = (bits: bigint, f: Format) => (bits & ~signOf(f)) > infinity(f);

/** The value as a fraction up / down. */
function parts(bits: bigint, f: Format): Parts {
  if (isNan(bits, f)) return { nan: true };
  const field = (bits >> f.fraction) & ones(f.exponent);
  const low = bits & ones(f.fraction);
  const bias = ones(f.exponent - 1n) + f.fraction;
  const scale = (field === 0n ? 1n : field) - bias;
  const whole = field === 0n ? low : low | (1n << f.fraction);
  return {
    nan: false,
    negative: (bits & signOf(f)) !== 0n,
    infinite: field === ones(f.exponent),
    up: scale > 0n ? whole << scale : whole,
    down: scale > 0n ? 1n : 1n << -scale,
  };
}

/** Bits of the number nearest to up / down. */
function round(negative: boolean, up: bigint, down: bigint, f: Format): bigint {
  const sign = negative ? signOf(f) : 0n;
  // In units of the smallest number there is; then halved until it fits.
  const unit = ones(f.exponent - 1n) + f.fraction - 1n;
  const scaled = up << unit;
  let shift = 0n;
  while (scaled / (down << shift) >= 1n << (f.fraction + 1n)) shift++;
  const divisor = down << shift;
  let whole = scaled / divisor;
  const twice = 2n * (scaled % divisor);
  if (twice > divisor || (twice === divisor && whole % 2n === 1n)) whole++;
  const bits = (shift << f.fraction) + whole;
  return sign | (bits > infinity(f) ? infinity(f) : bits);
}

function compute(op: string, b: bigint, c: bigint, f: Format): bigint {
  const x = parts(b, f);
  const y = parts(c, f);
  if (x.nan) return b | quiet(f);
  if (y.nan) return c | quiet(f);
  const infinite = (negative: boolean) => infinity(f) | (negative ? signOf(f) : 0n);
  const differ = x.negative !== y.negative;
  switch (op) {
    case 'FSUB':
      return compute('FADD', b, c ^ signOf(f), f);
    case 'FADD': {
      if (x.infinite) return y.infinite && differ ? defaultNan(f) : b;
      if (y.infinite) return c;
      const left = x.up * y.down * (x.negative ? -1n : 1n);
      const right = y.up * x.down * (y.negative ? -1n : 1n);
      const sum = left + right;
      if (sum === 0n) return x.negative && y.negative ? signOf(f) : 0n;
      return round(sum < 0n, sum < 0n ? -sum : sum, x.down * y.down, f);
    }
    case 'FMUL':
      if (x.infinite || y.infinite) return x.up === 0n || y.up === 0n ? defaultNan(f) : infinite(differ);
      return round(differ, x.up * y.up, x.down * y.down, f);
    default:
      if (x.infinite) return y.infinite ? defaultNan(f) : infinite(differ);
      if (y.infinite) return differ ? signOf(f) : 0n;
      if (y.up === 0n) return x.up === 0n ? defaultNan(f) : infinite(differ);
      return round(differ, x.up * y.down, x.down * y.up, f);
  }
}

function compare(op: string, b: bigint, c: bigint, f: Format): boolean {
  const x = parts(b, f);
  const y = parts(c, f);
  if (op.startsWith('N') && op !== 'NE') return !compare(op.slice(1), b, c, f);
  if (x.nan || y.nan) return op === 'NE';
  const order = (bits: bigint, p: { negative: boolean }) => (p.negative ? -(bits ^ signOf(f)) : bits);
  const left = order(b, x);
  const right = order(c, y);
  return { EQ: left === right, NE: left !== right, LT: left < right, LE: left <= right }[op] ?? false;
}

function squareRoot(b: bigint, f: Format): bigint {
  const x = parts(b, f);
  if (x.nan) return b | quiet(f);
  if (x.up === 0n) return b;
  if (x.negative) return defaultNan(f);
  if (x.infinite) return b;
  // floor(sqrt(up/down) * 2^n), with a last bit that says whether something was cut off.
  const n = 700n;
  const scaled = (x.up << (2n * n)) / x.down;
  let root = 1n << BigInt((scaled.toString(2).length >> 1) + 1);
  for (let next = (root + scaled / root) >> 1n; next < root; next = (root + scaled / root) >> 1n) root = next;
  const exact = root * root === scaled && (x.up << (2n * n)) % x.down === 0n;
  return round(false, root * 2n + (exact ? 0n : 1n), 1n << (n + 1n), f);
}

function convertNan(bits: bigint, from: Format, to: Format): bigint {
  const payload = bits & ones(from.fraction);
  const moved =
    to.fraction > from.fraction ? payload << (to.fraction - from.fraction) : payload >> (from.fraction - to.fraction);
  return ((bits & signOf(from)) !== 0n ? signOf(to) : 0n) | infinity(to) | quiet(to) | moved;
}

function reformat(bits: bigint, from: Format, to: Format): bigint {
  const x = parts(bits, from);
  if (x.nan) return convertNan(bits, from, to);
  if (x.infinite) return infinity(to) | (x.negative ? signOf(to) : 0n);
  return round(x.negative, x.up, x.down, to);
}

function cut(bits: bigint): bigint | undefined {
  const x = parts(bits, F64);
  if (x.nan || x.infinite) return undefined;
  return (x.up / x.down) * (x.negative ? -1n : 1n);
}

function toSigned(bits: bigint, size: number): bigint {
  const whole = cut(bits);
  return whole !== undefined && BigInt.asIntN(size, whole) === whole ? whole : -(1n << BigInt(size - 1));
}

/** As x64 compilers do it: from 2^63 on the conversion is that of what lies above, with the top bit turned. */
function toUnsigned(bits: bigint): bigint {
  if (compare('LE', round(false, 1n << 63n, 1n, F64), bits, F64)) {
    return toSigned(compute('FSUB', bits, round(false, 1n << 63n, 1n, F64), F64), 64) ^ -(1n << 63n);
  }
  return toSigned(bits, 64);
}

function fromInteger(value: bigint, f: Format): bigint {
  return round(value < 0n, value < 0n ? -value : value, 1n, f);
}

function wholeNumber(bits: bigint, mode: number): bigint {
  const x = parts(bits, F64);
  if (x.nan) return bits | quiet(F64);
  if (x.infinite) return bits;
  const rest = x.up % x.down;
  let whole = x.up / x.down;
  const up = [2n * rest > x.down || (2n * rest === x.down && whole % 2n === 1n), x.negative, !x.negative, false][mode];
  if (rest !== 0n && up) whole++;
  return round(x.negative, whole, 1n, F64);
}

// ------------------------------------------------------------------- the machine

const t = new TestMachine();
t.load('main: ENTER 2, 0, 0, 32\n.org 0xff0\nNOP');
t.start('main');
const HERE = CODE + 1024;
const FRAME = t.cpu.fp;
const STACK = t.cpu.sp;

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

const SPECIAL_64 = [
  0n,
  1n,
  0x000fffffffffffffn,
  0x0010000000000000n,
  0x3ff0000000000000n,
  0x3ff0000000000001n,
  0x3fe0000000000000n,
  0x3fefffffffffffffn,
  0x4000000000000000n,
  0x4024000000000000n,
  0x41dfffffffc00000n,
  0x41e0000000000000n,
  0x41dfffffffffffffn,
  0x41efffffffe00000n,
  0x43dfffffffffffffn,
  0x43e0000000000000n,
  0x43e0000000000001n,
  0x43efffffffffffffn,
  0x43f0000000000000n,
  0x4330000000000001n,
  0x36a0000000000000n,
  0x36a0000000000001n,
  0x380fffffe0000000n,
  0x47efffffe0000000n,
  0x47efffffefffffffn,
  0x47effffff0000000n,
  0x7fefffffffffffffn,
  0x7ff0000000000000n,
  0x7ff0000000000001n,
  0x7ff4000000000000n,
  0x7ff8000000000000n,
  0x7ff8000000001234n,
  0x7ff7ffffffffffffn,
];
const SPECIAL_32 = [
  0n,
  1n,
  0x007fffffn,
  0x00800000n,
  0x3f800000n,
  0x3f800001n,
  0x3f000000n,
  0x40000000n,
  0x4f000000n,
  0x4effffffn,
  0x4f800000n,
  0x5f000000n,
  0x5f800000n,
  0x7f7fffffn,
  0x7f800000n,
  0x7f800001n,
  0x7fa00000n,
  0x7fc00000n,
  0x7fc12345n,
];
const SPECIAL_INTEGERS = [
  0n,
  1n,
  0x7fffffffn,
  0x80000000n,
  0xffffffffn,
  0x1000001n,
  0x1000002n,
  0x1000003n,
  1n << 53n,
  (1n << 53n) + 1n,
]
  .concat([(1n << 54n) + 2n, (1n << 54n) + 6n, 1n << 63n, (1n << 63n) - 1n, 0x7fffff4000000001n, 0x7fffffc000000000n])
  .concat([0xffffff8000000000n, 0xffffff7fffffffffn, 0x0020000020000001n, 0x0020000020000000n]);

/** Near each other as often as not: sums that cancel, quotients around one, exponents around those of integers. */
const bits64 = fc.oneof(
  fc.constantFrom(...SPECIAL_64.flatMap((x) => [x, x | (1n << 63n)])),
  fc.bigInt(0n, (1n << 64n) - 1n),
  fc
    .tuple(fc.bigInt(0n, ones(53n)), fc.bigInt(0x3c0n, 0x440n))
    .map(([low, field]) => (low & ones(52n)) | (field << 52n) | ((low >> 52n) << 63n)),
);
const bits32 = fc.oneof(
  fc.constantFrom(...SPECIAL_32.flatMap((x) => [x, x | (1n << 31n)])),
  fc.bigInt(0n, HALF - 1n),
  fc
    .tuple(fc.bigInt(0n, ones(24n)), fc.bigInt(0x60n, 0xc0n))
    .map(([low, field]) => (low & ones(23n)) | (field << 23n) | ((low >> 23n) << 31n)),
);
const junk = fc.bigInt(0n, HALF - 1n);
const slot32 = fc.tuple(bits32, junk).map(([low, high]) => low | (high << 32n));
const integers = fc.oneof(
  fc.constantFrom(...SPECIAL_INTEGERS.flatMap((x) => [x, BigInt.asUintN(64, -x)])),
  fc.bigInt(0n, (1n << 64n) - 1n),
);
const register = fc.nat(3);
const numRuns = 400;

/** `wide`: the result fills the register, else its low half. */
function check(
  op: OpName,
  values: fc.Arbitrary<bigint>,
  wide: boolean,
  oracle: (b: bigint, c: bigint) => bigint,
  imm = 0,
): void {
  fc.assert(
    fc.property(register, register, register, fc.array(values, { minLength: 4, maxLength: 4 }), (a, b, c, before) => {
      execute(op, a, b, c, imm, before);
      const expected = [...before];
      const made = oracle(before[b], before[c]);
      expected[a] = wide ? BigInt.asUintN(64, made) : (before[a] & ~(HALF - 1n)) | BigInt.asUintN(32, made);
      expect(before.map((_, i) => t.register(i).toString(16))).toEqual(expected.map((x) => x.toString(16)));
      expect(t.cpu.ip).toBe(HERE + 8);
    }),
    { numRuns },
  );
}

const low = (x: bigint) => BigInt.asUintN(32, x);

/** Everything that is tested here, by name. */
const tested: Partial<Record<OpName, () => void>> = {
  FNEG64: () => check('FNEG64', bits64, true, (b) => b ^ signOf(F64)),
  FABS64: () => check('FABS64', bits64, true, (b) => b & ~signOf(F64)),
  FSQRT64: () => check('FSQRT64', bits64, true, (b) => squareRoot(b, F64)),
  FSQRT32: () => check('FSQRT32', slot32, false, (b) => squareRoot(low(b), F32)),
  F32TOF64: () => check('F32TOF64', slot32, true, (b) => reformat(low(b), F32, F64)),
  F64TOF32: () => check('F64TOF32', bits64, false, (b) => reformat(b, F64, F32)),
  I32TOF64: () => check('I32TOF64', integers, true, (b) => fromInteger(BigInt.asIntN(32, b), F64)),
  U32TOF64: () => check('U32TOF64', integers, true, (b) => fromInteger(low(b), F64)),
  I64TOF64: () => check('I64TOF64', integers, true, (b) => fromInteger(BigInt.asIntN(64, b), F64)),
  U64TOF64: () => check('U64TOF64', integers, true, (b) => fromInteger(b, F64)),
  I32TOF32: () => check('I32TOF32', integers, false, (b) => fromInteger(BigInt.asIntN(32, b), F32)),
  I64TOF32: () => check('I64TOF32', integers, false, (b) => fromInteger(BigInt.asIntN(64, b), F32)),
  U64TOF32: () => check('U64TOF32', integers, false, (b) => fromInteger(b, F32)),
  F64TOI32: () => check('F64TOI32', bits64, false, (b) => toSigned(b, 32)),
  F64TOI64: () => check('F64TOI64', bits64, true, (b) => toSigned(b, 64)),
  F64TOU64: () => check('F64TOU64', bits64, true, toUnsigned),
  FROUND64: () => {
    for (let mode = 0; mode < 4; mode++) check('FROUND64', bits64, true, (b) => wholeNumber(b, mode), mode);
  },
};
for (const op of ['FADD', 'FSUB', 'FMUL', 'FDIV']) {
  tested[`${op}64` as OpName] = () => check(`${op}64` as OpName, bits64, true, (b, c) => compute(op, b, c, F64));
  tested[`${op}32` as OpName] = () =>
    check(`${op}32` as OpName, slot32, false, (b, c) => compute(op, low(b), low(c), F32));
}
for (const relation of ['EQ', 'NE', 'LT', 'LE']) {
  const value = (holds: boolean) => (holds ? 1n : 0n);
  tested[`FS${relation}64` as OpName] = () =>
    check(`FS${relation}64` as OpName, bits64, false, (b, c) => value(compare(relation, b, c, F64)));
  tested[`FS${relation}32` as OpName] = () =>
    check(`FS${relation}32` as OpName, slot32, false, (b, c) => value(compare(relation, low(b), low(c), F32)));
}
for (const relation of ['EQ', 'NE', 'LT', 'LE', 'NLT', 'NLE']) {
  tested[`FJ${relation}64` as OpName] = () => branches(`FJ${relation}64` as OpName, relation, F64);
  tested[`FJ${relation}32` as OpName] = () => branches(`FJ${relation}32` as OpName, relation, F32);
}

function branches(op: OpName, relation: string, f: Format): void {
  const wide = f === F64;
  fc.assert(
    fc.property(wide ? bits64 : slot32, wide ? bits64 : slot32, fc.boolean(), (b, other, same) => {
      const c = same ? b : other;
      execute(op, 0, 1, 2, 20, [0n, b, c, 0n]);
      const holds = compare(relation, wide ? b : low(b), wide ? c : low(c), f);
      expect(t.cpu.ip).toBe(holds ? HERE + 160 : HERE + 8);
      expect([t.register(1), t.register(2)]).toEqual([b, c]);
    }),
    { numRuns },
  );
}

describe('floating point', () => {
  for (const [op, run] of Object.entries(tested)) test(op, run);

  test('every instruction is here', () => {
    const all = Object.keys(Op).filter((op) => /^F\w+\d\d$|^[FIU]\d\dTO/.test(op));
    expect(all.filter((op) => !(op in tested))).toEqual([]);
    expect(all).toHaveLength(45);
  });
});
