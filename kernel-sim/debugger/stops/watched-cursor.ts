/**
 * A cursor that runs from one thing of interest to the next: arrivals that a motion or a breakpoint marks, accesses to watched data, events. Whoever
 * sends the cursor elsewhere calls `begin` before it runs on.
 */

import type { Cursor } from '../../timeline/cursor.ts';
import type { EventName } from '../../trace/schema.ts';
import { INSTRUCTION_BYTES } from '../../vm/opcodes.ts';
import { Watch } from '../../vm/watch.ts';
import { threadOn } from '../context.ts';
import type { Armed, Arrival, HeardEvent } from './armed.ts';
import { CodeMap } from './code-map.ts';
import { type EventPattern, fieldsOf } from './events.ts';
import { type ArrivalFilter, NOWHERE } from './filter.ts';
import { tidOf } from './origin.ts';

/** Why it came back: something to judge (`arrival`), or as a cursor does. */
export type WatchedStop = 'arrival' | 'target' | 'end' | 'input';

export class WatchedCursor {
  readonly code: CodeMap;
  readonly watch: Watch;
  /** Of the last stop of that kind. */
  arrival: Arrival | undefined;
  /** Threads that ended since `begin`. */
  readonly ended = new Set<number>();

  private filter: ArrivalFilter = NOWHERE;
  private armed: Armed | undefined;
  /** A run that is to stop for nothing but events needs no watch, and is several times faster without. */
  private isWatching = false;
  private kinds: ReadonlySet<string> = new Set();
  private heard: (HeardEvent & { instant: number })[] = [];

  constructor(readonly cursor: Cursor) {
    const { kernel } = cursor;
    this.code = new CodeMap(kernel);
    this.watch = new Watch(kernel.machine, (va, cpu, slots) => {
      // Code that is seen for the first time: another image may have come to where one was.
      this.code.forget();
      const mapped = this.code.at(va, cpu);
      const page = { va, mapped, first: mapped ? (va - mapped.base) / INSTRUCTION_BYTES : 0 };
      this.filter.mark(page, slots);
      this.armed?.mark(page, slots);
    });
  }

  get kernel() {
    return this.cursor.kernel;
  }

  /** What to come back for, from where the cursor is now. */
  begin(filter: ArrivalFilter, armed: Armed, pattern?: EventPattern): void {
    this.filter = filter;
    this.armed = armed;
    this.kinds = new Set([...armed.kinds, ...(pattern?.kinds ?? [])]);
    this.heard = [];
    this.ended.clear();
    this.isWatching = filter !== NOWHERE || armed.watches;
    this.code.forget();
    this.remark();
    armed.begin();
  }

  /** The filter wants other instructions from here on. */
  remark(): void {
    this.watch.everyInstruction = this.filter.every;
    this.watch.invalidate();
  }

  run(to: number): WatchedStop {
    const { cursor } = this;
    const outer = cursor.listener;
    cursor.listener = (name, values) => {
      outer?.(name, values);
      this.hear(name, values);
    };
    try {
      for (;;) {
        const stop = cursor.run(to, this.isWatching ? this.watch : undefined);
        const { instant } = cursor.at;
        const isEnd = stop === 'end';
        const arrived = stop === 'watched' && this.watch.arrived;
        const touched = this.watch.touched.splice(0);
        // An event of the very step that ended the run is seen where that stands.
        const heard = this.heard.filter((event) => isEnd || event.instant < instant);
        this.heard = this.heard.filter((event) => !heard.includes(event));
        if (arrived || touched.length > 0 || heard.length > 0) {
          this.arrival = { at: cursor.at, arrived, touched, heard };
          return 'arrival';
        }
        if (stop === 'target' || stop === 'end' || stop === 'input') return stop;
        if (instant >= to) return 'target';
      }
    } finally {
      cursor.listener = outer;
    }
  }

  private hear(name: EventName, values: Parameters<NonNullable<Cursor['listener']>>[1]): void {
    if (name === 'thread_exit') this.ended.add(Number(values[0]));
    if (!this.kinds.has(name)) return;
    const { kernel } = this;
    const { machine } = kernel;
    const cpu = machine.currentCpu;
    const tid = tidOf(kernel, threadOn(kernel, kernel.vm.cpus[cpu]));
    this.heard.push({ instant: machine.instant, fields: fieldsOf(name, values), cpu, tid });
    this.cursor.pause();
  }
}
