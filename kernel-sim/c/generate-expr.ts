/**
 * Values of expressions. `value(f, e, dest)` leaves the value of a scalar expression in `dest`, or without one in a register of its choice: a
 * variable's own register (which the caller must not change) or a temporary.
 *
 * A `dest` that belongs to a variable is written by the last instruction only, so that a fault in the middle leaves the variable as it was;
 * a temporary `dest` may hold intermediate values.
 */
import { Op } from '../vm/opcodes.ts';
import type { BinaryOp, Expr } from './ast.ts';
import { addressOf, addressValue, load, loadBits, offsetOf, operand, pointee } from './generate-address.ts';
import { assign, increment } from './generate-assign.ts';
import { call, vaValue } from './generate-call.ts';
import { comparison, condition } from './generate-condition.ts';
import { floatConvert, floatNegate, floatOp } from './generate-float.ts';
import { type Fn, normalise } from './generate-function.ts';
import { blockValue, labelAddress, overflow } from './generate-gnu.ts';
import { constantBits } from './generate-pins.ts';
import { sehValue } from './generate-seh.ts';
import { statement } from './generate-statement.ts';
import { type CType, isFloating, isScalar, isSigned, sizeOf } from './types.ts';

/** The value of a constant, also behind conversions that the checker did not fold; undefined if it is none. */
export function constantOf(e: Expr): bigint | undefined {
  if (e.constant !== undefined) return e.constant;
  if (e.kind === 'int-literal') return e.value;
  if (e.kind !== 'cast' || !e.type) return undefined;
  const inner = constantOf(e.operand);
  if (inner === undefined) return undefined;
  switch (e.castKind) {
    case 'int':
    case 'pointer-to-int':
    case 'int-to-pointer':
    case 'pointer': {
      const bits = sizeOf(e.type) * 8;
      return isSigned(e.type) ? BigInt.asIntN(bits, inner) : BigInt.asUintN(bits, inner);
    }
    default:
      return undefined;
  }
}

export function isWide(t: CType): boolean {
  return sizeOf(t) === 8;
}

export function value(f: Fn, e: Expr, dest?: number): number {
  const t = e.type!;
  const k = isScalar(t) ? constantOf(e) : undefined;
  if (k !== undefined) return dest === undefined ? f.constantOperand(k, isWide(t)) : f.constant(k, isWide(t), dest);
  switch (e.kind) {
    case 'name':
    case 'member':
    case 'index':
    case 'compound-literal':
      return loadLvalue(f, e, dest);
    case 'unary':
      return unary(f, e, dest);
    case 'incdec':
      return increment(f, e, dest, true);
    case 'binary':
      return binary(f, e, dest);
    case 'logical':
      return truth(f, e, dest);
    case 'conditional':
      return conditional(f, e, dest);
    case 'assign':
      return assign(f, e, dest, true);
    case 'comma':
      effect(f, e.left);
      return value(f, e.right, dest);
    case 'call':
      return call(f, e, dest, true);
    case 'cast':
      return cast(f, e, dest);
    case 'va':
      return vaValue(f, e, dest);
    case 'seh':
      return sehValue(f, e, dest);
    case 'stmt-expr':
      return blockValue(f, e, dest);
    case 'label-address':
      return labelAddress(f, e, dest);
    case 'overflow':
      return overflow(f, e, dest);
    default:
      throw new Error(`internal: no value for '${e.kind}'`);
  }
}

/** Like `value`, but `hint` is only a temporary that may be used: variables stay in their own registers. */
export function soft(f: Fn, e: Expr, hint: number | undefined): number {
  return inPlace(f, e) ?? value(f, e, hint);
}

/** The register that holds the value already. */
function inPlace(f: Fn, e: Expr): number | undefined {
  const k = e.type && isScalar(e.type) ? constantOf(e) : undefined;
  if (k !== undefined) return f.root.constants.get(constantBits(k, isWide(e.type!)));
  if (e.kind !== 'cast') return undefined;
  switch (e.castKind) {
    case 'load':
      return registerOf(f, e.operand);
    case 'array-decay':
      return e.operand.kind === 'name' ? f.root.pins.get(e.operand.sym!) : undefined;
    case 'pointer':
      return inPlace(f, e.operand);
    case 'int':
    case 'float':
    case 'pointer-to-int':
    case 'int-to-pointer':
      return needsNoCode(e.operand.type!, e.type!) ? inPlace(f, e.operand) : undefined;
  }
  return undefined;
}

/** Evaluates for side effects only. */
export function effect(f: Fn, e: Expr): void {
  const mark = f.frame.top;
  switch (e.kind) {
    case 'incdec':
      increment(f, e, undefined, false);
      break;
    case 'assign':
      assign(f, e, undefined, false);
      break;
    case 'call':
      call(f, e, undefined, false);
      break;
    case 'comma':
      effect(f, e.left);
      effect(f, e.right);
      break;
    case 'va':
      vaValue(f, e, undefined);
      break;
    case 'cast':
      if (e.castKind === 'load' && isPlainRegister(f, e.operand)) break;
      if (e.castKind === 'void' || !isScalar(e.type!)) effect(f, e.operand);
      else if (e.castKind === 'load' || e.castKind === 'int' || e.castKind === 'pointer') value(f, e);
      else effect(f, e.operand);
      break;
    case 'logical': {
      const right = f.code.label();
      const end = f.code.label();
      if (e.op === '&&') condition(f, e.left, right, end, right);
      else condition(f, e.left, end, right, right);
      f.code.place(right);
      effect(f, e.right);
      f.code.place(end);
      break;
    }
    case 'conditional': {
      const yes = f.code.label();
      const no = f.code.label();
      const end = f.code.label();
      condition(f, e.condition, yes, no, yes);
      f.code.place(yes);
      effect(f, e.then);
      if (f.code.reachable) f.code.jump(end);
      f.code.place(no);
      effect(f, e.else);
      f.code.place(end);
      break;
    }
    case 'stmt-expr':
      statement(f, e.body);
      f.resumeStatement();
      break;
    case 'name':
    case 'int-literal':
    case 'float-literal':
    case 'string':
    case 'sizeof':
    case 'offsetof':
    case 'label-address':
      break;
    default:
      if (e.type && isScalar(e.type)) value(f, e);
      else if (e.type?.kind === 'record' || e.type?.kind === 'array') addressOf(f, e);
  }
  f.frame.release(mark);
}

function isPlainRegister(f: Fn, e: Expr): boolean {
  return e.kind === 'name' && f.frame.places.get(e.sym!)?.kind === 'register';
}

/** The register of a variable that lives in one. */
export function registerOf(f: Fn, e: Expr): number | undefined {
  if (e.kind !== 'name' || !e.sym) return undefined;
  const place = f.frame.places.get(e.sym);
  return place?.kind === 'register' ? place.register : undefined;
}

/** The member's bits, if `e` designates a bit-field. */
export function bitsOf(e: Expr): { shift: number; width: number } | undefined {
  return e.kind === 'member' ? e.field?.bits : undefined;
}

export function loadLvalue(f: Fn, e: Expr, dest: number | undefined): number {
  const own = registerOf(f, e);
  if (own !== undefined) return f.move(own, dest);
  const t = e.type!;
  const mark = f.frame.top;
  const at = operand(f, addressOf(f, e, f.scratch(dest)), f.scratch(dest));
  f.frame.release(mark);
  const d = dest ?? f.temp();
  const bits = bitsOf(e);
  return bits ? loadBits(f, at, (e as { field?: { type: CType } }).field!.type, bits, d) : load(f, at, t, d);
}

function unary(f: Fn, e: Extract<Expr, { kind: 'unary' }>, dest: number | undefined): number {
  const t = e.type!;
  switch (e.op) {
    case '+':
      return value(f, e.operand, dest);
    case '*':
      return loadLvalue(f, e, dest);
    case '&': {
      const mark = f.frame.top;
      const a = addressOf(f, e.operand, f.scratch(dest));
      f.frame.release(mark);
      return addressValue(f, a, dest ?? (a.kind === 'register' && a.offset === 0 ? keep(f, a.register) : f.temp()));
    }
    case '!':
      return truth(f, e, dest);
  }
  const mark = f.frame.top;
  const from = soft(f, e.operand, f.scratch(dest));
  if (isFloating(t)) {
    f.frame.release(mark);
    const d = dest ?? f.temp();
    floatNegate(f, from, t, d);
    return d;
  }
  if (e.op === '~') {
    if (!isWide(t)) {
      f.frame.release(mark);
      const d = dest ?? f.temp();
      f.code.op(Op.XORI, d, from, 0, -1);
      return d;
    }
    const ones = f.constantOperand(-1n, true);
    f.frame.release(mark);
    const d = dest ?? f.temp();
    f.code.op(Op.XOR64, d, from, ones);
    return d;
  }
  const zero = f.constantOperand(0n, true);
  f.frame.release(mark);
  const d = dest ?? f.temp();
  f.code.op(isWide(t) ? Op.SUB64 : Op.SUB, d, zero, from);
  return d;
}

/** Keeps a temporary that was just released, because a value stays in it; a variable's register needs no keeping. */
export function keep(f: Fn, register: number): number {
  if (register >= f.frame.top) {
    f.frame.top = register + 1;
    if (f.frame.top > f.frame.maxTop) f.frame.maxTop = f.frame.top;
  }
  return register;
}

const OPS_32: Partial<Record<BinaryOp, number>> = {
  '+': Op.ADD,
  '-': Op.SUB,
  '*': Op.MUL,
  '&': Op.AND,
  '|': Op.OR,
  '^': Op.XOR,
  '<<': Op.SHL,
};
const OPS_64: Partial<Record<BinaryOp, number>> = {
  '+': Op.ADD64,
  '-': Op.SUB64,
  '*': Op.MUL64,
  '&': Op.AND64,
  '|': Op.OR64,
  '^': Op.XOR64,
  '<<': Op.SHL64,
};

function registerOp(op: BinaryOp, t: CType): number {
  if (isFloating(t)) return floatOp(op, t);
  const wide = isWide(t);
  const signed = isSigned(t);
  switch (op) {
    case '/':
      return wide ? (signed ? Op.DIVS64 : Op.DIVU64) : signed ? Op.DIVS : Op.DIVU;
    case '%':
      return wide ? (signed ? Op.REMS64 : Op.REMU64) : signed ? Op.REMS : Op.REMU;
    case '>>':
      return wide ? (signed ? Op.SAR64 : Op.SHR64) : signed ? Op.SAR : Op.SHR;
  }
  return (wide ? OPS_64[op] : OPS_32[op])!;
}

/** The form with a constant right operand, if there is one. */
export function immediateOp(op: BinaryOp, t: CType, k: bigint): { op: number; imm: number } | undefined {
  if (isFloating(t)) return undefined;
  const wide = isWide(t);
  const signed = isSigned(t);
  const fits = BigInt.asIntN(32, k) === BigInt.asIntN(64, k);
  const low = Number(BigInt.asIntN(32, k));
  const shift = powerOfTwo(BigInt.asUintN(wide ? 64 : 32, k));
  switch (op) {
    case '+':
      return !wide ? { op: Op.ADDI, imm: low } : fits ? { op: Op.ADDI64, imm: low } : undefined;
    case '-':
      return !wide
        ? { op: Op.ADDI, imm: -low | 0 }
        : fits && low !== -2147483648
          ? { op: Op.ADDI64, imm: -low }
          : undefined;
    case '*':
      if (shift !== undefined) return { op: wide ? Op.SHLI64 : Op.SHLI, imm: shift };
      return wide ? undefined : { op: Op.MULI, imm: low };
    case '&':
      if (wide && k === 0xffffffffn) return { op: Op.ZX32, imm: 0 };
      return !wide ? { op: Op.ANDI, imm: low } : fits ? { op: Op.ANDI64, imm: low } : undefined;
    case '|':
      return wide ? undefined : { op: Op.ORI, imm: low };
    case '^':
      return wide ? undefined : { op: Op.XORI, imm: low };
    case '<<':
      return { op: wide ? Op.SHLI64 : Op.SHLI, imm: low & (wide ? 63 : 31) };
    case '>>':
      if (wide) return { op: signed ? Op.SARI64 : Op.SHRI64, imm: low & 63 };
      return { op: signed ? Op.SARI : Op.SHRI, imm: low & 31 };
    case '/':
      if (signed || shift === undefined) return undefined;
      return { op: wide ? Op.SHRI64 : Op.SHRI, imm: shift };
    case '%':
      if (signed || shift === undefined || shift > 31) return undefined;
      return { op: wide ? Op.ANDI64 : Op.ANDI, imm: 2 ** shift - 1 };
  }
  return undefined;
}

function powerOfTwo(k: bigint): number | undefined {
  if (k <= 0n || (k & (k - 1n)) !== 0n) return undefined;
  let n = 0;
  for (let v = k; v > 1n; v >>= 1n) n++;
  return n;
}

/** dest = left op right, in type `t`; `right` is a register or a constant. */
export function arithmetic(f: Fn, op: BinaryOp, t: CType, left: number, right: number | bigint, dest: number): number {
  if (typeof right === 'bigint') {
    const immediate = immediateOp(op, t, right);
    if (immediate) {
      f.code.op(immediate.op, dest, left, 0, immediate.imm);
      return dest;
    }
    const mark = f.frame.top;
    const r = f.constantOperand(right, isWide(t) && op !== '<<' && op !== '>>');
    f.frame.release(mark);
    f.code.op(registerOp(op, t), dest, left, r);
    return dest;
  }
  f.code.op(registerOp(op, t), dest, left, right);
  return dest;
}

const COMMUTES: ReadonlySet<BinaryOp> = new Set(['+', '*', '&', '|', '^']);
const COMPARES: ReadonlySet<BinaryOp> = new Set(['==', '!=', '<', '>', '<=', '>=']);

function binary(f: Fn, e: Extract<Expr, { kind: 'binary' }>, dest: number | undefined): number {
  if (COMPARES.has(e.op)) return truth(f, e, dest);
  const t = e.type!;
  const mark = f.frame.top;
  if (t.kind === 'pointer') {
    const k = constantOf(e.right);
    const scale = e.op === '-' ? -(e.scale ?? 1) : (e.scale ?? 1);
    if (k !== undefined && offsetOf(k, scale) !== undefined) {
      const a = pointee(f, e, f.scratch(dest));
      f.frame.release(mark);
      return addressValue(f, a, dest ?? (a.kind === 'register' && a.offset === 0 ? keep(f, a.register) : f.temp()));
    }
    const base = soft(f, e.left, f.scratch(dest));
    const sum = scaled(f, base, e.right, scale, dest);
    f.frame.release(mark);
    return dest ?? keep(f, sum);
  }
  if (e.scale !== undefined && e.left.type?.kind === 'pointer') return difference(f, e, dest);
  let { left, right } = e;
  if (COMMUTES.has(e.op) && !isFloating(t) && constantOf(left) !== undefined && constantOf(right) === undefined)
    [left, right] = [right, left];
  const l = soft(f, left, f.scratch(dest));
  const r = constantOf(right) ?? value(f, right);
  const d = dest ?? resultRegister(f, mark);
  arithmetic(f, e.op, t, l, r, d);
  f.frame.release(dest === undefined ? d + 1 : mark);
  return d;
}

/** The temporary for the result of an expression whose operands live from `mark` on: the first of them. */
function resultRegister(f: Fn, mark: number): number {
  if (f.frame.top === mark) f.temp();
  return mark;
}

/** pointer - pointer: bytes, divided by the size of the element. */
function difference(f: Fn, e: Extract<Expr, { kind: 'binary' }>, dest: number | undefined): number {
  const mark = f.frame.top;
  const l = soft(f, e.left, f.scratch(dest));
  const r = value(f, e.right);
  f.frame.release(mark);
  const d = f.scratch(dest) ?? f.temp();
  const scale = e.scale ?? 1;
  if (scale === 1) {
    f.code.op(Op.SUB64, dest ?? d, l, r);
    return dest ?? d;
  }
  f.code.op(Op.SUB64, d, l, r);
  const shift = powerOfTwo(BigInt(scale));
  if (shift !== undefined) f.code.op(Op.SARI64, dest ?? d, d, 0, shift);
  else {
    const size = f.constant(BigInt(scale), true);
    f.code.op(Op.DIVS64, dest ?? d, d, size);
  }
  f.frame.release(dest === undefined ? d + 1 : mark);
  return dest ?? d;
}

/** base + index * scale, where `index` is an expression extended to 64 bits. */
export function scaled(f: Fn, base: number, index: Expr, scale: number, dest?: number): number {
  const k = constantOf(index);
  if (k !== undefined) {
    const bytes = BigInt.asIntN(64, k * BigInt(scale));
    const d = dest ?? f.temp();
    if (BigInt.asIntN(32, bytes) === bytes) f.code.op(Op.ADDI64, d, base, 0, Number(bytes));
    else {
      const far = f.constant(bytes, true);
      f.code.op(Op.ADD64, d, base, far);
    }
    return d;
  }
  // An int index is extended by LEAX32 itself.
  if (index.kind === 'cast' && index.castKind === 'int' && isWide(index.type!)) {
    const from = index.operand.type!;
    if (sizeOf(from) < 4 || (sizeOf(from) === 4 && (isSigned(from) || isSmall(index.operand)))) {
      const i = value(f, index.operand);
      const d = dest ?? f.temp();
      f.code.op(Op.LEAX32, d, base, i, scale);
      return d;
    }
  }
  const i = value(f, index);
  const d = dest ?? f.temp();
  if (scale === 1) f.code.op(Op.ADD64, d, base, i);
  else f.code.op(Op.LEAX64, d, base, i, scale);
  return d;
}

/** The unsigned value of `e` has its high bit clear, whatever its operands. */
function isSmall(e: Expr): boolean {
  if (e.kind === 'cast' && e.castKind === 'int') return sizeOf(e.operand.type!) < 4 && !isSigned(e.operand.type!);
  if (e.kind !== 'binary' || e.scale !== undefined) return false;
  const k = constantOf(e.right);
  if (k === undefined) return false;
  if (e.op === '&') return k >= 0n && k <= 0x7fffffffn;
  if (e.op === '>>') return (k & 31n) !== 0n;
  return e.op === '%' && k > 0n && k <= 0x80000000n;
}

/** A condition as 0 or 1. */
function truth(f: Fn, e: Expr, dest: number | undefined): number {
  const direct = comparison(f, e, dest);
  if (direct !== undefined) return direct;
  const d = dest ?? f.temp();
  const yes = f.code.label();
  const no = f.code.label();
  const end = f.code.label();
  condition(f, e, yes, no, yes);
  f.code.place(yes);
  f.code.op(Op.LDI, d, 0, 0, 1);
  f.code.jump(end);
  f.code.place(no);
  f.code.op(Op.LDI, d, 0, 0, 0);
  f.code.place(end);
  return d;
}

function conditional(f: Fn, e: Extract<Expr, { kind: 'conditional' }>, dest: number | undefined): number {
  const d = dest ?? f.temp();
  const yes = f.code.label();
  const no = f.code.label();
  const end = f.code.label();
  condition(f, e.condition, yes, no, yes);
  const mark = f.frame.top;
  f.code.place(yes);
  value(f, e.then, d);
  f.frame.release(mark);
  if (f.code.reachable) f.code.jump(end);
  f.code.place(no);
  value(f, e.else, d);
  f.frame.release(mark);
  f.code.place(end);
  return d;
}

function cast(f: Fn, e: Extract<Expr, { kind: 'cast' }>, dest: number | undefined): number {
  const t = e.type!;
  const inner = e.operand;
  switch (e.castKind) {
    case 'load':
      return loadLvalue(f, inner, dest);
    case 'pointer':
      return value(f, inner, dest);
    case 'array-decay':
    case 'function-decay': {
      const mark = f.frame.top;
      const a = addressOf(f, inner, f.scratch(dest));
      f.frame.release(mark);
      return addressValue(f, a, dest ?? (a.kind === 'register' && a.offset === 0 ? keep(f, a.register) : f.temp()));
    }
    case 'to-bool':
      return truth(f, e, dest);
    case 'void':
      effect(f, inner);
      return dest ?? f.temp();
    default: {
      const mark = f.frame.top;
      if (needsNoCode(inner.type!, t)) return value(f, inner, dest);
      const from = soft(f, inner, f.scratch(dest));
      f.frame.release(mark);
      const d = dest ?? f.temp();
      return convert(f, from, inner.type!, t, d);
    }
  }
}

/** The same bits serve as both types. */
export function needsNoCode(from: CType, to: CType): boolean {
  const a = sizeOf(from);
  const b = sizeOf(to);
  if (isFloating(from) || isFloating(to)) return a === b && from.kind === to.kind;
  if (b === 8) return a === 8;
  if (b === 4) return true;
  if (from.kind === 'pointer' || a > b) return false;
  if (a === b) return isSigned(from) === isSigned(to);
  return !isSigned(from) || isSigned(to);
}

/** dest = the number or pointer in `from`, of type `source`, as a `target` (not _Bool). */
export function convert(f: Fn, from: number, source: CType, target: CType, dest: number): number {
  if (needsNoCode(source, target)) return f.move(from, dest);
  if (isFloating(source) || isFloating(target)) return floatConvert(f, from, source, target, dest);
  if (sizeOf(target) === 8) {
    f.code.op(isSigned(source) ? Op.SX32 : Op.ZX32, dest, from);
    return dest;
  }
  return normalise(f, from, target, dest);
}
