/**
 * Every id that a warning or an error of the front end can have, and what it means. An id that is not here does not compile. The stages need only
 * the type, so the words weigh nothing where nobody asks for them. How grave a finding is in which dialect: findings.ts.
 */
import { MEANING_WORDS } from './finding-words-meaning.ts';
import { SYNTAX_WORDS } from './finding-words-syntax.ts';
import { TEXT_WORDS } from './finding-words-text.ts';
import { nearest } from './spelling.ts';

/** What is wrong; what usually causes it or what to do. */
export type Words = Readonly<Record<string, readonly [means: string, advice: string]>>;

const FINDING_WORDS = { ...TEXT_WORDS, ...SYNTAX_WORDS, ...MEANING_WORDS };

export type FindingId = keyof typeof FINDING_WORDS;

export function findingIds(): readonly string[] {
  return Object.keys(FINDING_WORDS);
}

/** The explanation of a finding, or the id that was probably meant. */
export function explainFinding(id: string): { lines: readonly string[] } | { near: string | undefined } {
  const words = Object.hasOwn(FINDING_WORDS, id) ? FINDING_WORDS[id as FindingId] : undefined;
  return words ? { lines: words } : { near: nearest(id, findingIds()) };
}
