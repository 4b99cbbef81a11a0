/** Expressions in commands: evaluated in the chosen frame, with mistakes pointed at in the command. */
import { hex64, virtAddrOf } from '../base/numbers.ts';
import type { DebugContext } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import { evaluate, evaluateCondition, evaluateNumber } from '../debugger/expression.ts';
import { findLocal } from '../debugger/locals.ts';
import { type DebugSymbol, findSymbols, isLearners, matchSymbols } from '../debugger/symbols.ts';
import { sizeOf } from '../debugger/types.ts';
import { decayed, type TypedValue } from '../debugger/values.ts';
import type { Address } from '../protocol/time.ts';
import { contextIn } from './context.ts';
import type { CommandHost } from './host.ts';
import { CommandError, type Piece } from './input.ts';

const SPACE_END = 1n << 64n;
/** 16 digits without 0x, or with WinDbg's backtick in the middle: what people copy from other output. */
const BARE_ADDRESS = /^(?:0x)?([0-9a-f]{8})`([0-9a-f]{8})$|^([0-9a-f]{16})$/i;
const ROUTINE_OFFSET = /^((?:\w+!)?[A-Za-z_]\w*)\s*\+\s*(0x[0-9a-f]+|\d+)$/i;

export function evaluateIn(host: CommandHost, piece: Piece): TypedValue {
  return pointing(piece, () => evaluate(textIn(piece), contextIn(host)));
}

function textIn({ text }: Piece): string {
  const [, high = '', low = '', digits = high + low] = BARE_ADDRESS.exec(text) ?? [];
  return digits === '' ? text : `0x${digits}`;
}

/** Does something with a piece of the line; where a DebugError names a part of the piece, that part of the line is meant. */
export function pointing<T>(piece: Piece, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof DebugError) || error instanceof CommandError) throw error;
    const { start, end } = error.span ?? { start: 0, end: piece.text.length };
    throw new CommandError(error.message, { start: piece.start + start, end: Math.min(piece.start + end, piece.end) });
  }
}

/** A number or an address; arrays and functions are their addresses, and `thermo!Control+0x30` is what it is wherever it is printed. */
export function numberIn(host: CommandHost, piece: Piece): bigint {
  const context = contextIn(host);
  const code = codeAddress(context, piece.text);
  return BigInt.asUintN(64, code ?? pointing(piece, () => evaluateNumber(textIn(piece), context)));
}

/** A place in a routine in bytes, which C has no way to write. */
function codeAddress(context: DebugContext, text: string): bigint | undefined {
  const [, name = '', offset = ''] = ROUTINE_OFFSET.exec(text.trim()) ?? [];
  if (name === '' || findLocal(context, name)) return undefined;
  const [symbol] = findSymbols(context, name);
  if (symbol?.kind !== 'function' || symbol.address === undefined) return undefined;
  return BigInt(symbol.address) + BigInt(offset);
}

/** Bytes of what an expression for an address leads to; 0 if its type does not tell. */
export function pointeeSize(host: CommandHost, piece: Piece): number {
  const { type } = decayed(evaluateIn(host, piece));
  return type.kind === 'pointer' ? sizeOf(type.to) : 0;
}

export function addressOf(host: CommandHost, piece: Piece): Address {
  return addressText(numberIn(host, piece));
}

/** The same where whatever is wrong is wrong with the whole piece. */
export function blaming<T>(piece: Piece, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof DebugError) || error instanceof CommandError) throw error;
    throw new CommandError(error.message, piece);
  }
}

/** What names a process or thread: its id, or the address of its structure, which is too large for one. */
export function referenceIn(host: CommandHost, piece: Piece): Address | number {
  const number = numberIn(host, piece);
  return number < 0x1_0000_0000n ? Number(number) : addressText(number);
}

export function addressText(bits: bigint | number): Address {
  return `0x${hex64(bits)}`;
}

/** Not 0. */
/** Refuses what cannot be memory: an address that no processor accepts, or a stretch that goes beyond the last one. */
export function needAddresses(from: bigint, bytes: number, piece: Piece): void {
  const at = addressText(from);
  if (virtAddrOf(from) === undefined) {
    throw new CommandError(`${at} is no canonical address: its upper 17 bits must all be equal`, piece);
  }
  const left = SPACE_END - BigInt.asUintN(64, from);
  if (BigInt(bytes) <= left) return;
  throw new CommandError(
    `the address space ends ${left} ${left === 1n ? 'byte' : 'bytes'} behind ${at}: ${bytes} bytes are more than that`,
    piece,
  );
}

export function isTrue(host: CommandHost, piece: Piece): boolean {
  return pointing(piece, () => evaluateCondition(textIn(piece), contextIn(host)));
}

/** Functions whose names match; without a module only those of the learner's images. */
export function routinesMatching(host: CommandHost, pattern: string): readonly string[] {
  const functions = matchSymbols(contextIn(host), pattern).filter(({ kind }) => kind === 'function');
  const wanted = (symbol: DebugSymbol) => pattern.includes('!') || isLearners(symbol.image);
  return [...new Set(functions.filter(wanted).map(({ module, name }) => `${module}!${name}`))];
}
