/**
 * Play: one step after another at a chosen pace, in either direction, until something other than the step's own end stops it. Knows neither page nor
 * worker. A step that takes longer than the pace allows is followed by the next one at once.
 */
import type { Direction, StopReport } from '../../kernel-sim/protocol/time';

export interface PlayerParts {
  /** One step; undefined: something else came in between, or it could not be. */
  step(direction: Direction): Promise<StopReport | undefined>;
  wait(ms: number): Promise<void>;
  now(): number;
  /** Steps a second. */
  pace(): number;
  /** It plays, or does not any more. */
  changed(direction: Direction | undefined): void;
}

export class Player {
  #turn = 0;
  #direction: Direction | undefined;

  constructor(private readonly parts: PlayerParts) {}

  get direction(): Direction | undefined {
    return this.#direction;
  }

  async play(direction: Direction): Promise<void> {
    const { step, wait, now, pace } = this.parts;
    const turn = ++this.#turn;
    this.#set(direction);
    let at: number | undefined;
    for (;;) {
      const begun = now();
      const report = await step(direction);
      if (turn !== this.#turn) return;
      if (!report || !goesOn(report) || report.at.instant === at) break;
      at = report.at.instant;
      await wait(Math.max(0, 1000 / pace() - (now() - begun)));
      if (turn !== this.#turn) return;
    }
    this.#set(undefined);
  }

  stop(): void {
    this.#turn++;
    this.#set(undefined);
  }

  #set(direction: Direction | undefined): void {
    if (this.#direction === direction) return;
    this.#direction = direction;
    this.parts.changed(direction);
  }
}

/** A breakpoint, either end of the run, a program that waits for typing and a pause end it. */
function goesOn({ reason, end }: StopReport): boolean {
  return !end && (reason === 'step' || reason === 'event' || reason === 'place' || reason === 'sought');
}
