/**
 * The player of a lesson: everything that a learner does in it, as functions over the lesson store. What it wants of the machine goes through
 * `LessonLab`; what is kept goes through `keepProgress` at once.
 *
 * One thing is done at a time (`doing`); whatever is asked meanwhile is not done. Answers are never judged here: a run says what is right.
 */
import { type FileTexts, type LoadedLesson, loadLesson, loadSolution, loadTransfer } from '../../lessons/index';
import type { Step } from '../../lessons/schema';
import { showRight, toggleFolded, useLayout } from '../store/layout';
import { CLOSED, type Doing, type Note, openLesson, useLesson } from '../store/lesson';
import { setLock } from '../store/lesson-gate';
import {
  begin,
  type Confidence,
  type Explained,
  keepProgress,
  keptProgress,
  type LessonProgress,
  NO_WORK,
  type Work,
} from '../store/lesson-progress';
import { openLessonProject, resetProject, undoReset, useProject } from '../store/project';
import { showPlace } from '../store/selection';
import type { LessonLab } from './lesson-lab';
import { anchorOf } from './model/anchors';
import { helpFor } from './model/hints';
import { judgeOrder } from './model/order';
import { END, gateOf, neighbour, type OutlineEntry, outlineOf, stepToShow } from './model/steps';

export interface LessonTexts {
  load(id: string): Promise<LoadedLesson>;
  /** Of one task; of the last one if none is named. */
  solution(id: string, task?: string): Promise<FileTexts>;
  transfer(id: string): Promise<FileTexts>;
}

const NOT_EXPLAINED: Explained = { text: '', compared: false };
const COURSE_TEXTS: LessonTexts = { load: loadLesson, solution: loadSolution, transfer: loadTransfer };

export type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

export class Player {
  /** What ends the work that is under way. */
  protected abort: AbortController | undefined;

  constructor(
    protected readonly lab: LessonLab,
    protected readonly texts: LessonTexts = COURSE_TEXTS,
    private readonly keeper: Pick<Storage, 'getItem' | 'setItem'> = localStorage,
  ) {}

  // ------------------------------------------------------------- opening and going

  async open(id: string): Promise<void> {
    // What was begun for another lesson is of no use any more.
    this.abort?.abort();
    this.abort = undefined;
    try {
      const loaded = await this.texts.load(id);
      if (useLesson.getState().id !== id) return;
      const { lesson, sections, files } = loaded;
      const progress = keptProgress(id, this.keeper) ?? begin(lesson.steps[0]?.id ?? '');
      const step = stepToShow(outlineOf(lesson.steps, sections, progress), progress.step);
      // In a second tab the lesson's project may be a copy under another key.
      const { key, project } = useProject.getState();
      if (project.id !== `lesson:${id}` || key === project.id) openLessonProject(lesson, files);
      const { arrival } = useLesson.getState();
      useLesson.setState({ ...CLOSED, arrival, loaded, progress: { ...progress, step }, helpSince: Date.now() });
      this.#lock();
      if (progress.changed === 0) this.#setScene(step);
    } catch (error) {
      if (useLesson.getState().id !== id) return;
      useLesson.setState({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Back to the start page. */
  close(): void {
    this.cancel();
    setLock(undefined);
    openLesson(undefined);
  }

  goTo(id: string, at: 'heading' | 'question' = 'heading'): void {
    const { progress } = useLesson.getState();
    const outline = this.outline();
    const target = outline.find((entry) => entry.id === id);
    if (!progress || !target || target.state === 'locked') return;
    const here = this.step(progress.step);
    const isForward = outline.indexOf(target) > outline.findIndex((entry) => entry.id === progress.step);
    this.change(({ done, finished }) => ({
      step: id,
      finished: finished || id === END,
      done: isForward && here?.kind === 'read' ? including(done, here.id) : done,
    }));
    useLesson.setState(({ arrival }) => ({
      note: undefined,
      helpSince: Date.now(),
      arrival: { count: arrival.count + 1, at },
    }));
    this.#setScene(id);
  }

  next(): void {
    this.#goBy(1);
  }

  previous(): void {
    this.#goBy(-1);
  }

  canGo(by: 1 | -1): boolean {
    const { progress } = useLesson.getState();
    return progress !== undefined && neighbour(this.outline(), progress.step, by) !== undefined;
  }

  outline(): readonly OutlineEntry[] {
    const { loaded, progress } = useLesson.getState();
    return loaded && progress ? outlineOf(loaded.lesson.steps, loaded.sections, progress) : [];
  }

  #goBy(by: 1 | -1): void {
    const { progress } = useLesson.getState();
    const target = progress && neighbour(this.outline(), progress.step, by);
    if (target !== undefined) this.goTo(target);
  }

  // ------------------------------------------------------------- answers

  /** Of a `predict` or `transfer` step; it can be changed until a run has decided. */
  answer(step: string, option: number, confidence: Confidence): void {
    if (useLesson.getState().progress?.answers[step]?.result !== undefined) return;
    this.change(({ answers, done }) => ({
      answers: { ...answers, [step]: { option, confidence } },
      done: this.step(step)?.kind === 'predict' ? including(done, step) : done,
    }));
    this.note(step, 'plain', 'Your answer is kept. The run will tell.');
  }

  /** Of a `recall` step: what is right is known already. */
  recall(step: string, option: number, confidence: Confidence): void {
    const options = useLesson.getState().loaded?.recalled[step]?.options ?? [];
    const key = options.find(({ correct }) => correct)?.value;
    if (key === undefined || useLesson.getState().progress?.answers[step] !== undefined) return;
    const { value, misconception } = options[option] ?? {};
    const wrong = value !== key && misconception !== undefined && { misconception };
    this.change(({ answers, done }) => ({
      answers: { ...answers, [step]: { option, confidence, result: key, ...wrong } },
      done: including(done, step),
    }));
    const text = value === key ? 'Right.' : 'It was otherwise.';
    this.note(step, value === key ? 'good' : 'plain', text);
  }

  setExplanation(step: string, part: { readonly text?: string; readonly option?: number }): void {
    this.change(({ explained }) => ({
      explained: { ...explained, [step]: { ...(explained[step] ?? NOT_EXPLAINED), ...part } },
    }));
  }

  /** Shows the author's answer. */
  compare(step: string): void {
    this.change(({ explained, done }) => ({
      explained: { ...explained, [step]: { ...(explained[step] ?? NOT_EXPLAINED), compared: true } },
      done: including(done, step),
    }));
  }

  setOrder(step: string, ids: readonly string[]): void {
    this.change(({ orders }) => ({ orders: { ...orders, [step]: ids } }));
    if (useLesson.getState().note?.step === step) useLesson.setState({ note: undefined });
  }

  checkOrder(step: StepOf<'order'>): void {
    const verdict = judgeOrder(step.blocks, useLesson.getState().progress?.orders[step.id] ?? []);
    this.#work(step.id, (work) => ({ attempts: work.attempts + 1 }));
    if (verdict.kind === 'wrong') {
      this.note(step.id, 'bad', verdict.block ? `“${verdict.block.text}”: ${verdict.text}` : verdict.text);
      return;
    }
    this.change(({ done }) => ({ done: including(done, step.id) }));
    this.note(step.id, 'good', 'Right. This is the order in which it happens.');
  }

  // ------------------------------------------------------------- help

  /** The next hint, or the solution after the last one, if it may be had. */
  async help(step: StepOf<'task'>): Promise<void> {
    const { progress, helpSince } = useLesson.getState();
    const work = progress?.work[step.id] ?? NO_WORK;
    const help = helpFor(step.hints, work, Date.now() - helpSince);
    if (help.kind === 'hint') {
      this.#work(step.id, ({ hints, attempts }) => ({ hints: hints + 1, attemptsAtHint: attempts }));
      useLesson.setState({ helpSince: Date.now() });
    } else if (help.kind === 'solution') await this.showSolution(step.id);
  }

  async showSolution(step: string): Promise<void> {
    const { id } = useLesson.getState();
    if (id === undefined) return;
    const solution = await this.texts.solution(id, step);
    this.#work(step, () => ({ solutionShown: true }));
    useLesson.setState({ beside: { kind: 'solution', texts: solution } });
  }

  /** The files that a transfer step puts in place of the learner's. */
  async showTransfer({ files }: StepOf<'transfer'>): Promise<void> {
    const { id } = useLesson.getState();
    if (id === undefined) return;
    const all = await this.texts.transfer(id);
    const texts = Object.fromEntries(files.map((name) => [name, all[name] ?? '']));
    useLesson.setState({ beside: { kind: 'transfer', texts } });
  }

  hideBeside(): void {
    useLesson.setState({ beside: undefined });
  }

  // ------------------------------------------------------------- beginning anew

  /** Files, answers and what passed; `undoReset` brings all of it back. */
  reset(): void {
    const { loaded, progress } = useLesson.getState();
    if (!loaded || !progress) return;
    this.cancel();
    openLessonProject(loaded.lesson, loaded.files);
    resetProject();
    this.lab.clear();
    const first = loaded.lesson.steps[0]?.id ?? '';
    this.change(() => begin(first, progress.beginning + 1));
    this.goTo(first);
    useLesson.setState({ beforeReset: progress, findings: {} });
  }

  undoReset(): void {
    const { beforeReset, progress } = useLesson.getState();
    if (!beforeReset || !progress) return;
    undoReset();
    this.change(() => ({ ...beforeReset, beginning: progress.beginning + 1 }));
    useLesson.setState(({ arrival }) => ({ arrival: { count: arrival.count + 1, at: 'heading' } }));
    this.#setScene(beforeReset.step);
  }

  /** Time that was spent in front of the lesson. */
  spend(seconds: number): void {
    const { beforeReset } = useLesson.getState();
    this.change((progress) => ({ seconds: progress.seconds + seconds }));
    useLesson.setState({ beforeReset });
  }

  /** Ends what is under way. */
  cancel(): void {
    this.abort?.abort();
    this.abort = undefined;
    useLesson.setState({ doing: undefined });
  }

  // ------------------------------------------------------------- parts of the above

  protected step(id: string): Step | undefined {
    return useLesson.getState().loaded?.lesson.steps.find((step) => step.id === id);
  }

  protected note(step: string, tone: Note['tone'], text: string, more = ''): void {
    useLesson.setState({ note: { step, tone, text, more } });
  }

  /** Keeps what changed, at once. */
  protected change(changes: (progress: LessonProgress) => Partial<LessonProgress>): void {
    const { id, progress } = useLesson.getState();
    if (id === undefined || !progress) return;
    const next = { ...progress, ...changes(progress), changed: Date.now() };
    const { step } = next;
    useLesson.setState({ progress: { ...keepProgress(id, next, this.keeper), step }, beforeReset: undefined });
    this.#lock();
  }

  protected async do(kind: Doing['kind'], step: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (useLesson.getState().doing) return;
    const abort = new AbortController();
    this.abort = abort;
    useLesson.setState({ doing: { kind, step, done: undefined }, note: undefined });
    try {
      await work(abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.note(step, 'bad', `This could not be done: ${messageOf(error)}.`);
    } finally {
      if (this.abort === abort) {
        this.abort = undefined;
        useLesson.setState({ doing: undefined });
      }
    }
  }

  #work(step: string, changes: (work: Work) => Partial<Work>): void {
    this.change(({ work }) => {
      const before = work[step] ?? NO_WORK;
      return { work: { ...work, [step]: { ...before, ...changes(before) } } };
    });
  }

  protected countAttempt(step: string): void {
    this.#work(step, ({ attempts }) => ({ attempts: attempts + 1 }));
  }

  /** Run waits for the answer of a prediction. */
  #lock(): void {
    const { loaded, progress } = useLesson.getState();
    const gate = loaded && progress && gateOf(loaded.lesson.steps, progress, progress.step);
    if (!loaded || gate === undefined) {
      setLock(undefined);
      return;
    }
    const place = loaded.lesson.steps.findIndex(({ id }) => id === gate) + 1;
    const reason = `Run is locked until you have answered the question of step ${place}: say first what you expect.`;
    setLock({
      reason,
      show: () => {
        if (useLayout.getState().folded.left) toggleFolded('left');
        this.goTo(gate, 'question');
        this.note(gate, 'plain', reason);
      },
    });
  }

  /** Brings to the front what a step is about. */
  #setScene(id: string): void {
    const { focus, diagrams } = this.step(id) ?? {};
    if (focus) {
      const { files } = useProject.getState().project;
      // Others may have a routine of the same name.
      const own = files.filter(({ name }) => name === focus.file);
      const anchor = focus.routine === undefined ? undefined : anchorOf(focus.routine, own);
      showPlace(anchor ?? { file: focus.file, line: 1 }, { focus: false });
    }
    if (diagrams) this.showDiagrams(id);
  }

  protected showDiagrams(id: string): void {
    const [first] = this.step(id)?.diagrams ?? [];
    if (first) showRight(first);
  }
}

function including(list: readonly string[], id: string): readonly string[] {
  return list.includes(id) ? list : [...list, id];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
