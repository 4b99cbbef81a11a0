/** When expressions changed: globals, what pointers lead to, and variables of one call of a function. */
import { describe, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, recordedRun } from '../../lab-testing.ts';
import type { ExpressionHistory, HistoryRequest } from '../../protocol/questions.ts';
import { callsOf } from './calls.ts';
import { historyOf } from './history.ts';

const DRIVER = driverWith(
  `g_Count += Loop(3);
    g_Last = &g_Table[g_Count & 3];
    *g_Last = g_Count;
    return Complete(Irp, STATUS_SUCCESS, 0);`,
  {
    globals: `ULONG g_Count; ULONG g_Table[4]; ULONG *g_Last;
static int Loop(int n)
{
    int s = 0;
    int v[2] = {0, 0};
    for (int i = 0; i < n; i++) {
        s += i;
        v[i & 1] = s;
    }
    return s + v[0];
}`,
  },
);
const APP = appWith('for (int i = 0; i < 3; i++) DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);');

const run = recordedRun({ driver: DRIVER, app: APP });
const { timeline, cursor } = run;
const calls = finish(callsOf(timeline, cursor, { routine: 'Loop', at: run.at })).calls;
const lastRequest = calls[2].instant + 100;

function ask(expression: string, request: Partial<HistoryRequest> & { instant: number }): ExpressionHistory {
  const { instant, ...rest } = request;
  return finish(historyOf(timeline, cursor, { expression, at: { branch: 0, instant }, ...rest }));
}

function values(history: ExpressionHistory): string[] {
  return history.changes.map(({ value }) => value);
}

function lineOf(text: string): number {
  return DRIVER.split('\n').findIndex((line) => line.includes(text)) + 1;
}

describe('globals', () => {
  test('a counter: each value, with the line that made it', () => {
    const history = ask('lab!g_Count', { instant: lastRequest });
    expect(values(history).slice(1)).toEqual(['0', '6', '12 (0xC)', '18 (0x12)']);
    expect(values(history)[0]).toMatch(/^<.*not loaded/);
    const { changes, frame, truncated } = history;
    expect(changes[0].by).toBeUndefined();
    expect(changes.slice(2).map(({ by }) => by?.place.line)).toEqual([1, 2, 3].map(() => lineOf('g_Count += Loop')));
    expect(changes.slice(2).every(({ instant, by }) => by?.instant === instant)).toBe(true);
    expect([frame, truncated]).toEqual([undefined, false]);
  });

  test('what a pointer leads to: both the pointer and its target count', () => {
    const from = calls[0].instant;
    const history = ask('*lab!g_Last', { instant: lastRequest, from });
    // NULL; &g_Table[2] (6 & 3), still 0, then written; &g_Table[0] (12 & 3); &g_Table[2] (18 & 3), which holds 6.
    expect(values(history).slice(1)).toEqual(['0', '6', '0', '12 (0xC)', '6', '18 (0x12)']);
    const lines = history.changes.slice(1).map(({ by }) => by?.place.line);
    const [pointer, target] = [lineOf('g_Last = &'), lineOf('*g_Last = ')];
    expect(lines).toEqual([pointer, target, pointer, target, pointer, target]);
  });

  test('between two instants, and the newest of many', () => {
    const within = { instant: lastRequest, from: calls[1].instant, to: calls[2].instant };
    expect(values(ask('lab!g_Count', within))).toEqual(['6', '12 (0xC)']);
    const newest = ask('lab!g_Count', { instant: lastRequest, limit: 2 });
    expect([values(newest), newest.truncated]).toEqual([['12 (0xC)', '18 (0x12)'], true]);
  });
});

describe('variables of a call', () => {
  const inside = (calls[1].returned?.instant ?? 0) - 4;

  test('in a register', () => {
    const history = ask('s', { instant: inside });
    expect(values(history)).toEqual([expect.stringMatching(/^</), '0', '1', '3']);
    expect(history.changes.slice(2).map(({ by }) => [by?.kind, by?.place.line])).toEqual([
      ['register', lineOf('s += i')],
      ['register', lineOf('s += i')],
    ]);
    expect(history.frame?.entered).toBe(calls[1].instant);
    expect(history.from).toBe(calls[1].instant);
  });

  test('in memory, and several at once', () => {
    expect(values(ask('v', { instant: inside })).slice(-3)).toEqual(['{0, 0}', '{0, 1}', '{3, 1}']);
    expect(values(ask('v[1] + s', { instant: inside })).slice(-3)).toEqual(['1', '2', '4']);
  });

  test('end with the call', () => {
    const { frame, changes } = ask('s', { instant: inside, to: run.at.instant });
    expect(frame?.left).toBe((calls[1].returned?.instant ?? 0) + 1);
    expect(changes.at(-1)?.value).toBe('3');
  });

  test('of an outer frame', () => {
    const code = ask('Code', { instant: inside, frame: 1 });
    expect(code.changes.at(-1)).toMatchObject({ value: '2236420 (0x222004)', by: { kind: 'register' } });
    expect(code.frame?.entered).toBeLessThan(calls[1].instant);
  });
});

test('what cannot be followed is a mistake in plain words', () => {
  expect(() => ask('1 + 2', { instant: lastRequest })).toThrow('reads no memory');
  expect(() => ask('g_Cuont', { instant: lastRequest })).toThrow(/g_Count/);
  expect(() => ask('g_Count +', { instant: lastRequest })).toThrow();
  expect(() => ask('g_Count', { instant: lastRequest, limit: 0 })).toThrow('0 changes');
  expect(() => ask('g_Count', { instant: lastRequest, to: run.at.instant + 1 })).toThrow(/beyond|end/);
});
