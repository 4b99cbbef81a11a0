/**
 * What the form of a lesson alone cannot say: names that stand for something else are there, and only once; each step has its section of prose.
 */
import type { Lesson, LessonFile, LessonMistake, LessonSection, Step } from './schema.ts';
import type { Report } from './shapes.ts';

/** Names that stand for something else: it must be there, and only once. */
export function references(lesson: Lesson): LessonMistake[] {
  const mistakes: LessonMistake[] = [];
  const report = (place: string, message: string) => mistakes.push({ place: `lesson.json: ${place}`, message });
  const files = new Set(lesson.files.map(({ name }) => name));
  const checks = new Set(lesson.checks.map(({ id }) => id));
  const mustBe = (names: ReadonlySet<string>, what: string, name: string, place: string) => {
    if (!names.has(name)) report(place, `there is no ${what} '${name}'; there are: ${[...names].join(', ')}`);
  };
  for (const list of ['checks', 'steps', 'mutants'] as const) {
    unique(
      list,
      lesson[list].map(({ id }) => id),
      report,
    );
  }
  unique(
    'files',
    lesson.files.map(({ name }) => name),
    report,
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
  lesson.steps.forEach((step, i) => {
    stepReferences(lesson, step, `steps[${i}]`, report);
  });
  const asked = new Set(lesson.steps.flatMap((step) => (step.kind === 'task' ? step.checks : [])));
  lesson.checks.forEach(({ id }, i) => {
    if (!asked.has(id)) report(`checks[${i}]`, `no task asks for '${id}'`);
  });
  return mistakes;
}

function stepReferences(lesson: Lesson, step: Step, place: string, report: Report): void {
  const filesThat = (is: (access: LessonFile['access']) => boolean) =>
    lesson.files.filter(({ access }) => is(access)).map(({ name }) => name);
  const known = (names: readonly string[], what: string, name: string, at: string) => {
    if (!names.includes(name))
      report(`${place}.${at}`, `there is no ${what} '${name}'; there are: ${names.join(', ')}`);
  };
  const oneCorrect = (options: readonly { readonly correct?: boolean }[]) => {
    const isRight = options.filter(({ correct }) => correct).length === 1;
    if (!isRight) report(`${place}.options`, 'exactly one option must be correct');
  };

  if (step.focus)
    known(
      filesThat((access) => access !== 'hidden'),
      'file to be seen',
      step.focus.file,
      'focus.file',
    );
  switch (step.kind) {
    case 'predict':
      oneCorrect(step.options);
      break;
    case 'transfer':
      oneCorrect(step.options);
      for (const file of step.files)
        known(
          filesThat(() => true),
          'file',
          file,
          'files',
        );
      if (step.files.length === 0 && step.seed === undefined) {
        report(place, 'asks about the same run again: name files or a seed');
      }
      break;
    case 'explain': {
      const predictions = lesson.steps.filter(({ kind }) => kind === 'predict').map(({ id }) => id);
      known(predictions, 'prediction', step.of, 'of');
      if (step.options) oneCorrect(step.options);
      break;
    }
    case 'order':
      unique(
        `${place}.blocks`,
        step.blocks.map(({ id }) => id),
        report,
      );
      if (step.blocks.filter(({ distractor }) => !distractor).length < 2) {
        report(`${place}.blocks`, 'at least two blocks must belong to the sequence');
      }
      break;
    case 'task': {
      const editable = filesThat((access) => access === 'editable');
      const checks = lesson.checks.map(({ id }) => id);
      for (const file of step.files) known(editable, 'editable file', file, 'files');
      for (const check of step.checks) known(checks, 'check', check, 'checks');
      break;
    }
  }
}

function unique(place: string, names: readonly string[], report: Report): void {
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) report(`${place}[${i}]`, `'${name}' is there twice`);
  });
}

/** A section for each step, in their order, with something to read in it. */
export function prose(lesson: Lesson, sections: readonly LessonSection[]): LessonMistake[] {
  const mistakes: LessonMistake[] = [];
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
