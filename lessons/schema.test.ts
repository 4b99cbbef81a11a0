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
  ['lesson.json: steps[0] must have a kind: read, predict, run, task, explain', (l) => (l.steps[0].kind = 'script')],
  ['lesson.json: steps[0] must have a kind: read, predict, run, task, explain', (l) => (l.steps[0] = null)],
  ['lesson.json: steps[5].hints must have at least 3', (l) => l.steps[5].hints.pop()],
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
    ["lesson.json: steps[5].files there is no editable file 'app.c'", (l) => (l.steps[5].files = ['app.c'])],
    ["lesson.json: steps[4].of there is no prediction 'watch'", (l) => (l.steps[4].of = 'watch')],
    ['lesson.json: steps[1].options exactly one option must be correct', (l) => (l.steps[1].options[1].correct = true)],
    ["lesson.json: checks[4] no task asks for 'clean'", (l) => (l.steps[6].checks = ['refuses-empty'])],
    ['lesson.md: section closing is missing', (l) => l.steps.push({ id: 'closing', kind: 'read' })],
    ['lesson.md: section meet belongs to no step', (l) => l.steps.shift()],
    ['lesson.md the sections are not in the order of the steps', (l) => l.steps.reverse()],
  ])('%s', (message, change) => {
    expect(mistakesAfter(change).join('\n')).toContain(message);
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
