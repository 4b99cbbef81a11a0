/**
 * Judges one rule while the events of a run go by. Whatever it remembers is of fixed size (a count, an event or two, the threads of a span), so that
 * a run of any length can be judged.
 */
import type { TraceEvent } from '../protocol/lab-api.ts';
import { summaryOf } from '../trace/words.ts';
import { compare, holds, isOf } from './condition.ts';
import type { EventSet, Rule, RuleBody, RunSpan } from './language.ts';
import { SPAN_EVENTS, SpanFold } from './span-fold.ts';
import { describeScalar, describeValue, eventsOf, type RunFacts, ValueFold } from './value-fold.ts';

export interface Verdict {
  readonly passed: boolean;
  readonly expected: string;
  readonly seen: string;
  /** The state to look at. */
  readonly at: number;
}

/** `see` hears the events of the span; `judge` is asked once, at the end. `at` undefined: the end of the run. */
interface BodyFold {
  readonly sets: readonly EventSet[];
  see(event: TraceEvent): void;
  judge(facts: RunFacts): { passed: boolean; expected: string; seen: string; at: number | undefined };
}

export class RuleFold {
  /** Kinds of events that `see` must be given; others are ignored. */
  readonly events: ReadonlySet<string>;
  private readonly body: BodyFold;
  private readonly span: SpanFold;

  constructor(private readonly rule: Rule) {
    this.body = bodyFold(rule.body);
    this.span = new SpanFold(rule.span);
    this.events = new Set([...this.body.sets.map((set) => set.event), ...(rule.span ? SPAN_EVENTS : [])]);
  }

  see(event: TraceEvent): void {
    if (this.span.admits(event)) this.body.see(event);
  }

  judge(facts: RunFacts): Verdict {
    const { passed, expected, seen, at } = this.body.judge(facts);
    const where = this.rule.span ? ` ${describeSpan(this.rule.span)}` : '';
    if (!this.span.began) {
      const missing = this.rule.span?.kind === 'tag' ? 'the tag never came' : 'the first mark never came';
      return { passed: false, expected: expected + where, seen: missing, at: facts.instant };
    }
    return { passed, expected: expected + where, seen, at: at === undefined ? facts.instant : at + 1 };
  }
}

function bodyFold(body: RuleBody): BodyFold {
  switch (body.kind) {
    case 'never':
      return neverFold(body.of);
    case 'some':
      return someFold(body.of);
    case 'each-has':
      return eachHasFold(body);
    case 'each-after':
      return eachAfterFold(body.of, body.other);
    case 'each-before':
      return eachBeforeFold(body.of, body.other);
    case 'compare':
      return compareFold(body);
  }
}

function neverFold(of: EventSet): BodyFold {
  let first: TraceEvent | undefined;
  return {
    sets: [of],
    see: (event) => {
      if (!first && isOf(of, event)) first = event;
    },
    judge: () => ({ passed: !first, expected: `no ${of.text}`, seen: told(first), at: first?.instant }),
  };
}

function someFold(of: EventSet): BodyFold {
  let first: TraceEvent | undefined;
  /** The last of the kind that did not fit is what the learner wants to see. */
  let near: TraceEvent | undefined;
  return {
    sets: [of],
    see: (event) => {
      if (first || event.event !== of.event) return;
      if (isOf(of, event)) first = event;
      else near = event;
    },
    judge: () => ({
      passed: first !== undefined,
      expected: `at least one ${of.text}`,
      seen: first ? told(first) : near ? `none; the last of its kind: ${told(near)}` : 'none',
      at: (first ?? near)?.instant,
    }),
  };
}

function eachHasFold({ of, condition, text }: RuleBody & { kind: 'each-has' }): BodyFold {
  let wrong: TraceEvent | undefined;
  let any = false;
  return {
    sets: [of],
    see: (event) => {
      if (wrong || !isOf(of, event)) return;
      any = true;
      if (!holds(condition, event)) wrong = event;
    },
    judge: () => ({
      passed: any && !wrong,
      expected: `each ${of.text} has ${text}`,
      seen: any && !wrong ? 'all have it' : told(wrong),
      at: wrong?.instant,
    }),
  };
}

function eachAfterFold(of: EventSet, other: EventSet): BodyFold {
  let cameFirst = false;
  let wrong: TraceEvent | undefined;
  let any = false;
  return {
    sets: [of, other],
    see: (event) => {
      if (isOf(of, event)) {
        any = true;
        if (!cameFirst) wrong ??= event;
      }
      cameFirst ||= isOf(other, event);
    },
    judge: () => ({
      passed: any && !wrong,
      expected: `each ${of.text} comes after ${other.text}`,
      seen: wrong ? `it had not come before ${told(wrong)}` : any ? 'all do' : `no ${of.text}`,
      at: wrong?.instant,
    }),
  };
}

function eachBeforeFold(of: EventSet, other: EventSet): BodyFold {
  /** The first that still waits for the other. */
  let open: TraceEvent | undefined;
  let any = false;
  return {
    sets: [of, other],
    see: (event) => {
      if (isOf(other, event)) open = undefined;
      if (!isOf(of, event)) return;
      any = true;
      open ??= event;
    },
    judge: () => ({
      passed: any && !open,
      expected: `each ${of.text} is followed by ${other.text}`,
      seen: open ? `it did not come after ${told(open)}` : any ? 'all are' : `no ${of.text}`,
      at: open?.instant,
    }),
  };
}

function compareFold({ left, comparator, right }: RuleBody & { kind: 'compare' }): BodyFold {
  const a = new ValueFold(left);
  const b = new ValueFold(right);
  const seenOf = (value: typeof left, fold: ValueFold, facts: RunFacts) => {
    const result = fold.result(facts);
    if (result !== undefined) return describeScalar(result);
    return value.kind === 'exit' ? `none, the run ended with: ${facts.end.kind}` : 'there is none';
  };
  return {
    sets: [left, right].map(eventsOf).filter((set) => set !== undefined),
    see: (event) => {
      a.see(event);
      b.see(event);
    },
    judge: (facts) => {
      const [x, y] = [a.result(facts), b.result(facts)];
      const seen = [
        left.kind === 'literal' ? '' : seenOf(left, a, facts),
        right.kind === 'literal' ? '' : seenOf(right, b, facts),
      ];
      return {
        passed: x !== undefined && y !== undefined && compare(x, comparator, y),
        expected: `${describeValue(left)} ${comparator} ${describeValue(right)}`,
        seen: seen.filter(Boolean).join(' and '),
        at: a.instant(facts) ?? b.instant(facts),
      };
    },
  };
}

function told(event: TraceEvent | undefined): string {
  return event ? `${event.event} at ${event.instant}: ${summaryOf(event, () => '')}` : 'none';
}

function describeSpan(span: RunSpan): string {
  if (span.kind === 'tag') return `within the tag "${span.name}"`;
  const { from, to } = span;
  return [from === undefined ? '' : `from the mark "${from}"`, to === undefined ? '' : `to the mark "${to}"`]
    .filter(Boolean)
    .join(' ');
}
