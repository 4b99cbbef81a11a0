/**
 * The format of a lesson. A lesson is a folder of data; nothing in it runs outside the simulated machine.
 *
 *   lesson.json          everything with a structure: `Lesson` below
 *   lesson.md            everything to read: one section a step, under a heading `## Title {#step-id}`
 *   instructor.md        notes for whoever teaches it: `## Title {#lesson}` on the whole, then a section for each step that asks or sets something
 *   files/               what the learner starts from
 *   solution/            the files of `files/` that a solution of the last task changes; it solves the tasks before as well
 *   solution/TASK/       the same for each earlier task: it solves that one and those before, and gives no later one away
 *   mutants/NAME.c       named wrong solutions: the solution with one file replaced
 *   transfer/            files that a `transfer` step puts over the learner's
 *
 * JSON, because a browser, Node and an editor read it without a library, and because a lesson from an unknown address stays data; TypeScript modules
 * would run. Prose is in Markdown, where it can be written, reviewed and translated as prose; JSON holds single sentences only.
 *
 * `validateLesson` names every mistake with its place. What the simulator does with the lesson is checked by `lab lessons check`.
 */
import type { CheckSpec } from '../kernel-sim/protocol/checks.ts';
import { prose, references } from './references.ts';
import { boolean, isObject, listOf, matching, nonEmpty, object, oneOf, type Shape, wholeNumber } from './shapes.ts';

export const LESSON_SCHEMA = 1;

export interface Lesson {
  readonly schema: typeof LESSON_SCHEMA;
  /** Also the name of the folder. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** What the learner can do afterwards, beginning with a verb. */
  readonly objective: string;
  /** Lessons that come before. */
  readonly needs: readonly string[];
  readonly scenario: Scenario;
  readonly files: readonly LessonFile[];
  readonly steps: readonly Step[];
  readonly checks: readonly CheckSpec[];
  readonly mutants: readonly Mutant[];
  /** What the model leaves out, one sentence each. */
  readonly leavesOut: readonly string[];
}

/** The machine and what runs on it. */
export interface Scenario {
  readonly drivers: readonly { readonly name: string; readonly sources: readonly string[] }[];
  /** Image name `app.exe`. */
  readonly apps: readonly { readonly name: string; readonly sources: readonly string[] }[];
  readonly cpus: number;
  /** The first is the learner's; checks hold under all of them. */
  readonly seeds: readonly number[];
  /** Simulated time. */
  readonly limitSeconds: number;
  /** All programs are started at once (`LabConfig.parallel`); otherwise each when the one before has ended. The run ends when all have; its exit code is
   *  that of the last in the list. */
  readonly parallel?: boolean;
}

export interface LessonFile {
  readonly name: string;
  readonly access: 'editable' | 'read-only' | 'hidden';
}

/** Misconceptions are short names, counted for the instructor. */
export interface Option {
  readonly text: string;
  /** The number or text that the expression of the prediction must give for this option to be right. */
  readonly value: number | string;
  readonly correct?: boolean;
  readonly misconception?: string;
  /** Shown to whoever chose it, after the run. */
  readonly feedback: string;
}

/** Diagrams of the workbench by their stable names. */
export const DIAGRAMS = ['journey', 'irp', 'ioctl', 'buffers', 'driver', 'handles', 'modes', 'memory'] as const;
export type DiagramId = (typeof DIAGRAMS)[number];

/** A place in the learner's files by name, never by line: lines move while one edits. */
export interface Focus {
  readonly file: string;
  /** A function that this file defines; without it the file's top. */
  readonly routine?: string;
}

/** An answer to choose in an `explain` step. */
export interface Explanation {
  readonly text: string;
  readonly correct?: boolean;
  readonly misconception?: string;
  readonly feedback: string;
}

/** A piece of an `order` step. */
export interface Block {
  readonly id: string;
  readonly text: string;
  /** A rule `some EVENTS [SPAN]`: the event that this block stands for, the first one after that of the block before. Between the events of the first and the
   *  last block the run admits no other order than that of the list; what a distractor stands for never happens. The player shuffles. */
  readonly event: string;
  /** It does not belong to the sequence: to be left out. */
  readonly distractor?: boolean;
  readonly misconception?: string;
  /** Why it stands where it does; of a distractor, why it does not belong. */
  readonly feedback: string;
}

/** What a step shows when it begins: `focus` in the editor, the first of `diagrams` in front and the others beside it. Whatever the learner had open stays
 *  where a step names nothing. */
interface Scene {
  readonly id: string;
  readonly focus?: Focus;
  readonly diagrams?: readonly DiagramId[];
}

export type Step = Scene &
  (
    | { readonly kind: 'read' }
    /** Gate: to be answered, with a confidence, before the run. `answer` is a value of a run (kernel-sim/checks/parser.ts): of the starter, or once a task
     *  came before, of the solution. */
    | {
        readonly kind: 'predict';
        readonly question: string;
        readonly answer: string;
        readonly options: readonly Option[];
      }
    /** Runs, and stops after the first event that the rule `some EVENTS` admits; without `until` to the end. */
    | { readonly kind: 'run'; readonly until?: string }
    /** Puts the blocks in their order and leaves the distractors out. */
    | { readonly kind: 'order'; readonly question: string; readonly blocks: readonly Block[] }
    /** Changes `files` until `checks` pass. Three hints: where to look, the idea, the step. */
    | {
        readonly kind: 'task';
        readonly files: readonly string[];
        readonly checks: readonly string[];
        readonly hints: readonly string[];
      }
    /** A short explanation of a prediction, chosen from `options` if there are any, in the learner's own words besides, and one to compare it with. */
    | {
        readonly kind: 'explain';
        readonly of: string;
        readonly answer: string;
        readonly options?: readonly Explanation[];
      }
    /** A last question about another run: as `predict`, but of the learner's files with those of `transfer/` over them, under a seed of its own. */
    | {
        readonly kind: 'transfer';
        readonly question: string;
        readonly answer: string;
        readonly options: readonly Option[];
        readonly files: readonly string[];
        readonly seed?: number;
      }
    /** A warm-up: the prediction `of` of an earlier lesson once more, with its options. Its answer is known, so that no run has to decide it. `question` says
     *  it so that it stands by itself; can be left out. */
    | { readonly kind: 'recall'; readonly lesson: string; readonly of: string; readonly question: string }
  );

/** What a `recall` step asks again. */
export interface Recalled {
  readonly options: readonly Option[];
  /** The lesson's title. */
  readonly from: string;
}

/** Undefined: the lesson has no such prediction. */
export function recalledFrom({ title, steps }: Lesson, of: string): Recalled | undefined {
  const step = steps.find(({ id }) => id === of);
  return step?.kind === 'predict' || step?.kind === 'transfer' ? { options: step.options, from: title } : undefined;
}

export interface Mutant {
  readonly id: string;
  /** The file of the solution that `mutants/ID.c` replaces. */
  readonly replaces: string;
  /** The check that it fails; the others pass or are not run. */
  readonly fails: string;
  readonly misconception: string;
}

/** `place`: `lesson.json: checks[2].title`, `lesson.md: section run`. */
export interface LessonMistake {
  readonly place: string;
  readonly message: string;
}

/** Sections of lesson.md by the id of their step. */
export interface LessonSection {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
}

const SECTION_HEADING = /^## +(.*?) +\{#([\w-]+)\} *$/;

export function sectionsOf(markdown: string): LessonSection[] {
  const sections: { id: string; title: string; lines: string[] }[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const [, title, id] = SECTION_HEADING.exec(line) ?? [];
    if (title !== undefined && id !== undefined) sections.push({ id, title, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ id, title, lines }) => ({ id, title, markdown: lines.join('\n').trim() }));
}

/** Every mistake of form and of reference between parts; `lesson` is given only if there is none. */
export function validateLesson(data: unknown, markdown: string): { lesson?: Lesson; mistakes: LessonMistake[] } {
  const mistakes: LessonMistake[] = [];
  LESSON(data, '', (place, message) => mistakes.push({ place: `lesson.json: ${place || 'the whole'}`, message }));
  if (mistakes.length > 0) return { mistakes };
  const lesson = data as Lesson;
  mistakes.push(...references(lesson), ...prose(lesson, sectionsOf(markdown)));
  return mistakes.length > 0 ? { mistakes } : { lesson, mistakes };
}

const ID = matching(/^[a-z][a-z0-9-]*$/, 'a name of lower-case letters, digits and hyphens');
const FILE = matching(/^[\w-]+\.[ch]$/, 'the name of a .c or .h file');
const SENTENCE: Shape = (value, place, report) => {
  if (typeof value !== 'string' || value.trim() === '') report(place, 'must be a text that is not empty');
};

const CHECK = object({
  id: ID,
  title: SENTENCE,
  rules: nonEmpty(SENTENCE),
  'after?': listOf(ID),
  'help?': SENTENCE,
});
const OPTION = object({
  text: SENTENCE,
  value: (value, place, report) => {
    if (typeof value !== 'string' && !Number.isInteger(value)) report(place, 'must be a whole number or a text');
  },
  'correct?': boolean,
  'misconception?': ID,
  feedback: SENTENCE,
});
const EXPLANATION = object({ text: SENTENCE, 'correct?': boolean, 'misconception?': ID, feedback: SENTENCE });
const BLOCK = object({
  id: ID,
  text: SENTENCE,
  event: SENTENCE,
  'distractor?': boolean,
  'misconception?': ID,
  feedback: SENTENCE,
});
const SCENE = {
  id: ID,
  kind: SENTENCE,
  'focus?': object({ file: FILE, 'routine?': matching(/^[A-Za-z_]\w*$/, 'the name of a function') }),
  'diagrams?': nonEmpty(oneOf(DIAGRAMS)),
};
const STEPS: Readonly<Record<Step['kind'], Readonly<Record<string, Shape>>>> = {
  read: {},
  predict: { question: SENTENCE, answer: SENTENCE, options: nonEmpty(OPTION) },
  run: { 'until?': SENTENCE },
  order: { question: SENTENCE, blocks: listOf(BLOCK, 2) },
  task: { files: nonEmpty(FILE), checks: nonEmpty(ID), hints: listOf(SENTENCE, 3, 3) },
  explain: { of: ID, answer: SENTENCE, 'options?': nonEmpty(EXPLANATION) },
  transfer: {
    ...{ question: SENTENCE, answer: SENTENCE, options: nonEmpty(OPTION), files: listOf(FILE) },
    'seed?': wholeNumber(0, 0xffffffff),
  },
  recall: { lesson: ID, of: ID, question: SENTENCE },
};
const STEP: Shape = (value, place, report) => {
  const kind = isObject(value) ? String(value.kind) : '';
  if (!Object.hasOwn(STEPS, kind)) report(place, `must have a kind: ${Object.keys(STEPS).join(', ')}`);
  else object({ ...SCENE, ...STEPS[kind as Step['kind']] })(value, place, report);
};
const LESSON = object({
  schema: oneOf([LESSON_SCHEMA]),
  id: ID,
  title: SENTENCE,
  minutes: wholeNumber(1, 90),
  objective: SENTENCE,
  needs: listOf(ID),
  scenario: object({
    drivers: listOf(object({ name: matching(/^\w+$/, 'the name of a service'), sources: nonEmpty(FILE) })),
    apps: listOf(object({ name: matching(/^[\w-]+\.exe$/, 'a name that ends with .exe'), sources: nonEmpty(FILE) })),
    cpus: wholeNumber(1, 8),
    seeds: nonEmpty(wholeNumber(0, 0xffffffff)),
    limitSeconds: wholeNumber(1, 600),
    'parallel?': boolean,
  }),
  files: nonEmpty(object({ name: FILE, access: oneOf(['editable', 'read-only', 'hidden']) })),
  steps: nonEmpty(STEP),
  checks: nonEmpty(CHECK),
  mutants: nonEmpty(object({ id: ID, replaces: FILE, fails: ID, misconception: ID })),
  leavesOut: nonEmpty(SENTENCE),
});
