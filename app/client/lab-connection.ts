/**
 * The line to a lab's worker: typed asks with promises, events, and another worker in place of one that died. Knows no store and no page.
 *
 * **Nothing is lost.** What a worker needs to come to the same place (`SavedRun`) is kept here, as it was when nothing moved last. A worker that
 * dies, says that it has a defect, or does not answer to a pause or stop, is replaced; the new one builds the same request, resumes from what was
 * kept, and is asked everything again that had no answer. What kills a second worker is not asked a third time. Every promise settles.
 */
import type {
  AnswerTo,
  Ask,
  AskKind,
  AskOf,
  LabEvent,
  LabMessage,
  MoveAnswer,
  RunRequest,
  SavedRun,
} from '../../kernel-sim/protocol/messages';
import type { At } from '../../kernel-sim/protocol/time';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from '../../kernel-sim/protocol/views';

/** A Worker, or what is used like one. */
export interface WorkerLike {
  postMessage(message: LabMessage): void;
  terminate(): void;
  onmessage: ((event: { readonly data: LabEvent }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  onmessageerror: (() => void) | null;
}

/** All but replies, which the promises tell. */
export type LabNews = Exclude<LabEvent, { kind: 'reply' | 'refusal' | 'working' | 'defect' }>;

export interface ConnectionOptions {
  /** Starts a worker. */
  readonly start: () => WorkerLike;
  readonly onEvent: (event: LabNews) => void;
  /** A worker died. */
  readonly onLoss?: (loss: WorkerLoss) => void;
}

export interface WorkerLoss {
  readonly text: string;
  /** What was running is not tried again, or nothing is left of the run. */
  readonly isOver: boolean;
  /** Another worker is making the run again, to where it last stood. */
  readonly isComingBack: boolean;
}

export interface AskOptions {
  /** Cancels it: the promise then rejects. */
  readonly signal?: AbortSignal;
  /** How much is done, 0 to 1; only of what takes long. */
  readonly onProgress?: (done: number) => void;
}

/** Why an ask has no answer, in plain words. */
export class LabError extends Error {
  override readonly name = 'LabError';
}

/** A worker that has not obeyed after this long is replaced. */
const OBEY_MS = 1000;
/** Workers that one ask may have cost. */
const MOST_DEATHS = 2;

interface Pending {
  readonly ask: Ask;
  readonly onProgress: ((done: number) => void) | undefined;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: LabError) => void;
  deaths: number;
}

/** What a run is made of again. */
interface Kept {
  readonly run: number;
  readonly request: RunRequest;
  saved: SavedRun | undefined;
  /** Workers that going on by itself has cost. */
  deaths: number;
}

export class LabConnection {
  readonly #options: ConnectionOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: WorkerLike | undefined;
  #lastAsk = 0;
  #kept: Kept | undefined;
  #watched: AskOf<'watch-views'>['views'] = [];
  #obey: ReturnType<typeof setTimeout> | undefined;
  /** Number of the ask that a new worker recovers by; asks that come meanwhile wait. */
  #recovery: number | undefined;
  #isReady = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#start();
  }

  // ------------------------------------------------------------- asks

  /** Any ask of the protocol. Rejects with a LabError. */
  ask<K extends AskKind>(ask: AskOf<K>, options: AskOptions = {}): Promise<AnswerTo<K>> {
    const { signal, onProgress } = options;
    if (signal?.aborted) return Promise.reject(new LabError('this was cancelled'));
    const id = ++this.#lastAsk;
    return new Promise<AnswerTo<K>>((resolve, reject) => {
      this.#pending.set(id, { ask: ask as Ask, onProgress, resolve, reject, deaths: 0 });
      signal?.addEventListener('abort', () => this.#cancel(id), { once: true });
      if (!this.#worker) this.#start();
      if (this.#recovery === undefined) this.#send(id, ask as Ask);
    });
  }

  /** Builds, boots and (until `end`) runs; ends what ran before. Its events carry the number `run`. */
  run(run: number, request: RunRequest, until: 'end' | 'boot' = 'end'): Promise<AnswerTo<'run'>> {
    this.#begin(run, request);
    return this.ask({ kind: 'run', run, request, until });
  }

  /** The same, to where another worker was, and stays there. */
  recover(run: number, request: RunRequest, saved: SavedRun): Promise<AnswerTo<'recover'>> {
    this.#begin(run, request);
    return this.ask({ kind: 'recover', run, request, saved, until: 'boot' });
  }

  /** What came before is of no use to anybody, whatever becomes of this. */
  #begin(run: number, request: RunRequest): void {
    this.#recovery = undefined;
    this.#kept = { run, request, saved: undefined, deaths: 0 };
    this.#watched = [];
    this.#rejectAll('another run began');
  }

  seek(at: At): Promise<MoveAnswer> {
    return this.ask({ kind: 'seek', at });
  }

  /** A worker that does not obey is replaced. */
  pause(): Promise<At> {
    return this.ask({ kind: 'pause' });
  }

  stop(): Promise<null> {
    return this.ask({ kind: 'stop' });
  }

  watch(views: AskOf<'watch-views'>['views']): Promise<null> {
    this.#watched = views;
    return this.ask({ kind: 'watch-views', views });
  }

  /** One view; of the shown instant if none is given. */
  async view<K extends ViewKind>(query: ViewQueryOf<K>, at?: At, options?: AskOptions): Promise<Read<ViewRecord<K>>> {
    const views = [query] as unknown as AskOf<'views'>['views'];
    const [view] = await this.ask({ kind: 'views', views, ...(at && { at }) }, options);
    return view.record as Read<ViewRecord<K>>;
  }

  /** Ends the worker, and the run with it. */
  close(reason = 'it was closed'): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#recovery = undefined;
    this.#kept = undefined;
    this.#rejectAll(`the lab's worker was lost: ${reason}`);
    clearTimeout(this.#obey);
  }

  // ------------------------------------------------------------- worker

  #start(): void {
    const worker = this.#options.start();
    this.#worker = worker;
    this.#isReady = false;
    const ifCurrent = (act: () => void) => {
      if (this.#worker === worker) act();
    };
    worker.onmessage = ({ data }) => ifCurrent(() => this.#receive(data));
    worker.onerror = (event) => {
      event.preventDefault?.();
      ifCurrent(() => this.#replace(event.message || 'the worker could not be started'));
    };
    worker.onmessageerror = () => ifCurrent(() => this.#replace('a message of the worker could not be read'));
  }

  #receive(event: LabEvent): void {
    if (event.kind === 'reply') this.#answer(event.id, event.answer);
    else if (event.kind === 'refusal') this.#refused(event.id, event.problem);
    else if (event.kind === 'working') this.#pending.get(event.id)?.onProgress?.(event.done);
    else if (event.kind === 'defect') this.#replace(event.text);
    else {
      if (event.kind === 'ready') this.#isReady = true;
      if (event.kind === 'saved' && event.run === this.#kept?.run) this.#kept.saved = event.saved;
      this.#options.onEvent(event);
    }
  }

  #answer(id: number, answer: unknown): void {
    const pending = this.#takeOut(id);
    if (id === this.#recovery) this.#recovered();
    const isRun = pending?.ask.kind === 'run' || pending?.ask.kind === 'recover';
    if (isRun && !(answer as AnswerTo<'run'>).ok) this.#kept = undefined;
    pending?.resolve(answer as never);
  }

  #refused(id: number, problem: string): void {
    if (id === this.#recovery) this.#lose(problem);
    else {
      const kind = this.#pending.get(id)?.ask.kind;
      if (kind === 'run' || kind === 'recover') this.#kept = undefined;
      this.#reject(id, problem);
    }
  }

  #send(id: number, ask: Ask): void {
    this.#worker?.postMessage({ kind: 'ask', id, ask });
    if (ask.kind === 'pause' || ask.kind === 'stop') {
      clearTimeout(this.#obey);
      this.#obey = setTimeout(() => this.#replace('it did not answer to Stop'), OBEY_MS);
    }
  }

  #cancel(id: number): void {
    if (!this.#pending.has(id)) return;
    if (this.#recovery === undefined) this.#worker?.postMessage({ kind: 'cancel', id });
    this.#reject(id, 'this was cancelled');
  }

  #reject(id: number, problem: string): void {
    this.#takeOut(id)?.reject(new LabError(problem));
  }

  #rejectAll(problem: string): void {
    for (const id of [...this.#pending.keys()]) this.#reject(id, problem);
  }

  #takeOut(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending && !this.#isToEnd) clearTimeout(this.#obey);
    return pending;
  }

  /** Somebody waits for the worker to end what it does. */
  get #isToEnd(): boolean {
    return [...this.#pending.values()].some(({ ask }) => ask.kind === 'pause' || ask.kind === 'stop');
  }

  // ------------------------------------------------------------- another worker

  #replace(text: string): void {
    const kept = this.#kept;
    if (!this.#isReady || this.#recovery !== undefined) {
      this.#lose(text);
      return;
    }
    this.#worker?.terminate();
    clearTimeout(this.#obey);
    const goesOn = this.#goesOn(kept);
    this.#giveUp(text);
    this.#start();
    if (kept?.saved) this.#recover(kept, kept.saved, goesOn);
    else {
      this.#kept = undefined;
      this.#rejectAll(`the lab's worker was lost: ${text}`);
    }
    const isComingBack = kept?.saved !== undefined;
    this.#options.onLoss?.({ text, isComingBack, isOver: !kept?.saved || (kept.saved.goesOn && !goesOn) });
  }

  /** Whether a run that goes on by itself may do so once more. */
  #goesOn(kept: Kept | undefined): boolean {
    if (!kept?.saved?.goesOn || this.#isToEnd) return false;
    return ++kept.deaths < MOST_DEATHS;
  }

  /** What may have been the death of the worker is not asked for ever; what was to be ended is not begun again. */
  #giveUp(text: string): void {
    const isToEnd = this.#isToEnd;
    for (const [id, pending] of [...this.#pending]) {
      pending.deaths++;
      const isEnded = isToEnd && MOTIONS.has(pending.ask.kind);
      if (pending.deaths >= MOST_DEATHS || isEnded) this.#reject(id, `the lab's worker was lost at this: ${text}`);
    }
  }

  #recover({ run, request }: Kept, saved: SavedRun, goesOn: boolean): void {
    const id = ++this.#lastAsk;
    this.#recovery = id;
    this.#send(id, { kind: 'recover', run, request, saved, until: goesOn ? 'end' : 'boot' });
  }

  /** Asks everything again that has no answer, in the order it was asked. */
  #recovered(): void {
    this.#recovery = undefined;
    if (this.#watched.length > 0) {
      const isAsked = [...this.#pending.values()].some(({ ask }) => ask.kind === 'watch-views');
      if (!isAsked) this.#send(++this.#lastAsk, { kind: 'watch-views', views: this.#watched });
    }
    for (const [id, { ask }] of this.#pending) this.#send(id, ask);
  }

  /** Nothing is left; the next ask starts another worker. */
  #lose(text: string): void {
    this.close(text);
    this.#options.onLoss?.({ text, isComingBack: false, isOver: true });
  }
}

const MOTIONS: ReadonlySet<AskKind> = new Set<AskKind>(['move', 'seek', 'command']);
