/** Words of a rule: names, numbers, quoted texts, signs. Mistakes are `RuleError`s at their place. */
import { RuleError, type TextSpan } from './language.ts';

export interface Token extends TextSpan {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** A text without its quotes and with escapes resolved; everything else as written. */
  readonly text: string;
}

const SHAPES: readonly (readonly [Token['kind'], RegExp])[] = [
  ['name', /[A-Za-z_]\w*/y],
  ['number', /-?(0[xX][0-9a-fA-F]+|\d+)\b/y],
  ['text', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y],
  ['sign', /==|!=|<=|>=|[<>().]/y],
];
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"', "'": "'" };

/** Ends with a token of kind `end`. */
export function tokensOf(rule: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(rule.slice(at))?.[0].length ?? 0;
    if (at >= rule.length) break;
    const token = tokenAt(rule, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: rule.length, end: rule.length });
  return tokens;
}

function tokenAt(rule: string, start: number): Token {
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = start;
    const text = shape.exec(rule)?.[0];
    if (text === undefined) continue;
    const span = { start, end: start + text.length };
    return { kind, text: kind === 'text' ? unquoted(text, start) : text, ...span };
  }
  throw new RuleError(...mistakeAt(rule, start));
}

function mistakeAt(rule: string, start: number): [string, TextSpan] {
  const sign = rule[start] ?? '';
  if (sign === '"' || sign === "'") return ['this text has no closing quote', { start, end: rule.length }];
  const span = { start, end: start + 1 };
  if (sign === '=') return ["a single '=' means nothing here; equality is '=='", span];
  if (sign === '&' || sign === '|') return [`write '${sign === '&' ? 'and' : 'or'}' instead of '${sign}'`, span];
  if (sign === '!') return ["write 'not' instead of '!'", span];
  return [`'${sign}' has no meaning in a rule`, span];
}

function unquoted(text: string, start: number): string {
  return text.slice(1, -1).replace(/\\(.)/gs, (written: string, escaped: string, offset: number) => {
    const meaning = ESCAPES[escaped];
    if (meaning !== undefined) return meaning;
    const at = start + 1 + offset;
    throw new RuleError(`'${written}' is no escape; there are \\n \\r \\t \\\\ \\" \\'`, { start: at, end: at + 2 });
  });
}
