/**
 * How branches end, and that every end can be come back to: also the one of a last step that retires nothing, the one that the host makes, and
 * that of a defect of the lab.
 */
import { describe, expect, test } from 'vitest';
import { finish } from '../base/task.ts';
import { appWith, driverWith, timelineOf } from '../lab-testing.ts';
import type { LabConfig } from '../protocol/lab-api.ts';
import type { Cursor } from './cursor.ts';
import { Superseded, TimelineError } from './errors.ts';
import { Timeline, type TimelineOptions } from './timeline.ts';

const ASK = appWith('    if (!DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL)) printf("no\\n");');
const SPIN = 'int main(void) { volatile int i = 0; for (;;) i++; }';
const SLEEP = '#include <windows.h>\nint main(void) { for (;;) Sleep(1000); }';
const READ = `
#include <stdio.h>
int main(void) { char b[32]; printf("name? "); fgets(b, sizeof(b), stdin); printf("hello %s", b); return 7; }`;
const MARK = '#include <windows.h>\n#include <labtag.h>\nint main(void) { LabMark("here"); return 0; }';

interface Case {
  name: string;
  kind: string;
  driver?: string;
  app: string;
  config?: Partial<LabConfig>;
}

const CASES: Case[] = [
  { name: 'a program that returns', kind: 'exit', app: 'int main(void) { return 3; }' },
  { name: 'a bug check', kind: 'bugcheck', driver: driverWith('*(volatile int *)16 = 1; return 0;'), app: ASK },
  {
    name: 'a kernel stack that is exhausted: a double fault retires nothing',
    kind: 'bugcheck',
    driver: driverWith('return Deep(Irp) == 0 ? 0 : 1;', {
      globals: 'static int Deep(PIRP Irp) { volatile char room[200]; room[0] = 1; return Deep(Irp) + room[0]; }',
    }),
    app: ASK,
  },
  { name: 'the limit of instructions', kind: 'limit', app: SPIN, config: { limitInstructions: 333_333 } },
  { name: 'the limit of time', kind: 'limit', app: SPIN, config: { limitNs: 5e6 } },
  { name: 'the limit of time, asleep', kind: 'limit', app: SLEEP, config: { limitNs: 3e9 } },
];

function toEnd(cursor: Cursor): void {
  while (cursor.run(cursor.at.instant + 100_000) === 'target');
}

function sightOf(cursor: Cursor) {
  const { machine, trace } = cursor.kernel;
  return { at: cursor.at, isFinal: cursor.isFinal, hash: machine.stateHash(), digest: trace.digest() };
}

describe.each(CASES)('$name', ({ kind, name: _, ...parts }) => {
  const { timeline, lab } = timelineOf(parts, { checkpointMs: 1 });
  const { main } = timeline;

  test('ends as it does without a timeline', () => {
    toEnd(main);
    lab.start();
    while (!lab.run(1e6).end);
    expect(timeline.branches[0].end).toEqual(lab.state.end);
    expect(lab.state.end?.kind).toBe(kind);
    expect(sightOf(main)).toEqual({
      ...{ at: { branch: 0, instant: lab.state.instant }, isFinal: true },
      ...{ hash: lab.stateHash(), digest: lab.traceDigest() },
    });
  });

  test('is come back to by seeking and by running, on any cursor', () => {
    const last = sightOf(main);
    const { instant } = last.at;
    const other = timeline.newCursor();
    for (const cursor of [main, other]) {
      finish(timeline.seek(cursor, { branch: 0, instant: instant >> 1 }));
      finish(timeline.seek(cursor, last.at));
      expect(sightOf(cursor)).toEqual(last);
      finish(timeline.seek(cursor, { branch: 0, instant: instant - 1 }));
      expect(cursor.isFinal).toBe(false);
      expect(cursor.run(instant)).toBe('end');
      expect(sightOf(cursor)).toEqual(last);
      finish(timeline.seek(cursor, { branch: 0, instant: instant - 3 }));
      expect(cursor.run(Number.POSITIVE_INFINITY)).toBe('end');
      expect(sightOf(cursor)).toEqual(last);
      expect(cursor.run(Number.POSITIVE_INFINITY)).toBe('end');
    }
    expect(timeline.problemWith({ branch: 0, instant: instant + 1 })).toBe(
      `instant ${instant + 1} lies beyond the end of branch 0, which is ${instant}`,
    );
  });

  test('typed input there begins a branch that ends in the same way', () => {
    const { instant } = main.at;
    expect(timeline.input(Uint8Array.of(10))).toBe(1);
    expect(main.run(Number.POSITIVE_INFINITY)).toBe('end');
    const [parent, child] = timeline.branches;
    expect(child.end).toEqual(parent.end);
    expect(child.from).toEqual({ branch: 0, instant });
    finish(timeline.seek(main, { branch: 0, instant }));
    expect(main.isFinal).toBe(true);
  });
});

test('a double fault is told at the head of its branch, and after a fork there no more', () => {
  const { driver, app } = CASES[2] as Required<Case>;
  const { timeline } = timelineOf({ driver, app }, { traceBytes: 1 << 12 });
  const { main, trace } = timeline;
  while (main.run(main.at.instant + 2000) === 'target');
  const { instant } = main.at;
  const everything = { from: 0, to: Number.POSITIVE_INFINITY };
  const before = finish(trace.events({ branch: 0, ...everything }));
  const final = before.filter((event) => event.instant === instant);
  expect(final).toMatchObject([{ event: 'bugcheck' }]);
  expect(timeline.knob({ name: 'nsPerInstruction', value: 20 })).toBe(1);
  expect(main).toMatchObject({ isFinal: false, at: { branch: 1, instant } });
  expect(finish(trace.events({ branch: 1, ...everything }))).toEqual(before.slice(0, -1));
  expect(main.run(Number.POSITIVE_INFINITY)).toBe('end');
  expect(finish(trace.events({ branch: 1, ...everything }))).toEqual(before);
  // Chunk after chunk is made again by now.
  expect(timeline.stats().evictedChunks).toBeGreaterThan(5);
  expect(finish(trace.events({ branch: 0, ...everything, backward: true }))).toEqual([...before].reverse());
});

test('a defect of the lab ends its branch under its own name; what was before can be sought, and the end', () => {
  const { options: sound } = timelineOf({ app: MARK });
  const options: TimelineOptions = {
    ...sound,
    boot(strings) {
      const kernel = sound.boot(strings);
      const { emit } = kernel;
      kernel.emit = (name, ...values) => {
        if (name === 'mark') throw new Error('out of order');
        emit.call(kernel, name, ...values);
      };
      return kernel;
    },
  };
  const timeline = new Timeline(options);
  const { main } = timeline;
  toEnd(main);
  const { end, head } = timeline.branches[0];
  expect(end).toMatchObject({ kind: 'internal', exitCode: 125, text: expect.stringContaining('out of order') });
  finish(timeline.seek(main, { branch: 0, instant: head - 5 }));
  const { hash } = sightOf(main);
  finish(timeline.seek(main, { branch: 0, instant: head }));
  expect(main.isFinal).toBe(true);
  expect(main.run(Number.POSITIVE_INFINITY)).toBe('end');
  finish(timeline.seek(main, { branch: 0, instant: head - 5 }));
  expect(sightOf(main).hash).toBe(hash);
  const again = finish(Timeline.resume(options, timeline.log()));
  expect(again.branches).toEqual(timeline.branches);
  expect(sightOf(again.main)).toEqual(sightOf(main));
});

describe('waiting for typed input', () => {
  test('stands still, however often it is asked to go on, until something is typed', () => {
    const { timeline } = timelineOf({ app: READ, config: { interactive: true } });
    const { main } = timeline;
    while (main.run(main.at.instant + 100_000) === 'target');
    const there = sightOf(main);
    expect(main.run(main.at.instant + 100_000)).toBe('input');
    expect(sightOf(main)).toEqual(there);
    expect(timeline.output(main.at).console).toBe('name? ');

    finish(timeline.seek(main, { branch: 0, instant: 1000 }));
    expect(main.run(Number.POSITIVE_INFINITY)).toBe('input');
    expect(sightOf(main)).toEqual(there);

    expect(timeline.input(new TextEncoder().encode('Ann\n'))).toBe(0);
    expect(sightOf(main)).toEqual(there);
    expect(main.run(Number.POSITIVE_INFINITY)).toBe('end');
    expect(timeline.output(main.at).console).toBe('name? hello Ann\n');
    expect(timeline.branches).toMatchObject([{ id: 0, end: { kind: 'exit', status: 7 } }]);
  });

  test('another answer in the past is another branch; both stay', () => {
    const { timeline } = timelineOf({ app: READ, config: { interactive: true } });
    const { main } = timeline;
    expect(main.run(Number.POSITIVE_INFINITY)).toBe('input');
    const question = main.at;
    timeline.input(new TextEncoder().encode('Ann\n'));
    main.run(Number.POSITIVE_INFINITY);
    finish(timeline.seek(main, question));
    expect(timeline.input(new TextEncoder().encode('Bob\n'))).toBe(1);
    expect(main.run(Number.POSITIVE_INFINITY)).toBe('end');
    const outputs = timeline.branches.map(({ id, head }) => timeline.output({ branch: id, instant: head }).console);
    expect(outputs).toEqual(['name? hello Ann\n', 'name? hello Bob\n']);
    expect(timeline.branches[1]).toMatchObject({
      from: question,
      cause: `typed "Bob\\n" at instant ${question.instant}`,
    });
    // The console of the past is a beginning of it.
    expect(timeline.output(question).console).toBe('name? ');
    expect(timeline.output({ branch: 1, instant: question.instant }).console).toBe('name? ');
  });
});

describe('what cannot be', () => {
  const { timeline } = timelineOf({ app: SPIN });
  const { main } = timeline;
  main.run(50_000);

  test('is told in plain words', () => {
    const words = (branch: number, instant: number) => timeline.problemWith({ branch, instant });
    expect(words(0, 50_000)).toBeUndefined();
    expect(words(0, 50_001)).toBe('instant 50001 of branch 0 has not been run yet: it was recorded up to 50000');
    expect(words(0, -1)).toBe('instant -1 lies before boot, which is 0');
    expect(words(0, 1.5)).toBe('1.5 is no instant: instants are whole numbers');
    expect(words(7, 0)).toBe('there is no branch 7');
    expect(() => timeline.seek(main, { branch: 0, instant: 50_001 })).toThrow(TimelineError);
    expect(() => timeline.knob({ name: 'nsPerInstruction', value: 0 })).toThrow('an instruction cannot take 0 ns');
    expect(() => timeline.knob({ name: 'seed', value: 0.5 })).toThrow('0.5 is no seed');
  });

  test('a dropped branch is told as such; what was shared with it stays', () => {
    finish(timeline.seek(main, { branch: 0, instant: 20_000 }));
    expect(timeline.knob({ name: 'seed', value: 5 })).toBe(1);
    main.run(60_000);
    finish(timeline.seek(main, { branch: 1, instant: 40_000 }));
    expect(timeline.knob({ name: 'seed', value: 6 })).toBe(2);
    main.run(70_000);
    expect(() => timeline.dropBranch(2)).toThrow('branch 2 is the one that is shown');
    const other = timeline.newCursor();
    finish(timeline.seek(other, { branch: 1, instant: 55_000 }));
    const shared = timeline.newCursor();
    finish(timeline.seek(shared, { branch: 1, instant: 30_000 }));
    const { hash } = sightOf(shared);
    timeline.dropBranch(1);
    expect(timeline.problemWith({ branch: 1, instant: 30_000 })).toBe('branch 1 was dropped');
    expect(() => timeline.dropBranch(1)).toThrow('branch 1 was dropped');
    expect(() => other.run(60_000)).toThrow('branch 1 was dropped');
    finish(timeline.seek(other, { branch: 2, instant: 30_000 }));
    expect(sightOf(other).hash).toBe(hash);
    expect(timeline.branches.map(({ id, from }) => [id, from?.branch])).toEqual([
      [0, undefined],
      [2, 1],
    ]);
    finish(timeline.seek(main, { branch: 0, instant: 0 }));
    const { checkpoints } = timeline.stats();
    timeline.dropBranch(2);
    expect(timeline.stats().checkpoints).toBeLessThan(checkpoints);
    expect(timeline.log().branches.map(({ id }) => id)).toEqual([0]);
    expect(timeline.knob({ name: 'seed', value: 7 })).toBe(3);
  });

  test('a seek that another one follows says so, and does nothing more', () => {
    const first = timeline.seek(main, { branch: 0, instant: 45_000 });
    first.step(1000);
    expect(() => timeline.input(Uint8Array.of(65))).toThrow('on its way');
    const second = timeline.seek(main, { branch: 0, instant: 15_000 });
    expect(() => first.step(1000)).toThrow(Superseded);
    finish(second, 777);
    expect(main.at).toEqual({ branch: 0, instant: 15_000 });
    expect(second.progress).toBe(1);
    const third = timeline.seek(main, { branch: 0, instant: 45_000 });
    third.step(1000);
    main.run(main.at.instant + 10);
    expect(() => third.step(1000)).toThrow(Superseded);
  });
});
