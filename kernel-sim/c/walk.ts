/** Visits the parts of checked statements and expressions, in source order. Reads the tree only. */
import type { Declaration, Expr, InitDeclarator, Stmt } from './ast.ts';

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
    switch (s.kind) {
      case 'expr-stmt':
        visit(s.expr, loops);
        break;
      case 'decl-stmt':
        if (s.decl.kind === 'declaration') declared(s.decl, visit, loops);
        break;
      case 'if':
      case 'switch':
        visit(s.kind === 'if' ? s.condition : s.value, loops);
        break;
      case 'while':
      case 'do':
        visit(s.condition, loops + 1);
        break;
      case 'for':
        if (s.init) s.init.kind === 'declaration' ? declared(s.init, visit, loops) : visit(s.init, loops);
        if (s.condition) visit(s.condition, loops + 1);
        if (s.step) visit(s.step, loops + 1);
        break;
      case 'return':
        if (s.value) visit(s.value, loops);
        break;
      case 'try-except':
        visit(s.filter, loops);
        break;
    }
  });
}

function declared(d: Declaration, visit: (e: Expr, loops: number) => void, loops: number): void {
  for (const one of d.declarators) for (const e of initExpressions(one)) visit(e, loops);
}

/** Expressions that run when an automatic variable is initialised. */
export function initExpressions(d: InitDeclarator): Expr[] {
  return d.sym?.storage === 'auto' ? (d.flat ?? []).map((entry) => entry.expr) : [];
}

export function walkExpressions(e: Expr, visit: (e: Expr) => void): void {
  visit(e);
  for (const inner of subExpressions(e)) walkExpressions(inner, visit);
}
