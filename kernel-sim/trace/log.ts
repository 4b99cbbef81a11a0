/**
 * Keeps the chunks of one run's trace and finds events by number, decoding only what is asked for. Also remembers
 * the image name of each process, for as long as the run is kept.
 *
 * Order is the order of the trace. Bounded: beyond `capacity` events the oldest go, half of them at once, and are
 * counted in `dropped`.
 */
import { BEGINNING_KINDS, beginsStory, kindsOf, type TracePreset } from './presets.ts';
import { EVENT_NAMES } from './schema.ts';

/** What the log reads of an event itself. */
interface LoggedEvent {
  readonly instant: number;
  readonly event: string;
  readonly [field: string]: number | string;
}

/** Which events are wanted: those of the preset whose name contains the text. */
interface Selection {
  readonly preset: TracePreset;
  readonly text: string;
}

/** Decodes chunks; a chunk's strings must have been seen before records that name them. */
type Decode<Event> = (chunk: Uint32Array) => Event[];

const RECORD_HEADER_WORDS = 8;
/** A chunk that brings no strings: the bytes of `[]`, from index 0. */
const NO_STRINGS = Uint32Array.of(2, 0, 0x5d5b);
const PROCESS_CREATE = EVENT_NAMES.indexOf('process_create');

export class TraceLog<Event extends LoggedEvent> {
  #records: Uint32Array[] = [];
  readonly #decode: Decode<Event>;
  readonly #capacity: number;
  #dropped = 0;
  /** Number of the story's first event, counted with those dropped; undefined while the machine boots. */
  #storyFrom: number | undefined;
  /** The last selection asked for. */
  #filter: (Selection & { readonly kinds: ReadonlySet<number>; readonly matches: Uint32Array[] }) | undefined;
  /** Process number -> images that had it, in order: numbers are used again. */
  readonly #images = new Map<number, { readonly instant: number; readonly image: string }[]>();

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
      const kind = kindOf(record);
      if (this.#storyFrom === undefined && BEGINNING_KINDS.has(kind) && beginsStory(this.#decoded(record))) {
        this.#storyFrom = this.#dropped + this.#records.length;
      }
      if (kind === PROCESS_CREATE) this.#nameProcess(this.#decoded(record));
      this.#records.push(record);
      if (this.#filter?.kinds.has(kind) && this.#isReached(this.#filter.preset)) this.#filter.matches.push(record);
      at += words;
    }
    if (this.#records.length > this.#capacity) this.#dropOldest();
  }

  /** Up to `count` events from number `from` on, of those selected; and how many there are of these. */
  window(selection: Selection, from: number, count: number): { readonly total: number; readonly events: Event[] } {
    const records = this.#matching(selection);
    const events = records.slice(from, from + count).map((record) => this.#decoded(record));
    return { total: records.length, events };
  }

  /** Image name of the process that had the number at an instant; '' if none is known. */
  processAt(pid: number, instant: number): string {
    return this.#images.get(pid)?.findLast((process) => process.instant <= instant)?.image ?? '';
  }

  #matching({ preset, text }: Selection): readonly Uint32Array[] {
    if (preset === 'all' && text === '') return this.#records;
    if (this.#filter?.preset !== preset || this.#filter.text !== text) {
      const kinds = kindsOf(preset, text);
      const begin = preset === 'all' ? 0 : Math.max(0, (this.#storyFrom ?? Infinity) - this.#dropped);
      const matches = this.#records.slice(begin).filter((record) => kinds.has(kindOf(record)));
      this.#filter = { preset, text, kinds, matches };
    }
    return this.#filter.matches;
  }

  #isReached(preset: TracePreset): boolean {
    return preset === 'all' || this.#storyFrom !== undefined;
  }

  #decoded(record: Uint32Array): Event {
    const chunk = new Uint32Array(NO_STRINGS.length + record.length);
    chunk.set(NO_STRINGS);
    chunk.set(record, NO_STRINGS.length);
    return this.#decode(chunk)[0] as Event;
  }

  #nameProcess({ process, image, instant }: LoggedEvent): void {
    const pid = Number(process);
    this.#images.set(pid, [...(this.#images.get(pid) ?? []), { instant, image: String(image) }]);
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
