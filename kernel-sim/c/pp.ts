/**
 * The preprocessor (translation phase 4) of one translation unit: files, directives, conditional groups, includes. Macro
 * expansion is in pp-macro.ts, definitions are read in pp-define.ts, pragmas in pp-pragma.ts, the making of C tokens in pp-output.ts.
 *
 * Contract: never throws on any input, reports and goes on; bounded in include depth and count, and in expansion.
 */

import { headerElsewhere } from './elsewhere.ts';
import type { FindingId } from './finding-words.ts';
import { wrongHeader } from './homes.ts';
import type { BuildOptions } from './index.ts';
import { type Lexed, lexCached, type PpToken } from './lexer.ts';
import { literalBody } from './literals.ts';
import { defineLine, readDefinition, sameMacro } from './pp-define.ts';
import { evaluateCondition } from './pp-expr.ts';
import { headerName, nearHeader } from './pp-headers.ts';
import { clone, Expander, type Macro, spanOfPp } from './pp-macro.ts';
import { Output } from './pp-output.ts';
import { Pragmas } from './pp-pragma.ts';
import { isWindowsHeader } from './profiles.ts';
import type { Diagnostics, SourceFile, SourceManager, Span, Token } from './source.ts';
import { editDistance } from './spelling.ts';

const MAX_INCLUDE_DEPTH = 200;
const MAX_INCLUDES = 4000;

export interface PreprocessOptions {
  include: BuildOptions['include'];
  /** `X=Y`, `X` or `F(a)=...`, the profile's own included. */
  defines: string[];
  /** Decides which of the lab's headers belong here. */
  profile?: BuildOptions['profile'];
}

interface Group {
  at: Span;
  /** Some branch was taken already. */
  taken: boolean;
  elseSeen: boolean;
}

/** A file being read. */
interface Cursor {
  file: SourceFile;
  lexed: Lexed;
  tokens: PpToken[];
  pos: number;
  groups: Group[];
  /** `#line`: what __LINE__ adds, and the name that __FILE__ gives. */
  lineDelta: number;
  shownName: string;
}

/** Directives that #if groups are made of. */
const OPENING = new Set(['if', 'ifdef', 'ifndef']);
const DIRECTIVES = [
  'if',
  'ifdef',
  'ifndef',
  'elif',
  'elifdef',
  'elifndef',
  'else',
  'endif',
  'define',
  'undef',
  'include',
  'import',
  'pragma',
  'error',
  'warning',
  'line',
];

class Preprocessor {
  private readonly sm: SourceManager;
  private readonly diags: Diagnostics;
  private readonly options: PreprocessOptions;
  private readonly macros = new Map<string, Macro>();
  private readonly pragmas: Pragmas;
  private readonly out: Output;
  private readonly expander: Expander;
  private readonly once = new Set<string>();
  private readonly shared: Map<string, SourceFile>;
  private cursor: Cursor;
  private depth = 0;
  private includes = 0;
  private counter = 0;
  /** A Windows header has been read. */
  private windows = false;
  /** Include nesting ran away: nothing more is read. */
  private stopped = false;

  constructor(file: SourceFile, sm: SourceManager, diags: Diagnostics, options: PreprocessOptions) {
    this.sm = sm;
    this.diags = diags;
    this.options = options;
    this.shared = sharedFiles(sm);
    this.cursor = this.open(file);
    const error = (id: FindingId, text: string, at: Span, notes?: { text: string; span: Span }[]): void =>
      diags.error(id, text, at, notes);
    const warn = (id: FindingId, text: string, at: Span): void => diags.warn(id, text, at);
    this.pragmas = new Pragmas({
      macros: this.macros,
      warn,
      isOwn: () => !this.cursor.file.system,
      once: () => this.once.add(this.cursor.file.name.toLowerCase()),
    });
    this.out = new Output(diags, this.pragmas);
    this.expander = new Expander({
      macros: this.macros,
      take: () => this.take(),
      parenNext: () => this.parenNext(),
      error,
      warn,
      traditional: () => this.windows || this.macros.get('_MSVC_TRADITIONAL')?.body[0]?.text !== '0',
    });
    this.defineBuiltins(file);
  }

  run(file: SourceFile): Token[] {
    const lines = this.options.defines.map(defineLine).join('');
    if (lines !== '') this.read(this.shareFile('<command line>', lines, true));
    this.read(file);
    this.out.end(file.id, file.text.length, Array.from(this.macros.keys()));
    return this.out.tokens;
  }

  // ---------------------------------------------------------------- files

  private open(file: SourceFile): Cursor {
    const lexed = lexCached(file.text);
    if (lexed.openComment >= 0) {
      const at = { file: file.id, start: lexed.openComment, end: lexed.openComment + 2 };
      this.diags.error('unterminated-comment', "this comment has no end: '*/' is missing", at);
    }
    return { file, lexed, tokens: lexed.tokens, pos: 0, groups: [], lineDelta: 0, shownName: file.name };
  }

  private shareFile(name: string, text: string, system: boolean): SourceFile {
    const known = this.shared.get(name);
    if (known && known.text === text) return known;
    const file = this.sm.add(name, text, system);
    this.shared.set(name, file);
    return file;
  }

  private read(file: SourceFile): void {
    const outer = this.cursor;
    const cursor = this.open(file);
    this.cursor = cursor;
    this.depth++;
    const { tokens } = cursor;
    const { made } = cursor.lexed;
    const { macros, out, expander } = this;
    this.pragmas.warnings.note(file.id, 0);
    const put = (t: PpToken): void => void out.put(t, t.file);
    while (cursor.pos < tokens.length && !this.stopped) {
      const token = tokens[cursor.pos];
      if (token.bol && token.text === '#' && token.kind === 'punct') {
        this.directive();
        continue;
      }
      cursor.pos++;
      if (token.kind === 'identifier') {
        const macro = macros.get(token.text);
        if (macro) {
          if (macro.body.length === 0 && file.system && this.expandsToNothing(macro)) continue;
          expander.expandName(this.withFile(token), macro, put);
          continue;
        }
      }
      const index = cursor.pos - 1;
      if (!out.again(made[index], file.id)) {
        const fresh = out.put(token, file.id);
        if (file.system) made[index] = fresh;
      }
    }
    if (!this.stopped) {
      for (const group of cursor.groups) {
        this.diags.error('unterminated-if', 'this conditional group has no #endif', group.at);
      }
    }
    this.depth--;
    this.cursor = outer;
    if (this.depth > 0)
      this.pragmas.warnings.note(outer.file.id, outer.tokens[outer.pos]?.offset ?? outer.file.text.length);
  }

  /** Annotations, of which headers are full: moves past a macro whose expansion is empty whatever its arguments are. */
  private expandsToNothing(macro: Macro): boolean {
    if (macro.builtin) return false;
    if (!macro.params) return true;
    const { cursor } = this;
    const { tokens } = cursor;
    if (tokens[cursor.pos]?.text !== '(') return false;
    let depth = 0;
    for (let i = cursor.pos; i < tokens.length; i++) {
      const { text, bol } = tokens[i];
      if (text === '(') depth++;
      else if (text === ')' && --depth === 0) {
        cursor.pos = i + 1;
        return true;
      } else if (text === '#' && bol) break; // directives among the arguments are carried out
    }
    return false;
  }

  private withFile(token: PpToken): PpToken {
    return clone(token, this.cursor.file.id, undefined, token.bol);
  }

  /** For macro arguments: the next token of the current file; conditional directives and definitions may stand between. */
  private take(): PpToken | undefined {
    const cursor = this.cursor;
    for (;;) {
      const token = cursor.tokens[cursor.pos];
      if (!token || this.stopped) return undefined;
      if (token.bol && token.text === '#' && token.kind === 'punct') {
        const word = cursor.tokens[cursor.pos + 1];
        if (word && !word.bol && (word.text === 'include' || word.text === 'import')) return undefined;
        this.directive();
        continue;
      }
      cursor.pos++;
      return this.withFile(token);
    }
  }

  private parenNext(): boolean {
    return this.cursor.tokens[this.cursor.pos]?.text === '(';
  }

  private span(token: PpToken): Span {
    if (token.expansion) return spanOfPp(token);
    return { file: this.cursor.file.id, start: token.offset, end: token.offset + token.length };
  }

  // ---------------------------------------------------------------- directives

  /** Carries out the directive at the cursor and moves past its line. */
  private directive(): void {
    const cursor = this.cursor;
    const { tokens, file, lexed } = cursor;
    const at = cursor.pos;
    const kept = lexed.defined.get(at);
    if (kept && kept.macro.file === file.id && kept.macro.system === file.system) {
      cursor.pos = kept.end;
      kept.macro.disabled = false;
      this.install(kept.macro);
      return;
    }
    const hash = tokens[at];
    let end = cursor.pos + 1;
    while (end < tokens.length && !tokens[end].bol) end++;
    const word = end > cursor.pos + 1 ? tokens[cursor.pos + 1] : undefined;
    const line = tokens.slice(cursor.pos + 2, end);
    cursor.pos = end;
    if (!word) return; // a lone '#'
    switch (word.text) {
      case 'define': {
        const macro = this.define(word, line);
        if (macro && file.system) lexed.defined.set(at, { macro, end });
        return;
      }
      case 'undef': {
        const name = this.macroName(word, line);
        if (name?.text === 'defined') this.diags.error('macro-name', "'defined' is no macro", this.span(name));
        else if (name) this.macros.delete(name.text);
        return;
      }
      case 'if':
      case 'ifdef':
      case 'ifndef': {
        const group: Group = { at: this.lineSpan(hash, word), taken: false, elseSeen: false };
        cursor.groups.push(group);
        group.taken = this.condition(word, line);
        if (!group.taken) this.skip();
        return;
      }
      case 'elif':
      case 'elifdef':
      case 'elifndef':
      case 'else': {
        const group = cursor.groups.at(-1);
        if (!group) {
          this.diags.error('unmatched-directive', `#${word.text} without #if`, this.lineSpan(hash, word));
          return;
        }
        this.noteElse(group, word);
        if (word.text === 'else') this.extraTokens(word, line, 0);
        this.skip(); // the branch before was taken
        return;
      }
      case 'endif':
        if (!cursor.groups.pop())
          this.diags.error('unmatched-directive', '#endif without #if', this.lineSpan(hash, word));
        else this.extraTokens(word, line, 0);
        return;
      case 'include':
      case 'import':
      case 'include_next': {
        this.include(word, line, hash);
        return;
      }
      case 'pragma': {
        const words = line.map((t) => this.withFile(t));
        // These two are about names of macros, so that their own name and operand are not expanded.
        const asWritten = words[0]?.text === 'push_macro' || words[0]?.text === 'pop_macro';
        const expanded = asWritten ? words : this.expander.expandList(words);
        this.pragmas.run(expanded, this.lineSpan(hash, line.at(-1) ?? word));
        return;
      }
      case 'error': {
        const text = this.restOfLine(word, line);
        this.diags.error(
          'error-directive',
          text === '' ? '#error' : `#error: ${text}`,
          this.lineSpan(hash, line.at(-1) ?? word),
        );
        return;
      }
      case 'warning': {
        const text = this.restOfLine(word, line);
        this.diags.warn('warning-directive', `#warning: ${text}`, this.lineSpan(hash, line.at(-1) ?? word));
        return;
      }
      case 'line': {
        this.lineDirective(line, word);
        return;
      }
      case 'ident':
      case 'sccs':
        return;
    }
    if (word.kind === 'number' && /^\d+$/.test(word.text)) return;
    const near = DIRECTIVES.find((d) => editDistance(d, word.text, 1) <= 1);
    const hint = near === undefined ? '' : `; did you mean #${near}?`;
    this.diags.error('unknown-directive', `'#${word.text}' is not a directive${hint}`, this.lineSpan(hash, word));
  }

  private lineSpan(from: PpToken, to: PpToken): Span {
    return { file: this.cursor.file.id, start: from.offset, end: to.offset + to.length };
  }

  private restOfLine(word: PpToken, line: PpToken[]): string {
    const last = line.at(-1);
    if (!last) return '';
    return this.cursor.file.text
      .slice(word.offset + word.length, last.offset + last.length)
      .trim()
      .slice(0, 500);
  }

  /** What stands behind a directive that is complete. */
  private extraTokens(word: PpToken, line: PpToken[], from: number): void {
    if (line.length <= from || this.cursor.file.system) return;
    this.diags.warn('extra-tokens', `'${line[from].text}' behind #${word.text} has no meaning`, this.span(line[from]));
  }

  private noteElse(group: Group, word: PpToken): void {
    if (group.elseSeen) this.diags.error('unmatched-directive', `#${word.text} after #else`, this.span(word));
    if (word.text === 'else') group.elseSeen = true;
  }

  /** Value of the condition of #if, #ifdef, #ifndef and their #el forms. */
  private condition(word: PpToken, line: PpToken[]): boolean {
    if (word.text !== 'if' && word.text !== 'elif') {
      const name = this.macroName(word, line);
      if (!name) return false;
      return this.isDefined(name.text) === (word.text === 'ifdef' || word.text === 'elifdef');
    }
    this.expander.inCondition = true;
    const tokens = this.expander.expandList(line.map((t) => this.withFile(t)));
    this.expander.inCondition = false;
    const { value, problem } = evaluateCondition(tokens, {
      isDefined: (name) => this.isDefined(name),
      hasInclude: (operand) => {
        const header = headerName(operand);
        return (
          header !== undefined && this.options.include(header.name, this.cursor.file.name, header.quoted) !== undefined
        );
      },
    });
    if (problem) {
      const at = problem.at ? spanOfPp(problem.at) : this.span(line.at(-1) ?? word);
      this.diags.error('bad-if-expression', `#${word.text}: ${problem.text}`, at);
    }
    return value;
  }

  private isDefined(name: string): boolean {
    return this.macros.has(name) || name === '__has_include' || name === '_Pragma' || name === '__pragma';
  }

  /** Skips to the branch that is taken, or past the #endif. */
  private skip(): void {
    const cursor = this.cursor;
    const { tokens } = cursor;
    const group = cursor.groups.at(-1);
    let depth = 0;
    let i = cursor.pos;
    for (; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token.bol || token.text !== '#' || token.kind !== 'punct') continue;
      const word = tokens[i + 1];
      if (!word || word.bol) continue;
      const text = word.text;
      if (OPENING.has(text)) depth++;
      else if (text === 'endif') {
        if (depth-- > 0) continue;
        cursor.groups.pop();
        break;
      } else if (depth === 0 && group && text.startsWith('el')) {
        if (text === 'else') {
          this.noteElse(group, word);
          if (group.taken) continue;
          group.taken = true;
          break;
        }
        if (text !== 'elif' && text !== 'elifdef' && text !== 'elifndef') continue;
        this.noteElse(group, word);
        if (group.taken) continue;
        let end = i + 1;
        while (end < tokens.length && !tokens[end].bol) end++;
        if (!this.condition(word, tokens.slice(i + 2, end))) continue;
        group.taken = true;
        break;
      }
    }
    // To the end of the directive's line.
    if (i < tokens.length) i++;
    while (i < tokens.length && !tokens[i].bol) i++;
    cursor.pos = i;
  }

  private macroName(word: PpToken, line: PpToken[]): PpToken | undefined {
    const name = line[0];
    if (name?.kind === 'identifier') {
      if (word.text !== 'define') this.extraTokens(word, line, 1);
      return name;
    }
    this.diags.error('macro-name', `#${word.text} needs the name of a macro`, this.span(name ?? word));
    return undefined;
  }

  private lineDirective(line: PpToken[], word: PpToken): void {
    const [number, name] = this.expander.expandList(line.map((t) => this.withFile(t)));
    if (number?.kind !== 'number' || !/^\d+$/.test(number.text)) {
      this.diags.error('bad-line-directive', '#line needs a line number', this.span(number ?? word));
      return;
    }
    const here = this.sm.lineCol(this.cursor.file.id, word.offset).line;
    if (Number(number.text) < 1 || Number(number.text) > 0x7fffffff) {
      this.diags.warn('line-range', 'a line number is from 1 to 2147483647', this.span(number));
    }
    this.cursor.lineDelta = Number(number.text) - (here + 1);
    if (name && !(name.kind === 'string' && name.text.startsWith('"'))) {
      this.diags.error('bad-line-directive', '#line needs a file name in quotes behind the number', this.span(name));
    }
    if (name?.kind === 'string') this.cursor.shownName = literalBody(name.text);
  }

  // ---------------------------------------------------------------- macros

  /** Reads and installs a definition; undefined (and reported) if it is malformed. */
  private define(word: PpToken, line: PpToken[]): Macro | undefined {
    const name = this.macroName(word, line);
    if (!name) return undefined;
    const macro = readDefinition(name, line, this.cursor.file, this.diags);
    if (macro) this.install(macro);
    return macro;
  }

  private install(macro: Macro): void {
    const before = this.macros.get(macro.name);
    if (before && !sameMacro(before, macro) && !(before.system && macro.system)) {
      const notes = before.builtin ? undefined : [{ text: 'it was defined here', span: before.span }];
      this.diags.warn(
        'macro-redefined',
        `macro '${macro.name}' is defined a second time, differently`,
        macro.span,
        notes,
      );
    }
    this.macros.set(macro.name, macro);
  }

  private defineBuiltins(main: SourceFile): void {
    const add = (name: string, make: (at: PpToken) => { kind: PpToken['kind']; text: string }): void => {
      const builtin = (at: PpToken): PpToken => ({
        ...at,
        ...make(at),
        keyword: false,
        painted: false,
        expansion: { macro: name, at: spanOfPp(at), parent: undefined },
      });
      this.macros.set(name, {
        name,
        params: undefined,
        variadic: false,
        body: [],
        paramOf: new Int16Array(0),
        file: -1,
        span: { file: main.id, start: 0, end: 0 },
        system: false,
        builtin,
        disabled: false,
      });
    };
    add('__LINE__', (at) => {
      const place = spanOfPp(at);
      const { line } = this.sm.lineCol(place.file, place.start);
      return { kind: 'number', text: `${line + (place.file === this.cursor.file.id ? this.cursor.lineDelta : 0)}` };
    });
    add('__FILE__', (at) => {
      const place = spanOfPp(at);
      const name = place.file === this.cursor.file.id ? this.cursor.shownName : (this.sm.files[place.file]?.name ?? '');
      return { kind: 'string', text: `"${name.replace(/[\\"]/g, '\\$&')}"` };
    });
    add('__COUNTER__', () => ({ kind: 'number', text: `${this.counter++}` }));
    add('__INCLUDE_LEVEL__', () => ({ kind: 'number', text: `${Math.max(0, this.depth - 1)}` }));
    // Builds are the same every day: a fixed date.
    add('__DATE__', () => ({ kind: 'string', text: '"Jan  1 2026"' }));
    add('__TIME__', () => ({ kind: 'string', text: '"00:00:00"' }));
    add('__TIMESTAMP__', () => ({ kind: 'string', text: '"Thu Jan  1 00:00:00 2026"' }));
  }

  // ---------------------------------------------------------------- include

  private include(word: PpToken, raw: PpToken[], hash: PpToken): void {
    let line = raw;
    let header = headerName(line);
    if (!header) {
      line = this.expander.expandList(raw.map((t) => this.withFile(t)));
      header = headerName(line);
    }
    const at = raw.length > 0 ? this.lineSpan(raw[0], raw[raw.length - 1]) : this.lineSpan(hash, word);
    if (!header || header.name === '') {
      this.diags.error('bad-include', `#${word.text} needs a file name: "name.h" or <name.h>`, at);
      return;
    }
    if (line[0].unterminated) {
      this.diags.error('unterminated-string', 'the closing " of the file name is missing', at);
    } else if (header.end < line.length && !line[header.end].expansion) {
      this.diags.warn(
        'extra-tokens',
        `'${line[header.end].text}' after the file name is ignored`,
        this.span(line[header.end]),
      );
    }
    if (this.depth > MAX_INCLUDE_DEPTH || ++this.includes > MAX_INCLUDES) {
      const what = this.depth > MAX_INCLUDE_DEPTH ? 'nested too deeply: does a header include itself?' : 'too many';
      this.diags.error('include-too-deep', `#include of '${header.name}': includes are ${what}`, at);
      this.stopped = true;
      return;
    }
    const { include } = this.options;
    const from = this.cursor.file.name;
    const found = include(header.name, from, header.quoted);
    if (!found) {
      const elsewhere = headerElsewhere(header.name);
      const near = elsewhere ?? nearHeader(header.name, (name) => include(name, from, header.quoted) !== undefined);
      const hint = elsewhere ? `; ${elsewhere}` : near === undefined ? '' : `; did you mean '${near}'?`;
      this.diags.error('include-not-found', `the file '${header.name}' was not found${hint}`, at);
      return;
    }
    const wrong = found.system && !this.cursor.file.system && wrongHeader(found.name, this.options.profile ?? 'guest');
    if (wrong) {
      this.diags.error('wrong-header', wrong, at);
      return;
    }
    const key = found.name.toLowerCase();
    if (this.once.has(key)) return;
    if (word.text === 'import') this.once.add(key);
    this.windows ||= found.system && isWindowsHeader(found.name);
    this.read(this.shareFile(found.name, found.text, found.system));
  }
}

/** Files already added to a source manager by name, so that several units share their headers. */
const SHARED = new WeakMap<SourceManager, Map<string, SourceFile>>();
function sharedFiles(sm: SourceManager): Map<string, SourceFile> {
  let files = SHARED.get(sm);
  if (!files) {
    files = new Map();
    SHARED.set(sm, files);
  }
  return files;
}

export function preprocess(
  file: SourceFile,
  sm: SourceManager,
  diags: Diagnostics,
  options: PreprocessOptions,
): Token[] {
  return new Preprocessor(file, sm, diags, options).run(file);
}
