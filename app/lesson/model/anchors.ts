/**
 * Where the names of a lesson's text are in the learner's files: a file, a routine that is defined, a macro. Found by reading the text, because lines
 * move while one edits and nothing needs to have been built. Pure.
 */

import { routinesIn, withoutComments } from '../../editor/routines';

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

/** The line of a function with a body or of a macro; from 1. */
function lineOfDefinition(word: string, text: string): number | undefined {
  const code = withoutComments(text);
  const macro = new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${word}\\b`, 'm').exec(code);
  if (macro) return code.slice(0, macro.index).split('\n').length;
  return routinesIn(text).find(({ name }) => name === word)?.line;
}

/** `F10`, `Shift+F11`, `Ctrl+Enter`, `?`: shown as keys. A letter alone is code. */
export function isKeys(text: string): boolean {
  return /^(?:(?:(?:Ctrl|Shift|Alt)\+)+(?:[A-Z.?]|Enter|[A-Z][A-Za-z]+)|(?:Shift\+)?(?:F\d{1,2}|Enter|Escape|Tab|Space)|\?)$/.test(
    text,
  );
}
