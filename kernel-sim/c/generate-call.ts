/**
 * Calls (Win64 convention, machine/layout.ts): arguments in consecutive registers, CALL takes them to where the callee looks. Records of 1, 2, 4
 * and 8 bytes travel as bits, others as the address of a copy; a result that does not fit RAX goes where a hidden first argument points.
 * Integers beyond the prototype are extended to 64 bits. Also va_start and its family.
 */
import { Op } from '../vm/opcodes.ts';
import type { Expr, Sym } from './ast.ts';
import { type Address, addressOf, addressValue, copyBytes, load, operand, recordBits } from './generate-address.ts';
import { constantOf, effect, registerOf, soft, value } from './generate-expr.ts';
import { type Fn, inRegister, normalise, storeOp } from './generate-function.ts';
import { expandIntrinsic } from './generate-intrinsics.ts';
import { alignOf, type CType, type FunctionType, isScalar, isSigned, sizeOf } from './types.ts';

type CallExpr = Extract<Expr, { kind: 'call' }>;

/** The function a call names directly. */
export function directCallee(e: Expr): Sym | undefined {
  if (e.kind === 'cast' && e.castKind === 'function-decay') return directCallee(e.operand);
  if (e.kind === 'unary' && (e.op === '*' || e.op === '&')) return directCallee(e.operand);
  return e.kind === 'name' && e.sym?.kind === 'function' ? e.sym : undefined;
}

/** Type of the function that `callee` (a pointer) points to. */
function signatureOf(callee: Expr): FunctionType {
  const t = callee.type!;
  if (t.kind === 'pointer' && t.to.kind === 'function') return t.to;
  if (t.kind === 'function') return t;
  throw new Error('internal: call of something that is no function');
}

/** A call with a scalar or no result. */
export function call(f: Fn, e: CallExpr, dest: number | undefined, want: boolean): number {
  const sym = directCallee(e.callee);
  if (sym?.intrinsic) return expandIntrinsic(f, sym, e, dest, want);
  if (e.type!.kind === 'record') {
    const mark = f.frame.top;
    recordCall(f, e, undefined);
    f.frame.release(mark);
    return -1;
  }
  const mark = f.frame.top;
  emitCall(f, e, undefined);
  f.frame.release(mark);
  if (!want || e.type!.kind === 'void') return -1;
  const d = dest ?? f.temp();
  f.code.op(Op.GETRET, d);
  // Who calls through a pointer may have lied about the type.
  if (!sym && sizeOf(e.type!) < 4) normalise(f, d, e.type!, d);
  return d;
}

/** A call with a record result; `into`: where to put it, if that place cannot be reached by the callee in another way. */
export function recordCall(f: Fn, e: CallExpr, into: Address | undefined): Address {
  const t = e.type!;
  const size = sizeOf(t);
  const where: Address = into ?? { kind: 'frame', offset: f.frame.memory(size, Math.max(8, alignOf(t))) };
  const mark = f.frame.top;
  if (inRegister(t)) {
    emitCall(f, e, undefined);
    f.frame.release(mark);
    const bits = f.temp();
    f.code.op(Op.GETRET, bits);
    const at = operand(f, where);
    f.code.op(storeOp(size), bits, at.base, 0, at.offset);
  } else emitCall(f, e, where);
  f.frame.release(mark);
  return where;
}

function emitCall(f: Fn, e: CallExpr, result: Address | undefined): void {
  const sym = directCallee(e.callee);
  const signature = signatureOf(sym ? asPointer(sym.type) : e.callee);
  const target = sym ? undefined : soft(f, e.callee, undefined);
  const bytes = f.frame.bytes;
  let first = result ? undefined : argumentsInPlace(f, e.args, signature);
  if (first === undefined) {
    // Right to left, as Microsoft's compiler does it for x64: `printf("%d %lu", Call(), GetLastError())` depends on it.
    const hidden = result ? 1 : 0;
    first = f.frame.top;
    for (let i = 0; i < e.args.length + hidden; i++) f.temp();
    const above = f.frame.top;
    for (let i = e.args.length - 1; i >= 0; i--) {
      argument(f, e.args[i], first + hidden + i, i < signature.params.length && signature.prototyped);
      f.frame.release(above);
    }
    if (result) addressValue(f, result, first);
  }
  const count = e.args.length + (result ? 1 : 0);
  f.noteCall(count);
  const inner = f.onOtherLine(e);
  if (inner) f.partAt(e);
  if (target !== undefined) f.code.op(Op.CALLR, count ? first : 0, target, count);
  else {
    const scratch = f.unit.definesFunction(sym!) ? 0 : f.temp();
    f.code.fixup('call', f.unit.reference(sym!), 0, scratch, f.span(e));
    f.code.op(Op.CALL, count ? first : 0, 0, count);
  }
  if (inner) f.resumeStatement();
  f.frame.releaseMemory(bytes);
}

function asPointer(t: CType): Expr {
  return { kind: 'error', parts: [], first: 0, last: 0, type: { kind: 'pointer', to: t } };
}

/** The arguments already stand in consecutive registers of variables: `f(x)`, `f(a, b)`. */
function argumentsInPlace(f: Fn, args: Expr[], signature: FunctionType): number | undefined {
  if (args.length === 0) return 0;
  let first = -1;
  for (let i = 0; i < args.length; i++) {
    let a = args[i];
    while (a.kind === 'cast' && a.castKind === 'pointer' && a.constant === undefined) a = a.operand;
    if (a.kind !== 'cast' || a.castKind !== 'load') return undefined;
    const own = registerOf(f, a.operand) ?? -1;
    if (own < 0 || (i > 0 && own !== first + i)) return undefined;
    if (needsExtension(args[i].type!, i < signature.params.length && signature.prototyped)) return undefined;
    if (i === 0) first = own;
  }
  return first;
}

function needsExtension(t: CType, prototyped: boolean): boolean {
  return !prototyped && isScalar(t) && sizeOf(t) < 8;
}

function argument(f: Fn, e: Expr, register: number, prototyped: boolean): void {
  const t = e.type!;
  if (t.kind === 'record') {
    if (inRegister(t)) recordBits(f, e, register);
    else {
      const size = sizeOf(t);
      const copy: Address = { kind: 'frame', offset: f.frame.memory(size, 16) };
      if (e.kind === 'call') recordCall(f, e, copy);
      else copyBytes(f, copy, addressOf(f, e), size, f.span(e));
      addressValue(f, copy, register);
    }
    return;
  }
  if (!needsExtension(t, prototyped)) {
    value(f, e, register);
    return;
  }
  const k = constantOf(e);
  if (k !== undefined) f.constant(k, true, register);
  else f.code.op(isSigned(t) ? Op.SX32 : Op.ZX32, register, soft(f, e, register));
}

/** va_start, va_arg, va_end, va_copy. Lists are `char *` that walk 8-byte slots; va_arg of a record gives its address. */
export function vaValue(f: Fn, e: Extract<Expr, { kind: 'va' }>, dest: number | undefined): number {
  const list = e.args[0];
  const mark = f.frame.top;
  switch (e.op) {
    case 'start': {
      const own = registerOf(f, list);
      const slot = f.def.params!.length + (f.root.resultPointer !== undefined ? 1 : 0);
      const t = own ?? f.temp();
      f.code.op(Op.VASTART, t, 0, 0, slot);
      if (own === undefined) storePointer(f, list, t);
      break;
    }
    case 'end':
      effect(f, list);
      break;
    case 'copy': {
      const source = soft(f, loadOf(e.args[1]), undefined);
      const own = registerOf(f, list);
      if (own !== undefined) f.move(source, own);
      else storePointer(f, list, source);
      break;
    }
    case 'arg': {
      const t = e.type!;
      const own = registerOf(f, list);
      let slot = own;
      if (slot === undefined) {
        const at = operand(f, addressOf(f, list));
        slot = f.temp();
        const next = f.temp();
        f.code.op(Op.LD64, slot, at.base, 0, at.offset);
        f.code.op(Op.ADDI64, next, slot, 0, 8);
        f.code.op(Op.ST64, next, at.base, 0, at.offset);
      }
      if (t.kind === 'record') {
        const d = dest ?? f.temp();
        if (inRegister(t)) f.move(slot, d);
        else f.code.op(Op.LD64, d, slot);
        if (own !== undefined) f.code.op(Op.ADDI64, own, own, 0, 8);
        return d;
      }
      if (own !== undefined) f.code.op(Op.ADDI64, own, own, 0, 8);
      f.frame.release(mark);
      const d = dest ?? f.temp();
      if (t.kind === 'void') return d;
      return load(f, { base: slot, offset: own !== undefined ? -8 : 0 }, t, d);
    }
  }
  f.frame.release(mark);
  return -1;
}

function loadOf(e: Expr): Expr {
  return e.lvalue
    ? {
        kind: 'cast',
        castKind: 'load',
        implicit: true,
        target: undefined,
        operand: e,
        type: e.type,
        first: e.first,
        last: e.last,
      }
    : e;
}

function storePointer(f: Fn, to: Expr, from: number): void {
  const at = operand(f, addressOf(f, to));
  f.code.op(Op.ST64, from, at.base, 0, at.offset);
}
