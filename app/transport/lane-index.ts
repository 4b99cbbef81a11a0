/**
 * What each CPU did over a stretch of the run, to be drawn and pointed at: the columns of the query `lanes`, with the place where each CPU's pieces
 * begin. Pieces of one CPU follow each other in time.
 */
import type { LaneColumns } from '../../kernel-sim/protocol/page-queries';
import type { Span } from './span';

export interface LanePiece {
  readonly cpu: number;
  readonly state: LaneColumns['states'][number];
  readonly from: number;
  readonly to: number;
  readonly tid: number;
  /** Image name of the process; '' if there is none. */
  readonly process: string;
  /** Several pieces that are too short to be told apart. */
  readonly isMixed: boolean;
}

export class LaneIndex {
  readonly #starts: readonly number[];
  readonly #images: ReadonlyMap<number, string>;

  constructor(
    readonly columns: LaneColumns,
    /** What was asked for. */
    readonly span: Span,
  ) {
    const { cpu, cpus } = columns;
    const starts: number[] = [];
    for (let i = 0, next = 0; next <= cpus; next++) {
      while (i < cpu.length && cpu[i] < next) i++;
      starts.push(i);
    }
    this.#starts = starts;
    this.#images = new Map(columns.processes.map(({ pid, image }) => [pid, image]));
  }

  get cpus(): number {
    return this.columns.cpus;
  }

  covers({ from, to }: Span): boolean {
    return this.span.from <= from && this.span.to >= to;
  }

  /** Number of the first piece of a CPU that ends after an instant. */
  first(cpu: number, instant: number): number {
    const { to } = this.columns;
    let low = this.#starts[cpu] ?? 0;
    let high = this.end(cpu);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (to[middle] <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Number behind the last piece of a CPU. */
  end(cpu: number): number {
    return this.#starts[cpu + 1] ?? 0;
  }

  process(pid: number): string {
    return this.#images.get(pid) ?? '';
  }

  /** What a CPU does at an instant; undefined: that is not known. */
  at(cpu: number, instant: number): LanePiece | undefined {
    const { columns } = this;
    if (cpu < 0 || cpu >= this.cpus) return undefined;
    const piece = this.first(cpu, instant);
    if (piece >= this.end(cpu) || columns.from[piece] > instant) return undefined;
    return {
      cpu,
      state: columns.states[columns.state[piece]],
      from: columns.from[piece],
      to: columns.to[piece],
      tid: columns.tid[piece],
      process: this.process(columns.pid[piece]),
      isMixed: columns.mixed[piece] !== 0,
    };
  }
}
