/**
 * What stands between a timeline and those that drive it: listeners, pauses, checkpoints near where history is walked, questions about the
 * trace, and coming back from a log.
 */
import { describe, expect, test } from 'vitest';
import { finish } from '../base/task.ts';
import { BUSY_APP, BUSY_DRIVER, timelineOf } from '../lab-testing.ts';
import type { DecodedEvent } from '../trace/recorder.ts';
import { Timeline, type TimelineOptions } from './timeline.ts';

const BUSY = { driver: BUSY_DRIVER, app: BUSY_APP };
const SPIN = { app: 'int main(void) { volatile int i = 0; for (;;) i++; }' };
const READ = `
#include <stdio.h>
int main(void)
{
    char b[32];
    while (fgets(b, sizeof(b), stdin) && b[0] != 'q') printf("hello %s", b);
    return 7;
}`;

function typed(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('a listener', () => {
  const { timeline } = timelineOf(BUSY);
  const { main } = timeline;
  main.run(Number.POSITIVE_INFINITY);
  const irps = finish(timeline.trace.events({ branch: 0, from: 0, to: Number.POSITIVE_INFINITY, kinds: ['irp_call'] }));

  test('hears what is replayed; its pause stops right behind the event', () => {
    expect(irps.length).toBeGreaterThan(5);
    const stops: number[] = [];
    main.listener = (name) => {
      if (name === 'irp_call') main.pause();
    };
    finish(timeline.seek(main, { branch: 0, instant: 0 }));
    while (main.run(Number.POSITIVE_INFINITY) === 'paused') stops.push(main.at.instant);
    expect(stops).toEqual(irps.map(({ instant }) => instant + 1));
  });

  test('is deaf to seeks', () => {
    let heard = 0;
    main.listener = () => heard++;
    finish(timeline.seek(main, { branch: 0, instant: 1000 }));
    finish(timeline.seek(main, { branch: 0, instant: 80_000 }));
    expect(heard).toBe(0);
  });

  test('that fails is told to its owner and leaves the history whole', () => {
    const { timeline: fresh } = timelineOf(BUSY);
    fresh.main.listener = (name) => {
      if (name === 'irp_call') throw new RangeError('no such field');
    };
    expect(() => fresh.main.run(Number.POSITIVE_INFINITY)).toThrow('no such field');
    expect(fresh.main.at.instant).toBe(irps[0].instant + 1);
    expect(fresh.branches[0].end).toBeUndefined();
    fresh.main.listener = undefined;
    expect(fresh.main.run(Number.POSITIVE_INFINITY)).toBe('end');
    expect(fresh.branches[0].end).toEqual(timeline.branches[0].end);
  });
});

describe('checkpoints', () => {
  test('stand closer and closer before an instant that history is walked back from', () => {
    const { timeline } = timelineOf(SPIN, { checkpointMs: 1e9 });
    const { main } = timeline;
    main.run(400_000);
    expect(timeline.stats().checkpoints).toBe(1);
    const other = timeline.newCursor();
    timeline.densify(other, 0, 350_000);
    expect(other.run(350_000)).toBe('target');
    // 15,000 instructions are 0.3 ms of the default clock.
    const before = [350_000, 334_999, 319_999, 289_999, 229_999].map((instant) =>
      timeline.checkpointBefore({ branch: 0, instant }),
    );
    expect(before).toEqual([335_000, 320_000, 290_000, 230_000, 110_000]);
    expect(timeline.checkpointBefore({ branch: 0, instant: 109_999 })).toBe(0);
  });

  test('are left by steps back, so that the next ones are short', () => {
    const { timeline } = timelineOf(SPIN, { checkpointMs: 1e9 });
    const { main } = timeline;
    main.run(400_000);
    let replayed = 0;
    for (let instant = 399_990; instant > 300_000; instant -= 1000) {
      replayed += instant - timeline.checkpointBefore({ branch: 0, instant });
      finish(timeline.seek(main, { branch: 0, instant }));
    }
    expect(replayed / 90).toBeLessThan(25_000);
  });

  test('stay under the cap, closer to where someone is; boot and forks stay', () => {
    const { timeline } = timelineOf(
      { app: 'int main(void) { static volatile int a[65536]; for (int i = 0; ; i++) a[i * 1031 % 65536] = i; }' },
      { checkpointBytes: 6 << 20, checkpointMs: 0.2 },
    );
    const { main } = timeline;
    main.run(200_000);
    timeline.knob({ name: 'seed', value: 9 });
    expect(main.at.branch).toBe(0);
    main.run(300_000);
    finish(timeline.seek(main, { branch: 0, instant: 123_457 }));
    timeline.knob({ name: 'seed', value: 10 });
    main.run(4_000_000);
    expect(timeline.stats().checkpointBytes).toBeLessThanOrEqual(6 << 20);
    expect(timeline.checkpointBefore({ branch: 1, instant: 123_457 })).toBe(123_457);
    const gap = (instant: number) => instant - timeline.checkpointBefore({ branch: 1, instant });
    expect(gap(4_000_000)).toBeLessThan(20_001);
    let widest = 0;
    for (let instant = 200_000; instant < 3_000_000; instant += 10_000) widest = Math.max(widest, gap(instant));
    expect(widest).toBeGreaterThan(40_000);
  });
});

describe('the trace', () => {
  const { timeline } = timelineOf(BUSY, { traceBytes: 1 << 14 });
  const { main, trace } = timeline;
  const ALL = { branch: 0, from: 0, to: Number.POSITIVE_INFINITY };
  while (main.run(main.at.instant + 2000) === 'target');
  const all = finish(trace.events(ALL));
  const instants = (events: readonly DecodedEvent[]) => events.map(({ instant, seq, event }) => [instant, seq, event]);

  test('is evicted and made again the same', () => {
    expect(timeline.stats().evictedChunks).toBeGreaterThan(5);
    expect(finish(trace.events(ALL), 1000)).toEqual(all);
  });

  test('answers by kind, range, limit and condition, forwards and backwards', () => {
    const kinds = ['irql', 'irp_call', 'dbg'] as const;
    const from = all[all.length >> 2].instant;
    const to = all[all.length >> 1].instant;
    const wanted = all.filter(
      ({ event, instant }) => kinds.some((k) => k === event) && instant >= from && instant < to,
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(finish(trace.events({ branch: 0, from, to, kinds }))).toEqual(wanted);
    expect(finish(trace.events({ branch: 0, from, to, kinds, backward: true }))).toEqual([...wanted].reverse());
    expect(finish(trace.events({ branch: 0, from, to, kinds, limit: 3, backward: true }))).toEqual(
      wanted.slice(-3).reverse(),
    );
    const where = (event: DecodedEvent) => event.to === 2;
    expect(finish(trace.events({ branch: 0, from, to, kinds, where }))).toEqual(wanted.filter(where));
    expect(trace.count(0)).toBe(all.length);
    expect(trace.count(0, kinds)).toBe(all.filter(({ event }) => kinds.some((k) => k === event)).length);
    expect(finish(trace.window(0, kinds, 30, 50))).toEqual(
      all.filter(({ event }) => kinds.some((k) => k === event)).slice(30, 80),
    );
    expect(finish(trace.window(0, undefined, all.length - 2, 50))).toEqual(all.slice(-2));
    expect(finish(trace.window(0, undefined, all.length, 50))).toEqual([]);
  });

  test('finds the next and the previous event', () => {
    const calls = all.filter(({ event }) => event === 'irp_call');
    const [first, second] = calls;
    const next = (instant: number) => finish(trace.next({ branch: 0, instant }, ['irp_call']));
    const previous = (instant: number) => finish(trace.previous({ branch: 0, instant }, ['irp_call']));
    expect(next(0)).toEqual(first);
    expect(next(first.instant)).toEqual(first);
    expect(next(first.instant + 1)).toEqual(second);
    expect(previous(second.instant)).toEqual(first);
    expect(previous(second.instant + 1)).toEqual(second);
    expect(previous(first.instant)).toBeUndefined();
    expect(next((calls.at(-1) as DecodedEvent).instant + 1)).toBeUndefined();
  });

  test('several questions at once get along', () => {
    const tasks = Array.from({ length: 4 }, () => trace.events(ALL));
    for (let isBusy = true; isBusy; ) isBusy = tasks.map((task) => task.step(3000)).includes(false);
    for (const task of tasks) expect(instants(task.result)).toEqual(instants(all));
  });
});

describe('typed input, echoed', () => {
  const talk = (options: Partial<TimelineOptions>) => {
    const made = timelineOf({ app: READ, config: { interactive: true } }, options);
    const { timeline } = made;
    const { main } = timeline;
    main.run(Number.POSITIVE_INFINITY);
    const first = main.at.instant;
    timeline.input(typed('Ann\n'));
    main.run(Number.POSITIVE_INFINITY);
    const second = main.at.instant;
    finish(timeline.seek(main, { branch: 0, instant: first }));
    timeline.input(typed('Bo'));
    timeline.input(typed('b\n'));
    main.run(Number.POSITIVE_INFINITY);
    const consoleAt = (branch: number, instant: number) => timeline.output({ branch, instant }).console;
    return { ...made, first, second, consoleAt };
  };

  test('stands in the console of every later instant of its branch, once; replays add nothing', () => {
    const { timeline, first, second, consoleAt } = talk({ echoesInput: true });
    const look = () => [
      ...[first, first + 1, second].map((instant) => consoleAt(0, instant)),
      ...[first, first + 1, timeline.branches[1].head].map((instant) => consoleAt(1, instant)),
    ];
    const seen = look();
    expect(seen).toEqual(['', 'Ann\n', 'Ann\nhello Ann\n', '', 'Bob\n', 'Bob\nhello Bob\n']);
    for (const instant of [second, first, second]) finish(timeline.seek(timeline.main, { branch: 0, instant }));
    expect(look()).toEqual(seen);
  });

  test('is there again in a history that was made from a log', () => {
    const { timeline, options } = talk({ echoesInput: true });
    const again = finish(Timeline.resume(options, JSON.parse(JSON.stringify(timeline.log()))));
    for (const { id, head } of timeline.branches) {
      for (let instant = head; instant > 0; instant -= 997) {
        const at = { branch: id, instant };
        expect(again.output(at)).toEqual(timeline.output(at));
      }
    }
  });

  test('stands nowhere unless that is asked for', () => {
    const { second, consoleAt } = talk({});
    expect(consoleAt(0, second)).toBe('hello Ann\n');
  });
});

describe('a log', () => {
  test('leads to the same place with the same history, also after JSON', () => {
    const { timeline, options } = timelineOf({ app: READ, config: { interactive: true } }, { checkpointMs: 0.5 });
    const { main } = timeline;
    main.run(Number.POSITIVE_INFINITY);
    const question = main.at;
    timeline.input(typed('Ann\n'));
    main.run(Number.POSITIVE_INFINITY);
    timeline.input(typed('q\n'));
    main.run(Number.POSITIVE_INFINITY);
    finish(timeline.seek(main, question));
    timeline.input(typed('Bob\xff\n'));
    timeline.knob({ name: 'nsPerInstruction', value: 33 });
    main.run(Number.POSITIVE_INFINITY);
    const dropped = main.at;
    finish(timeline.seek(main, { branch: 1, instant: dropped.instant - 5 }));
    timeline.input(typed('Cid\n'));
    main.run(main.at.instant + 12_345);
    finish(timeline.seek(main, { branch: 0, instant: 5000 }));
    timeline.knob({ name: 'seed', value: 77 });
    finish(timeline.seek(main, { branch: 2, instant: question.instant + 99 }));
    timeline.dropBranch(1);

    const log = JSON.parse(JSON.stringify(timeline.log()));
    const task = Timeline.resume(options, log);
    let last = 0;
    while (!task.step(20_000)) {
      expect(task.progress).toBeGreaterThanOrEqual(last);
      last = task.progress;
    }
    const again = task.result;
    expect(JSON.parse(JSON.stringify(again.log()))).toEqual(log);
    expect(again.branches).toEqual(timeline.branches);
    expect(again.main.at).toEqual(main.at);
    expect(again.main.kernel.machine.stateHash()).toBe(main.kernel.machine.stateHash());
    for (const { id, head } of timeline.branches) {
      const at = { branch: id, instant: head };
      for (const each of [timeline, again]) finish(each.seek(each.main, at));
      expect(again.main.kernel.machine.stateHash()).toBe(main.kernel.machine.stateHash());
      expect(again.main.kernel.trace.digest()).toBe(main.kernel.trace.digest());
      expect(again.output(at)).toEqual(timeline.output(at));
      expect(finish(again.trace.events({ branch: id, from: 0, to: head + 1 }))).toEqual(
        finish(timeline.trace.events({ branch: id, from: 0, to: head + 1 })),
      );
    }
  });

  test('of another build is refused', () => {
    const { timeline } = timelineOf({ app: 'int main(void) { return 1; }' });
    timeline.main.run(Number.POSITIVE_INFINITY);
    const { options } = timelineOf({ app: 'int main(void) { volatile int i = 3; while (i) i--; return 1; }' });
    expect(() => finish(Timeline.resume(options, timeline.log()))).toThrow('the log belongs to another build');
  });
});
