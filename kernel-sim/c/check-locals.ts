/** The address of a local variable as a return value (MSVC's C4172). Only reports. */
import type { Expr, Sym } from './ast.ts';
import type { Context } from './check-context.ts';

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
