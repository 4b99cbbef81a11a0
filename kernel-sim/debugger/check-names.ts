/**
 * Whether the names of an expression mean anything at a place in code, before anything runs there: what a condition is told when it is set. Only
 * names are looked up; that their memory can be read, and that a program is loaded, shows when the machine is there.
 */
import type { Image } from '../c/image.ts';
import type { StackFrame } from '../kernel/stack.ts';
import { placeIn } from '../kernel/symbols.ts';
import type { DebugContext } from './context.ts';
import { DebugError } from './error.ts';
import type { Expression } from './expression.ts';
import type { Tree } from './expression-tree.ts';
import { knowsLocal } from './locals.ts';
import { macroNames } from './macros.ts';
import { constantNamed, unknownName } from './names.ts';
import { isRegister } from './registers.ts';
import { findSymbols } from './symbols.ts';
import { findType } from './type-names.ts';

/** Throws DebugError for the first name that means nothing in code of this image at this RVA. */
export function checkNames({ parsed }: Expression, context: DebugContext, image: Image, rva: number): void {
  const place = placeIn(image, 0, rva, false);
  const frame: StackFrame = { ip: rva, fp: 0, sp: 0, exact: true, user: false, place, text: '', trap: undefined };
  const there = Object.create(context, { frames: { value: [frame] }, frame: { value: 0 } }) as DebugContext;
  for (const { name, span } of namesIn(parsed.tree)) {
    if (isKnown(there, image, rva, name)) continue;
    const isElsewhere = place.fn !== undefined && knowsLocal(image, place.fn, undefined, name);
    const error = isElsewhere
      ? new DebugError(`'${name}' is not in scope there: it is declared further down, or in an inner block`)
      : unknownName(there, name);
    throw error.at(span);
  }
}

function isKnown(context: DebugContext, image: Image, rva: number, name: string): boolean {
  const { fn } = placeIn(image, 0, rva, false);
  return (
    (fn !== undefined && knowsLocal(image, fn, rva, name)) ||
    findSymbols(context, name, { image }).length > 0 ||
    constantNamed(context, name) !== undefined ||
    macroNames(context).includes(name) ||
    (name.startsWith('$') && isRegister(name.slice(1))) ||
    findType(context, name, image) !== undefined
  );
}

interface NameInText {
  readonly name: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** Every name that stands for a value. Arguments of macros and built-ins are theirs to read. */
function namesIn(tree: Tree): NameInText[] {
  if (tree.kind === 'name') return [{ name: tree.name, span: tree }];
  return Object.values(tree).flatMap((part: unknown) => (isTree(part) ? namesIn(part) : []));
}

function isTree(part: unknown): part is Tree {
  return typeof part === 'object' && part !== null && 'kind' in part && 'start' in part && !('stars' in part);
}
