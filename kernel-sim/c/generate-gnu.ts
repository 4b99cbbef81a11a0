/**
 * Code for GNU forms: blocks as expressions, addresses of labels, arithmetic that says whether its result fits.
 */
import { Op } from '../vm/opcodes.ts';
import type { Expr, Stmt } from './ast.ts';
import { type Address, addressOf, copyBytes, operand } from './generate-address.ts';
import { effect, value } from './generate-expr.ts';
import { type Fn, normalise, storeOp } from './generate-function.ts';
import { closeScope, statement } from './generate-statement.ts';
import { closeDynamic, openDynamic } from './generate-vla.ts';
import { isSigned, sizeOf } from './types.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

/** Runs all of the block but its last expression, which is given to `last`. */
function run(f: Fn, e: Of<'stmt-expr'>, last: (value: Expr, place: Stmt) => void): void {
  const shown = f.variables.length;
  const end = e.body.body.at(-1);
  const dynamic = openDynamic(f, e.body);
  for (const s of e.body.body) {
    if (s !== end || s.kind !== 'expr-stmt') statement(f, s);
    else {
      f.statementAt(s);
      last(s.expr, s);
    }
  }
  if (dynamic) closeDynamic(f);
  closeScope(f, shown);
  f.resumeStatement();
}

export function blockValue(f: Fn, e: Of<'stmt-expr'>, dest: number | undefined): number {
  const d = f.scratch(dest) ?? f.temp();
  const mark = f.frame.top;
  run(f, e, (last) => {
    if (e.type?.kind === 'void') effect(f, last);
    else value(f, last, d);
  });
  f.frame.release(mark);
  return f.move(d, dest);
}

/** A record: a copy of what the last expression designates, since its own place may end with the block. */
export function blockRecord(f: Fn, e: Of<'stmt-expr'>): Address {
  const at: Address = { kind: 'frame', offset: f.frame.memory(sizeOf(e.type!), 16) };
  const mark = f.frame.top;
  const bytes = f.frame.bytes;
  run(f, e, (last) => copyBytes(f, at, addressOf(f, last), sizeOf(e.type!), f.span(last)));
  f.frame.release(mark);
  f.frame.releaseMemory(bytes);
  return at;
}

export function labelAddress(f: Fn, e: Of<'label-address'>, dest: number | undefined): number {
  const d = dest ?? f.temp();
  const found = f.labels.get(e.name);
  if (found) f.code.labelAddress(d, found.label);
  else
    f.unit.diags.error('label-outside', `'&&${e.name}': the label is in another part of a __try statement`, f.span(e));
  return d;
}

/**
 * The exact result has two 64-bit words, `low` and `high` (signed, except for the product of unsigned numbers, where it is what is above). It
 * fits if `high` is what extending the stored part of `low` gives.
 */
export function overflow(f: Fn, e: Of<'overflow'>, dest: number | undefined): number {
  const { code } = f;
  const d = f.scratch(dest) ?? f.temp();
  const mark = f.frame.top;
  const a = value(f, e.left, f.temp());
  const b = value(f, e.right, f.temp());
  const target = e.target && value(f, e.target, f.temp());
  const low = f.temp();
  const high = f.temp();
  const t = f.temp();
  const signA = isSigned(e.left.type!);
  const signB = isSigned(e.right.type!);
  if (e.op === '*') {
    code.op(Op.MUL64, low, a, b);
    code.op(Op.UMULH, high, a, b);
    for (const [signed, one, other] of [
      [signA, a, b],
      [signB, b, a],
    ] as const) {
      if (!signed) continue;
      code.op(Op.SARI64, t, one, 0, 63);
      code.op(Op.AND64, t, t, other);
      code.op(Op.SUB64, high, high, t);
    }
  } else {
    const op = e.op === '+' ? Op.ADD64 : Op.SUB64;
    code.op(op, low, a, b);
    // The carry or borrow, extended to 64 bits.
    if (e.op === '+') code.op(Op.SLTU64, t, low, a);
    else code.op(Op.SLTU64, t, a, b);
    code.op(Op.ZX32, high, t);
    if (e.op === '-') {
      const zero = f.constant(0n, true);
      code.op(Op.SUB64, high, zero, high);
    }
    if (signA) {
      code.op(Op.SARI64, t, a, 0, 63);
      code.op(Op.ADD64, high, high, t);
    }
    if (signB) {
      code.op(Op.SARI64, t, b, 0, 63);
      code.op(op, high, high, t);
    }
  }
  const size = sizeOf(e.result);
  const signed = isSigned(e.result);
  const kept = f.temp();
  if (size === 8) code.op(Op.MOV, kept, low);
  else {
    normalise(f, low, e.result, kept);
    code.op(signed ? Op.SX32 : Op.ZX32, kept, kept);
  }
  if (target !== undefined) {
    const at = operand(f, { kind: 'register', register: target, offset: 0 });
    code.op(storeOp(size), kept, at.base, 0, at.offset);
  }
  // Both words must be as the kept part says: `high` its sign (or 0), `low` the part itself.
  if (signed) code.op(Op.SARI64, t, kept, 0, 63);
  else code.op(Op.LDI, t, 0, 0, 0);
  code.op(Op.XOR64, high, high, t);
  code.op(Op.XOR64, low, low, kept);
  code.op(Op.OR64, low, low, high);
  const zero = f.constant(0n, true);
  code.op(Op.SNE64, d, low, zero);
  f.frame.release(mark);
  return f.move(d, dest);
}
