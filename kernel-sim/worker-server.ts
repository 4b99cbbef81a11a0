/**
 * The lab behind its protocol: takes messages, works in turns, tells what happens. Knows no thread and no message port; whoever hosts it hands in
 * messages and calls `turn` when it was asked to.
 *
 * Every ask gets one reply. A user's mistake, a message that is none, and a defect in a mere query are refusals; a defect that leaves the shown
 * machine half-way is told as such, and this server then does nothing more.
 */
import type { Task } from './base/task.ts';
import { createBuilder } from './lab.ts';
import { judge } from './lab-judge.ts';
import { LabSession, type SessionOptions } from './lab-session.ts';
import { type BuildReport, DEFAULT_CONFIG } from './protocol/lab-api.ts';
import type { AnswerTo, Ask, AskOf, CommandKind, LabEvent, SavedRun } from './protocol/messages.ts';
import type { TimelineLog } from './timeline/log.ts';
import { checkMessage } from './worker-check.ts';
import { isQuery, QUESTIONS, queryTask, type RunQueryKind, transferOf } from './worker-queries.ts';
import { type Asker, isMistake, LabRun } from './worker-run.ts';
import { type Job, Scheduler } from './worker-scheduler.ts';

export interface ServerHost {
  /** Milliseconds, from any beginning. */
  now(): number;
  post(event: LabEvent, transfer?: ArrayBuffer[]): void;
  /** `turn` is to be called once, after the messages that wait have been heard. */
  askTurn(): void;
}

const LANES = ['main', 'views', 'questions'];
/** What is judged goes on beside the run that is shown, and through a change of runs. While something of the run is worked on, it gets one turn in so many. */
const JUDGE = 'judge';
const JUDGE_TURNS = 4;
/** Instructions; about a millisecond, whatever has been compiled. */
const WARM_STEP = 20_000;
/** Work that takes longer is told how far it is, so often. */
const WORKING_MS = 100;

type Commands = { readonly [K in CommandKind]: (ask: AskOf<K>, asker: Asker<AnswerTo<K>>) => void };

export class LabServer {
  readonly #host: ServerHost;
  #scheduler: Scheduler;
  readonly #judging: Scheduler;
  /** What a run has built is there for the next one and for the judge. */
  readonly #builder = createBuilder();
  #turns = 0;
  #warming: Task<unknown> | undefined;
  #run: LabRun | undefined;
  /** Asks without a reply, and what is worked on for them. */
  readonly #asks = new Map<number, Job | undefined>();
  #isBroken = false;

  constructor(
    host: ServerHost,
    private readonly newSession = (options: SessionOptions) => new LabSession(options),
  ) {
    this.#host = host;
    this.#scheduler = this.#newScheduler();
    this.#judging = new Scheduler(() => host.now(), [JUDGE]);
  }

  receive(data: unknown): void {
    if (this.#isBroken) return;
    const checked = checkMessage(data);
    if ('problem' in checked) {
      if (checked.id !== undefined) this.#refuse(checked.id, checked.problem);
      return;
    }
    const { message } = checked;
    if (message.kind === 'cancel') this.#cancel(message.id);
    else if (!this.#asks.has(message.id)) this.#take(message.id, message.ask);
    if (this.#isBusy) this.#host.askTurn();
  }

  turn(): void {
    if (this.#isBroken) return;
    if (!this.#isBusy) {
      this.#warmUp();
      return;
    }
    const isJudges = this.#judging.busy && (!this.#scheduler.busy || ++this.#turns % JUDGE_TURNS === 0);
    try {
      (isJudges ? this.#judging : this.#scheduler).turn();
    } catch (error) {
      this.#break(error);
    }
    if (this.#isBroken) return;
    if (this.#isBusy) {
      this.#host.askTurn();
      return;
    }
    this.#host.post({ kind: 'idle' });
    this.#warming = this.#run?.warmUp();
    if (this.#warming) this.#host.askTurn();
  }

  /** A short piece of what may be done while nothing else is. */
  #warmUp(): void {
    if (!this.#warming) return;
    try {
      if (this.#warming.step(WARM_STEP)) this.#warming = undefined;
    } catch {
      // Nobody asked for it; who needs what could not be done is told then.
      this.#warming = undefined;
    }
    if (this.#warming) this.#host.askTurn();
  }

  get #isBusy(): boolean {
    return this.#scheduler.busy || this.#judging.busy;
  }

  #take(id: number, ask: Ask): void {
    const asker = this.#asker(id);
    this.#asks.set(id, undefined);
    try {
      if (ask.kind === 'judge') this.#judge(id, ask, asker);
      else if (isQuery(ask.kind)) this.#query(id, ask as AskOf<RunQueryKind>, asker);
      else (this.#commands[ask.kind as CommandKind] as (ask: Ask, asker: Asker<never>) => void)(ask, asker);
    } catch (error) {
      asker.fail(error);
    }
  }

  // ------------------------------------------------------------- asks

  readonly #commands: Commands = {
    run: (ask, asker) => this.#begin(ask, asker),
    recover: (ask, asker) => this.#begin(ask, asker, ask.saved),
    stop: (_, asker) => {
      this.#run?.stop();
      asker.answer(null);
    },
    pause: (_, asker) => this.#current.pause(asker),
    move: ({ request }, asker) => this.#current.move(request, asker),
    seek: ({ at }, asker) => this.#current.seek(at, asker),
    input: ({ text }, asker) => {
      const run = this.#current;
      run.change(() => run.session.input(text), asker);
    },
    knob: ({ knob }, asker) => {
      const run = this.#current;
      run.change(() => run.session.knob(knob), asker);
    },
    'add-breakpoint': (ask, asker) => asker.answer(this.#current.addBreakpoint(ask)),
    'remove-breakpoint': (ask, asker) => asker.answer(this.#current.removeBreakpoint(ask)),
    'enable-breakpoint': (ask, asker) => asker.answer(this.#current.enableBreakpoint(ask)),
    'set-breakpoints': (ask, asker) => asker.answer(this.#current.setBreakpoints(ask)),
    command: ({ line }, asker) => this.#current.command(line, asker),
    'watch-views': (ask, asker) => {
      asker.answer(this.#current.watch(ask));
      this.#current.tellWatched();
    },
    'drop-branch': ({ branch }, asker) => asker.answer(this.#current.dropBranch(branch)),
  };

  #judge(id: number, { request, checks, values, seeds }: AskOf<'judge'>, asker: Asker<unknown>): void {
    const config = { ...DEFAULT_CONFIG, ...request };
    const job = this.#judging.add<unknown>(JUDGE, {
      begin: () => judge({ config, checks, values, seeds }, this.#builder),
      done: (answer) => asker.answer(answer),
      failed: (error) => asker.fail(error),
      dropped: () => asker.refuse('this was cancelled'),
      advanced: (progress) => asker.working(progress),
    });
    this.#asks.set(id, job);
  }

  #query(id: number, ask: AskOf<RunQueryKind>, asker: Asker<unknown>): void {
    const run = this.#current;
    const { kind } = ask;
    const job = this.#scheduler.add<unknown>(QUESTIONS.has(kind) ? 'questions' : 'views', {
      begin: () => queryTask(run, ask),
      done: (answer) => this.#reply(id, answer, transferOf(kind, answer)),
      failed: (error) => asker.fail(error),
      dropped: () => asker.refuse('this was cancelled'),
      advanced: (progress) => asker.working(progress),
    });
    this.#asks.set(id, job);
  }

  #begin(ask: AskOf<'run' | 'recover'>, asker: Asker<BuildReport>, saved?: SavedRun): void {
    const { run: id, request, until } = ask;
    this.#forget(asker);
    const session = this.newSession({ builder: this.#builder, clock: () => this.#host.now(), echoesInput: true });
    const report = session.build({ ...DEFAULT_CONFIG, interactive: true, ...request });
    this.#host.post({ kind: 'diagnostics', run: id, report });
    if (!report.ok) {
      asker.answer(report);
      return;
    }
    const start = () => {
      const run = new LabRun(id, session, this.#scheduler, {
        now: () => this.#host.now(),
        post: (event) => this.#host.post(event),
        broken: (error) => this.#break(error),
      });
      this.#run = run;
      if (saved) run.adoptBreakpoints(saved.breakpoints);
      if (until === 'boot' || saved) run.begin();
      if (until === 'end' && (!saved || saved.goesOn)) run.goOn();
      asker.answer(report);
    };
    if (!saved) {
      session.start();
      start();
      return;
    }
    this.#scheduler.add('main', {
      begin: (): Task<void> => session.resume(saved.log as TimelineLog),
      done: start,
      failed: (error) => asker.fail(error),
      dropped: () => asker.refuse('another run began'),
      advanced: (progress) => asker.working(progress),
    });
  }

  /** Ends whatever is worked on for an earlier run. */
  #forget(asker: Asker<BuildReport>): void {
    this.#run = undefined;
    this.#warming = undefined;
    const scheduler = this.#scheduler;
    this.#scheduler = this.#newScheduler();
    for (const lane of LANES) for (const job of scheduler.jobs(lane).toReversed()) scheduler.drop(job);
    for (const [id, job] of [...this.#asks]) {
      if (id !== asker.id && job?.lane !== JUDGE) this.#refuse(id, 'another run began');
    }
  }

  get #current(): LabRun {
    if (!this.#run) throw new Refusal('nothing has been built and started');
    return this.#run;
  }

  #cancel(id: number): void {
    const job = this.#asks.get(id);
    if (job) (job.lane === JUDGE ? this.#judging : this.#scheduler).drop(job);
  }

  // ------------------------------------------------------------- replies

  #asker(id: number): Asker<unknown> {
    let told = this.#host.now();
    return {
      id,
      answer: (value) => this.#reply(id, value),
      refuse: (problem) => this.#refuse(id, problem),
      fail: (error) => this.#refuse(id, wordsOf(error)),
      working: (done) => {
        const now = this.#host.now();
        if (now - told < WORKING_MS) return;
        told = now;
        this.#host.post({ kind: 'working', id, done });
      },
    };
  }

  #reply(id: number, answer: unknown, transfer?: ArrayBuffer[]): void {
    if (this.#asks.delete(id)) this.#host.post({ kind: 'reply', id, answer }, transfer);
  }

  #refuse(id: number, problem: string): void {
    this.#asks.delete(id);
    this.#host.post({ kind: 'refusal', id, problem });
  }

  #break(error: unknown): void {
    this.#isBroken = true;
    this.#host.post({ kind: 'defect', text: textOf(error) });
  }

  #newScheduler(): Scheduler {
    return new Scheduler(() => this.#host.now(), LANES);
  }
}

/** Why an ask cannot be answered now. */
class Refusal extends Error {}

function wordsOf(error: unknown): string {
  if (isMistake(error) || error instanceof Refusal) return error.message;
  return `a defect of the lab: ${textOf(error)}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
