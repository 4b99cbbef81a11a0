/**
 * Instructions on floating values: arithmetic, comparisons, conversions. Registers hold the bits (of a float in the low half), so moves, loads,
 * stores, calls and constants are those of integers of the same size.
 */
import { Op } from '../vm/opcodes.ts';
import type { BinaryOp, Expr } from './ast.ts';
import type { Label } from './emit.ts';
import { bitsOfNumber } from './fold-float.ts';
import { soft } from './generate-expr.ts';
import { type Fn, normalise } from './generate-function.ts';
import { type CType, type FloatType, isFloating, isSigned, sizeOf } from './types.ts';

type Relation = '==' | '!=' | '<' | '>' | '<=' | '>=';

function isWide(t: FloatType): boolean {
  return sizeOf(t) === 8;
}

/** The operation on two registers. */
export function floatOp(op: BinaryOp, t: FloatType): number {
  const wide = isWide(t);
  switch (op) {
    case '+':
      return wide ? Op.FADD64 : Op.FADD32;
    case '-':
      return wide ? Op.FSUB64 : Op.FSUB32;
    case '*':
      return wide ? Op.FMUL64 : Op.FMUL32;
    case '/':
      return wide ? Op.FDIV64 : Op.FDIV32;
    default:
      throw new Error(`internal: no floating '${op}'`);
  }
}

/** dest = -from. */
export function floatNegate(f: Fn, from: number, t: FloatType, dest: number): void {
  if (isWide(t)) f.code.op(Op.FNEG64, dest, from);
  else f.code.op(Op.XORI, dest, from, 0, -0x80000000);
}

/** dest = from + step. */
export function floatStep(f: Fn, from: number, step: number, t: FloatType, dest: number): void {
  const mark = f.frame.top;
  const one = f.constantOperand(bitsOfNumber(step, t), isWide(t));
  f.frame.release(mark);
  f.code.op(floatOp('+', t), dest, from, one);
}

/** dest (32 bits) = left relation right as 0 or 1. */
export function floatCompare(f: Fn, relation: Relation, a: number, b: number, t: FloatType, dest: number): void {
  const wide = isWide(t);
  const [x, y] = relation === '>' || relation === '>=' ? [b, a] : [a, b];
  const op = {
    '==': wide ? Op.FSEQ64 : Op.FSEQ32,
    '!=': wide ? Op.FSNE64 : Op.FSNE32,
    '<': wide ? Op.FSLT64 : Op.FSLT32,
    '>': wide ? Op.FSLT64 : Op.FSLT32,
    '<=': wide ? Op.FSLE64 : Op.FSLE32,
    '>=': wide ? Op.FSLE64 : Op.FSLE32,
  }[relation];
  f.code.op(op, dest, x, y);
}

/** Jumps if `left relation right` is what `wanted` says. A relation that does not hold is not its opposite: NaNs. */
export function floatJump(
  f: Fn,
  relation: Relation,
  wanted: boolean,
  left: Expr,
  right: Expr,
  t: FloatType,
  to: Label,
): void {
  const mark = f.frame.top;
  const a = soft(f, left, undefined);
  const b = soft(f, right, undefined);
  const wide = isWide(t);
  const [x, y] = relation === '>' || relation === '>=' ? [b, a] : [a, b];
  let op: number;
  if (relation === '==' || relation === '!=') {
    const equal = (relation === '==') === wanted;
    op = equal ? (wide ? Op.FJEQ64 : Op.FJEQ32) : wide ? Op.FJNE64 : Op.FJNE32;
  } else if (relation === '<' || relation === '>') {
    op = wanted ? (wide ? Op.FJLT64 : Op.FJLT32) : wide ? Op.FJNLT64 : Op.FJNLT32;
  } else op = wanted ? (wide ? Op.FJLE64 : Op.FJLE32) : wide ? Op.FJNLE64 : Op.FJNLE32;
  f.code.branch(op, x, y, to);
  f.frame.release(mark);
}

/** Jumps if the value is (or, not `wanted`, is not) other than zero. The caller still holds `from`. */
export function floatTestJump(f: Fn, from: number, t: FloatType, wanted: boolean, to: Label): void {
  const mark = f.frame.top;
  const zero = f.constantOperand(0n, true);
  f.frame.release(mark);
  const wide = isWide(t);
  f.code.branch(wanted ? (wide ? Op.FJNE64 : Op.FJNE32) : wide ? Op.FJEQ64 : Op.FJEQ32, from, zero, to);
}

/** dest (32 bits) = 1 if the value is other than zero, else 0. The caller still holds `from`. */
export function floatTest(f: Fn, from: number, t: FloatType, dest: number): void {
  const mark = f.frame.top;
  const zero = f.constantOperand(0n, true);
  f.frame.release(mark);
  floatCompare(f, '!=', from, zero, t, dest);
}

/** dest = the value in `from`, of type `source`, as a `target` (not _Bool), where one of them is floating. */
export function floatConvert(f: Fn, from: number, source: CType, target: CType, dest: number): number {
  if (!isFloating(source)) {
    if (isFloating(target)) fromInteger(f, from, source, target, dest);
    return dest;
  }
  if (isFloating(target)) {
    if (isWide(source) === isWide(target)) return f.move(from, dest);
    f.code.op(isWide(target) ? Op.F32TOF64 : Op.F64TOF32, dest, from);
    return dest;
  }
  const mark = f.frame.top;
  let x = from;
  if (!isWide(source)) {
    // Every float is a double.
    x = f.scratch(dest) ?? f.temp();
    f.code.op(Op.F32TOF64, x, from);
  }
  const size = sizeOf(target);
  if (size < 4) {
    const whole = f.scratch(dest) ?? f.temp();
    f.code.op(Op.F64TOI32, whole, x);
    normalise(f, whole, target, dest);
  } else if (size === 4 && isSigned(target)) f.code.op(Op.F64TOI32, dest, x);
  else f.code.op(size === 8 && !isSigned(target) ? Op.F64TOU64 : Op.F64TOI64, dest, x);
  f.frame.release(mark);
  return dest;
}

function fromInteger(f: Fn, from: number, source: CType, target: FloatType, dest: number): void {
  const wide = isWide(target);
  const signed = isSigned(source);
  if (sizeOf(source) === 8) {
    const op = wide ? (signed ? Op.I64TOF64 : Op.U64TOF64) : signed ? Op.I64TOF32 : Op.U64TOF32;
    f.code.op(op, dest, from);
  } else if (sizeOf(source) < 4 || signed) f.code.op(wide ? Op.I32TOF64 : Op.I32TOF32, dest, from);
  else if (wide) f.code.op(Op.U32TOF64, dest, from);
  else {
    const mark = f.frame.top;
    const x = f.scratch(dest) ?? f.temp();
    f.code.op(Op.ZX32, x, from);
    f.code.op(Op.I64TOF32, dest, x);
    f.frame.release(mark);
  }
}
