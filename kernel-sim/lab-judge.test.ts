import { describe, expect, test } from 'vitest';
import { finish } from './base/task.ts';
import { judge } from './lab-judge.ts';
import type { CheckSpec } from './protocol/checks.ts';
import { DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';

const program = (text: string, config: Partial<LabConfig> = {}): LabConfig => ({
  ...DEFAULT_CONFIG,
  drivers: [],
  apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text }] }],
  ...config,
});
const SAYS: CheckSpec = { id: 'says', title: 'It says yes', rules: ['console contains "yes"'] };
const ENDS: CheckSpec = { id: 'ends', title: 'It ends well', rules: ['exit == 0'], after: ['says'] };
const HELLO = '#include <stdio.h>\nint main(void) { printf("yes\\n"); return 0; }';
/** Two threads that lose updates of a counter, more or less often under each seed. */
const RACE = `
#include <windows.h>
#include <stdio.h>
volatile long g_Count;
static DWORD WINAPI Work(void *p) { (void)p; for (int i = 0; i < 2000; i++) g_Count++; return 0; }
int main(void) {
  HANDLE t = CreateThread(0, 0, Work, 0, 0, 0);
  Work(0);
  WaitForSingleObject(t, INFINITE);
  printf("%ld\\n", g_Count);
  return 0;
}`;

describe('sources judged', () => {
  test('under each seed, in order, with the values that were asked for', () => {
    const asked = {
      config: program(RACE),
      checks: [SAYS],
      values: ['console', 'count(thread_create)', 'first(bugcheck).code'],
    };
    const report = finish(judge({ ...asked, seeds: [5, 1, 2, 5] }), 30_000);
    expect(report.build.ok).toBe(true);
    expect(report.runs.map(({ seed }) => seed)).toEqual([5, 1, 2, 5]);
    expect(report.runs[3]).toEqual(report.runs[0]);
    for (const { values } of report.runs) expect(values.slice(1)).toEqual([expect.any(Number), null]);
    const counts = report.runs.map(({ values }) => Number(values[0]));
    expect(new Set(counts).size).toBeGreaterThan(1);
    for (const { checks, end } of report.runs) {
      expect(end).toMatchObject({ kind: 'exit', status: 0 });
      expect(checks).toMatchObject([{ id: 'says', state: 'failed' }]);
    }
  });

  test('come out the same however they are sliced, and say how far they are', () => {
    const asked = { config: program(HELLO), checks: [SAYS, ENDS], values: [], seeds: [1, 2] };
    const task = judge(asked);
    let last = 0;
    while (!task.step(5_000)) {
      expect(task.progress).toBeGreaterThanOrEqual(last);
      last = task.progress;
    }
    expect(task.result.runs.map(({ console, debug }) => [console, debug])).toEqual([
      ['yes\n', ''],
      ['yes\n', ''],
    ]);
    expect(last).toBeGreaterThanOrEqual(0.5);
    expect(task.result).toEqual(finish(judge(asked), 10_000_000));
    expect(task.result.runs.map(({ checks }) => checks.map(({ state }) => state))).toEqual([
      ['passed', 'passed'],
      ['passed', 'passed'],
    ]);
  });

  test('that do not build are told as messages', () => {
    const report = finish(
      judge({ config: program('int main(void) { return x; }'), checks: [], values: [], seeds: [1] }),
    );
    expect(report.build.ok).toBe(false);
    expect(report.build.messages[0]).toMatchObject({ file: 'app.c', severity: 'error' });
    expect(report.runs).toEqual([]);
  });

  test('that never end are ended by the limit of simulated time; nobody types', () => {
    const loop = program('int main(void) { for (;;) { } }', { limitNs: 5e6 });
    const [run] = finish(judge({ config: loop, checks: [ENDS], values: [], seeds: [1] })).runs;
    expect(run.end).toMatchObject({ kind: 'limit' });
    const asks = program('#include <stdio.h>\nint main(void) { return getchar() == EOF ? 3 : 4; }');
    for (const interactive of [false, true]) {
      const config = { ...asks, interactive };
      const [typed] = finish(judge({ config, checks: [], values: [], seeds: [1] })).runs;
      expect(typed.end).toMatchObject({ kind: 'exit', status: 3 });
    }
  });

  test('a rule or a value that is none is a mistake, told at once', () => {
    const wrong: CheckSpec = { id: 'wrong', title: '', rules: ['console contains'] };
    expect(() => judge({ config: program(HELLO), checks: [wrong], values: [], seeds: [1] })).toThrow(/^check wrong: /);
    expect(() => judge({ config: program(HELLO), checks: [], values: ['what?'], seeds: [1] })).toThrow(/what\?/);
  });
});
