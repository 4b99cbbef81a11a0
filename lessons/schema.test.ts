/** Each mistake in a lesson's data is named with its place. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sectionsOf, validateLesson } from './schema.ts';

const read = (file: string) => readFileSync(new URL(`first-contact/${file}`, import.meta.url), 'utf8');
const JSON_TEXT = read('lesson.json');
const MARKDOWN = read('lesson.md');

/** A value within JSON data, to be changed: deliberately without types. */
// biome-ignore lint/suspicious/noExplicitAny: the tests break the data in every way
type Data = any;

/** The mistakes of a lesson that is right but for one change. */
function mistakesAfter(change: (lesson: Data) => void, markdown = MARKDOWN): string[] {
  const data = JSON.parse(JSON_TEXT) as Data;
  change(data);
  return validateLesson(data, markdown).mistakes.map(({ place, message }) => `${place} ${message}`);
}

test('a lesson without mistakes', () => {
  const { lesson, mistakes } = validateLesson(JSON.parse(JSON_TEXT), MARKDOWN);
  expect(mistakes).toEqual([]);
  expect(lesson?.id).toBe('first-contact');
});

test.each<[string, (lesson: Data) => void]>([
  ['lesson.json: title is missing', (l) => delete l.title],
  ['lesson.json: title must be a text that is not empty', (l) => (l.title = ' ')],
  ['lesson.json: schema must be 1', (l) => (l.schema = 2)],
  ['lesson.json: id must be a name of lower-case letters, digits and hyphens', (l) => (l.id = '../x')],
  ['lesson.json: files[0].name must be the name of a .c or .h file', (l) => (l.files[0].name = '../driver.c')],
  ['lesson.json: scenario.cpus must be a whole number from 1 to 8', (l) => (l.scenario.cpus = 9)],
  ['lesson.json: scenario.seeds must not be empty', (l) => (l.scenario.seeds = [])],
  ['lesson.json: needs must be a list', (l) => (l.needs = 'none')],
  [
    'lesson.json: steps[0] must have a kind: read, predict, run, order, task, explain, transfer, recall',
    (l) => (l.steps[0].kind = 'script'),
  ],
  [
    'lesson.json: steps[0] must have a kind: read, predict, run, order, task, explain, transfer, recall',
    (l) => (l.steps[0] = null),
  ],
  ['lesson.json: steps[7].hints must have at least 3', (l) => l.steps[7].hints.pop()],
  ['lesson.json: checks[1].rules must not be empty', (l) => (l.checks[1].rules = [])],
  [
    'lesson.json: checks[0].points is unknown; there are: id, title, rules, after, help',
    (l) => (l.checks[0].points = 1),
  ],
])('form: %s', (message, change) => {
  expect(mistakesAfter(change)).toContain(message);
});

test('data of another kind', () => {
  expect(validateLesson([], '').mistakes).toEqual([{ place: 'lesson.json: the whole', message: 'must be an object' }]);
});

describe('references', () => {
  test.each<[string, (lesson: Data) => void]>([
    ["lesson.json: checks[1] 'loads' is there twice", (l) => (l.checks[1].id = 'loads')],
    [
      "lesson.json: scenario.apps[0].sources there is no file 'main.c'",
      (l) => (l.scenario.apps[0].sources = ['main.c']),
    ],
    ["lesson.json: mutants[0].fails there is no check 'x'", (l) => (l.mutants[0].fails = 'x')],
    ["lesson.json: checks[0].after there is no check before it 'clean'", (l) => (l.checks[0].after = ['clean'])],
    ["lesson.json: steps[7].files there is no editable file 'app.c'", (l) => (l.steps[7].files = ['app.c'])],
    ["lesson.json: steps[6].of there is no prediction 'watch'", (l) => (l.steps[6].of = 'watch')],
    ['lesson.json: steps[2].options exactly one option must be correct', (l) => (l.steps[2].options[1].correct = true)],
    ["lesson.json: checks[4] no task asks for 'clean'", (l) => (l.steps[8].checks = ['refuses-empty'])],
    ['lesson.md: section closing is missing', (l) => l.steps.push({ id: 'closing', kind: 'read' })],
    ['lesson.md: section meet belongs to no step', (l) => l.steps.shift()],
    ['lesson.md the sections are not in the order of the steps', (l) => l.steps.reverse()],
  ])('%s', (message, change) => {
    expect(mistakesAfter(change).join('\n')).toContain(message);
  });
});

describe('what a step may show and ask besides', () => {
  const options = (lesson: Data) => [{ ...lesson.steps[2].options[0] }, { ...lesson.steps[2].options[1] }];
  const block = (id: string) => ({ id, text: id, event: 'some irp_call', feedback: id });
  const withStep = (lesson: Data, step: Data) => lesson.steps.push({ id: 'more', ...step });
  const markdown = `${MARKDOWN}\n## More {#more}\n\nText.\n`;

  test('all of it is a lesson', () => {
    const change = (l: Data) => {
      l.scenario.parallel = true;
      l.steps[0].focus = { file: 'driver.c', routine: 'FirstDeviceControl' };
      l.steps[0].diagrams = ['journey', 'irp', 'ioctl', 'buffers', 'driver', 'handles', 'modes', 'memory'];
      l.steps[6].options = options(l).map(({ value, ...rest }) => rest);
      withStep(l, {
        kind: 'order',
        question: 'Q',
        blocks: [block('a'), block('b'), { ...block('c'), distractor: true }],
      });
    };
    expect(mistakesAfter(change, markdown)).toEqual([]);
    const transfer = { kind: 'transfer', question: 'Q', answer: 'exit', files: ['app.c'], seed: 5 };
    expect(mistakesAfter((l) => withStep(l, { ...transfer, options: options(l) }), markdown)).toEqual([]);
  });

  test.each<[string, (lesson: Data) => void]>([
    ['steps[0].focus.line is unknown', (l) => (l.steps[0].focus = { file: 'app.c', line: 3 })],
    ["steps[0].focus.file there is no file to be seen 'x.c'", (l) => (l.steps[0].focus = { file: 'x.c' })],
    ['steps[0].diagrams[0] must be journey or irp', (l) => (l.steps[0].diagrams = ['stack'])],
    [
      'steps[6].options exactly one option must be correct',
      (l) => (l.steps[6].options = [{ text: 'a', feedback: 'b' }]),
    ],
    ['steps[7].hints must have at most 3', (l) => l.steps[7].hints.push('and another')],
    [
      'steps[10].blocks must have at least 2',
      (l) => withStep(l, { kind: 'order', question: 'Q', blocks: [block('a')] }),
    ],
    [
      "steps[10].blocks[1] 'a' is there twice",
      (l) => withStep(l, { kind: 'order', question: 'Q', blocks: [block('a'), block('a')] }),
    ],
    [
      'steps[10].blocks at least two blocks must belong to the sequence',
      (l) => withStep(l, { kind: 'order', question: 'Q', blocks: [block('a'), { ...block('b'), distractor: true }] }),
    ],
    [
      'steps[10] asks about the same run again',
      (l) => withStep(l, { kind: 'transfer', question: 'Q', answer: 'exit', files: [], options: options(l) }),
    ],
  ])('%s', (message, change) => {
    expect(mistakesAfter(change, markdown).join('\n')).toContain(message);
  });
});

test('prose: HTML has no place in it, and no section is empty', () => {
  const none = () => {};
  expect(mistakesAfter(none, MARKDOWN.replace('A program', 'A <b>program'))).toEqual([]);
  const marked = MARKDOWN.replace('Before anything runs', '<script>Before</script> anything runs');
  expect(mistakesAfter(none, marked)).toEqual(['lesson.md: section guess contains HTML']);
  const empty = MARKDOWN.replace(/(\{#guess\})[^#]*/, '$1\n\n');
  expect(mistakesAfter(none, empty)).toEqual(['lesson.md: section guess is empty']);
});

test('sections by their headings', () => {
  expect(sectionsOf('# Title\nlost\n## One {#a}\n\ntext\n## Two {#b}\r\nmore\n### Sub\n')).toEqual([
    { id: 'a', title: 'One', markdown: 'text' },
    { id: 'b', title: 'Two', markdown: 'more\n### Sub' },
  ]);
});
