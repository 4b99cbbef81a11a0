/**
 * The end of preprocessing: preprocessing tokens -> C tokens (phases 5 to 7). Marks keywords, gives literals their values, joins
 * adjacent strings, carries out `__pragma(...)`, `_Pragma("...")` and `__identifier(...)`, and stamps packing and segment.
 */
import { lex, type PpToken } from './lexer.ts';
import {
  decodeBody,
  literalBody,
  literalPrefix,
  type NumberValue,
  parseChar,
  parseNumber,
  RAW_BYTE,
  unitSizeOf,
} from './literals.ts';
import { spanOfPp } from './pp-macro.ts';
import type { Pragmas } from './pp-pragma.ts';
import type { Diagnostics, Span, Token, TokenKind } from './source.ts';

/** All tokens are made here, so that they have one shape. */
function makeToken(kind: TokenKind, from: PpToken, file: number, pragmas: Pragmas): Token {
  return {
    kind,
    text: from.text,
    file,
    offset: from.offset,
    length: from.length,
    expansion: from.expansion,
    value: undefined,
    intType: undefined,
    floatType: undefined,
    units: undefined,
    unitSize: undefined,
    bol: from.bol,
    space: from.space,
    pack: pragmas.pack,
    segment: pragmas.segment,
  };
}

/** Characters that come from word processors and web pages, and what was meant. */
const LOOKALIKES: Record<string, string> = {
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00a0': 'a plain space',
  '\u200b': 'nothing',
  '\u00d7': '*',
  '\u2026': '...',
  '\uff08': '(',
  '\uff09': ')',
  '\uff1b': ';',
  '\u037e': ';',
};

/** A string as word processors write it; the lexer takes it for one. */
const TYPOGRAPHIC = /^[\u201c-\u201f]/;

/** A byte that is no UTF-8 (literals.ts), or a character that only controls a device. */
function isNoText(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 0x20 || code === 0x7f || (code >= RAW_BYTE + 0x80 && code <= RAW_BYTE + 0xff);
}

export class Output {
  readonly tokens: Token[] = [];
  private readonly diags: Diagnostics;
  private readonly pragmas: Pragmas;
  private readonly numbers = new Map<string, NumberValue>();
  /** Files of which it was said that they are no text. */
  private readonly saidNoText = new Set<number>();
  /** The string token that a following string is joined to. */
  private lastString: Token | undefined;
  private stringParts: string[] = [];
  /** Collecting the operand of `__pragma` and its kin. */
  private capture: { word: PpToken; file: number; tokens: PpToken[]; depth: number } | undefined;

  constructor(diags: Diagnostics, pragmas: Pragmas) {
    this.diags = diags;
    this.pragmas = pragmas;
  }

  /** Takes a token that an earlier build made of the same place, if it would come out the same now. */
  again(made: Token | undefined, file: number): boolean {
    if (!made || this.capture || made.file !== file) return false;
    if (made.pack !== this.pragmas.pack || made.segment !== this.pragmas.segment) return false;
    this.lastString = undefined;
    this.tokens.push(made);
    return true;
  }

  /**
   * `file` is the file of a token straight from the lexer; clones carry their own. Returns the C token where one came of it that
   * depends on nothing else: not for literals.
   */
  put(token: PpToken, file: number): Token | undefined {
    if (this.capture) {
      this.captureToken(token, file);
      return;
    }
    switch (token.kind) {
      case 'identifier':
        if (token.text === '__pragma' || token.text === '_Pragma' || token.text === '__identifier') {
          this.capture = { word: token, file, tokens: [], depth: 0 };
          return;
        }
        return this.word(token.keyword ? 'keyword' : 'identifier', token, file);
      case 'punct':
        return this.word('punct', token, file);
      case 'number': {
        this.putNumber(token, file);
        return;
      }
      case 'string': {
        this.putString(token, file);
        return;
      }
      case 'char': {
        this.putChar(token, file);
        return;
      }
      default: {
        this.stray(token, file);
        return;
      }
    }
  }

  private word(kind: TokenKind, token: PpToken, file: number): Token {
    this.lastString = undefined;
    const made = makeToken(kind, token, file, this.pragmas);
    this.tokens.push(made);
    return made;
  }

  /** The eof token; also ends what was being collected. */
  end(file: number, offset: number, macros: readonly string[]): void {
    if (this.capture) {
      const { word } = this.capture;
      this.capture = undefined;
      this.diags.error('expected-paren', `'${word.text}' needs an operand in parentheses`, this.span(word, file));
    }
    const token: PpToken = {
      kind: 'punct',
      text: '',
      file,
      offset,
      length: 0,
      bol: true,
      space: true,
      keyword: false,
      unterminated: false,
      expansion: undefined,
      painted: false,
    };
    const eof = makeToken('eof', token, file, this.pragmas);
    eof.segments = this.pragmas.segments;
    eof.warnings = this.pragmas.warnings;
    eof.macros = macros;
    this.tokens.push(eof);
  }

  private span(token: PpToken, file: number): Span {
    return token.expansion ? spanOfPp(token) : { file, start: token.offset, end: token.offset + token.length };
  }

  private putNumber(token: PpToken, file: number): void {
    this.lastString = undefined;
    let number = this.numbers.get(token.text);
    if (!number) {
      number = parseNumber(token.text);
      this.numbers.set(token.text, number);
    }
    if (number.problem) this.diags.error(number.problem.id, number.problem.text, this.span(token, file));
    const made = makeToken('integer', token, file, this.pragmas);
    made.value = number.value;
    made.intType = number.intType;
    made.floatType = number.floatType;
    this.tokens.push(made);
  }

  private putChar(token: PpToken, file: number): void {
    this.lastString = undefined;
    const made = makeToken('char', token, file, this.pragmas);
    const char = parseChar(token.text);
    made.value = char.value;
    made.intType = char.intType;
    if (token.unterminated) {
      this.diags.error('unterminated-char', "the closing ' is missing", this.span(token, file));
    } else if (char.problem) {
      const soft = char.problem.id === 'bad-escape';
      this.diags.add(soft ? 'warning' : 'error', char.problem.id, char.problem.text, this.span(token, file));
    }
    this.tokens.push(made);
  }

  private putString(token: PpToken, file: number): void {
    if (TYPOGRAPHIC.test(token.text)) {
      const text = 'these are typographic quotes; C needs plain ones: "..."';
      this.diags.error('stray-character', text, this.span(token, file));
    } else if (token.unterminated) {
      this.diags.error('unterminated-string', 'the closing " is missing', this.span(token, file));
    }
    const size = unitSizeOf(token.text);
    const previous = this.lastString;
    if (!previous) {
      const made = makeToken('string', token, file, this.pragmas);
      made.units = this.decode(token, file, size);
      made.unitSize = size;
      this.lastString = made;
      this.stringParts = [token.text];
      this.tokens.push(made);
      return;
    }
    const own = literalPrefix(token.text);
    const other = own === '' ? '' : this.stringParts.map(literalPrefix).find((p) => p !== '' && p !== own);
    if (other) {
      const text = `a string that begins with '${own}' cannot be joined to one that begins with '${other}'`;
      this.diags.error('string-prefix', text, this.span(token, file));
    }
    this.stringParts.push(token.text);
    const before = previous.unitSize ?? 1;
    const joined = Math.max(before, size) as 1 | 2 | 4;
    if (joined !== before) {
      // "a" L"b" is wide as a whole: the narrow parts are read again.
      previous.units = this.stringParts.slice(0, -1).flatMap((part) => decodeBody(literalBody(part), joined).units);
      previous.unitSize = joined;
    }
    const target = previous.units ?? [];
    for (const unit of this.decode(token, file, joined)) target.push(unit);
    // A long table of strings in one literal stays linear: the spelling is only kept while it is short.
    if (previous.text.length < 4096) previous.text += ` ${token.text}`;
    const end = token.offset + token.length;
    const tokenFile = token.expansion ? token.file : file;
    if (!previous.expansion && !token.expansion && tokenFile === previous.file && end > previous.offset) {
      previous.length = end - previous.offset;
    }
  }

  private decode(token: PpToken, file: number, size: 1 | 2 | 4): number[] {
    const decoded = decodeBody(literalBody(token.text), size);
    if (decoded.wrong !== undefined) this.diags.error('incomplete-escape', decoded.wrong, this.span(token, file));
    if (decoded.problem !== undefined && !token.unterminated) {
      this.diags.warn('bad-escape', decoded.problem, this.span(token, file));
    }
    return decoded.units;
  }

  private stray(token: PpToken, file: number): void {
    this.lastString = undefined;
    if (isNoText(token.text)) {
      this.noText(token, file);
      return;
    }
    const meant = LOOKALIKES[token.text];
    const code = (token.text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const shown = /^[!-~]$/.test(token.text) ? `'${token.text}'` : `'${token.text}' (U+${code})`;
    const hint = meant === undefined ? '' : meant.length > 3 ? `; ${meant} was meant` : `; did you mean ${meant} ?`;
    this.diags.error('stray-character', `the character ${shown} has no meaning in C${hint}`, this.span(token, file));
    if (meant !== undefined && /^[-*();.]+$/.test(meant)) {
      this.tokens.push(makeToken('punct', { ...token, text: meant }, file, this.pragmas));
    }
  }

  /** A file that is no text has thousands of such bytes: they are one mistake. */
  private noText(token: PpToken, file: number): void {
    if (this.saidNoText.has(file)) return;
    this.saidNoText.add(file);
    const byte = (token.text.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, '0');
    const text = `the byte 0x${byte} is no character of C: this file is not plain text in UTF-8`;
    this.diags.error('stray-character', text, this.span(token, file));
  }

  private captureToken(token: PpToken, file: number): void {
    const capture = this.capture;
    if (!capture) return;
    if (token.text === '(' && token.kind === 'punct') {
      if (capture.depth++ === 0) return;
    } else if (capture.depth === 0) {
      // No parenthesis follows: a plain name after all.
      this.capture = undefined;
      this.tokens.push(makeToken('identifier', capture.word, capture.file, this.pragmas));
      this.put(token, file);
      return;
    } else if (token.text === ')' && token.kind === 'punct' && --capture.depth === 0) {
      this.capture = undefined;
      this.finishCapture(capture.word, capture.file, capture.tokens);
      return;
    }
    capture.tokens.push(token);
  }

  private finishCapture(word: PpToken, file: number, tokens: PpToken[]): void {
    if (word.text === '__pragma') this.pragmas.run(tokens, this.span(word, file));
    else if (word.text === '_Pragma') {
      if (tokens.length !== 1 || tokens[0].kind !== 'string') {
        this.diags.error('expected-string', "'_Pragma' needs a string in parentheses", this.span(word, file));
      }
      const units = tokens[0]?.kind === 'string' ? decodeBody(literalBody(tokens[0].text), 2).units : [];
      let text = '';
      for (const unit of units) text += String.fromCharCode(unit);
      this.pragmas.run(lex(text).tokens, this.span(word, file));
    } else if (tokens[0]?.kind === 'identifier') {
      this.lastString = undefined;
      this.tokens.push(makeToken('identifier', tokens[0], tokens[0].expansion ? tokens[0].file : file, this.pragmas));
    }
  }
}

/** For messages: what a token is to the reader. */
export function describe(token: Token): string {
  if (token.kind === 'eof') return 'the end of the file';
  if (token.kind === 'keyword') return `the keyword '${token.text}'`;
  if (token.kind === 'string') return 'a string';
  return `'${token.text}'`;
}
