/**
 * Running text with the glossary's terms in it, as pieces to be shown. A term is marked where a reader meets it first, not each time: a page of marks is
 * no text any more. Pure; the finder is handed in, because it is loaded only when it is needed.
 */
import type { Occurrence } from './find';

export type FindTerms = (text: string) => readonly Occurrence[];

/** Plain text, or a term as the text spells it. */
export type Piece = string | { readonly term: string; readonly text: string };

/** The text in pieces; terms of the ids in `told`, and those that come again, are plain. */
export function piecesOf(text: string, find: FindTerms, told: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  const met = new Set(told);
  let at = 0;
  for (const { term, start, end } of wordsIn(text, find)) {
    if (met.has(term.id)) continue;
    met.add(term.id);
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push({ term: term.id, text: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** For each of several texts that are read one after another: the terms that were met before it. */
export function toldBefore(texts: readonly string[], find: FindTerms): readonly ReadonlySet<string>[] {
  let told: ReadonlySet<string> = new Set();
  return texts.map((text) => {
    const before = told;
    const here = wordsIn(text, find).map(({ term }) => term.id);
    if (here.some((id) => !before.has(id))) told = new Set([...before, ...here]);
    return before;
  });
}

/** Terms that are words of the text, not parts of a name: neither the driver of `driver.c` nor the device of `\Device\Mirror` is meant. */
function wordsIn(text: string, find: FindTerms): readonly Occurrence[] {
  return find(text).filter(
    ({ start, end }) => !/[\\/]$/.test(text.slice(0, start)) && !/^(\.\w|[\\/])/.test(text.slice(end)),
  );
}
