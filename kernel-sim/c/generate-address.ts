/**
 * Addresses of lvalues, loads and stores, bit-fields, copies of records.
 */
import { Op } from '../vm/opcodes.ts';
import type { Expr } from './ast.ts';
import { assign, assignRecord, increment } from './generate-assign.ts';
import { recordCall } from './generate-call.ts';
import { condition } from './generate-condition.ts';
import { constantOf, effect, registerOf, scaled, soft, value } from './generate-expr.ts';
import { type Fn, inRegister, storeOp } from './generate-function.ts';
import { blockRecord } from './generate-gnu.ts';
import { initialise } from './generate-init.ts';
import type { Span } from './source.ts';
import { type CType, isSigned, isSignedField, sizeOf } from './types.ts';

/** A place in memory whose base may still have to be brought into a register. */
export type Address =
  | { kind: 'frame'; offset: number }
  | { kind: 'global'; name: string; offset: number; place: Span }
  | { kind: 'register'; register: number; offset: number };

/** Ready for LD and ST. */
export interface Operand {
  base: number;
  offset: number;
}

export interface Bits {
  shift: number;
  width: number;
}

export function plus(a: Address, bytes: number): Address {
  return bytes === 0 ? a : { ...a, offset: a.offset + bytes };
}

export function operand(f: Fn, a: Address, scratch?: number): Operand {
  if (a.kind === 'register') return { base: a.register, offset: a.offset };
  const base = scratch ?? f.temp();
  if (a.kind === 'frame') f.code.op(Op.LEAF, base, 0, 0, a.offset);
  else {
    f.code.fixup('address', a.name, a.offset, base, a.place);
    f.code.op(Op.LEAIP, base);
  }
  return { base, offset: 0 };
}

/** The address itself as a value. */
export function addressValue(f: Fn, a: Address, dest?: number): number {
  if (a.kind === 'register') {
    if (a.offset === 0) return f.move(a.register, dest);
    const d = dest ?? f.temp();
    f.code.op(Op.ADDI64, d, a.register, 0, a.offset);
    return d;
  }
  return operand(f, a, dest ?? f.temp()).base;
}

/** Address of an lvalue, or of the temporary that holds a record value. `scratch`: a temporary that may be used on the way. */
export function addressOf(f: Fn, e: Expr, scratch?: number): Address {
  switch (e.kind) {
    case 'name': {
      const sym = e.sym!;
      const pinned = f.root.pins.get(sym);
      if (pinned !== undefined) return { kind: 'register', register: pinned, offset: 0 };
      if (sym.storage === 'global' || sym.kind === 'function')
        return { kind: 'global', name: f.unit.reference(sym), offset: 0, place: f.span(e) };
      const place = f.frame.places.get(sym);
      if (place?.kind === 'memory') return { kind: 'frame', offset: place.offset };
      if (place?.kind === 'indirect') return { kind: 'register', register: place.register, offset: 0 };
      if (!place) return { kind: 'frame', offset: f.frame.placeInMemory(sym) };
      throw new Error(`internal: the address of '${sym.name}', which lives in a register, is needed`);
    }
    case 'string':
      return {
        kind: 'global',
        name: f.unit.string(e.units, e.unitSize, e.named ? '__func__ ' : ''),
        offset: 0,
        place: f.span(e),
      };
    case 'unary':
      if (e.op === '*') return pointee(f, e.operand, scratch);
      break;
    case 'index':
      return pointee(
        f,
        { ...e, kind: 'binary', op: '+', left: e.object, right: e.index, scale: sizeOf(e.type!) },
        scratch,
      );
    case 'member': {
      const inner = e.arrow ? pointee(f, e.object, scratch) : addressOf(f, e.object, scratch);
      return plus(inner, e.offset ?? e.field?.offset ?? 0);
    }
    case 'compound-literal': {
      if (e.sym?.storage === 'global') return { kind: 'global', name: f.unit.literal(e), offset: 0, place: f.span(e) };
      const sym = e.sym!;
      const known = f.frame.places.get(sym);
      const at: Address =
        known?.kind === 'indirect'
          ? { kind: 'register', register: known.register, offset: 0 }
          : { kind: 'frame', offset: known?.kind === 'memory' ? known.offset : f.frame.placeInMemory(sym) };
      initialise(f, at, sym.type, e.flat ?? [], f.span(e));
      return at;
    }
    case 'cast':
      if (e.castKind === 'load' || e.type?.kind === 'record') return addressOf(f, e.operand, scratch);
      break;
    case 'comma':
      effect(f, e.left);
      return addressOf(f, e.right, scratch);
    case 'assign': {
      // A record assignment used as a value: its left side, which is not evaluated again.
      if (e.left.kind === 'name') {
        assign(f, e, undefined, false);
        return addressOf(f, e.left, scratch);
      }
      const register = f.temp();
      assignRecord(f, e.left, e.right, register);
      return { kind: 'register', register, offset: 0 };
    }
    case 'conditional': {
      const d = f.temp();
      const yes = f.code.label();
      const no = f.code.label();
      const end = f.code.label();
      condition(f, e.condition, yes, no, yes);
      f.code.place(yes);
      addressValue(f, addressOf(f, e.then), d);
      f.code.jump(end);
      f.code.place(no);
      addressValue(f, addressOf(f, e.else), d);
      f.code.place(end);
      return { kind: 'register', register: d, offset: 0 };
    }
    case 'call':
      return recordCall(f, e, undefined);
    case 'stmt-expr':
      return blockRecord(f, e);
    case 'va': {
      // va_arg of a record: in its slot, or the slot holds its address.
      const slot = value(f, e, undefined);
      return { kind: 'register', register: slot, offset: 0 };
    }
  }
  throw new Error(`internal: no address for '${e.kind}'`);
}

/** The bytes of a constant step of pointer arithmetic, if they fit an instruction's offset with room to spare. */
export function offsetOf(k: bigint, scale: number): number | undefined {
  const bytes = Number(BigInt.asIntN(64, k)) * scale;
  return Math.abs(bytes) < 0x40000000 ? bytes : undefined;
}

/** What the pointer value `p` points to, constant offsets folded. */
export function pointee(f: Fn, p: Expr, scratch?: number): Address {
  switch (p.kind) {
    case 'cast':
      if (p.castKind === 'array-decay' || p.castKind === 'function-decay') return addressOf(f, p.operand, scratch);
      if (p.castKind === 'pointer' && p.constant === undefined) return pointee(f, p.operand, scratch);
      break;
    case 'unary':
      if (p.op === '&' && p.constant === undefined) return addressOf(f, p.operand, scratch);
      break;
    case 'incdec': {
      // `*p++` of a variable in a register: step first, then reach back.
      const own = registerOf(f, p.operand);
      if (p.prefix || own === undefined) break;
      increment(f, p, undefined, false);
      return { kind: 'register', register: own, offset: p.op === '++' ? -(p.scale ?? 1) : (p.scale ?? 1) };
    }
    case 'binary': {
      if (p.constant !== undefined || p.type?.kind !== 'pointer') break;
      const scale = p.op === '-' ? -(p.scale ?? 1) : (p.scale ?? 1);
      const k = constantOf(p.right);
      if (k !== undefined) {
        const bytes = offsetOf(k, scale);
        if (bytes !== undefined) return plus(pointee(f, p.left, scratch), bytes);
        break;
      }
      const base = pointee(f, p.left, undefined);
      const at = operand(f, base);
      const register = scaled(f, at.base, p.right, scale, scratch);
      return { kind: 'register', register, offset: at.offset };
    }
  }
  return { kind: 'register', register: soft(f, p, scratch), offset: 0 };
}

export function loadOp(t: CType): number {
  switch (sizeOf(t)) {
    case 1:
      return isSigned(t) ? Op.LD8S : Op.LD8U;
    case 2:
      return isSigned(t) ? Op.LD16S : Op.LD16U;
    case 4:
      return Op.LD32;
    default:
      return Op.LD64;
  }
}

export function load(f: Fn, at: Operand, t: CType, dest: number): number {
  f.code.op(loadOp(t), dest, at.base, 0, at.offset);
  return dest;
}

export function store(f: Fn, at: Operand, t: CType, from: number): void {
  f.code.op(storeOp(sizeOf(t)), from, at.base, 0, at.offset);
}

/** Reads a bit-field of declared type `t`: load its unit, shift the field down, extend by its sign. */
export function loadBits(f: Fn, at: Operand, t: CType, bits: Bits, dest: number): number {
  const d = f.scratch(dest) ?? f.temp();
  const wide = sizeOf(t) === 8;
  const width = wide ? 64 : 32;
  f.code.op(loadOp(t), d, at.base, 0, at.offset);
  if (isSignedField(t)) {
    const up = width - bits.shift - bits.width;
    if (up) f.code.op(wide ? Op.SHLI64 : Op.SHLI, d, d, 0, up);
    f.code.op(wide ? Op.SARI64 : Op.SARI, dest, d, 0, width - bits.width);
    return dest;
  }
  if (bits.shift) f.code.op(wide ? Op.SHRI64 : Op.SHRI, d, d, 0, bits.shift);
  maskTo(f, d, d, bits.width, wide);
  f.move(d, dest);
  return dest;
}

function maskTo(f: Fn, dest: number, from: number, width: number, wide: boolean): void {
  if (!wide) {
    if (width < 32) f.code.op(Op.ANDI, dest, from, 0, 2 ** width - 1);
    else f.move(from, dest);
  } else if (width < 32) f.code.op(Op.ANDI64, dest, from, 0, 2 ** width - 1);
  else if (width < 64) {
    f.code.op(Op.SHLI64, dest, from, 0, 64 - width);
    f.code.op(Op.SHRI64, dest, dest, 0, 64 - width);
  } else f.move(from, dest);
}

/** Writes a bit-field: load its unit, replace the field, store. */
export function storeBits(f: Fn, at: Operand, t: CType, bits: Bits, from: number): void {
  const wide = sizeOf(t) === 8;
  const mark = f.frame.top;
  const unit = f.temp();
  const field = f.temp();
  const hole = ((1n << BigInt(bits.width)) - 1n) << BigInt(bits.shift);
  f.code.op(loadOp(t), unit, at.base, 0, at.offset);
  if (!wide) f.code.op(Op.ANDI, unit, unit, 0, Number(BigInt.asIntN(32, ~hole)));
  else {
    f.constant(~hole, true, field);
    f.code.op(Op.AND64, unit, unit, field);
  }
  maskTo(f, field, from, bits.width, wide);
  if (bits.shift) f.code.op(wide ? Op.SHLI64 : Op.SHLI, field, field, 0, bits.shift);
  f.code.op(wide ? Op.OR64 : Op.OR, unit, unit, field);
  store(f, at, t, unit);
  f.frame.release(mark);
}

/** The value a bit-field holds after `from` was stored into it. */
export function truncateToBits(f: Fn, from: number, t: CType, bits: Bits, dest: number): number {
  const wide = sizeOf(t) === 8;
  const width = wide ? 64 : 32;
  if (isSignedField(t)) {
    f.code.op(wide ? Op.SHLI64 : Op.SHLI, dest, from, 0, width - bits.width);
    f.code.op(wide ? Op.SARI64 : Op.SARI, dest, dest, 0, width - bits.width);
  } else maskTo(f, dest, from, bits.width, wide);
  return dest;
}

/** Up to this many bytes are copied and cleared by single moves, more by `memcpy` and `memset`. */
const INLINE_BYTES = 64;

export function chunks(size: number): { offset: number; size: number }[] {
  const out: { offset: number; size: number }[] = [];
  for (let offset = 0; offset < size; ) {
    const left = size - offset;
    const step = left >= 8 ? 8 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
    out.push({ offset, size: step });
    offset += step;
  }
  return out;
}

export function copyBytes(f: Fn, to: Address, from: Address, size: number, place: Span): void {
  if (size === 0) return;
  const mark = f.frame.top;
  if (size > INLINE_BYTES) {
    const args = f.temp();
    const second = f.temp();
    const third = f.temp();
    addressValue(f, to, args);
    addressValue(f, from, second);
    f.constant(BigInt(size), true, third);
    callLibrary(f, 'memcpy', args, 3, place);
  } else {
    const target = operand(f, to);
    const source = operand(f, from);
    const t = f.temp();
    for (const chunk of chunks(size)) {
      f.code.op(chunkLoad(chunk.size), t, source.base, 0, source.offset + chunk.offset);
      f.code.op(storeOp(chunk.size), t, target.base, 0, target.offset + chunk.offset);
    }
  }
  f.frame.release(mark);
}

function chunkLoad(size: number): number {
  return size === 8 ? Op.LD64 : size === 4 ? Op.LD32 : size === 2 ? Op.LD16U : Op.LD8U;
}

export function clearBytes(f: Fn, to: Address, size: number, place: Span): void {
  if (size === 0) return;
  const mark = f.frame.top;
  if (size > INLINE_BYTES) {
    const args = f.temp();
    const second = f.temp();
    const third = f.temp();
    addressValue(f, to, args);
    f.constant(0n, true, second);
    f.constant(BigInt(size), true, third);
    callLibrary(f, 'memset', args, 3, place);
  } else {
    const target = operand(f, to);
    const zero = f.constant(0n, true);
    for (const chunk of chunks(size))
      f.code.op(storeOp(chunk.size), zero, target.base, 0, target.offset + chunk.offset);
  }
  f.frame.release(mark);
}

/** Calls a routine that the code itself never named. */
export function callLibrary(f: Fn, name: string, args: number, count: number, place: Span): void {
  f.noteCall(count);
  const scratch = f.temp();
  f.code.fixup('call', name, 0, scratch, place);
  f.code.op(Op.CALL, args, 0, count);
}

/** A record value of 1, 2, 4 or 8 bytes as the bits that travel in a register. */
export function recordBits(f: Fn, e: Expr, dest: number): number {
  const size = sizeOf(e.type!);
  if (!inRegister(e.type!)) throw new Error('internal: record too big for a register');
  const mark = f.frame.top;
  const at = operand(f, addressOf(f, e));
  f.code.op(chunkLoad(size), dest, at.base, 0, at.offset);
  f.frame.release(mark);
  return dest;
}
