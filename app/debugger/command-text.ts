/**
 * What a debugger command prints, in pieces that lead on: instants (`#1234`, `#2:1234`), addresses, places in sources (`driver.c:41`). Pure.
 */
import type { At } from '../../kernel-sim/protocol/time';
import { imageBefore } from '../store/code-places';
import type { Place, Subject } from '../store/selection';

export type OutputPiece =
  | string
  | { readonly text: string; readonly instant: { readonly branch: number | undefined; readonly instant: number } }
  | { readonly text: string; readonly subject: Subject }
  | { readonly text: string; readonly place: Place };

const LINKS =
  /(?<![\w.#])#(?:(?<branch>\d+):)?(?<instant>\d+)\b|\b(?:0x)?(?<address>[0-9A-F]{16})\b|(?<![\w/.-])(?<file>[\w./-]+\.[ch]):(?<line>\d+)\b/g;
const NO_ADDRESS = /^0{13}/;

export function outputPieces(text: string): readonly OutputPiece[] {
  const pieces: OutputPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(LINKS)) {
    const piece = linkOf(match[0], match.groups ?? {}, imageBefore(text, match.index));
    if (piece === undefined) continue;
    if (match.index > at) pieces.push(text.slice(at, match.index));
    pieces.push(piece);
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

function linkOf(
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
  image: string | undefined,
): OutputPiece | undefined {
  const { branch, instant, address, file, line } = groups;
  if (instant !== undefined)
    return { text, instant: { branch: branch === undefined ? undefined : Number(branch), instant: Number(instant) } };
  if (file !== undefined) return { text, place: { file, line: Number(line), image } };
  // Small numbers are printed with as many digits as addresses are.
  if (address === undefined || NO_ADDRESS.test(address)) return undefined;
  return { text, subject: { kind: 'address', address: `0x${address}` } };
}

/** The instant that a text names; one without a branch is of the branch that was shown. */
export function instantIn({ branch, instant }: { branch: number | undefined; instant: number }, shown: At): At {
  return { branch: branch ?? shown.branch, instant };
}

/** Characters of a typed line that are shown again with a mistake, and of a text in quotes in what is said of it. */
const MOST_ECHOED = 100;
const MOST_QUOTED = 60;

/** The line that a mistake is in, with marks under what is meant; of a long one the surroundings of that place. */
export function markedLine(line: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const place = Math.max(0, Math.min(start, line.length));
  const from = line.length <= MOST_ECHOED ? 0 : Math.max(0, Math.min(place - 20, line.length - MOST_ECHOED));
  const to = Math.min(line.length, from + MOST_ECHOED);
  const before = from > 0 ? '…' : '';
  const marks = Math.max(1, Math.min(end, to) - place);
  return [
    `${before}${line.slice(from, to)}${to < line.length ? '…' : ''}`,
    `${' '.repeat(before.length + place - from)}${'^'.repeat(marks)}`,
  ].join('\n');
}

/** What is said of a mistake, without repeating all of a long argument. */
export function withShortQuotes(text: string): string {
  return text.replace(/'([^']+)'/g, (whole, quoted: string) =>
    quoted.length <= MOST_QUOTED ? whole : `'${quoted.slice(0, MOST_QUOTED - 20)}…${quoted.slice(-20)}'`,
  );
}

/** A candidate in its place, and where the cursor then stands. */
export function completed(
  line: string,
  span: { readonly start: number; readonly end: number },
  candidate: string,
): { readonly line: string; readonly cursor: number } {
  const text = line.slice(0, span.start) + candidate + line.slice(span.end);
  return { line: text, cursor: span.start + candidate.length };
}

/** What all candidates begin with, if that is more than was typed. */
export function commonStart(candidates: readonly string[], typed: string): string | undefined {
  const [first = ''] = candidates;
  let length = first.length;
  for (const text of candidates) {
    let same = 0;
    while (same < length && text[same]?.toLowerCase() === first[same]?.toLowerCase()) same++;
    length = same;
  }
  return length > typed.length ? first.slice(0, length) : undefined;
}
