/**
 * The story of a run as a list that is read by pieces: rows of the trace by their number, kept in chunks, and which of them the shown instant has behind it.
 * Knows no worker: how rows are fetched is handed in. Also the story as a text to take away. Pure but for what it keeps.
 */
import type { TraceRow, TraceRows } from '../../kernel-sim/protocol/messages';

export type FetchRows = (from: number, count: number) => Promise<TraceRows>;

export interface StoryRow extends TraceRow {
  /** From 1. */
  readonly ordinal: number;
}

const CHUNK = 32;
const MOST_CHUNKS = 200;

export class Story {
  readonly #fetch: FetchRows;
  readonly #chunks = new Map<number, readonly TraceRow[]>();
  #total = 0;

  constructor(fetch: FetchRows) {
    this.#fetch = fetch;
  }

  get total(): number {
    return this.#total;
  }

  /** How many events lie before a state: those of an instant below it. */
  async position(instant: number): Promise<number> {
    await this.#refresh();
    let low = 0;
    let high = this.#total;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = await this.#row(middle);
      if (row && row.event.instant < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Rows from (from 0) to (exclusive), as far as there are any. */
  async rows(from: number, to: number): Promise<readonly StoryRow[]> {
    const rows: StoryRow[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.#total); i++) {
      const row = await this.#row(i);
      if (row) rows.push({ ...row, ordinal: i + 1 });
    }
    return rows;
  }

  /** A run that goes on adds events at the end: the last chunk may have been short. */
  async #refresh(): Promise<void> {
    const last = Math.floor(this.#total / CHUNK);
    const { total } = await this.#fetch(0, 0);
    if (total !== this.#total) this.#chunks.delete(last);
    this.#total = total;
  }

  async #row(index: number): Promise<TraceRow | undefined> {
    const number = Math.floor(index / CHUNK);
    let chunk = this.#chunks.get(number);
    if (!chunk) {
      chunk = (await this.#fetch(number * CHUNK, CHUNK)).rows;
      const [oldest] = this.#chunks.keys();
      if (this.#chunks.size >= MOST_CHUNKS && oldest !== undefined) this.#chunks.delete(oldest);
      this.#chunks.set(number, chunk);
    }
    return chunk[index - number * CHUNK];
  }
}

export interface Group {
  /** `app.exe, thread 28`. */
  readonly title: string;
  readonly rows: readonly StoryRow[];
}

/** Rows under a heading for each thread that takes over. */
export function groupsOf(rows: readonly StoryRow[]): readonly Group[] {
  const groups: { title: string; rows: StoryRow[] }[] = [];
  for (const row of rows) {
    const title = actorOf(row);
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}

function actorOf({ event, process }: StoryRow): string {
  if (event.tid === 0) return `CPU ${event.cpu}, no thread`;
  const of = process === '' ? (event.pid === SYSTEM ? 'System' : `Process ${event.pid}`) : process;
  return `${of}, thread ${event.tid}`;
}

const SYSTEM = 4;

/** The story so far as plain text, to be read out or handed on. */
export function scriptOf(title: string, rows: readonly StoryRow[], standing: string): string {
  const parts = groupsOf(rows).map(({ title: actor, rows: own }) =>
    [`${actor}:`, ...own.map(({ ordinal, sentence }) => `  ${ordinal}. ${sentence}`)].join('\n'),
  );
  return `${[title, ...parts, standing].filter((part) => part !== '').join('\n\n')}\n`;
}
