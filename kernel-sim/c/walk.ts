/** Visits the parts of checked statements and expressions, in source order. Reads the tree only. */
import type { Block, Declaration, Expr, InitDeclarator, Stmt } from './ast.ts';

/** The expressions directly inside `e` that are evaluated with it. */
export function subExpressions(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'unary':
    case 'incdec':
      return [e.operand];
    case 'cast':
      return [e.operand];
    case 'binary':
    case 'logical':
    case 'comma':
    case 'assign':
      return [e.left, e.right];
    case 'conditional':
      return [e.condition, e.then, e.else];
    case 'call':
      return [e.callee, ...e.args];
    case 'member':
      return [e.object];
    case 'index':
      return [e.object, e.index];
    case 'compound-literal':
      return (e.flat ?? []).map((entry) => entry.expr);
    case 'va':
      return e.args;
    case 'overflow':
      return e.target ? [e.left, e.right, e.target] : [e.left, e.right];
    case 'short-conditional':
      return [e.condition, e.else];
    case 'stmt-expr': {
      const roots: Expr[] = [];
      walkRoots(e.body, (root) => roots.push(root));
      return roots;
    }
    default:
      return [];
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
  walkStatements(body, (s, loops) => {
    const inLoop = s.kind === 'while' || s.kind === 'do' ? loops + 1 : loops;
    if (s.kind !== 'for') {
      for (const root of rootsOf(s)) visit(root, inLoop);
      return;
    }
    if (s.init) for (const root of s.init.kind === 'declaration' ? declared(s.init) : [s.init]) visit(root, loops);
    if (s.condition) visit(s.condition, loops + 1);
    if (s.step) visit(s.step, loops + 1);
  });
}

/** The outermost expressions of one statement, without those of statements inside it. */
export function rootsOf(s: Stmt): Expr[] {
  switch (s.kind) {
    case 'expr-stmt':
      return [s.expr];
    case 'decl-stmt':
      return s.decl.kind === 'declaration' ? declared(s.decl) : [];
    case 'if':
    case 'while':
    case 'do':
      return [s.condition];
    case 'switch':
      return [s.value];
    case 'for': {
      const init = s.init ? (s.init.kind === 'declaration' ? declared(s.init) : [s.init]) : [];
      return [...init, ...(s.condition ? [s.condition] : []), ...(s.step ? [s.step] : [])];
    }
    case 'goto-computed':
      return [s.target];
    case 'return':
      return s.value ? [s.value] : [];
    case 'try-except':
      return [s.filter];
    default:
      return [];
  }
}

function declared(d: Declaration): Expr[] {
  return d.declarators.flatMap(initExpressions);
}

/** Expressions that run when a declaration is reached: lengths of arrays, initialisers of automatic variables. */
export function initExpressions(d: InitDeclarator): Expr[] {
  const lengths = [...(d.lengths ?? []), ...(d.vlaBytes ? [d.vlaBytes] : [])];
  return d.sym?.storage === 'auto' ? [...lengths, ...(d.flat ?? []).map((entry) => entry.expr)] : lengths;
}

/** The blocks of statement expressions that are evaluated with `e`, outermost ones only. */
export function blocksIn(e: Expr): Block[] {
  return e.kind === 'stmt-expr' ? [e.body] : subExpressions(e).flatMap(blocksIn);
}

export function walkExpressions(e: Expr, visit: (e: Expr) => void): void {
  visit(e);
  for (const inner of subExpressions(e)) walkExpressions(inner, visit);
}
