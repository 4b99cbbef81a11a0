/**
 * The way to the lessons of the course (course.ts). Every text is a chunk of its own that is fetched when it is asked for; a solution is fetched by
 * `loadSolution` alone.
 */
import type { Lesson, LessonSection, Recalled } from './schema.ts';

/** Text by file name. */
export type FileTexts = Readonly<Record<string, string>>;

export interface LoadedLesson {
  readonly lesson: Lesson;
  /** One a step, in their order. */
  readonly sections: readonly LessonSection[];
  /** What the learner starts from; hidden files too. */
  readonly files: FileTexts;
  /** What its `recall` steps ask again, by their ids. */
  readonly recalled: Readonly<Record<string, Recalled>>;
}

type Texts = Record<string, () => Promise<string>>;

const LESSONS: Record<string, () => Promise<unknown>> = import.meta.glob('./*/lesson.json', { import: 'default' });
const PROSE: Texts = import.meta.glob<string>('./*/lesson.md', { query: '?raw', import: 'default' });
const FILES: Texts = import.meta.glob<string>('./*/files/*.{c,h}', { query: '?raw', import: 'default' });
const SOLUTIONS: Texts = import.meta.glob<string>('./*/solution/**/*.{c,h}', { query: '?raw', import: 'default' });
const NOTES: Texts = import.meta.glob<string>('./*/instructor.md', { query: '?raw', import: 'default' });
const TRANSFERS: Texts = import.meta.glob<string>('./*/transfer/*.{c,h}', { query: '?raw', import: 'default' });

/** Fails if there is no such lesson, or if it is none: the first mistake is told. */
export async function loadLesson(id: string): Promise<LoadedLesson> {
  const { lesson, sections } = await lessonOf(id);
  const recalls = lesson.steps.filter((step) => step.kind === 'recall');
  const { recalledFrom } = await import('./schema.ts');
  const [files, ...earlier] = await Promise.all([
    textsIn(FILES, id, 'files'),
    ...recalls.map((step) => lessonOf(step.lesson)),
  ]);
  const recalled = recalls.map(({ id: step, lesson: from, of }, i) => {
    const found = earlier[i] && recalledFrom(earlier[i].lesson, of);
    if (!found) throw new Error(`lesson ${id}: ${from} has no prediction ${of}`);
    return [step, found] as const;
  });
  return { lesson, sections, files, recalled: Object.fromEntries(recalled) };
}

async function lessonOf(id: string): Promise<Pick<LoadedLesson, 'lesson' | 'sections'>> {
  const [json, prose] = [LESSONS[`./${id}/lesson.json`], PROSE[`./${id}/lesson.md`]];
  if (!json || !prose) throw new Error(`there is no lesson ${id}`);
  const [data, markdown, form] = await Promise.all([json(), prose(), import('./schema.ts')]);
  const { lesson, mistakes } = form.validateLesson(data, markdown);
  if (!lesson) throw new Error(`lesson ${id}: ${mistakes.map((one) => `${one.place}: ${one.message}`).join('; ')}`);
  return { lesson, sections: form.sectionsOf(markdown) };
}

/** The files that a solution changes: of that task, and of those before it; of the last one if none is named. */
export function loadSolution(id: string, task = ''): Promise<FileTexts> {
  const own = `./${id}/solution/${task}/`;
  const isEarlier = task !== '' && Object.keys(SOLUTIONS).some((path) => path.startsWith(own));
  return textsIn(SOLUTIONS, id, isEarlier ? `solution/${task}` : 'solution');
}

/** The files that the lesson's `transfer` steps put over the learner's. */
export function loadTransfer(id: string): Promise<FileTexts> {
  return textsIn(TRANSFERS, id, 'transfer');
}

/** What an instructor should know: on the whole lesson (`lesson`) and on single steps. */
export async function loadNotes(id: string): Promise<readonly LessonSection[]> {
  const [notes, { sectionsOf }] = await Promise.all([NOTES[`./${id}/instructor.md`]?.() ?? '', import('./schema.ts')]);
  return sectionsOf(notes);
}

/** The texts of one folder of a lesson among those of all, by the file's own name. */
async function textsIn(all: Texts, id: string, folder: string): Promise<FileTexts> {
  const place = `./${id}/${folder}/`;
  const own = Object.entries(all).filter(([path]) => path.slice(0, path.lastIndexOf('/') + 1) === place);
  const read = own.map(async ([path, load]) => [path.slice(place.length), await load()] as const);
  return Object.fromEntries(await Promise.all(read));
}
