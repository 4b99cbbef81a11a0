/** Visits the parts of checked statements and expressions, in source order. Reads the tree only. */
import type { Block, Declaration, Expr, InitDeclarator, Stmt } from './ast.ts';

/** Calls `visit` for the expressions directly inside `e` that are evaluated with it. Runs for every node of a unit several times: makes no lists. */
export function visitParts(e: Expr, visit: (part: Expr) => void): void {
  switch (e.kind) {
    case 'unary':
    case 'incdec':
    case 'cast':
      visit(e.operand);
      break;
    case 'binary':
    case 'logical':
    case 'comma':
    case 'assign':
      visit(e.left);
      visit(e.right);
      break;
    case 'conditional':
      visit(e.condition);
      visit(e.then);
      visit(e.else);
      break;
    case 'call':
      visit(e.callee);
      for (const arg of e.args) visit(arg);
      break;
    case 'member':
      visit(e.object);
      break;
    case 'index':
      visit(e.object);
      visit(e.index);
      break;
    case 'compound-literal':
      for (const entry of e.flat ?? []) visit(entry.expr);
      break;
    case 'va':
      for (const arg of e.args) visit(arg);
      break;
    case 'overflow':
      visit(e.left);
      visit(e.right);
      if (e.target) visit(e.target);
      break;
    case 'short-conditional':
      visit(e.condition);
      visit(e.else);
      break;
    case 'stmt-expr':
      walkRoots(e.body, visit);
      break;
  }
}

/** Calls `visit` for every statement below and including `s`, with the number of loops around it. */
export function walkStatements(s: Stmt, visit: (s: Stmt, loops: number) => void, loops = 0): void {
  visit(s, loops);
  switch (s.kind) {
    case 'block':
      for (const inner of s.body) walkStatements(inner, visit, loops);
      break;
    case 'if':
      walkStatements(s.then, visit, loops);
      if (s.else) walkStatements(s.else, visit, loops);
      break;
    case 'while':
    case 'do':
    case 'for':
      walkStatements(s.body, visit, loops + 1);
      break;
    case 'switch':
    case 'case':
    case 'label':
      walkStatements(s.body, visit, loops);
      break;
    case 'try-except':
    case 'try-finally':
      walkStatements(s.body, visit, loops);
      walkStatements(s.handler, visit, loops);
      break;
  }
}

/** Every outermost expression of a body, with the number of loops around its evaluation. */
export function walkRoots(body: Stmt, visit: (e: Expr, loops: number) => void): void {
  walkStatements(body, (s, loops) => visitRoots(s, visit, loops));
}

/** Calls `visit` for the outermost expressions of one statement, without those of statements inside it, with the loops around their evaluation. */
export function visitRoots(s: Stmt, visit: (e: Expr, loops: number) => void, loops = 0): void {
  switch (s.kind) {
    case 'expr-stmt':
      visit(s.expr, loops);
      break;
    case 'decl-stmt':
      if (s.decl.kind === 'declaration') visitDeclared(s.decl, visit, loops);
      break;
    case 'if':
      visit(s.condition, loops);
      break;
    case 'while':
    case 'do':
      visit(s.condition, loops + 1);
      break;
    case 'switch':
      visit(s.value, loops);
      break;
    case 'for':
      if (s.init?.kind === 'declaration') visitDeclared(s.init, visit, loops);
      else if (s.init) visit(s.init, loops);
      if (s.condition) visit(s.condition, loops + 1);
      if (s.step) visit(s.step, loops + 1);
      break;
    case 'goto-computed':
      visit(s.target, loops);
      break;
    case 'return':
      if (s.value) visit(s.value, loops);
      break;
    case 'try-except':
      visit(s.filter, loops);
      break;
  }
}

function visitDeclared(d: Declaration, visit: (e: Expr, loops: number) => void, loops: number): void {
  for (const one of d.declarators) for (const e of initExpressions(one)) visit(e, loops);
}

const NONE: readonly Expr[] = [];

/** Expressions that run when a declaration is reached: lengths of arrays, initialisers of automatic variables. */
export function initExpressions(d: InitDeclarator): readonly Expr[] {
  const flat = d.sym?.storage === 'auto' ? d.flat : undefined;
  if (!flat && !d.lengths && !d.vlaBytes) return NONE;
  const lengths = [...(d.lengths ?? []), ...(d.vlaBytes ? [d.vlaBytes] : [])];
  return flat ? [...lengths, ...flat.map((entry) => entry.expr)] : lengths;
}

/** Calls `visit` for the blocks of statement expressions that are evaluated with `s` itself, outermost ones only. */
export function visitBlocks(s: Stmt, visit: (block: Block) => void): void {
  const inside = (e: Expr): void => {
    if (e.kind === 'stmt-expr') visit(e.body);
    else visitParts(e, inside);
  };
  visitRoots(s, inside);
}

export function walkExpressions(e: Expr, visit: (e: Expr) => void): void {
  const each = (one: Expr): void => {
    visit(one);
    visitParts(one, each);
  };
  each(e);
}
