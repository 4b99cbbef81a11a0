/**
 * Which hit of a breakpoint an instant is, counted from boot on its branch. What was counted once is kept with the branch it happened on, so that motions over
 * known history count nothing again; a fork shares its parent's.
 *
 * Kept per breakpoint and branch: every hit up to an instant that grows without gaps. A breakpoint's hits depend on history alone, so they never change.
 */
import type { At, BranchInfo } from '../../protocol/time.ts';

interface Stretch {
  /** Everything up to here has been looked at. */
  known: number;
  /** Instants of the hits, ascending. */
  readonly hits: number[];
}

export class HitCounts {
  private readonly breakpoints = new Map<number, Map<number, Stretch>>();

  constructor(private readonly branchOf: (id: number) => BranchInfo) {}

  /** The first instant on the way to `at` behind which nothing has been looked at; `at.instant` or later: all is known. */
  knownUpTo(id: number, at: At): number {
    for (const { branch, from, to } of this.wayTo(at)) {
      const { known } = this.stretch(id, branch, from);
      if (known < to) return known;
    }
    return at.instant;
  }

  /** A hit at this instant; everything before it is known. */
  add(id: number, at: At): void {
    const stretch = this.lastStretch(id, at);
    if (stretch && at.instant > stretch.known) {
      stretch.hits.push(at.instant);
      stretch.known = at.instant;
    }
  }

  /** Everything from `from` up to this instant has been looked at. */
  extend(id: number, from: number, at: At): void {
    for (const { branch, from: begin, to } of this.wayTo(at)) {
      const stretch = this.stretch(id, branch, begin);
      if (from <= stretch.known) stretch.known = Math.max(stretch.known, to);
    }
  }

  /** 1 for the first hit ever; 0 if none is known at this instant. */
  numberOf(id: number, at: At): number {
    let count = 0;
    for (const { branch, from, to } of this.wayTo(at)) {
      const { hits } = this.stretch(id, branch, from);
      const upTo = countUpTo(hits, to);
      count += upTo;
      if (to === at.instant) return hits[upTo - 1] === at.instant ? count : 0;
    }
    return 0;
  }

  private lastStretch(id: number, at: At): Stretch | undefined {
    const last = this.wayTo(at).at(-1);
    return last && this.stretch(id, last.branch, last.from);
  }

  /** The branches that history up to an instant runs through: instants from < i <= to belong to each. */
  private wayTo(at: At): { branch: number; from: number; to: number }[] {
    const way: { branch: number; from: number; to: number }[] = [];
    let to = at.instant;
    for (let id: number | undefined = at.branch; id !== undefined; ) {
      const { from }: BranchInfo = this.branchOf(id);
      const begin: number = from?.instant ?? 0;
      if (begin < to || !from) way.unshift({ branch: id, from: begin, to });
      to = Math.min(to, begin);
      id = from?.branch;
    }
    return way;
  }

  private stretch(id: number, branch: number, from: number): Stretch {
    let branches = this.breakpoints.get(id);
    if (!branches) {
      branches = new Map();
      this.breakpoints.set(id, branches);
    }
    let stretch = branches.get(branch);
    if (!stretch) {
      stretch = { known: from, hits: [] };
      branches.set(branch, stretch);
    }
    return stretch;
  }
}

/** How many of an ascending list are not above a limit. */
function countUpTo(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
