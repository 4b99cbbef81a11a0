/** `lab lessons check`: what it finds in lessons that are wrong, one thing at a time. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lesson } from '../../lessons/schema.ts';
import { createBuilder } from '../lab.ts';
import { lessonNames, loadLesson } from './lesson-files.ts';
import { lintLesson } from './lesson-lint.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const NAME = 'first-contact';
/** Most of what is built for one test was built for another. */
const builder = createBuilder();
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ring-zero-lessons-'));
  cpSync(join(PROJECT, 'lessons', NAME), join(root, NAME), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Replaces a piece of a file of the copied lesson. */
function change(file: string, from: string, to: string): void {
  const path = join(root, NAME, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function problems(): string {
  const { loaded, mistakes } = loadLesson(root, NAME);
  return (loaded ? lintLesson(loaded, builder) : mistakes.map(({ place, message }) => `${place} ${message}`)).join(
    '\n',
  );
}

describe('runs', () => {
  beforeEach(() => change('lesson.json', '[1, 2, 3]', '[7]'));

  test('nothing is wrong', () => {
    expect(lessonNames(root)).toEqual([NAME]);
    expect(problems()).toBe('');
  });

  test('a solution that fails a check, with what to look at', () => {
    change('solution/driver.c', 'STATUS_INVALID_PARAMETER', 'STATUS_SUCCESS');
    expect(problems()).toMatch(
      /^the solution fails check refuses-empty\n {4}rule: {5}each .*\n {4}expected: For every return .*\n {4}seen: {5}The status was .*\n {4}found: {4}syscall_exit at .*\n {4}look at: {2}\d+/,
    );
  });

  test('a solution that does not build', () => {
    change('solution/driver.c', 'GREETING_LENGTH + inputLength);', 'GREETING_LENGTH + inputLengt);');
    expect(problems()).toMatch(/^the solution does not build\n {4}driver.c:\d+:\d+: error: /);
  });

  test('the solution of an earlier task that gives a later one away, is wrong, or is not there', () => {
    cpSync(join(root, NAME, 'solution/driver.c'), join(root, NAME, 'solution/repair/driver.c'));
    expect(problems()).toBe('the solution of task repair solves task refuse as well');
    cpSync(join(root, NAME, 'files/driver.c'), join(root, NAME, 'solution/repair/driver.c'));
    expect(problems()).toMatch(/^the solution of task repair fails check whole-answer\n/);
    rmSync(join(root, NAME, 'solution/repair'), { recursive: true });
    expect(problems()).toBe('solution/repair is missing');
  });

  test('a starter with nothing to do, which no longer gives the answer of the prediction', () => {
    cpSync(join(root, NAME, 'solution/driver.c'), join(root, NAME, 'files/driver.c'));
    expect(problems()).toBe(
      'the starter passes every check: there is nothing to do\n' +
        'step guess: the simulator answers 11, but the option marked correct says otherwise',
    );
  });

  test('a stop that is never reached, and an answer that does not exist', () => {
    change(
      'lesson.json',
      `"until": "some irp_copy where direction == 'to user'"`,
      '"until": "some dpc_queue where cpu == 9"',
    );
    change('lesson.json', "first(irp_copy where direction == 'to user').bytes", 'first(bugcheck).code');
    expect(problems()).toBe(
      'step guess: the run of the starter has no first(bugcheck).code\n' +
        'step watch: the run of the starter does not get there: At least one queuing of a DPC whose CPU is 9 happens.',
    );
  });

  test('wrong answers without a name, and questions without a note for the instructor', () => {
    change('lesson.json', '"misconception": "bytes-are-text",', '');
    change('instructor.md', '{#guess}', '{#guessed}');
    expect(problems()).toBe(
      "step why: the wrong answer 'The I/O manager counted the bytes up to the first zero.' names no misconception\n" +
        'instructor.md says nothing under {#guess}\n' +
        'instructor.md: section guessed belongs to no step',
    );
    rmSync(join(root, NAME, 'instructor.md'));
    expect(problems()).toBe('instructor.md is missing');
  });

  test('wrong solutions that are right, or wrong elsewhere', () => {
    cpSync(join(root, NAME, 'solution/driver.c'), join(root, NAME, 'mutants/without-zero.c'));
    change('lesson.json', '"fails": "nothing-else"', '"fails": "clean"');
    expect(problems()).toBe(
      'task repair has 1 wrong solutions; at least 2\n' +
        'the wrong solution whole-buffer fails nothing-else; it should fail clean alone\n' +
        'the wrong solution without-zero passes every check; it should fail whole-answer',
    );
  });
});

describe('steps', () => {
  beforeEach(() => change('lesson.json', '[1, 2, 3]', '[7]'));

  const COPIES = [
    { id: 'in', event: "some irp_copy where direction == 'from user' within tag 'short'" },
    { id: 'call', event: "some irp_call within tag 'short'" },
    { id: 'out', event: "some irp_copy where direction == 'to user' within tag 'short'" },
  ];

  /** Puts an `order` step of these blocks before the first task. */
  function order(
    blocks: readonly { readonly id: string; readonly event: string; readonly distractor?: boolean }[],
  ): void {
    const all = blocks.map((block) => ({
      ...{ text: block.id, feedback: block.id },
      ...(block.distractor && { misconception: 'other' }),
      ...block,
    }));
    const step = { id: 'sorted', kind: 'order', question: 'In which order?', blocks: all };
    const path = join(root, NAME, 'lesson.json');
    const lesson = JSON.parse(readFileSync(path, 'utf8')) as Lesson;
    const back = lesson.steps.findIndex(({ id }) => id === 'back');
    const steps = [...lesson.steps.slice(0, back), step, ...lesson.steps.slice(back)];
    writeFileSync(path, JSON.stringify({ ...lesson, steps }));
    change('lesson.md', '## Find the culprit', '## Sort {#sorted}\n\nSort them.\n\n## Find the culprit');
    change('instructor.md', '## Repair it', '## Sort {#sorted}\n\nWatch them.\n\n## Repair it');
  }

  test('blocks in the order of the run, and something that never happens', () => {
    order([...COPIES, { id: 'pend', event: "some irp_pend within tag 'short'", distractor: true }]);
    expect(problems()).toBe('');
  });

  test('blocks in another order', () => {
    order([COPIES[1], COPIES[0], COPIES[2]].filter((block) => block !== undefined));
    expect(problems()).toBe('step sorted: the run does not have the blocks in this order, but as in, call, out');
  });

  test('blocks whose order the run leaves open', () => {
    order(
      ['drv_load', 'syscall_enter', 'syscall_exit', 'drv_unload'].map((event) => ({
        id: event.replace('_', '-'),
        event: `some ${event}`,
      })),
    );
    expect(problems()).toBe(
      'step sorted: the run also admits the order drv-load, syscall-exit, syscall-enter, drv-unload',
    );
  });

  test('blocks that never happen, and distractors that do', () => {
    order([
      ...COPIES,
      { id: 'never', event: 'some dpc where cpu == 9' },
      { id: 'it', event: 'some drv_load', distractor: true },
    ]);
    expect(problems()).toBe('step sorted: block never never happens\nstep sorted: the distractor it happens, 1 times');
  });

  test('blocks without a rule that can be found in a run', () => {
    order([...COPIES, { id: 'none', event: 'never bugcheck' }]);
    expect(problems()).toBe("step sorted: the event of block none must be a rule that begins with 'some'");
  });

  test('a place that is not there', () => {
    change('lesson.json', '"routine": "FirstDeviceControl"', '"routine": "FirstControl"');
    expect(problems()).toContain('driver.c defines no function FirstControl');
  });

  test('an objective that cannot be tested, more to read than there is time for', () => {
    change('lesson.json', '"objective": "Follow', '"objective": "Understand');
    change('lesson.json', '"minutes": 20', '"minutes": 5');
    expect(problems()).toMatch(/^the objective begins with 'understand': .*\nreading takes \d+ of its 5 minutes \(/);
  });
});

describe('texts', () => {
  test('rules that cannot be read, each at its place', () => {
    change('lesson.json', 'never bugcheck', 'never bugchek');
    change('lesson.json', "first(irp_copy where direction == 'to user').bytes", 'first(irp_copy).byte');
    change('lesson.json', `"until": "some irp_copy where direction == 'to user'"`, '"until": "never irp_copy"');
    expect(problems()).toBe(
      [
        "check clean: there is no event 'bugchek'; did you mean 'bugcheck'?",
        '    never bugchek',
        '          ^^^^^^^',
        "step guess: irp_copy has no field 'byte'; did you mean 'bytes'? (it has irp, bytes, direction)",
        '    first(irp_copy).byte',
        '                    ^^^^',
        "step watch: 'until' must be a rule that begins with 'some'",
      ].join('\n'),
    );
  });

  test('files that are missing or too many', () => {
    rmSync(join(root, NAME, 'mutants/without-zero.c'));
    rmSync(join(root, NAME, 'files/first.h'));
    writeFileSync(join(root, NAME, 'mutants/other.c'), '');
    writeFileSync(join(root, NAME, 'solution/app.c'), '');
    expect(problems().split('\n')).toEqual([
      'files/first.h is missing',
      'solution/app.c is no file that the learner may edit',
      'mutants/without-zero.c is missing',
      'mutants/other.c is not named in lesson.json',
    ]);
  });

  test('a warm-up asks again what an earlier lesson has asked', () => {
    const later = 'two-modes';
    cpSync(join(PROJECT, 'lessons', later), join(root, later), { recursive: true });
    const mistakes = () => loadLesson(root, later).mistakes.map(({ place, message }) => `${place} ${message}`);
    const path = join(root, later, 'lesson.json');
    const text = readFileSync(path, 'utf8');
    expect(mistakes()).toEqual([]);
    writeFileSync(path, text.replace('"of": "guess"', '"of": "meet"'));
    expect(mistakes()).toEqual(["lesson.json: steps[0].of first-contact has no prediction 'meet'"]);
    writeFileSync(path, text.replace('"lesson": "first-contact"', '"lesson": "two-modes"'));
    expect(mistakes()).toEqual(['lesson.json: steps[0].lesson two-modes is no lesson that comes before']);
  });

  test('what is no JSON', () => {
    change('lesson.json', '"schema": 1,', '"schema": 1;');
    expect(problems()).toMatch(/^lesson.json is no JSON: /);
  });
});

test('the command prints and exits with 0, 1 or 125', () => {
  const lab = (...args: string[]) => {
    const command = ['.ci/exec.mjs', 'kernel-sim/cli/main.ts', 'lessons', ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: PROJECT, encoding: 'utf8' });
    return { status, text: stdout + stderr };
  };
  expect(lab('check', NAME)).toEqual({ status: 0, text: `${NAME}: ok\n` });
  change('lesson.json', '"minutes": 20', '"minutes": 200');
  expect(lab('check', '--root', root)).toEqual({
    status: 1,
    text: `${NAME}: 1 mistake\n  lesson.json: minutes: must be a whole number from 1 to 90\n`,
  });
  expect(lab('check', 'none')).toMatchObject({ status: 125, text: expect.stringContaining('there is no lesson none') });
  expect(lab('--help')).toMatchObject({ status: 0, text: expect.stringContaining('lessons check') });
});
