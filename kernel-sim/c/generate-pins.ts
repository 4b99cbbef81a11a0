/**
 * Which variables get their address into a register once, in the prologue, instead of at every use: those in memory (arrays, records,
 * address-taken locals, globals) that are used inside loops. Registers are plentiful, and an address never changes.
 */
import type { FunctionDef, Sym } from './ast.ts';
import type { Frame } from './registers.ts';
import { walkExpressions, walkRoots } from './walk.ts';

const MAX_PINS = 24;

export function pinnedSymbols(def: FunctionDef, frame: Frame): Sym[] {
  const weights = new Map<Sym, number>();
  walkRoots(def.body, (root, loops) => {
    if (loops === 0) return;
    walkExpressions(root, (e) => {
      if (e.kind !== 'name' || !e.sym || e.sym.kind !== 'var') return;
      const { sym } = e;
      if (sym.storage !== 'global' && frame.places.get(sym)?.kind !== 'memory') return;
      weights.set(sym, (weights.get(sym) ?? 0) + 8 ** Math.min(loops, 4));
    });
  });
  return [...weights.entries()]
    .sort((x, y) => y[1] - x[1])
    .slice(0, MAX_PINS)
    .map(([sym]) => sym);
}
