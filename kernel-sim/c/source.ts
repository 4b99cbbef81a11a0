/**
 * Source files, tokens and diagnostics: the vocabulary every stage of the front end shares.
 * Plain data only, so that a worker can post it and the editor can use it.
 */
import type { FindingId } from './finding-words.ts';
import { severityIn } from './findings.ts';
import type { WarningPragmas } from './pp-warning.ts';
import type { Dialect } from './profiles.ts';
import type { FloatKind } from './types.ts';

export interface SourceFile {
  /** Index in `SourceManager.files`. */
  id: number;
  /** The name as the user knows it: `driver.c`, or `<wdm.h>` style name `wdm.h` for a lab header. */
  name: string;
  text: string;
  /** True for headers and sources that belong to the lab, not to the learner. */
  system: boolean;
}

/** One position range in one file; offsets in UTF-16 code units. */
export interface Span {
  file: number;
  start: number;
  end: number;
}

export type Severity = 'error' | 'warning' | 'note';

/** A finding about the source. `id` is stable and kebab-case (`undeclared-identifier`); `text` is one plain line. */
export interface Diagnostic {
  severity: Severity;
  id: FindingId;
  text: string;
  span: Span;
  /** Further places: "declared here", "expanded from macro X". */
  notes?: { text: string; span: Span }[];
}

/** Kinds of preprocessing and C tokens. Keywords are identifiers with `keyword` set by the converter to C tokens. */
export type TokenKind = 'identifier' | 'keyword' | 'integer' | 'char' | 'string' | 'punct' | 'eof';

/** How a token came out of a macro: the expansion it is part of, innermost first. */
export interface Expansion {
  macro: string;
  /** Where the macro was invoked. */
  at: Span;
  parent?: Expansion;
}

/** A C token after preprocessing (translation phase 7). */
export interface Token {
  kind: TokenKind;
  /** Spelling (punctuator text, keyword or identifier name, number spelling, literal spelling). */
  text: string;
  /** Spelling location. */
  file: number;
  offset: number;
  length: number;
  /** Set when the token came from a macro. */
  expansion?: Expansion;
  /** kind 'integer' / 'char': value as unsigned 64-bit pattern, and its C type name (see TypeTable). */
  value?: bigint;
  /** kind 'integer' with a point or an exponent: its type; `value` is its bits. */
  floatType?: FloatKind;
  /** kind 'integer' | 'char': one of int, uint, long, ulong, int64, uint64 (long is 32 bits), ushort for L'x', small ones with i8 ... ui16. */
  intType?: IntLiteralType;
  /** kind 'string': code units without the terminator; adjacent literals are already concatenated. */
  units?: number[];
  /** kind 'string': bytes per unit: 1 for "..." and u8, 2 for L"..." and u"...", 4 for U"...". */
  unitSize?: 1 | 2 | 4;
  /** First token on its line / preceded by white space: for the printer and the stringizer. */
  bol?: boolean;
  space?: boolean;
  /** `#pragma pack(...)` state in force at this token: maximum field alignment (8 by default). */
  pack?: number;
  /** Code segment chosen by `#pragma code_seg` / `alloc_text` handling, if not the default. */
  segment?: string;
  /** On the eof token only: functions placed by `#pragma alloc_text(SEG, f...)`, function -> segment. */
  segments?: Map<string, { segment: string; at: Span }>;
  /** On the eof token only: what `#pragma warning` has switched off and where. */
  warnings?: WarningPragmas;
  /** On the eof token only: every macro that is defined at the end, for suggestions. */
  macros?: readonly string[];
}

export type IntLiteralType =
  | 'int'
  | 'uint'
  | 'long'
  | 'ulong'
  | 'int64'
  | 'uint64'
  | 'char'
  | 'uchar'
  | 'short'
  | 'ushort';

/** Owns the files of one build; shared by all of its translation units. */
export class SourceManager {
  readonly files: SourceFile[] = [];
  private readonly lineStarts: (Int32Array | undefined)[] = [];

  add(name: string, text: string, system: boolean): SourceFile {
    const file: SourceFile = { id: this.files.length, name, text, system };
    this.files.push(file);
    return file;
  }

  /** 1-based line and column of an offset. */
  lineCol(file: number, offset: number): { line: number; col: number } {
    let starts = this.lineStarts[file];
    if (!starts) {
      const found = [0];
      const text = this.files[file]?.text ?? '';
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) found.push(i + 1);
      starts = Int32Array.from(found);
      this.lineStarts[file] = starts;
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (starts[mid] <= offset) low = mid;
      else high = mid - 1;
    }
    return { line: low + 1, col: offset - starts[low] + 1 };
  }

  /** Where the user should look for a token: the outermost macro invocation, or its own spelling. */
  spanOf(token: Token): Span {
    let expansion = token.expansion;
    if (!expansion) return { file: token.file, start: token.offset, end: token.offset + token.length };
    while (expansion.parent) expansion = expansion.parent;
    return expansion.at;
  }
}

/** Collects the findings of a build; all stages report here and go on. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];
  #dialect: Dialect | undefined = 'ms';
  get errorCount(): number {
    let n = 0;
    for (const d of this.list) if (d.severity === 'error') n++;
    return n;
  }
  /** Undefined while the headers of a unit are read, which decide it. */
  get dialect(): Dialect | undefined {
    return this.#dialect;
  }
  /** How grave a finding is here that usually is `usual`. */
  severityOf(id: FindingId, usual: Severity): Severity | 'off' {
    return (this.#dialect && severityIn(this.#dialect, id)) ?? usual;
  }
  /** What follows, and the findings from index `from` on, are judged by this dialect. A unit's shows only in its headers: undefined until then. */
  judgeBy(dialect: Dialect | undefined, from: number): void {
    this.#dialect = dialect;
    for (const finding of this.list.splice(from)) {
      const severity = this.severityOf(finding.id, finding.severity);
      if (severity !== 'off') this.list.push({ ...finding, severity });
    }
  }
  add(usual: Severity, id: FindingId, text: string, span: Span, notes?: { text: string; span: Span }[]): void {
    const severity = this.severityOf(id, usual);
    if (severity === 'off') return;
    const same = this.list.some(
      (d) => d.id === id && d.span.file === span.file && d.span.start === span.start && d.text === text,
    );
    if (!same) this.list.push(notes ? { severity, id, text, span, notes } : { severity, id, text, span });
  }
  /** Leaves out, of the findings from index `from` on, what the unit's pragmas have switched off, and makes errors of what they want so. */
  obey(pragmas: WarningPragmas, sources: SourceManager, from: number): void {
    const line = (file: number, offset: number): number => sources.lineCol(file, offset).line;
    for (const finding of this.list.splice(from)) {
      const judged = pragmas.judge(finding, line);
      if (judged) this.list.push(judged);
    }
  }
  /** Takes back findings that a later stage says better; returns the first. */
  withdraw(id: FindingId, beginning: string): Diagnostic | undefined {
    const first = this.list.find((d) => d.id === id && d.text.startsWith(beginning));
    for (let i = this.list.length - 1; first && i >= 0; i--) {
      if (this.list[i].id === id && this.list[i].text.startsWith(beginning)) this.list.splice(i, 1);
    }
    return first;
  }
  error(id: FindingId, text: string, span: Span, notes?: { text: string; span: Span }[]): void {
    this.add('error', id, text, span, notes);
  }
  warn(id: FindingId, text: string, span: Span, notes?: { text: string; span: Span }[]): void {
    this.add('warning', id, text, span, notes);
  }
}
