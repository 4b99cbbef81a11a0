/**
 * What the parts of the checker share: the unit, its scopes, the function being checked, and the way to report.
 * One Context per translation unit; nothing outlives `check`.
 */
import type {
  CaseStmt,
  Declarator,
  Derivation,
  Expr,
  FunctionDef,
  NodeBase,
  Stmt,
  Sym,
  TranslationUnit,
} from './ast.ts';
import type { FindingId } from './finding-words.ts';
import type { Profile } from './profiles.ts';
import { Scope } from './scope.ts';
import type { Diagnostics, Severity, SourceManager, Span, Token } from './source.ts';
import type { CType } from './types.ts';

/** A stretch of a function that control enters only at its start: the parts of __try statements. */
export interface Region {
  kind: 'try' | 'except' | 'finally';
  parent: Region | undefined;
}

/** What a jump from outside may not enter: the scope of something of variable length, a block inside an expression. */
export interface Closed {
  what: string;
  parent: Closed | undefined;
}

export interface SwitchState {
  type: CType;
  cases: CaseStmt[];
  /** Values and ranges so far. */
  seen: { low: bigint; high: bigint; stmt: CaseStmt }[];
  single: Map<bigint, CaseStmt>;
  default: CaseStmt | undefined;
  region: Region | undefined;
  closed: Closed | undefined;
}

/** The function whose body is being checked. */
export interface FunctionState {
  def: FunctionDef;
  sym: Sym;
  returns: CType;
  locals: Sym[];
  labels: Map<string, { token: number; region: Region | undefined; closed: Closed | undefined; used: boolean }>;
  gotos: { stmt: Extract<Stmt, { kind: 'goto' }>; region: Region | undefined; closed: Closed | undefined }[];
  /** `&&label` of the body. */
  labelUses: Extract<Expr, { kind: 'label-address' }>[];
  switches: SwitchState[];
  /** Loops, and loops and switches, open inside the innermost __finally or the function. */
  loops: number;
  breakables: number;
  /** The same outside that __finally. */
  outer: { loops: number; breakables: number };
  region: Region | undefined;
  closed: Closed | undefined;
  filters: number;
  returned: boolean;
  /** Names already reported as unknown in this function. */
  unknown: Set<string>;
}

/** Nesting of expressions and statements that the checker follows. */
const DEPTH_LIMIT = 1500;

const MAX_SUGGESTIONS = 40;

/** Findings that a piece lost to a syntax error may cause. */
const FOLLOWING: ReadonlySet<FindingId> = new Set<FindingId>([
  'no-declarator',
  'missing-return',
  'no-return',
  'undefined-static',
  'unused-value',
  'empty-body',
  'constant-truncation',
]);
/** Warnings about how something is written, which the writer of the macro has to answer for. */
const STYLE: ReadonlySet<FindingId> = new Set<FindingId>([
  'unused-value',
  'empty-body',
  'constant-truncation',
  'assignment-in-condition',
  'shift-count',
  'unused-status',
  'unused-result',
  'fraction-lost',
  'sign-comparison',
]);

/** The parameter list of a declarator. */
export type FunctionPart = Extract<Derivation, { kind: 'function' }>;

export class Context {
  readonly unit: TranslationUnit;
  readonly sm: SourceManager;
  readonly diags: Diagnostics;
  readonly profile: Profile;
  readonly fileScope = new Scope('file', undefined);
  scope: Scope = this.fileScope;
  readonly symbols: Sym[] = [];
  /** Everything with linkage, by name, whatever scope declared it. */
  readonly linked = new Map<string, Sym>();
  /** Names reported as unknown outside functions. */
  readonly unknown = new Set<string>();
  fn: FunctionState | undefined;
  /** Where the lengths of arrays of variable length go that are met now; undefined where there can be none. */
  lengths: Expr[] | undefined;
  /** Variables that `lengths` need and that belong to a function whose check has not begun. */
  hidden: Sym[] = [];
  /** The scopes of parameter lists that declare more than parameters: the body of a function sees that too. */
  readonly parameterScopes = new Map<FunctionPart, Scope>();
  /** The declarator whose parameters are those of a function with a body. */
  definition: Declarator | undefined;
  /** For the names of static locals and literals. */
  counter = 0;
  /** The unit has syntax errors: the tree is not quite what was meant. */
  readonly broken: boolean;
  /** Lines with syntax errors, where what else seems wrong mostly follows from them. */
  private readonly brokenLines = new Set<string>();
  private readonly brokenPlaces: readonly Span[];
  private depth = 0;
  private suggestions = 0;
  private tooDeep = false;

  constructor(unit: TranslationUnit, sm: SourceManager, diags: Diagnostics, profile: Profile) {
    this.unit = unit;
    this.sm = sm;
    this.diags = diags;
    this.profile = profile;
    this.broken = diags.errorCount > 0;
    this.brokenPlaces = diags.list.filter(({ severity }) => severity === 'error').map(({ span }) => span);
    for (const span of this.brokenPlaces) this.brokenLines.add(this.lineKey(span));
  }

  /** Runs `f` one level deeper; undefined (and one error) when that is too deep. */
  nested<T>(node: NodeBase, f: () => T): T | undefined {
    if (this.depth >= DEPTH_LIMIT) {
      if (!this.tooDeep) this.error('too-deep', 'this is nested too deeply for the compiler', node);
      this.tooDeep = true;
      return undefined;
    }
    this.depth++;
    try {
      return f();
    } finally {
      this.depth--;
    }
  }

  /** `; did you mean 'X'?` for an unknown name (a symbol, a macro or one of `words`), or nothing. Looking costs time, so not for more names than anyone reads. */
  didYouMean(name: string, accept: (sym: Sym) => boolean, words: readonly string[] = []): string {
    if (++this.suggestions > MAX_SUGGESTIONS) return '';
    const macros = this.unit.tokens[this.unit.tokens.length - 1]?.macros ?? [];
    const near = this.scope.suggest(name, accept, [...words, ...macros]);
    return near ? `; did you mean '${near}'?` : '';
  }

  inScope<T>(kind: Scope['kind'], f: () => T): T {
    const outer = this.scope;
    const { fn } = this;
    const closed = fn?.closed;
    this.scope = new Scope(kind, outer);
    try {
      return f();
    } finally {
      this.scope = outer;
      if (fn) fn.closed = closed;
    }
  }

  /** Runs `f` with `lengths` as the place for lengths of arrays. */
  withLengths<T>(lengths: Expr[] | undefined, f: () => T): T {
    const outer = this.lengths;
    this.lengths = lengths;
    try {
      return f();
    } finally {
      this.lengths = outer;
    }
  }

  tokenSpan(index: number): Span {
    const token = this.unit.tokens[Math.max(0, Math.min(index, this.unit.tokens.length - 1))];
    return token ? this.sm.spanOf(token) : { file: this.unit.file, start: 0, end: 0 };
  }

  span(node: NodeBase): Span {
    const first = this.tokenSpan(node.first);
    if (node.last <= node.first) return first;
    const last = this.tokenSpan(node.last);
    return last.file === first.file && last.end > first.end
      ? { file: first.file, start: first.start, end: last.end }
      : first;
  }

  error(id: FindingId, text: string, at: NodeBase | number, declared?: Sym | number): void {
    this.report('error', id, text, at, declared);
  }

  warn(id: FindingId, text: string, at: NodeBase | number, declared?: Sym | number): void {
    this.report('warning', id, text, at, declared);
  }

  /** Whether the lab's headers declare it. */
  isLabs(sym: Sym | undefined): boolean {
    const token = sym && this.unit.tokens[sym.token];
    return token !== undefined && this.sm.files[token.file]?.system === true;
  }

  private lineKey({ file, start }: Span): string {
    return `${file}:${this.sm.lineCol(file, start).line}`;
  }

  /** Whether a syntax error stands where it begins or ends. */
  private isBroken({ file, start, end }: Span): boolean {
    return [start, end].some((at) => this.brokenLines.has(this.lineKey({ file, start: at, end: at })));
  }

  /** Whether a syntax error stands inside. */
  isBrokenIn(node: NodeBase): boolean {
    const { file, start, end } = this.span(node);
    return this.brokenPlaces.some((place) => place.file === file && place.start >= start && place.start <= end);
  }

  /** Warnings that would blame a learner for a macro of the lab's. */
  private isQuiet(id: FindingId, token: Token | undefined): boolean {
    if (!token?.expansion || this.profile === 'guest' || !STYLE.has(id)) return false;
    return this.sm.files[token.file]?.system === true;
  }

  private report(usual: Severity, id: FindingId, text: string, at: NodeBase | number, declared?: Sym | number): void {
    const severity = this.diags.severityOf(id, usual);
    if (severity === 'off') return;
    const notes: { text: string; span: Span }[] = [];
    const token = this.unit.tokens[typeof at === 'number' ? at : at.first];
    if (this.broken && FOLLOWING.has(id)) return;
    if (severity === 'warning' && this.isQuiet(id, token)) return;
    if (token?.expansion) {
      const span = { file: token.file, start: token.offset, end: token.offset + token.length };
      notes.push({ text: `in the expansion of macro '${token.expansion.macro}'`, span });
    }
    const place = typeof declared === 'number' ? declared : declared?.token;
    if (place !== undefined && place >= 0) {
      const name = typeof declared === 'object' ? `'${declared.name}' is declared here` : 'the earlier one is here';
      notes.push({ text: name, span: this.tokenSpan(place) });
    }
    const span = typeof at === 'number' ? this.tokenSpan(at) : this.span(at);
    if (this.brokenLines.size > 0 && this.isBroken(span)) return;
    this.diags.add(severity, id, text, span, notes.length > 0 ? notes : undefined);
  }
}
