/**
 * What the timeline draws, asked of the worker as the run grows and as the view moves: all events of the branch shown, piece by piece and each once;
 * lanes of the whole run; lanes of the part in view once that is too small for them. One ask of each kind is under way at a time; answers for another
 * run or branch are thrown away. What cannot be asked is left out until the next run.
 */
import type { AnswerTo, AskKind, AskOf } from '../../kernel-sim/protocol/messages';
import { EventIndex } from './event-index';
import { LaneIndex } from './lane-index';
import type { Span } from './span';

/** What is shown of which run. */
export interface Source {
  readonly run: number;
  readonly branch: number;
  /** Up to where it is recorded. */
  readonly head: number;
  /** It grows by itself: what is new is asked for less often. */
  readonly isLive: boolean;
}

export interface DataHost {
  ask<K extends AskKind>(asked: AskOf<K>): Promise<AnswerTo<K>>;
  /** Something is there that was not. */
  changed(): void;
  /** Calls back after so many milliseconds. */
  later(act: () => void, ms: number): void;
}

/** Between two asks about a run that grows. */
const LIVE_MS = 250;
/** Events are fetched for so many instants at a time, so that views get their turns in between. */
const CHUNK = 2_000_000;
const PIECES_OF_ALL = 2500;
const PIECES_OF_PART = 3000;
/** Lanes are asked for somewhat beyond what is in view, and serve until it is this much smaller. */
const ROOM = 1;
const COARSEST = 8;

type Job = 'events' | 'whole' | 'part';

export class TimelineData {
  events = new EventIndex();
  whole: LaneIndex | undefined;
  part: LaneIndex | undefined;

  #source: Source | undefined;
  #view: Span = { from: 0, to: Number.POSITIVE_INFINITY };
  /** Events are known up to here, lanes of the whole run to there. */
  #loaded = 0;
  #wholeTo = 0;
  readonly #busy = new Set<Job>();
  readonly #refused = new Set<Job>();
  #isWaiting = false;
  /** Counts the runs and branches shown. */
  #shown = 0;

  constructor(private readonly host: DataHost) {}

  /** Events before this instant are known. */
  get loadedTo(): number {
    return this.#loaded;
  }

  /** What is to be shown, and which part of it is in view. */
  show(source: Source | undefined, view = this.#view): void {
    this.#view = view;
    const before = this.#source;
    this.#source = source;
    if (source?.run !== before?.run || source?.branch !== before?.branch) this.#forget();
    if (source?.isLive) this.#waitThenLoad();
    else this.#load();
  }

  /** Which part is in view. */
  look(view: Span): void {
    this.#view = view;
    this.#loadPart();
  }

  /** The finest lanes known for a span. */
  lanesFor(view: Span): LaneIndex | undefined {
    return this.part?.covers(view) ? this.part : (this.whole ?? this.part);
  }

  #forget(): void {
    this.events = new EventIndex();
    this.whole = undefined;
    this.part = undefined;
    this.#shown++;
    this.#loaded = 0;
    this.#wholeTo = 0;
    this.#refused.clear();
    this.#busy.clear();
    this.host.changed();
  }

  #waitThenLoad(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.host.later(() => {
      this.#isWaiting = false;
      this.#load();
    }, LIVE_MS);
  }

  #load(): void {
    this.#loadEvents();
    this.#loadWhole();
    this.#loadPart();
  }

  #loadEvents(): void {
    const { branch, head } = this.#source ?? { branch: 0, head: 0 };
    const from = this.#loaded;
    const to = Math.min(head, from + CHUNK);
    if (to <= from) return;
    this.#ask('events', { kind: 'trace-columns', branch, from, to }, (columns) => {
      this.events.append(columns);
      this.#loaded = to;
      if (to < (this.#source?.head ?? 0) && !this.#source?.isLive) this.#loadEvents();
    });
  }

  #loadWhole(): void {
    const { branch, head } = this.#source ?? { branch: 0, head: 0 };
    if (head === 0 || head === this.#wholeTo) return;
    this.#ask('whole', { kind: 'lanes', branch, from: 0, to: head, pieces: PIECES_OF_ALL }, (columns) => {
      this.whole = new LaneIndex(columns, { from: 0, to: head });
      this.#wholeTo = head;
      if (!this.#source?.isLive) this.#loadWhole();
    });
  }

  #loadPart(): void {
    if (!this.#source) return;
    const { branch, head } = this.#source;
    const { from, to } = this.#view;
    const end = Math.min(to, head);
    if (end <= from || end - from > head / 2) return;
    if (this.part?.covers({ from, to: end }) && !this.#isCoarse(this.#view)) return;
    const room = (to - from) * ROOM;
    const span = { from: Math.max(0, Math.floor(from - room)), to: Math.min(head, Math.ceil(end + room)) };
    this.#ask('part', { kind: 'lanes', branch, ...span, pieces: PIECES_OF_PART }, (columns) => {
      this.part = new LaneIndex(columns, span);
      this.#loadPart();
    });
  }

  #isCoarse({ from, to }: Span): boolean {
    const { span } = this.part ?? {};
    return span !== undefined && span.to - span.from > (to - from) * COARSEST;
  }

  #ask<K extends AskKind>(job: Job, asked: AskOf<K>, take: (answer: AnswerTo<K>) => void): void {
    const shown = this.#shown;
    if (this.#busy.has(job) || this.#refused.has(job)) return;
    this.#busy.add(job);
    const isStillShown = () => this.#shown === shown;
    this.host.ask(asked).then(
      (answer) => {
        if (!isStillShown()) return;
        this.#busy.delete(job);
        take(answer);
        this.host.changed();
      },
      () => {
        // The worker was lost, another run began, or it does not know this: what is known stays.
        if (!isStillShown()) return;
        this.#busy.delete(job);
        this.#refused.add(job);
      },
    );
  }
}
