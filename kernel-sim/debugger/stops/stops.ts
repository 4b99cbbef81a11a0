/**
 * Motions over a timeline: where to stop next, or before, under the breakpoints set. The main cursor is what is shown: forwards it runs itself (and records
 * what is new); backwards another cursor searches, and the main one is sent to what was found.
 *
 * A motion's task may be dropped at any time: backwards the shown instant has not changed then, forwards it is as far as it got.
 *
 * **Ends.** Whatever finds no stop of its own ends at the end of the run (`end`), at boot (`beginning`), or where a program waits for typing (`input`). That holds
 * for steps of a thread that has ended, too; the report says so.
 */
import { mapTask, type Task } from '../../base/task.ts';
import type { MoveRequest, StopReport } from '../../protocol/time.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Breakpoints } from './breakpoints.ts';
import { HitCounts } from './hit-counts.ts';
import { MoveTask } from './move.ts';
import { WarmUp } from './warm-up.ts';
import { WatchedCursor } from './watched-cursor.ts';

export class Stops {
  readonly breakpoints: Breakpoints;
  private readonly shown: WatchedCursor;
  private searcher: WatchedCursor | undefined;
  private isWarm = false;
  private readonly counts: HitCounts;

  constructor(private readonly timeline: Timeline) {
    this.shown = new WatchedCursor(timeline.main);
    this.counts = new HitCounts((id) => timeline.branch(id));
    this.breakpoints = new Breakpoints(() => timeline.main.kernel);
  }

  /** Throws DebugError for a motion that cannot be meant (an event that does not exist, a place that is nowhere). */
  move(request: MoveRequest): Task<StopReport> {
    const { timeline, shown, counts } = this;
    const breakpoints = this.breakpoints.enabled();
    return new MoveTask(request, { timeline, shown, counts, breakpoints, searcher: () => this.search() });
  }

  /** Makes the first step back as fast as later ones; to be worked on when nothing else is. Undefined: nothing is left to be done. */
  warmUp(): Task<unknown> | undefined {
    if (this.isWarm) return undefined;
    return mapTask(new WarmUp(this.timeline, () => this.search()), (isWarm) => {
      this.isWarm = isWarm;
    });
  }

  /** Made when something is first searched: it is another machine. */
  private search(): WatchedCursor {
    this.searcher ??= new WatchedCursor(this.timeline.newCursor());
    return this.searcher;
  }
}
