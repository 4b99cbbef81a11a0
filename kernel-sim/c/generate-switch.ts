/**
 * switch: few cases are compared in a row, more by binary search, many dense ones through a table of addresses in .rdata.
 */
import { Op } from '../vm/opcodes.ts';
import type { Stmt } from './ast.ts';
import type { Label } from './emit.ts';
import { compareConstant } from './generate-condition.ts';
import { constantOf, isWide, value } from './generate-expr.ts';
import type { Fn } from './generate-function.ts';
import { statement } from './generate-statement.ts';
import { isSigned } from './types.ts';

/** `high` above `value`: a range. */
interface Arm {
  value: bigint;
  high: bigint;
  label: Label;
}

const IN_A_ROW = 4;
const TABLE_CASES = 12;

export function switchStatement(f: Fn, s: Extract<Stmt, { kind: 'switch' }>): void {
  const { code } = f;
  const type = s.type ?? s.value.type!;
  const wide = isWide(type);
  const signed = isSigned(type);
  const end = code.label();
  let otherwise = end;
  const arms: Arm[] = [];
  for (const c of s.cases ?? []) {
    const label = code.label();
    f.caseLabels.set(c, label);
    const k = c.value ? constantOf(c.value) : undefined;
    if (k === undefined) otherwise = label;
    else {
      const bits = wide ? 64 : 32;
      const wrap = (n: bigint): bigint => (signed ? BigInt.asIntN(bits, n) : BigInt.asUintN(bits, n));
      const low = wrap(k);
      const high = c.high ? wrap(constantOf(c.high) ?? k) : low;
      if (high >= low) arms.push({ value: low, high, label });
    }
  }
  arms.sort((x, y) => (x.value < y.value ? -1 : x.value > y.value ? 1 : 0));

  f.statementAt(s);
  const register = value(f, s.value);
  if (isDense(arms)) throughTable(f, register, arms, wide, otherwise);
  else search(f, register, arms, wide, signed, otherwise);

  const { breakTarget } = f;
  f.breakTarget = { label: end, tries: f.tries.length, dynamic: f.dynamic.length };
  statement(f, s.body);
  f.breakTarget = breakTarget;
  code.place(end);
}

function isDense(arms: Arm[]): boolean {
  if (arms.length < TABLE_CASES) return false;
  return arms[arms.length - 1].high - arms[0].value < BigInt(arms.length * 2);
}

function search(f: Fn, register: number, arms: Arm[], wide: boolean, signed: boolean, otherwise: Label): void {
  if (arms.length <= IN_A_ROW) {
    for (const arm of arms) {
      if (arm.high === arm.value) compareConstant(f, '==', register, arm.value, wide, signed, arm.label);
      else {
        const next = f.code.label();
        compareConstant(f, '<', register, arm.value, wide, signed, next);
        compareConstant(f, '<=', register, arm.high, wide, signed, arm.label);
        f.code.place(next);
      }
    }
    f.code.jump(otherwise);
    return;
  }
  const middle = arms.length >> 1;
  const low = f.code.label();
  compareConstant(f, '<', register, arms[middle].value, wide, signed, low);
  search(f, register, arms.slice(middle), wide, signed, otherwise);
  f.code.place(low);
  search(f, register, arms.slice(0, middle), wide, signed, otherwise);
}

function throughTable(f: Fn, register: number, arms: Arm[], wide: boolean, otherwise: Label): void {
  const { code } = f;
  const mark = f.frame.top;
  const low = arms[0].value;
  const last = arms[arms.length - 1].high - low;
  const index = f.temp();
  const table = f.temp();
  const target = f.temp();
  if (!wide) {
    code.op(Op.ADDI, index, register, 0, Number(BigInt.asIntN(32, -low)));
    f.constant(last, false, table);
    code.branch(Op.JLTU, table, index, otherwise);
  } else {
    f.constant(-low, true, table);
    code.op(Op.ADD64, index, register, table);
    f.constant(last, true, table);
    code.branch(Op.JLTU64, table, index, otherwise);
  }
  const labels: Label[] = Array.from({ length: Number(last) + 1 }, () => otherwise);
  for (const arm of arms) labels.fill(arm.label, Number(arm.value - low), Number(arm.high - low) + 1);
  const name = f.unit.jumpTable(f, labels);
  code.fixup('address', name, 0, table, f.span(f.def));
  code.op(Op.LEAIP, table);
  code.op(Op.LEAX32, target, table, index, 8);
  code.op(Op.LD64, target, target);
  code.op(Op.JMPR, 0, target);
  f.frame.release(mark);
}
