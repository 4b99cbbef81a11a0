/**
 * Routines that are defined in a C text, with their lines. Found by reading the text, because lines move while one edits and nothing needs to have been built:
 * a name at the outermost level with parameters and a body after them. Pure.
 */
export interface RoutineName {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/** Words with parentheses and a block behind them that are no names; outside of routines only a broken text has them. */
const NO_NAMES = new Set(['if', 'for', 'while', 'switch', 'return', 'sizeof', 'defined']);

export function routinesIn(text: string): RoutineName[] {
  const code = withoutComments(text);
  const found: RoutineName[] = [];
  let depth = 0;
  let [line, counted] = [1, 0];
  for (const { 0: token, 1: name, index } of code.matchAll(/[{}]|\b([A-Za-z_]\w*)\s*\(/g)) {
    if (token === '{') depth++;
    else if (token === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && name !== undefined && !NO_NAMES.has(name)) {
      const start = code.lastIndexOf('\n', index) + 1;
      if (/^[ \t]*#/.test(code.slice(start, index))) continue;
      const close = closingAt(code, index + token.length - 1);
      if (close === undefined || !/^\s*\{/.test(code.slice(close + 1, close + 200))) continue;
      line += code.slice(counted, index).split('\n').length - 1;
      counted = index;
      found.push({ name, line });
    }
  }
  return found;
}

function closingAt(code: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if (code[i] === '(') depth++;
    else if (code[i] === ')' && --depth === 0) return i;
  }
  return undefined;
}

/** Comments and literals as blanks, so that every place stays where it was. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (match) =>
    match.replace(/[^\n]/g, ' '),
  );
}
