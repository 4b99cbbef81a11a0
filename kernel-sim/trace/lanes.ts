/**
 * What the CPUs did over time, as pieces to be drawn: a log of every change, made once while the trace goes by, and windows of it with as many
 * pieces as can be seen. A piece `from` .. `to` tells of the states from <= s < to.
 */
import { CPU_STATES, type CpuNow, CpuState } from './cpu-states.ts';

/** Columns of pieces, ordered by CPU and instant (protocol: LaneColumns). */
export interface LaneWindow {
  readonly cpus: number;
  readonly cpu: Uint8Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly state: Uint8Array;
  readonly states: typeof CPU_STATES;
  readonly tid: Uint32Array;
  readonly pid: Uint32Array;
  readonly mixed: Uint8Array;
}

type Doing = Pick<CpuNow, 'state' | 'tid' | 'pid'>;

/** Changes of one CPU, ascending. */
interface Lane {
  readonly from: number[];
  readonly state: number[];
  readonly tid: number[];
  readonly pid: number[];
  /** Simulated ns of the CPU at `from`. */
  readonly time: number[];
}

/** What a CPU did for so long, in simulated ns. */
export interface TimeSpent {
  readonly cpu: number;
  readonly state: number;
  readonly tid: number;
  readonly pid: number;
  readonly ns: number;
}

/** Clocks of the CPUs in a state. */
export interface ClocksAt {
  readonly instant: number;
  readonly clocks: readonly number[];
}

export class LaneLog {
  readonly #lanes: readonly Lane[];

  /** All CPUs as they are at instant 0. */
  constructor(cpus: readonly CpuNow[]) {
    this.#lanes = cpus.map(({ state, tid, pid }) => ({ from: [0], state: [state], tid: [tid], pid: [pid], time: [0] }));
  }

  /** A CPU is as this says from state `instant` on, where its clock stands at `time`; instants never fall. */
  note(number: number, instant: number, now: Doing, time: number): void {
    const { state, tid, pid } = now;
    const lane = this.#lanes[number];
    const last = lane.from.length - 1;
    // Whose thread it is may be told only after it has begun to run.
    if (lane.tid[last] === tid && lane.pid[last] === 0) lane.pid[last] = pid;
    if (lane.state[last] === state && lane.tid[last] === tid && lane.pid[last] === pid) return;
    if (lane.from[last] === instant && last > 0) {
      for (const column of [lane.from, lane.state, lane.tid, lane.pid, lane.time]) column.pop();
      this.note(number, instant, now, time);
      return;
    }
    lane.from.push(instant);
    lane.state.push(state);
    lane.tid.push(tid);
    lane.pid.push(pid);
    lane.time.push(time);
  }

  /** From <= s < to; at most `most` pieces of each CPU. */
  window(from: number, to: number, most: number): LaneWindow {
    const pieces = new Pieces();
    if (from < to) this.#lanes.forEach((lane, cpu) => void cut(lane, cpu, from, to, Math.max(1, most), pieces));
    return pieces.columns(this.#lanes.length);
  }

  /** How long each CPU did what between two states; without idling, as the clock of a CPU that waits stands still. */
  spent(from: ClocksAt, to: ClocksAt): TimeSpent[] {
    return this.#lanes.flatMap((lane, cpu) => {
      const sums = new Map<string, Doing & { ns: number }>();
      const end = indexAt(lane.from, to.instant - 1) + 1;
      for (let i = indexAt(lane.from, from.instant); i < end; i++) {
        const [state, tid, pid] = [lane.state[i], lane.tid[i], lane.pid[i]];
        if (state === CpuState.IDLE) continue;
        const begin = lane.from[i] < from.instant ? from.clocks[cpu] : lane.time[i];
        const until = (lane.from[i + 1] ?? Number.POSITIVE_INFINITY) <= to.instant ? lane.time[i + 1] : to.clocks[cpu];
        const key = `${state} ${tid} ${pid}`;
        const sum = sums.get(key) ?? { state, tid, pid, ns: 0 };
        sum.ns += until - begin;
        sums.set(key, sum);
      }
      return [...sums.values()].map((sum) => ({ cpu, ...sum }));
    });
  }
}

/** Pieces shorter than this part of the window may be taken together: at most two of them, or one and a long one, fill it. */
function cut(lane: Lane, cpu: number, from: number, to: number, most: number, pieces: Pieces): void {
  const first = indexAt(lane.from, from);
  const end = indexAt(lane.from, to - 1) + 1;
  const isFine = end - first <= most;
  // With groups and long pieces of at least that width there are at most (most - 1) / 2 of each, and one more.
  const width = isFine ? 0 : most < 3 ? Number.POSITIVE_INFINITY : (2 * (to - from)) / (most - 1);
  const group = new Group();
  for (let i = first; i < end; i++) {
    const begin = Math.max(from, lane.from[i]);
    const until = Math.min(to, lane.from[i + 1] ?? to);
    if (until - begin >= width) group.flush(cpu, begin, pieces);
    group.add(lane, i, begin, until - begin);
    if (until - group.from >= width) group.flush(cpu, until, pieces);
  }
  group.flush(cpu, to, pieces);
}

/** Index of the last entry that is not above `instant`. */
function indexAt(list: readonly number[], instant: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= instant) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Neighbours that become one piece: what took most of it gives it its state, and the thread that was longest in that. */
class Group {
  from = 0;
  #count = 0;
  #first: Doing = { state: 0, tid: 0, pid: 0 };
  readonly #lengths = new Float64Array(CPU_STATES.length);
  readonly #threads = new Map<number, Doing & { length: number }>();

  add(lane: Lane, i: number, from: number, length: number): void {
    const one = { state: lane.state[i], tid: lane.tid[i], pid: lane.pid[i] };
    if (this.#count === 1) this.#spread(this.#first, from - this.from);
    if (this.#count === 0) {
      this.from = from;
      this.#first = one;
    } else this.#spread(one, length);
    this.#count++;
  }

  flush(cpu: number, to: number, pieces: Pieces): void {
    if (this.#count === 0) return;
    const mixed = this.#count > 1;
    pieces.add(cpu, this.from, to, mixed ? this.#longest() : this.#first, mixed);
    this.#count = 0;
    this.#lengths.fill(0);
    this.#threads.clear();
  }

  #spread({ state, tid, pid }: Doing, length: number): void {
    this.#lengths[state] += length;
    const key = tid * CPU_STATES.length + state;
    const known = this.#threads.get(key);
    if (known) known.length += length;
    else this.#threads.set(key, { state, tid, pid, length });
  }

  #longest(): Doing {
    const state = this.#lengths.indexOf(Math.max(...this.#lengths));
    let best = { state, tid: 0, pid: 0, length: -1 };
    for (const one of this.#threads.values()) if (one.state === state && one.length > best.length) best = one;
    return best;
  }
}

class Pieces {
  readonly #cpu: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #state: number[] = [];
  readonly #tid: number[] = [];
  readonly #pid: number[] = [];
  readonly #mixed: number[] = [];

  add(cpu: number, from: number, to: number, one: Doing, mixed: boolean): void {
    this.#cpu.push(cpu);
    this.#from.push(from);
    this.#to.push(to);
    this.#state.push(one.state);
    this.#tid.push(one.state === CpuState.IDLE ? 0 : one.tid);
    this.#pid.push(one.pid);
    this.#mixed.push(Number(mixed));
  }

  columns(cpus: number): LaneWindow {
    return {
      cpus,
      cpu: Uint8Array.from(this.#cpu),
      from: Float64Array.from(this.#from),
      to: Float64Array.from(this.#to),
      state: Uint8Array.from(this.#state),
      states: CPU_STATES,
      tid: Uint32Array.from(this.#tid),
      pid: Uint32Array.from(this.#pid),
      mixed: Uint8Array.from(this.#mixed),
    };
  }
}
