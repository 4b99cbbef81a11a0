/**
 * Whether control can reach the end of a statement: for functions that forget to return a value. Errs on the side of "it cannot", so that
 * nothing false is said. Pure over checked trees.
 */
import type { Expr, Stmt } from './ast.ts';

export function completes(s: Stmt): boolean {
  switch (s.kind) {
    case 'block': {
      let reachable = true;
      for (const inner of s.body) {
        if (!reachable && hasLabel(inner)) reachable = true;
        if (reachable) reachable = completes(inner);
      }
      return reachable;
    }
    case 'expr-stmt':
      return !neverReturns(s.expr);
    case 'if': {
      const test = s.condition.constant;
      if (test !== undefined && test !== 0n && !hasLabel(s)) return completes(s.then);
      if (test === 0n && s.else && !hasLabel(s)) return completes(s.else);
      return !s.else || completes(s.then) || completes(s.else);
    }
    case 'while':
      return !isTrue(s.condition) || breaks(s.body);
    case 'for':
      return (s.condition !== undefined && !isTrue(s.condition)) || breaks(s.body);
    case 'do':
      if (isTrue(s.condition)) return breaks(s.body);
      return completes(s.body) || breaks(s.body) || hasContinue(s.body);
    case 'switch':
      return !(s.cases ?? []).some((one) => !one.value) || breaks(s.body) || completes(s.body);
    case 'case':
    case 'label':
      return completes(s.body);
    case 'try-except':
      return completes(s.body) || leaves(s.body) || completes(s.handler);
    case 'try-finally':
      return (completes(s.body) || leaves(s.body)) && completes(s.handler);
    case 'goto':
    case 'goto-computed':
    case 'break':
    case 'continue':
    case 'return':
    case 'leave':
    case 'error-stmt':
      return false;
    default:
      return true;
  }
}

function isTrue(e: Expr): boolean {
  return e.constant !== undefined && e.constant !== 0n;
}

/** Evaluating `e` ends the function, or is said never to happen. */
export function neverReturns(e: Expr): boolean {
  if (e.kind === 'cast') return neverReturns(e.operand);
  if (e.kind === 'comma') return neverReturns(e.left) || neverReturns(e.right);
  if (e.kind === 'error') return true;
  if (e.kind !== 'call') return false;
  const callee = e.callee.kind === 'cast' ? e.callee.operand : e.callee;
  if (callee.kind !== 'name' || !callee.sym) return false;
  if (callee.sym.name === '__assume') return e.args[0]?.constant === 0n;
  return !!callee.sym.noreturn || callee.sym.name === '__fastfail';
}

function children(s: Stmt): Stmt[] {
  switch (s.kind) {
    case 'block':
      return s.body;
    case 'if':
      return s.else ? [s.then, s.else] : [s.then];
    case 'while':
    case 'do':
    case 'for':
    case 'switch':
    case 'case':
    case 'label':
      return [s.body];
    case 'try-except':
    case 'try-finally':
      return [s.body, s.handler];
    default:
      return [];
  }
}

function some(s: Stmt, test: (s: Stmt) => boolean, enter: (s: Stmt) => boolean): boolean {
  return test(s) || (enter(s) && children(s).some((inner) => some(inner, test, enter)));
}

const isLoop = (s: Stmt): boolean => s.kind === 'while' || s.kind === 'do' || s.kind === 'for';

function breaks(s: Stmt): boolean {
  return some(
    s,
    (x) => x.kind === 'break',
    (x) => !isLoop(x) && x.kind !== 'switch',
  );
}

function hasContinue(s: Stmt): boolean {
  return some(
    s,
    (x) => x.kind === 'continue',
    (x) => !isLoop(x),
  );
}

function hasLabel(s: Stmt): boolean {
  return some(
    s,
    (x) => x.kind === 'label' || x.kind === 'case',
    () => true,
  );
}

/** Some __leave in `s` leaves a __try around it. Those in the body of a __try inside are that one's. */
export function leaves(s: Stmt): boolean {
  if (s.kind === 'leave') return true;
  if (s.kind === 'try-except' || s.kind === 'try-finally') return leaves(s.handler);
  return children(s).some(leaves);
}
