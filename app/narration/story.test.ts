import { expect, test } from 'vitest';
import { finish } from '../../kernel-sim/base/task.ts';
import type { TraceRows } from '../../kernel-sim/protocol/messages';
import { SessionTrace } from '../../kernel-sim/worker-trace.ts';
import { RecordedRun } from '../diagrams/shared/testing-run';
import { type FetchRows, groupsOf, Story, scriptOf } from './story';

const run = RecordedRun.ofSample('mirror');
run.toEnd();
const trace = new SessionTrace(run.session);

/** The story of the mirror sample as the worker tells it, with a count of how often it was asked. */
function mirrorStory() {
  const rows = (from: number, count: number): TraceRows =>
    finish(trace.rows(0, { preset: 'story', filter: '', from, count }));
  const asks: number[] = [];
  const fetch: FetchRows = async (from, count) => {
    if (count > 0) asks.push(from);
    return rows(from, count);
  };
  const all = rows(0, 10_000).rows;
  return { story: new Story(fetch), all, asks };
}

test('the shown instant has behind it what happened before it, wherever it is', async () => {
  const { story, all } = mirrorStory();
  expect(all.length).toBeGreaterThan(40);
  expect(await story.position(0)).toBe(0);
  expect(await story.position(Number.POSITIVE_INFINITY)).toBe(all.length);
  for (const i of [0, 1, 31, 32, 33, all.length - 1]) {
    const { instant } = all[i]?.event ?? { instant: -1 };
    // An event is seen in the state after it.
    expect(await story.position(instant)).toBe(all.findIndex(({ event }) => event.instant >= instant));
    expect(await story.position(instant + 1)).toBe(all.filter(({ event }) => event.instant <= instant).length);
  }
});

test('rows are numbered from 1, and asked for once', async () => {
  const { story, all, asks } = mirrorStory();
  const position = await story.position(all[40]?.event.instant ?? 0);
  const rows = await story.rows(position - 10, position + 10);
  expect(rows.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 20 }, (_, i) => position - 9 + i));
  expect(rows[0]?.sentence).toBe(all[position - 10]?.sentence);
  const before = asks.length;
  await story.position(all[42]?.event.instant ?? 0);
  await story.rows(position - 10, position + 10);
  expect(asks.length).toBe(before);
});

test('a heading for each thread that takes over, and the same as text', async () => {
  const { story, all } = mirrorStory();
  await story.position(0);
  const rows = await story.rows(0, all.length);
  const groups = groupsOf(rows);
  expect(groups.flatMap((group) => group.rows)).toEqual(rows);
  expect(groups[0]?.title).toMatch(/^System, thread \d+$/);
  expect(groups.some(({ title }) => /^app\.exe, thread \d+$/.test(title))).toBe(true);
  for (let i = 1; i < groups.length; i++) expect(groups[i]?.title).not.toBe(groups[i - 1]?.title);

  const script = scriptOf('Mirror', rows, 'The end.');
  expect(script.startsWith('Mirror\n\nSystem, thread')).toBe(true);
  expect(script).toContain(`  1. ${rows[0]?.sentence}`);
  expect(script.endsWith('\n\nThe end.\n')).toBe(true);
});
