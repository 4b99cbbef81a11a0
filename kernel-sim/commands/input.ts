/**
 * Takes a command line apart: commands separated by `;`, each a name and what stands behind it. Pure; keeps the offsets in the line, so that
 * a mistake can be pointed at.
 */
import { DebugError } from '../debugger/error.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of the line and where it stands. */
export interface Piece extends Span {
  readonly text: string;
}

/** A mistake in a command; its span is one of the whole line (that of another DebugError is one of an expression or condition). */
export class CommandError extends DebugError {
  constructor(message: string, span?: Span) {
    super(message, span && { start: span.start, end: span.end });
  }
}

export interface CommandText {
  readonly name: Piece;
  readonly rest: Piece;
}

const NAME = /^(?:\?\??|~|[.!|]?[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z]+)*[-+]?|[.!|$]+)/;
/** In the style of `l+t`: the sign belongs to the name. */
const SIGNED_NAME = /^l[-+][a-z]+/;
const COMMENT = /^(\*|\$\$)/;

/** The commands of a line, in order; none for an empty line or a comment (`*`, `$$`). */
export function commandsOf(line: string): CommandText[] {
  return partsOf(line)
    .map((part) => commandIn(line, part))
    .filter(({ name }) => name.text !== '' && !COMMENT.test(name.text));
}

/** The command that a position is in or behind; its name may be empty. */
export function commandAt(line: string, position: number): CommandText {
  const parts = partsOf(line);
  return commandIn(line, parts.findLast(({ start }) => start <= position) ?? { start: 0, end: line.length });
}

function commandIn(line: string, { start, end }: Span): CommandText {
  const text = line.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  const body = text.trim();
  const name = (SIGNED_NAME.exec(body) ?? NAME.exec(body) ?? /^\S*/.exec(body))?.[0] ?? '';
  const behind = from + name.length;
  return { name: pieceOf(line, from, behind), rest: pieceOf(line, behind, from + body.length) };
}

/** Stretches between semicolons that stand in no string; a comment goes on to the end of the line. */
function partsOf(line: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  let at = 0;
  while (at < line.length) {
    if (at === start && COMMENT.test(line.slice(start).trimStart())) break;
    const character = line[at];
    if (character === ';') {
      parts.push({ start, end: at });
      start = at + 1;
    }
    at = isQuote(character) ? behindQuoted(line, at) : at + 1;
  }
  parts.push({ start, end: line.length });
  return parts;
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === '`';
}

/** Behind the closing quote; behind the opening one if nothing closes it, which then is an ordinary character. */
function behindQuoted(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\' && text[open] !== '`') at++;
    else if (text[at] === text[open]) return at + 1;
  }
  return open + 1;
}

function pieceOf(line: string, from: number, to: number): Piece {
  return { text: line.slice(from, to), start: from, end: to };
}

/** Reads what stands behind a command's name, from left to right. */
export class Input {
  readonly #line: string;
  readonly #end: number;
  readonly #name: Piece;
  #at: number;

  constructor(line: string, { name, rest }: CommandText) {
    this.#line = line;
    this.#name = name;
    this.#at = rest.start;
    this.#end = rest.end;
  }

  /** Nothing but blanks is left. */
  get isEmpty(): boolean {
    this.#skipBlanks();
    return this.#at >= this.#end;
  }

  /** All that is left, without blanks around it. */
  rest(): Piece {
    this.#skipBlanks();
    const text = this.#line.slice(this.#at, this.#end).trimEnd();
    const piece = pieceOf(this.#line, this.#at, this.#at + text.length);
    this.#at = this.#end;
    return piece;
  }

  /** What is left must be something; `what` names it. */
  needRest(what: string): Piece {
    return this.isEmpty ? this.#missing(what) : this.rest();
  }

  /** The next word: up to a blank, or a whole string in quotes. */
  word(): Piece | undefined {
    if (this.isEmpty) return undefined;
    const start = this.#at;
    let at = start;
    while (at < this.#end && !/\s/.test(this.#line[at])) {
      at = isQuote(this.#line[at]) ? Math.min(behindQuoted(this.#line, at), this.#end) : at + 1;
    }
    this.#at = at;
    return pieceOf(this.#line, start, at);
  }

  needWord(what: string): Piece {
    return this.word() ?? this.#missing(what);
  }

  /** The next expression: up to a blank outside of brackets, so that `(a + b)` is one. */
  expression(what: string): Piece {
    if (this.isEmpty) return this.#missing(what);
    const start = this.#at;
    let depth = 0;
    let at = start;
    while (at < this.#end && (depth > 0 || !/\s/.test(this.#line[at]))) {
      const character = this.#line[at];
      if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character)) depth--;
      at = isQuote(character) ? Math.min(behindQuoted(this.#line, at), this.#end) : at + 1;
    }
    this.#at = at;
    return pieceOf(this.#line, start, at);
  }

  /** The next word if it looks like that; otherwise nothing is taken. */
  take(pattern: RegExp): Piece | undefined {
    const before = this.#at;
    const word = this.word();
    if (word && pattern.test(word.text)) return word;
    this.#at = before;
    return undefined;
  }

  /**
   * Up to where a word of this kind begins, or a quoted string if `untilString`: an expression with blanks in it, followed by something else.
   */
  until(pattern: RegExp | undefined, untilString = false): Piece {
    this.#skipBlanks();
    const start = this.#at;
    let end = start;
    while (!this.isEmpty) {
      const before = this.#at;
      if (untilString && this.#line[before] === '"' && before > start) break;
      const word = this.word();
      if (word && pattern?.test(word.text)) {
        this.#at = before;
        break;
      }
      end = this.#at;
    }
    return pieceOf(this.#line, start, end);
  }

  /** A count in decimal or hexadecimal, 1 to `max`, if a word is left that begins like a number. */
  count(what: string, max = 1_000_000): number | undefined {
    const word = this.take(/^[-+]?\d/);
    return word && numberOf(word, what, 1, max);
  }

  /** Nothing may be left. */
  done(): void {
    if (!this.isEmpty) {
      const rest = this.rest();
      throw new CommandError(`${this.#name.text} does not take '${rest.text}'; see .help ${this.#name.text}`, rest);
    }
  }

  /** A mistake, at a piece or at the end of what was read. */
  mistake(message: string, piece?: Span): CommandError {
    return new CommandError(message, piece ?? { start: this.#at, end: this.#at });
  }

  #missing(what: string): never {
    const { text, end } = this.#name;
    throw new CommandError(`${text} needs ${what}; see .help ${text}`, { start: end, end });
  }

  #skipBlanks(): void {
    while (this.#at < this.#end && /\s/.test(this.#line[this.#at])) this.#at++;
  }
}

/** A whole number within bounds: `12`, `0x1f`, `1_000_000`. */
export function numberOf(piece: Piece, what: string, min: number, max: number): number {
  const plain = piece.text.replaceAll('_', '');
  const value = /^(\d+|0x[0-9a-f]+)$/i.test(plain) ? Number(plain) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new CommandError(`${what} is a whole number from ${min} to ${max}, not '${piece.text}'`, piece);
}

/** A text in double quotes, with C's escapes for line ends, tabs, quotes and backslashes; without quotes it counts as it stands. */
export function textOf(piece: Piece): string {
  const inner = /^"([\s\S]*)"$/.exec(piece.text)?.[1];
  if (inner === undefined) return piece.text;
  return inner.replace(/\\(x[0-9a-fA-F]{2}|.)/g, (whole, what: string) => {
    if (what.length > 1) return String.fromCharCode(Number.parseInt(what.slice(1), 16));
    return ESCAPES[what] ?? whole;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', 0: '\0' };

/** `L10`: so many items from an address on. */
export const IS_LENGTH = /^L(0x[0-9a-f]+|\d[\d_]*)$/i;

export function lengthIn(input: Input, max: number): number | undefined {
  const word = input.take(IS_LENGTH);
  input.done();
  return word && numberOf({ ...word, text: word.text.slice(1) }, 'a number of items behind L', 1, max);
}
