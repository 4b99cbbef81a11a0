/**
 * The format of a lesson. A lesson is a folder of data; nothing in it runs outside the simulated machine.
 *
 *   lesson.json          everything with a structure: `Lesson` below
 *   lesson.md            everything to read: one section a step, under a heading `## Title {#step-id}`
 *   files/               what the learner starts from
 *   solution/            the files of `files/` that a solution changes
 *   mutants/NAME.c       named wrong solutions: the solution with one file replaced
 *
 * JSON, because a browser, Node and an editor read it without a library, and because a lesson from an unknown address stays data; TypeScript modules
 * would run. Prose is in Markdown, where it can be written, reviewed and translated as prose; JSON holds single sentences only.
 *
 * `validateLesson` names every mistake with its place. What the simulator does with the lesson is checked by `lab lessons check`.
 */
import type { CheckSpec } from '../kernel-sim/protocol/checks.ts';

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

export type Step = { readonly id: string } & (
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
  /** Changes `files` until `checks` pass. Hints: where to look, the idea, the step. */
  | {
      readonly kind: 'task';
      readonly files: readonly string[];
      readonly checks: readonly string[];
      readonly hints: readonly string[];
    }
  /** A short explanation in the learner's own words, and one to compare it with. */
  | { readonly kind: 'explain'; readonly of: string; readonly answer: string }
);

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
  mistakes.push(...references(lesson), ...prose(lesson, markdown));
  return mistakes.length > 0 ? { mistakes } : { lesson, mistakes };
}

type Report = (place: string, message: string) => void;
type Shape = (value: unknown, place: string, report: Report) => void;

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
const STEPS: Readonly<Record<Step['kind'], Readonly<Record<string, Shape>>>> = {
  read: {},
  predict: { question: SENTENCE, answer: SENTENCE, options: nonEmpty(OPTION) },
  run: { 'until?': SENTENCE },
  task: { files: nonEmpty(FILE), checks: nonEmpty(ID), hints: listOf(SENTENCE, 3) },
  explain: { of: ID, answer: SENTENCE },
};
const STEP: Shape = (value, place, report) => {
  const kind = isObject(value) ? String(value.kind) : '';
  if (!Object.hasOwn(STEPS, kind)) report(place, `must have a kind: ${Object.keys(STEPS).join(', ')}`);
  else object({ id: ID, kind: SENTENCE, ...STEPS[kind as Step['kind']] })(value, place, report);
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
  }),
  files: nonEmpty(object({ name: FILE, access: oneOf(['editable', 'read-only', 'hidden']) })),
  steps: nonEmpty(STEP),
  checks: nonEmpty(CHECK),
  mutants: nonEmpty(object({ id: ID, replaces: FILE, fails: ID, misconception: ID })),
  leavesOut: nonEmpty(SENTENCE),
});

/** Keys that end with `?` may be left out; others than these are mistakes. */
function object(shapes: Readonly<Record<string, Shape>>): Shape {
  const known = Object.entries(shapes).map(([key, shape]) => ({
    key: key.replace('?', ''),
    shape,
    optional: key.endsWith('?'),
  }));
  return (value, place, report) => {
    if (!isObject(value)) return report(place, 'must be an object');
    const at = (key: string) => (place === '' ? key : `${place}.${key}`);
    for (const { key, shape, optional } of known) {
      if (Object.hasOwn(value, key)) shape(value[key], at(key), report);
      else if (!optional) report(at(key), 'is missing');
    }
    for (const key of Object.keys(value)) {
      if (!known.some((one) => one.key === key)) {
        report(at(key), `is unknown; there are: ${known.map((one) => one.key).join(', ')}`);
      }
    }
  };
}

function listOf(shape: Shape, least = 0): Shape {
  return (value, place, report) => {
    if (!Array.isArray(value)) return report(place, 'must be a list');
    if (value.length < least) report(place, least === 1 ? 'must not be empty' : `must have at least ${least}`);
    value.forEach((item, i) => {
      shape(item, `${place}[${i}]`, report);
    });
  };
}

function nonEmpty(shape: Shape): Shape {
  return listOf(shape, 1);
}

function matching(pattern: RegExp, what: string): Shape {
  return (value, place, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(place, `must be ${what}`);
  };
}

function oneOf(values: readonly unknown[]): Shape {
  return (value, place, report) => {
    if (!values.includes(value)) report(place, `must be ${values.join(' or ')}`);
  };
}

function wholeNumber(min: number, max: number): Shape {
  return (value, place, report) => {
    const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
    if (!fits) report(place, `must be a whole number from ${min} to ${max}`);
  };
}

function boolean(value: unknown, place: string, report: Report): void {
  if (typeof value !== 'boolean') report(place, 'must be true or false');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names that stand for something else: it must be there, and only once. */
function references(lesson: Lesson): LessonMistake[] {
  const mistakes: LessonMistake[] = [];
  const report = (place: string, message: string) => mistakes.push({ place: `lesson.json: ${place}`, message });
  const files = new Set(lesson.files.map(({ name }) => name));
  const checks = new Set(lesson.checks.map(({ id }) => id));
  const mustBe = (names: ReadonlySet<string>, what: string, name: string, place: string) => {
    if (!names.has(name)) report(place, `there is no ${what} '${name}'; there are: ${[...names].join(', ')}`);
  };
  const unique = (place: string, names: readonly string[]) => {
    names.forEach((name, i) => {
      if (names.indexOf(name) < i) report(`${place}[${i}]`, `'${name}' is there twice`);
    });
  };

  unique(
    'files',
    lesson.files.map(({ name }) => name),
  );
  unique(
    'checks',
    lesson.checks.map(({ id }) => id),
  );
  unique(
    'steps',
    lesson.steps.map(({ id }) => id),
  );
  unique(
    'mutants',
    lesson.mutants.map(({ id }) => id),
  );
  for (const kind of ['drivers', 'apps'] as const) {
    lesson.scenario[kind].forEach(({ sources }, i) => {
      for (const source of sources) mustBe(files, 'file', source, `scenario.${kind}[${i}].sources`);
    });
  }
  lesson.checks.forEach(({ after = [] }, i) => {
    const before = new Set(lesson.checks.slice(0, i).map(({ id }) => id));
    for (const id of after) mustBe(before, 'check before it', id, `checks[${i}].after`);
  });
  lesson.mutants.forEach(({ replaces, fails }, i) => {
    mustBe(files, 'file', replaces, `mutants[${i}].replaces`);
    mustBe(checks, 'check', fails, `mutants[${i}].fails`);
  });
  const predictions = new Set(lesson.steps.filter(({ kind }) => kind === 'predict').map(({ id }) => id));
  const editable = new Set(lesson.files.filter(({ access }) => access === 'editable').map(({ name }) => name));
  lesson.steps.forEach((step, i) => {
    const place = `steps[${i}]`;
    if (step.kind === 'predict' && step.options.filter(({ correct }) => correct).length !== 1) {
      report(`${place}.options`, 'exactly one option must be correct');
    }
    if (step.kind === 'explain') mustBe(predictions, 'prediction', step.of, `${place}.of`);
    if (step.kind !== 'task') return;
    for (const file of step.files) mustBe(editable, 'editable file', file, `${place}.files`);
    for (const check of step.checks) mustBe(checks, 'check', check, `${place}.checks`);
  });
  const asked = new Set(lesson.steps.flatMap((step) => (step.kind === 'task' ? step.checks : [])));
  lesson.checks.forEach(({ id }, i) => {
    if (!asked.has(id)) report(`checks[${i}]`, `no task asks for '${id}'`);
  });
  return mistakes;
}

/** A section for each step, in their order, with something to read in it. */
function prose(lesson: Lesson, markdown: string): LessonMistake[] {
  const mistakes: LessonMistake[] = [];
  const sections = sectionsOf(markdown);
  const steps = lesson.steps.map(({ id }) => id);
  const report = (id: string, message: string) => mistakes.push({ place: `lesson.md: section ${id}`, message });
  for (const id of steps) {
    const count = sections.filter((section) => section.id === id).length;
    if (count === 0) report(id, `is missing: a heading '## Title {#${id}}'`);
    if (count > 1) report(id, 'is there twice');
  }
  for (const { id, markdown: text } of sections) {
    if (!steps.includes(id)) report(id, 'belongs to no step');
    if (text === '') report(id, 'is empty');
    if (/<\w/.test(text.replace(/`[^`]*`/g, ''))) report(id, 'contains HTML');
  }
  if (mistakes.length === 0 && sections.some(({ id }, i) => id !== steps[i])) {
    mistakes.push({
      place: 'lesson.md',
      message: `the sections are not in the order of the steps: ${steps.join(', ')}`,
    });
  }
  return mistakes;
}
