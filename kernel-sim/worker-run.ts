/**
 * One run under the page's commands: what moves the shown instant goes one after another in the lane `main`, and whatever changes on the way is
 * told. `shown` is where the last motion stopped; while something moves, the machine itself is elsewhere.
 */
import { done, type Task, thenTask } from './base/task.ts';
import { DebugError } from './debugger/error.ts';
import { LineCoverage } from './debugger/questions/lines-run.ts';
import type { LabSession } from './lab-session.ts';
import type { AnswerTo, AskOf, LabEvent, MoveAnswer, SavedRun } from './protocol/messages.ts';
import type { At, MoveRequest, StopReport } from './protocol/time.ts';
import { TimelineError } from './timeline/errors.ts';
import { SentOutput } from './worker-output.ts';
import type { Job, Scheduler, Work } from './worker-scheduler.ts';
import { SessionTrace } from './worker-trace.ts';
import { WatchedViews } from './worker-views.ts';

/** Where the answer to one ask goes. */
export interface Asker<T> {
  readonly id: number;
  answer(value: T): void;
  refuse(problem: string): void;
  /** The same for whatever was thrown. */
  fail(error: unknown): void;
  working(done: number): void;
}

export interface RunHost {
  readonly now: () => number;
  post(event: LabEvent): void;
  /** A defect of the lab has left the machine half-way. */
  broken(error: unknown): void;
}

/** What is under way in the lane, or waits there. */
interface Motion {
  readonly job: Job;
  /** What its asker is told when it is paused; undefined: it is none that can be. */
  readonly paused: ((report: StopReport) => void) | undefined;
  /** It only goes forward. */
  readonly isRun: boolean;
  /** Nobody waits for its end. */
  readonly isByItself: boolean;
}

/** Who is told of a motion, and how. */
interface Told {
  readonly asker?: Pick<Asker<never>, 'fail' | 'working'>;
  readonly paused?: (report: StopReport) => void;
  readonly superseded?: () => void;
  readonly isRun?: boolean;
  readonly isByItself?: boolean;
  /** It may well move nothing: a run that waits for input then still does. */
  readonly isQuiet?: boolean;
}

/** What is to be changed as soon as that is possible. */
interface Change {
  readonly apply: () => void;
  isDone: boolean;
}

/** Progress and watched views are told so often while something moves. */
const FRAME_MS = 16;
/** Watched views may take this part of the time of what moves. */
const VIEW_SHARE = 0.2;

const GO_ON: MoveRequest = { motion: { kind: 'run' }, direction: 'forward' };

export class LabRun {
  readonly trace: SessionTrace;
  readonly coverage = new LineCoverage();
  #shown: At;
  /** A run stands where something must be typed before it goes on. */
  #waits = false;
  #motions: Motion[] = [];
  #changes: Change[] = [];
  /** A pause is on its way back to where the motion began. */
  #isReturning = false;
  readonly #output: SentOutput;
  readonly #views: WatchedViews;
  #outputTold = Number.NEGATIVE_INFINITY;
  #viewsTold = Number.NEGATIVE_INFINITY;
  #viewCost = 0;
  #told = { branches: '', breakpoints: '', saved: '' };

  /** The session has been started, or resumed. */
  constructor(
    readonly id: number,
    readonly session: LabSession,
    private readonly scheduler: Scheduler,
    private readonly host: RunHost,
  ) {
    this.trace = new SessionTrace(session);
    this.#output = new SentOutput(session.timeline);
    this.#views = new WatchedViews(session);
    this.#shown = session.at;
    this.#tellChanges();
  }

  get shown(): At {
    return this.#shown;
  }

  get saved(): SavedRun {
    // Where a motion began that is under way: it is asked for again from there.
    const log = { ...this.session.log(), at: this.#shown };
    const goesOn = this.#waits || this.#motions.some(({ isByItself }) => isByItself);
    return { log, breakpoints: this.session.breakpoints.list(), at: this.#shown, goesOn };
  }

  // ------------------------------------------------------------- motions

  /** Runs on, to a breakpoint or the end; goes on by itself after input. */
  goOn(): void {
    this.#addMotion(
      () => this.session.move(GO_ON),
      (report) => this.#settle(report),
      { isRun: true, isByItself: true },
    );
    this.#tellChanges();
  }

  move(request: MoveRequest, asker: Asker<MoveAnswer>): void {
    const isRun = request.motion.kind === 'run' && request.direction === 'forward';
    this.#addMove(() => this.session.move(request), asker, isRun);
  }

  /** The latest wins: whatever else moves, or waits to, is superseded. */
  seek(at: At, asker: Asker<MoveAnswer>): void {
    const { branches, timeline } = this.session;
    const open = branches.find(({ id, end }) => id === at.branch && !end);
    // What an open branch has not recorded yet is run.
    const problem = timeline.problemWith({ ...at, instant: Math.min(at.instant, open?.head ?? at.instant) });
    if (problem !== undefined) {
      asker.refuse(problem);
      return;
    }
    this.#dropMotions();
    this.#addMove(() => this.session.seek(at), asker);
  }

  command(line: string, asker: Asker<AnswerTo<'command'>>): void {
    const begin = () => this.session.execute(line);
    const paused = (report: StopReport) => asker.answer([{ command: line, text: 'paused', stop: report }]);
    const superseded = () => asker.refuse('the machine was sent elsewhere before this was done');
    const end = (replies: AnswerTo<'command'>) => {
      const stop = replies.findLast((reply) => reply.stop)?.stop;
      const { at } = this.session;
      if (stop && isSame(stop.at, at)) this.#settle(stop);
      else if (!isSame(this.#shown, at)) this.#settle(this.session.report());
      else this.#tellChanges();
      asker.answer(replies);
    };
    this.#addMotion(begin, end, { asker, paused, superseded, isQuiet: true });
  }

  /** Ends what moves, with a report of where it is then. */
  pause(asker: Asker<At>): void {
    this.#waits = false;
    const current = this.#motions.find(({ job }) => job === this.scheduler.jobs('main')[0]);
    if (this.#isReturning || !current) {
      this.#addLast(() => asker.answer(this.#shown), asker);
      return;
    }
    const { at } = this.session;
    this.#motions = this.#motions.filter((motion) => motion !== current);
    this.scheduler.drop(current.job);
    this.#dropMotions();
    const end = () => {
      const report: StopReport = { ...this.session.report(), reason: 'paused' };
      this.#isReturning = false;
      this.#settle(report);
      current.paused?.(report);
      asker.answer(report.at);
    };
    if (at.branch === this.#shown.branch && at.instant >= this.#shown.instant) {
      end();
      return;
    }
    this.#isReturning = true;
    const back = this.#shown;
    this.#add({
      begin: () => this.session.seek(back),
      done: end,
      failed: (error) => this.host.broken(error),
      dropped: end,
    });
  }

  // ------------------------------------------------------------- changes

  /** Applied at once where the machine makes history, else when what was asked before is done. */
  change(make: () => void, asker: Asker<At>): void {
    const change: Change = { apply: () => this.#apply(make, asker), isDone: false };
    this.#changes.push(change);
    this.#addLast(() => this.#applyChanges([change]), {
      ...asker,
      refuse: (problem) => {
        if (!change.isDone) asker.refuse(problem);
        change.isDone = true;
      },
    });
    if (this.#isRecording) this.#applyChanges(this.#changes);
  }

  addBreakpoint({ spec }: AskOf<'add-breakpoint'>): AnswerTo<'add-breakpoint'> {
    const added = this.session.breakpoints.add(spec);
    this.#tellChanges();
    return added;
  }

  removeBreakpoint({ breakpoint }: AskOf<'remove-breakpoint'>): null {
    return this.#changeBreakpoint(breakpoint, this.session.breakpoints.remove(breakpoint));
  }

  enableBreakpoint({ breakpoint, enabled }: AskOf<'enable-breakpoint'>): null {
    return this.#changeBreakpoint(breakpoint, this.session.breakpoints.enable(breakpoint, enabled));
  }

  setBreakpoints({ specs }: AskOf<'set-breakpoints'>): AnswerTo<'set-breakpoints'> {
    const { breakpoints } = this.session;
    const before = breakpoints.list();
    const added: number[] = [];
    try {
      for (const spec of specs) added.push(breakpoints.add(spec).id);
    } catch (error) {
      for (const id of added) breakpoints.remove(id);
      throw error;
    }
    for (const { id } of before) breakpoints.remove(id);
    this.#tellChanges();
    return breakpoints.list();
  }

  /** Those of another worker, under the same numbers. */
  adoptBreakpoints(saved: SavedRun['breakpoints']): void {
    const { breakpoints } = this.session;
    for (const { id, spec, enabled } of saved) {
      const adopted = () => breakpoints.list().at(-1)?.id ?? 0;
      for (breakpoints.import([{ ...spec, enabled }]); adopted() < id; breakpoints.import([{ ...spec, enabled }])) {
        breakpoints.remove(adopted());
      }
    }
    this.#tellChanges();
  }

  dropBranch(branch: number): null {
    this.session.timeline.dropBranch(branch);
    this.#tellChanges();
    return null;
  }

  /** The reply to it goes out before the records (`tellWatched`): whoever asked must know by then which list they are of. */
  watch({ views }: AskOf<'watch-views'>): null {
    this.#views.watch(views);
    return null;
  }

  tellWatched(): void {
    if (this.#motions.length === 0) this.#tellViews();
  }

  /** Ends what is under way for good. */
  stop(): void {
    this.#waits = false;
    this.#dropMotions();
    if (!isSame(this.session.at, this.#shown)) this.#settle({ ...this.session.report(), reason: 'paused' });
  }

  /** What may be done while nothing else is: the searching machine, and what is made of the trace. */
  warmUp(): Task<unknown> {
    const folds = () => this.trace.folds.of(this.#shown.branch);
    const machine = this.session.warmUp();
    return machine ? thenTask(machine, folds) : folds();
  }

  /** Tells where a run stands that has just been booted or resumed. */
  begin(): void {
    this.#settle(this.session.report());
  }

  // ------------------------------------------------------------- lane

  #addMove(begin: () => Task<StopReport>, asker: Asker<MoveAnswer>, isRun = false): void {
    const stopped = (report: StopReport) => asker.answer({ outcome: 'stopped', report });
    const end = (report: StopReport) => {
      this.#settle(report);
      stopped(report);
    };
    const superseded = () => asker.answer({ outcome: 'superseded' });
    this.#addMotion(begin, end, { asker, paused: stopped, superseded, isRun });
  }

  #addMotion<T>(begin: () => Task<T>, end: (result: T) => void, told: Told): void {
    let hasBegun = false;
    const over = () => {
      this.#motions = this.#motions.filter(({ job }) => job !== motion.job);
    };
    const job = this.#add<T>({
      begin: () => {
        if (!told.isQuiet) this.#waits = false;
        const task = begin();
        hasBegun = true;
        return task;
      },
      done: (result) => {
        over();
        end(result);
      },
      failed: (error) => {
        over();
        if (hasBegun && !isMistake(error)) return this.host.broken(error);
        if (!isSame(this.session.at, this.#shown)) this.#settle(this.session.report());
        told.asker?.fail(error);
      },
      dropped: () => {
        if (this.#motions.includes(motion)) told.superseded?.();
        over();
      },
      advanced: (progress) => {
        if (this.#isRecording) this.#applyChanges(this.#changes);
        this.#tellProgress();
        told.asker?.working(progress);
      },
    });
    const motion: Motion = {
      job,
      paused: told.paused,
      isRun: told.isRun ?? false,
      isByItself: told.isByItself ?? false,
    };
    this.#motions.push(motion);
  }

  /** Something short that is to happen when all that was asked before is done. */
  #addLast(act: () => void, asker: Pick<Asker<never>, 'refuse' | 'fail'>): void {
    this.#add({
      begin: () => {
        act();
        return done(null);
      },
      done: () => {},
      failed: (error) => asker.fail(error),
      dropped: () => asker.refuse('the machine was sent elsewhere before this was done'),
    });
  }

  #add<T>(work: Work<T>): Job {
    return this.scheduler.add('main', work);
  }

  #dropMotions(): void {
    for (const job of this.scheduler.jobs('main').toReversed()) this.scheduler.drop(job);
  }

  // ------------------------------------------------------------- changes, when it is time

  /** Something runs forward beyond the head of its branch, and nothing else is to move after it. */
  get #isRecording(): boolean {
    const [motion, other] = this.#motions;
    if (!motion || other) return false;
    const { at, timeline } = this.session;
    const { head, end } = timeline.branch(at.branch);
    const goesForward = motion.isRun || (at.branch === this.#shown.branch && at.instant > this.#shown.instant);
    return goesForward && end === undefined && at.instant === head;
  }

  #applyChanges(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.isDone) continue;
      change.isDone = true;
      change.apply();
    }
    this.#changes = this.#changes.filter(({ isDone }) => !isDone);
  }

  #apply(make: () => void, asker: Asker<At>): void {
    try {
      make();
    } catch (error) {
      asker.fail(error);
      return;
    }
    const goesOn = this.#waits;
    const isStill = this.#motions.length === 0;
    if (isStill && !isSame(this.session.at, this.#shown)) this.#settle(this.session.report());
    else this.#tellChanges();
    this.#waits = false;
    asker.answer(this.session.at);
    if (goesOn) this.goOn();
  }

  // ------------------------------------------------------------- telling

  /** Nothing moves any more. */
  #settle(report: StopReport): void {
    this.#shown = report.at;
    this.#waits = report.reason === 'input';
    this.#tellOutput();
    this.#tellChanges();
    // What is told of a stop goes out in one go: whoever shows it can then do so at once.
    const tellViews = this.#readViews();
    this.host.post({ kind: 'moved', run: this.id, report });
    tellViews();
  }

  /** On the way: only what lies ahead of where it began is told. */
  #tellProgress(): void {
    const { at } = this.session;
    if (at.branch !== this.#shown.branch || at.instant < this.#shown.instant) return;
    const now = this.host.now();
    if (now - this.#outputTold >= FRAME_MS) this.#tellOutput();
    if (now - this.#viewsTold >= Math.max(FRAME_MS, this.#viewCost / VIEW_SHARE)) this.#tellViews();
  }

  #tellOutput(): void {
    const { at, kernel } = this.session;
    const progress = {
      instant: at.instant,
      time: kernel.machine.now,
      events: this.trace.count,
      waitsForInput: this.#waits,
    };
    this.host.post({ kind: 'output', run: this.id, ...this.#output.next(at), progress });
    this.#outputTold = this.host.now();
  }

  #tellViews(): void {
    this.#readViews()();
  }

  /** What is returned tells them. */
  #readViews(): () => void {
    if (this.#views.isEmpty) return () => {};
    const begin = this.host.now();
    const changed = this.#views.next();
    this.#viewsTold = this.host.now();
    this.#viewCost = this.#viewsTold - begin;
    return () => {
      if (changed) this.host.post({ kind: 'views', run: this.id, ...changed });
    };
  }

  /** Branches, breakpoints, and what another worker would need: each if it is not as told last. */
  #tellChanges(): void {
    const { session, id: run } = this;
    const { branches } = session;
    const { saved } = this;
    const { breakpoints } = saved;
    const now = {
      branches: JSON.stringify(branches),
      breakpoints: JSON.stringify(breakpoints),
      saved: JSON.stringify(saved),
    };
    const told = this.#told;
    this.#told = now;
    if (now.branches !== told.branches) this.host.post({ kind: 'branches', run, branches });
    if (now.breakpoints !== told.breakpoints) this.host.post({ kind: 'breakpoints', run, breakpoints });
    if (now.saved !== told.saved) this.host.post({ kind: 'saved', run, saved });
  }

  #changeBreakpoint(id: number, exists: boolean): null {
    if (!exists) throw new DebugError(`there is no breakpoint ${id}`);
    this.#tellChanges();
    return null;
  }
}

/** What a user can do wrong; anything else is a defect. */
export function isMistake(error: unknown): error is DebugError | TimelineError {
  return error instanceof DebugError || error instanceof TimelineError;
}

function isSame(a: At, b: At): boolean {
  return a.branch === b.branch && a.instant === b.instant;
}
