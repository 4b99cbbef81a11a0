/** How checks are judged: over events made by hand, and over a run of the simulator. */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, runLab } from '../lab-testing.ts';
import type { CheckState, RuleResult } from '../protocol/checks.ts';
import type { RunEnd, TraceEvent } from '../protocol/lab-api.ts';
import { CheckRun, parseChecks, parseValue } from './checks.ts';
import type { RunValue } from './language.ts';

type Given = Partial<TraceEvent> & { event: string };
const EXIT_0: RunEnd = { kind: 'exit', exitCode: 0, status: 0 };

/** Events 10 instants apart, from 10 on. */
function eventsOf(given: readonly Given[]): TraceEvent[] {
  return given.map(
    (event, i) => ({ instant: 10 * (i + 1), seq: 0, t: 0, cpu: 0, tid: 4, pid: 4, ...event }) as TraceEvent,
  );
}

/** What came of a check: its state, and the rule that decided. */
type Judged = { readonly state: CheckState } & Partial<RuleResult>;

function judge(rules: readonly string[], given: readonly Given[], end = EXIT_0): Judged {
  return judgeEvents(rules, eventsOf(given), end, 1000);
}

function judgeEvents(rules: readonly string[], events: readonly TraceEvent[], end: RunEnd, instant: number): Judged {
  const { checks, mistakes } = parseChecks([{ id: 'c', title: '', rules }]);
  expect(mistakes).toEqual([]);
  const run = new CheckRun(checks);
  for (const event of events) run.see(event);
  const [result] = run.finish(end, instant).checks;
  return { state: result.state, ...result.rules.find(({ passed }) => !passed) };
}

const complete = (information: number, more: Partial<TraceEvent> = {}): Given => ({
  event: 'irp_complete',
  irp: '0x00000000000000AA',
  status: 'STATUS_SUCCESS',
  information: `0x${information.toString(16).padStart(16, '0')}`,
  ...more,
});
const call = (driver: string, more: Partial<TraceEvent> = {}): Given => ({
  event: 'irp_call',
  irp: '0x00000000000000AA',
  driver: `\\Driver\\${driver}`,
  ...more,
});
const tag = (name: string, tid = 4): Given => ({ event: 'tag', name, tid });
const mark = (name: string): Given => ({ event: 'mark', name });

describe('a rule', () => {
  test('never: points right after the first event that should not be', () => {
    const rule = ['never irp_complete where information > 64'];
    expect(judge(rule, [complete(64)]).state).toBe('passed');
    expect(judge(rule, [complete(64), complete(65), complete(66)])).toMatchObject({
      state: 'failed',
      expected: 'No completion of an IRP whose information is more than 64 happens.',
      seen: 'It happened: IRP …00AA is completed with STATUS_SUCCESS and information 65.',
      found: 'irp_complete at 20: IRP …00AA: STATUS_SUCCESS, information 65',
      at: 21,
    });
  });

  test('some: shows what came nearest, or the end of the run', () => {
    const rule = ["some irp_call where driver == 'first'"];
    expect(judge(rule, [call('first')]).state).toBe('passed');
    expect(judge(rule, [call('other', { major: 'IRP_MJ_READ' })])).toMatchObject({
      state: 'failed',
      expected: 'At least one call of the driver first happens.',
      seen: 'There was none. The last call of a driver was another: the driver was "other". The driver other is called with the IRP …00AA for IRP_MJ_READ.',
      at: 11,
    });
    expect(judge(rule, [])).toMatchObject({ state: 'failed', seen: 'There was no call of a driver.', at: 1000 });
  });

  test('each has: fails at the first without it, and when there is none at all', () => {
    const rule = ['each irp_complete has status == STATUS_SUCCESS'];
    expect(judge(rule, [complete(0)]).state).toBe('passed');
    expect(judge(rule, [complete(0), complete(0, { status: 'STATUS_PENDING' })])).toMatchObject({
      expected: 'For every completion of an IRP, the status is STATUS_SUCCESS. There is at least one.',
      seen: 'The status was STATUS_PENDING here: IRP …00AA is completed with STATUS_PENDING.',
      at: 21,
    });
    expect(judge(rule, [])).toMatchObject({ state: 'failed', seen: 'There was no completion of an IRP.' });
  });

  test('each after, each before: order', () => {
    const after = ['each irp_complete after irp_call'];
    expect(judge(after, [call('a'), complete(0)]).state).toBe('passed');
    expect(judge(after, [complete(0), call('a')])).toMatchObject({ state: 'failed', at: 11 });
    const before = ['each irp_call before irp_complete'];
    expect(judge(before, [call('a'), complete(0)]).state).toBe('passed');
    expect(judge(before, [call('a'), complete(0), call('a')])).toMatchObject({ state: 'failed', at: 31 });
    expect(judge(before, [complete(0)]).state).toBe('failed');
  });

  test('counts and fields of the first and last', () => {
    const events = [call('a'), complete(20), call('a'), complete(21)];
    expect(judge(['count(irp_call) == count(irp_complete)'], events).state).toBe('passed');
    expect(judge(['last(irp_complete).information == 21', 'first(irp_complete).information == 20'], events).state).toBe(
      'passed',
    );
    expect(judge(['count(irp_call) == 3'], events)).toMatchObject({
      expected: 'There are exactly 3 calls of a driver.',
      seen: 'There were 2 calls of a driver.',
      at: 31,
    });
    expect(judge(['last(dpc).cpu == 0'], events)).toMatchObject({
      state: 'failed',
      seen: 'There was no start of a DPC.',
    });
  });

  test('64-bit values are exact', () => {
    const events = [{ event: 'bugcheck', code: 1, p1: '0xFFFFFFFFFFFFFFFF' }];
    expect(judge(['last(bugcheck).p1 == 0xFFFFFFFFFFFFFFFF'], events).state).toBe('passed');
    expect(judge(['last(bugcheck).p1 == 0xFFFFFFFFFFFFFFFE'], events).state).toBe('failed');
  });

  test('parts of an I/O control code', () => {
    const events = [call('a', { ioctl: 0x8000e004 })];
    const parts = 'ioctl.type == 0x8000 and ioctl.access == 3 and ioctl.function == 0x801 and ioctl.method == 0';
    expect(judge([`each irp_call has ${parts}`], events).state).toBe('passed');
  });

  test('console, debug output, exit code and end', () => {
    const events = [
      { event: 'console', text: 'gr\u00c3\u00bc\u00c3' },
      { event: 'console', text: '\u009f\n' },
      { event: 'dbg', text: 'loaded' },
    ];
    const rules = [
      "console == 'grüß\\n'",
      "console starts 'gr'",
      "debug contains 'load'",
      'exit == 0',
      "end == 'exit'",
    ];
    expect(judge(rules, events).state).toBe('passed');
    expect(judge(["console contains 'x'"], events)).toMatchObject({
      expected: 'What the programs print contains "x".',
      seen: 'The programs printed: "grüß↵".',
      found: '"grüß\\n"',
      at: 21,
    });
    const hang: RunEnd = { kind: 'hang', exitCode: 122, text: '', waits: [] };
    expect(judge(['exit == 0'], [], hang)).toMatchObject({
      seen: 'There is no exit code: the run ended in a hang.',
      at: 1000,
    });
  });
});

describe('a span', () => {
  test('of a tag is what its thread does until its next tag', () => {
    const events = [tag('work'), call('a', { tid: 8 }), call('a'), tag(''), call('a')];
    expect(judge(["count(irp_call) == 1 within tag 'work'"], events).state).toBe('passed');
    expect(judge(["count(tag) == 1 within tag 'work'"], events).state).toBe('passed');
    const exited = [tag('work'), { event: 'thread_exit', thread: 4, tid: 8 }, call('a')];
    expect(judge(["never irp_call within tag 'work'"], exited).state).toBe('passed');
  });

  test('of marks is between them', () => {
    const events = [call('a'), mark('a'), call('a'), call('a'), mark('b'), call('a')];
    expect(judge(["count(irp_call) == 2 from mark 'a' to mark 'b'"], events).state).toBe('passed');
    expect(judge(["count(irp_call) == 3 from mark 'a'"], events).state).toBe('passed');
    expect(judge(["count(irp_call) == 3 to mark 'b'"], events).state).toBe('passed');
  });

  test('that never begins proves nothing', () => {
    expect(judge(["never irp_call within tag 'work'"], [])).toMatchObject({
      state: 'failed',
      expected: 'No call of a driver happens within LabTag "work".',
      seen: 'The run never came to LabTag "work".',
    });
    expect(judge(["never irp_call from mark 'a'"], [])).toMatchObject({
      seen: 'The run never came to LabMark "a".',
    });
  });
});

test('a check whose ground failed is not run', () => {
  const { checks } = parseChecks([
    { id: 'loads', title: '', rules: ['some drv_load'] },
    { id: 'calls', title: '', rules: ['never irp_call'], after: ['loads'] },
    { id: 'calm', title: '', rules: ['never bugcheck'] },
  ]);
  expect(new CheckRun(checks).finish(EXIT_0, 5).checks.map(({ state }) => state)).toEqual([
    'failed',
    'not-run',
    'passed',
  ]);
});

test('mistakes name their check', () => {
  const { mistakes } = parseChecks([{ id: 'a', title: '', rules: ['never bugcheck', 'never bugchek'] }]);
  expect(mistakes).toMatchObject([{ check: 'a', mistake: { text: 'never bugchek', start: 6, end: 13 } }]);
});

test('over a real run: a buffered request', () => {
  const { trace, end, instants } = runLab({
    driver: driverWith('    *(ULONG *)Buffer = 7; return Complete(Irp, STATUS_SUCCESS, sizeof(ULONG));'),
    app: `#include <labtag.h>\n${appWith(`
      DWORD value = 0;
      LabTag("ask");
      DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &value, sizeof value, &got, NULL);
      LabTag("");
      printf("%lu of %lu bytes\\n", value, got);`)}`,
  });
  const rules = [
    "count(drv_load where driver == 'lab' and status == STATUS_SUCCESS) == 1",
    "count(irp_call where driver == 'lab') == 1 within tag 'ask'",
    "each irp_complete has information == 4 within tag 'ask'",
    "each irp_copy after irp_complete within tag 'ask'",
    "some irp_copy where direction == 'to user' and bytes == 4 within tag 'ask'",
    'count(irp_alloc) == count(irp_free)',
    'each dev_create before dev_delete',
    "console == '7 of 4 bytes\\n'",
    'exit == 0',
  ];
  expect(judgeEvents(rules, trace, end as RunEnd, instants)).toEqual({ state: 'passed' });

  const { value } = parseValue("last(irp_call where major == 'IRP_MJ_DEVICE_CONTROL').ioctl.function");
  const run = new CheckRun([], [value as RunValue]);
  for (const event of trace) run.see(event);
  expect(run.finish(end as RunEnd, instants).values).toEqual([0x800n]);
});

test('values of a span of the run', () => {
  const texts = [
    "count(irp_call) within tag 'ask'",
    "first(irp_call).driver from mark 'here'",
    "count(irp_call) within tag 'x'",
  ];
  const run = new CheckRun(
    [],
    texts.map((text) => parseValue(text).value as RunValue),
  );
  for (const event of eventsOf([call('a'), tag('ask'), call('b'), tag(''), mark('here'), call('c')])) run.see(event);
  expect(run.finish(EXIT_0, 1000).values).toEqual([1n, 'c', undefined]);
});
