/**
 * Where a comparison of a signed with an unsigned number can come out wrong: which values cannot be negative, judged by what is assigned to
 * the variables of a function and by whether the function asks for the sign itself. Reads the checked tree only.
 */
import type { Expr, Stmt, Sym } from './ast.ts';
import type { Context } from './check-context.ts';
import { textOf } from './check-habits.ts';
import { typeOf } from './convert.ts';
import { isInteger, isSigned, sizeOf } from './types.ts';
import { walkExpressions, walkRoots, walkStatements } from './walk.ts';

type Binary = Extract<Expr, { kind: 'binary' }>;

/** `==` and `!=` are not among them: a negative number equals its huge twin by intent more often than not. */
const ORDER: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);
const NONE: ReadonlySet<Sym> = new Set();

/** The sides of an ordering of unsigned numbers, one of which was signed and may be negative. */
export function signedAndUnsigned(e: Binary, safe = NONE): { signed: Expr; unsigned: Expr } | undefined {
  if (!ORDER.has(e.op)) return undefined;
  const compared = typeOf(e.left);
  if (!isInteger(compared) || isSigned(compared)) return undefined;
  const left = written(e.left);
  const right = written(e.right);
  if (mayBeNegative(left, safe)) return { signed: left, unsigned: right };
  return mayBeNegative(right, safe) ? { signed: right, unsigned: left } : undefined;
}

/** The operand before it was converted for the comparison. */
function written(e: Expr): Expr {
  return e.kind === 'cast' && e.implicit && e.castKind === 'int' ? written(e.operand) : e;
}

function mayBeNegative(e: Expr, safe: ReadonlySet<Sym>): boolean {
  return isSigned(typeOf(e)) && typeOf(e).kind === 'int' && !isNonNegative(e, safe);
}

/** Whether this integer is zero or more for certain, given variables that always are. */
function isNonNegative(e: Expr, safe: ReadonlySet<Sym>): boolean {
  if (e.constant !== undefined) return BigInt.asIntN(64, e.constant) >= 0n;
  const type = typeOf(e);
  if (!isInteger(type)) return false;
  if (!isSigned(type)) return true;
  const both = (a: Expr, b: Expr): boolean => isNonNegative(a, safe) && isNonNegative(b, safe);
  switch (e.kind) {
    case 'cast':
      if (e.castKind === 'to-bool') return true;
      if (e.castKind === 'load') return e.operand.kind === 'name' && !!e.operand.sym && safe.has(e.operand.sym);
      // A cast is the writer's word that the value fits.
      if (e.castKind !== 'int') return false;
      return isNonNegative(e.operand, safe) && (!e.implicit || sizeOf(typeOf(e.operand)) <= sizeOf(type));
    case 'logical':
      return true;
    case 'unary':
      return e.op === '!';
    case 'comma':
      return isNonNegative(e.right, safe);
    case 'conditional':
      return both(e.then, e.else);
    case 'assign':
      return e.op === '=' && isNonNegative(e.right, safe);
    case 'incdec':
      return e.operand.kind === 'name' && !!e.operand.sym && safe.has(e.operand.sym);
    case 'binary':
      if (['==', '!=', '<', '>', '<=', '>='].includes(e.op)) return true;
      if (e.op === '&') return isNonNegative(e.left, safe) || isNonNegative(e.right, safe);
      if (e.op === '%' || e.op === '>>') return isNonNegative(e.left, safe);
      return ['+', '*', '/', '|', '^', '<<'].includes(e.op) && both(e.left, e.right);
    default:
      return false;
  }
}

/**
 * Local variables that never get a negative value: the counters of loops above all. All are taken for such at first; what is assigned then
 * rules out one after the other.
 */
export function nonNegativeLocals(body: Stmt): ReadonlySet<Sym> {
  const writes: { sym: Sym; keeps: (safe: ReadonlySet<Sym>) => boolean }[] = [];
  const safe = new Set<Sym>();
  walkStatements(body, (s) => {
    if (s.kind === 'decl-stmt' && s.decl.kind === 'declaration') declare(s.decl.declarators);
    if (s.kind === 'for' && s.init?.kind === 'declaration') declare(s.init.declarators);
  });
  walkRoots(body, (root) => walkExpressions(root, note));

  function declare(declarators: readonly { sym?: Sym; flat?: readonly { expr: Expr }[] }[]): void {
    for (const { sym, flat } of declarators) {
      if (sym?.storage !== 'auto' || sym.addressTaken || !isInteger(sym.type)) continue;
      safe.add(sym);
      for (const { expr } of flat ?? []) writes.push({ sym, keeps: (now) => isNonNegative(expr, now) });
    }
  }

  function note(e: Expr): void {
    if (e.kind === 'incdec') {
      const target = e.operand.kind === 'name' ? e.operand.sym : undefined;
      if (target && e.op === '--') writes.push({ sym: target, keeps: () => false });
    } else if (e.kind === 'assign') {
      const target = e.left.kind === 'name' ? e.left.sym : undefined;
      if (!target) return;
      const { op, right } = e;
      const always = op === '&=' || op === '%=' || op === '>>=';
      writes.push({ sym: target, keeps: (now) => always || (op !== '-=' && isNonNegative(right, now)) });
    }
  }

  for (let before = -1; before !== safe.size; ) {
    before = safe.size;
    for (const { sym, keeps } of writes) if (safe.has(sym) && !keeps(safe)) safe.delete(sym);
  }
  return safe;
}

/** What the function compares with zero or a negative constant, as it is written: there the writer has thought of the sign. */
export function testedForSign(c: Context, body: Stmt): ReadonlySet<string> {
  const found = new Set<string>();
  walkRoots(body, (root) =>
    walkExpressions(root, (e) => {
      if (e.kind !== 'binary' || e.scale !== undefined) return;
      if (!ORDER.has(e.op) && e.op !== '==' && e.op !== '!=') return;
      const sides: [Expr, Expr][] = [
        [e.left, e.right],
        [e.right, e.left],
      ];
      for (const [value, limit] of sides) {
        const least = limit.constant;
        if (least === undefined || !isSigned(typeOf(limit)) || least > (ORDER.has(e.op) ? 1n : -1n)) continue;
        found.add(textOf(c, written(value)));
      }
    }),
  );
  return found;
}
