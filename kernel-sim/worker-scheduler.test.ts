import { expect, test } from 'vitest';
import { done, type Task } from './base/task.ts';
import { Scheduler, type Work } from './worker-scheduler.ts';

/** A clock that only moves when fake tasks work: so many instructions a millisecond. */
class Bench {
  ms = 0;
  readonly told: string[] = [];
  readonly scheduler = new Scheduler(() => this.ms, ['main', 'queries']);

  task(name: string, instructions: number, perMs = 10_000): Task<string> {
    let left = instructions;
    return {
      step: (size) => {
        const worked = Math.min(size, left);
        left -= worked;
        this.ms += worked / perMs;
        return left === 0;
      },
      result: name,
      get progress() {
        return 1 - left / instructions;
      },
      drop: () => this.told.push(`${name} gives back`),
    };
  }

  work(name: string, begin: () => Task<string>): Work<string> {
    return {
      begin,
      done: (result) => this.told.push(`${result} done`),
      failed: (error) => this.told.push(`${name} failed: ${(error as Error).message}`),
      dropped: () => this.told.push(`${name} dropped`),
    };
  }

  add(lane: string, name: string, instructions: number, perMs?: number) {
    return this.scheduler.add(
      lane,
      this.work(name, () => this.task(name, instructions, perMs)),
    );
  }

  /** Turns until nothing is left; how long each took. */
  turns(): number[] {
    const took: number[] = [];
    while (this.scheduler.busy) {
      const begin = this.ms;
      this.scheduler.turn();
      took.push(this.ms - begin);
    }
    return took;
  }
}

test('no turn takes longer than a slice, whatever the speed of a task', () => {
  for (const perMs of [300, 10_000, 400_000]) {
    const bench = new Bench();
    bench.add('main', 'run', perMs * 1000, perMs);
    // The first step is a guess.
    const took = bench.turns().slice(perMs < 10_000 ? 1 : 0);
    expect(Math.max(...took)).toBeLessThanOrEqual(8.01);
    expect(took.length).toBeLessThan(1000 / 3);
  }
});

test('work of one lane goes in order, lanes take turns', () => {
  const bench = new Bench();
  bench.add('main', 'long', 1_000_000);
  bench.add('main', 'next', 1000);
  bench.add('queries', 'first', 1000);
  bench.add('queries', 'second', 300_000);
  bench.turns();
  expect(bench.told).toEqual(['first done', 'second done', 'long done', 'next done']);
});

test('small work is done many at a time', () => {
  const bench = new Bench();
  for (let i = 0; i < 50; i++)
    bench.scheduler.add(
      'queries',
      bench.work('', () => done(`${i}`)),
    );
  expect(bench.turns()).toEqual([0]);
  expect(bench.told.at(-1)).toBe('49 done');
});

test('two lanes get equal time', () => {
  const bench = new Bench();
  const spent = { main: 0, queries: 0 };
  bench.add('main', 'a', 10_000_000);
  bench.add('queries', 'b', 10_000_000, 1000);
  for (let i = 0; i < 20; i++) bench.scheduler.turn();
  for (let i = 0; i < 40; i++) {
    const begin = bench.ms;
    bench.scheduler.turn();
    spent[i % 2 === 0 ? 'main' : 'queries'] += bench.ms - begin;
  }
  expect(spent.main / spent.queries).toBeCloseTo(1, 1);
});

test('dropped work is told and gives back what it held; the next goes on', () => {
  const bench = new Bench();
  const first = bench.add('main', 'first', 1_000_000);
  const second = bench.add('main', 'second', 1_000_000);
  bench.add('main', 'third', 1000);
  bench.scheduler.turn();
  expect(bench.scheduler.jobs('main')).toHaveLength(3);
  expect(bench.scheduler.drop(second)).toBe(true);
  expect(bench.scheduler.drop(first)).toBe(true);
  expect(bench.scheduler.drop(first)).toBe(false);
  bench.turns();
  expect(bench.told).toEqual(['second dropped', 'first gives back', 'first dropped', 'third done']);
});

test('what throws has failed, at its beginning or half-way, and nothing else has', () => {
  const bench = new Bench();
  bench.scheduler.add(
    'main',
    bench.work('bad', () => {
      throw new Error('no such thing');
    }),
  );
  bench.scheduler.add(
    'main',
    bench.work('worse', () => ({
      ...bench.task('worse', 1),
      step: () => {
        throw new Error('broken');
      },
    })),
  );
  bench.add('main', 'good', 1000);
  bench.turns();
  expect(bench.told).toEqual(['bad failed: no such thing', 'worse gives back', 'worse failed: broken', 'good done']);
});

test('work that brings more work', () => {
  const bench = new Bench();
  bench.scheduler.add('main', {
    ...bench.work('', () => done('first')),
    done: () => bench.add('main', 'second', 10),
  });
  bench.turns();
  expect(bench.told).toEqual(['second done']);
});
