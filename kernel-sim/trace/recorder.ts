/**
 * Records trace events as words in growable typed arrays. The trace is a cache of what the machine did, outside state: nothing in the
 * machine reads it. Order is (instant, seq). Recorders of several machines may share one table of strings; the digest depends on the
 * texts alone, not on their places in it, so that equal histories have equal digests whoever recorded before.
 *
 * A record: kind | fields << 8 | cpu << 16, seq, instant lo, hi, t lo, hi, tid, pid, then two words a field (lo, hi; a string is its index).
 * A chunk (transport): word 0 = bytes of the UTF-8 JSON of the strings that are new in it, padded to words, then first string
 * index, then those strings, then records.
 */
import { hashInto } from '../base/hash.ts';
import { hex64 } from '../base/numbers.ts';
import { EVENT_NAMES, EVENTS, type EventName, type FieldType } from './schema.ts';

/** Words of a record before its fields. */
export const HEADER_WORDS = 8;
const TWO_32 = 4294967296;
const KIND = new Map<EventName, number>(EVENT_NAMES.map((name, i) => [name, i]));

/** Where an event happened; the kernel fills it from the CPU that runs. */
export interface TraceClock {
  instant: number;
  t: number;
  cpu: number;
  tid: number;
  pid: number;
}

export type FieldValue = number | bigint | string;

/** Texts by number; only grows. */
export class TraceStrings {
  private readonly texts: string[] = [];
  private readonly index = new Map<string, number>();
  /** Two lanes a text. */
  private hashes = new Int32Array(256);
  private units = new Int32Array(256);

  get length(): number {
    return this.texts.length;
  }

  intern(text: string): number {
    let i = this.index.get(text);
    if (i === undefined) {
      i = this.texts.push(text) - 1;
      this.index.set(text, i);
      this.hash(i, text);
    }
    return i;
  }

  at(index: number): string {
    return this.texts[index] ?? '';
  }

  from(index: number): string[] {
    return this.texts.slice(index);
  }

  /** A word that tells texts apart; two lanes (0, 1) of it. */
  hashOf(index: number, lane: number): number {
    return this.hashes[2 * index + lane];
  }

  private hash(i: number, text: string): void {
    if (2 * i + 2 > this.hashes.length) {
      const bigger = new Int32Array(2 * this.hashes.length);
      bigger.set(this.hashes);
      this.hashes = bigger;
    }
    if (text.length > this.units.length) this.units = new Int32Array(2 * text.length);
    for (let c = 0; c < text.length; c++) this.units[c] = text.charCodeAt(c);
    hashInto(this.hashes, 2 * i, this.units, 0, text.length);
  }
}

/** What a recorder remembers of the past. */
export interface RecorderState {
  readonly digestLow: number;
  readonly digestHigh: number;
  readonly seq: number;
  readonly lastInstant: number;
}

export class TraceRecorder {
  private words = new Uint32Array(1 << 14);
  private used = 0;
  private stringsTaken = 0;
  private lastInstant = -1;
  private seq = 0;
  private digestLow = 0x811c9dc5;
  private digestHigh = 0x1000193;
  /** False: events go into the digest and to the listener only. */
  keeps = true;
  /** Hears every event as it is made (console, checks). */
  listener: ((name: EventName, values: readonly FieldValue[]) => void) | undefined;

  /** `clock` says where the machine is whenever an event is made. */
  constructor(
    private readonly clock: TraceClock,
    private readonly strings = new TraceStrings(),
  ) {}

  /** Appends one event. Values in the order of the schema; missing trailing ones are 0. */
  emit(name: EventName, ...values: FieldValue[]): void {
    const kind = KIND.get(name) as number;
    const count = values.length;
    const size = HEADER_WORDS + 2 * count;
    if (this.used + size > this.words.length) this.grow(size);
    const w = this.words;
    const at = this.used;
    const clock = this.clock;
    if (clock.instant === this.lastInstant) this.seq++;
    else {
      this.lastInstant = clock.instant;
      this.seq = 0;
    }
    w[at] = kind | (count << 8) | (clock.cpu << 16);
    w[at + 1] = this.seq;
    putNumber(w, at + 2, this.lastInstant);
    putNumber(w, at + 4, clock.t);
    w[at + 6] = clock.tid;
    w[at + 7] = clock.pid;
    for (let i = at; i < at + HEADER_WORDS; i++) this.fold(w[i]);
    for (let i = 0; i < count; i++) {
      const value = values[i];
      const p = at + HEADER_WORDS + 2 * i;
      if (typeof value === 'string') {
        const index = this.strings.intern(value);
        w[p] = index;
        w[p + 1] = 0;
        this.fold(this.strings.hashOf(index, 0));
        this.fold(this.strings.hashOf(index, 1));
        continue;
      }
      if (typeof value === 'bigint') {
        w[p] = Number(BigInt.asUintN(32, value));
        w[p + 1] = Number(BigInt.asUintN(32, value >> 32n));
      } else putNumber(w, p, value);
      this.fold(w[p]);
      this.fold(w[p + 1]);
    }
    if (this.keeps) this.used = at + size;
    this.listener?.(name, values);
  }

  /** 16 hex digits over every event so far. */
  digest(): string {
    const part = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
    return part(this.digestHigh) + part(this.digestLow);
  }

  get state(): RecorderState {
    const { digestLow, digestHigh, seq, lastInstant } = this;
    return { digestLow, digestHigh, seq, lastInstant };
  }

  /** Goes on as the recorder would that this state is of. Records kept so far are forgotten. */
  restore(state: RecorderState): void {
    this.digestLow = state.digestLow;
    this.digestHigh = state.digestHigh;
    this.seq = state.seq;
    this.lastInstant = state.lastInstant;
    this.used = 0;
  }

  /** Records kept since the last call; valid until the next event. Forgets them. */
  takeRecords(): Uint32Array {
    const records = this.words.subarray(0, this.used);
    this.used = 0;
    return records;
  }

  /** Events since the last call, as one transferable chunk; forgets them. */
  take(): Uint32Array {
    const json = new TextEncoder().encode(JSON.stringify(this.strings.from(this.stringsTaken)));
    const jsonWords = (json.length + 3) >> 2;
    const chunk = new Uint32Array(2 + jsonWords + this.used);
    chunk[0] = json.length;
    chunk[1] = this.stringsTaken;
    new Uint8Array(chunk.buffer, 8).set(json);
    chunk.set(this.takeRecords(), 2 + jsonWords);
    this.stringsTaken = this.strings.length;
    return chunk;
  }

  private fold(word: number): void {
    this.digestLow = Math.imul(this.digestLow ^ word, 0x01000193);
    this.digestHigh = Math.imul(this.digestHigh + word, 0x85ebca6b) ^ (this.digestHigh >>> 15);
  }

  private grow(size: number): void {
    const bigger = new Uint32Array(Math.max(this.words.length * 2, this.used + size));
    bigger.set(this.words.subarray(0, this.used));
    this.words = bigger;
  }
}

function putNumber(w: Uint32Array, at: number, value: number): void {
  const high = Math.floor(value / TWO_32);
  w[at] = value - high * TWO_32;
  w[at + 1] = high;
}

/** An event as plain data. */
export interface DecodedEvent {
  instant: number;
  seq: number;
  t: number;
  cpu: number;
  tid: number;
  pid: number;
  event: string;
  [field: string]: number | string;
}

/** Words of the record at `at`. */
export function recordSize(records: Uint32Array, at: number): number {
  return HEADER_WORDS + 2 * ((records[at] >>> 8) & 0xff);
}

/** Index in EVENT_NAMES of the record at `at`. */
export function recordKind(records: Uint32Array, at: number): number {
  return records[at] & 0xff;
}

/** Order among the events of one instant. */
export function recordSeq(records: Uint32Array, at: number): number {
  return records[at + 1];
}

export function recordTid(records: Uint32Array, at: number): number {
  return records[at + 6];
}

export function recordPid(records: Uint32Array, at: number): number {
  return records[at + 7];
}

export function recordInstant(records: Uint32Array, at: number): number {
  return records[at + 3] * TWO_32 + records[at + 2];
}

/** Simulated ns. */
export function recordTime(records: Uint32Array, at: number): number {
  return records[at + 5] * TWO_32 + records[at + 4];
}

/** Number of the CPU that the record at `at` is of. */
export function recordCpu(records: Uint32Array, at: number): number {
  return records[at] >>> 16;
}

/** Low word of a field of the record at `at`: all of it, but for addresses and 64-bit numbers; of a string its number. */
export function recordField(records: Uint32Array, at: number, field: number): number {
  return records[at + HEADER_WORDS + 2 * field];
}

/** A field that is an address, as the machine's number; what is none (not canonical) only tells addresses apart. */
export function recordAddress(records: Uint32Array, at: number, field: number): number {
  const p = at + HEADER_WORDS + 2 * field;
  return (records[p + 1] | 0) * TWO_32 + records[p];
}

/** `textOf` finds strings by number, `statusName` names an NTSTATUS. */
export function decodeRecord(
  records: Uint32Array,
  at: number,
  textOf: (index: number) => string,
  statusName: (status: number) => string,
): DecodedEvent {
  const word = records[at];
  const name = EVENT_NAMES[word & 0xff];
  const count = (word >>> 8) & 0xff;
  const event: DecodedEvent = {
    instant: recordInstant(records, at),
    seq: records[at + 1],
    t: recordTime(records, at),
    cpu: word >>> 16,
    tid: records[at + 6],
    pid: records[at + 7],
    event: name,
  };
  let i = 0;
  for (const [field, type] of Object.entries(EVENTS[name].fields) as [string, FieldType][]) {
    if (i >= count) break;
    const p = at + HEADER_WORDS + 2 * i;
    event[field] = fieldValue(type, records[p], records[p + 1]);
    i++;
  }
  return event;

  function fieldValue(type: FieldType, low: number, high: number): number | string {
    switch (type) {
      case 'str':
        return textOf(low);
      case 'ptr':
      case 'u64':
        return `0x${hex64((BigInt(high) << 32n) | BigInt(low))}`;
      case 'status':
        return statusName(low);
      default:
        return low;
    }
  }
}

/** Decodes chunks in the order they were taken; remembers the strings that they brought. */
export class TraceReader {
  private readonly strings: string[] = [];
  /** `statusName` names an NTSTATUS for `status` fields. */
  constructor(private readonly statusName: (status: number) => string) {}

  /** `isWanted`: of which names; of all if left out. */
  decode(chunk: Uint32Array, isWanted?: (name: string) => boolean): DecodedEvent[] {
    const jsonBytes = chunk[0];
    const json = new TextDecoder().decode(new Uint8Array(chunk.buffer, chunk.byteOffset + 8, jsonBytes));
    const fresh = JSON.parse(json) as string[];
    for (let i = 0; i < fresh.length; i++) this.strings[chunk[1] + i] = fresh[i];
    const textOf = (i: number) => this.strings[i] ?? '';
    const events: DecodedEvent[] = [];
    for (let at = 2 + ((jsonBytes + 3) >> 2); at < chunk.length; at += recordSize(chunk, at)) {
      if (isWanted && !isWanted(EVENT_NAMES[recordKind(chunk, at)])) continue;
      events.push(decodeRecord(chunk, at, textOf, this.statusName));
    }
    return events;
  }
}
