/**
 * Calls that become instructions (intrinsics.ts lists their names). Each handler gets the arguments, converted to the prototype's types.
 */
import { Op } from '../vm/opcodes.ts';
import type { Expr, Sym } from './ast.ts';
import { call } from './generate-call.ts';
import { constantOf, effect, soft, value } from './generate-expr.ts';
import { type Fn, normalise } from './generate-function.ts';
import { refuse } from './generate-vla.ts';
import { baseIntrinsic } from './intrinsics.ts';
import { type CType, isSigned, sizeOf } from './types.ts';

type CallExpr = Extract<Expr, { kind: 'call' }>;

interface Call {
  f: Fn;
  args: Expr[];
  type: CType;
  /** A register for the result that is also free as scratch until then. */
  d: number;
}

type Handler = (c: Call) => void;

/** Evaluates argument i into a register that nobody else writes. */
function arg(c: Call, i: number): number {
  return soft(c.f, c.args[i], undefined);
}

const nothing: Handler = (c) => {
  for (const a of c.args) effect(c.f, a);
};
const ignored: Handler = (c) => {
  if (c.type.kind !== 'void') c.f.constant(0n, true, c.d);
};
const plain =
  (op: number, imm = 0): Handler =>
  (c) =>
    void c.f.code.op(op, 0, 0, 0, imm);
/** d = op. */
const nullary =
  (op: number, imm = 0): Handler =>
  (c) =>
    void c.f.code.op(op, c.d, 0, 0, imm);
/** op b. */
const sink =
  (op: number, imm = 0): Handler =>
  (c) =>
    void c.f.code.op(op, 0, arg(c, 0), 0, imm);
/** d = op b. */
const unary =
  (op: number, extend = false): Handler =>
  (c) => {
    let from = arg(c, 0);
    if (extend && sizeOf(c.args[0].type!) < 8) {
      const wide = c.f.temp();
      c.f.code.op(Op.ZX32, wide, from);
      from = wide;
    }
    c.f.code.op(op, c.d, from);
  };
/** d = b rounded to a whole number. */
const rounding =
  (mode: number): Handler =>
  (c) =>
    void c.f.code.op(Op.FROUND64, c.d, arg(c, 0), 0, mode);
/** d = b op c. */
const pair =
  (op: number): Handler =>
  (c) => {
    const a = arg(c, 0);
    c.f.code.op(op, c.d, a, arg(c, 1));
  };

/** d = old value of [address], which `op` changes with the second argument. */
const atomic =
  (op: number): Handler =>
  (c) => {
    const address = arg(c, 0);
    const operand = arg(c, 1);
    c.f.code.op(op, c.d, address, operand, sizeOf(c.type));
    normalise(c.f, c.d, c.type, c.d);
  };

const step =
  (by: number): Handler =>
  (c) => {
    const size = sizeOf(c.type);
    const address = arg(c, 0);
    const operand = c.f.constant(BigInt(by), true);
    c.f.code.op(Op.XADD, c.d, address, operand, size);
    c.f.code.op(size === 8 ? Op.ADDI64 : Op.ADDI, c.d, c.d, 0, by);
    normalise(c.f, c.d, c.type, c.d);
  };

/** (destination, exchange, comparand): d = old. */
const compareExchange: Handler = (c) => {
  const address = arg(c, 0);
  const exchange = arg(c, 1);
  value(c.f, c.args[2], c.d);
  c.f.code.op(Op.CAS, c.d, address, exchange, sizeOf(c.type));
  normalise(c.f, c.d, c.type, c.d);
};

/** (destination, exchange high, exchange low, comparand and result *): d = exchanged; *result = old, in any case. */
const compareExchange128: Handler = (c) => {
  const { f } = c;
  const { code } = f;
  const address = arg(c, 0);
  const high = arg(c, 1);
  const low = arg(c, 2);
  const result = arg(c, 3);
  const exchange = f.temp();
  code.op(Op.MOV, f.temp(), high);
  code.op(Op.MOV, exchange, low);
  const old = f.temp();
  const oldHigh = f.temp();
  const wanted = f.temp();
  const wantedHigh = f.temp();
  code.op(Op.LD64, old, result);
  code.op(Op.LD64, oldHigh, result, 0, 8);
  code.op(Op.MOV, wanted, old);
  code.op(Op.MOV, wantedHigh, oldHigh);
  code.op(Op.CAS, old, address, exchange, 16);
  code.op(Op.ST64, old, result);
  code.op(Op.ST64, oldHigh, result, 0, 8);
  code.op(Op.SEQ64, wanted, wanted, old);
  code.op(Op.SEQ64, wantedHigh, wantedHigh, oldHigh);
  code.op(Op.AND, c.d, wanted, wantedHigh);
};

/** Bit `offset` of the array of `bits`-bit words at `base`: op undefined only tests. `locked`: in one step. */
const bitTest =
  (bits: 32 | 64, op: 'test' | 'set' | 'reset' | 'complement', locked: boolean): Handler =>
  (c) => {
    const { f } = c;
    const { code } = f;
    const wide = bits === 64;
    const address = f.temp();
    const mask = f.temp();
    const base = arg(c, 0);
    const offset = arg(c, 1);
    code.op(wide ? Op.SARI64 : Op.SARI, mask, offset, 0, wide ? 6 : 5);
    code.op(wide ? Op.LEAX64 : Op.LEAX32, address, base, mask, bits / 8);
    code.op(Op.LDI, mask, 0, 0, 1);
    code.op(wide ? Op.SHL64 : Op.SHL, mask, mask, offset);
    const old = f.temp();
    const change = op === 'reset' ? f.temp() : mask;
    if (op === 'reset') {
      const ones = f.constant(-1n, true);
      code.op(Op.XOR64, change, mask, ones);
    }
    if (locked) {
      code.op(op === 'set' ? Op.AOR : op === 'reset' ? Op.AAND : Op.AXOR, old, address, change, bits / 8);
    } else {
      code.op(wide ? Op.LD64 : Op.LD32, old, address);
      if (op !== 'test') {
        const changed = f.temp();
        const change64 = op === 'set' ? Op.OR64 : op === 'reset' ? Op.AND64 : Op.XOR64;
        code.op(change64, changed, old, change);
        code.op(wide ? Op.ST64 : Op.ST32, changed, address);
      }
    }
    code.op(wide ? Op.SHR64 : Op.SHR, old, old, offset);
    code.op(Op.ANDI, c.d, old, 0, 1);
  };

/** (index *, mask): stores the number of the bit if there is one; d = mask != 0. */
const bitScan =
  (op: number): Handler =>
  (c) => {
    const { f } = c;
    const index = arg(c, 0);
    const mask = arg(c, 1);
    const found = f.temp();
    if (sizeOf(c.args[1].type!) < 8) {
      f.code.op(Op.ZX32, found, mask);
      f.code.op(op, found, found);
    } else f.code.op(op, found, mask);
    const none = f.code.label();
    f.code.branchImm(Op.JEQI, found, -1, none);
    f.code.op(Op.ST32, found, index);
    f.code.place(none);
    f.code.op(Op.SNEI, c.d, found, 0, -1);
  };

const rotate =
  (bits: 8 | 16 | 32 | 64, left: boolean): Handler =>
  (c) => {
    const { f } = c;
    const { code } = f;
    const wide = bits === 64;
    const from = arg(c, 0);
    const up = f.temp();
    const down = f.temp();
    const k = constantOf(c.args[1]);
    if (k !== undefined) {
      const n = Number(BigInt.asUintN(8, k)) & (bits - 1);
      const by = left ? n : (bits - n) & (bits - 1);
      code.op(wide ? Op.SHLI64 : Op.SHLI, up, from, 0, by);
      code.op(wide ? Op.SHRI64 : Op.SHRI, down, from, 0, (bits - by) & (bits - 1));
      if (bits < 32 && by === 0) code.op(Op.LDI, down, 0, 0, 0);
    } else {
      const count = f.temp();
      const back = f.temp();
      code.op(Op.ANDI, count, arg(c, 1), 0, bits - 1);
      const zero = f.constant(BigInt(bits >= 32 ? 0 : bits), true);
      code.op(Op.SUB, back, zero, count);
      code.op(wide ? Op.SHL64 : Op.SHL, up, from, left ? count : back);
      code.op(wide ? Op.SHR64 : Op.SHR, down, from, left ? back : count);
    }
    code.op(wide ? Op.OR64 : Op.OR, c.d, up, down);
    if (bits < 32) normalise(f, c.d, c.type, c.d);
  };

/** Processor-local data at GS: constant offsets only, as the machine's instruction has it. */
function gsOffset(c: Call): number {
  const k = constantOf(c.args[0]);
  if (k === undefined) c.f.unit.diags.error('gs-offset', 'the offset from GS must be a constant', c.f.span(c.args[0]));
  return Number(BigInt.asIntN(32, k ?? 0n));
}

const readGs =
  (size: 1 | 2 | 4 | 8): Handler =>
  (c) => {
    c.f.code.op(Op.LDGS64, c.d, 0, 0, gsOffset(c));
    if (size < 4) normalise(c.f, c.d, c.type, c.d);
  };

/** r[a..] = all arguments in a row. */
function row(c: Call): number {
  const first = c.f.frame.top;
  for (const a of c.args) {
    const register = c.f.temp();
    value(c.f, a, register);
    c.f.frame.release(register + 1);
  }
  return first;
}

/** High half of a signed product: the unsigned one, less what the signs added. */
function mulHigh(c: Call, a: number, b: number, dest: number): void {
  const { code } = c.f;
  const t = c.f.temp();
  const u = c.f.temp();
  code.op(Op.UMULH, u, a, b);
  code.op(Op.SARI64, t, a, 0, 63);
  code.op(Op.AND64, t, t, b);
  code.op(Op.SUB64, u, u, t);
  code.op(Op.SARI64, t, b, 0, 63);
  code.op(Op.AND64, t, t, a);
  code.op(Op.SUB64, dest, u, t);
}

const product128 =
  (signed: boolean): Handler =>
  (c) => {
    const a = arg(c, 0);
    const b = arg(c, 1);
    const at = arg(c, 2);
    const high = c.f.temp();
    if (signed) mulHigh(c, a, b, high);
    else c.f.code.op(Op.UMULH, high, a, b);
    c.f.code.op(Op.MUL64, c.d, a, b);
    c.f.code.op(Op.ST64, high, at);
  };

const shift128 =
  (left: boolean): Handler =>
  (c) => {
    const { f } = c;
    const low = arg(c, 0);
    const high = arg(c, 1);
    const count = arg(c, 2);
    const inverse = f.temp();
    const t = f.temp();
    f.code.op(Op.XORI, inverse, count, 0, 63);
    f.code.op(left ? Op.SHRI64 : Op.SHLI64, t, left ? low : high, 0, 1);
    f.code.op(left ? Op.SHR64 : Op.SHL64, t, t, inverse);
    f.code.op(left ? Op.SHL64 : Op.SHR64, inverse, left ? high : low, count);
    f.code.op(Op.OR64, c.d, inverse, t);
  };

const wideProduct =
  (extend: number): Handler =>
  (c) => {
    const a = c.f.temp();
    const b = c.f.temp();
    c.f.code.op(extend, a, arg(c, 0));
    c.f.code.op(extend, b, arg(c, 1));
    c.f.code.op(Op.MUL64, c.d, a, b);
  };

const swap16: Handler = (c) => {
  c.f.code.op(Op.BSWAP32, c.d, arg(c, 0));
  c.f.code.op(Op.SHRI, c.d, c.d, 0, 16);
};
/** d = bit count of something, from the register `from` with the operand in 64 bits. */
const counted =
  (emit: (c: Call, from: number, width: 32 | 64) => void): Handler =>
  (c) => {
    const wide = sizeOf(c.args[0].type!) === 8;
    let from = arg(c, 0);
    if (!wide) {
      const extended = c.f.temp();
      c.f.code.op(Op.ZX32, extended, from);
      from = extended;
    }
    emit(c, from, wide ? 64 : 32);
  };
/** d = k - d. */
function subtractedFrom(c: Call, k: number): void {
  const { code } = c.f;
  const t = c.f.constant(BigInt(k), false);
  code.op(Op.SUB, c.d, t, c.d);
}
const trailing = counted((c, from) => c.f.code.op(Op.BSF, c.d, from));
const leading = counted((c, from, width) => {
  c.f.code.op(Op.BSR, c.d, from);
  subtractedFrom(c, width - 1);
});
const firstSet = counted((c, from) => {
  c.f.code.op(Op.BSF, c.d, from);
  c.f.code.op(Op.ADDI, c.d, c.d, 0, 1);
});
const parity = counted((c, from) => {
  c.f.code.op(Op.POPCNT, c.d, from);
  c.f.code.op(Op.ANDI, c.d, c.d, 0, 1);
});
/** Copies of the sign bit behind the sign bit: zeros in front of x ^ (x >> all), less one. */
const redundantSigns = counted((c, from, width) => {
  const { code } = c.f;
  const t = c.f.temp();
  code.op(width === 64 ? Op.SARI64 : Op.SARI, t, from, 0, width - 1);
  code.op(width === 64 ? Op.XOR64 : Op.XOR, t, t, from);
  if (width === 32) code.op(Op.ZX32, t, t);
  code.op(Op.BSR, c.d, t);
  subtractedFrom(c, width - 2);
});

/** Sign bits of floating values, which registers hold as their bits. */
const absolute: Handler = (c) => {
  const from = arg(c, 0);
  if (sizeOf(c.args[0].type!) === 4) c.f.code.op(Op.ANDI, c.d, from, 0, 0x7fffffff);
  else {
    c.f.code.op(Op.SHLI64, c.d, from, 0, 1);
    c.f.code.op(Op.SHRI64, c.d, c.d, 0, 1);
  }
};
const signBit: Handler = (c) => {
  const wide = sizeOf(c.args[0].type!) === 8;
  c.f.code.op(wide ? Op.SHRI64 : Op.SHRI, c.d, arg(c, 0), 0, wide ? 63 : 31);
};
const copySign: Handler = (c) => {
  const { f } = c;
  const wide = sizeOf(c.args[0].type!) === 8;
  const magnitude = f.temp();
  const sign = f.temp();
  value(f, c.args[0], magnitude);
  value(f, c.args[1], sign);
  f.code.op(wide ? Op.SHLI64 : Op.SHLI, magnitude, magnitude, 0, 1);
  f.code.op(wide ? Op.SHRI64 : Op.SHRI, magnitude, magnitude, 0, 1);
  f.code.op(wide ? Op.SHRI64 : Op.SHRI, sign, sign, 0, wide ? 63 : 31);
  f.code.op(wide ? Op.SHLI64 : Op.SHLI, sign, sign, 0, wide ? 63 : 31);
  f.code.op(wide ? Op.OR64 : Op.OR, c.d, magnitude, sign);
};

/** Memory until the function ends. */
const alloca: Handler = (c) => {
  const { f } = c;
  if (f.isFunclet) refuse(f, c.args[0]);
  const size = c.args[0].type!;
  let bytes = arg(c, 0);
  if (sizeOf(size) < 8) {
    const wide = f.temp();
    f.code.op(isSigned(size) ? Op.SX32 : Op.ZX32, wide, bytes);
    bytes = wide;
  }
  f.code.op(Op.ALLOCA, c.d, bytes);
};

const HANDLERS: Record<string, Handler> = {
  _alloca: alloca,
  alloca,
  __readcr0: nullary(Op.RDCR, 0),
  __readcr2: nullary(Op.RDCR, 2),
  __readcr3: nullary(Op.RDCR, 3),
  __readcr4: nullary(Op.RDCR, 4),
  __readcr8: nullary(Op.RDCR, 8),
  __writecr0: sink(Op.WRCR, 0),
  __writecr3: sink(Op.WRCR, 3),
  __writecr4: sink(Op.WRCR, 4),
  __writecr8: sink(Op.WRCR, 8),
  __readmsr: unary(Op.RDMSR),
  __writemsr: (c) => {
    const register = arg(c, 0);
    c.f.code.op(Op.WRMSR, 0, register, arg(c, 1));
  },
  __readeflags: nullary(Op.RDFLAGS),
  _disable: plain(Op.CLI),
  _enable: plain(Op.STI),
  __halt: plain(Op.HLT),
  __invlpg: sink(Op.INVLPG),
  __rdtsc: nullary(Op.RDTSC),
  __debugbreak: plain(Op.INT3),
  __int2c: plain(Op.INT2C),
  __fastfail: sink(Op.FASTFAIL),
  __ud2: plain(Op.ILLEGAL),
  __nop: plain(Op.NOP),
  __readgsqword: readGs(8),
  __readgsdword: readGs(4),
  __readgsword: readGs(2),
  __readgsbyte: readGs(1),
  __writegsqword: (c) => {
    c.f.code.op(Op.STGS64, arg(c, 1), 0, 0, gsOffset(c));
  },
  _mm_pause: plain(Op.PAUSE),
  _mm_mfence: plain(Op.FENCE),
  _mm_lfence: plain(Op.FENCE),
  _mm_sfence: plain(Op.FENCE),
  __faststorefence: plain(Op.FENCE),
  _ReadWriteBarrier: nothing,
  _ReadBarrier: nothing,
  _WriteBarrier: nothing,
  _mm_prefetch: nothing,
  _ReturnAddress: nullary(Op.GETRA),
  _AddressOfReturnAddress: nullary(Op.GETRASLOT),
  _byteswap_ulong: unary(Op.BSWAP32),
  _byteswap_uint64: unary(Op.BSWAP64),
  _byteswap_ushort: swap16,
  _BitScanForward: bitScan(Op.BSF),
  _BitScanForward64: bitScan(Op.BSF),
  _BitScanReverse: bitScan(Op.BSR),
  _BitScanReverse64: bitScan(Op.BSR),
  _rotl: rotate(32, true),
  _rotr: rotate(32, false),
  _lrotl: rotate(32, true),
  _lrotr: rotate(32, false),
  _rotl64: rotate(64, true),
  _rotr64: rotate(64, false),
  _rotl8: rotate(8, true),
  _rotr8: rotate(8, false),
  _rotl16: rotate(16, true),
  _rotr16: rotate(16, false),
  __popcnt16: unary(Op.POPCNT, true),
  __popcnt: unary(Op.POPCNT, true),
  __popcnt64: unary(Op.POPCNT),
  __umulh: pair(Op.UMULH),
  __mulh: (c) => {
    const a = arg(c, 0);
    mulHigh(c, a, arg(c, 1), c.d);
  },
  _umul128: product128(false),
  _mul128: product128(true),
  __shiftleft128: shift128(true),
  __shiftright128: shift128(false),
  __emul: wideProduct(Op.SX32),
  __emulu: wideProduct(Op.ZX32),
  __ll_lshift: pair(Op.SHL64),
  __ull_rshift: pair(Op.SHR64),
  __builtin_fabs: absolute,
  __builtin_fabsf: absolute,
  __builtin_signbit: signBit,
  __builtin_signbitf: signBit,
  __builtin_copysign: copySign,
  __builtin_copysignf: copySign,
  __builtin_ctz: trailing,
  __builtin_ctzll: trailing,
  __builtin_clz: leading,
  __builtin_clzll: leading,
  __builtin_ffs: firstSet,
  __builtin_ffsll: firstSet,
  __builtin_popcount: unary(Op.POPCNT, true),
  __builtin_popcountll: unary(Op.POPCNT),
  __builtin_parity: parity,
  __builtin_parityll: parity,
  __builtin_clrsb: redundantSigns,
  __builtin_clrsbll: redundantSigns,
  __builtin_bswap16: swap16,
  __builtin_bswap32: unary(Op.BSWAP32),
  __builtin_bswap64: unary(Op.BSWAP64),
  __assume: ignored,
  __noop: ignored,
  __analysis_assume: ignored,
  __annotation: ignored,
  _bittest: bitTest(32, 'test', false),
  _bittest64: bitTest(64, 'test', false),
  _bittestandset: bitTest(32, 'set', false),
  _bittestandset64: bitTest(64, 'set', false),
  _bittestandreset: bitTest(32, 'reset', false),
  _bittestandreset64: bitTest(64, 'reset', false),
  _bittestandcomplement: bitTest(32, 'complement', false),
  _InterlockedCompareExchange128: compareExchange128,
  _interlockedbittestandset: bitTest(32, 'set', true),
  _interlockedbittestandset64: bitTest(64, 'set', true),
  _interlockedbittestandreset: bitTest(32, 'reset', true),
  _interlockedbittestandreset64: bitTest(64, 'reset', true),
  __lab_fp: nullary(Op.GETFP),
  __lab_sp: nullary(Op.GETSP),
  __lab_ip: nullary(Op.GETIP),
  __lab_cpu: nullary(Op.CPUID),
  __lab_sqrt: unary(Op.FSQRT64),
  __lab_sqrtf: unary(Op.FSQRT32),
  __lab_fabs: unary(Op.FABS64),
  __lab_rint: rounding(0),
  __lab_floor: rounding(1),
  __lab_ceil: rounding(2),
  __lab_trunc: rounding(3),
  __lab_double_bits: unary(Op.MOV),
  __lab_bits_double: unary(Op.MOV),
  __lab_float_bits: unary(Op.MOV),
  __lab_bits_float: unary(Op.MOV),
  __lab_call_funclet: (c) => {
    c.f.noteCall(4);
    c.f.code.op(Op.CALLF, row(c));
    c.f.code.op(Op.GETRET, c.d);
  },
  __lab_syscall: (c) => {
    c.f.code.op(Op.SYSCALL, 0, arg(c, 0));
    c.f.code.op(Op.GETRET, c.d);
  },
  __lab_unwind: (c) => {
    c.f.code.op(Op.UNWIND, row(c));
  },
};

const INTERLOCKED: Record<string, Handler> = {
  Increment: step(1),
  Decrement: step(-1),
  Exchange: atomic(Op.XCHG),
  ExchangeAdd: atomic(Op.XADD),
  CompareExchange: compareExchange,
  And: atomic(Op.AAND),
  Or: atomic(Op.AOR),
  Xor: atomic(Op.AXOR),
  ExchangePointer: atomic(Op.XCHG),
  CompareExchangePointer: compareExchange,
};

function handlerOf(name: string): Handler | undefined {
  const base = baseIntrinsic(name) ?? name;
  const interlocked = /^_Interlocked([A-Za-z]+?)(8|16|64)?$/.exec(base);
  return interlocked ? INTERLOCKED[interlocked[1]] : HANDLERS[base];
}

export function expandIntrinsic(f: Fn, sym: Sym, e: CallExpr, dest: number | undefined, want: boolean): number {
  const handler = handlerOf(sym.name);
  if (!handler) return call(f, withoutIntrinsic(e, sym), dest, want);
  const d = f.scratch(dest) ?? f.temp();
  const mark = f.frame.top;
  handler({ f, args: e.args, type: e.type!, d });
  f.frame.release(mark);
  if (dest !== undefined && want) return f.move(d, dest);
  return d;
}

/** A name on the list that has no expansion is an ordinary function. */
function withoutIntrinsic(e: CallExpr, sym: Sym): CallExpr {
  sym.intrinsic = false;
  return e;
}
