/**
 * Finding terms of the glossary: by name, in running text, by a query. Pure functions over `TERMS`; what they need is built once, when
 * it is first asked for.
 *
 * Names are compared without regard to case; a space in a name stands for any run of spaces or for one hyphen; a plural is understood.
 */
import type { Term } from './term';
import { TERMS } from './terms';

/** A name of a term in a text: `text.slice(start, end)`. */
export interface Occurrence {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<number, Node>;
  term?: Term;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
const WORD_OR_LETTER = /[\p{L}\p{N}_]/u;

let spellings: ReadonlyMap<string, Term> | undefined;
let matcher: Node | undefined;

/** The term with this id, name or alias. */
export function termNamed(text: string): Term | undefined {
  spellings ??= spellingsOf(TERMS);
  return spellings.get(folded(text));
}

/** Every known name in a plain text, as whole words, from left to right without overlaps; of several at one place the longest. */
export function termsIn(text: string): Occurrence[] {
  matcher ??= matcherOf(TERMS);
  const found: Occurrence[] = [];
  let at = 0;
  while (at < text.length) {
    const match = at > 0 && isWord(text, at - 1) ? undefined : longestAt(matcher, text, at);
    if (match) found.push(match);
    at = match ? match.end : at + 1;
  }
  return found;
}

/** Terms for a query, best first: by name before by contents. An empty query gives all, by name. */
export function search(query: string): Term[] {
  const wanted = folded(query);
  return TERMS.map((term) => ({ term, rank: rankOf(term, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || a.term.name.localeCompare(b.term.name, 'en'))
    .map(({ term }) => term);
}

const NO_MATCH = 7;

function rankOf(term: Term, wanted: string): number {
  if (wanted === '') return 0;
  const name = folded(term.name);
  const names = [folded(term.id), name, ...term.aliases.map(folded)];
  if (names.includes(wanted)) return 0;
  if (name.startsWith(wanted)) return 1;
  if (names.some((other) => other.startsWith(wanted))) return 2;
  if (names.some((other) => other.includes(` ${wanted}`))) return 3;
  const words = wanted.split(' ');
  const inAll = (text: string) => words.every((word) => text.includes(word));
  if (inAll(names.join(' '))) return 4;
  if (inAll(`${names.join(' ')} ${folded(term.short)}`)) return 5;
  return inAll(folded(`${term.short} ${term.long} ${term.area}`)) ? 6 : NO_MATCH;
}

function folded(text: string): string {
  return text
    .replace(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Names and aliases with their plurals. A plural never takes the place of a name. */
function namesOf(terms: readonly Term[]): Map<string, Term> {
  const names = new Map<string, Term>();
  for (const term of terms) for (const name of [term.name, ...term.aliases]) names.set(folded(name), term);
  for (const [name, term] of [...names]) {
    const plural = pluralOf(name);
    if (plural !== undefined && !names.has(plural)) names.set(plural, term);
  }
  return names;
}

function spellingsOf(terms: readonly Term[]): Map<string, Term> {
  const names = namesOf(terms);
  for (const term of terms) if (!names.has(folded(term.id))) names.set(folded(term.id), term);
  return names;
}

function pluralOf(name: string): string | undefined {
  if (!/[a-z0-9]$/.test(name)) return undefined;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

function matcherOf(terms: readonly Term[]): Node {
  const root: Node = { next: new Map() };
  for (const [name, term] of namesOf(terms)) {
    let node = root;
    for (let i = 0; i < name.length; i++) node = childOf(node, name.charCodeAt(i));
    node.term = term;
  }
  return root;
}

function childOf(node: Node, code: number): Node {
  const known = node.next.get(code);
  if (known) return known;
  const made: Node = { next: new Map() };
  node.next.set(code, made);
  return made;
}

function longestAt(root: Node, text: string, start: number): Occurrence | undefined {
  let best: Occurrence | undefined;
  let node: Node | undefined = root;
  let at = start;
  while (at < text.length) {
    const gap = node === root ? at : endOfGap(text, at);
    node = node.next.get(gap > at ? SPACE : lowerCase(text.charCodeAt(at)));
    if (!node) break;
    at = gap > at ? gap : at + 1;
    if (node.term && endsWord(text, at)) best = { term: node.term, start, end: at };
  }
  return best;
}

/** After one hyphen or a run of spaces that begins here; the same place if neither does. */
function endOfGap(text: string, start: number): number {
  if (text.charCodeAt(start) === HYPHEN) return start + 1;
  let at = start;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === SPACE || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function endsWord(text: string, end: number): boolean {
  return end === text.length || !isWord(text, end - 1) || !isWord(text, end);
}

function isWord(text: string, at: number): boolean {
  const code = lowerCase(text.charCodeAt(at));
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
  return WORD_OR_LETTER.test(text[at]);
}

/** Of ASCII letters only: offsets must stay those of the text. */
function lowerCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
