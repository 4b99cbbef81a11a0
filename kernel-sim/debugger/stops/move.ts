/** One motion, worked through in slices: counting hits if breakpoints ask for it, then forwards or backwards, as often as it is repeated. */
import { done, type Task } from '../../base/task.ts';
import type { LogLine, Motion, MoveRequest, StopReason, StopReport } from '../../protocol/time.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { DecodedEvent } from '../../trace/recorder.ts';
import type { Cpu } from '../../vm/cpu.ts';
import { threadOn } from '../context.ts';
import { DebugError } from '../error.ts';
import { Armed, type Arrival, type Hit } from './armed.ts';
import { type Breakpoint, codeOf } from './breakpoints.ts';
import { CountHits } from './count-hits.ts';
import { type EventPattern, eventPattern, eventText, matches } from './events.ts';
import {
  type ArrivalFilter,
  type CodeAddress,
  Frame,
  type LineKey,
  lineKeyIn,
  lineKeyOf,
  NOWHERE,
  Places,
  sameLine,
  stepFilter,
  Verdict,
} from './filter.ts';
import type { HitCounts } from './hit-counts.ts';
import { counts, type Origin, originOf, tidOf } from './origin.ts';
import { type StopDetails, stopReportAt } from './report.ts';
import { type FoundBack, SearchBack } from './search-back.ts';
import type { WatchedCursor } from './watched-cursor.ts';

export interface MoveParts {
  readonly timeline: Timeline;
  readonly shown: WatchedCursor;
  readonly counts: HitCounts;
  readonly breakpoints: readonly Breakpoint[];
  searcher(): WatchedCursor;
}

export class MoveTask implements Task<StopReport> {
  private readonly motion: Motion;
  private readonly pattern: EventPattern | undefined;
  private readonly places: readonly CodeAddress[];
  private readonly log: LogLine[] = [];
  private left: number;
  private report: StopReport | undefined;
  private reached = 0;

  /** What is under way, and what to do with its result. */
  private current: Task<unknown> | undefined;
  private next: () => void = () => this.begin();

  // One step forwards.
  private origin: Origin | undefined;
  private filter: ArrivalFilter = NOWHERE;
  private armed: Armed | undefined;
  private leaves: LineKey | undefined;
  private startedAt = 0;
  private isRunning = false;

  constructor(
    private readonly request: MoveRequest,
    private readonly parts: MoveParts,
  ) {
    const { motion } = request;
    const { kernel } = parts.shown;
    if (motion.kind === 'change') throw new Error('what views show is looked at by the session, not here');
    this.motion = motion;
    this.left = motion.kind === 'step' ? (motion.count ?? 1) : 1;
    if (!Number.isInteger(this.left) || this.left < 1) {
      throw new DebugError(`the number of steps is a whole number above 0, not ${this.left}`);
    }
    this.pattern = motion.kind === 'event' ? eventPattern(motion.events, motion.match) : undefined;
    this.places = motion.kind === 'place' ? codeOf(kernel, motion.place) : [];
    // Mistakes in whom to follow are told at once.
    if (request.follow) originOf(kernel, parts.shown.code, request.follow);
  }

  get result(): StopReport {
    if (!this.report) throw new Error('the motion is not done');
    return this.report;
  }

  get progress(): number {
    if (this.report) return 1;
    const total = this.motion.kind === 'step' ? (this.motion.count ?? 1) : 1;
    this.reached = Math.max(this.reached, (total - this.left + (this.current?.progress ?? 0)) / (total + 1));
    return this.reached;
  }

  step(instructions: number): boolean {
    for (let left = instructions; left > 0 && !this.report; ) {
      if (this.current) {
        const isDone = this.current.step(left);
        // What a task of others cost is not known; a repeated motion of short ones is to fit a slice.
        left -= isDone ? Math.ceil(instructions / 16) : left;
        if (!isDone) continue;
        this.current = undefined;
        this.next();
      } else if (this.isRunning) left -= this.run(left);
      else this.next();
    }
    return this.report !== undefined;
  }

  private after(task: Task<unknown>, next: () => void): void {
    this.current = task;
    this.next = next;
  }

  /** One of the motion's repetitions. */
  private begin(): void {
    const { timeline, shown, counts: known, breakpoints } = this.parts;
    this.startedAt = shown.cursor.at.instant;
    const isCounted = breakpoints.some(({ spec }) => spec.hits);
    const counting = isCounted
      ? new CountHits(timeline, this.parts.searcher(), breakpoints, known, shown.cursor.at)
      : done(undefined);
    this.after(counting, () => (this.request.direction === 'forward' ? this.forward() : this.back()));
  }

  /** The motion's filter over the machine that is to run; the origin is that of the shown instant. */
  private filterFor(watched: WatchedCursor): ArrivalFilter {
    const { motion, request, parts } = this;
    const { kernel, code } = parts.shown;
    if (motion.kind === 'run' || motion.kind === 'event') return NOWHERE;
    code.forget();
    const bySource =
      motion.kind === 'step' && motion.unit !== 'instruction' && motion.how !== 'out' && !motion.everything;
    const origin = originOf(kernel, code, request.follow, bySource);
    this.origin = origin;
    const isCounted = (cpu: Cpu) =>
      request.follow === undefined || counts(watched.kernel, watched.code, origin.followed, cpu);
    if (motion.kind === 'place') return new Places(watched.code, this.places, isCounted);
    return stepFilter(watched.kernel, watched.code, origin, motion, request.direction);
  }

  private get isByLine(): boolean {
    return this.motion.kind === 'step' && this.motion.unit === 'line' && this.motion.how !== 'out';
  }

  private armedFor(watched: WatchedCursor): Armed {
    return new Armed(watched.kernel, watched.code, watched.watch, this.parts.breakpoints, this.parts.counts);
  }

  // ------------------------------------------------------------- forwards

  private forward(): void {
    const { timeline, shown, breakpoints } = this.parts;
    const { at } = shown.cursor;
    const { head } = timeline.branch(at.branch);
    if (this.pattern && breakpoints.length === 0 && at.instant < head) {
      const search = timeline.trace.next(at, this.pattern.kinds, (event) => this.isMeant(event));
      this.after(search, () => this.goTo((search as Task<DecodedEvent | undefined>).result, head));
    } else this.runOn();
  }

  /** An event of known history needs no run; what lies behind the head does. */
  private goTo(event: DecodedEvent | undefined, head: number): void {
    const { timeline, shown } = this.parts;
    const to = Math.min(event ? event.instant + 1 : head, head);
    const seek = timeline.seek(shown.cursor, { branch: shown.cursor.at.branch, instant: to });
    this.after(seek, () => {
      if (event && to > this.startedAt) this.finish('event', { text: eventText(shown.kernel, event) });
      else this.runOn();
    });
  }

  private runOn(): void {
    const { shown } = this.parts;
    this.filter = this.filterFor(shown);
    this.armed = this.armedFor(shown);
    const frame = this.origin?.frame;
    this.leaves = this.isByLine && frame ? lineKeyIn(frame) : undefined;
    shown.begin(this.filter, this.armed, this.pattern);
    this.isRunning = true;
  }

  private run(budget: number): number {
    const { shown, counts: known, breakpoints } = this.parts;
    const from = shown.cursor.at.instant;
    const stop = shown.run(from + budget);
    const { at } = shown.cursor;
    if (stop === 'arrival' && shown.arrival) this.judge(shown.arrival);
    else if (stop === 'end') this.endOfRun();
    else if (stop === 'input') this.finish('input');
    for (const { id, spec } of breakpoints) if (spec.hits) known.extend(id, this.startedAt, at);
    return at.instant - from + (this.armed?.arrivalCost ?? 0);
  }

  private judge(arrival: Arrival): void {
    const { shown } = this.parts;
    const { stops, logs } = (this.armed as Armed).hitsAt(arrival);
    this.say(arrival.at.instant, logs);
    const event = this.pattern && arrival.heard.find(({ fields, cpu, tid }) => this.isMeant({ ...fields, cpu, tid }));
    const isStop = arrival.arrived && this.isStop();
    if (stops.length > 0) this.hit(stops);
    else if (event) this.finish('event', { text: eventText(shown.kernel, event.fields) });
    else if (isStop) this.arrive();
  }

  private isStop(): boolean {
    const { shown } = this.parts;
    const { cpu } = shown.kernel;
    const verdict = this.filter.judge(cpu);
    if (verdict & Verdict.STOP) {
      return !this.leaves || !sameLine(this.leaves, lineKeyOf(shown.kernel, shown.code, cpu));
    }
    if (verdict & Verdict.EDGE && this.filter instanceof Frame) {
      this.filter.leave();
      shown.remark();
    }
    return false;
  }

  private endOfRun(): void {
    const { timeline, shown } = this.parts;
    const { end } = timeline.branch(shown.cursor.at.branch);
    const followed = this.origin?.followed;
    const hasEnded = followed?.kind === 'thread' && shown.ended.has(followed.tid);
    const text = hasEnded ? `thread ${followed.tid} ended before` : '';
    this.finish('end', { text, end });
  }

  // ------------------------------------------------------------- backwards

  private back(): void {
    const { timeline, shown, breakpoints } = this.parts;
    const { at } = shown.cursor;
    if (!this.pattern) {
      this.searchBack(0, undefined);
      return;
    }
    // An event is seen one instant later.
    const search = timeline.trace.previous(
      { ...at, instant: Math.max(0, at.instant - 1) },
      this.pattern.kinds,
      (event) => this.isMeant(event),
    );
    this.after(search, () => {
      const event = (search as Task<DecodedEvent | undefined>).result;
      const stop = event ? event.instant + 1 : 0;
      if (breakpoints.length > 0) this.searchBack(stop, event);
      else this.seekTo({ stop, hit: -1, hits: [], log: [] }, event);
    });
  }

  private searchBack(floor: number, event: DecodedEvent | undefined): void {
    const { timeline, shown } = this.parts;
    const searcher = this.parts.searcher();
    const filter = this.filterFor(searcher);
    const search = new SearchBack(timeline, searcher, shown.cursor.at, {
      filter,
      armed: this.armedFor(searcher),
      byLine: this.isByLine,
      floor,
    });
    this.after(search, () => this.seekTo({ ...search.result, stop: Math.max(search.result.stop, floor) }, event));
  }

  private seekTo({ stop, hit, hits, log }: FoundBack, event: DecodedEvent | undefined): void {
    const { timeline, shown } = this.parts;
    const instant = Math.max(stop, hit, 0);
    const seek = timeline.seek(shown.cursor, { branch: shown.cursor.at.branch, instant });
    this.after(seek, () => {
      this.log.unshift(...log);
      if (hit >= 0 && hit === instant) this.hit(hits);
      else if (instant === 0) this.finish('beginning');
      else if (event) this.finish('event', { text: eventText(shown.kernel, event) });
      else this.arrive();
    });
  }

  // ------------------------------------------------------------- stops

  private isMeant(event: Readonly<Record<string, number | string>>): boolean {
    const { follow } = this.request;
    const { kernel: k } = this.parts.shown;
    if (!this.pattern || !matches(k, this.pattern, event)) return false;
    if (follow?.kind === 'cpu') return event.cpu === (follow.cpu ?? k.machine.currentCpu);
    return follow === undefined || event.tid === (follow.tid ?? tidOf(k, threadOn(k, k.cpu)));
  }

  private say(instant: number, logs: readonly Hit[]): void {
    for (const { breakpoint, text } of logs) this.log.push({ instant, breakpoint: breakpoint.id, text });
  }

  private hit(stops: readonly Hit[]): void {
    const texts = stops.map(({ text }) => text).filter((text) => text !== '');
    this.finish('breakpoint', { breakpoints: stops.map(({ breakpoint }) => breakpoint.id), text: texts.join('; ') });
  }

  /** At what the motion is for. */
  private arrive(): void {
    this.isRunning = false;
    this.left--;
    if (this.left > 0) this.next = () => this.begin();
    else this.finish(this.motion.kind === 'place' ? 'place' : 'step');
  }

  private finish(reason: StopReason, details: StopDetails = {}): void {
    this.isRunning = false;
    this.report = stopReportAt(this.parts.shown.cursor, reason, { ...details, log: this.log });
  }
}
