/**
 * What one entry of the glossary is. Entries are written as `Entry` in the files `terms-*.ts`, one file an area or two; `terms.ts` makes
 * the list of `Term`s from them.
 */
export const AREAS = [
  'processor & modes',
  'interrupts & time',
  'scheduling',
  'memory',
  'objects & handles',
  'I/O & IRPs',
  'drivers',
  'synchronisation',
  'exceptions & crashes',
  'user mode',
  'tools',
] as const;

export type Area = (typeof AREAS)[number];

export interface Term {
  /** Lower case, words joined by hyphens; stays the same for ever, lessons may link to it. */
  readonly id: string;
  readonly name: string;
  /** Other spellings under which it is found in a text. Plurals are understood without being listed. */
  readonly aliases: readonly string[];
  /** Ids of related terms. If one term names another, that one names it too. */
  readonly also: readonly string[];
  /** One sentence of at most 140 characters, for the hover. */
  readonly short: string;
  /** What it is, why it exists, what to watch out for; where the lab differs from Windows. */
  readonly long: string;
  readonly area: Area;
}

/** A term as it is written down: the long text by sentences, and each relation at one of its two ends only. */
export interface Entry extends Omit<Term, 'long' | 'area'> {
  readonly long: readonly string[];
}
