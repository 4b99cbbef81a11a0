/**
 * What can be said of a lesson without running it: the objective is something that one can be seen to do, what is to be read fits the time, every
 * task has wrong solutions to tell a right one from, every wrong answer names what it mistakes, and the instructor has notes.
 */
import { type Lesson, type Step, sectionsOf } from '../../lessons/schema.ts';
import type { LoadedLesson, Texts } from './lesson-files.ts';

/** Verbs of objectives that a step can test; "understand" and "know" are none. */
const TESTABLE = new Set(
  'apply build choose compute define derive distinguish explain find follow measure name order predict repair separate tell trace use write'.split(
    ' ',
  ),
);
/** Slow reading, as of a text with new words in it. */
const WORDS_A_MINUTE = 160;
/** Lines of code that are read through, not studied; empty lines and lone braces are none. */
const LINES_A_MINUTE = 60;
/** The rest is for doing. */
const READING_SHARE = 0.6;
const MUTANTS_A_TASK = 2;

export function lintForm({ lesson, starter, markdown, notes }: LoadedLesson): string[] {
  return [
    ...lintObjective(lesson),
    ...lintTime(lesson, markdown, starter),
    ...lintTasks(lesson),
    ...lintMisconceptions(lesson),
    ...lintNotes(lesson, notes),
  ];
}

function lintObjective({ objective }: Lesson): string[] {
  const verb = objective.split(/\W/, 1)[0]?.toLowerCase() ?? '';
  return TESTABLE.has(verb) ? [] : [`the objective begins with '${verb}': say what can be seen to be done`];
}

function lintTime(lesson: Lesson, markdown: string, starter: Texts): string[] {
  const texts = [
    ...sectionsOf(markdown).map((section) => section.markdown),
    ...lesson.steps.flatMap(textsOf),
    ...lesson.leavesOut,
  ];
  const words = texts.join(' ').split(/\s+/).length;
  const seen = lesson.files.filter(({ access }) => access !== 'hidden');
  const lines = seen
    .flatMap(({ name }) => (starter[name] ?? '').split('\n'))
    .filter((line) => line.trim().length > 1).length;
  const minutes = Math.ceil(words / WORDS_A_MINUTE + lines / LINES_A_MINUTE);
  if (minutes <= READING_SHARE * lesson.minutes) return [];
  return [`reading takes ${minutes} of its ${lesson.minutes} minutes (${words} words, ${lines} lines of code)`];
}

/** What a learner reads who needs no hint. */
function textsOf(step: Step): string[] {
  switch (step.kind) {
    case 'predict':
    case 'transfer':
      return [
        step.question,
        ...step.options.flatMap(({ text, correct, feedback }) => (correct ? [text, feedback] : [text])),
      ];
    case 'recall':
      return [step.question];
    case 'order':
      return [step.question, ...step.blocks.map(({ text }) => text)];
    case 'explain':
      return [step.answer, ...(step.options ?? []).map(({ text }) => text)];
    default:
      return [];
  }
}

function lintTasks({ steps, mutants }: Lesson): string[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'task') return [];
    const own = mutants.filter(({ fails }) => step.checks.includes(fails)).length;
    return own >= MUTANTS_A_TASK ? [] : [`task ${step.id} has ${own} wrong solutions; at least ${MUTANTS_A_TASK}`];
  });
}

/** A wrong answer without a name says nothing to the instructor. */
function lintMisconceptions({ steps }: Lesson): string[] {
  const nameless = (id: string, options: readonly { text: string; misconception?: string }[]) =>
    options
      .filter(({ misconception }) => misconception === undefined)
      .map(({ text }) => `step ${id}: the wrong answer '${text}' names no misconception`);
  return steps.flatMap((step) => {
    if (step.kind === 'predict' || step.kind === 'transfer' || step.kind === 'explain')
      return nameless(
        step.id,
        (step.options ?? []).filter(({ correct }) => !correct),
      );
    if (step.kind === 'order')
      return nameless(
        step.id,
        step.blocks.filter(({ distractor }) => distractor),
      );
    return [];
  });
}

/** The section on the lesson as a whole. */
const WHOLE = 'lesson';
const NOTED: ReadonlySet<Step['kind']> = new Set(['predict', 'transfer', 'order', 'task']);

function lintNotes({ steps }: Lesson, notes: string): string[] {
  const sections = sectionsOf(notes);
  const has = (id: string) => sections.some((section) => section.id === id && section.markdown !== '');
  const wanted = [WHOLE, ...steps.filter(({ kind }) => NOTED.has(kind)).map(({ id }) => id)];
  return [
    ...wanted.filter((id) => !has(id)).map((id) => `instructor.md says nothing under {#${id}}`),
    ...sections
      .filter(({ id }) => id !== WHOLE && !steps.some((step) => step.id === id))
      .map(({ id }) => `instructor.md: section ${id} belongs to no step`),
  ];
}
