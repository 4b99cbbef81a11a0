/**
 * The one timeline of the page: its data, and the span in view with what keys and menus do to it. Whoever draws listens; nothing here renders.
 */
import type { Direction } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import type { LabState } from '../store/lab';
import { clamped, isWhole, panned, revealing, type Span, wholeRun, zoomed } from './span';
import { TimelineData } from './timeline-data';

type Listener = () => void;

/** Events that a driver or a program is there by. */
const STORY_BEGINS: ReadonlySet<string> = new Set(['dev_create', 'drv_load', 'process_create', 'dbg']);
/** Part of the story's length that is left free before it. */
const STORY_MARGIN = 0.08;
/** A boot that takes less of the run stays in view. */
const LEAST_BOOT = 0.1;

class Timeline {
  readonly data = new TimelineData({
    ask,
    changed: () => {
      this.#beginAtStory();
      this.#tell();
    },
    later: (act, ms) => setTimeout(act, ms),
  });
  #span: Span = wholeRun(0);
  #head = 0;
  /** The whole run, or its story, stays in view while it grows. */
  #isFit = true;
  /** Where what is in view begins while it is fit: 0, or where the story does. */
  #fitFrom = 0;
  /** The run whose beginning has been looked at. */
  #begun: number | undefined;
  #run = 0;
  #isLive = false;
  readonly #listeners = new Set<Listener>();

  get span(): Span {
    return this.#span;
  }

  get head(): number {
    return this.#head;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The run as the page knows it now. */
  follow(state: LabState): void {
    const { run, phase, progress } = state;
    const branch = state.shown?.at.branch ?? state.branches.at(-1)?.id ?? 0;
    const head = headOf(state, branch);
    const isLive = state.moving !== undefined || (phase === 'running' && !progress.waitsForInput);
    const isSame = head === this.#head;
    if (run !== this.#run) this.#fitFrom = 0;
    this.#run = run;
    this.#isLive = isLive;
    this.#isFit ||= head < this.#head;
    this.#head = head;
    if (!isSame) this.#span = clamped(this.#isFit ? { from: this.#fitFrom, to: head } : this.#span, head);
    this.data.show(head > 0 ? { run, branch, head, isLive } : undefined, this.#span);
    // Its events may all have come while it still moved.
    this.#beginAtStory();
    if (!isSame) this.#tell();
  }

  look(span: Span): void {
    this.#span = span;
    this.#isFit = isWhole(span, this.#head);
    if (this.#isFit) this.#fitFrom = 0;
    this.data.look(span);
    this.#tell();
  }

  /** As near to it as is allowed. */
  zoomTo(span: Span): void {
    this.look(clamped(span, this.#head));
  }

  fit(): void {
    this.look(wholeRun(this.#head));
  }

  zoom(factor: number, around: number): void {
    this.look(zoomed(this.#span, factor, around, this.#head));
  }

  pan(part: number): void {
    this.look(panned(this.#span, part, this.#head));
  }

  reveal(instant: number): void {
    const span = revealing(this.#span, instant, this.#head);
    if (span !== this.#span) this.look(span);
  }

  /** State right after the next (or last) event of these kinds; undefined: none that is known. */
  eventFrom(direction: Direction, kinds: ReadonlySet<string>, state: number): number | undefined {
    const { events, loadedTo } = this.data;
    if (direction === 'forward') return events.next(kinds, state);
    return loadedTo >= state - 1 ? events.previous(kinds, state) : undefined;
  }

  /** Once a run stands, what comes before the first driver or program goes out of view: half of a small run is boot. */
  #beginAtStory(): void {
    const { data } = this;
    const head = this.#head;
    if (this.#begun === this.#run || !this.#isFit || head === 0 || this.#isLive || data.loadedTo < head) return;
    this.#begun = this.#run;
    const story = data.events.next(STORY_BEGINS, 0);
    if (story === undefined) return;
    const from = Math.max(0, story - (head - story) * STORY_MARGIN);
    if (from <= head * LEAST_BOOT) return;
    this.look({ from, to: head });
    this.#isFit = true;
    this.#fitFrom = from;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** How far the branch is known: what is recorded of it, and where a run that goes on has come to. */
export function headOf({ branches, progress, phase, shown }: LabState, branch: number): number {
  const recorded = branches.find(({ id }) => id === branch)?.head ?? 0;
  const reached = phase === 'running' || shown?.at.branch === branch ? progress.instant : 0;
  return Math.max(recorded, reached, shown?.at.branch === branch ? shown.at.instant : 0);
}

export const timeline = new Timeline();
