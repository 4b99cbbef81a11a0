/** Lessons on disk: which there are, and what a folder holds. A missing or broken part is told as a mistake, not thrown. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lesson, type LessonMistake, recalledFrom, validateLesson } from '../../lessons/schema.ts';
import { UsageError } from './args.ts';

/** Text by file name. */
export type Texts = Readonly<Record<string, string>>;

/** A lesson with everything that the simulator needs of it. */
export interface LoadedLesson {
  readonly lesson: Lesson;
  readonly starter: Texts;
  /** The starter with the solution's files over it. */
  readonly solution: Texts;
  /** The same for each task but the last, by its id. */
  readonly earlier: Readonly<Record<string, Texts>>;
  /** The solution with one file replaced, by the id of the mutant. */
  readonly mutants: Readonly<Record<string, Texts>>;
  /** What `transfer` steps put over the learner's files. */
  readonly transfer: Texts;
  readonly markdown: string;
  /** For the instructor. */
  readonly notes: string;
}

/** Names of the folders under `root` that hold a lesson, in order. */
export function lessonNames(root: string): string[] {
  if (!existsSync(root)) throw new UsageError(`${root}: no such directory`);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'lesson.json')))
    .map((entry) => entry.name)
    .sort();
}

/** `loaded` is given only if there is no mistake. */
export function loadLesson(root: string, name: string): { loaded?: LoadedLesson; mistakes: LessonMistake[] } {
  const folder = join(root, name);
  const mistakes: LessonMistake[] = [];
  const read = (file: string): string => {
    const path = join(folder, file);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    mistakes.push({ place: file, message: 'is missing' });
    return '';
  };

  const markdown = read('lesson.md');
  const notes = read('instructor.md');
  const { data, mistake } = parsed(read('lesson.json'));
  if (mistake !== undefined) return { mistakes: [...mistakes, { place: 'lesson.json', message: mistake }] };
  const { lesson, mistakes: ofForm } = validateLesson(data, markdown);
  mistakes.push(...ofForm);
  if (!lesson) return { mistakes };
  if (lesson.id !== name) mistakes.push({ place: 'lesson.json: id', message: `must be the folder's name, ${name}` });

  const names = lesson.files.map((file) => file.name);
  const starter = Object.fromEntries(names.map((file) => [file, read(join('files', file))]));
  const tasks = lesson.steps.flatMap(({ id, kind }) => (kind === 'task' ? [id] : [])).slice(0, -1);
  const solutionIn = (place: string, others: readonly string[] = []): Texts => {
    const changed = filesIn(join(folder, place)).filter((file) => !others.includes(file));
    for (const file of changed) {
      const isEditable = lesson.files.some((one) => one.name === file && one.access === 'editable');
      if (!isEditable) mistakes.push({ place: `${place}/${file}`, message: 'is no file that the learner may edit' });
    }
    if (changed.length === 0) mistakes.push({ place, message: 'is missing' });
    const known = changed.filter((file) => names.includes(file));
    return { ...starter, ...Object.fromEntries(known.map((file) => [file, read(join(place, file))])) };
  };
  const solution = solutionIn('solution', tasks);
  const earlier = Object.fromEntries(tasks.map((task) => [task, solutionIn(`solution/${task}`)]));
  const mutants = Object.fromEntries(
    lesson.mutants.map(({ id, replaces }) => [id, { ...solution, [replaces]: read(join('mutants', `${id}.c`)) }]),
  );
  const known = new Set(lesson.mutants.map(({ id }) => `${id}.c`));
  for (const file of filesIn(join(folder, 'mutants'))) {
    if (!known.has(file)) mistakes.push({ place: `mutants/${file}`, message: 'is not named in lesson.json' });
  }
  const asked = new Set(lesson.steps.flatMap((step) => (step.kind === 'transfer' ? step.files : [])));
  const transfer = Object.fromEntries([...asked].map((file) => [file, read(join('transfer', file))]));
  for (const file of filesIn(join(folder, 'transfer'))) {
    if (!asked.has(file)) mistakes.push({ place: `transfer/${file}`, message: 'is named by no step' });
  }
  mistakes.push(...recallMistakes(root, lesson));
  if (mistakes.length > 0) return { mistakes };
  return { loaded: { lesson, starter, solution, earlier, mutants, transfer, markdown, notes }, mistakes };
}

/** What is asked again must have been asked, in a lesson that comes before this one. */
function recallMistakes(root: string, lesson: Lesson): LessonMistake[] {
  const earlier = new Map<string, Lesson>();
  const visit = (names: readonly string[]): void => {
    for (const name of names) {
      const path = join(root, name, 'lesson.json');
      if (earlier.has(name) || !existsSync(path)) continue;
      const { data } = parsed(readFileSync(path, 'utf8'));
      const before = validateLesson(data, readFileSync(join(root, name, 'lesson.md'), 'utf8')).lesson;
      if (!before) continue;
      earlier.set(name, before);
      visit(before.needs);
    }
  };
  visit(lesson.needs);
  return lesson.steps.flatMap((step, i): LessonMistake[] => {
    if (step.kind !== 'recall') return [];
    const place = `lesson.json: steps[${i}]`;
    const before = earlier.get(step.lesson);
    if (!before) return [{ place: `${place}.lesson`, message: `${step.lesson} is no lesson that comes before` }];
    if (recalledFrom(before, step.of)) return [];
    return [{ place: `${place}.of`, message: `${step.lesson} has no prediction '${step.of}'` }];
  });
}

function parsed(json: string): { data?: unknown; mistake?: string } {
  try {
    return { data: JSON.parse(json) };
  } catch (error) {
    return { mistake: `is no JSON: ${(error as Error).message}` };
  }
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
