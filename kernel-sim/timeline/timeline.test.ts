/**
 * Straight = sought: wherever and however a timeline goes, what it shows is what a machine shows that was run from boot with the same log and
 * without a timeline. Caps are small here, so that checkpoints are thinned and trace is evicted all the time.
 */
import { describe, expect, test } from 'vitest';
import { nextRandom, seedRandom } from '../base/random.ts';
import { finish } from '../base/task.ts';
import type { RingZeroLab } from '../lab.ts';
import { BUSY_APP, BUSY_DRIVER, timelineOf } from '../lab-testing.ts';
import { Mach } from '../machine/layout.ts';
import type { TraceEvent } from '../protocol/lab-api.ts';
import type { Cursor } from './cursor.ts';
import type { LogEntry } from './log.ts';
import type { Timeline, TimelineOptions } from './timeline.ts';

/** `npm run explore` asks for more. */
const TRIPLES = Number(process.env.RZL_TRIPLES ?? 180);
const SEED = Number(process.env.RZL_SEED ?? 1);

const SMALL: Partial<TimelineOptions> = { checkpointBytes: 1.5 * 2 ** 20, traceBytes: 2 ** 15, checkpointMs: 0.1 };

/** Answers each line; ends with one that begins with q. */
const TALKER = `
#include <stdio.h>
int main(void)
{
    char line[64];
    int count = 0;
    printf("name? ");
    while (fgets(line, sizeof line, stdin) && line[0] != 'q') {
        volatile int sum = 0;
        for (int i = 0; i < 3000; i++) sum += i * line[0];
        printf("%d %d %s", count++, sum, line);
    }
    return count;
}`;

/** What can be told of an instant. */
interface Sight {
  readonly instant: number;
  readonly isFinal: boolean;
  readonly hash: string;
  readonly digest: string;
  readonly console: string;
}

function sightOf(timeline: Timeline, cursor: Cursor): Sight {
  const { machine, trace } = cursor.kernel;
  const { console } = timeline.output(cursor.at);
  const { instant } = cursor.at;
  return { instant, isFinal: cursor.isFinal, hash: machine.stateHash(), digest: trace.digest(), console };
}

/** What the host did on the whole way of a branch. */
function entriesOf(timeline: Timeline, id: number): LogEntry[] {
  const { branches } = timeline.log();
  const branch = branches.find((candidate) => candidate.id === id);
  if (!branch) throw new Error(`no branch ${id}`);
  const { from } = branch;
  const inherited = from ? entriesOf(timeline, from.branch).filter((entry) => entry.instant < from.instant) : [];
  return [...inherited, ...branch.entries];
}

/** A machine run from boot without a timeline, with what a log says. */
class Straight {
  console = '';
  readonly events: TraceEvent[] = [];
  private next = 0;

  constructor(
    readonly lab: RingZeroLab,
    private readonly entries: readonly LogEntry[],
  ) {
    lab.start();
  }

  to(instant: number, isFinal: boolean): Sight {
    const { lab } = this;
    while (lab.state.instant < instant && !lab.state.end) this.run(instant - lab.state.instant);
    if (isFinal && !lab.state.end) this.run(1);
    expect(lab.state.instant).toBe(instant);
    const { console } = this;
    return { instant, isFinal, hash: lab.stateHash(), digest: lab.traceDigest(), console };
  }

  private run(instructions: number): void {
    const { lab, entries } = this;
    for (; entries[this.next]?.instant === lab.state.instant; this.next++) this.apply(entries[this.next]);
    const next = entries[this.next]?.instant ?? Number.POSITIVE_INFINITY;
    lab.run(Math.min(instructions, next - lab.state.instant));
    this.console += lab.takeConsole();
    this.events.push(...lab.decodeTrace(lab.takeTrace()));
  }

  private apply(entry: LogEntry): void {
    const { machine } = this.lab.kernel;
    if ('input' in entry) this.lab.input(entry.input);
    else if (entry.knob.name === 'nsPerInstruction') machine.nsPerInstruction = entry.knob.value;
    else seedRandom(machine.memory.words, (machine.memory.machineBase + Mach.RANDOM) >> 2, entry.knob.value);
  }
}

/** Numbers from a seed. */
function random(seed: number): (below: number) => number {
  const words = new Int32Array(4);
  seedRandom(words, 0, seed);
  return (below) => Math.floor((nextRandom(words, 0) / 4294967296) * below);
}

function runToEnd(cursor: Cursor, slice = 50_000): void {
  while (cursor.run(cursor.at.instant + slice) === 'target');
}

function go(timeline: Timeline, cursor: Cursor, branch: number, instant: number): void {
  finish(timeline.seek(cursor, { branch, instant }));
}

describe('straight = sought', () => {
  test.each([
    [1, SEED],
    [2, SEED + 1],
    [2, SEED + 2],
  ])('on %i CPUs with seed %i, at seeded instants in any order', (cpus, seed) => {
    const { timeline, lab } = timelineOf({ driver: BUSY_DRIVER, app: BUSY_APP, config: { cpus, seed } }, SMALL);
    runToEnd(timeline.main, 7777);
    const { head } = timeline.branches[0];
    const other = timeline.newCursor();
    const pick = random(seed);
    const sights: Sight[] = [];
    for (let i = 0; i < Math.ceil(TRIPLES / 3); i++) {
      const cursor = pick(2) === 0 ? timeline.main : other;
      go(timeline, cursor, 0, pick(head + 1));
      sights.push(sightOf(timeline, cursor));
    }
    const straight = new Straight(lab.twin(), []);
    for (const sight of sights.sort((a, b) => a.instant - b.instant)) {
      expect(straight.to(sight.instant, sight.isFinal)).toEqual(sight);
    }
    straight.to(head, true);
    expect(timeline.branches[0].end).toEqual(straight.lab.state.end);
    expect(finish(timeline.trace.events({ branch: 0, from: 0, to: Number.POSITIVE_INFINITY }))).toEqual(
      straight.events,
    );
    const { checkpointBytes, evictedChunks } = timeline.stats();
    expect(checkpointBytes).toBeLessThanOrEqual(SMALL.checkpointBytes as number);
    expect(evictedChunks).toBeGreaterThan(3);
  });

  test.each([1, 2, 3, 4])('whatever was typed, turned, sought and dropped on the way (%i)', (seed) => {
    const { timeline, lab } = timelineOf({ app: TALKER, config: { cpus: 1 + (seed % 2), interactive: true } }, SMALL);
    const { main } = timeline;
    const other = timeline.newCursor();
    const pick = random(seed);
    const sights = new Map<number, Sight[]>();
    const entries = new Map<number, LogEntry[]>();
    const look = (cursor: Cursor) => {
      const { branch } = cursor.at;
      sights.set(branch, [...(sights.get(branch) ?? []), sightOf(timeline, cursor)]);
      entries.set(branch, entriesOf(timeline, branch));
    };
    const anywhere = (cursor: Cursor) => {
      const branch = timeline.branches[pick(timeline.branches.length)];
      go(timeline, cursor, branch.id, pick(branch.head + 1));
    };
    main.run(200_000);
    for (let i = 0; i < 120; i++) {
      const what = pick(12);
      if (what < 4) main.run(main.at.instant + pick(40_000));
      else if (what < 6) anywhere(main);
      else if (what < 8) anywhere(other);
      else if (what < 10) timeline.input(new TextEncoder().encode(pick(6) === 0 ? 'quit\n' : `line ${i}\n`));
      else if (what === 10) {
        timeline.knob(pick(2) === 0 ? { name: 'seed', value: i } : { name: 'nsPerInstruction', value: 5 + pick(20) });
      } else {
        const { id } = timeline.branches[pick(timeline.branches.length)];
        if (id !== main.at.branch && id !== other.at.branch && pick(3) === 0) timeline.dropBranch(id);
      }
      look(what === 6 || what === 7 ? other : main);
    }
    expect(sights.size).toBeGreaterThan(5);
    for (const [branch, seen] of sights) {
      const straight = new Straight(lab.twin(), entries.get(branch) as LogEntry[]);
      for (const sight of seen.sort((a, b) => a.instant - b.instant || Number(a.isFinal) - Number(b.isFinal))) {
        expect(straight.to(sight.instant, sight.isFinal), `branch ${branch}`).toEqual(sight);
      }
      const info = timeline.branches.find(({ id }) => id === branch);
      if (!info) continue;
      straight.to(info.head, info.end !== undefined);
      expect(straight.lab.state.end).toEqual(info.end);
      expect(finish(timeline.trace.events({ branch, from: 0, to: Number.POSITIVE_INFINITY }), 5000)).toEqual(
        straight.events,
      );
    }
  });
});
