/**
 * Makes a program that shows something wrong smaller, by leaving out lines and then tokens, as long as it still shows it. Delta debugging: big
 * pieces first, then halves of them.
 */
import { lex } from '../c/lexer.ts';

/** `tries` bounds how often the program is run. */
export function reduce(program: string, stillWrong: (program: string) => boolean, tries: number): string {
  let left = tries;
  const test = (text: string): boolean => left-- > 0 && stillWrong(text);
  const lines = without(program.split('\n'), '\n', test).join('\n');
  if (lines.length > 20_000) return lines;
  const { tokens } = lex(lines);
  const pieces = tokens.map(({ offset }, i) =>
    lines.slice(i === 0 ? 0 : offset, tokens[i + 1]?.offset ?? lines.length),
  );
  return without(pieces, '', test).join('');
}

function without(parts: string[], glue: string, test: (text: string) => boolean): string[] {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (fewer.length > 0 && test(fewer.join(glue))) kept = fewer;
      else at += size;
    }
  }
  return kept;
}
