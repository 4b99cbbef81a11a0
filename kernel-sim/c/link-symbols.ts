/**
 * Which definition every name of an image means: merges units, finds imports, reports what is defined twice or nowhere.
 */
import type { BuildOptions } from './index.ts';
import type { ObjectData, ObjectFile, ObjectFunction, ObjectLinkage } from './object.ts';
import type { Diagnostics, SourceManager, Span } from './source.ts';
import { nearest } from './spelling.ts';

export type Definition =
  | { kind: 'function'; object: ObjectFile; item: ObjectFunction }
  | { kind: 'data'; object: ObjectFile; item: ObjectData };

export type Target = Definition | { kind: 'import'; name: string } | { kind: 'image-base' };

/** Rank of a definition when several exist: higher wins, equal ones clash unless both may be shared. */
const RANK: Record<ObjectLinkage, number> = { external: 3, comdat: 2, tentative: 1, internal: 0 };

export class Symbols {
  readonly globals = new Map<string, Definition>();
  private readonly locals = new Map<ObjectFile, Map<string, Definition>>();
  /** Imported names in order of first use. */
  readonly imports: string[] = [];
  private readonly imported = new Set<string>();
  private readonly available = new Map<string, string>();
  private readonly reported = new Set<string>();
  private readonly sm: SourceManager;
  private readonly diags: Diagnostics;
  private readonly options: BuildOptions;

  constructor(objects: ObjectFile[], sm: SourceManager, diags: Diagnostics, options: BuildOptions) {
    this.sm = sm;
    this.diags = diags;
    this.options = options;
    for (const library of options.libraries)
      for (const name of library.exports) if (!this.available.has(name)) this.available.set(name, library.image);
    for (const object of objects) {
      const own = new Map<string, Definition>();
      this.locals.set(object, own);
      for (const item of object.functions) {
        if (item.parent !== undefined || item.linkage === 'internal')
          own.set(item.name, { kind: 'function', object, item });
        else this.define(item.name, { kind: 'function', object, item });
      }
      for (const item of object.data) {
        if (item.linkage === 'internal') own.set(item.name, { kind: 'data', object, item });
        else this.define(item.name, { kind: 'data', object, item });
      }
    }
    for (const object of objects)
      for (const { name, target, place } of object.aliases) {
        const found = this.locals.get(object)?.get(target) ?? this.globals.get(target);
        if (!found) diags.error('undefined-symbol', `'${target}', which '${name}' stands for, is not defined`, place);
        else if (!this.globals.has(name)) this.globals.set(name, found);
      }
  }

  define(name: string, next: Definition): void {
    const before = this.globals.get(name);
    if (!before) {
      this.globals.set(name, next);
      return;
    }
    const a = before.item.linkage;
    const b = next.item.linkage;
    if (a === 'external' && b === 'external') {
      const first = this.fileName(before.item.place);
      const second = this.fileName(next.item.place);
      this.diags.error('duplicate-symbol', `'${name}' is defined in ${first} and again in ${second}`, next.item.place, [
        { text: 'first defined here', span: before.item.place },
      ]);
    } else if (a === 'tentative' && b === 'tentative' && before.kind === 'data' && next.kind === 'data') {
      if (next.item.size > before.item.size) this.globals.set(name, next);
    } else if (RANK[b] > RANK[a]) this.globals.set(name, next);
  }

  private fileName(span: Span): string {
    return this.sm.files[span.file]?.name ?? '?';
  }

  /** Part of the image: not a duplicate that another definition replaced. */
  isChosen(object: ObjectFile, item: ObjectFunction | ObjectData): boolean {
    if (item.linkage === 'internal')
      return !('parent' in item) || item.parent === undefined || this.parentChosen(object, item);
    if ('parent' in item && item.parent !== undefined) return this.parentChosen(object, item);
    return this.globals.get(item.name)?.item === item;
  }

  private parentChosen(object: ObjectFile, item: ObjectFunction): boolean {
    const parent = this.locals.get(object)?.get(item.parent!) ?? this.globals.get(item.parent!);
    return parent?.object === object;
  }

  /** What `name` means in `object`; undefined (and reported) if nothing. `verb`: how it is used where. */
  resolve(object: ObjectFile, name: string, place: Span, verb: string): Target | undefined {
    const found = this.locals.get(object)?.get(name) ?? this.globals.get(name);
    if (found) return found;
    if (name === '__ImageBase') return { kind: 'image-base' };
    if (this.available.has(name)) {
      if (!this.imported.has(name)) {
        this.imported.add(name);
        this.imports.push(name);
      }
      return { kind: 'import', name };
    }
    this.report(object, name, place, verb);
    return undefined;
  }

  private report(object: ObjectFile, name: string, place: Span, verb: string): void {
    if (this.reported.has(name)) return;
    this.reported.add(name);
    if (/^w?(main|WinMain)$/.test(name)) {
      const file = this.sm.files.findIndex((f) => !f.system);
      this.diags.error('no-entry', `the program has no '${name}'${this.misspelt(name)}`, {
        file: Math.max(file, 0),
        start: 0,
        end: 0,
      });
      return;
    }
    const images = this.options.libraries.map((l) => l.image);
    const where =
      images.length === 0
        ? 'is not defined in any source of this build'
        : `is not provided by the lab's ${images.slice(0, -1).join(', ')}${images.length > 1 ? ' or ' : ''}${images[images.length - 1]}`;
    const near = this.nearest(object, name);
    const said = (['implicit-declaration', 'missing-header'] as const)
      .map((id) => this.diags.withdraw(id, `'${name}' is called`))
      .find((one) => one !== undefined);
    const hint = /; .*$/.exec(said?.text ?? '')?.[0] ?? (near ? `; did you mean '${near}'?` : '');
    this.diags.error('undefined-symbol', `'${name}' ${where} (${verb})${hint}`, place);
  }

  /** A definition of this build that was probably meant to be the entry. */
  misspelt(name: string): string {
    const near = nearest(
      name,
      [...this.globals].filter(([, d]) => !this.sm.files[d.object.file]?.system).map(([n]) => n),
    );
    return near === undefined ? '' : `; did you mean '${near}' to be it? Upper and lower case count`;
  }

  private nearest(object: ObjectFile, name: string): string | undefined {
    const own = this.locals.get(object)?.keys() ?? [];
    const names = [...own, ...this.globals.keys(), ...this.available.keys()];
    return nearest(
      name,
      names.filter((other) => !other.includes('$')),
    );
  }
}
