/**
 * What was printed, as differences: of what was told last so much stays, and this follows. Going forward that is a stream; going back it only
 * takes away; another branch shares what was printed before they parted.
 */
import type { LabEvent } from './protocol/messages.ts';
import type { At } from './protocol/time.ts';
import type { Timeline } from './timeline/timeline.ts';

type Printed = Pick<Extract<LabEvent, { kind: 'output' }>, 'keep' | 'console' | 'debug' | 'notes'>;
type Lengths = Printed['keep'];

const NOTHING: Lengths = { console: 0, debug: 0, notes: 0 };

export class SentOutput {
  readonly #timeline: Timeline;
  #at: At = { branch: 0, instant: 0 };
  #lengths = NOTHING;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** What turns the output told last into that of an instant. */
  next(at: At): Printed {
    const lengths = this.#timeline.outputLengths(at);
    const keep = least(this.#common(at), lengths);
    this.#at = at;
    this.#lengths = lengths;
    return { keep, ...this.#timeline.output(at, keep) };
  }

  #common(at: At): Lengths {
    const told = this.#at;
    if (told.branch === at.branch) return this.#lengths;
    const known = new Map(this.#timeline.branches.map((branch) => [branch.id, branch.from]));
    // The branch told last may have been dropped since.
    if (!known.has(told.branch)) return NOTHING;
    const way = wayTo(at, known);
    const parted = wayTo(told, known).reduce((least, step) => {
      const other = way.find(({ branch }) => branch === step.branch);
      return other ? Math.max(least, Math.min(step.instant, other.instant)) : least;
    }, 0);
    return least(this.#lengths, this.#timeline.outputLengths({ branch: at.branch, instant: parted }));
  }
}

/** Up to which instant of which branch one has come to a place. */
function wayTo(at: At, known: ReadonlyMap<number, At | undefined>): At[] {
  const way: At[] = [];
  for (let step: At | undefined = at; step; ) {
    way.push(step);
    const from: At | undefined = known.get(step.branch);
    step = from && { branch: from.branch, instant: Math.min(from.instant, step.instant) };
  }
  return way;
}

function least(a: Lengths, b: Lengths): Lengths {
  return {
    console: Math.min(a.console, b.console),
    debug: Math.min(a.debug, b.debug),
    notes: Math.min(a.notes, b.notes),
  };
}
