/** Routines that are defined in a C text, with their lines; by shape, without a parser: a name and parentheses at the beginning of a line, a body after them. Pure. */
export interface RoutineName {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

const DEFINITION = /^(?:[A-Za-z_][\w *]*?[\s*])?([A-Za-z_]\w*)\s*\([^;{}]*\)\s*\{/gm;
const NO_NAMES = new Set(['if', 'for', 'while', 'switch', 'return', 'sizeof', 'defined']);

export function routinesIn(text: string): RoutineName[] {
  const found: RoutineName[] = [];
  for (const match of text.matchAll(DEFINITION)) {
    const name = match[1] ?? '';
    const at = match.index + match[0].indexOf(name);
    if (!NO_NAMES.has(name)) found.push({ name, line: text.slice(0, at).split('\n').length });
  }
  return found;
}
