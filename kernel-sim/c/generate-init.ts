/**
 * Initialisation of automatic variables from the checker's flattened entries: what is not named becomes zero. A table of constants is copied from
 * a read-only template.
 */
import type { Expr, FlatInit, Sym } from './ast.ts';
import {
  type Address,
  addressOf,
  addressValue,
  callLibrary,
  clearBytes,
  copyBytes,
  operand,
  plus,
  store,
  storeBits,
} from './generate-address.ts';
import { recordCall } from './generate-call.ts';
import { constantOf, soft, value } from './generate-expr.ts';
import { type Fn, storeOp } from './generate-function.ts';
import type { Span } from './source.ts';
import { type CType, isScalar, sizeOf } from './types.ts';

/** Above this many entries or bytes constants are copied rather than stored one by one. */
const TEMPLATE_BYTES = 32;

export function initialiseVariable(f: Fn, sym: Sym, flat: FlatInit[], place: Span): void {
  const found = f.frame.places.get(sym);
  if (found?.kind === 'register') {
    const mark = f.frame.top;
    if (flat.length === 0) f.constant(0n, true, found.register);
    else value(f, flat[flat.length - 1].expr, found.register);
    f.frame.release(mark);
    return;
  }
  if (!found) return;
  const pinned = f.root.pins.get(sym);
  let at: Address;
  if (found.kind === 'indirect') at = { kind: 'register', register: found.register, offset: 0 };
  else if (pinned !== undefined) at = { kind: 'register', register: pinned, offset: 0 };
  else at = { kind: 'frame', offset: found.offset };
  initialise(f, at, sym.type, flat, place);
}

export function initialise(f: Fn, at: Address, type: CType, flat: FlatInit[], place: Span): void {
  const size = sizeOf(type);
  const mark = f.frame.top;
  const bytes = f.frame.bytes;
  if (size > TEMPLATE_BYTES && flat.every((entry) => isConstantEntry(entry)) && flat.some((entry) => !isZero(entry))) {
    const template: Address = { kind: 'global', name: f.unit.template(type, flat, place), offset: 0, place };
    copyBytes(f, at, template, size, place);
    f.frame.release(mark);
    return;
  }
  const base: Address = at.kind === 'register' ? at : { kind: 'register', register: operand(f, at).base, offset: 0 };
  if (!covers(flat, size)) clearBytes(f, base, size, place);
  for (const entry of flat) {
    if (isZero(entry) && !covers(flat, size) && !overlaps(flat, entry)) continue;
    initialiseEntry(f, plus(base, entry.offset), entry, place);
  }
  f.frame.release(mark);
  f.frame.releaseMemory(bytes);
}

function initialiseEntry(f: Fn, at: Address, entry: FlatInit, place: Span): void {
  const mark = f.frame.top;
  const { expr, type } = entry;
  if (expr.kind === 'string' && type.kind === 'array') initialiseString(f, at, expr, sizeOf(type), place);
  else if (type.kind === 'record') {
    if (expr.kind === 'call') recordCallInto(f, at, expr, place);
    else copyBytes(f, at, addressOf(f, expr), sizeOf(type), place);
  } else {
    const from = soft(f, expr, undefined);
    const to = operand(f, at);
    if (entry.bits) storeBits(f, to, type, entry.bits, from);
    else store(f, to, type, from);
  }
  f.frame.release(mark);
}

/** The variable is new: nobody else can see the place, so the callee may write to it directly. */
function recordCallInto(f: Fn, at: Address, e: Extract<Expr, { kind: 'call' }>, place: Span): void {
  if (at.kind === 'register' && at.register < f.tempBase && at.offset === 0) recordCall(f, e, at);
  else {
    const from = recordCall(f, e, undefined);
    copyBytes(f, at, from, sizeOf(e.type!), place);
  }
}

function initialiseString(f: Fn, at: Address, e: Extract<Expr, { kind: 'string' }>, size: number, place: Span): void {
  const bytes = stringBytes(e, size);
  const used = Math.min(size, (e.units.length + 1) * e.unitSize);
  if (used > TEMPLATE_BYTES) {
    const first = f.temp();
    const second = f.temp();
    const third = f.temp();
    addressValue(f, at, first);
    addressValue(f, addressOf(f, e), second);
    f.constant(BigInt(used), true, third);
    callLibrary(f, 'memcpy', first, 3, place);
    clearBytes(f, plus(at, used), size - used, place);
    return;
  }
  const to = operand(f, at);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const t = f.temp();
  let offset = 0;
  while (offset < used) {
    const left = used - offset;
    const step = left >= 8 ? 8 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
    const bits =
      step === 8
        ? view.getBigUint64(offset, true)
        : BigInt(
            step === 4 ? view.getInt32(offset, true) : step === 2 ? view.getInt16(offset, true) : view.getInt8(offset),
          );
    f.constant(bits, step === 8, t);
    f.code.op(storeOp(step), t, to.base, 0, to.offset + offset);
    offset += step;
  }
  clearBytes(f, plus(at, used), size - used, place);
}

/** The literal's bytes with terminator, cut or filled to `size`. */
export function stringBytes(e: { units: number[]; unitSize: 1 | 2 | 4 }, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  for (let i = 0; i < e.units.length && (i + 1) * e.unitSize <= size; i++) {
    if (e.unitSize === 1) view.setUint8(i, e.units[i]);
    else if (e.unitSize === 2) view.setUint16(i * 2, e.units[i], true);
    else view.setUint32(i * 4, e.units[i], true);
  }
  return out;
}

function isConstantEntry(entry: FlatInit): boolean {
  if (entry.expr.kind === 'string' && entry.type.kind === 'array') return true;
  return isScalar(entry.type) && constantOf(entry.expr) !== undefined;
}

function isZero(entry: FlatInit): boolean {
  return isScalar(entry.type) && constantOf(entry.expr) === 0n;
}

function overlaps(flat: FlatInit[], entry: FlatInit): boolean {
  const end = entry.offset + sizeOf(entry.type);
  return flat.some((o) => o !== entry && o.offset < end && entry.offset < o.offset + sizeOf(o.type));
}

/** Every byte is written by some entry. */
function covers(flat: FlatInit[], size: number): boolean {
  let at = 0;
  for (const entry of [...flat].sort((x, y) => x.offset - y.offset)) {
    if (entry.bits || entry.offset > at) return false;
    at = Math.max(at, entry.offset + sizeOf(entry.type));
  }
  return at >= size;
}
