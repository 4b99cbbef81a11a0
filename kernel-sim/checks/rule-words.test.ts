/**
 * Every rule has its sentences: those of the lessons, and rules generated over every event, field and form of the language. A sentence is plain: it has no word
 * of the language of checks in it, begins with a capital and ends with a full stop.
 */
import { describe, expect, test } from 'vitest';
import { lessonNames, loadLesson } from '../cli/lesson-files.ts';
import type { TraceEvent } from '../protocol/lab-api.ts';
import { EVENT_NAMES, EVENTS, type EventName, type FieldType } from '../trace/schema.ts';
import { CheckRun, parseChecks } from './checks.ts';
import { parseRule } from './parser.ts';
import { expectationOf } from './rule-words.ts';

const ROOT = new URL('../../lessons/', import.meta.url).pathname;
const VALUES: Readonly<Record<FieldType, string>> = {
  ...{
    u32: '3',
    ptr: '0xFFFF800000001000',
    u64: '65',
    status: 'STATUS_SUCCESS',
    str: "'Abc'",
    irql: '2',
    bool: 'true',
  },
};
const SAMPLES: Readonly<Record<FieldType, readonly (number | string)[]>> = {
  u32: [3, 4],
  ptr: ['0xFFFF800000001000', '0xFFFF800000002000'],
  u64: ['0x0000000000000041', '0x0000000000000000'],
  status: ['STATUS_SUCCESS', 'STATUS_PENDING'],
  str: ['Abc', 'Xyz'],
  irql: [2, 0],
  bool: [1, 0],
};

/** Signs and names that only an author of rules should have to read. */
function foreignWords(sentence: string): string[] {
  const plain = sentence.replace(/"[^"]*"/g, '""');
  const names = EVENT_NAMES.filter((name) => name.includes('_'));
  return [
    ...(plain.match(/[=<>!]=?|\bwhere\b|\bwithin tag\b|undefined|NaN|\bcount\(/g) ?? []),
    ...names.filter((name) => plain.includes(name)),
  ];
}

function expectPlain(sentence: string, rule: string): void {
  expect(foreignWords(sentence), `${rule}: ${sentence}`).toEqual([]);
  expect(sentence, rule).toMatch(/^["A-Z].*\.$/s);
  expect(sentence, rule).not.toMatch(/ {2}|\.\.|\ba [aeio]/);
}

/** An event of this name with the first or second value of each field. */
function eventOf(name: EventName, which: 0 | 1, instant: number): TraceEvent {
  const fields = Object.entries(EVENTS[name].fields).map(([field, type]) => [field, SAMPLES[type as FieldType][which]]);
  return { instant, seq: 0, t: 0, cpu: 0, tid: 4, pid: 4, event: name, ...Object.fromEntries(fields) };
}

/** Sentences of a rule under several runs: nothing happens, the one, the other, both in either order. */
function sentencesOf(rule: string, names: readonly EventName[]): string[] {
  const { checks, mistakes } = parseChecks([{ id: 'c', title: '', rules: [rule] }]);
  expect(mistakes, rule).toEqual([]);
  const [a, b] = [names, [...names].reverse()];
  const runs = [
    [],
    [[a, 0]],
    [[a, 1]],
    [
      [a, 0],
      [b, 1],
    ],
    [
      [b, 1],
      [a, 0],
    ],
  ] as const;
  return runs.flatMap((given) => {
    const run = new CheckRun(checks);
    let instant = 0;
    run.see({ ...eventOf('tag', 0, ++instant), name: 'here' });
    for (const [list, which] of given) for (const name of list) run.see(eventOf(name, which, ++instant));
    const [{ rules }] = run.finish({ kind: 'exit', exitCode: 0, status: 0 }, 1000).checks;
    return rules.flatMap(({ expected, seen }) => [expected, seen]);
  });
}

describe('every rule of the lessons', () => {
  const rules = lessonNames(ROOT).flatMap((name) => {
    const { loaded } = loadLesson(ROOT, name);
    return loaded?.lesson.checks.flatMap((check) => check.rules) ?? [];
  });

  test.each(rules)('%s', (rule) => {
    const { body } = parseRule(rule);
    const sets =
      body.kind === 'compare'
        ? [body.left, body.right].flatMap((value) => ('of' in value ? [value.of] : []))
        : 'other' in body
          ? [body.of, body.other]
          : [body.of];
    for (const sentence of sentencesOf(
      rule,
      sets.map(({ event }) => event),
    ))
      expectPlain(sentence, rule);
  });
});

describe('generated rules', () => {
  test.each(EVENT_NAMES)('about %s, with each of its fields and each form', (name) => {
    const other = name === 'cs' ? 'irp_free' : 'cs';
    const conditions = Object.entries(EVENTS[name].fields).flatMap(([field, type]) => {
      const value = VALUES[type as FieldType];
      const signs =
        type === 'str'
          ? ['==', '!=', 'contains', 'starts', 'ends']
          : type === 'status'
            ? ['==', '!=']
            : ['==', '!=', '<', '<=', '>', '>='];
      return signs.flatMap((sign) => [
        `${field} ${sign} ${value}`,
        `not ${field} ${sign} ${value}`,
        `${value} ${sign} ${field}`,
      ]);
    });
    const [one = 'cpu == 0'] = conditions;
    const joined = [
      `${one} and cpu == 1`,
      `${one} or not (cpu > 1 and tid == 4)`,
      `(${one} or cpu == 1) and 3 < 4`,
      'cpu == tid',
    ];
    const rules = [...conditions, ...joined].flatMap((condition) => [
      `never ${name} where ${condition}`,
      `some ${name} where ${condition} within tag 'here'`,
      `each ${name} has ${condition}`,
      `count(${name} where ${condition}) >= 2`,
    ]);
    rules.push(
      ...[`each ${name} after ${other}`, `each ${name} before ${other} within tag 'here'`, `count(${name}) == 0`],
      ...[`count(${name}) == count(${other})`, `count(${name}) < count(${other})`, `1 != count(${name})`],
      ...Object.keys(EVENTS[name].fields).map((field) => `first(${name}).${field} == last(${name}).${field}`),
      ...[`never ${name} from mark 'x'`, `never ${name} to mark 'y'`, `some ${name} from mark 'x' to mark 'y'`],
    );
    for (const rule of rules) for (const sentence of sentencesOf(rule, [name, other])) expectPlain(sentence, rule);
  });

  test('about the run as a whole', () => {
    const texts = ['console', 'debug'].flatMap((what) =>
      ['==', '!=', 'contains', 'starts', 'ends'].map((sign) => `${what} ${sign} 'a'`),
    );
    const ends = ['exit', 'bugcheck', 'limit', 'hang', 'driver-failed', 'exception', 'internal'];
    const rules = [...texts, 'exit == 0', 'exit > 3', ...ends.flatMap((end) => [`end == '${end}'`, `end != '${end}'`])];
    for (const rule of rules) for (const sentence of sentencesOf(rule, [])) expectPlain(sentence, rule);
  });
});

test.each([
  [
    "never irp_copy where direction == 'to user' and bytes > 11 within tag 'short'",
    'No copy to user memory whose number of bytes is more than 11 happens within LabTag "short".',
  ],
  [
    "each syscall_exit where name == 'NtWriteFile' has status == STATUS_ACCESS_VIOLATION",
    'For every return from NtWriteFile, the status is STATUS_ACCESS_VIOLATION. There is at least one.',
  ],
  [
    "each irp_call where major == 'IRP_MJ_WRITE' before syscall_exit where name == 'NtWriteFile'",
    'Every call of a driver with IRP_MJ_WRITE is followed by a return from NtWriteFile. There is at least one.',
  ],
  ['count(irp_alloc) == count(irp_free)', 'There are as many allocations of IRPs as releases of IRPs.'],
  [
    "never fault where not (kind == 'page' or cpu > 1)",
    'No fault whose kind is not "page" and whose CPU is at most 1 happens.',
  ],
  [
    'each irp_call has ioctl.function == 0x801 and 3 <= minor',
    'For every call of a driver, the function part of the control code is 0x801 and the minor function is at least 3. There is at least one.',
  ],
  [
    'some irql where to == DISPATCH_LEVEL',
    'At least one change of the IRQL whose value after is DISPATCH_LEVEL happens.',
  ],
  ["end == 'exit'", 'The run ends by itself.'],
  ['0 == exit', 'The exit code of the last program is 0.'],
  [
    "some mode where to == 'kernel' and why == 'system call'",
    'At least one switch to kernel mode by a system call happens.',
  ],
])('%s', (rule, sentence) => {
  const { body, span } = parseRule(rule);
  expect(expectationOf(body, span)).toBe(sentence);
});
