/**
 * Everything that was printed on a branch (and what was typed, where input is echoed), with the instant of each piece, so that what stood there at any instant is a prefix. Kept always;
 * a branch shares what its parent printed before the fork.
 */
import type { FieldValue } from '../trace/recorder.ts';
import type { EventName } from '../trace/schema.ts';

/** How much was printed: characters of text, number of notes. */
export interface OutputLengths {
  readonly console: number;
  readonly debug: number;
  readonly notes: number;
}

/** Characters that stand in one string, before another is begun: longer ones would be copied again and again. */
const BLOCK = 1 << 16;
/** Longest beginning of a UTF-8 character that is not yet one. */
const UTF8_PENDING = 3;

export class OutputLog {
  readonly console: StreamText;
  readonly debug: StreamText;
  readonly notes: Notes;

  constructor(parent: OutputLog | undefined, fork: number) {
    this.console = new StreamText(parent?.console, fork);
    this.debug = new StreamText(parent?.debug, fork);
    this.notes = new Notes(parent?.notes, fork);
  }

  /** Takes note of an event if it prints something. */
  append(instant: number, name: EventName, values: readonly FieldValue[]): void {
    if (name === 'console') this.console.append(instant, String(values[0]));
    else if (name === 'dbg') this.debug.append(instant, String(values[0]));
    else if (name === 'note') this.notes.append(instant, String(values[0]));
  }

  /** Typed input (one character a byte), as a terminal shows it; told when the machine goes on from that instant. */
  echo(instant: number, input: string): void {
    this.console.append(instant, input);
  }

  /** What had been printed before an instant (by events with a smaller one). */
  lengths(instant: number): OutputLengths {
    return {
      console: this.console.lengthAt(instant),
      debug: this.debug.lengthAt(instant),
      notes: this.notes.lengthAt(instant),
    };
  }
}

/**
 * Text that the guest writes as bytes (one character each in the event), shown as UTF-8, which is what the learner's source is; a
 * character may come in pieces.
 */
export class StreamText {
  private readonly decoder = new TextDecoder();
  private readonly instants: number[] = [];
  /** Length of the text after each piece. */
  private readonly ends: number[] = [];
  private readonly pieces: string[] = [];
  private readonly blocks: string[] = [];
  private readonly blockEnds: number[] = [];
  private last = '';
  /** Characters inherited. */
  private readonly base: number;
  private length: number;

  constructor(
    private readonly parent: StreamText | undefined,
    private readonly fork: number,
  ) {
    this.base = parent?.lengthAt(fork) ?? 0;
    this.length = this.base;
    if (parent) this.decoder.decode(bytesOf(parent.tailAt(fork)), { stream: true });
  }

  append(instant: number, bytes: string): void {
    const text = this.decoder.decode(bytesOf(bytes), { stream: true });
    this.instants.push(instant);
    this.pieces.push(bytes);
    this.last += text;
    this.length += text.length;
    this.ends.push(this.length);
    if (this.last.length < BLOCK) return;
    this.blocks.push(this.last);
    this.blockEnds.push(this.length);
    this.last = '';
  }

  lengthAt(instant: number): number {
    const pieces = countBelow(this.instants, instant);
    if (pieces > 0) return this.ends[pieces - 1];
    return this.parent ? Math.min(this.base, this.parent.lengthAt(instant)) : 0;
  }

  /** Characters [from, to). */
  slice(from: number, to: number): string {
    if (from >= to) return '';
    let text = '';
    if (this.parent && from < this.base) text = this.parent.slice(from, Math.min(to, this.base));
    let at = countBelow(this.blockEnds, from + 1);
    for (let begin = this.blockEnds[at - 1] ?? this.base; begin < to; at++) {
      const block = this.blocks[at] ?? this.last;
      if (begin + block.length > from) text += block.slice(Math.max(0, from - begin), to - begin);
      if (at >= this.blocks.length) break;
      begin += block.length;
    }
    return text;
  }

  /** The last bytes before an instant: enough to know which character is unfinished. */
  private tailAt(instant: number): string {
    let tail = '';
    for (let i = countBelow(this.instants, instant) - 1; i >= 0 && tail.length < UTF8_PENDING; i--)
      tail = this.pieces[i] + tail;
    if (tail.length < UTF8_PENDING && this.parent) tail = this.parent.tailAt(Math.min(instant, this.fork)) + tail;
    return tail.slice(-UTF8_PENDING);
  }
}

export class Notes {
  private readonly instants: number[] = [];
  private readonly texts: string[] = [];
  private readonly base: number;

  constructor(
    private readonly parent: Notes | undefined,
    fork: number,
  ) {
    this.base = parent?.lengthAt(fork) ?? 0;
  }

  append(instant: number, text: string): void {
    this.instants.push(instant);
    this.texts.push(text);
  }

  lengthAt(instant: number): number {
    const own = countBelow(this.instants, instant);
    if (own > 0 || !this.parent) return this.base + own;
    return Math.min(this.base, this.parent.lengthAt(instant));
  }

  slice(from: number, to: number): string[] {
    const inherited = this.parent && from < this.base ? this.parent.slice(from, Math.min(to, this.base)) : [];
    return [...inherited, ...this.texts.slice(Math.max(0, from - this.base), Math.max(0, to - this.base))];
  }
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** How many of the ascending values are below a limit. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
