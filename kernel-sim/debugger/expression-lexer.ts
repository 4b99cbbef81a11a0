/**
 * Cuts the text of an expression into tokens: those of C, `module!name`, `@register`, `$pseudo`, WinDbg's `0n10` and `fffff800`00001000`.
 * Throws DebugError with the place.
 */
import { parseChar, parseNumber } from '../c/literals.ts';
import { DebugError } from './error.ts';
import type { Token } from './expression-tree.ts';
import { floatType, intType, UINT64 } from './types.ts';

/** Longer texts are no expressions that anybody typed. */
const MAX_TEXT = 2_000;

const SPACE = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)+/y;
const BACKTICKED = /(?:0x)?[0-9a-f]{1,8}`[0-9a-f]{1,8}(?![\w`])/iy;
/** `1e-5` and `0x1p-3` have a sign inside, `0x1e-5` is a difference. */
const NUMBER = /0x(?:p[+-]|[\w.])+|\.?\d(?:e[+-]|[\w.])*/iy;
const REGISTER = /(?:@\$?|\$)[A-Za-z_]\w*/y;
/** In `thermo.sys!Control` the extension belongs to the module; it is only taken for one where a `!` follows. */
const NAME = /[A-Za-z_][\w$]*(?:(?:\.[A-Za-z]\w*)?!(?!=)[A-Za-z_][\w$]*)?/y;
const PUNCT = /<<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[-+*/%<>=!~&|^?:,.()[\]{};#]/y;
const QUOTED = /(?:L|u8|u|U)?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/y;

export function tokenize(text: string): Token[] {
  if (text.length > MAX_TEXT) throw new DebugError(`an expression has ${MAX_TEXT} characters at most`);
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (;;) {
    at += match(SPACE)?.length ?? 0;
    if (at >= text.length) break;
    const token = next(match, text, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

function next(match: (pattern: RegExp) => string | undefined, text: string, start: number): Token {
  const made = (kind: Token['kind'], found: string, more: Partial<Token> = {}): Token => ({
    ...{ kind, text: found, start, end: start + found.length },
    ...more,
  });
  const ticked = match(BACKTICKED);
  if (ticked !== undefined) {
    const digits = ticked.replace(/^0x/i, '').split('`');
    return made('number', ticked, { value: BigInt(`0x${digits[0]}${digits[1].padStart(8, '0')}`), type: UINT64 });
  }
  const quoted = match(QUOTED);
  if (quoted !== undefined) return quotedToken(quoted, made);
  const number = match(NUMBER);
  if (number !== undefined) return made('number', number, numberOf(number, start));
  const register = match(REGISTER);
  if (register !== undefined) return made('register', register);
  const name = match(NAME);
  if (name !== undefined) return made('name', name);
  const punct = match(PUNCT);
  if (punct !== undefined) return made('punct', punct);
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const what = /["']/.test(character) ? `the literal that begins with ${character} does not end` : '';
  throw new DebugError(what || `'${character}' does not belong into an expression`, {
    start,
    end: start + character.length,
  });
}

function quotedToken(text: string, made: (kind: Token['kind'], found: string, more?: Partial<Token>) => Token): Token {
  if (!text.endsWith("'")) return made('string', text);
  const { value, intType: type, problem } = parseChar(text);
  const token = made('char', text, { value: BigInt.asIntN(64, value), type: intType(type) });
  if (problem) throw new DebugError(problem.text, token);
  return token;
}

function numberOf(text: string, start: number): Pick<Token, 'value' | 'type'> {
  const decimal = /^0n(\d+)$/i.exec(text);
  const number = parseNumber(decimal ? decimal[1].replace(/^0+(?=\d)/, '') : text);
  if (number.problem) throw new DebugError(number.problem.text, { start, end: start + text.length });
  return { value: number.value, type: number.floatType ? floatType(number.floatType) : intType(number.intType) };
}
