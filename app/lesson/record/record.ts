/**
 * What a learner has done in a lesson, as a file to hand in: predictions with their confidence and what the run gave, tasks with attempts and help,
 * explanations, and the files as they are now, so that whoever gets it can run them again. Made from what is kept in this browser; nothing is sent. Pure.
 */
import type { FileTexts, LoadedLesson } from '../../../lessons/index';
import type { Option, Step } from '../../../lessons/schema';
import type { Answer, Confidence, LessonProgress } from '../../store/lesson-progress';
import { NO_WORK } from '../../store/lesson-progress';

export interface PredictionRecord {
  readonly step: string;
  readonly title: string;
  readonly question: string;
  /** Undefined: not answered. */
  readonly answer?: string;
  readonly confidence?: Confidence;
  /** The option that the run proved right, or what it gave; undefined: no run has decided. */
  readonly outcome?: string;
  readonly isRight?: boolean;
  readonly misconception?: string;
}

export interface WorkRecord {
  readonly step: string;
  readonly title: string;
  readonly isDone: boolean;
  readonly attempts: number;
  readonly hints: number;
  readonly solutionShown: boolean;
  readonly checks: readonly { readonly id: string; readonly title: string; readonly hasPassed: boolean }[];
}

export interface ExplanationRecord {
  readonly step: string;
  readonly title: string;
  readonly chosen?: string;
  readonly isRight?: boolean;
  readonly misconception?: string;
  readonly text: string;
}

export interface LessonRecord {
  readonly format: 'ring-zero-lab lesson record';
  readonly version: 1;
  /** As the learner wrote it; may be empty. */
  readonly name: string;
  readonly lesson: { readonly id: string; readonly title: string };
  /** When the record was made; the clock of the learner's computer proves nothing. */
  readonly madeAt: string;
  readonly minutes: number;
  readonly steps: { readonly done: number; readonly all: number };
  readonly predictions: readonly PredictionRecord[];
  readonly work: readonly WorkRecord[];
  readonly explanations: readonly ExplanationRecord[];
  /** With these a grader comes to the same run. */
  readonly run: { readonly seed: number; readonly files: FileTexts };
}

export interface RecordSource {
  readonly loaded: LoadedLesson;
  readonly progress: LessonProgress;
  readonly name: string;
  readonly seed: number;
  /** As the learner has them now. */
  readonly files: FileTexts;
  readonly madeAt: Date;
}

export function recordOf({ loaded, progress, name, seed, files, madeAt }: RecordSource): LessonRecord {
  const { lesson, sections, recalled } = loaded;
  const titleOf = (id: string) => sections.find((section) => section.id === id)?.title ?? id;
  const each = <T>(make: (step: Step, title: string) => T | undefined): readonly T[] =>
    lesson.steps.flatMap((step) => make(step, titleOf(step.id)) ?? []);
  return {
    format: 'ring-zero-lab lesson record',
    version: 1,
    name: name.trim(),
    lesson: { id: lesson.id, title: lesson.title },
    madeAt: madeAt.toISOString(),
    minutes: Math.round(progress.seconds / 60),
    steps: { done: lesson.steps.filter(({ id }) => progress.done.includes(id)).length, all: lesson.steps.length },
    predictions: each((step, title) => {
      if (step.kind !== 'predict' && step.kind !== 'transfer' && step.kind !== 'recall') return undefined;
      const options = step.kind === 'recall' ? (recalled[step.id]?.options ?? []) : step.options;
      return { step: step.id, title, question: step.question, ...answered(options, progress.answers[step.id]) };
    }),
    work: each((step, title) => {
      if (step.kind !== 'task' && step.kind !== 'order') return undefined;
      const { attempts, hints, solutionShown } = progress.work[step.id] ?? NO_WORK;
      const ids = step.kind === 'task' ? step.checks : [];
      const checks = lesson.checks
        .filter(({ id }) => ids.includes(id))
        .map((check) => ({ id: check.id, title: check.title, hasPassed: progress.passed.includes(check.id) }));
      const isDone = progress.done.includes(step.id);
      return { step: step.id, title, isDone, attempts, hints, solutionShown, checks };
    }),
    explanations: each((step, title) => {
      const given = progress.explained[step.id];
      if (step.kind !== 'explain' || given === undefined) return undefined;
      const chosen = given.option === undefined ? undefined : step.options?.[given.option];
      return {
        step: step.id,
        title,
        text: given.text.trim(),
        ...(chosen && { chosen: chosen.text, isRight: chosen.correct === true }),
        ...(chosen?.misconception !== undefined && { misconception: chosen.misconception }),
      };
    }),
    run: { seed, files },
  };
}

type Given = Pick<PredictionRecord, 'answer' | 'confidence' | 'outcome' | 'isRight' | 'misconception'>;

function answered(options: readonly Option[], answer: Answer | undefined): Given {
  if (!answer) return {};
  const { option, confidence, result, misconception } = answer;
  const said = { answer: options[option]?.text ?? '', confidence };
  if (result === undefined) return said;
  const key = options.findIndex(({ value }) => String(value) === String(result));
  return {
    ...said,
    outcome: options[key]?.text ?? String(result ?? 'no such value'),
    isRight: key === option,
    ...(misconception !== undefined && { misconception }),
  };
}

/** The same for people. */
export function markdownOf(record: LessonRecord): string {
  const { name, lesson, madeAt, minutes, steps, predictions, work, explanations, run } = record;
  const fact = (what: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [`- ${what}: ${value}`];
  const help = ({ hints, solutionShown }: WorkRecord) =>
    [hints > 0 ? `${hints} ${hints === 1 ? 'hint' : 'hints'}` : '', solutionShown ? 'a solution was read' : '']
      .filter((part) => part !== '')
      .join(', ');
  const sections = [
    [
      `# ${lesson.title}: record`,
      '',
      ...fact('Name', name),
      ...fact('Made at', madeAt),
      ...fact('Time in the lesson', `${minutes} min`),
      ...fact('Steps done', `${steps.done} of ${steps.all}`),
    ],
    ['## Predictions'],
    ...predictions.map((one) => [
      `### ${one.title}`,
      '',
      one.question,
      '',
      ...fact('Answer', one.answer ?? 'none'),
      ...fact('Confidence', one.confidence),
      ...fact('The run', one.outcome ?? 'has not decided yet'),
      ...fact('As expected', one.isRight === undefined ? undefined : one.isRight ? 'yes' : 'no'),
      ...fact('Misconception', one.misconception),
    ]),
    ...(work.length > 0 ? [['## Tasks']] : []),
    ...work.map((one) => [
      `### ${one.title}`,
      '',
      ...fact('Done', one.isDone ? 'yes' : 'no'),
      ...fact('Attempts', String(one.attempts)),
      ...fact('Help', help(one)),
      ...one.checks.map(({ title, hasPassed }) => `- [${hasPassed ? 'x' : ' '}] ${title}`),
    ]),
    ...(explanations.length > 0 ? [['## Explanations']] : []),
    ...explanations.map((one) => [
      `### ${one.title}`,
      '',
      ...fact('Chosen', one.chosen),
      ...fact('Right', one.isRight === undefined ? undefined : one.isRight ? 'yes' : 'no'),
      ...fact('Misconception', one.misconception),
      ...(one.text === '' ? [] : ['', ...one.text.split('\n').map((line) => `> ${line}`)]),
    ]),
    ['## Files', '', `Seed ${run.seed}.`],
    ...Object.entries(run.files).map(([file, text]) => [`### ${file}`, '', '~~~~c', text.trimEnd(), '~~~~']),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
