/**
 * What all parts of the parser stand on: the token cursor, error reporting with recovery, scopes of names, depth limits.
 *
 * Recovery rules: at most one finding per place and line (nothing is reported twice without progress in between); a missing token is
 * reported at the end of the token before it, where a person would write it; skipping stops at `;`, at braces and at words that
 * begin a statement or declaration, so that one mistake costs one statement.
 */
import type { FindingId } from './finding-words.ts';
import { describe } from './pp-output.ts';
import type { Diagnostics, SourceManager, Span, Token } from './source.ts';

/** Nesting of brackets, statements, declarators in the source; keeps every later recursive walk within its stack. */
const MAX_NESTING = 256;
/** Height of an expression tree; long chains like a+b+c+... lean to the left. */
const MAX_HEIGHT = 700;
const MAX_ERRORS = 200;

/** Unwinds to the enclosing external declaration when nesting passes a limit. */
export class TooDeep extends Error {}

/** 'unknown': a type name that was reported once and is an error type from then on. */
export type NameKind = 'typedef' | 'other' | 'unknown';

export const STATEMENT_WORDS: ReadonlySet<string> = new Set([
  'if',
  'else',
  'while',
  'do',
  'for',
  'switch',
  'case',
  'default',
  'return',
  'break',
  'continue',
  'goto',
  '__try',
  '__except',
  '__finally',
  '__leave',
]);
export const STORAGE_WORDS: ReadonlySet<string> = new Set([
  'typedef',
  'extern',
  'static',
  'auto',
  'register',
  '_Thread_local',
  '__thread',
]);
/** Words that a type can begin with (also inside parentheses of a cast). */
export const TYPE_WORDS: ReadonlySet<string> = new Set([
  'void',
  'char',
  'short',
  'int',
  'long',
  'signed',
  'unsigned',
  'float',
  'double',
  '_Bool',
  '_Complex',
  '__complex__',
  '__complex',
  '__int128',
  '__float128',
  '_Imaginary',
  '_Atomic',
  '__int8',
  '__int16',
  '__int32',
  '__int64',
  '_int64',
  '__wchar_t',
  '__signed',
  '__signed__',
  '__builtin_va_list',
  '__auto_type',
  'struct',
  'union',
  'enum',
  'const',
  'volatile',
  '__const',
  '__const__',
  '__volatile',
  '__volatile__',
  'typeof',
  '__typeof',
  '__typeof__',
  '__unaligned',
  '__w64',
  '_W64',
  'restrict',
]);
/** Words that belong to declarations but carry no meaning on x64. */
export const IGNORED_WORDS: ReadonlySet<string> = new Set([
  '__cdecl',
  '_cdecl',
  '__stdcall',
  '_stdcall',
  '__fastcall',
  '_fastcall',
  '__thiscall',
  '__vectorcall',
  '__clrcall',
  '__pascal',
  '__unaligned',
  '__ptr32',
  '__ptr64',
  '__sptr',
  '__uptr',
  '__w64',
  '_W64',
  '__restrict',
  '__restrict__',
  'restrict',
  '__extension__',
]);
const OTHER_DECL_WORDS: ReadonlySet<string> = new Set([
  'inline',
  '__inline',
  '_inline',
  '__inline__',
  '__forceinline',
  '_Noreturn',
  '_Alignas',
  '__declspec',
  '_declspec',
  '__attribute__',
  '__attribute',
]);

function openLiteral({ kind, text }: Token): boolean {
  if (kind !== 'string' && kind !== 'char') return false;
  const quote = kind === 'string' ? '"' : "'";
  return !text.endsWith(quote) || text.indexOf(quote) === text.length - 1;
}

/** Findings about one word, beside which others of the same line have their own cause. */
function ofNames(id: FindingId): boolean {
  return id === 'unknown-type' || id === 'unknown-word';
}

export abstract class ParserBase {
  protected pos = 0;
  protected readonly tokens: Token[];
  protected readonly sm: SourceManager;
  protected readonly diags: Diagnostics;
  /** Innermost last; [0] is the file. */
  protected readonly scopes: Map<string, NameKind>[] = [new Map()];
  protected depth = 0;
  /** Height of the expression parsed last. */
  protected height = 0;
  /** A function was found open when the next one began: everything returns quietly to the file level. */
  protected unwinding = false;
  private lastErrorAt = -1;
  /** Where the last syntax error was told. */
  private saidFile = -1;
  private saidLine = -1;
  private readonly blamedMacros = new Set<string>();
  protected errors = 0;

  constructor(tokens: Token[], sm: SourceManager, diags: Diagnostics) {
    this.tokens = tokens;
    this.sm = sm;
    this.diags = diags;
  }

  // ---------------------------------------------------------------- cursor

  protected peek(ahead = 0): Token {
    const { tokens } = this;
    const at = this.pos + ahead;
    return tokens[at < tokens.length ? at : tokens.length - 1];
  }

  /** Whether the current token is this punctuator or keyword. */
  protected at(text: string): boolean {
    const token = this.tokens[this.pos];
    return token.text === text && (token.kind === 'punct' || token.kind === 'keyword');
  }

  protected atAhead(ahead: number, text: string): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'punct' || token.kind === 'keyword');
  }

  protected get eof(): boolean {
    return this.tokens[this.pos].kind === 'eof';
  }

  protected advance(): number {
    const at = this.pos;
    if (at < this.tokens.length - 1) this.pos++;
    return at;
  }

  protected accept(text: string): boolean {
    if (!this.at(text)) return false;
    this.advance();
    return true;
  }

  /** Index for `last` of a node that began at `first`. */
  protected lastFrom(first: number): number {
    return Math.max(first, this.pos - 1);
  }

  // ---------------------------------------------------------------- findings

  protected spanAt(index: number): Span {
    return this.sm.spanOf(this.tokens[index]);
  }

  /** Just behind the token before the cursor. */
  protected spanAfterPrevious(): Span {
    if (this.pos === 0) return this.spanAt(0);
    const before = this.spanAt(this.pos - 1);
    return { file: before.file, start: before.end, end: before.end + 1 };
  }

  /** Reports unless something was reported at this very token already. */
  protected error(id: FindingId, text: string, span: Span, notes?: { text: string; span: Span }[]): void {
    if (this.unwinding || this.lastErrorAt === this.pos) return;
    this.lastErrorAt = this.pos;
    this.errors++;
    // A literal without its closing quote took the rest of its line along: what is missing now was in it.
    if (this.pos > 0 && openLiteral(this.tokens[this.pos - 1])) return;
    if (this.errors > MAX_ERRORS || this.followsStray(span)) return;
    if (this.saidOnLine(span) && !ofNames(id)) return;
    const macro = this.semicolonOfMacro();
    if (macro) {
      if (this.blamedMacros.has(macro)) return;
      this.blamedMacros.add(macro);
      this.diags.error(
        'macro-semicolon',
        `the definition of macro '${macro}' ends with a ';' that does not belong here`,
        span,
      );
      return;
    }
    this.diags.error(id, text, span, notes);
  }

  /** Whether the line of the last syntax error is also the one of the token before the cursor. */
  protected saidBefore(): boolean {
    if (this.pos === 0) return false;
    const { file, start } = this.spanAt(this.pos - 1);
    return file === this.saidFile && this.sm.lineCol(file, start).line === this.saidLine;
  }

  /** One mistake often breaks the rest of its line: the first syntax error of a line is the one to read. */
  private saidOnLine({ file, start }: Span): boolean {
    const { line } = this.sm.lineCol(file, start);
    if (this.saidFile === file && this.saidLine === line) return true;
    this.saidFile = file;
    this.saidLine = line;
    return false;
  }

  /** What the preprocessor could not read on this line, or a comment without end, explains what is missing here. */
  private followsStray({ file, start }: Span): boolean {
    const { line } = this.sm.lineCol(file, start);
    return this.diags.list.some(
      (d) =>
        d.severity === 'error' &&
        d.span.file === file &&
        (d.id === 'unterminated-comment' || (!ofNames(d.id) && this.sm.lineCol(file, d.span.start).line === line)),
    );
  }

  /** The macro whose expansion ends with the `;` at the cursor or just before it. */
  private semicolonOfMacro(): string | undefined {
    for (let at = this.pos; at >= Math.max(0, this.pos - 3); at--) {
      const { text, expansion } = this.tokens[at];
      if (text === ';' && expansion && this.tokens[at + 1]?.expansion !== expansion) return expansion.macro;
    }
    return undefined;
  }

  /** Moves the cursor during recovery: nothing is reported at the place it moves to. */
  protected moveAfterError(to: number): void {
    this.pos = to;
    this.lastErrorAt = to;
  }

  protected errorHere(id: FindingId, text: string): void {
    this.error(id, text, this.spanAt(this.pos));
  }

  protected found(): string {
    return describe(this.peek());
  }

  /** Depth bookkeeping around everything that recurses. */
  protected enter(): void {
    if (++this.depth > MAX_NESTING) this.tooDeep();
  }

  protected leave(): void {
    this.depth--;
  }

  protected raise(height: number): void {
    this.height = height + 1;
    if (height >= MAX_HEIGHT) this.tooDeep();
  }

  protected tooDeep(): never {
    this.errorHere('nesting-too-deep', 'this is nested too deeply for the compiler; split it into smaller parts');
    throw new TooDeep();
  }

  // ---------------------------------------------------------------- expectations and recovery

  /** Consumes `text`, or reports `message` behind the previous token. */
  protected expect(text: string, id: FindingId, message: string): boolean {
    if (this.accept(text)) return true;
    this.error(id, message, this.spanAfterPrevious());
    return false;
  }

  /** Consumes `;`; if it is missing, skips only what cannot be the next statement. */
  protected expectSemicolon(after: string): void {
    if (this.accept(';')) return;
    if (this.at(')')) this.errorHere('unexpected-paren', "there is a ')' too many");
    else if (this.at(']')) this.errorHere('unexpected-bracket', "there is a ']' too many");
    else this.error('expected-semicolon', `expected ';' after ${after}`, this.spanAfterPrevious());
    if (this.unwinding || this.peek().bol || this.eof || this.at('}') || this.startsStatementWord()) return;
    this.skipToEndOfStatement();
  }

  /** Consumes the closing bracket that belongs to `open`, or reports and looks for it within the statement. */
  protected expectClose(text: ')' | ']', open: number, what: string): void {
    if (this.accept(text)) return;
    const id = text === ')' ? 'expected-paren' : 'expected-bracket';
    this.error(id, `expected '${text}' ${what}`, this.spanAfterPrevious(), [
      { text: `to match this '${this.tokens[open].text}'`, span: this.spanAt(open) },
    ]);
    if (this.unwinding) return;
    const start = this.pos;
    let depth = 0;
    while (!this.eof) {
      const token = this.peek();
      if (token.kind === 'keyword' && (STATEMENT_WORDS.has(token.text) || STORAGE_WORDS.has(token.text))) break;
      if (token.kind === 'punct') {
        const t = token.text;
        if (t === ';' || t === '{' || t === '}') break;
        if (t === '(' || t === '[') depth++;
        else if (t === ')' || t === ']') {
          if (depth === 0) {
            if (t === text) {
              this.advance();
              return;
            }
            break;
          }
          depth--;
        }
      }
      this.advance();
    }
    // Not found: what was skipped may be the next line, which deserves to be read.
    let back = start;
    while (back < this.pos && !this.tokens[back].bol) back++;
    this.pos = back;
  }

  protected startsStatementWord(): boolean {
    const token = this.peek();
    return token.kind === 'keyword' && (STATEMENT_WORDS.has(token.text) || this.isDeclWord(token.text));
  }

  protected isDeclWord(text: string): boolean {
    return STORAGE_WORDS.has(text) || TYPE_WORDS.has(text) || OTHER_DECL_WORDS.has(text);
  }

  /** Past the next `;`, or before a `}` or before a line that begins with a word of a statement. */
  protected skipToEndOfStatement(): void {
    let depth = 0;
    while (!this.eof) {
      const token = this.peek();
      if (token.kind === 'punct') {
        const t = token.text;
        if (t === '{' || t === '(' || t === '[') depth++;
        else if (t === ')' || t === ']') depth = Math.max(0, depth - 1);
        else if (t === '}') {
          if (depth === 0) return;
          depth--;
          if (depth === 0) {
            this.advance();
            this.accept(';');
            return;
          }
        } else if (t === ';' && depth === 0) {
          this.advance();
          return;
        }
      } else if (token.bol && depth === 0 && this.startsStatementWord()) return;
      this.advance();
    }
  }

  /** From an opening bracket at the cursor to behind its partner. */
  protected skipBalanced(): void {
    let depth = 0;
    while (!this.eof) {
      const token = this.peek();
      if (token.kind === 'punct') {
        if (token.text === '(' || token.text === '[' || token.text === '{') depth++;
        else if (token.text === ')' || token.text === ']' || token.text === '}') depth--;
      }
      this.advance();
      if (depth <= 0) return;
    }
  }

  // ---------------------------------------------------------------- names

  protected lookup(name: string): NameKind | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const kind = this.scopes[i].get(name);
      if (kind) return kind;
    }
    return undefined;
  }

  /** Scopes are reused: every parameter list needs one. */
  private readonly spareScopes: Map<string, NameKind>[] = [];

  protected pushScope(): void {
    this.scopes.push(this.spareScopes.pop() ?? new Map());
  }

  protected popScope(): void {
    const scope = this.scopes.pop();
    if (!scope) return;
    if (scope.size > 0) scope.clear();
    this.spareScopes.push(scope);
  }

  protected declare(name: string, kind: NameKind): void {
    this.scopes[this.scopes.length - 1].set(name, kind);
  }

  protected isTypeName(token: Token): boolean {
    if (token.kind !== 'identifier') return false;
    const kind = this.lookup(token.text);
    return kind === 'typedef' || kind === 'unknown';
  }

  /** Whether a type can begin at the token: for casts, sizeof and parameters. */
  protected isTypeStart(ahead = 0): boolean {
    const token = this.peek(ahead);
    if (token.kind === 'keyword')
      return TYPE_WORDS.has(token.text) || OTHER_DECL_WORDS.has(token.text) || STORAGE_WORDS.has(token.text);
    return this.isTypeName(token);
  }
}
