/**
 * Memory as the context's process sees it: bytes, words, pointers with what they name, text. What cannot be read is shown as `??`, item by item.
 */
import { virtAddrOf } from '../base/numbers.ts';
import type { DebugContext } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import { symbolText } from '../debugger/symbols.ts';
import { readAt } from '../debugger/values.ts';
import type { MemoryFormat, MemoryRow, MemoryView } from '../protocol/views-code.ts';
import { frozen, hex } from './look.ts';

interface Layout {
  readonly size: number;
  readonly perRow: number;
}

type TextFormat = 'ascii' | 'unicode';

const LAYOUTS: Record<Exclude<MemoryFormat, TextFormat>, Layout> = {
  bytes: { size: 1, perRow: 16 },
  words: { size: 2, perRow: 8 },
  dwords: { size: 4, perRow: 4 },
  qwords: { size: 8, perRow: 2 },
  pointers: { size: 8, perRow: 1 },
};
const MAX_ITEMS = 65_536;
const TEXT_PER_ROW = 48;
const BITS_64 = (1n << 64n) - 1n;

/** It ends at its zero, not after a count. */
export function isText(format: MemoryFormat): format is TextFormat {
  return format === 'ascii' || format === 'unicode';
}

/** Bytes of one item. */
export function itemSize(format: Exclude<MemoryFormat, TextFormat>): number {
  return LAYOUTS[format].size;
}

/** `count` items of the format from a 64-bit address on; text ends at its zero, or after `count` characters. */
export function memoryView(context: DebugContext, address: bigint, format: MemoryFormat, count: number): MemoryView {
  const items = Math.max(0, Math.min(Math.trunc(count), MAX_ITEMS));
  const from = BigInt.asUintN(64, address);
  if (isText(format)) return frozen(textRows(context, from, format, items));
  const { size, perRow } = LAYOUTS[format];
  const rows: MemoryRow[] = [];
  for (let done = 0; done < items; done += perRow) {
    const at = (from + BigInt(done * size)) & BITS_64;
    rows.push(numbersRow(context, at, format, Math.min(perRow, items - done), size));
  }
  return frozen({ format, address: hex(from), rows, next: hex((from + BigInt(items * size)) & BITS_64) });
}

function numbersRow(context: DebugContext, at: bigint, format: MemoryFormat, count: number, size: number): MemoryRow {
  const bytes = Array.from({ length: count * size }, (_, i) => byteAt(context, (at + BigInt(i)) & BITS_64));
  const items: string[] = [];
  for (let i = 0; i < count; i++) {
    const own = bytes.slice(i * size, (i + 1) * size);
    const digits = own.map((b) => (b === undefined ? '??' : b.toString(16).toUpperCase().padStart(2, '0')));
    items.push(digits.reverse().join(''));
  }
  const row = { address: hex(at), items };
  if (format !== 'pointers') return { ...row, ascii: bytes.map(character).join(''), symbol: '' };
  const va = /^[0-9A-F]+$/.test(items[0]) ? virtAddrOf(BigInt(`0x${items[0]}`)) : undefined;
  return { ...row, ascii: '', symbol: va === undefined || va === 0 ? '' : symbolText(context, va) };
}

function character(byte: number | undefined): string {
  if (byte === undefined) return '?';
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.';
}

function byteAt(context: DebugContext, at: bigint): number | undefined {
  return unit(() => readAt(at, (va) => context.view.u8(va)));
}

function unit(read: () => number): number | undefined {
  try {
    return read();
  } catch (e) {
    if (e instanceof DebugError) return undefined;
    throw e;
  }
}

function textRows(context: DebugContext, from: bigint, format: 'ascii' | 'unicode', count: number): MemoryView {
  const size = format === 'unicode' ? 2n : 1n;
  const rows: MemoryRow[] = [];
  let at = from;
  let text = '';
  let start = from;
  const flush = () => {
    rows.push({ address: hex(start), items: [text], ascii: '', symbol: '' });
    text = '';
    start = at;
  };
  for (let i = 0; i < count; i++) {
    const here = at;
    const code = unit(() => readAt(here, (va) => (size === 2n ? context.view.u16(va) : context.view.u8(va))));
    if (code === 0) break;
    text += code === undefined ? '??' : printable(code);
    if (code === undefined) break;
    at = (at + size) & BITS_64;
    if (text.length >= TEXT_PER_ROW) flush();
  }
  if (text !== '' || rows.length === 0) flush();
  return { format, address: hex(from), rows, next: hex(at) };
}

function printable(code: number): string {
  return code < 32 || code === 127 || (code > 127 && code < 160) ? '.' : String.fromCharCode(code);
}
