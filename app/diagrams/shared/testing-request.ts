/**
 * For tests: what the page asks about the request at the shown instant of a recorded run, by the very code that answers the page. Only tests import
 * this file.
 */
import { finish } from '../../../kernel-sim/base/task.ts';
import type { LaneColumns, RequestSituation, Situation } from '../../../kernel-sim/protocol/page-queries.ts';
import type { EventRow, Read, ViewKind, ViewQueryOf, ViewRecord } from '../../../kernel-sim/protocol/views.ts';
import { situationAt } from '../../../kernel-sim/worker-situation.ts';
import { SessionTrace } from '../../../kernel-sim/worker-trace.ts';
import type { RecordedRun } from './testing-run.ts';

export class AskedRun {
  readonly #trace: SessionTrace;

  constructor(readonly run: RecordedRun) {
    this.#trace = new SessionTrace(run.session);
  }

  /** Everything that is recorded, of these kinds. */
  rows(kinds: readonly string[], from = 0, to = Number.POSITIVE_INFINITY): readonly EventRow[] {
    return finish(this.#trace.events({ from, to, kinds })).rows;
  }

  columns(kinds: readonly string[], from: number, to: number) {
    return finish(this.#trace.columns({ from, to, kinds }));
  }

  lanes(from: number, to: number): LaneColumns {
    return finish(this.#trace.lanes({ from, to }));
  }

  situation(instant = this.run.at.instant): Situation {
    return finish(situationAt(this.run.session, this.#trace, { ...this.run.at, instant }));
  }

  /** The request with this number; throws if there is none. */
  request(ordinal: number): RequestSituation {
    const alloc = this.rows(['irp_alloc'])[ordinal - 1];
    const request = alloc && this.situation(alloc.event.instant + 1).request;
    if (request?.ordinal !== ordinal) throw new Error(`there is no request ${ordinal}`);
    return request;
  }

  /** The first request with this major function. */
  requestFor(major: string): RequestSituation {
    const call = this.rows(['irp_call']).find(({ event }) => event.major === major);
    const request = call && this.situation(call.event.instant + 1).request;
    if (!request) throw new Error(`nobody was called for ${major}`);
    return request;
  }

  viewAt<K extends ViewKind>(instant: number, query: ViewQueryOf<K>): Read<ViewRecord<K>> {
    return finish(this.run.session.view<K>(query, { ...this.run.at, instant }));
  }
}
