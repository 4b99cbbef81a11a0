/**
 * Scopes of names and tags, and the suggestions for names that are not there. Used by the checker only.
 */
import type { Sym, TagEntry } from './ast.ts';

export type ScopeKind = 'file' | 'prototype' | 'block';

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | undefined;
  readonly names = new Map<string, Sym>();
  readonly tags = new Map<string, TagEntry>();

  constructor(kind: ScopeKind, parent: Scope | undefined) {
    this.kind = kind;
    this.parent = parent;
  }

  name(name: string): Sym | undefined {
    for (let s: Scope | undefined = this; s; s = s.parent) {
      const found = s.names.get(name);
      if (found) return found;
    }
    return undefined;
  }

  tag(name: string): TagEntry | undefined {
    for (let s: Scope | undefined = this; s; s = s.parent) {
      const found = s.tags.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** The scope that takes tags declared here: those in parameter lists belong to the scope around it. */
  tagScope(): Scope {
    let s: Scope = this;
    while (s.kind === 'prototype' && s.parent) s = s.parent;
    return s;
  }

  /** The visible name nearest in spelling, if near enough to be meant. */
  suggest(name: string, accept: (sym: Sym) => boolean): string | undefined {
    const near = new Nearest(name);
    for (let s: Scope | undefined = this; s; s = s.parent) {
      for (const sym of s.names.values()) if (near.worthIt(sym.name) && accept(sym)) near.offer(sym.name);
    }
    return near.best;
  }
}

/** The nearest of the candidates, or undefined. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const near = new Nearest(name);
  for (const c of candidates) if (near.worthIt(c)) near.offer(c);
  return near.best;
}

class Nearest {
  best: string | undefined;
  private readonly name: string;
  private readonly lower: string;
  private distance: number;

  constructor(name: string) {
    this.name = name;
    this.lower = name.toLowerCase();
    this.distance = Math.max(1, Math.floor(name.length / 4)) + 1;
  }

  worthIt(candidate: string): boolean {
    return (
      candidate !== this.name && Math.abs(candidate.length - this.name.length) < this.distance && this.name.length > 1
    );
  }

  offer(candidate: string): void {
    // Case alone counts little: `irp` for `Irp`.
    const d = candidate.toLowerCase() === this.lower ? 0.5 : editDistance(this.name, candidate, this.distance);
    if (d < this.distance) {
      this.distance = d;
      this.best = candidate;
    }
  }
}

/** Insertions, deletions, replacements and swaps of neighbours; gives up above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      row.push(d);
      least = Math.min(least, d);
    }
    if (least >= limit) return limit;
    before = last;
    last = row;
  }
  return last[b.length];
}
