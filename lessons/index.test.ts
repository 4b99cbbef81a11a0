/** The list of the course says what the lessons say, and the loader gives what lies in their folders. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COURSE } from './course.ts';
import { loadLesson, loadSolution, loadTransfer } from './index.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('every folder with a lesson is in the course, once, after what it needs', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const ids = COURSE.map(({ id }) => id);
  expect([...ids].sort()).toEqual(folders.sort());
  for (const [i, { needs }] of COURSE.entries()) expect(ids.slice(0, i)).toEqual(expect.arrayContaining([...needs]));
});

test.each(COURSE)('$id: title, minutes and needs are those of the lesson', async ({ id, title, minutes, needs }) => {
  const { lesson, sections, files } = await loadLesson(id);
  expect(lesson).toMatchObject({ id, title, minutes, needs });
  expect(sections.map((section) => section.id)).toEqual(lesson.steps.map((step) => step.id));
  expect(Object.keys(files).sort()).toEqual(lesson.files.map(({ name }) => name).sort());
  for (const [name, text] of Object.entries(files)) expect(text).toBe(read(`${id}/files/${name}`));
});

test.each(COURSE)('$id: its solution changes files that the learner may edit', async ({ id }) => {
  const { lesson, files } = await loadLesson(id);
  const solution = await loadSolution(id);
  expect(Object.keys(solution).length).toBeGreaterThan(0);
  for (const [name, text] of Object.entries(solution)) {
    expect(lesson.files).toContainEqual({ name, access: 'editable' });
    expect(text).not.toBe(files[name]);
  }
});

test.each(COURSE)('$id: each task has a solution of its own; the last one is that of the lesson', async ({ id }) => {
  const { lesson } = await loadLesson(id);
  const tasks = lesson.steps.filter(({ kind }) => kind === 'task').map((step) => step.id);
  const solutions = await Promise.all(tasks.map(async (task) => JSON.stringify(await loadSolution(id, task))));
  expect(new Set(solutions).size).toBe(tasks.length);
  expect(solutions.at(-1)).toBe(JSON.stringify(await loadSolution(id)));
});

test.each(COURSE)('$id: the files of its last question are there', async ({ id }) => {
  const { lesson } = await loadLesson(id);
  const asked = lesson.steps.flatMap((step) => (step.kind === 'transfer' ? step.files : []));
  expect(Object.keys(await loadTransfer(id)).sort()).toEqual([...new Set(asked)].sort());
});

test('a lesson that does not exist', async () => {
  await expect(loadLesson('none')).rejects.toThrow('there is no lesson none');
});
