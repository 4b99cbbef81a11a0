/**
 * How many errors one mistake costs: correct programs with exactly one thing wrong in them, by kind of mistake; for each the number of errors and how many
 * lines the first is away from its cause. What still compiles tells nothing and is left out.
 */
import { analyze } from '../c/analyze.ts';
import { lex } from '../c/lexer.ts';
import { Dice } from './kind.ts';
import type { Header, Original } from './mutate.ts';

/** What one mistake cost. */
interface Cost {
  errors: number;
  lines: number;
}

/** Deletes, doubles or misspells one token that `of` chooses by its place among all tokens. */
interface Mistake {
  of: (spelling: string, before: string, at: number, all: readonly string[]) => boolean;
  becomes: (spelling: string) => string;
}

/** Whether the parenthesis at `at` closes a call of a function: a name stands before its partner, and that begins no declaration. */
function closesCall(all: readonly string[], at: number): boolean {
  let depth = 0;
  for (let i = at; i >= 0; i--) {
    if (all[i] === ')') depth++;
    else if (all[i] === '(' && --depth === 0) {
      return i + 1 < at && isName(all[i - 1] ?? '') && /^[;{}=(,!]$/.test(all[i - 2] ?? '');
    }
  }
  return false;
}

const isName = (s: string): boolean => /^[A-Za-z_]\w{3,}$/.test(s);
const drop = (...which: string[]): Mistake => ({ of: (s) => which.includes(s), becomes: () => '' });
const swapEnd = (s: string): string => `${s.slice(0, -2)}${s.slice(-1)}${s.slice(-2, -1)}x`;

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'no semicolon': drop(';'),
  'no comma': drop(','),
  'no parenthesis': drop('(', ')'),
  'no bracket': drop('[', ']'),
  'no brace': drop('{', '}'),
  'brace twice': { of: (s) => s === '{' || s === '}', becomes: (s) => s + s },
  'one argument more': { of: (s, _, at, all) => s === ')' && closesCall(all, at), becomes: () => ', 0, 0)' },
  'no argument': {
    of: (s, before, at, all) =>
      /^[\w"][^()]*$/.test(s) && before === '(' && /^\)$/.test(all[at + 1] ?? '') && closesCall(all, at + 1),
    becomes: () => '',
  },
  'header misspelt': { of: (s) => /^<\w+\.h>$/.test(s), becomes: (s) => s.replace('.h', '.hx') },
  'operator twice': { of: (s) => ['=', '*', '/', '<', '.', '->'].includes(s), becomes: (s) => `${s} ${s} ${s}` },
  'word misspelt': { of: isName, becomes: swapEnd },
  'member misspelt': { of: (s, before) => isName(s) && (before === '.' || before === '->'), becomes: swapEnd },
  'type misspelt': {
    of: (s) => /^(int|char|long|unsigned|void|ULONG|NTSTATUS|PIRP|HANDLE|DWORD)$/.test(s),
    becomes: swapEnd,
  },
  'quote lost': { of: (s) => /^".+"$/.test(s), becomes: (s) => s.slice(0, -1) },
};

export const MISTAKE_KINDS: readonly string[] = Object.keys(MISTAKES);

/** `line id` of each error; those in headers count as line 0. */
export function errorsOf(text: string, profile: Original['profile'], header: Header): string[] {
  const { diagnostics, sources } = analyze({
    sources: [{ name: 'a.c', text }],
    include: (name) => {
      const found = header(name);
      return found === undefined ? undefined : { name, text: found, system: true };
    },
    defines: [],
    profile,
  });
  return diagnostics.list
    .filter(({ severity }) => severity === 'error')
    .map(({ span, id }) => {
      const own = sources.files[span.file].name === 'a.c';
      return `${own ? sources.lineCol(span.file, span.start).line : 0} ${id}`;
    });
}

/** Lines (from 1) of the errors. */
function errorLines(text: string, profile: Original['profile'], header: Header): number[] {
  return errorsOf(text, profile, header).map((error) => Number.parseInt(error, 10));
}

const judged = new Map<string, boolean>();
/** Whether a program has no errors before something is planted in it; each is looked at once. */
function isCorrect(text: string, profile: Original['profile'], header: Header): boolean {
  const known = judged.get(text);
  if (known !== undefined) return known;
  const correct = errorLines(text, profile, header).length === 0;
  judged.set(text, correct);
  return correct;
}

/** The costs of up to `count` mistakes of a kind. */
export function costsOf(
  kind: string,
  originals: readonly Original[],
  header: Header,
  seed: number,
  count: number,
): Cost[] {
  const { of, becomes } = MISTAKES[kind];
  const dice = new Dice(seed);
  const costs: Cost[] = [];
  for (let n = 0; originals.length > 0 && n < count; n++) {
    const { text, profile } = dice.pick(originals);
    const { tokens } = lex(text);
    const spelling = tokens.map(({ offset, length }) => text.slice(offset, offset + length));
    const places = tokens.filter((_, i) => of(spelling[i], i > 0 ? spelling[i - 1] : '', i, spelling));
    if (places.length === 0) continue;
    const { offset, length } = dice.pick(places);
    const end = offset + length;
    if (!isCorrect(text, profile, header)) continue;
    const lines = errorLines(
      text.slice(0, offset) + becomes(text.slice(offset, end)) + text.slice(end),
      profile,
      header,
    );
    if (lines.length === 0) continue;
    const planted = text.slice(0, offset).split('\n').length;
    costs.push({ errors: lines.length, lines: Math.abs(Math.min(...lines) - planted) });
  }
  return costs;
}

/** The distribution: how many, errors in the median and at the 95th percentile, the part whose first error is within a line of its cause. */
export function summary(costs: readonly Cost[]): { count: number; median: number; p95: number; near: number } {
  const errors = costs.map((cost) => cost.errors).sort((a, b) => a - b);
  const at = (part: number): number => errors[Math.floor(part * (errors.length - 1))] ?? 0;
  const near = costs.filter(({ lines }) => lines <= 1).length / Math.max(1, costs.length);
  return { count: costs.length, median: at(0.5), p95: at(0.95), near };
}
