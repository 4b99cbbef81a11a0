import { describe, expect, test } from 'vitest';
import type { AnswerTo, AskKind, AskOf } from '../../kernel-sim/protocol/messages';
import { type Source, TimelineData } from './timeline-data';

type Columns = AnswerTo<'trace-columns'>;

/** A worker with an event every 1000 instants, whose answers come when they are let through. */
function worker() {
  const asked: AskOf<AskKind>[] = [];
  const waiting: (() => void)[] = [];
  const timers: (() => void)[] = [];
  let refuses: string | undefined;
  const data = new TimelineData({
    ask: (ask) =>
      new Promise((resolve, reject) => {
        asked.push(ask);
        waiting.push(() => {
          if (ask.kind === refuses) reject(new Error('no'));
          else resolve(answer(ask) as never);
        });
      }),
    changed: () => {},
    later: (act) => timers.push(act),
  });
  return {
    data,
    asked,
    kinds: () => asked.splice(0).map(({ kind }) => kind),
    refuse: (kind: string) => (refuses = kind),
    /** Answers, and what is asked because of them, until nothing is asked any more. */
    async settle() {
      while (waiting.length > 0) {
        for (const act of waiting.splice(0)) act();
        await new Promise(setImmediate);
      }
    },
    tick: () => {
      for (const act of timers.splice(0)) act();
    },
  };
}

function answer(ask: AskOf<AskKind>): Columns | AnswerTo<'lanes'> {
  const { from, to } = ask as AskOf<'lanes'>;
  if (ask.kind === 'lanes') {
    const one = {
      cpu: Uint8Array.of(0),
      from: Float64Array.of(from),
      to: Float64Array.of(to),
      state: Uint8Array.of(1),
    };
    const states = ['user', 'kernel', 'interrupt', 'idle'] as const;
    return {
      ...one,
      cpus: 1,
      states,
      tid: new Uint32Array(1),
      pid: new Uint32Array(1),
      mixed: new Uint8Array(1),
      processes: [],
    };
  }
  const instants: number[] = [];
  for (let at = Math.ceil(from / 1000) * 1000; at < to; at += 1000) instants.push(at);
  const size = instants.length;
  return {
    ...{ kinds: ['dbg'], kind: new Uint8Array(size), instant: Float64Array.from(instants), t: new Float64Array(size) },
    ...{ cpu: new Uint8Array(size), tid: new Uint32Array(size), pid: new Uint32Array(size) },
  };
}

const source = (head: number, more: Partial<Source> = {}): Source => ({
  run: 1,
  branch: 0,
  head,
  isLive: false,
  ...more,
});

describe('events', () => {
  test('come piece by piece, each once', async () => {
    const { data, asked, settle } = worker();
    data.show(source(5_000_000));
    await settle();
    expect(data.events.count).toBe(5000);
    expect(data.loadedTo).toBe(5_000_000);
    expect(asked.filter(({ kind }) => kind === 'trace-columns')).toHaveLength(3);
    data.show(source(5_001_500));
    await settle();
    expect(data.events.count).toBe(5002);
  });

  test('of a run that grows are asked for now and then', async () => {
    const { data, kinds, settle, tick } = worker();
    for (let head = 1000; head <= 9000; head += 1000) data.show(source(head, { isLive: true }));
    expect(kinds()).toEqual([]);
    tick();
    expect(kinds()).toEqual(['trace-columns', 'lanes']);
    await settle();
    expect(data.events.count).toBe(9);
    expect(kinds()).toEqual([]);
  });

  test('of another branch replace those known, also when answers come late', async () => {
    const { data, settle } = worker();
    data.show(source(9000));
    data.show(source(3000, { branch: 1 }));
    data.show(source(9000));
    await settle();
    expect(data.events.count).toBe(9);
    expect(data.whole?.span).toEqual({ from: 0, to: 9000 });
  });
});

describe('lanes', () => {
  test('of a small part are asked for by themselves, once', async () => {
    const { data, asked, settle } = worker();
    data.show(source(1_000_000));
    await settle();
    const view = { from: 500_000, to: 500_100 };
    data.look(view);
    await settle();
    expect(data.lanesFor(view)?.span).toEqual({ from: 499_900, to: 500_200 });
    asked.length = 0;
    data.look({ from: 499_950, to: 500_050 });
    await settle();
    expect(asked).toEqual([]);
    expect(data.lanesFor({ from: 0, to: 1_000_000 })).toBe(data.whole);
  });

  test('that cannot be asked for are not asked for again in this run', async () => {
    const { data, kinds, settle, refuse } = worker();
    refuse('lanes');
    data.show(source(1000));
    await settle();
    data.show(source(2000));
    await settle();
    expect(kinds()).toEqual(['trace-columns', 'lanes', 'trace-columns']);
    expect(data.lanesFor({ from: 0, to: 2000 })).toBeUndefined();
    data.show(source(2000, { run: 2 }));
    expect(kinds()).toContain('lanes');
  });
});
