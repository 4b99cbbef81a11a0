/**
 * The memory diagram as data: rows of bytes in a format, with what changed since the stop before; the fields of a type that stand in them, by offset, so
 * that bytes lead to fields and fields to bytes. Pure; the text twin says the same, a line each.
 */
import type { FieldView, MemoryView, TypeView } from '../../../kernel-sim/protocol/views-code';
import { shortAddress } from '../../words/addresses';
import { hex, plural } from '../../words/numbers';
import { distance, moved } from './target';

export type Format = 'bytes' | 'dwords' | 'qwords' | 'pointers';

export const SIZES: Readonly<Record<Format, number>> = { bytes: 1, dwords: 4, qwords: 8, pointers: 8 };

/** Offsets everywhere count from the first byte of the window that is shown. */
export interface Row {
  readonly address: string;
  readonly offset: number;
  readonly cells: readonly Cell[];
  /** A character a byte. */
  readonly ascii: readonly Character[];
  /** Pointers: what the value is the address of. */
  readonly symbol: string;
}

export interface Cell {
  readonly offset: number;
  readonly length: number;
  /** Digits, highest byte first; `??` where nothing can be read. */
  readonly text: string;
  readonly isReadable: boolean;
  readonly changed: boolean;
  /** Whether an even or an odd field of the type is there; undefined: none. */
  readonly band: 0 | 1 | undefined;
}

interface Character {
  readonly text: string;
  readonly changed: boolean;
}

type Bytes = readonly (number | undefined)[];

/** The bytes of a view in the format `bytes`; undefined: cannot be read. */
export function bytesOf(view: MemoryView | undefined): Bytes {
  return (
    view?.rows.flatMap(({ items }) => items.map((item) => (item === '??' ? undefined : Number.parseInt(item, 16)))) ??
    []
  );
}

interface RowOptions {
  readonly perRow: number;
  readonly format: Format;
  /** Of the view in the format `pointers`: its symbols, in order. */
  readonly symbols?: readonly string[];
  readonly fields?: readonly FieldSpan[];
}

export function rowsOf(view: MemoryView, before: MemoryView | undefined, options: RowOptions): readonly Row[] {
  const { perRow, format, symbols = [], fields = [] } = options;
  const size = SIZES[format];
  const bytes = bytesOf(view);
  const old = before && before.address === view.address ? bytesOf(before) : undefined;
  const bands = bandsOf(fields, bytes.length);
  const isChanged = (offset: number) => old !== undefined && old[offset] !== bytes[offset];
  const rows: Row[] = [];
  const step = format === 'pointers' ? size : perRow;
  for (let offset = 0; offset < bytes.length; offset += step) {
    const end = Math.min(offset + step, bytes.length);
    const cells: Cell[] = [];
    for (let at = offset; at < end; at += size) {
      const own = bytes.slice(at, Math.min(at + size, end));
      cells.push({
        offset: at,
        length: own.length,
        text: [...own].reverse().map(digitsOf).join(''),
        isReadable: own.every((byte) => byte !== undefined),
        changed: own.some((_, i) => isChanged(at + i)),
        band: bands[at],
      });
    }
    rows.push({
      address: moved(view.address, offset),
      offset,
      cells,
      ascii: bytes.slice(offset, end).map((byte, i) => ({ text: characterOf(byte), changed: isChanged(offset + i) })),
      symbol: format === 'pointers' ? (symbols[offset / size] ?? '') : '',
    });
  }
  return rows;
}

function digitsOf(byte: number | undefined): string {
  return byte === undefined ? '??' : byte.toString(16).toUpperCase().padStart(2, '0');
}

function characterOf(byte: number | undefined): string {
  if (byte === undefined) return '?';
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.';
}

/** Offset of the first byte that cannot be read. */
export function firstUnreadable(view: MemoryView | undefined): number | undefined {
  const found = bytesOf(view).indexOf(undefined);
  return found < 0 ? undefined : found;
}

// ------------------------------------------------------------------ fields

export interface FieldSpan {
  /** `IoStatus.Status`; also its key. */
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly depth: number;
  /** From the beginning of the record. */
  readonly at: number;
  /** In the window. */
  readonly offset: number;
  readonly length: number;
  readonly address: string;
  /** `bits 0 to 3`. */
  readonly bits: string;
  readonly isLeaf: boolean;
  readonly changed: boolean;
}

/** The fields of a record, each before those inside of it. */
export function fieldsOf(type: TypeView, before: TypeView | undefined, windowStart: string): readonly FieldSpan[] {
  const old = new Map<string, string | undefined>();
  if (before && before.name === type.name && before.address === type.address) {
    walk(before.fields, '', 0, (field, path) => old.set(path, field.value));
  }
  const spans: FieldSpan[] = [];
  walk(type.fields, '', 0, (field, path, depth) => {
    const { address, name, value = '', bits, children } = field;
    if (address === undefined || type.address === undefined) return;
    spans.push({
      ...{ path, name, type: field.type, value, depth, address },
      at: distance(type.address, address),
      offset: distance(windowStart, address),
      length: field.size,
      bits: bits ? bitsText(bits.shift, bits.width) : '',
      isLeaf: children.length === 0,
      changed: old.has(path) && old.get(path) !== field.value,
    });
  });
  return spans;
}

function walk(
  fields: readonly FieldView[],
  prefix: string,
  depth: number,
  visit: (field: FieldView, path: string, depth: number) => void,
): void {
  for (const field of fields) {
    const path = prefix === '' ? field.name : `${prefix}.${field.name}`;
    visit(field, path, depth);
    walk(field.children, path, depth + 1, visit);
  }
}

function bitsText(shift: number, width: number): string {
  return width === 1 ? `bit ${shift}` : `bits ${shift} to ${shift + width - 1}`;
}

/** For each byte whether an even or an odd outer field is there. Members of a union stand at one place: the first counts. */
function bandsOf(fields: readonly FieldSpan[], length: number): (0 | 1 | undefined)[] {
  const bands: (0 | 1 | undefined)[] = new Array(length).fill(undefined);
  let band: 0 | 1 = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { offset, length: size, depth } of fields) {
    if (depth > 0 || offset < end) continue;
    for (let at = Math.max(0, offset); at < Math.min(length, offset + size); at++) bands[at] = band;
    band = band === 0 ? 1 : 0;
    end = offset + size;
  }
  return bands;
}

export interface Span {
  readonly offset: number;
  readonly length: number;
  /** The field that is meant: members of a union have the same bytes. */
  readonly path?: string;
}

export function overlaps(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/** The innermost field at a byte: the smallest that has it, of several (a union) the first. */
export function fieldAt(fields: readonly FieldSpan[], offset: number): FieldSpan | undefined {
  let found: FieldSpan | undefined;
  for (const field of fields) {
    if (!overlaps(field, { offset, length: 1 })) continue;
    if (
      !found ||
      field.length < found.length ||
      (field.length === found.length &&
        field.depth > found.depth &&
        field.offset === found.offset &&
        field.path.startsWith(`${found.path}.`))
    )
      found = field;
  }
  return found;
}

// ------------------------------------------------------------------ the twin

interface Said {
  readonly label: string;
  readonly address: string;
  readonly belongs: string;
  readonly rows: readonly Row[];
  readonly format: Format;
  readonly type: string;
  readonly fields: readonly FieldSpan[];
  /** Why some bytes cannot be read; '' if all can. */
  readonly unreadable: string;
  readonly writes: readonly string[];
}

export function memoryText(said: Said): readonly string[] {
  const { label, address, belongs, rows, format, type, fields, unreadable, writes } = said;
  return [
    `${label} at ${shortAddress(address)}: ${belongs || 'nothing is known of this address'}.`,
    `${plural(rows.length, 'row')} of ${format}, lowest address first.`,
    ...rows.map(rowText),
    ...(unreadable ? [unreadable] : []),
    ...(fields.length > 0 ? [`Read as ${type}:`] : []),
    ...fields.map(
      ({ at, path, type: own, value, bits, changed }) =>
        `+${hex(at)} ${path}${bits ? `, ${bits}` : ''}, ${own}: ${value}${changed ? ', changed since the last stop' : ''}`,
    ),
    ...writes,
  ];
}

function rowText({ address, cells, ascii, symbol }: Row): string {
  const changed = cells.filter((cell) => cell.changed);
  const at = changed.map(({ offset }) => `+${hex(offset)}`);
  const text = ascii.map((one) => one.text).join('');
  return `${shortAddress(address)}: ${cells.map((cell) => cell.text).join(' ')}${symbol ? `, ${symbol}` : `, as text ${text}`}${at.length > 0 ? `; changed at ${at.join(', ')}` : ''}`;
}
