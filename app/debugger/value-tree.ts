/**
 * Values as a tree that opens: variables and what is inside of them, as the flat rows that a screen shows. Each row knows the C expression that names it,
 * by which what is deeper is asked for, and whether it holds something else than at the stop before. Pure.
 */
import type { ValueView, VariableView } from '../../kernel-sim/protocol/views-code';
import { type Piece, valuePieces } from './subjects';

/** What is inside a row that was opened, by the row's expression; asked for when it is opened. */
export type Insides = (expression: string) => ValueView | undefined;

export interface ValueRow {
  /** Path of names, unique in the tree. */
  readonly id: string;
  /** 1 for a variable. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly pieces: readonly Piece[];
  readonly address: string | undefined;
  /** Names it in the scope of the frame; undefined: nothing does (another variable hides it). */
  readonly expression: string | undefined;
  /** `parameter, r1`; '' for members. */
  readonly home: string;
  readonly isExpandable: boolean;
  readonly isOpen: boolean;
  readonly isChanged: boolean;
  /** What it held before, if that was something else. */
  readonly was: string | undefined;
  /** It is open, and what is inside has not come yet. */
  readonly isLoading: boolean;
  /** More is inside than is shown. */
  readonly hasMore: boolean;
}

export interface TreeInput {
  readonly roots: readonly (ValueView | VariableView)[];
  /** The same variables at the stop before; undefined: they cannot be compared. */
  readonly before: readonly (ValueView | VariableView)[] | undefined;
  readonly open: ReadonlySet<string>;
  readonly insides: Insides;
  readonly insidesBefore: Insides;
}

/** Every row that is to be seen, from the top down. */
export function rowsOf({ roots, before, open, insides, insidesBefore }: TreeInput): readonly ValueRow[] {
  const rows: ValueRow[] = [];
  const ids = new Set<string>();

  const add = (node: Node, old: ValueView | undefined, position: number, siblings: number): void => {
    const { value: view, id, level, expression } = node;
    const isExpandable = view.expandable && (expression !== undefined || view.children.length > 0);
    const isOpen = isExpandable && open.has(id);
    const inside = isOpen ? best(view, expression, insides) : undefined;
    const isChanged = old !== undefined && old.value !== view.value;
    rows.push({
      ...{ id, level, position, siblings, expression, isExpandable, isOpen, isChanged },
      ...{ name: view.name === '' ? '(unnamed)' : view.name, type: view.type, value: view.value },
      ...{ pieces: valuePieces(view.value, view.type, view.name), address: view.address, home: homeOf(view) },
      was: isChanged ? old.value : undefined,
      isLoading: isOpen && inside === undefined,
      hasMore: inside?.more ?? false,
    });
    if (!inside) return;
    // What another pointer leads to is another thing: it has not changed.
    const isSame = old !== undefined && (!isPointer(view.type) || old.value === view.value);
    const oldInside = isSame ? best(old, expression, insidesBefore) : undefined;
    const oldMembers = oldInside ? membersOf(oldInside) : [];
    const members = membersOf(inside);
    members.forEach((child, i) => {
      const oldChild = oldMembers[i]?.name === child.name ? oldMembers[i] : undefined;
      const inner: Node = {
        value: child,
        id: `${id}/${child.name === '' ? `#${i}` : child.name}`,
        level: level + 1,
        expression: expression === undefined ? undefined : memberOf(expression, view, child.name),
      };
      add(inner, oldChild, i + 1, members.length);
    });
  };

  roots.forEach((value, i) => {
    const isHidden = 'shadowed' in value && value.shadowed;
    let id = value.name;
    while (ids.has(id)) id += "'";
    ids.add(id);
    const old = isHidden ? undefined : before?.find((one) => isNamed(one, value));
    add({ value, id, level: 1, expression: isHidden ? undefined : operand(value.name) }, old, i + 1, roots.length);
  });
  return rows;
}

interface Node {
  readonly value: ValueView;
  readonly id: string;
  readonly level: number;
  readonly expression: string | undefined;
}

/** A watched expression as what a member can be taken of. */
function operand(expression: string): string {
  return /^[A-Za-z_]\w*$/.test(expression) ? expression : `(${expression})`;
}

function isNamed(one: ValueView | VariableView, { name, type }: ValueView): boolean {
  return one.name === name && one.type === type && !('shadowed' in one && one.shadowed);
}

/** What was asked for is at least as deep as what came by itself. */
function best(value: ValueView, expression: string | undefined, insides: Insides): ValueView | undefined {
  return (expression === undefined ? undefined : insides(expression)) ?? full(value);
}

/** What of open rows has to be asked for. Unnamed records have no expression of their own: what is in them comes with the row around them. */
export function wantedInsides(
  rows: readonly ValueRow[],
  roots: readonly ValueView[],
  insides: Insides,
): readonly { readonly expression: string; readonly depth: number }[] {
  return rows.flatMap(({ isOpen, expression, level }) => {
    if (!isOpen || expression === undefined) return [];
    const known =
      insides(expression) ?? (level === 1 ? roots.find(({ name }) => operand(name) === expression) : undefined);
    if (known && hasUnnamed(known)) return [{ expression, depth: DEEP }];
    return level === 1 && known && full(known) ? [] : [{ expression, depth: 1 }];
  });
}

/** Unnamed records lie inside of each other not deeper than this. */
const DEEP = 3;

function hasUnnamed({ children }: ValueView): boolean {
  return children.some(({ name }) => name === '');
}

/** As in C, members of unnamed records are members of the record around them. */
function membersOf({ children }: ValueView): readonly ValueView[] {
  return children.flatMap((child) => (child.name === '' && child.children.length > 0 ? membersOf(child) : [child]));
}

/** A value that came with what is inside of it. */
function full(value: ValueView): ValueView | undefined {
  return value.children.length > 0 ? value : undefined;
}

/** The C expression for what is inside: `Irp->IoStatus`, `list[2]`, `(*count)`. */
function memberOf(parent: string, { type }: ValueView, name: string): string | undefined {
  if (name === '') return undefined;
  if (name.startsWith('[')) return `${parent}${name}`;
  if (name === '*') return `(*${parent})`;
  return `${parent}${isPointer(type) ? '->' : '.'}${name}`;
}

function isPointer(type: string): boolean {
  return type.endsWith('*');
}

function homeOf(value: ValueView | VariableView): string {
  if (!('home' in value)) return '';
  return value.kind === 'static' ? 'static' : `${value.kind}, ${value.home}`;
}
