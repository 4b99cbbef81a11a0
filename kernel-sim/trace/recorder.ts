/**
 * Records trace events as words in growable typed arrays; strings are interned once per recorder. The trace is a cache of what the
 * machine did, outside state: nothing in the machine reads it. Order is (instant, seq).
 *
 * A record: kind | fields << 8 | cpu << 16, seq, instant lo, hi, t lo, hi, tid, pid, then two words a field (lo, hi; a string is its index).
 * A chunk (transport): word 0 = bytes of the UTF-8 JSON of the strings that are new in it, padded to words, then first string
 * index, then those strings, then records.
 */
import { hex64 } from '../base/numbers.ts';
import { EVENT_NAMES, EVENTS, type EventName, type FieldType } from './schema.ts';

const HEADER_WORDS = 8;
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

export class TraceRecorder {
  private words = new Uint32Array(1 << 14);
  private used = 0;
  private readonly strings: string[] = [];
  private readonly index = new Map<string, number>();
  private stringsTaken = 0;
  private lastInstant = -1;
  private seq = 0;
  private digestLow = 0x811c9dc5;
  private digestHigh = 0x1000193;
  /** Hears every event as it is made (console, checks). */
  listener: ((name: EventName, values: readonly FieldValue[]) => void) | undefined;

  /** `clock` says where the machine is whenever an event is made. */
  constructor(private readonly clock: TraceClock) {}

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
    putNumber(w, at + 2, clock.instant);
    putNumber(w, at + 4, clock.t);
    w[at + 6] = clock.tid;
    w[at + 7] = clock.pid;
    for (let i = 0; i < count; i++) {
      const value = values[i];
      const p = at + HEADER_WORDS + 2 * i;
      if (typeof value === 'string') {
        w[p] = this.intern(value);
        w[p + 1] = 0;
      } else if (typeof value === 'bigint') {
        w[p] = Number(BigInt.asUintN(32, value));
        w[p + 1] = Number(BigInt.asUintN(32, value >> 32n));
      } else putNumber(w, p, value);
    }
    this.used = at + size;
    for (let i = at; i < this.used; i++) this.fold(w[i]);
    this.listener?.(name, values);
  }

  /** 16 hex digits over every event so far. */
  digest(): string {
    const part = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
    return part(this.digestHigh) + part(this.digestLow);
  }

  /** Events since the last call, as one transferable chunk; forgets them. */
  take(): Uint32Array {
    const json = new TextEncoder().encode(JSON.stringify(this.strings.slice(this.stringsTaken)));
    const jsonWords = (json.length + 3) >> 2;
    const chunk = new Uint32Array(2 + jsonWords + this.used);
    chunk[0] = json.length;
    chunk[1] = this.stringsTaken;
    new Uint8Array(chunk.buffer, 8).set(json);
    chunk.set(this.words.subarray(0, this.used), 2 + jsonWords);
    this.stringsTaken = this.strings.length;
    this.used = 0;
    return chunk;
  }

  private intern(text: string): number {
    let i = this.index.get(text);
    if (i === undefined) {
      i = this.strings.length;
      this.strings.push(text);
      this.index.set(text, i);
      // A record holds only the index, so the text itself goes into the digest where it first appears.
      for (let c = 0; c < text.length; c++) this.fold(text.charCodeAt(c));
      this.fold(text.length);
    }
    return i;
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
  const high = Math.floor(value / 4294967296);
  w[at] = value - high * 4294967296;
  w[at + 1] = high;
}

/** An event as plain data; `strings` grows from chunk to chunk and belongs to the reader. */
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

/** Decodes chunks in the order they were taken. */
export class TraceReader {
  private readonly strings: string[] = [];
  /** `statusName` names an NTSTATUS for `status` fields. */
  constructor(private readonly statusName: (status: number) => string) {}

  decode(chunk: Uint32Array): DecodedEvent[] {
    const jsonBytes = chunk[0];
    const json = new TextDecoder().decode(new Uint8Array(chunk.buffer, chunk.byteOffset + 8, jsonBytes));
    const fresh = JSON.parse(json) as string[];
    for (let i = 0; i < fresh.length; i++) this.strings[chunk[1] + i] = fresh[i];
    const events: DecodedEvent[] = [];
    let at = 2 + ((jsonBytes + 3) >> 2);
    while (at < chunk.length) {
      const word = chunk[at];
      const name = EVENT_NAMES[word & 0xff];
      const count = (word >>> 8) & 0xff;
      const event: DecodedEvent = {
        instant: chunk[at + 3] * 4294967296 + chunk[at + 2],
        seq: chunk[at + 1],
        t: chunk[at + 5] * 4294967296 + chunk[at + 4],
        cpu: word >>> 16,
        tid: chunk[at + 6],
        pid: chunk[at + 7],
        event: name,
      };
      let i = 0;
      for (const [field, type] of Object.entries(EVENTS[name].fields) as [string, FieldType][]) {
        if (i >= count) break;
        const p = at + HEADER_WORDS + 2 * i;
        event[field] = this.value(type, chunk[p], chunk[p + 1]);
        i++;
      }
      events.push(event);
      at += HEADER_WORDS + 2 * count;
    }
    return events;
  }

  private value(type: FieldType, low: number, high: number): number | string {
    switch (type) {
      case 'str':
        return this.strings[low] ?? '';
      case 'ptr':
      case 'u64':
        return `0x${hex64((BigInt(high) << 32n) | BigInt(low))}`;
      case 'status':
        return this.statusName(low);
      default:
        return low;
    }
  }
}
