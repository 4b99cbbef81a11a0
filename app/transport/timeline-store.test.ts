import { beforeEach, expect, test, vi } from 'vitest';
import type { AskOf } from '../../kernel-sim/protocol/messages';
import { type LabState, useLab } from '../store/lab';

/** A run of 80,000 instants whose program begins at 40,000. */
const HEAD = 80_000;
const STORY = 40_000;

vi.mock('../client/lab-client', () => ({
  ask: async (asked: AskOf<'lanes'> | AskOf<'trace-columns'>) => {
    if (asked.kind === 'lanes') throw new Error('left out');
    const zero = (): Float64Array => new Float64Array(1);
    const words = { kinds: ['process_create'], kind: zero(), t: zero(), cpu: zero(), tid: zero(), pid: zero() };
    return { ...words, instant: Float64Array.of(STORY) };
  },
}));

const { timeline } = await import('./timeline-store');

let run = 0;
const standing = (): LabState => ({
  ...useLab.getInitialState(),
  run,
  phase: 'standing',
  branches: [{ id: 0, head: HEAD } as LabState['branches'][number]],
  shown: { at: { branch: 0, instant: 60_000 } } as LabState['shown'],
});
const moving: LabState['moving'] = { direction: 'back', what: 'going there', done: undefined };

beforeEach(() => {
  vi.useFakeTimers();
  timeline.follow({ ...useLab.getInitialState(), run: ++run, phase: 'building' });
});

test('a run that stands is shown from where its story begins', async () => {
  timeline.follow(standing());
  await vi.runAllTimersAsync();
  expect(timeline.span.from).toBeGreaterThan(STORY / 2);
  expect(timeline.span.to).toBe(HEAD);
});

test('also when its events were there before it came to stand', async () => {
  timeline.follow({ ...standing(), moving });
  await vi.runAllTimersAsync();
  expect(timeline.span.from).toBe(0);
  timeline.follow(standing());
  await vi.runAllTimersAsync();
  expect(timeline.span.from).toBeGreaterThan(STORY / 2);
});
