/**
 * Programs with something broken in them: tokens deleted, doubled, swapped, replaced, bytes inserted. Whatever the compiler is given, it must come
 * back soon, without an error of its own, with findings that have a place and a text.
 */

import { type BuildResult, build } from '../c/index.ts';
import { lex } from '../c/lexer.ts';
import type { Profile } from '../c/profiles.ts';
import { Dice, type Kind, type Outcome } from './kind.ts';

export interface Original {
  name: string;
  text: string;
  profile: Profile;
}

export type Header = (name: string) => string | undefined;

const JUNK = [
  '\0',
  '\u00e9',
  '\ud83d',
  '"',
  "'",
  '\\',
  '#',
  '/*',
  '*/',
  '//',
  '{',
  '}',
  '(',
  ')',
  '@',
  '\n',
  '\r',
  '...',
  '\\\n',
  '??=',
];
const WORDS =
  'int struct if else for while return sizeof static typedef enum const __try __except _Generic case default goto ; , = * & -> 0 1.5e 0x "s'.split(
    ' ',
  );

/** The text with one to four changes. */
export function mutated(text: string, dice: Dice): string {
  let result = text;
  for (let n = 1 + dice.below(4); n > 0; n--) result = changed(result, dice);
  return result;
}

function changed(text: string, dice: Dice): string {
  const { tokens } = lex(text);
  if (tokens.length < 3) return text + dice.pick(JUNK);
  const at = dice.below(tokens.length - 1);
  const token = tokens[at];
  const next = tokens[at + 1];
  const end = token.offset + token.length;
  const spelling = text.slice(token.offset, end);
  switch (dice.below(8)) {
    case 0:
      return text.slice(0, token.offset) + text.slice(end);
    case 1:
      return `${text.slice(0, end)} ${text.slice(token.offset)}`;
    case 2:
      return `${text.slice(0, token.offset)}${text.slice(next.offset, next.offset + next.length)} ${spelling} ${text.slice(next.offset + next.length)}`;
    case 3: {
      const other = dice.pick(tokens);
      return text.slice(0, token.offset) + text.slice(other.offset, other.offset + other.length) + text.slice(end);
    }
    case 4: {
      const place = dice.below(text.length);
      return text.slice(0, place) + dice.pick(JUNK) + text.slice(place);
    }
    case 5: {
      const place = dice.below(text.length);
      return text.slice(0, place) + String.fromCharCode(dice.below(dice.once(2) ? 128 : 65536)) + text.slice(place + 1);
    }
    case 6:
      return `${text.slice(0, token.offset)}${dice.pick(WORDS)} ${text.slice(end)}`;
    default:
      // A file that stops in the middle, or one whose middle is missing.
      return dice.once(3)
        ? text.slice(0, end)
        : text.slice(0, token.offset) + text.slice(Math.min(text.length, end + dice.below(200)));
  }
}

export function compile({ text, profile }: Pick<Original, 'text' | 'profile'>, header: Header): BuildResult {
  return build({
    name: profile === 'driver' ? 'a.sys' : 'a.exe',
    kind: profile === 'driver' ? 'sys' : 'exe',
    sources: [{ name: 'a.c', text }],
    include: (name) => {
      const found = header(name);
      return found === undefined ? undefined : { name, text: found, system: true };
    },
    defines: [],
    profile,
    libraries: [],
    entry: undefined,
  });
}

/** What is wrong with how the compiler took a text, or undefined. `clock` gives milliseconds. */
export function complaint(
  program: Pick<Original, 'text' | 'profile'>,
  header: Header,
  clock: () => number,
  limit: number,
): string | undefined {
  const start = clock();
  let result: BuildResult;
  try {
    result = compile(program, header);
  } catch (error) {
    return `the compiler failed: ${(error as Error).stack ?? error}`;
  }
  const ms = clock() - start;
  if (ms > limit) return `the compiler took ${Math.round(ms)} ms`;
  const { list } = result.diagnostics;
  for (const { id, text, span } of list) {
    const file = result.sources.files[span.file];
    if (!file || span.start < 0 || span.start > file.text.length + 1 || span.end < span.start) {
      return `finding ${id} has no place (${span.file}:${span.start}-${span.end})`;
    }
    if (text === '' || text.includes('\n') || text.includes("undefined'"))
      return `finding ${id} has the text "${text}"`;
  }
  if (!result.image && result.diagnostics.errorCount === 0) return 'there is no image, and no error says why';
  return undefined;
}

export function mutateKind(originals: readonly Original[], header: Header, clock: () => number, limit: number): Kind {
  return {
    missing: () => (originals.length === 0 ? 'programs to change' : undefined),
    try(seed): Outcome {
      const dice = new Dice(seed);
      const { text, profile } = dice.pick(originals);
      const program = mutated(text, dice);
      const what = complaint({ text: program, profile }, header, clock, limit);
      if (what === undefined) return { kind: 'ok' };
      const sort = what.slice(0, 60);
      return {
        kind: 'wrong',
        what,
        program,
        stillWrong: (smaller) => complaint({ text: smaller, profile }, header, clock, limit)?.startsWith(sort) === true,
      };
    },
  };
}
