/**
 * The player with what it runs: the guided run to a moment, the checks of a task, the runs that decide predictions. Judged runs are apart from the
 * one that is shown; that one begins only when they are through, because a new run ends every question about the one before.
 */
import type { RunRequest } from '../../kernel-sim/protocol/messages';
import type { JudgedRun } from '../../kernel-sim/protocol/page-queries';
import type { StopReport } from '../../kernel-sim/protocol/time';
import { endText } from '../narration/stop-words';
import { showBottom } from '../store/layout';
import { useLesson } from '../store/lesson';
import { passGate } from '../store/lesson-gate';
import type { AnswerRun } from '../store/lesson-progress';
import { lessonProject, requestOf, useProject } from '../store/project';
import {
  checksOf,
  deciding,
  type Finding,
  findingsOf,
  momentSaid,
  reasonOf,
  stopInstant,
  stopOf,
} from './model/results';
import { isAboutSolution, undecided } from './model/steps';
import { Player, type StepOf } from './player';

const NOT_BUILT = 'The files do not build. The Problems list below says why.';

const MISSED = 'With your files the run does not come to the moment of this step. It went on to its end.';

export class LessonPlayer extends Player {
  #isDeciding = false;

  // ------------------------------------------------------------- run steps

  /** Builds, runs and stops at the moment of the step. */
  async run(step: StepOf<'run'>): Promise<void> {
    if (!passGate()) return;
    await this.do('run', step.id, async (signal) => {
      const { project } = useProject.getState();
      const request = requestOf(project);
      const stop = step.until === undefined ? undefined : stopOf(step.until);
      if (!stop) {
        const report = await this.lab.run(request);
        if (!signal.aborted) this.#afterRun(step, report);
        return;
      }
      const asked = { request, checks: stop.checks, values: [], seeds: [project.seed] };
      const { build, runs } = await this.lab.judge(asked, { signal });
      const instant = runs[0] && stopInstant(runs[0]);
      const report = await this.lab.run(request, instant);
      if (signal.aborted) return;
      const isMissed = build.ok && instant === undefined;
      this.#afterRun(step, report, isMissed ? MISSED : instant && (await this.lab.told(stop.event, instant)));
    });
    await this.decide();
  }

  /** The learner has run the lesson's files without the player. */
  async ranByHand(report: StopReport): Promise<void> {
    const step = this.step(useLesson.getState().progress?.step ?? '');
    if (step?.kind === 'run' && step.until === undefined && report.end) this.#afterRun(step, report);
    await this.decide();
  }

  /** `what`: the sentence of the event at which it stands. */
  #afterRun(step: StepOf<'run'>, report: StopReport | undefined, what?: string | 0): void {
    if (!report) {
      showBottom('problems');
      this.note(step.id, 'bad', NOT_BUILT);
      return;
    }
    this.change(({ done }) => ({ done: [...new Set([...done, step.id])] }));
    if (what === MISSED) this.note(step.id, 'bad', MISSED);
    else if (what) this.note(step.id, 'good', `The machine stands right after this: ${what}`);
    else this.note(step.id, 'good', report.end ? 'The run has come to its end.' : `It stands at ${report.place}.`);
    this.showDiagrams(step.id);
  }

  // ------------------------------------------------------------- predictions

  /** Lets a run decide the answers that were given up to the current step; after every run of the lesson. */
  async decide(): Promise<void> {
    const { loaded, progress, id } = useLesson.getState();
    if (!loaded || !progress || id === undefined || this.#isDeciding) return;
    const { lesson, files } = loaded;
    const open = undecided(lesson.steps, progress, progress.step);
    this.#isDeciding = true;
    try {
      for (const step of open) {
        const solution = isAboutSolution(lesson.steps, step.id) ? await this.texts.solution(id) : {};
        const project = lessonProject(lesson, { ...files, ...solution });
        await this.#decideOne(step, requestOf(project), project.seed);
      }
    } catch {
      // Another run began before this one was through: that one will decide.
    } finally {
      this.#isDeciding = false;
    }
  }

  /** The last question: about the learner's files with others over them. */
  async transfer(step: StepOf<'transfer'>): Promise<void> {
    const { id } = useLesson.getState();
    if (id === undefined || !useLesson.getState().progress?.answers[step.id]) return;
    await this.do('transfer', step.id, async (signal) => {
      const { project } = useProject.getState();
      const over = await this.texts.transfer(id);
      const texts = Object.fromEntries(step.files.map((name) => [name, over[name] ?? '']));
      const seed = step.seed ?? project.seed;
      await this.#decideOne(step, withTexts(requestOf({ ...project, seed }), texts), seed, signal);
    });
  }

  /** The same files as a project of the learner's own, run for all to see. */
  async openTransfer(step: StepOf<'transfer'>): Promise<void> {
    const { id, loaded, progress } = useLesson.getState();
    if (id === undefined || !loaded) return;
    await this.do('transfer', step.id, async () => {
      const over = await this.texts.transfer(id);
      const { openBeside } = await import('../store/project-archive');
      const { project: open, shelf } = useProject.getState();
      const known = [open, ...[...shelf.values()].map(({ project }) => project)];
      const own = known.find((project) => project.id === `lesson:${id}`) ?? lessonProject(loaded.lesson, loaded.files);
      const textIn = (name: string) => (step.files.includes(name) ? over[name] : undefined);
      openBeside({
        ...own,
        title: `${loaded.lesson.title}: another run`,
        seed: progress?.answers[step.id]?.run?.seed ?? step.seed ?? own.seed,
        files: own.files.map((file) => ({ ...file, text: textIn(file.name) ?? file.text })),
      });
      await this.lab.run(requestOf(useProject.getState().project));
    });
  }

  async #decideOne(
    step: StepOf<'predict' | 'transfer'>,
    request: RunRequest,
    seed: number,
    signal?: AbortSignal,
  ): Promise<void> {
    const { id } = useLesson.getState();
    const asked = { request, checks: [], values: [step.answer], seeds: [seed] };
    const { build, runs } = await this.lab.judge(asked, signal ? { signal } : {});
    if (useLesson.getState().id !== id) return;
    if (!build.ok) throw new Error('the files do not build');
    const [run] = runs;
    const result = run?.values[0] ?? null;
    // A prediction is about the run that is shown; what a transfer did can be seen nowhere else.
    const shown = step.kind === 'transfer' && run ? { run: answerRun(run) } : {};
    this.change(({ answers, done }) => {
      const answer = answers[step.id];
      if (!answer) return {};
      const { value, misconception } = step.options[answer.option] ?? {};
      const isWrong = String(value) !== String(result);
      const decided = { ...answer, result, ...shown, ...(isWrong && misconception !== undefined && { misconception }) };
      return { answers: { ...answers, [step.id]: decided }, done: [...new Set([...done, step.id])] };
    });
  }

  // ------------------------------------------------------------- tasks

  /** Judges the learner's files under every seed of the lesson, and then shows the run to look at. */
  async check(step: StepOf<'task'>): Promise<void> {
    const { loaded } = useLesson.getState();
    if (!loaded) return;
    await this.do('check', step.id, async (signal) => {
      const { lesson } = loaded;
      const { project } = useProject.getState();
      const { files } = project;
      const request = requestOf(project);
      const checks = checksOf(lesson.checks, step.checks);
      const { seeds } = lesson.scenario;
      this.#forgetFindings(step.id);
      const report = await this.lab.judge(
        { request, checks, values: [], seeds },
        { signal, onProgress: (done) => this.#working(done) },
      );
      this.countAttempt(step.id);
      const { ok: isBuilt, messages } = report.build;
      if (!isBuilt) {
        const problems = messages.filter(({ severity }) => severity === 'error');
        this.#keepFindings(step.id, { files, isBuilt, problems, list: [], seeds: seeds.length });
        await this.lab.run(request);
        showBottom('problems');
        this.note(step.id, 'bad', NOT_BUILT);
        return;
      }
      const all = findingsOf(checks, report.runs);
      const list = all.filter(({ id }) => step.checks.includes(id) || isCause(all, id));
      this.#keepFindings(step.id, { files, isBuilt, problems: [], list, seeds: seeds.length });
      this.#tell(step, list);
      const failed = list.find(({ state }) => state === 'failed');
      await this.lab.run({ ...request, seed: failed?.seed ?? project.seed });
    });
    await this.decide();
  }

  #tell(step: StepOf<'task'>, list: readonly Finding[]): void {
    const passed = list.filter(({ state }) => state === 'passed').map(({ id }) => id);
    const isDone = passed.length === list.length;
    this.change((progress) => ({
      passed: [...new Set([...progress.passed, ...passed])],
      done: isDone ? [...new Set([...progress.done, step.id])] : progress.done,
    }));
    const title = (id: string) => useLesson.getState().loaded?.lesson.checks.find((one) => one.id === id)?.title ?? id;
    if (isDone) this.note(step.id, 'good', 'Every check has passed.');
    else {
      const text = `${passed.length} of ${list.length} checks have passed. Look at the first that failed.`;
      this.note(step.id, 'bad', text, reasonOf(list, title));
    }
  }

  /** Shows the instant that decided a check, in a run of the files that were judged. */
  async jump(step: string, finding: Finding): Promise<void> {
    const { seed } = finding;
    const rule = deciding(finding);
    const { files } = useProject.getState().project;
    if (!rule || seed === undefined || useLesson.getState().findings[step]?.files !== files) return;
    await this.do('jump', step, async () => {
      const request = requestOf(useProject.getState().project);
      await this.lab.run({ ...request, seed }, rule.at);
      this.showDiagrams(step);
      this.note(step, 'plain', momentSaid(rule));
    });
  }

  #keepFindings(step: string, found: ReturnType<typeof useLesson.getState>['findings'][string]): void {
    useLesson.setState(({ findings }) => ({ findings: { ...findings, [step]: found } }));
  }

  #forgetFindings(step: string): void {
    useLesson.setState(({ findings: { [step]: _, ...others } }) => ({ findings: others }));
  }

  #working(done: number): void {
    useLesson.setState(({ doing }) => ({ doing: doing && { ...doing, done } }));
  }
}

function answerRun({ seed, end, console, debug }: JudgedRun): AnswerRun {
  const explained = end.kind === 'bugcheck' ? [endText(end), ...end.bugcheck.explanation] : [endText(end)];
  return { seed, end: explained.join(' '), console, debug };
}

/** A check that another one waits for, and that is why that one was not run. */
function isCause(all: readonly Finding[], id: string): boolean {
  return all.some((finding) => finding.id === id && finding.state === 'failed');
}

/** With these texts over those of the same names. */
function withTexts(request: RunRequest, texts: Readonly<Record<string, string>>): RunRequest {
  const over = (images: RunRequest['apps']) =>
    images.map((image) => ({
      ...image,
      sources: image.sources.map(({ name, text }) => ({ name, text: texts[name] ?? text })),
    }));
  const sources = new Set(
    [...request.drivers, ...request.apps].flatMap((image) => image.sources.map(({ name }) => name)),
  );
  const others = Object.entries(texts).filter(([name]) => !sources.has(name));
  return {
    ...request,
    drivers: over(request.drivers),
    apps: over(request.apps),
    headers: { ...request.headers, ...Object.fromEntries(others) },
  };
}
