/**
 * Whether a lesson does with the simulator what it says: its rules can be read, the solution passes every check under every seed, the starter
 * fails some, each named wrong solution fails its own check and no other, each prediction's key is what a run gives, and each stop is reached: in a
 * run of the starter before the first task, of the solution after it. Prints nothing.
 */
import type { Lesson, Step } from '../../lessons/schema.ts';
import { type Check, CheckRun, parseChecks, parseValue, type RuleMistake, type RunResults } from '../checks/checks.ts';
import type { RunValue, Scalar } from '../checks/language.ts';
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';
import type { LoadedLesson, Texts } from './lesson-files.ts';
import { buildMessageLine } from './report.ts';
import { runToEnd } from './session.ts';

type Prediction = Extract<Step, { kind: 'predict' }>;

/** Predictions and stops of the steps that one state of the learner's files is run in. */
interface Questions {
  readonly predictions: { readonly step: Prediction; readonly value: RunValue }[];
  /** As checks, by the id of the step. */
  readonly stops: Check[];
}

interface Reading {
  readonly checks: readonly Check[];
  readonly ofStarter: Questions;
  readonly ofSolution: Questions;
  readonly mistakes: readonly string[];
}

/** A run, or the build messages that prevented it. */
type Attempt = RunResults | { readonly buildErrors: readonly string[] };

/** Every mistake in one line or a few; none if the lesson is right. */
export function lintLesson(loaded: LoadedLesson): string[] {
  const { lesson, starter, solution, mutants } = loaded;
  const { checks, ofStarter, ofSolution, mistakes } = readRules(lesson);
  if (mistakes.length > 0) return [...mistakes];
  const found: string[] = [];
  for (const seed of lesson.scenario.seeds) {
    const attempt = (texts: Texts) => run(configOf(lesson, texts, seed), checks);
    const under = lesson.scenario.seeds.length > 1 ? ` (seed ${seed})` : '';
    const tell = (problems: readonly string[]) => found.push(...problems.map((problem) => problem + under));
    tell(lintSolution(attempt(solution)));
    tell(lintStarter(attempt(starter)));
    tell(lintQuestions(ofStarter, 'the starter', configOf(lesson, starter, seed)));
    tell(lintQuestions(ofSolution, 'the solution', configOf(lesson, solution, seed)));
    for (const { id, fails } of lesson.mutants) tell(lintMutant(id, fails, attempt(mutants[id] as Texts)));
  }
  return found;
}

/** Everything in a lesson that is written in the language of checks. */
function readRules(lesson: Lesson): Reading {
  const { checks, mistakes } = parseChecks(lesson.checks);
  const found = mistakes.flatMap(({ check, mistake }) => describeMistake(`check ${check}`, mistake));
  const ofStarter: Questions = { predictions: [], stops: [] };
  const ofSolution: Questions = { predictions: [], stops: [] };
  let questions = ofStarter;
  for (const step of lesson.steps) {
    if (step.kind === 'task') questions = ofSolution;
    if (step.kind === 'predict') {
      const { value, mistake } = parseValue(step.answer);
      if (mistake) found.push(...describeMistake(`step ${step.id}`, mistake));
      if (value) questions.predictions.push({ step, value });
    }
    if (step.kind === 'run' && step.until !== undefined) {
      const stop = readStop(step.id, step.until);
      found.push(...stop.mistakes);
      questions.stops.push(...stop.checks);
    }
  }
  return { checks, ofStarter, ofSolution, mistakes: found };
}

function readStop(id: string, until: string): { checks: Check[]; mistakes: string[] } {
  const { checks, mistakes } = parseChecks([{ id, title: '', rules: [until] }]);
  if (mistakes.length > 0) {
    return { checks, mistakes: mistakes.flatMap(({ mistake }) => describeMistake(`step ${id}`, mistake)) };
  }
  const isStop = checks[0]?.rules[0]?.body.kind === 'some';
  return { checks, mistakes: isStop ? [] : [`step ${id}: 'until' must be a rule that begins with 'some'`] };
}

function describeMistake(place: string, { text, message, start, end }: RuleMistake): string[] {
  const marker = ' '.repeat(start) + '^'.repeat(Math.max(1, end - start));
  return [`${place}: ${message}\n    ${text.replaceAll('\n', ' ')}\n    ${marker}`];
}

function lintSolution(attempt: Attempt): string[] {
  if ('buildErrors' in attempt) return [notBuilt('the solution', attempt.buildErrors)];
  return attempt.checks
    .filter(({ state }) => state !== 'passed')
    .map(({ id, state, expected, seen, at }) =>
      state === 'not-run'
        ? `the solution: check ${id} was not run`
        : `the solution fails check ${id}\n    expected: ${expected}\n    seen:     ${seen}\n    look at:  ${at}`,
    );
}

/** A starter that does not build may be meant so. */
function lintStarter(attempt: Attempt): string[] {
  if ('buildErrors' in attempt || attempt.checks.some(({ state }) => state === 'failed')) return [];
  return ['the starter passes every check: there is nothing to do'];
}

function lintMutant(id: string, fails: string, attempt: Attempt): string[] {
  const name = `the wrong solution ${id}`;
  if ('buildErrors' in attempt) return [notBuilt(name, attempt.buildErrors)];
  const failed = attempt.checks.filter(({ state }) => state === 'failed').map((check) => check.id);
  if (failed.length === 0) return [`${name} passes every check; it should fail ${fails}`];
  return failed.length === 1 && failed[0] === fails
    ? []
    : [`${name} fails ${failed.join(', ')}; it should fail ${fails} alone`];
}

function lintQuestions({ predictions, stops }: Questions, what: string, config: LabConfig): string[] {
  if (predictions.length + stops.length === 0) return [];
  const values = predictions.map(({ value }) => value);
  const attempt = run(config, stops, values);
  if ('buildErrors' in attempt) return [notBuilt(`${what}, whose run steps ask for,`, attempt.buildErrors)];
  const unreached = attempt.checks.filter(({ state }) => state === 'failed');
  return [
    ...predictions.flatMap(({ step }, i) => lintPrediction(step, what, attempt.values[i])),
    ...unreached.map(({ id, expected }) => `step ${id}: the run of ${what} does not get there: ${expected}`),
  ];
}

function lintPrediction({ id, answer, options }: Prediction, what: string, value: Scalar | undefined): string[] {
  if (value === undefined) return [`step ${id}: the run of ${what} has no ${answer}`];
  const key = options.filter((option) => String(option.value) === String(value));
  if (key.length === 1 && key[0]?.correct) return [];
  const answered = `step ${id}: the simulator answers ${value}`;
  if (key.length !== 1) return [`${answered}, and ${key.length} options say so`];
  return [`${answered}, but the option marked correct says otherwise`];
}

function notBuilt(what: string, errors: readonly string[]): string {
  return [`${what} does not build`, ...errors].join('\n    ');
}

function run(config: LabConfig, checks: readonly Check[], values: readonly RunValue[] = []): Attempt {
  const lab = createLab();
  const report = lab.build(config);
  if (!report.ok)
    return { buildErrors: report.messages.filter(({ severity }) => severity === 'error').map(buildMessageLine) };
  const judge = new CheckRun(checks, values);
  const { end, instant } = runToEnd(lab, {
    trace: (chunk) => {
      for (const event of lab.decodeTrace(chunk)) judge.see(event);
    },
  });
  return judge.finish(end, instant);
}

function configOf({ scenario }: Lesson, texts: Texts, seed: number): LabConfig {
  const sources = (names: readonly string[]) => names.map((name) => ({ name, text: texts[name] ?? '' }));
  const parts = (list: Lesson['scenario']['apps']) =>
    list.map((one) => ({ name: one.name, sources: sources(one.sources) }));
  return {
    ...DEFAULT_CONFIG,
    drivers: parts(scenario.drivers),
    apps: parts(scenario.apps),
    headers: Object.fromEntries(Object.entries(texts).filter(([name]) => name.endsWith('.h'))),
    cpus: scenario.cpus,
    seed,
    limitNs: scenario.limitSeconds * 1e9,
  };
}
