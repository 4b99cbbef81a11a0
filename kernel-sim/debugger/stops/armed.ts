/**
 * Breakpoints put into one machine for one motion: what to mark and watch for them, and which of them are hit where the machine has just stopped.
 */

import type { Kernel } from '../../kernel/kernel.ts';
import { EPROCESS } from '../../kernel/layouts.generated.ts';
import type { At } from '../../protocol/time.ts';
import type { Touch, Watch } from '../../vm/watch.ts';
import { threadOn, tryRead } from '../context.ts';
import type { Breakpoint, ProcessId } from './breakpoints.ts';
import { type CodeMap, processOn } from './code-map.ts';
import { holds, logText } from './conditions.ts';
import { DataRanges, touchText } from './data-ranges.ts';
import { eventText, matches } from './events.ts';
import { type CodePage, isAt, markPlace } from './filter.ts';
import type { HitCounts } from './hit-counts.ts';
import { tidOf } from './origin.ts';

/** An event of the trace that some breakpoint or motion is for. */
export interface HeardEvent {
  readonly fields: Readonly<Record<string, number | string>>;
  readonly cpu: number;
  readonly tid: number;
}

/** What the machine has stopped at. */
export interface Arrival {
  readonly at: At;
  /** Its CPU has arrived at a marked instruction. */
  readonly arrived: boolean;
  readonly touched: readonly Touch[];
  readonly heard: readonly HeardEvent[];
}

/** A breakpoint that stops here, or a log point that speaks here. */
export interface Hit {
  readonly breakpoint: Breakpoint;
  readonly text: string;
}

export interface Hits {
  readonly stops: readonly Hit[];
  readonly logs: readonly Hit[];
}

const NO_HITS: Hits = { stops: [], logs: [] };

export class Armed {
  readonly isEmpty: boolean;
  private readonly code: readonly Breakpoint[];
  private readonly events: readonly Breakpoint[];
  private readonly data: DataRanges;

  constructor(
    private readonly k: Kernel,
    private readonly map: CodeMap,
    watch: Watch,
    breakpoints: readonly Breakpoint[],
    private readonly counts: HitCounts,
  ) {
    this.isEmpty = breakpoints.length === 0;
    this.code = breakpoints.filter(({ code }) => code.length > 0);
    this.arrivalCost = breakpoints.some(({ condition, log }) => condition || log) ? 2000 : 100;
    this.watches = breakpoints.some(({ event }) => event === undefined);
    this.events = breakpoints.filter(({ event }) => event !== undefined);
    this.data = new DataRanges(
      k,
      watch,
      breakpoints.filter(({ data }) => data !== undefined),
    );
  }

  /** About what judging one arrival takes, in instructions executed meanwhile. */
  readonly arrivalCost: number;
  /** Something of them needs a watch. */
  readonly watches: boolean;

  /** The machine is about to run. */
  begin(): void {
    this.data.refresh();
  }

  mark(page: CodePage, slots: Uint8Array): void {
    for (const { code } of this.code) for (const place of code) markPlace(page, slots, place);
  }

  /** Kinds of events that breakpoints are for. */
  get kinds(): readonly string[] {
    return this.events.flatMap(({ event }) => event?.kinds ?? []);
  }

  /** Where the machine stands now, evaluated once for each instant and in their order. */
  hitsAt(arrival: Arrival): Hits {
    if (this.isEmpty) return NO_HITS;
    const found = [...this.codeHits(arrival), ...this.dataHits(arrival), ...this.eventHits(arrival)];
    if (found.length === 0) return NO_HITS;
    const stops: Hit[] = [];
    const logs: Hit[] = [];
    for (const hit of found) {
      const verdict = this.verdict(hit, arrival.at);
      if (!verdict) continue;
      const { log } = hit.breakpoint;
      if (log) logs.push({ ...hit, text: logText(this.k, log) });
      else stops.push(verdict);
    }
    return { stops, logs };
  }

  private verdict({ breakpoint, text }: Hit, at: At): Hit | undefined {
    const { condition, id } = breakpoint;
    const held = condition ? holds(this.k, condition) : true;
    if (held === false) return undefined;
    const error =
      typeof held === 'string' ? `the condition ${breakpoint.spec.condition} cannot be worked out: ${held}` : '';
    const { hits } = breakpoint.spec;
    if (hits) {
      this.counts.add(id, at);
      if (!isCounted(hits, this.counts.numberOf(id, at))) return undefined;
    }
    return { breakpoint, text: [text, error].filter((part) => part !== '').join('; ') };
  }

  private codeHits({ arrived }: Arrival): Hit[] {
    if (!arrived || this.code.length === 0) return [];
    const { cpu } = this.k;
    const { ip } = cpu;
    const mapped = this.map.at(ip, cpu);
    return this.code
      .filter(({ code }) => code.some((place) => isAt(place, ip, mapped)))
      .filter(({ spec, owner }) => this.isWho(spec, cpu.number) && (!owner || isProcess(this.k, owner)))
      .map((breakpoint) => ({ breakpoint, text: '' }));
  }

  private dataHits({ touched }: Arrival): Hit[] {
    if (touched.length === 0) return [];
    return [...this.data.take(touched)]
      .filter(([{ spec }]) => this.isWho(spec, this.k.machine.currentCpu))
      .map(([breakpoint, touches]) => ({ breakpoint, text: touchText(breakpoint, touches) }));
  }

  private eventHits({ heard }: Arrival): Hit[] {
    return this.events.flatMap((breakpoint) => {
      const event = heard.find((one) => matchesEvent(this.k, breakpoint, one));
      return event ? [{ breakpoint, text: eventText(this.k, event.fields) }] : [];
    });
  }

  private isWho({ tid, cpu }: { tid?: number; cpu?: number }, number: number): boolean {
    if (cpu !== undefined && cpu !== number) return false;
    return tid === undefined || tidOf(this.k, threadOn(this.k, this.k.vm.cpus[number])) === tid;
  }
}

function isCounted({ kind, count }: { kind: 'equal' | 'multiple' | 'from'; count: number }, number: number): boolean {
  if (kind === 'equal') return number === count;
  return kind === 'multiple' ? number > 0 && number % count === 0 : number >= count;
}

function matchesEvent(k: Kernel, { event, spec }: Breakpoint, { fields, cpu, tid }: HeardEvent): boolean {
  if (spec.cpu !== undefined && spec.cpu !== cpu) return false;
  if (spec.tid !== undefined && spec.tid !== tid) return false;
  return event !== undefined && matches(k, event, fields);
}

function isProcess(k: Kernel, { process, pid }: ProcessId): boolean {
  return (
    tryRead(
      () => processOn(k, k.cpu) === process && Number(k.view.u64(process + EPROCESS.off.UniqueProcessId)) === pid,
    ) ?? false
  );
}
