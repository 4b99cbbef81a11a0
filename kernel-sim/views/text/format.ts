/**
 * Lines and columns of plain text, for the text twins of views. Lines have no trailing blanks.
 */
import type { Code, Flags, List, Named, Read } from '../../protocol/views.ts';
import { isProblem } from '../look.ts';

/** What stands in for the parts of a line that cannot be read. */
export function readable<T>(value: Read<T>, text: (value: T) => string): string {
  return isProblem(value) ? `<${value.problem}>` : text(value);
}

/** `label  value`, values in one column. Rows without a value are left out. */
export function fields(rows: readonly (readonly [label: string, value: string | undefined])[], width = 18): string[] {
  return rows
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label.padEnd(width)} ${value}`.trimEnd());
}

/** Cells in columns as wide as their widest one; numbers may be right-aligned by `right`. */
export function grid(header: readonly string[], rows: readonly (readonly string[])[], right: string = ''): string[] {
  const all = header.length > 0 ? [header, ...rows] : rows;
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const isRight = (column: number) => header[column] !== undefined && right.split(' ').includes(header[column]);
  return all.map((row) =>
    row
      .map((cell, column) => (isRight(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

export function indent(lines: readonly string[], by = 2): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

/** The lines of a list's entries, with what cut it short. */
export function listLines<T>(list: List<T>, lines: (entries: readonly T[]) => string[], none = 'none'): string[] {
  const body = list.entries.length === 0 ? (list.cut === '' ? [none] : []) : lines(list.entries);
  return list.cut === '' ? body : [...body, `(${list.cut})`];
}

export function flagsText({ value, names }: Flags): string {
  const digits = `0x${value.toString(16).toUpperCase()}`;
  return names.length === 0 ? digits : `${digits}  ${names.join(' | ')}`;
}

/** `STATUS_PENDING (0x103)`. */
export function codeText({ value, name }: Code): string {
  const digits = `0x${value.toString(16).toUpperCase()}`;
  return /^[A-Za-z]/.test(name) ? `${name} (${digits})` : digits;
}

/** `0x...  thermo!Control (driver.c:41)`. */
export function namedText(named: Named | null): string {
  if (named === null) return 'none';
  return named.name === '' ? named.address : `${named.address}  ${named.name}`;
}

/** The name alone if there is one. */
export function nameText(named: Named): string {
  return named.name === '' ? named.address : named.name;
}

export function hexNumber(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}

export function milliseconds(ns: number): string {
  return `${(ns / 1e6).toFixed(3)} ms`;
}

export function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

export function isNull(address: string): boolean {
  return /^0x0*$/.test(address);
}

/** An address, or undefined (a row that is left out) if it is NULL. */
export function unlessNull(address: string): string | undefined {
  return isNull(address) ? undefined : address;
}

/** `4 bytes`, `1 byte`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
