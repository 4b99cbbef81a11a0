/**
 * Keeps the worker's list of watched views equal to what the page wants, and writes the records that come back into the views store.
 */
import type { LabEvent } from '../../kernel-sim/protocol/messages';
import type { At } from '../../kernel-sim/protocol/time';
import type { ViewQuery } from '../../kernel-sim/protocol/views';
import { sameAt } from '../store/instants';
import { keyOf, useViews } from '../store/views';
import type { LabConnection } from './lab-connection';
import { NO_VIEWS, withChanges } from './watched-views';

type ViewsEvent = Extract<LabEvent, { kind: 'views' }>;

export class ViewsClient {
  /** What the worker told last that it watches: events speak of places in this list. */
  #watched: readonly ViewQuery[] = [];
  #records = NO_VIEWS;
  #isRunning = false;
  /** The latest stop, and the views of it. */
  #stop: At | undefined;
  #atStop: ReturnType<typeof useViews.getState>['records'] = new Map();

  constructor(private readonly connection: LabConnection) {
    useViews.subscribe(({ wanted }, { wanted: before }) => {
      if (wanted !== before) this.#watch();
    });
  }

  /** A machine was started: what is wanted is watched in it. */
  runBegan(): void {
    this.#isRunning = true;
    this.#records = NO_VIEWS;
    this.#stop = undefined;
    this.#atStop = new Map();
    this.#watch();
  }

  /** There is no machine any more. */
  runEnded(): void {
    this.#isRunning = false;
    this.#watched = [];
    this.#records = NO_VIEWS;
    useViews.setState({ at: undefined, records: new Map(), before: new Map() });
  }

  /** The machine has come to a stop; the views of that instant follow, if any of them differs. */
  stopped(at: At): void {
    useViews.setState({ at, before: this.#atStop });
    this.#stop = at;
    this.#atStop = useViews.getState().records;
  }

  receive(event: ViewsEvent): void {
    if (event.queries) this.#watched = event.queries;
    this.#records = withChanges(this.#records, event);
    const records = new Map(this.#records.views.map((view, i) => [keyOf(this.#watched[i]), view.record]));
    const { at } = event;
    if (sameAt(at, this.#stop)) this.#atStop = records;
    useViews.setState({ at, records });
  }

  #watch(): void {
    if (!this.#isRunning) return;
    this.connection.watch(useViews.getState().wanted).catch(() => {
      // The worker was lost or another run began: both watch anew.
    });
  }
}
