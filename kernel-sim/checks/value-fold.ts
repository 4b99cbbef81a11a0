/** What a value of a run is, found while its events go by: the count, or the first or last event, and no more than that. */
import type { RunEnd, TraceEvent } from '../protocol/lab-api.ts';
import { fieldOf, isOf } from './condition.ts';
import type { EventSet, RunValue, Scalar } from './language.ts';
import type { RunText } from './run-text.ts';
import { SPAN_EVENTS, SpanFold } from './span-fold.ts';

/** How a run ended, and what it printed. */
export interface RunFacts {
  readonly end: RunEnd;
  /** Where it ended. */
  readonly instant: number;
  readonly console: RunText;
  readonly debug: RunText;
  /** An event as a sentence that ends with a full stop. */
  sentenceOf(event: TraceEvent): string;
}

export class ValueFold {
  private count = 0n;
  private event: TraceEvent | undefined;
  private readonly span: SpanFold;
  /** Kinds of events that `see` must be given; others are ignored. */
  readonly events: ReadonlySet<string>;

  constructor(private readonly value: RunValue) {
    const span = 'span' in value ? value.span : undefined;
    this.span = new SpanFold(span);
    const set = eventsOf(value);
    this.events = new Set(set ? [set.event, ...(span ? SPAN_EVENTS : [])] : []);
  }

  see(event: TraceEvent): void {
    const set = eventsOf(this.value);
    if (!this.span.admits(event) || !set || !isOf(set, event)) return;
    this.count++;
    if (this.value.kind !== 'first' || !this.event) this.event = event;
  }

  /** Undefined if the run has no such value: no such event, no exit code, a span that never began. */
  result(facts: RunFacts): Scalar | undefined {
    const { value } = this;
    switch (value.kind) {
      case 'literal':
        return value.value;
      case 'count':
        return this.span.began ? this.count : undefined;
      case 'first':
      case 'last':
        return this.event && fieldOf(value.field, this.event);
      case 'exit':
        return facts.end.kind === 'exit' ? BigInt(facts.end.status >>> 0) : undefined;
      case 'end':
        return facts.end.kind;
      case 'console':
      case 'debug':
        return facts[value.kind].text;
    }
  }

  /** The instant of the event that this value is from; undefined if it is from none. */
  instant(facts: RunFacts): number | undefined {
    const { kind } = this.value;
    return kind === 'console' || kind === 'debug' ? facts[kind].instant : this.event?.instant;
  }
}

export function eventsOf(value: RunValue): EventSet | undefined {
  return value.kind === 'count' || value.kind === 'first' || value.kind === 'last' ? value.of : undefined;
}

/** Addresses in hexadecimal, texts in quotes and not too long. */
export function describeScalar(value: Scalar): string {
  if (typeof value === 'bigint') return value < 0x1_0000_0000n ? `${value}` : `0x${value.toString(16).toUpperCase()}`;
  if (value.startsWith('STATUS_')) return value;
  return JSON.stringify(value.length > 400 ? `${value.slice(0, 400)}...` : value);
}
