/**
 * Arrays of variable length and alloca: memory below the frame, taken by moving SP (ALLOCA). Each block that declares such arrays keeps, for each of them, the
 * SP from before it in a register of its own, which is 0 while the array does not exist. Whatever way control takes out of the block puts SP
 * back; coming back to a declaration by goto gives the old array up first. A loop thus does not grow the stack.
 */
import { Op } from '../vm/opcodes.ts';
import type { InitDeclarator, NodeBase, Stmt } from './ast.ts';
import { value } from './generate-expr.ts';
import type { Fn } from './generate-function.ts';
import { visitBlocks, walkStatements } from './walk.ts';

export interface DynamicBlock {
  node: NodeBase;
  /** stackMarks of the block. */
  marks: readonly number[];
  /** How many of its arrays the code has come to. */
  reached: number;
}

/** The declarators of arrays of variable length directly in a block, or in the first part of a `for`. */
export function variableArrays(s: Stmt): InitDeclarator[] {
  const of = (d: Stmt | undefined): InitDeclarator[] =>
    d?.kind === 'decl-stmt' && d.decl.kind === 'declaration' ? d.decl.declarators.filter((one) => one.vlaBytes) : [];
  if (s.kind === 'for') return s.init?.kind === 'declaration' ? s.init.declarators.filter((one) => one.vlaBytes) : [];
  if (s.kind !== 'block') return [];
  return s.body.flatMap((inner) => {
    let at: Stmt = inner;
    while (at.kind === 'label' || at.kind === 'case') at = at.body;
    return of(at);
  });
}

/** Gives every block of the function its registers. */
export function reserveMarks(f: Fn, body: Stmt): void {
  walkStatements(body, (s) => {
    const count = variableArrays(s).length;
    if (count > 0)
      f.stackMarks.set(
        s,
        Array.from({ length: count }, () => f.frame.register()),
      );
    visitBlocks(s, (block) => reserveMarks(f, block));
  });
}

export function openDynamic(f: Fn, node: NodeBase): boolean {
  const marks = f.root.stackMarks.get(node);
  if (!marks) return false;
  if (f.isFunclet) refuse(f, node);
  f.dynamic.push({ node, marks, reached: 0 });
  return true;
}

export function closeDynamic(f: Fn): void {
  if (f.code.reachable) giveUp(f, f.dynamic.length - 1);
  f.dynamic.pop();
}

/** Before a jump to where only `depth` of the blocks are open. */
export function leaveDynamic(f: Fn, depth: number): void {
  if (f.dynamic.length > depth) giveUp(f, depth);
}

function giveUp(f: Fn, depth: number): void {
  // Innermost first: the last that was there is the oldest, and wins.
  for (const { marks } of f.dynamic.slice(depth).reverse())
    for (const mark of [...marks].reverse()) {
      f.code.op(Op.SETSP, 0, mark);
      f.code.op(Op.LDI, mark, 0, 0, 0);
    }
}

/** After an exception, whose dispatcher leaves SP where it was in the body: gives up what was declared inside `body`. */
export function giveUpInside(f: Fn, body: Stmt): void {
  const marks: number[] = [];
  walkStatements(body, (s) => marks.push(...(f.root.stackMarks.get(s) ?? [])));
  for (const mark of marks.reverse()) {
    f.code.op(Op.SETSP, 0, mark);
    f.code.op(Op.LDI, mark, 0, 0, 0);
  }
}

/** The declaration of an array of variable length is reached. */
export function declareVariable(f: Fn, d: InitDeclarator): void {
  const block = f.dynamic.at(-1);
  const place = d.sym && f.frame.places.get(d.sym);
  if (!block || !d.vlaBytes || place?.kind !== 'indirect') return;
  const mark = block.marks[block.reached++];
  const top = f.frame.top;
  const bytes = value(f, d.vlaBytes);
  f.code.op(Op.SETSP, 0, mark);
  f.code.op(Op.GETSP, mark);
  for (const later of block.marks.slice(block.reached)) f.code.op(Op.LDI, later, 0, 0, 0);
  f.code.op(Op.ALLOCA, place.register, bytes);
  f.frame.release(top);
}

/** A __finally block or a filter has its frame directly at SP. */
export function refuse(f: Fn, node: NodeBase): void {
  f.unit.diags.error(
    'alloca-in-funclet',
    'memory of variable size cannot be taken in a __finally block or a filter',
    f.span(node),
  );
}
