/** The models of the player: the way through a lesson, help, order, names in a text, differences, what judged runs say together. */
import { expect, test } from 'vitest';
import type { Block, LessonSection, Step } from '../../../lessons/schema';
import { NO_WORK } from '../../store/lesson-progress';
import { anchorOf, isKeys } from './anchors';
import { diffOf } from './diff';
import { helpFor, PATIENCE_MS } from './hints';
import { judgeOrder, moved, shuffled } from './order';
import { checksOf, deciding, findingsOf, momentLabel, momentSaid, stopInstant, stopOf } from './results';
import { END, gateOf, isAboutSolution, neighbour, outlineOf, stepToShow, undecided } from './steps';

const question = { question: '?', answer: 'exit', options: [] };
const STEPS: readonly Step[] = [
  { id: 'read', kind: 'read' },
  { id: 'guess', kind: 'predict', ...question },
  { id: 'run', kind: 'run' },
  { id: 'task', kind: 'task', files: ['a.c'], checks: ['x'], hints: ['1', '2', '3'] },
  { id: 'guess-2', kind: 'predict', ...question },
];
const SECTIONS: readonly LessonSection[] = STEPS.map(({ id }) => ({ id, title: `T ${id}`, markdown: '' }));
const ANSWER = { option: 0, confidence: 'sure' } as const;
const known = (...answered: string[]) => ({
  done: ['read'],
  answers: Object.fromEntries(answered.map((id) => [id, ANSWER])),
});

test('nothing behind an unanswered prediction can be visited', () => {
  const states = (answered: string[]) => outlineOf(STEPS, SECTIONS, known(...answered)).map(({ state }) => state);
  expect(states([])).toEqual(['done', 'open', 'locked', 'locked', 'locked', 'locked']);
  expect(states(['guess'])).toEqual(['done', 'open', 'open', 'open', 'open', 'locked']);
  expect(states(['guess', 'guess-2']).at(-1)).toBe('open');
});

test('Next and Back stop at locked steps and at the ends', () => {
  const outline = outlineOf(STEPS, SECTIONS, known());
  expect(neighbour(outline, 'read', 1)).toBe('guess');
  expect(neighbour(outline, 'guess', 1)).toBeUndefined();
  expect(neighbour(outline, 'read', -1)).toBeUndefined();
  const free = outlineOf(STEPS, SECTIONS, known('guess', 'guess-2'));
  expect(neighbour(free, 'guess-2', 1)).toBe(END);
});

test('one comes back to the step that was kept, or to the last that can be visited', () => {
  const outline = outlineOf(STEPS, SECTIONS, known('guess'));
  expect(stepToShow(outline, 'task')).toBe('task');
  expect(stepToShow(outline, END)).toBe('guess-2');
  expect(stepToShow(outline, 'of an older lesson')).toBe('guess-2');
});

test('Run is locked by the first prediction from the start, by a later one only when it is reached', () => {
  expect(gateOf(STEPS, known(), 'read')).toBe('guess');
  expect(gateOf(STEPS, known('guess'), 'read')).toBeUndefined();
  expect(gateOf(STEPS, known('guess'), 'task')).toBeUndefined();
  expect(gateOf(STEPS, known('guess'), 'guess-2')).toBe('guess-2');
  expect(gateOf(STEPS, known('guess', 'guess-2'), END)).toBeUndefined();
});

test('a run decides answers up to the current step, of the solution once a task came before', () => {
  expect(undecided(STEPS, known('guess', 'guess-2'), 'run').map(({ id }) => id)).toEqual(['guess']);
  const decided = { done: [], answers: { guess: { ...ANSWER, result: null } } };
  expect(undecided(STEPS, decided, END)).toEqual([]);
  expect([isAboutSolution(STEPS, 'guess'), isAboutSolution(STEPS, 'guess-2')]).toEqual([false, true]);
});

test('help comes one piece at a time: after an attempt or a while, at last the solution', () => {
  const hints = ['a', 'b'];
  const work = (attempts: number, shown: number, attemptsAtHint: number) =>
    helpFor(hints, { ...NO_WORK, attempts, hints: shown, attemptsAtHint }, 1000).kind;
  expect(helpFor(hints, NO_WORK, 1000)).toEqual({ kind: 'later', ms: PATIENCE_MS - 1000 });
  expect(helpFor(hints, NO_WORK, PATIENCE_MS).kind).toBe('hint');
  expect(work(1, 0, 0)).toBe('hint');
  expect(work(1, 1, 1)).toBe('later');
  expect(work(2, 1, 1)).toBe('hint');
  expect(work(2, 2, 2)).toBe('later');
  expect(work(3, 2, 2)).toBe('solution');
});

const block = (id: string, distractor = false): Block => ({
  id,
  text: id,
  event: '',
  feedback: `about ${id}`,
  distractor,
});
const BLOCKS = [block('a'), block('b'), block('c'), block('x', true)];

test('blocks are shuffled, always the same way, and never into the right order', () => {
  for (let seed = 0; seed < 200; seed++) {
    const ids = shuffled(BLOCKS, String(seed));
    expect([...ids].sort()).toEqual(['a', 'b', 'c', 'x']);
    expect(ids.filter((id) => id !== 'x')).not.toEqual(['a', 'b', 'c']);
    expect(shuffled(BLOCKS, String(seed))).toEqual(ids);
  }
});

test('a block is moved within the list and not out of it', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 'a', 9)).toEqual(['b', 'a']);
  expect(moved(['a'], 'b', 0)).toEqual(['b', 'a']);
});

test('an order is judged: a distractor first, then places, then what is missing', () => {
  expect(judgeOrder(BLOCKS, ['a', 'b', 'c'])).toEqual({ kind: 'right' });
  expect(judgeOrder(BLOCKS, ['c', 'x'])).toMatchObject({ kind: 'wrong', block: { id: 'x' } });
  expect(judgeOrder(BLOCKS, ['a', 'c', 'b'])).toMatchObject({ kind: 'wrong', block: { id: 'c' } });
  expect(judgeOrder(BLOCKS, ['a', 'c'])).toMatchObject({ kind: 'wrong', block: undefined });
});

const FILES = [
  {
    name: 'driver.c',
    text: [
      '#include <ntddk.h>',
      '#define LENGTH 8',
      'DRIVER_DISPATCH Control;',
      'static NTSTATUS Complete(PIRP Irp, NTSTATUS Status);',
      '/* Complete( is } described { here */',
      'static NTSTATUS Complete(PIRP Irp,',
      '                         NTSTATUS Status)',
      '{',
      '    return Other(Irp) + Complete(Irp, 0);',
      '}',
      'NTSTATUS',
      'Control(PDEVICE_OBJECT Device, PIRP Irp) {',
      '    DbgPrint("Inner(x) {");',
      '}',
    ].join('\n'),
  },
  { name: 'app.c', text: 'int main(void)\n{\n}\n' },
];

test.each([
  ['driver.c', { file: 'driver.c', line: 1 }],
  ['Complete', { file: 'driver.c', line: 6 }],
  ['Control()', { file: 'driver.c', line: 12 }],
  ['main', { file: 'app.c', line: 1 }],
  ['LENGTH', { file: 'driver.c', line: 2 }],
  ['Other', undefined],
  ['Inner', undefined],
  ['return', undefined],
  ['Irp->IoStatus', undefined],
])('the place of %s', (name, place) => {
  expect(anchorOf(name, FILES)).toEqual(place);
});

test('keys are told from code', () => {
  expect(['F10', 'Shift+F11', 'Ctrl+Enter', 'Ctrl+K', 'Alt+PageDown', 'Escape'].filter(isKeys)).toHaveLength(6);
  expect(['A', 'F', 'Irp', 'a+b', 'STATUS_SUCCESS', 'F10x', '4'].filter(isKeys)).toEqual([]);
});

test('two texts line by line: every line of both is there once, in order', () => {
  const rows = diffOf('a\nb\nc\nd', 'a\nB\nc\nx\nd');
  expect(rows.map(({ left, right, same }) => [left?.text, right?.text, same])).toEqual([
    ['a', 'a', true],
    ['b', 'B', false],
    ['c', 'c', true],
    [undefined, 'x', false],
    ['d', 'd', true],
  ]);
  expect(rows.map(({ right }) => right?.line)).toEqual([1, 2, 3, 4, 5]);
});

const check = (id: string, ...after: string[]) => ({ id, title: id, rules: [], after });
const result = (id: string, state: 'passed' | 'failed' | 'not-run', at?: number) => ({
  id,
  state,
  rules: at === undefined ? [] : [{ passed: false, rule: 'r', expected: 'E.', seen: 'S.', found: 'f', at }],
});
const judged = (seed: number, ...checks: ReturnType<typeof result>[]) => ({
  seed,
  checks,
  values: [],
  console: '',
  debug: '',
  end: { kind: 'exit', exitCode: 0, status: 0 } as const,
});

test('a check holds if it holds under every seed; the first failure is the one to look at', () => {
  const runs = [
    judged(1, result('a', 'passed'), result('b', 'passed'), result('c', 'not-run')),
    judged(2, result('a', 'passed'), result('b', 'failed', 7), result('c', 'not-run')),
    judged(3, result('a', 'passed'), result('b', 'failed', 9), result('c', 'not-run')),
  ];
  const found = findingsOf([check('a'), check('b'), check('c')], runs);
  expect(found).toMatchObject([{ state: 'passed' }, { state: 'failed', seed: 2 }, { state: 'not-run' }]);
  expect(found.map((one) => deciding(one)?.at)).toEqual([undefined, 7, undefined]);
});

test('what a task checks takes along what that waits for, in the order of the lesson', () => {
  const all = [check('loads'), check('other'), check('answer', 'loads'), check('more', 'answer')];
  expect(checksOf(all, ['more']).map(({ id }) => id)).toEqual(['loads', 'answer', 'more']);
});

test('the moment of a run step is where the opposite of its rule fails', () => {
  const stop = stopOf("some irp_copy where direction == 'to user' within tag 'a'");
  expect(stop?.event).toBe('irp_copy');
  expect(stop?.checks[1]?.rules).toEqual(["never irp_copy where direction == 'to user' within tag 'a'"]);
  expect(stopInstant(judged(1, result('reached', 'passed'), result('first', 'failed', 42)))).toBe(42);
  expect(stopInstant(judged(1, result('reached', 'failed', 99), result('first', 'failed', 99)))).toBeUndefined();
  expect(stopOf('count(irp_free) > 1')).toBeUndefined();
});

test.each([
  ['irp_copy at 4711: 4 bytes to user', 'Jump to the moment', /moment that decided/],
  ['none; the last of its kind: dbg at 12: "x"', 'Jump to the last of its kind', /last of its kind/],
  ['none', 'Go to the end of the run', /never came/],
  ['none and none', 'Go to the end of the run', /never came/],
  ['"none"', 'Jump to the moment', /moment that decided/],
])('where a rule that found %s leads', (found, label, said) => {
  expect(momentLabel({ found })).toBe(label);
  expect(momentSaid({ found })).toMatch(said);
});
