/**
 * C split into what is coloured: enough to read a text before the editor arrives, and to know which words of it are names. Total and linear: any text gives
 * tokens, and their texts joined are the text.
 */

export type TokenKind = 'comment' | 'string' | 'number' | 'keyword' | 'directive' | 'name' | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const KEYWORDS = new Set(
  (
    'auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed ' +
    'sizeof static struct switch typedef union unsigned void volatile while _Bool _Static_assert __try __except __finally __leave __declspec __cdecl ' +
    '__stdcall __fastcall __forceinline __inline __int8 __int16 __int32 __int64'
  ).split(' '),
);

/** In this order: the first that fits is taken. */
const PATTERN = new RegExp(
  [
    String.raw`(?<comment>\/\/.*|\/\*(?:[^*]|\*(?!\/))*?(?:\*\/|$))`,
    String.raw`(?<string>(?:L|u8|u|U)?"(?:[^"\\]|\\.)*(?:"|$)|(?:L|u|U)?'(?:[^'\\]|\\.)*(?:'|$))`,
    String.raw`(?<number>\.?\d(?:[eEpP][+-]|[\w.])*)`,
    String.raw`(?<name>[A-Za-z_]\w*)`,
    String.raw`(?<other>\s+|[^])`,
  ].join('|'),
  'y',
);

/** The tokens of each line. */
export function tokenLines(text: string): Token[][] {
  let inComment = false;
  return text.split('\n').map((line) => {
    const tokens: Token[] = [];
    let at = 0;
    if (inComment) {
      const end = line.indexOf('*/');
      at = end < 0 ? line.length : end + 2;
      inComment = end < 0;
      if (at > 0) tokens.push({ kind: 'comment', text: line.slice(0, at) });
    }
    const directive = at === 0 ? /^\s*#\s*\w+/.exec(line)?.[0] : undefined;
    if (directive) {
      tokens.push({ kind: 'directive', text: directive });
      at = directive.length;
      const header = /^#\s*include/.test(directive.trim()) ? /^\s*<[^>]*>/.exec(line.slice(at))?.[0] : undefined;
      if (header) {
        tokens.push({ kind: 'string', text: header });
        at += header.length;
      }
    }
    while (at < line.length) {
      PATTERN.lastIndex = at;
      const groups = PATTERN.exec(line)?.groups ?? {};
      const kind = (Object.keys(groups) as TokenKind[]).find((name) => groups[name] !== undefined) ?? 'other';
      const found = groups[kind] ?? line[at];
      inComment = kind === 'comment' && found.startsWith('/*') && (found.length < 4 || !found.endsWith('*/'));
      at += found.length;
      tokens.push({ kind: kind === 'name' && KEYWORDS.has(found) ? 'keyword' : kind, text: found });
    }
    return tokens;
  });
}

/** The function around a line, by its braces: first line of its head to the line of its closing brace, from 1; undefined: the line is in none. */
export function functionAround(lines: readonly (readonly Token[])[], line: number): [number, number] | undefined {
  /** Depth of braces at the end of each line. */
  const depths: number[] = [];
  let depth = 0;
  for (const tokens of lines) {
    for (const { kind, text } of tokens) {
      if (kind !== 'other') continue;
      if (text === '{') depth++;
      else if (text === '}') depth = Math.max(0, depth - 1);
    }
    depths.push(depth);
  }
  const before = (index: number) => depths[index - 1] ?? 0;
  let first = line - 1;
  const has = (index: number, brace: string) =>
    lines[index]?.some(({ kind, text }) => kind === 'other' && text === brace);
  if (first < 0 || first >= lines.length) return undefined;
  if (depths[first] === 0 && before(first) === 0 && !has(first, '{')) {
    // In the head, or outside of functions: the body begins below with nothing between.
    let body = first;
    while (body < lines.length && !has(body, '{') && !endsDeclaration(lines[body])) body++;
    if (!has(body, '{')) return undefined;
    first = body;
  }
  while (first > 0 && before(first) > 0) first--;
  let last = first;
  while (last < lines.length - 1 && (depths[last] > 0 || !has(last, '}'))) last++;
  while (first > 0 && isPartOfHead(lines[first - 1])) first--;
  return [first + 1, last + 1];
}

function isPartOfHead(tokens: readonly Token[]): boolean {
  const code = tokens.filter(({ kind, text }) => kind !== 'comment' && text.trim() !== '');
  return code.length > 0 && code[0].kind !== 'directive' && !endsDeclaration(tokens);
}

function endsDeclaration(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(({ kind, text }) => kind !== 'comment' && text.trim() !== '');
  return last === undefined || last.text === ';' || last.text === '}' || tokens[0]?.kind === 'directive';
}

/** What of a line a hover is about: the name at the column with the members on the way to it, `Irp->IoStatus.Status`. Columns count from 1. */
export function expressionAt(line: string, column: number): { text: string; from: number; to: number } | undefined {
  for (const match of line.matchAll(/[A-Za-z_]\w*(?:\s*(?:->|\.)\s*[A-Za-z_]\w*)*/g)) {
    const from = match.index;
    if (column - 1 < from || column - 1 > from + match[0].length) continue;
    const rest = line.slice(column - 1, from + match[0].length);
    const to = column - 1 + (/^\w*/.exec(rest)?.[0].length ?? 0);
    const text = line.slice(from, to).replace(/\s+/g, '');
    return /\w$/.test(text) ? { text, from: from + 1, to: to + 1 } : undefined;
  }
  return undefined;
}
