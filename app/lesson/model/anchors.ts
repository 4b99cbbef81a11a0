/**
 * Where the names of a lesson's text are in the learner's files: a file, a routine that is defined, a macro. Found by reading the text, because lines
 * move while one edits and nothing needs to have been built. Pure.
 */

interface SourceText {
  readonly name: string;
  readonly text: string;
}

export interface Anchor {
  readonly file: string;
  readonly line: number;
}

/** Undefined: the files define no such thing. `FirstUnload()` is `FirstUnload`. */
export function anchorOf(name: string, files: readonly SourceText[]): Anchor | undefined {
  const word = name.replace(/\(\)$/, '');
  if (files.some((file) => file.name === word)) return { file: word, line: 1 };
  if (!/^[A-Za-z_]\w*$/.test(word)) return undefined;
  for (const { name: file, text } of files) {
    const line = lineOfDefinition(word, text);
    if (line !== undefined) return { file, line };
  }
  return undefined;
}

/** The line of a function's body or of a macro; from 1. */
function lineOfDefinition(word: string, text: string): number | undefined {
  const code = withoutComments(text);
  const macro = new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${word}\\b`, 'm').exec(code);
  const at = macro?.index ?? placeOfFunction(word, code);
  return at === undefined ? undefined : code.slice(0, at).split('\n').length;
}

/** A name at the outermost level whose parameters are followed by a body. */
function placeOfFunction(word: string, code: string): number | undefined {
  for (const { index } of code.matchAll(new RegExp(`\\b${word}\\s*\\(`, 'g'))) {
    if (depthAt(code, index) !== 0) continue;
    const close = closingAt(code, code.indexOf('(', index));
    if (close !== undefined && /^\s*\{/.test(code.slice(close + 1))) return index;
  }
  return undefined;
}

function depthAt(code: string, at: number): number {
  let depth = 0;
  for (let i = 0; i < at; i++) {
    if (code[i] === '{') depth++;
    else if (code[i] === '}') depth--;
  }
  return depth;
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
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (match) =>
    match.replace(/[^\n]/g, ' '),
  );
}

/** `F10`, `Shift+F11`, `Ctrl+Enter`, `?`: shown as keys. A letter alone is code. */
export function isKeys(text: string): boolean {
  return /^(?:(?:(?:Ctrl|Shift|Alt)\+)+(?:[A-Z.?]|Enter|[A-Z][A-Za-z]+)|(?:Shift\+)?(?:F\d{1,2}|Enter|Escape|Tab|Space)|\?)$/.test(
    text,
  );
}
