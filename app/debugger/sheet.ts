/**
 * A record of the machine as named rows, the one form in which the inspector shows things, marks what changed and lays two instants side by side. Pure; the
 * sheets of single kinds are made in sheets-*.ts.
 */
import type { Code, Flags, List, Named, Read } from '../../kernel-sim/protocol/views';
import type { DeviceName, FileName } from '../../kernel-sim/protocol/views-io';
import type { ProcessName, ThreadName } from '../../kernel-sim/protocol/views-threads';
import type { Subject } from '../store/selection';
import { isNull, shortAddress } from '../words/addresses';
import { hex } from '../words/numbers';
import type { Piece } from './subjects';

export type SheetPiece = Piece | { readonly status: Code };
export type Value = readonly SheetPiece[];

export interface SheetRow {
  /** Names the row within its section, over instants. */
  readonly key: string;
  readonly name: string;
  readonly value: Value;
}

export interface SheetSection {
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

export interface Sheet {
  /** In one sentence: what it is, or what is wrong with it. '' if there is nothing to say. */
  readonly about: string;
  readonly tone: 'plain' | 'warn' | 'fault';
  readonly sections: readonly SheetSection[];
}

// ------------------------------------------------------------------ making rows

export function row(name: string, ...value: readonly SheetPiece[]): SheetRow {
  return { key: name, name, value };
}

/** Of a list: rows that keep their identity wherever in it they stand. */
export function keyed(key: string, name: string, ...value: readonly SheetPiece[]): SheetRow {
  return { key, name, value };
}

export function section(title: string, ...rows: readonly (SheetRow | readonly SheetRow[] | undefined)[]): SheetSection {
  return { title, rows: rows.flat().filter((one) => one !== undefined) };
}

export function sheet(about: string, tone: Sheet['tone'], ...sections: readonly SheetSection[]): Sheet {
  return { about, tone, sections: sections.filter(({ rows }) => rows.length > 0) };
}

export function to(subject: Subject, text: string): SheetPiece {
  return { text, subject };
}

export function pointer(address: string, name = ''): SheetPiece {
  return isNull(address) ? 'NULL' : to({ kind: 'address', address }, name || shortAddress(address));
}

export function routine(named: Named | null): SheetPiece {
  return named ? pointer(named.address, named.name) : 'none';
}

type ByAddress = Extract<Subject, { readonly address: string }>['kind'];

export function object(kind: ByAddress, address: string, name = ''): SheetPiece {
  return isNull(address) ? 'none' : to({ kind, address }, name || shortAddress(address));
}

export function device(name: Read<DeviceName> | null): SheetPiece {
  if (!name) return 'none';
  if ('problem' in name) return `<${name.problem}>`;
  return object('device', name.address, name.name || `${shortAddress(name.address)} of ${name.driver}`);
}

export function file(name: Read<FileName> | null): SheetPiece {
  if (!name) return 'none';
  return 'problem' in name ? `<${name.problem}>` : object('file', name.address, name.name);
}

export function thread(name: Read<ThreadName> | null): SheetPiece {
  if (!name) return 'none';
  if ('problem' in name) return `<${name.problem}>`;
  return to({ kind: 'thread', thread: name.address }, `thread ${name.tid} of ${name.image || 'no process'}`);
}

export function process(name: Read<ProcessName> | null): SheetPiece {
  if (!name) return 'none';
  if ('problem' in name) return `<${name.problem}>`;
  return to({ kind: 'process', process: name.address }, `${name.image}, process ${name.pid}`);
}

export function flags({ value, names }: Flags): SheetPiece {
  return value === 0 ? 'none' : names.join(' | ');
}

export function code({ value, name }: Code): SheetPiece {
  const digits = value < 10 ? String(value) : hex(value >>> 0);
  return name === digits || name === String(value) ? digits : `${name} (${digits})`;
}

export function status(value: Code): SheetPiece {
  return { status: value };
}

export function yesNo(value: boolean): SheetPiece {
  return value ? 'yes' : 'no';
}

/** Nanoseconds as milliseconds. */
export function milliseconds(ns: number): string {
  return `${(ns / 1e6).toFixed(3)} ms`;
}

/** A row for each entry; what cannot be read, and a list that was cut short, says so. */
export function listRows<T extends object>(
  { entries, cut }: List<Read<T>>,
  rowOf: (entry: T, index: number) => SheetRow,
): readonly SheetRow[] {
  const rows = entries.map((entry, i) =>
    isProblem(entry) ? keyed(`problem ${i}`, `${i + 1}`, `<${entry.problem}>`) : rowOf(entry, i),
  );
  return cut === '' ? rows : [...rows, keyed('cut', 'The list ends early', cut)];
}

function isProblem(entry: object): entry is { readonly problem: string } {
  return 'problem' in entry && Object.keys(entry).length === 1;
}

// ------------------------------------------------------------------ comparing

export function textOf(value: Value): string {
  return value
    .map((piece) => (typeof piece === 'string' ? piece : 'status' in piece ? piece.status.name : piece.text))
    .join('');
}

/** What a value says and leads to: two that differ in neither are equal. */
function contents(value: Value): string {
  return JSON.stringify(value);
}

function idOf({ title }: SheetSection, { key }: SheetRow): string {
  return `${title}/${key}`;
}

/** Ids (`section/row`) of the rows that another sheet has with another value; rows that it has not are none. */
export function changedRows(now: Sheet, before: Sheet | undefined): ReadonlySet<string> {
  if (!before) return new Set();
  const old = new Map(rowsWithIds(before).map(({ id, row: one }) => [id, contents(one.value)]));
  return new Set(
    rowsWithIds(now).flatMap(({ id, row: one }) => {
      const was = old.get(id);
      return was === undefined || was === contents(one.value) ? [] : [id];
    }),
  );
}

export function rowsWithIds(
  of: Sheet,
): readonly { readonly id: string; readonly title: string; readonly row: SheetRow }[] {
  return of.sections.flatMap((one) =>
    one.rows.map((inner) => ({ id: idOf(one, inner), title: one.title, row: inner })),
  );
}

export interface ComparedRow {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  /** Undefined: there was no such row. */
  readonly left: Value | undefined;
  readonly right: Value | undefined;
  readonly isChanged: boolean;
}

/** Both sheets row by row, in the order of the right one; what only the left one has comes after its section. */
export function compared(left: Sheet | undefined, right: Sheet | undefined): readonly ComparedRow[] {
  const lefts = left ? rowsWithIds(left) : [];
  const rights = right ? rowsWithIds(right) : [];
  const byId = new Map(lefts.map((one) => [one.id, one.row]));
  const known = new Set(rights.map(({ id }) => id));
  const gone = lefts.filter(({ id }) => !known.has(id));
  const titles = [...new Set([...rights, ...lefts].map(({ title }) => title))];
  return titles.flatMap((title) => [
    ...rights.filter((one) => one.title === title).map(({ id, row: one }) => pair(id, title, byId.get(id), one)),
    ...gone.filter((one) => one.title === title).map(({ id, row: one }) => pair(id, title, one, undefined)),
  ]);
}

function pair(id: string, title: string, left: SheetRow | undefined, right: SheetRow | undefined): ComparedRow {
  const isChanged = !left || !right || contents(left.value) !== contents(right.value);
  return { id, title, name: (right ?? left)?.name ?? '', left: left?.value, right: right?.value, isChanged };
}
