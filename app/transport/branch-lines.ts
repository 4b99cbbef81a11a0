/**
 * Where other branches of history leave the one that is shown. Pure.
 */
import type { BranchInfo } from '../../kernel-sim/protocol/time';

/** Another branch, as seen from the one shown: the same up to `leaves`, different after it. */
export interface BranchLine {
  readonly id: number;
  readonly leaves: number;
  readonly head: number;
  /** What made it another one: its own beginning, or, where the shown one began later, that one's. */
  readonly cause: string;
}

export function branchLines(branches: readonly BranchInfo[], shown: number): readonly BranchLine[] {
  const own = pathOf(branches, shown);
  return branches.flatMap((branch) => {
    if (branch.id === shown || !own.has(shown)) return [];
    const other = pathOf(branches, branch.id);
    // The two paths share what both reach on the nearest branch that is on both.
    const common = [...other.keys()].find((id) => own.has(id));
    if (common === undefined) return [{ id: branch.id, leaves: 0, head: branch.head, cause: branch.cause }];
    const leaves = Math.min(own.get(common) ?? 0, other.get(common) ?? 0);
    return [{ id: branch.id, leaves, head: branch.head, cause: branch.cause || 'the first run' }];
  });
}

/** The branches whose history is part of one, nearest first, and up to which instant. */
function pathOf(branches: readonly BranchInfo[], id: number): ReadonlyMap<number, number> {
  const path = new Map<number, number>();
  let until = Number.POSITIVE_INFINITY;
  for (let at = branches.find((one) => one.id === id); at && !path.has(at.id); ) {
    path.set(at.id, until);
    const { from } = at;
    if (!from) break;
    until = Math.min(until, from.instant);
    at = branches.find((one) => one.id === from.branch);
  }
  return path;
}
