/**
 * For tests of diagram models: a sample (or other sources) run by the real lab, stopped anywhere, giving the very views that the page gets. Nothing of a
 * test's data is made up. Only tests import this file: it reaches into the simulator.
 */
import { finish } from '../../../kernel-sim/base/task.ts';
import { irpHistory } from '../../../kernel-sim/debugger/questions/irp-history.ts';
import { lastWrites } from '../../../kernel-sim/debugger/questions/last-writes.ts';
import { LabSession } from '../../../kernel-sim/lab-session.ts';
import { DEFAULT_CONFIG, type LabConfig, type TraceEvent } from '../../../kernel-sim/protocol/lab-api.ts';
import type { IrpHistory, LastWrites, LastWritesRequest } from '../../../kernel-sim/protocol/questions.ts';
import type { At, Direction, Motion, StopReport } from '../../../kernel-sim/protocol/time.ts';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from '../../../kernel-sim/protocol/views.ts';
import { type SampleId, sampleOf } from '../../samples/samples.ts';

export class RecordedRun {
  readonly session = new LabSession();

  constructor(config: Partial<LabConfig>) {
    const report = this.session.build({ ...DEFAULT_CONFIG, drivers: [], apps: [], ...config });
    if (!report.ok)
      throw new Error(report.messages.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n'));
    this.session.start();
  }

  static ofSample(id: SampleId): RecordedRun {
    const { files } = sampleOf(id);
    return RecordedRun.of({ name: id, driver: files['driver.c'], app: files['app.c'] });
  }

  /** One driver as service `name`, and one program `app.exe`. */
  static of({
    name,
    driver,
    app,
  }: {
    readonly name: string;
    readonly driver: string;
    readonly app: string;
  }): RecordedRun {
    return new RecordedRun({
      drivers: [{ name, sources: [{ name: 'driver.c', text: driver }] }],
      apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: app }] }],
    });
  }

  get at(): At {
    return this.session.at;
  }

  move(motion: Motion, direction: Direction = 'forward'): StopReport {
    return finish(this.session.move({ motion, direction }));
  }

  /** To the next time that a routine is about to begin; throws if it is not called any more. */
  toRoutine(name: string, direction: Direction = 'forward'): StopReport {
    const report = this.move({ kind: 'place', place: { kind: 'routine', name } }, direction);
    if (report.reason !== 'place') throw new Error(`${name} was not reached: ${report.reason} ${report.text}`);
    return report;
  }

  /** To the state right after the next event of this kind whose summary has `match` in it. */
  toEvent(event: string, match?: string): StopReport {
    const report = this.move({ kind: 'event', events: [event], ...(match !== undefined && { match }) });
    if (report.reason !== 'event') throw new Error(`no ${event}: ${report.reason} ${report.text}`);
    return report;
  }

  toEnd(): StopReport {
    return this.move({ kind: 'run' });
  }

  seek(instant: number): StopReport {
    return finish(this.session.seek({ branch: this.at.branch, instant }));
  }

  view<K extends ViewKind>(query: ViewQueryOf<K>): Read<ViewRecord<K>> {
    return finish(this.session.view<K>(query));
  }

  /** The same, of something that is there. */
  record<K extends ViewKind>(query: ViewQueryOf<K>): ViewRecord<K> {
    const record = this.view<K>(query);
    if (typeof record === 'object' && 'problem' in record) throw new Error(record.problem);
    return record as ViewRecord<K>;
  }

  /** Every event up to the shown instant, of these kinds. */
  events(...kinds: readonly string[]): readonly TraceEvent[] {
    const all = finish(this.session.events({ from: 0, to: this.at.instant }));
    return all.filter(({ event }) => kinds.length === 0 || kinds.includes(event));
  }

  /** The latest event of a kind up to the shown instant; throws if there is none. */
  lastEvent(kind: string): TraceEvent {
    const last = this.events(kind).at(-1);
    if (!last) throw new Error(`there was no ${kind}`);
    return last;
  }

  irpHistory(irp: string): IrpHistory {
    return finish(this.session.ask((timeline, cursor) => irpHistory(timeline, cursor, { irp, at: this.at })));
  }

  lastWrites(request: Omit<LastWritesRequest, 'at'>): LastWrites {
    return finish(this.session.ask((timeline, cursor) => lastWrites(timeline, cursor, { ...request, at: this.at })));
  }
}
