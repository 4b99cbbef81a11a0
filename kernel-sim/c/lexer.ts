/**
 * Translation phases 1 to 3: text -> preprocessing tokens. Knows nothing of macros, types or diagnostics objects.
 *
 * Contract: never throws, linear in the text. Offsets and lengths are those of the text as written, also when line splices
 * lie inside a token; `text` is the spelling without splices. Tokens are immutable here and carry file -1: the result is cached
 * by text, so that headers are cut once for many builds.
 */
import type { Macro } from './pp-macro.ts';
import type { Expansion, Token } from './source.ts';

export type PpKind = 'identifier' | 'number' | 'char' | 'string' | 'punct' | 'header' | 'other';

/** A preprocessing token. Clones made by macro expansion fill in `file` and `expansion`. */
export interface PpToken {
  kind: PpKind;
  text: string;
  file: number;
  offset: number;
  length: number;
  /** First on its (logical) line / preceded by white space. */
  bol: boolean;
  space: boolean;
  /** An identifier that is a keyword of the language. */
  keyword: boolean;
  /** A literal that its line ended before its closing quote. */
  unterminated: boolean;
  expansion: Expansion | undefined;
  /** A macro name that must not be expanded any more. */
  painted: boolean;
}

export interface Lexed {
  tokens: PpToken[];
  /** Offset of a block comment that never ends, or -1. */
  openComment: number;
  /** What the preprocessor made of headers before and may use again: C tokens by token index, definitions by the index of their `#`. */
  made: (Token | undefined)[];
  defined: Map<number, KeptDefinition>;
}

export interface KeptDefinition {
  macro: Macro;
  /** Index of the first token behind its line. */
  end: number;
}

/** Words that are never names. Old single-underscore forms and GNU spellings included. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `auto break case char const continue default do double else enum extern float for goto if inline int long register restrict
  return short signed sizeof static struct switch typedef union unsigned void volatile while
  _Alignas _Alignof _Atomic _Bool _Complex _Generic _Imaginary _Noreturn _Static_assert static_assert _Thread_local
  __int8 __int16 __int32 __int64 _int64 __wchar_t __declspec _declspec __cdecl _cdecl __stdcall _stdcall __fastcall _fastcall
  __thiscall __vectorcall __clrcall __pascal
  __inline _inline __inline__ __forceinline __restrict __restrict__ __unaligned __ptr32 __ptr64 __sptr __uptr __w64 _W64
  __try __except __finally __leave __asm _asm __asm__ __alignof __alignof__ typeof __typeof__ __typeof __attribute__ __attribute __extension__ __label__ __auto_type __thread __complex__ __complex __int128 __float128 __real__ __imag__
  __const __const__ __volatile__ __volatile __signed__ __signed __builtin_va_list __builtin_offsetof __builtin_va_start __builtin_va_arg
  __builtin_va_end __builtin_va_copy __if_exists __if_not_exists __uuidof`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const PUNCT3 = new Map(['<<=', '>>=', '...'].map((p) => [p, p]));
const PUNCT2 = new Map(
  '-> ++ -- << >> <= >= == != && || *= /= %= += -= &= ^= |= ##'.split(' ').map((p) => [p, p] as const),
);
const DIGRAPHS = new Map([
  ['<:', '['],
  [':>', ']'],
  ['<%', '{'],
  ['%>', '}'],
  ['%:', '#'],
]);
const PUNCT1 = new Map([...'[](){}.&*+-~!/%<>^|?:;=,#'].map((p) => [p, p]));

const IDENT_START = 1;
const DIGIT = 2;
const CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const ch = String.fromCharCode(c);
  if (/[A-Za-z_$]/.test(ch)) CLASS[c] = IDENT_START;
  else if (/[0-9]/.test(ch)) CLASS[c] = DIGIT;
}
const UNICODE_LETTER = /[\p{L}\p{Mn}\p{Nd}]/u;

function isIdentPart(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c < 128) return CLASS[c] !== 0;
  return c >= 128 && UNICODE_LETTER.test(text[at]);
}

const WORD_REST = /[\w$]*/y;
const UNIVERSAL_NAME = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
const UNIVERSAL_NAMES = new RegExp(UNIVERSAL_NAME, 'g');

function universalCharacter(short: string | undefined, long: string | undefined): string {
  const code = Number.parseInt(short ?? long ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Length of a universal character name (`\u00e9`) at `at` that stands for a letter, or 0. */
function universalAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== 92) return 0;
  UNIVERSAL_NAME.lastIndex = at;
  const match = UNIVERSAL_NAME.exec(text);
  return match && UNICODE_LETTER.test(universalCharacter(match[1], match[2])) ? match[0].length : 0;
}

/** End of the identifier or number that goes on at `at`. */
function identEnd(text: string, at: number): number {
  let i = at;
  for (;;) {
    WORD_REST.lastIndex = i;
    WORD_REST.test(text);
    i = WORD_REST.lastIndex;
    const c = text.charCodeAt(i);
    if (c >= 128 && isIdentPart(text, i)) i++;
    else if (c === 92 && universalAt(text, i)) i += universalAt(text, i);
    else return i;
  }
}

/** Length of a line splice at `at` (`\`, optional blanks, end of line), or 0. */
function spliceAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== 92) return 0;
  let i = at + 1;
  for (let c = text.charCodeAt(i); c === 32 || c === 9 || c === 13; c = text.charCodeAt(i)) i++;
  return text.charCodeAt(i) === 10 ? i + 1 - at : 0;
}

/** Results of `scan`: kind and whether a literal stayed open. Module variables, since the scanner is called for every token. */
let scanKind: PpKind = 'other';
let scanOpen = false;

function scanQuoted(text: string, quoteAt: number, kind: PpKind): number {
  const quote = text.charCodeAt(quoteAt);
  scanKind = kind;
  let i = quoteAt + 1;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === quote) return i + 1;
    if (c === 92) {
      if (spliceAt(text, i)) break;
      const next = text.charCodeAt(i + 1);
      i += next === 10 || Number.isNaN(next) ? 1 : 2;
    } else if (c === 10 || Number.isNaN(c)) break;
    else i++;
  }
  scanOpen = true;
  // A carriage return before the line end is not part of the literal.
  return text.charCodeAt(i) === 10 && text.charCodeAt(i - 1) === 13 && i - 1 > quoteAt ? i - 1 : i;
}

/** End of a string between typographic quotes on one line, which is reported as one mistake; 0 if it does not end. */
function typographicEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) return 0;
    if (c === 34 || (c >= 0x201c && c <= 0x201f)) {
      scanKind = 'string';
      return i + 1;
    }
  }
  return 0;
}

/** End of the token that starts at `at` (which is no white space and no comment). */
function scan(text: string, at: number, afterInclude: boolean): number {
  const c = text.charCodeAt(at);
  scanOpen = false;
  const cls = c < 128 ? CLASS[c] : 0;
  const universal = c === 92 ? universalAt(text, at) : 0;
  if (cls === IDENT_START || universal || (c >= 128 && isIdentPart(text, at))) {
    const i = identEnd(text, at + (universal || 1));
    const next = text.charCodeAt(i);
    if ((next === 34 || next === 39) && i - at <= 2) {
      const prefix = text.slice(at, i);
      if (prefix === 'L' || prefix === 'u' || prefix === 'U' || (prefix === 'u8' && next === 34)) {
        return scanQuoted(text, i, next === 34 ? 'string' : 'char');
      }
    }
    scanKind = 'identifier';
    return i;
  }
  if (cls === DIGIT || (c === 46 && CLASS[text.charCodeAt(at + 1)] === DIGIT)) {
    // In hexadecimal `e` is a digit: `0xE+1` is a sum.
    const hex = c === 48 && (text.charCodeAt(at + 1) | 32) === 120;
    let i = at + 1;
    for (;;) {
      const d = text.charCodeAt(i);
      if (d === 43 || d === 45) {
        const before = text.charCodeAt(i - 1) | 32;
        if (before !== 112 && (hex || before !== 101)) break;
        i++;
      } else if (d === 46 || isIdentPart(text, i)) i++;
      else break;
    }
    scanKind = 'number';
    return i;
  }
  if (c === 34) return scanQuoted(text, at, 'string');
  if (c === 39) return scanQuoted(text, at, 'char');
  if (c >= 0x201c && c <= 0x201f) {
    const end = typographicEnd(text, at);
    if (end > 0) return end;
  }
  if (afterInclude && c === 60) {
    for (let i = at + 1; ; i++) {
      const d = text.charCodeAt(i);
      if (d === 62) {
        scanKind = 'header';
        return i + 1;
      }
      if (d === 10 || Number.isNaN(d)) break;
    }
  }
  scanKind = 'punct';
  switch (c) {
    case 40:
    case 41:
    case 59:
    case 44:
    case 91:
    case 93:
    case 123:
    case 125:
    case 126:
    case 63:
      return at + 1;
  }
  if (PUNCT3.has(text.substr(at, 3))) return at + 3;
  const two = text.substr(at, 2);
  if (two === '%:' && text.substr(at + 2, 2) === '%:') return at + 4;
  if (PUNCT2.has(two) || DIGRAPHS.has(two)) return at + 2;
  if (PUNCT1.has(text[at])) return at + 1;
  scanKind = 'other';
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function punctText(spelling: string): string {
  if (spelling === '%:%:') return '##';
  return PUNCT1.get(spelling) ?? PUNCT2.get(spelling) ?? PUNCT3.get(spelling) ?? DIGRAPHS.get(spelling) ?? spelling;
}

/** One string object per identifier, with its keyword mark: comparing and hashing are then pointer work. */
const NAMES = new Map<string, { text: string; keyword: boolean }>();
function internName(text: string): { text: string; keyword: boolean } {
  let entry = NAMES.get(text);
  if (!entry) {
    if (NAMES.size > 60_000) NAMES.clear();
    entry = { text, keyword: KEYWORDS.has(text) };
    NAMES.set(text, entry);
  }
  return entry;
}

function makeToken(
  kind: PpKind,
  spelling: string,
  offset: number,
  length: number,
  bol: boolean,
  space: boolean,
): PpToken {
  let text = spelling;
  let keyword = false;
  if (kind === 'identifier') {
    // The same name however it is spelt.
    const name = internName(
      spelling.includes('\\')
        ? spelling.replace(UNIVERSAL_NAMES, (_, short, long) => universalCharacter(short, long))
        : spelling,
    );
    text = name.text;
    keyword = name.keyword;
  } else if (kind === 'punct') text = punctText(spelling);
  return {
    kind,
    text,
    file: -1,
    offset,
    length,
    bol,
    space,
    keyword,
    unterminated: scanOpen,
    expansion: undefined,
    painted: false,
  };
}

const SPLICED_COMMENT_END = /\*(?:\\[ \t\r]*\n)*\//g;

function commentEnd(text: string, from: number, spliced: boolean): number {
  if (!spliced) {
    const end = text.indexOf('*/', from);
    return end < 0 ? -1 : end + 2;
  }
  SPLICED_COMMENT_END.lastIndex = from;
  const match = SPLICED_COMMENT_END.exec(text);
  return match ? match.index + match[0].length : -1;
}

/** The logical line from `at` on without its splices, and where each of its characters was. */
function unsplice(text: string, at: number): { clean: string; places: number[] } {
  let clean = '';
  const places: number[] = [];
  let i = at;
  while (i < text.length) {
    const splice = spliceAt(text, i);
    if (splice) {
      i += splice;
      continue;
    }
    if (text.charCodeAt(i) === 10) break;
    places.push(i);
    clean += text[i++];
  }
  places.push(i);
  return { clean, places };
}

export function lex(text: string): Lexed {
  const tokens: PpToken[] = [];
  const n = text.length;
  const splicedComments = text.includes('*\\');
  let pos = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let bol = true;
  let space = false;
  let openComment = -1;
  while (pos < n) {
    const c = text.charCodeAt(pos);
    if (c === 32 || c === 9 || c === 13 || c === 11 || c === 12) {
      pos++;
      while (text.charCodeAt(pos) === 32) pos++;
      space = true;
      continue;
    }
    if (c === 10) {
      pos++;
      bol = space = true;
      continue;
    }
    if (c === 92) {
      const splice = spliceAt(text, pos);
      if (splice) {
        pos += splice;
        space = true;
        continue;
      }
    }
    if (c === 47) {
      const next = text.charCodeAt(pos + 1);
      if (next === 47) {
        // A splice carries the comment on to the next line.
        for (;;) {
          const end = text.indexOf('\n', pos);
          if (end < 0) pos = n;
          else {
            let back = end - 1;
            while (text.charCodeAt(back) === 13 || text.charCodeAt(back) === 32 || text.charCodeAt(back) === 9) back--;
            pos = end;
            if (text.charCodeAt(back) === 92 && spliceAt(text, back)) {
              pos = end + 1;
              continue;
            }
          }
          break;
        }
        continue;
      }
      if (next === 42) {
        const end = commentEnd(text, pos + 2, splicedComments);
        if (end < 0) openComment = pos;
        pos = end < 0 ? n : end;
        space = true;
        continue;
      }
    }
    const count = tokens.length;
    const last = count > 1 ? tokens[count - 1] : undefined;
    const afterInclude =
      c === 60 &&
      last !== undefined &&
      tokens[count - 2].bol &&
      tokens[count - 2].text === '#' &&
      !bol &&
      (last.text === 'include' || last.text === 'import' || last.text === 'include_next');
    let end = scan(text, pos, afterInclude);
    if (text.charCodeAt(end) === 92 && spliceAt(text, end)) {
      // Rare: a splice touches the token. Scan the logical line without splices and map the end back.
      const { clean, places } = unsplice(text, pos);
      if (clean.startsWith('//')) {
        pos = places[clean.length];
        continue;
      }
      if (clean.startsWith('/*')) {
        const close = commentEnd(text, places[1] + 1, splicedComments);
        if (close < 0) openComment = pos;
        pos = close < 0 ? n : close;
        space = true;
        continue;
      }
      const cleanEnd = scan(clean, 0, afterInclude);
      end = places[cleanEnd - 1] + 1;
      tokens.push(makeToken(scanKind, clean.slice(0, cleanEnd), pos, end - pos, bol, space));
    } else {
      tokens.push(makeToken(scanKind, text.slice(pos, end), pos, end - pos, bol, space));
    }
    pos = end;
    bol = space = false;
  }
  return { tokens, openComment, made: [], defined: new Map() };
}

/** Small cache by text: headers come back in every build. Bounded; never affects results. */
const CACHE = new Map<string, Lexed>();
export function lexCached(text: string): Lexed {
  const known = CACHE.get(text);
  if (known) return known;
  const lexed = lex(text);
  if (CACHE.size >= 200) {
    const oldest = CACHE.keys().next();
    if (!oldest.done) CACHE.delete(oldest.value);
  }
  CACHE.set(text, lexed);
  return lexed;
}
