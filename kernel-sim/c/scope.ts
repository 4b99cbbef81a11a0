/**
 * Scopes of names and tags, and the suggestions for names that are not there. Used by the checker only.
 */
import type { Sym, TagEntry } from './ast.ts';
import { nearest } from './spelling.ts';

export type ScopeKind = 'file' | 'prototype' | 'block';

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | undefined;
  readonly names = new Map<string, Sym>();
  private ownTags: Map<string, TagEntry> | undefined;

  constructor(kind: ScopeKind, parent: Scope | undefined) {
    this.kind = kind;
    this.parent = parent;
  }

  /** Made when asked for: few scopes but the file's have any. */
  get tags(): Map<string, TagEntry> {
    this.ownTags ??= new Map();
    return this.ownTags;
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
      const found = s.ownTags?.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether tags or names of enums are declared here, not only parameters. */
  get declares(): boolean {
    if (this.ownTags !== undefined && this.ownTags.size > 0) return true;
    for (const { kind } of this.names.values()) if (kind === 'enum-const') return true;
    return false;
  }

  /** Takes over what `other` declares. */
  adopt(other: Scope): void {
    for (const [name, sym] of other.names) this.names.set(name, sym);
    for (const [name, tag] of other.ownTags ?? []) this.tags.set(name, tag);
  }

  /** The scope around parameter lists. */
  outside(): Scope {
    let s: Scope = this;
    while (s.kind === 'prototype' && s.parent) s = s.parent;
    return s;
  }

  /** The visible name nearest in spelling, if near enough to be meant. */
  suggest(name: string, accept: (sym: Sym) => boolean, others: readonly string[] = []): string | undefined {
    const names: string[] = [...others];
    for (let s: Scope | undefined = this; s; s = s.parent) {
      for (const sym of s.names.values()) if (accept(sym)) names.push(sym.name);
    }
    // One or two letters are near to everything; only their case may be wrong.
    if (name.length <= 2) return names.find((n) => n !== name && n.toLowerCase() === name.toLowerCase());
    return nearest(name, names);
  }
}
