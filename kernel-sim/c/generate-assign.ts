/**
 * Assignment, compound assignment, ++ and --. The right side is evaluated before the place on the left; a change of memory is a load, an
 * operation and a store, so that others may come between (semantics B12).
 */
import { Op } from '../vm/opcodes.ts';
import type { BinaryOp, Expr } from './ast.ts';
import {
  type Address,
  addressOf,
  addressValue,
  type Bits,
  copyBytes,
  load,
  loadBits,
  type Operand,
  operand,
  store,
  storeBits,
  truncateToBits,
} from './generate-address.ts';
import { recordCall } from './generate-call.ts';
import {
  arithmetic,
  bitsOf,
  constantOf,
  convert,
  keep,
  needsNoCode,
  registerOf,
  scaled,
  soft,
  value,
} from './generate-expr.ts';
import { floatStep, floatTest } from './generate-float.ts';
import { type Fn, inRegister, normalise } from './generate-function.ts';
import { type CType, isFloating, sizeOf } from './types.ts';

/** An evaluated left side. */
type Target =
  | { kind: 'register'; register: number; type: CType }
  | { kind: 'memory'; at: Operand; type: CType; bits: Bits | undefined };

function target(f: Fn, e: Expr): Target {
  const own = registerOf(f, e);
  if (own !== undefined) return { kind: 'register', register: own, type: e.type! };
  const bits = bitsOf(e);
  const type = bits && e.kind === 'member' ? e.field!.type : e.type!;
  return { kind: 'memory', at: operand(f, addressOf(f, e)), type, bits };
}

function read(f: Fn, t: Target, dest: number): number {
  if (t.kind === 'register') return f.move(t.register, dest);
  return t.bits ? loadBits(f, t.at, t.type, t.bits, dest) : load(f, t.at, t.type, dest);
}

function write(f: Fn, t: Target, from: number): void {
  if (t.kind === 'register') f.move(from, t.register);
  else if (t.bits) storeBits(f, t.at, t.type, t.bits, from);
  else store(f, t.at, t.type, from);
}

/** Result register meaningful only if `want`. */
export function assign(f: Fn, e: Extract<Expr, { kind: 'assign' }>, dest: number | undefined, want: boolean): number {
  if (e.op !== '=') return compound(f, e, dest, want);
  if (e.left.type!.kind === 'record') {
    assignRecord(f, e.left, e.right);
    return -1;
  }
  const own = registerOf(f, e.left);
  if (own !== undefined) {
    value(f, e.right, own);
    return f.move(own, dest);
  }
  const mark = f.frame.top;
  // The value is wanted in `dest`: only a temporary may serve on the way to memory.
  const from = soft(f, e.right, want ? f.scratch(dest) : undefined);
  const to = target(f, e.left) as Extract<Target, { kind: 'memory' }>;
  write(f, to, from);
  f.frame.release(mark);
  if (!want) return -1;
  if (!to.bits) return dest !== undefined ? f.move(from, dest) : keep(f, from);
  const d = dest ?? f.temp();
  return truncateToBits(f, from, to.type, to.bits, d);
}

/** `left = right` for records. With `kept`, a register that then holds the address of `left`, which is found out once. */
export function assignRecord(f: Fn, left: Expr, right: Expr, kept?: number): void {
  const mark = f.frame.top;
  const size = sizeOf(left.type!);
  const bytes = f.frame.bytes;
  const destination = (): Address => {
    const at = addressOf(f, left);
    return kept === undefined ? at : { kind: 'register', register: addressValue(f, at, kept), offset: 0 };
  };
  if (right.kind === 'call' && inRegister(right.type!)) {
    // The bits come in RAX.
    const from = addressOf(f, right);
    copyBytes(f, destination(), from, size, f.span(left));
  } else {
    const from = right.kind === 'call' ? recordCall(f, right, undefined) : addressOf(f, right);
    copyBytes(f, destination(), from, size, f.span(left));
  }
  f.frame.release(mark);
  f.frame.releaseMemory(bytes);
}

function compound(f: Fn, e: Extract<Expr, { kind: 'assign' }>, dest: number | undefined, want: boolean): number {
  const op = e.op.slice(0, -1) as BinaryOp;
  const opType = e.opType!;
  const mark = f.frame.top;
  const own = registerOf(f, e.left);
  if (opType.kind === 'pointer') {
    const scale = op === '-' ? -(e.scale ?? 1) : (e.scale ?? 1);
    if (own !== undefined) {
      scaled(f, own, e.right, scale, own);
      f.frame.release(mark);
      return f.move(own, dest);
    }
    // Index first, as in every assignment; `scaled` would evaluate it after the load.
    const k = constantOf(e.right);
    const index = k === undefined ? value(f, e.right) : undefined;
    const to = target(f, e.left);
    const t = f.temp();
    read(f, to, t);
    if (index === undefined) scaled(f, t, e.right, scale, t);
    else f.code.op(Op.LEAX64, t, t, index, scale);
    write(f, to, t);
    return finish(f, t, dest, want, mark);
  }
  const right = constantOf(e.right) ?? soft(f, e.right, undefined);
  const leftType = e.left.type!;
  if (own !== undefined) {
    if (isBool(leftType)) {
      const t = f.temp();
      convert(f, own, leftType, opType, t);
      arithmetic(f, op, opType, t, right, t);
      toBool(f, t, opType, own);
    } else if (needsNoCode(leftType, opType) && needsNoCode(opType, leftType))
      arithmetic(f, op, opType, own, right, own);
    else {
      const t = f.temp();
      const old = needsNoCode(leftType, opType) ? own : convert(f, own, leftType, opType, t);
      arithmetic(f, op, opType, old, right, t);
      convert(f, t, opType, leftType, own);
    }
    f.frame.release(mark);
    return f.move(own, dest);
  }
  const to = target(f, e.left);
  const t = f.temp();
  read(f, to, t);
  convert(f, t, leftType, opType, t);
  arithmetic(f, op, opType, t, right, t);
  if (isBool(leftType)) toBool(f, t, opType, t);
  else convert(f, t, opType, leftType, t);
  write(f, to, t);
  if (want && to.kind === 'memory' && to.bits) truncateToBits(f, t, to.type, to.bits, t);
  return finish(f, t, dest, want, mark);
}

/** Ends an assignment whose value is in the temporary `t`. */
function finish(f: Fn, t: number, dest: number | undefined, want: boolean, mark: number): number {
  f.frame.release(mark);
  if (!want) return -1;
  if (dest !== undefined) return f.move(t, dest);
  const d = f.temp();
  return f.move(t, d);
}

function isBool(t: CType): boolean {
  return t.kind === 'int' && t.int === 'bool';
}

/** dest = from != 0. */
function toBool(f: Fn, from: number, t: CType, dest: number): void {
  if (isFloating(t)) floatTest(f, from, t, dest);
  else if (sizeOf(t) < 8) f.code.op(Op.SNEI, dest, from, 0, 0);
  else {
    const mark = f.frame.top;
    const zero = f.constant(0n, true);
    f.code.op(Op.SNE64, dest, from, zero);
    f.frame.release(mark);
  }
}

export function increment(
  f: Fn,
  e: Extract<Expr, { kind: 'incdec' }>,
  dest: number | undefined,
  want: boolean,
): number {
  const t = e.operand.type!;
  const step = (e.op === '++' ? 1 : -1) * (t.kind === 'pointer' ? (e.scale ?? 1) : 1);
  const mark = f.frame.top;
  const own = registerOf(f, e.operand);
  if (own !== undefined) {
    let result = own;
    if (want && !e.prefix) {
      result = dest ?? f.temp();
      f.code.op(Op.MOV, result, own);
    }
    step1(f, t, own, step, own);
    return want && e.prefix ? f.move(own, dest) : result;
  }
  const to = target(f, e.operand);
  const old = f.temp();
  read(f, to, old);
  const changed = want && !e.prefix ? f.temp() : old;
  step1(f, t, old, step, changed);
  write(f, to, changed);
  if (want && e.prefix && to.kind === 'memory' && to.bits) truncateToBits(f, changed, to.type, to.bits, changed);
  return finish(f, old, dest, want, mark);
}

/** dest = from + step in type `t`. */
function step1(f: Fn, t: CType, from: number, step: number, dest: number): void {
  if (isBool(t)) {
    if (step > 0) f.code.op(Op.LDI, dest, 0, 0, 1);
    else f.code.op(Op.XORI, dest, from, 0, 1);
    return;
  }
  if (isFloating(t)) {
    floatStep(f, from, step, t, dest);
    return;
  }
  const size = sizeOf(t);
  if (size === 8) f.code.op(Op.ADDI64, dest, from, 0, step);
  else if (size === 4) f.code.op(Op.ADDI, dest, from, 0, step);
  else {
    const mark = f.frame.top;
    const s = f.scratch(dest) ?? f.temp();
    f.code.op(Op.ADDI, s, from, 0, step);
    normalise(f, s, t, dest);
    f.frame.release(mark);
  }
}
