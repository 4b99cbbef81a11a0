/**
 * Findings about the local variables of a whole function, once its body is checked: a variable that is read and never given a value
 * (the certain cases of MSVC's C4700), and the address of a local as a return value (C4172). Only reports.
 */
import type { Expr, FunctionDef, Sym } from './ast.ts';
import type { Context } from './check-context.ts';
import { isScalar } from './types.ts';
import { walkExpressions, walkRoots, walkStatements } from './walk.ts';

export function checkLocals(c: Context, def: FunctionDef): void {
  const candidates = new Set(
    (def.locals ?? []).filter((s) => s.storage === 'auto' && isScalar(s.type) && !s.addressTaken),
  );
  if (candidates.size === 0) return;
  const read = new Map<Sym, Expr>();
  const written = (e: Expr | undefined): void => {
    if (e?.kind === 'name' && e.sym) candidates.delete(e.sym);
  };
  walkStatements(def.body, (s) => {
    const decl = s.kind === 'decl-stmt' ? s.decl : s.kind === 'for' ? s.init : undefined;
    if (decl?.kind !== 'declaration') return;
    for (const { init, sym } of decl.declarators) if (init && sym) candidates.delete(sym);
  });
  const look = (e: Expr): void => {
    if (e.kind === 'assign') written(e.left);
    else if (e.kind === 'incdec') written(e.operand);
    else if (e.kind === 'va') e.args.forEach(written);
    else if (e.kind === 'cast' && e.castKind === 'load' && e.operand.kind === 'name' && e.operand.sym) {
      if (!read.has(e.operand.sym)) read.set(e.operand.sym, e.operand);
    }
  };
  walkRoots(def.body, (root) => walkExpressions(root, look));
  for (const [sym, at] of read) {
    if (candidates.has(sym)) c.warn('uninitialized', `'${sym.name}' is used and never got a value`, at, sym);
  }
}

/** `return &local;` or `return array;` */
export function checkReturnedAddress(c: Context, value: Expr, name: string): void {
  const sym = localBehind(value);
  if (!sym) return;
  c.warn(
    'returns-local-address',
    `'${name}' returns the address of '${sym.name}', which ends with the function`,
    value,
    sym,
  );
}

function localBehind(e: Expr): Sym | undefined {
  if (e.kind === 'cast' && (e.castKind === 'pointer' || e.castKind === 'array-decay')) return localBehind(e.operand);
  if (e.kind === 'unary' && e.op === '&') return localBehind(e.operand);
  if (e.kind === 'member' && !e.arrow && e.object.lvalue) return localBehind(e.object);
  const designates = e.kind === 'name' && e.lvalue && (e.sym?.storage === 'auto' || e.sym?.storage === 'param');
  return designates ? e.sym : undefined;
}
