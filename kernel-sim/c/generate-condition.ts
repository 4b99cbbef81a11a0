/**
 * Conditions as jumping code: compare-and-branch in one instruction wherever the machine has it, nothing materialised as 0 or 1 unless asked.
 */
import { Op } from '../vm/opcodes.ts';
import type { BinaryOp, Expr } from './ast.ts';
import type { Label } from './emit.ts';
import { constantOf, effect, isWide, soft, value } from './generate-expr.ts';
import { floatCompare, floatJump, floatTestJump } from './generate-float.ts';
import type { Fn } from './generate-function.ts';
import { isFloating, isScalar, isSigned } from './types.ts';

type Relation = '==' | '!=' | '<' | '>' | '<=' | '>=';

const RELATIONS: ReadonlySet<BinaryOp> = new Set<BinaryOp>(['==', '!=', '<', '>', '<=', '>=']);
const NEGATED: Record<Relation, Relation> = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };
const SWAPPED: Record<Relation, Relation> = { '==': '==', '!=': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
const IMMEDIATE: Record<Relation, number> = {
  '==': Op.JEQI,
  '!=': Op.JNEI,
  '<': Op.JLTI,
  '<=': Op.JLEI,
  '>': Op.JGTI,
  '>=': Op.JGEI,
};

/** Jumps to `yes` or `no`; falls through to `next`, which is one of them and is placed by the caller right after. */
export function condition(f: Fn, e: Expr, yes: Label, no: Label, next: Label): void {
  const k = e.type && isScalar(e.type) ? constantOf(e) : undefined;
  if (k !== undefined) {
    const to = k !== 0n ? yes : no;
    if (to !== next) f.code.jump(to);
    return;
  }
  switch (e.kind) {
    case 'logical': {
      const right = f.code.label();
      if (e.op === '&&') condition(f, e.left, right, no, right);
      else condition(f, e.left, yes, right, right);
      f.code.place(right);
      condition(f, e.right, yes, no, next);
      return;
    }
    case 'unary':
      if (e.op === '!') {
        condition(f, e.operand, no, yes, next);
        return;
      }
      break;
    case 'cast':
      if (e.castKind === 'to-bool') {
        condition(f, e.operand, yes, no, next);
        return;
      }
      // 0 and 1 stay what they are in every integer type.
      if (e.castKind === 'int' && isTruth(e.operand)) {
        condition(f, e.operand, yes, no, next);
        return;
      }
      break;
    case 'comma':
      effect(f, e.left);
      condition(f, e.right, yes, no, next);
      return;
    case 'binary':
      if (RELATIONS.has(e.op)) {
        const op = e.op as Relation;
        const t = e.left.type!;
        if (isFloating(t)) floatJump(f, op, next !== yes, e.left, e.right, t, next === yes ? no : yes);
        else if (next === yes) compareAndJump(f, NEGATED[op], e.left, e.right, no);
        else compareAndJump(f, op, e.left, e.right, yes);
        return;
      }
      break;
  }
  const mark = f.frame.top;
  const register = value(f, e);
  if (isFloating(e.type!)) {
    floatTestJump(f, register, e.type, next !== yes, next === yes ? no : yes);
    f.frame.release(mark);
    return;
  }
  f.frame.release(mark);
  const wide = isWide(e.type!);
  if (next === yes) f.code.branch(wide ? Op.JZ64 : Op.JZ, register, 0, no);
  else f.code.branch(wide ? Op.JNZ64 : Op.JNZ, register, 0, yes);
}

function isTruth(e: Expr): boolean {
  if (e.kind === 'logical' || (e.kind === 'unary' && e.op === '!')) return true;
  return e.kind === 'binary' && RELATIONS.has(e.op);
}

function compareAndJump(f: Fn, relation: Relation, left: Expr, right: Expr, to: Label): void {
  const mark = f.frame.top;
  let op = relation;
  let [l, r] = [left, right];
  if (constantOf(l) !== undefined && constantOf(r) === undefined) {
    [l, r] = [r, l];
    op = SWAPPED[op];
  }
  const t = l.type!;
  const k = constantOf(r);
  if (k !== undefined) compareConstant(f, op, soft(f, l, undefined), k, isWide(t), isSigned(t), to);
  else {
    const a = soft(f, l, undefined);
    const b = soft(f, r, undefined);
    compareRegisters(f, op, a, b, isWide(t), isSigned(t), to);
  }
  f.frame.release(mark);
}

export function isRelation(op: BinaryOp): op is Relation {
  return RELATIONS.has(op);
}

/** A branch on this comparison needs no register for the constant. */
export function comparesImmediate(op: Relation, k: bigint, wide: boolean, signed: boolean): boolean {
  const equality = op === '==' || op === '!=';
  if (k === 0n && (equality || (!signed && (op === '>' || op === '<=')))) return true;
  return !wide && BigInt.asIntN(16, k) === BigInt.asIntN(32, k) && (signed || equality);
}

export function compareConstant(
  f: Fn,
  relation: Relation,
  register: number,
  k: bigint,
  wide: boolean,
  signed: boolean,
  to: Label,
): void {
  const { code } = f;
  let op = relation;
  if (k === 0n) {
    if (!signed && op === '>') op = '!=';
    if (!signed && op === '<=') op = '==';
    if (op === '==') {
      code.branch(wide ? Op.JZ64 : Op.JZ, register, 0, to);
      return;
    }
    if (op === '!=') {
      code.branch(wide ? Op.JNZ64 : Op.JNZ, register, 0, to);
      return;
    }
  }
  const small = BigInt.asIntN(16, k);
  const equality = op === '==' || op === '!=';
  if (!wide && small === BigInt.asIntN(32, k) && (signed || equality)) {
    code.branchImm(IMMEDIATE[op], register, Number(small), to);
    return;
  }
  const mark = f.frame.top;
  const other = f.constantOperand(k, wide);
  compareRegisters(f, op, register, other, wide, signed, to);
  f.frame.release(mark);
}

function compareRegisters(
  f: Fn,
  relation: Relation,
  a: number,
  b: number,
  wide: boolean,
  signed: boolean,
  to: Label,
): void {
  const { code } = f;
  switch (relation) {
    case '==':
      code.branch(wide ? Op.JEQ64 : Op.JEQ, a, b, to);
      return;
    case '!=':
      code.branch(wide ? Op.JNE64 : Op.JNE, a, b, to);
      return;
    case '<':
      code.branch(less(wide, signed), a, b, to);
      return;
    case '>':
      code.branch(less(wide, signed), b, a, to);
      return;
    case '<=':
      code.branch(lessEqual(wide, signed), a, b, to);
      return;
    case '>=':
      code.branch(lessEqual(wide, signed), b, a, to);
      return;
  }
}

function less(wide: boolean, signed: boolean): number {
  return wide ? (signed ? Op.JLT64 : Op.JLTU64) : signed ? Op.JLT : Op.JLTU;
}

function lessEqual(wide: boolean, signed: boolean): number {
  return wide ? (signed ? Op.JLE64 : Op.JLEU64) : signed ? Op.JLE : Op.JLEU;
}

/** A single comparison as a value of 0 or 1; undefined if `e` is not one (then jumping code makes it). */
export function comparison(f: Fn, e: Expr, dest: number | undefined): number | undefined {
  const mark = f.frame.top;
  const done = (emit: (d: number) => void): number => {
    f.frame.release(mark);
    const d = dest ?? f.temp();
    emit(d);
    return d;
  };
  if (e.kind === 'unary' && e.op === '!') return isTruth(e.operand) ? undefined : againstZero(f, e.operand, true, done);
  if (e.kind === 'cast' && e.castKind === 'to-bool')
    return isTruth(e.operand) ? value(f, e.operand, dest) : againstZero(f, e.operand, false, done);
  if (e.kind !== 'binary' || !RELATIONS.has(e.op)) return undefined;
  const compared = e.left.type!;
  if (isFloating(compared)) {
    const x = soft(f, e.left, f.scratch(dest));
    const y = soft(f, e.right, undefined);
    return done((d) => floatCompare(f, e.op as Relation, x, y, compared, d));
  }
  let op = e.op as Relation;
  let [l, r] = [e.left, e.right];
  if (constantOf(l) !== undefined && constantOf(r) === undefined) {
    [l, r] = [r, l];
    op = SWAPPED[op];
  }
  const t = l.type!;
  const wide = isWide(t);
  const signed = isSigned(t);
  const k = constantOf(r);
  const a = soft(f, l, f.scratch(dest));
  if (k !== undefined && !wide && (op === '==' || op === '!='))
    return done((d) => f.code.op(op === '==' ? Op.SEQI : Op.SNEI, d, a, 0, Number(BigInt.asIntN(32, k))));
  const b = k !== undefined ? f.constantOperand(k, wide) : value(f, r);
  return done((d) => {
    switch (op) {
      case '==':
        return f.code.op(wide ? Op.SEQ64 : Op.SEQ, d, a, b);
      case '!=':
        return f.code.op(wide ? Op.SNE64 : Op.SNE, d, a, b);
      case '<':
        return f.code.op(setLess(wide, signed), d, a, b);
      case '>':
        return f.code.op(setLess(wide, signed), d, b, a);
      case '<=':
        return f.code.op(setLessEqual(wide, signed), d, a, b);
      case '>=':
        return f.code.op(setLessEqual(wide, signed), d, b, a);
    }
  });
}

function setLess(wide: boolean, signed: boolean): number {
  return wide ? (signed ? Op.SLT64 : Op.SLTU64) : signed ? Op.SLT : Op.SLTU;
}

function setLessEqual(wide: boolean, signed: boolean): number {
  return wide ? (signed ? Op.SLE64 : Op.SLEU64) : signed ? Op.SLE : Op.SLEU;
}

function againstZero(f: Fn, e: Expr, equal: boolean, done: (emit: (d: number) => void) => number): number {
  const register = soft(f, e, undefined);
  const t = e.type!;
  if (!isFloating(t) && !isWide(t)) return done((d) => f.code.op(equal ? Op.SEQI : Op.SNEI, d, register, 0, 0));
  const zero = f.constantOperand(0n, true);
  if (isFloating(t)) return done((d) => floatCompare(f, equal ? '==' : '!=', register, zero, t, d));
  return done((d) => f.code.op(equal ? Op.SEQ64 : Op.SNE64, d, register, zero));
}
