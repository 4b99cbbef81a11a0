/**
 * Whether a lesson does with the simulator what it says: its rules can be read, the solution passes every check under every seed, that of an earlier
 * task passes what was asked so far and gives no later task away, the starter
 * fails some, each named wrong solution fails its own check and no other, the keys of predictions and of blocks to be ordered are what a run gives,
 * and each stop is reached: in a run of the starter before the first task, of the solution after it. Prints nothing.
 */
import type { Lesson, Step } from '../../lessons/schema.ts';
import { type Check, parseChecks, parseValue, type RuleMistake } from '../checks/checks.ts';
import type { RunValue, Scalar } from '../checks/language.ts';
import { createBuilder } from '../lab.ts';
import type { LabBuilder } from '../lab-build.ts';
import type { CheckResult } from '../protocol/checks.ts';
import type { LabConfig } from '../protocol/lab-api.ts';
import type { LoadedLesson, Texts } from './lesson-files.ts';
import { lintForm } from './lesson-form.ts';
import { type OrderedBlock, OrderFold } from './lesson-order.ts';
import { type Attempt, configOf, routinesOf, run } from './lesson-run.ts';

/** What asks for a value of a run. */
type Prediction = Extract<Step, { kind: 'predict' | 'transfer' }>;

interface Asked<S extends Step> {
  readonly step: S;
  readonly value: RunValue;
}

/** What the steps ask of a run of one state of the learner's files. */
interface Questions {
  readonly predictions: Asked<Prediction>[];
  /** As checks, by the id of the step. */
  readonly stops: Check[];
  readonly orders: { readonly id: string; readonly blocks: readonly OrderedBlock[] }[];
}

const NO_QUESTIONS: Questions = { predictions: [], stops: [], orders: [] };

/** What one run says to checks, stops and orders. */
interface Answers {
  readonly attempt: Attempt;
  readonly stops: readonly CheckResult[];
  readonly folds: readonly { readonly id: string; readonly fold: OrderFold }[];
}

interface Reading {
  readonly checks: readonly Check[];
  readonly ofStarter: Questions;
  readonly ofSolution: Questions;
  /** Each is asked of a run of its own. */
  readonly transfers: readonly Asked<Extract<Step, { kind: 'transfer' }>>[];
  readonly mistakes: readonly string[];
}

/** Every mistake in one line or a few; none if the lesson is right. */
export function lintLesson(loaded: LoadedLesson, builder = createBuilder()): string[] {
  const { lesson, starter, solution, earlier, mutants, transfer } = loaded;
  const { checks, ofStarter, ofSolution, transfers, mistakes } = readRules(lesson);
  if (mistakes.length > 0) return [...mistakes];
  const found = [...lintForm(loaded), ...lintFocus(builder, lesson, starter)];
  for (const seed of lesson.scenario.seeds) {
    const under = lesson.scenario.seeds.length > 1 ? ` (seed ${seed})` : '';
    const tell = (problems: readonly string[]) => found.push(...problems.map((problem) => problem + under));
    const ask = (texts: Texts, questions: Questions = NO_QUESTIONS) =>
      askRun(builder, configOf(lesson, texts, seed), checks, questions);
    const ofRight = ask(solution, ofSolution);
    tell([...lintSolution('the solution', ofRight.attempt), ...lintQuestions(ofSolution, 'the solution', ofRight)]);
    for (const [task, texts] of Object.entries(earlier)) tell(lintEarlier(lesson, task, ask(texts).attempt));
    const ofStart = ask(starter, ofStarter);
    tell([...lintStarter(ofStart.attempt), ...lintQuestions(ofStarter, 'the starter', ofStart)]);
    for (const { id, fails } of lesson.mutants) tell(lintMutant(id, fails, ask(mutants[id] as Texts).attempt));
  }
  for (const asked of transfers) {
    const over = asked.step.files.map((file) => [file, transfer[file] ?? '']);
    const seed = asked.step.seed ?? lesson.scenario.seeds[0] ?? 1;
    const config = configOf(lesson, { ...solution, ...Object.fromEntries(over) }, seed);
    const questions = { ...NO_QUESTIONS, predictions: [asked] };
    found.push(...lintQuestions(questions, 'the last question', askRun(builder, config, [], questions)));
  }
  return found;
}

/** Everything in a lesson that is written in the language of checks. */
function readRules(lesson: Lesson): Reading {
  const { checks, mistakes } = parseChecks(lesson.checks);
  const found = mistakes.flatMap(({ check, mistake }) => describeMistake(`check ${check}`, mistake));
  const ofStarter: Questions = { predictions: [], stops: [], orders: [] };
  const ofSolution: Questions = { predictions: [], stops: [], orders: [] };
  const transfers: Asked<Extract<Step, { kind: 'transfer' }>>[] = [];
  let questions = ofStarter;
  const readAnswer = ({ id, answer }: Prediction): RunValue | undefined => {
    const { value, mistake } = parseValue(answer);
    if (mistake) found.push(...describeMistake(`step ${id}`, mistake));
    return value;
  };
  const stopOf = (place: string, what: string, text: string): Check[] => {
    const stop = readStop(place, what, text);
    found.push(...stop.mistakes);
    return stop.checks;
  };
  for (const step of lesson.steps) {
    if (step.kind === 'task') questions = ofSolution;
    if (step.kind === 'predict') {
      const value = readAnswer(step);
      if (value) questions.predictions.push({ step, value });
    }
    if (step.kind === 'transfer') {
      const value = readAnswer(step);
      if (value) transfers.push({ step, value });
    }
    if (step.kind === 'run' && step.until !== undefined)
      questions.stops.push(...stopOf(step.id, "'until'", step.until));
    if (step.kind === 'order') {
      const blocks = step.blocks.flatMap((block) => {
        const rule = stopOf(step.id, `the event of block ${block.id}`, block.event)[0]?.rules[0];
        return rule ? [{ block, rule }] : [];
      });
      questions.orders.push({ id: step.id, blocks });
    }
  }
  return { checks, ofStarter, ofSolution, transfers, mistakes: found };
}

/** A rule that begins with 'some', as a check. */
function readStop(id: string, what: string, until: string): { checks: Check[]; mistakes: string[] } {
  const { checks, mistakes } = parseChecks([{ id, title: '', rules: [until] }]);
  if (mistakes.length > 0) {
    return { checks, mistakes: mistakes.flatMap(({ mistake }) => describeMistake(`step ${id}`, mistake)) };
  }
  const isStop = checks[0]?.rules[0]?.body.kind === 'some';
  return { checks, mistakes: isStop ? [] : [`step ${id}: ${what} must be a rule that begins with 'some'`] };
}

function describeMistake(place: string, { text, message, start, end }: RuleMistake): string[] {
  const marker = ' '.repeat(start) + '^'.repeat(Math.max(1, end - start));
  return [`${place}: ${message}\n    ${text.replaceAll('\n', ' ')}\n    ${marker}`];
}

function lintSolution(what: string, attempt: Attempt): string[] {
  if ('buildErrors' in attempt) return [notBuilt(what, attempt.buildErrors)];
  return attempt.checks
    .filter(({ state }) => state !== 'passed')
    .map(({ id, rules }) => {
      const wrong = rules.find(({ passed }) => !passed);
      if (!wrong) return `${what}: check ${id} was not run`;
      const { rule, expected, seen, found, at } = wrong;
      const lines = [`rule:     ${rule}`, `expected: ${expected}`, `seen:     ${seen}`, `found:    ${found}`];
      return [`${what} fails check ${id}`, ...lines, `look at:  ${at}`].join('\n    ');
    });
}

/** The solution of a task that others follow: right so far, and whoever reads it still has something to do. */
function lintEarlier({ steps }: Lesson, task: string, attempt: Attempt): string[] {
  const what = `the solution of task ${task}`;
  if ('buildErrors' in attempt) return [notBuilt(what, attempt.buildErrors)];
  const place = steps.findIndex(({ id }) => id === task);
  const checksOf = (some: readonly Step[]) => some.flatMap((step) => (step.kind === 'task' ? step.checks : []));
  const soFar = checksOf(steps.slice(0, place + 1));
  const givenAway = steps.slice(place + 1).filter((step) => {
    const own = checksOf([step]).filter((check) => !soFar.includes(check));
    const hasPassed = (check: string) => attempt.checks.some(({ id, state }) => id === check && state === 'passed');
    return own.length > 0 && own.every(hasPassed);
  });
  const asked = { ...attempt, checks: attempt.checks.filter(({ id }) => soFar.includes(id)) };
  return [...lintSolution(what, asked), ...givenAway.map(({ id }) => `${what} solves task ${id} as well`)];
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

/** One run, judged by `checks` and asked everything else besides. */
function askRun(
  builder: LabBuilder,
  config: LabConfig,
  checks: readonly Check[],
  { predictions, stops, orders }: Questions,
): Answers {
  const folds = orders.map(({ id, blocks }) => ({ id, fold: new OrderFold(blocks) }));
  const attempt = run(builder, config, {
    checks: [...checks, ...stops],
    values: predictions.map(({ value }) => value),
    see: (event) => {
      for (const { fold } of folds) fold.see(event);
    },
  });
  if ('buildErrors' in attempt) return { attempt, stops: [], folds };
  const judged = { ...attempt, checks: attempt.checks.slice(0, checks.length) };
  return { attempt: judged, stops: attempt.checks.slice(checks.length), folds };
}

function lintQuestions(
  { predictions, stops, orders }: Questions,
  what: string,
  { attempt, stops: reached, folds }: Answers,
): string[] {
  if (predictions.length + stops.length + orders.length === 0) return [];
  if ('buildErrors' in attempt) return [notBuilt(`${what}, which steps ask for,`, attempt.buildErrors)];
  const unreached = reached.filter(({ state }) => state === 'failed');
  return [
    ...predictions.flatMap(({ step }, i) => lintPrediction(step, what, attempt.values[i])),
    ...unreached.map(
      ({ id, rules }) => `step ${id}: the run of ${what} does not get there: ${rules[0]?.expected ?? ''}`,
    ),
    ...folds.flatMap(({ id, fold }) => fold.mistakes().map((mistake) => `step ${id}: ${mistake}`)),
  ];
}

/** Every place that a step shows is there; a starter that does not build says that elsewhere. */
function lintFocus(builder: LabBuilder, lesson: Lesson, starter: Texts): string[] {
  const routines = routinesOf(builder, configOf(lesson, starter, 1));
  return lesson.steps.flatMap(({ id, focus }) => {
    if (focus?.routine === undefined || !routines || routines.get(focus.file)?.has(focus.routine)) return [];
    return [`step ${id}: ${focus.file} defines no function ${focus.routine}`];
  });
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
