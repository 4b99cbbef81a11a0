/** Windows of lanes against counting state by state; the log itself is held against the machine in worker-folds.test.ts. */
import { expect, test } from 'vitest';
import { CPU_STATES } from './cpu-states.ts';
import { LaneLog, type LaneWindow } from './lanes.ts';

const CPUS = 2;
const LENGTH = 400;

/** Small numbers, the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

interface Doing {
  state: number;
  tid: number;
  pid: number;
}

/** A log of changes at random, and what each CPU does in each state. */
function randomLog(seed: number): { log: LaneLog; truth: Doing[][] } {
  const random = numbers(seed);
  const idle = { state: 3, tid: 0, pid: 0, user: false, depth: 0, hasSwitched: true };
  const log = new LaneLog([idle, idle]);
  const truth = Array.from({ length: CPUS }, () =>
    Array.from({ length: LENGTH }, () => ({ state: 3, tid: 0, pid: 0 })),
  );
  for (let instant = 0; instant < LENGTH; instant += random(4)) {
    const cpu = random(CPUS);
    const tid = 4 + random(3);
    const doing = { state: random(CPU_STATES.length - 1), tid, pid: 10 * tid };
    log.note(cpu, instant, doing, 10 * instant);
    truth[cpu].fill(doing, instant);
  }
  return { log, truth };
}

function rows(window: LaneWindow) {
  return Array.from(window.cpu, (cpu, i) => ({
    ...{ cpu, from: window.from[i], to: window.to[i], state: window.state[i] },
    ...{ tid: window.tid[i], pid: window.pid[i], mixed: window.mixed[i] === 1 },
  }));
}

test('a fine window tells every state', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { log, truth } = randomLog(seed);
    const random = numbers(seed);
    const from = random(LENGTH - 1);
    const to = from + 1 + random(LENGTH - from - 1);
    const told = rows(log.window(from, to, LENGTH));
    expect(told.some(({ mixed }) => mixed)).toBe(false);
    for (const { cpu, from: begin, to: end, state, tid, pid } of told) {
      for (let s = begin; s < end; s++) expect(truth[cpu][s]).toEqual({ state, tid, pid });
    }
    expect(lengths(told)).toEqual(Array(CPUS).fill(to - from));
  }
});

test('a coarse window has no more pieces than were asked for, side by side, each with what took most of it', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { log, truth } = randomLog(seed);
    for (const most of [1, 2, 3, 5, 10, 40]) {
      const told = rows(log.window(0, LENGTH, most));
      expect(lengths(told)).toEqual(Array(CPUS).fill(LENGTH));
      for (let cpu = 0; cpu < CPUS; cpu++) {
        const lane = told.filter((row) => row.cpu === cpu);
        expect(lane.length).toBeLessThanOrEqual(most);
        lane.forEach(({ from }, i) => void expect(from).toBe(lane[i - 1]?.to ?? 0));
        for (const { from, to, state, mixed } of lane) {
          const states = truth[cpu].slice(from, to).map((doing) => doing.state);
          const times = CPU_STATES.map((_, i) => states.filter((one) => one === i).length);
          expect(times[state]).toBe(Math.max(...times));
          if (!mixed) expect(times[state]).toBe(to - from);
        }
      }
    }
  }
});

test('a piece that can be seen is told as it is, whatever lies around it', () => {
  const idle = { state: 3, tid: 0, pid: 0, user: false, depth: 0, hasSwitched: true };
  const log = new LaneLog([idle]);
  for (let i = 0; i < 100; i++) log.note(0, 10 + i, { state: i % 2, tid: 4, pid: 1 }, 0);
  log.note(0, 110, { state: 2, tid: 4, pid: 1 }, 0);
  for (let i = 0; i < 100; i++) log.note(0, 900 + i, { state: i % 2, tid: 4, pid: 1 }, 0);
  const told = rows(log.window(0, 1000, 20));
  expect(told).toContainEqual({ cpu: 0, from: 110, to: 900, state: 2, tid: 4, pid: 1, mixed: false });
});

test('whose thread it is may be learned after it has begun to run; changes at one state count once', () => {
  const idle = { state: 3, tid: 0, pid: 0, user: false, depth: 0, hasSwitched: true };
  const log = new LaneLog([idle]);
  log.note(0, 10, { state: 1, tid: 8, pid: 0 }, 0);
  log.note(0, 20, { state: 0, tid: 8, pid: 4 }, 0);
  log.note(0, 30, { state: 1, tid: 8, pid: 4 }, 0);
  log.note(0, 30, { state: 0, tid: 8, pid: 4 }, 0);
  expect(rows(log.window(0, 40, 99)).map(({ from, to, state, pid }) => [from, to, state, pid])).toEqual([
    [0, 10, 3, 0],
    [10, 20, 1, 4],
    [20, 40, 0, 4],
  ]);
  expect(rows(log.window(5, 5, 99))).toEqual([]);
});

function lengths(told: readonly { cpu: number; from: number; to: number }[]): number[] {
  const sums = Array<number>(CPUS).fill(0);
  for (const { cpu, from, to } of told) sums[cpu] += to - from;
  return sums;
}
