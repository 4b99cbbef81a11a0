/**
 * "First contact" played from its beginning to its end through the store, without a browser: the lesson's own files, and answers of the real simulator.
 * The storage is a map; it is asked for at each reload.
 */
import { beforeEach, expect, test, vi } from 'vitest';
import { finish } from '../../kernel-sim/base/task';
import { judge } from '../../kernel-sim/lab-judge';
import { LabSession } from '../../kernel-sim/lab-session';
import { DEFAULT_CONFIG, type LabConfig } from '../../kernel-sim/protocol/lab-api';
import type { RunRequest } from '../../kernel-sim/protocol/messages';
import { loadLesson, loadSolution, loadTransfer } from '../../lessons/index';
import type { Step } from '../../lessons/schema';
import { deciding } from './model/results';

const kept = vi.hoisted(() => {
  const map = new Map<string, string>();
  const storage = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
  Object.assign(globalThis, { localStorage: storage });
  return map;
});

const { LessonPlayer } = await import('./lesson-player');
const { openLesson, useLesson } = await import('../store/lesson');
const { editFile, openProject, resetProject, textOf, useProject } = await import('../store/project');
const { passGate, useGate } = await import('../store/lesson-gate');
const { useSelection } = await import('../store/selection');

/** What was run for all to see: seed, and the instant it came to. */
let runs: { readonly seed: number | undefined; readonly at: number; readonly place: string }[];
let player: InstanceType<typeof LessonPlayer>;

const configOf = (request: RunRequest): LabConfig => ({ ...DEFAULT_CONFIG, ...request });

function newPlayer() {
  return new LessonPlayer(
    {
      judge: async ({ request, ...asked }) => finish(judge({ config: configOf(request), ...asked })),
      run: async (request, instant) => {
        const session = new LabSession();
        if (!session.build(configOf(request)).ok) return undefined;
        session.start();
        const report =
          instant === undefined
            ? finish(session.move({ motion: { kind: 'run' }, direction: 'forward' }))
            : finish(session.seek({ branch: session.at.branch, instant }));
        runs.push({ seed: request.seed, at: report.at.instant, place: report.place });
        return report;
      },
      clear: () => {
        runs = [];
      },
      told: async (event, instant) => `the ${event} of ${instant}.`,
    },
    { load: loadLesson, solution: loadSolution, transfer: loadTransfer },
  );
}

beforeEach(async () => {
  kept.clear();
  runs = [];
  player = newPlayer();
  openLesson('first-contact');
  await player.open('first-contact');
  resetProject();
});

const at = () => useLesson.getState().progress?.step;
const done = () => useLesson.getState().progress?.done;
const note = () => useLesson.getState().note;

/** The step one is at, which must be of this kind. */
function here<K extends Step['kind']>(kind: K): Extract<Step, { kind: K }> {
  const step = useLesson.getState().loaded?.lesson.steps.find(({ id }) => id === at());
  if (step?.kind !== kind) throw new Error(`at ${at()}, which is no ${kind}`);
  return step as Extract<Step, { kind: K }>;
}

function goToKind(kind: Step['kind']): void {
  for (
    let i = 0;
    i < 20 && useLesson.getState().loaded?.lesson.steps.find(({ id }) => id === at())?.kind !== kind;
    i++
  ) {
    player.next();
  }
}

test('the whole lesson: lock, wrong prediction, the moment, repair, the last question, the end', async () => {
  // Run is locked until the prediction is answered, and leads to it.
  expect(passGate()).toBe(false);
  expect(at()).toBe('guess');
  expect(useLesson.getState().arrival.at).toBe('question');
  player.next();
  expect(at()).toBe('guess');

  player.answer('guess', 1, 'sure');
  expect(useGate.getState().lock).toBeUndefined();
  goToKind('run');
  await player.run(here('run'));
  const answer = useLesson.getState().progress?.answers.guess;
  expect(answer).toMatchObject({ option: 1, result: 4, misconception: 'writes-are-measured' });
  // Decided is decided.
  player.answer('guess', 0, 'sure');
  expect(useLesson.getState().progress?.answers.guess?.option).toBe(1);

  player.next();
  await player.run(here('run'));
  expect(note()?.text).toBe(`The machine stands right after this: the irp_copy of ${runs.at(-1)?.at}.`);
  expect(runs.at(-1)?.place).toMatch(/^nt!/);
  expect(runs.at(-1)?.at).toBeLessThan(runs[0]?.at ?? 0);

  goToKind('explain');
  player.setExplanation('why', { option: 0, text: 'from inputLength' });
  player.compare('why');
  expect(done()).toContain('why');

  // The starter fails; each task is passed by the solution that is shown for it.
  goToKind('task');
  const repair = here('task');
  await player.check(repair);
  const failed = useLesson.getState().findings[repair.id]?.list.find(({ state }) => state === 'failed');
  expect(failed).toMatchObject({ id: 'whole-answer', seed: 1 });
  expect(done()).not.toContain(repair.id);
  await player.jump(repair.id, failed ?? expect.fail('nothing failed'));
  expect(runs.at(-1)).toMatchObject({ seed: 1, at: failed && deciding(failed)?.at });

  const solve = async () => {
    await player.showSolution(at() ?? '');
    for (const [name, text] of Object.entries(useLesson.getState().beside?.texts ?? {})) editFile(name, text);
    player.hideBeside();
  };
  await solve();
  await player.check(repair);
  expect(note()).toMatchObject({ tone: 'good' });
  player.next();
  // What was shown for the first task does not solve the second.
  await player.check(here('task'));
  expect(done()).not.toContain('refuse');
  await solve();
  await player.check(here('task'));
  expect(done()).toEqual(expect.arrayContaining(['repair', 'refuse']));

  player.next();
  const last = here('transfer');
  player.answer(last.id, 0, 'fairly');
  await player.transfer(last);
  expect(useLesson.getState().progress?.answers[last.id]?.run).toMatchObject({
    seed: 1,
    end: 'The run is over: the last program ended with exit code 0.',
    console: expect.stringMatching(/^long: refused with error \d+\n$/),
  });
  expect(useLesson.getState().progress?.answers[last.id]).toMatchObject({ result: 0 });

  // That run in the workbench: files of its own, those of the lesson stay.
  const before = useProject.getState().project;
  await player.openTransfer(last);
  const { project, shelf } = useProject.getState();
  expect(project.title).toBe('First contact: another run');
  expect(textOf(project, 'app.c')).toBe((await loadTransfer('first-contact'))['app.c']);
  expect(textOf(project, 'driver.c')).toBe(textOf(before, 'driver.c'));
  expect(shelf.get(before.id)?.project).toBe(before);
  await player.openTransfer(last);
  expect(useProject.getState().project.id).toBe(project.id);
  openProject(before.id);

  player.next();
  expect(useLesson.getState().progress).toMatchObject({ step: 'the-end', finished: true });
  // The step that the lock leapt over was never read.
  const open = player.outline().filter(({ state }) => state !== 'done');
  expect(open.map(({ id }) => id)).toEqual(['driver', 'the-end']);
});

test('a reload comes back to the same step, with its answers', async () => {
  player.goTo('guess');
  player.answer('guess', 0, 'unsure');
  player.next();
  openLesson('first-contact');
  player = newPlayer();
  await player.open('first-contact');
  expect(at()).toBe('symptom');
  expect(useLesson.getState().progress?.answers.guess).toMatchObject({ option: 0, confidence: 'unsure' });
  expect(useGate.getState().lock).toBeUndefined();
});

test('what does not build is said, and counts as an attempt', async () => {
  player.goTo('guess');
  player.answer('guess', 0, 'sure');
  player.goTo('repair');
  editFile('driver.c', 'int;;; }');
  const step = here('task');
  await player.check(step);
  expect(useLesson.getState().findings.repair).toMatchObject({
    isBuilt: false,
    list: [],
    problems: [{ file: 'driver.c' }],
  });
  expect(note()).toMatchObject({ tone: 'bad', text: expect.stringContaining('do not build') });
  expect(useLesson.getState().progress?.work.repair?.attempts).toBe(1);
  // One attempt opens the first hint, not the second.
  await player.help(step);
  await player.help(step);
  expect(useLesson.getState().progress?.work.repair).toMatchObject({ hints: 1, attemptsAtHint: 1 });
});

test('beginning anew puts files and answers back, and Run is locked again', async () => {
  player.goTo('guess');
  player.answer('guess', 2, 'fairly');
  const before = textOf(useProject.getState().project, 'driver.c');
  editFile('driver.c', `${before}// mine\n`);
  goToKind('run');
  await player.run(here('run'));
  player.reset();
  expect(runs).toEqual([]);
  expect(at()).toBe('meet');
  expect(textOf(useProject.getState().project, 'driver.c')).toBe(before);
  expect(useLesson.getState().progress?.answers).toEqual({});
  expect(passGate()).toBe(false);
});

test('a reset that is undone brings everything back', async () => {
  player.goTo('guess');
  player.answer('guess', 2, 'fairly');
  const mine = `${textOf(useProject.getState().project, 'driver.c')}// mine\n`;
  editFile('driver.c', mine);
  player.reset();
  player.undoReset();
  expect(useLesson.getState().progress).toMatchObject({ step: 'guess', answers: { guess: { option: 2 } } });
  expect(textOf(useProject.getState().project, 'driver.c')).toBe(mine);
});

test('a step brings its place in the source to the front', () => {
  player.goTo('driver');
  const { files } = useProject.getState().project;
  const place = useSelection.getState().place;
  const line = files.find(({ name }) => name === place?.file)?.text.split('\n')[(place?.line ?? 1) - 1];
  expect(line).toContain('FirstDeviceControl');
  expect(place?.focus).toBe(false);
});

test('a warm-up asks a question of an earlier lesson, and needs no run', async () => {
  openLesson('two-modes');
  await player.open('two-modes');
  const step = here('recall');
  const { recalled } = useLesson.getState().loaded ?? {};
  expect(recalled?.[step.id]).toMatchObject({ from: 'First contact' });
  const wrong = recalled?.[step.id]?.options.findIndex(({ correct }) => !correct) ?? -1;
  // It locks nothing.
  expect(player.canGo(1)).toBe(true);
  player.recall(step.id, wrong, 'sure');
  expect(useLesson.getState().progress?.answers[step.id]).toMatchObject({
    option: wrong,
    result: 4,
    misconception: 'writes-are-measured',
  });
  player.recall(step.id, 0, 'sure');
  expect(useLesson.getState().progress?.answers[step.id]?.option).toBe(wrong);
  expect(done()).toContain(step.id);
});
