/**
 * Keeps the chunks of one run's trace and finds events by number, decoding only what is asked for.
 *
 * Order is the order of the trace. Bounded: beyond `capacity` events the oldest go, half of them at once, and are
 * counted in `dropped`.
 */
import { EVENT_NAMES } from './schema.ts';

/** Decodes chunks; a chunk's strings must have been seen before records that name them. */
type Decode<Event> = (chunk: Uint32Array) => Event[];

const RECORD_HEADER_WORDS = 8;
/** A chunk that brings no strings: the bytes of `[]`, from index 0. */
const NO_STRINGS = Uint32Array.of(2, 0, 0x5d5b);

export class TraceLog<Event> {
  #records: Uint32Array[] = [];
  readonly #decode: Decode<Event>;
  readonly #capacity: number;
  #dropped = 0;
  #filter: { readonly text: string; readonly kinds: ReadonlySet<number>; matches: Uint32Array[] } | undefined;

  constructor(decode: Decode<Event>, capacity: number) {
    this.#decode = decode;
    this.#capacity = capacity;
  }

  /** Events kept now. */
  get length(): number {
    return this.#records.length;
  }

  /** Events that were kept once. */
  get dropped(): number {
    return this.#dropped;
  }

  append(chunk: Uint32Array): void {
    const header = 2 + ((chunk[0] + 3) >> 2);
    this.#decode(chunk.subarray(0, header));
    for (let at = header; at < chunk.length; ) {
      const words = RECORD_HEADER_WORDS + 2 * ((chunk[at] >>> 8) & 0xff);
      const record = chunk.subarray(at, at + words);
      this.#records.push(record);
      if (this.#filter?.kinds.has(kindOf(record))) this.#filter.matches.push(record);
      at += words;
    }
    if (this.#records.length > this.#capacity) this.#dropOldest();
  }

  /** Up to `count` events from number `from` on, of those whose name contains `filter`; and how many there are of these. */
  window(filter: string, from: number, count: number): { readonly total: number; readonly events: Event[] } {
    const records = this.#matching(filter);
    const events = records.slice(from, from + count).flatMap((record) => {
      const chunk = new Uint32Array(NO_STRINGS.length + record.length);
      chunk.set(NO_STRINGS);
      chunk.set(record, NO_STRINGS.length);
      return this.#decode(chunk);
    });
    return { total: records.length, events };
  }

  #matching(text: string): readonly Uint32Array[] {
    if (text === '') return this.#records;
    if (this.#filter?.text !== text) {
      const kinds = new Set(EVENT_NAMES.flatMap((name, kind) => (name.includes(text) ? [kind] : [])));
      this.#filter = { text, kinds, matches: this.#records.filter((record) => kinds.has(kindOf(record))) };
    }
    return this.#filter.matches;
  }

  #dropOldest(): void {
    const surplus = this.#records.length - (this.#capacity >> 1);
    this.#records = this.#records.slice(surplus);
    this.#dropped += surplus;
    this.#filter = undefined;
  }
}

function kindOf(record: Uint32Array): number {
  return record[0] & 0xff;
}
