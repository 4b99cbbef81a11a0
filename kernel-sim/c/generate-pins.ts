/**
 * What gets into a register once, in the prologue, instead of at every use inside loops: addresses of variables in memory (arrays, records,
 * address-taken locals, globals), and constants that no instruction can carry. Registers are plentiful, and neither ever changes.
 */
import type { BinaryOp, Expr, FunctionDef, Sym } from './ast.ts';
import { comparesImmediate, isRelation } from './generate-condition.ts';
import { constantOf, immediateOp, isWide } from './generate-expr.ts';
import type { Frame } from './registers.ts';
import { type CType, isFloating, isScalar, isSigned } from './types.ts';
import { walkExpressions, walkRoots } from './walk.ts';

const MAX_PINS = 24;

/** A variable whose address, or a constant whose value (as 64 bits) is wanted in a register. */
export type Pin = Sym | bigint;

/** The bits that a register holds for the constant `k`. */
export function constantBits(k: bigint, wide: boolean): bigint {
  return BigInt.asIntN(wide ? 64 : 32, k);
}

export function pinned(def: FunctionDef, frame: Frame): Pin[] {
  const weights = new Map<Pin, number>();
  walkRoots(def.body, (root, loops) => {
    if (loops === 0) return;
    const weight = 8 ** Math.min(loops, 4);
    const want = (pin: Pin): void => void weights.set(pin, (weights.get(pin) ?? 0) + weight);
    const wantConstant = (e: Expr): void => {
      const k = e.type && isScalar(e.type) ? constantOf(e) : undefined;
      if (k !== undefined) want(constantBits(k, isWide(e.type!)));
    };
    walkExpressions(root, (e) => {
      switch (e.kind) {
        case 'name':
          if (e.sym?.kind === 'var' && (e.sym.storage === 'global' || frame.places.get(e.sym)?.kind === 'memory'))
            want(e.sym);
          break;
        case 'binary':
          if (e.constant === undefined && e.scale === undefined) wantOperands(e.op, e.left, e.right, wantConstant);
          break;
        case 'assign':
          if (e.op === '=') {
            const place = e.left.kind === 'name' ? frame.places.get(e.left.sym!) : undefined;
            if (place?.kind !== 'register') wantConstant(e.right);
          } else if (e.opType && e.scale === undefined) {
            const k = constantOf(e.right);
            const op = e.op.slice(0, -1) as BinaryOp;
            if (k !== undefined && !immediateOp(op, e.opType, k)) want(constantBits(k, isWide(e.opType)));
          }
          break;
      }
    });
  });
  return [...weights.entries()]
    .sort((x, y) => y[1] - x[1])
    .slice(0, MAX_PINS)
    .map(([pin]) => pin);
}

/** The constant operand of an operation that has no form with it. */
function wantOperands(op: BinaryOp, left: Expr, right: Expr, want: (e: Expr) => void): void {
  const l = constantOf(left);
  const r = constantOf(right);
  if ((l === undefined) === (r === undefined)) return;
  const k = l ?? r!;
  const constant = l === undefined ? right : left;
  const t: CType = (l === undefined ? left : right).type!;
  if (isRelation(op)) {
    if (isFloating(t) || !comparesImmediate(op, k, isWide(t), isSigned(t))) want(constant);
  } else if (l !== undefined && (op === '-' || op === '/' || op === '%' || op === '<<' || op === '>>')) want(constant);
  else if (!immediateOp(op, t, k)) want(constant);
}
