/**
 * Judges one rule while the events of a run go by. Whatever it remembers is of fixed size (a count, an event or two, the threads of a span), so that
 * a run of any length can be judged.
 */
import type { RuleResult } from '../protocol/checks.ts';
import type { RunEnd, TraceEvent } from '../protocol/lab-api.ts';
import { summaryOf } from '../trace/words.ts';
import { compare, holds, isOf } from './condition.ts';
import type { EventSet, Rule, RuleBody, RunValue, Scalar } from './language.ts';
import {
  bareNoun,
  capital,
  contraryWords,
  endWords,
  expectationOf,
  formOf,
  nounOf,
  spanWords,
  valueNoun,
  valueWords,
} from './rule-words.ts';
import { SPAN_EVENTS, SpanFold } from './span-fold.ts';
import { describeScalar, eventsOf, type RunFacts, ValueFold } from './value-fold.ts';

/** What came of a body. `seen` is a sentence, `found` the event or value behind it as the trace has it. `at` undefined: the end of the run. */
interface Outcome {
  readonly passed: boolean;
  readonly seen: string;
  readonly found: string;
  readonly at: number | undefined;
}

/** `see` hears the events of the span; `judge` is asked once, at the end. */
interface BodyFold {
  readonly sets: readonly EventSet[];
  see(event: TraceEvent): void;
  judge(facts: RunFacts): Outcome;
}

export class RuleFold {
  /** Kinds of events that `see` must be given; others are ignored. */
  readonly events: ReadonlySet<string>;
  private readonly body: BodyFold;
  private readonly span: SpanFold;

  constructor(private readonly rule: Rule) {
    this.body = bodyFold(rule);
    this.span = new SpanFold(rule.span);
    this.events = new Set([...this.body.sets.map((set) => set.event), ...(rule.span ? SPAN_EVENTS : [])]);
  }

  see(event: TraceEvent): void {
    if (this.span.admits(event)) this.body.see(event);
  }

  judge(facts: RunFacts): RuleResult {
    const { text, body, span } = this.rule;
    const said = { rule: text, expected: expectationOf(body, span) };
    if (!this.span.began) {
      const name = span?.kind === 'tag' ? `LabTag "${span.name}"` : `LabMark "${span?.from ?? ''}"`;
      const seen = `The run never came to ${name}.`;
      return { ...said, passed: false, seen, found: 'none', at: facts.instant };
    }
    const { passed, seen, found, at } = this.body.judge(facts);
    return { ...said, passed, seen, found, at: at === undefined ? facts.instant : at + 1 };
  }
}

function bodyFold({ body, span }: Rule): BodyFold {
  switch (body.kind) {
    case 'never':
      return neverFold(body.of);
    case 'some':
      return someFold(body.of, spanWords(span));
    case 'each-has':
      return eachHasFold(body, spanWords(span));
    case 'each-after':
      return eachAfterFold(body.of, body.other, spanWords(span));
    case 'each-before':
      return eachBeforeFold(body.of, body.other, spanWords(span));
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
    judge: ({ sentenceOf }) => ({
      passed: !first,
      seen: first ? `It happened: ${sentenceOf(first)}` : 'It did not happen.',
      found: told(first),
      at: first?.instant,
    }),
  };
}

function someFold(of: EventSet, where: string): BodyFold {
  let first: TraceEvent | undefined;
  /** The last of the kind that did not fit is what the learner wants to see. */
  let near: TraceEvent | undefined;
  const seen = ({ sentenceOf }: RunFacts): string => {
    if (first) return sentenceOf(first);
    const { one } = bareNoun(of.event);
    if (!near || !of.where) return `There was no ${one}${where}.`;
    return `There was none. The last ${one}${where} was another: ${contraryWords(of.where, near)}. ${sentenceOf(near)}`;
  };
  return {
    sets: [of],
    see: (event) => {
      if (first || event.event !== of.event) return;
      if (isOf(of, event)) first = event;
      else near = event;
    },
    judge: (facts) => ({
      passed: first !== undefined,
      seen: seen(facts),
      found: first ? told(first) : near ? `none; the last of its kind: ${told(near)}` : 'none',
      at: (first ?? near)?.instant,
    }),
  };
}

function eachHasFold({ of, condition }: RuleBody & { kind: 'each-has' }, where: string): BodyFold {
  let wrong: TraceEvent | undefined;
  let count = 0;
  return {
    sets: [of],
    see: (event) => {
      if (wrong || !isOf(of, event)) return;
      count++;
      if (!holds(condition, event)) wrong = event;
    },
    judge: ({ sentenceOf }) => ({
      passed: count > 0 && !wrong,
      seen: wrong
        ? `${capital(contraryWords(condition, wrong)) || 'It is not so'} here: ${sentenceOf(wrong)}`
        : allSo(count, of, where),
      found: count > 0 && !wrong ? 'all have it' : told(wrong),
      at: wrong?.instant,
    }),
  };
}

function eachAfterFold(of: EventSet, other: EventSet, where: string): BodyFold {
  let cameFirst = false;
  let wrong: TraceEvent | undefined;
  let count = 0;
  return {
    sets: [of, other],
    see: (event) => {
      if (isOf(of, event)) {
        count++;
        if (!cameFirst) wrong ??= event;
      }
      cameFirst ||= isOf(other, event);
    },
    judge: ({ sentenceOf }) => ({
      passed: count > 0 && !wrong,
      seen: wrong ? `No ${nounOf(other).one} came before this: ${sentenceOf(wrong)}` : allSo(count, of, where),
      found: wrong ? told(wrong) : count > 0 ? 'all do' : 'none',
      at: wrong?.instant,
    }),
  };
}

function eachBeforeFold(of: EventSet, other: EventSet, where: string): BodyFold {
  /** The first that still waits for the other. */
  let open: TraceEvent | undefined;
  let count = 0;
  return {
    sets: [of, other],
    see: (event) => {
      if (isOf(other, event)) open = undefined;
      if (!isOf(of, event)) return;
      count++;
      open ??= event;
    },
    judge: ({ sentenceOf }) => ({
      passed: count > 0 && !open,
      seen: open ? `No ${nounOf(other).one} came after this: ${sentenceOf(open)}` : allSo(count, of, where),
      found: open ? told(open) : count > 0 ? 'all are' : 'none',
      at: open?.instant,
    }),
  };
}

/** What is seen of a rule about each when none is wrong; there may have been none. */
function allSo(count: number, of: EventSet, where: string): string {
  if (count === 0) return `There was no ${nounOf(of).one}${where}.`;
  return count === 1 ? 'There was one, and it is so.' : `There were ${count}, and for all of them it is so.`;
}

function compareFold({ left, comparator, right }: RuleBody & { kind: 'compare' }): BodyFold {
  const sides = [left, right].map((value) => ({ value, fold: new ValueFold(value) }));
  const [a, b] = sides.map(({ fold }) => fold) as [ValueFold, ValueFold];
  return {
    sets: [left, right].map(eventsOf).filter((set) => set !== undefined),
    see: (event) => {
      a.see(event);
      b.see(event);
    },
    judge: (facts) => {
      const [x, y] = [a.result(facts), b.result(facts)];
      const asked = sides.filter(({ value }) => value.kind !== 'literal');
      return {
        passed: x !== undefined && y !== undefined && compare(x, comparator, y),
        seen:
          asked.map(({ value, fold }) => resultSentence(value, fold.result(facts), facts)).join(' ') || 'It is not.',
        found: asked.map(({ fold }) => resultForm(fold.result(facts))).join(' and '),
        at: a.instant(facts) ?? b.instant(facts),
      };
    },
  };
}

/** `The exit code of the last program is 3.` */
function resultSentence(value: RunValue, result: Scalar | undefined, { end }: RunFacts): string {
  switch (value.kind) {
    case 'end':
      return `The run ended ${endWords(end.kind)}${endDetail(end)}.`;
    case 'exit':
      if (result === undefined) return `There is no exit code: the run ended ${endWords(end.kind)}${endDetail(end)}.`;
      return `The exit code was ${result}.`;
    case 'console':
      return result === '' ? 'The programs printed nothing.' : `The programs printed: ${valueWords(result ?? '')}.`;
    case 'debug':
      return result === '' ? 'The debug output is empty.' : `The debug output was: ${valueWords(result ?? '')}.`;
    case 'count': {
      const { one, many } = nounOf(value.of);
      return result === 0n
        ? `There was no ${one}.`
        : result === 1n
          ? `There was one ${one}.`
          : `There were ${result} ${many}.`;
    }
    case 'first':
    case 'last':
      if (result === undefined) return `There was no ${nounOf(value.of).one}.`;
      return `${capital(valueNoun(value))} was ${valueWords(result, formOf(value.of.event, value.field))}.`;
    case 'literal':
      return '';
  }
}

function endDetail(end: RunEnd): string {
  switch (end.kind) {
    case 'bugcheck':
      return `, ${end.bugcheck.name}`;
    case 'exception':
      return `, ${end.codeName} in ${end.process}`;
    case 'driver-failed':
      return `: ${end.driver} gave ${end.statusName}`;
    default:
      return '';
  }
}

function resultForm(result: Scalar | undefined): string {
  return result === undefined ? 'none' : describeScalar(result);
}

function told(event: TraceEvent | undefined): string {
  return event ? `${event.event} at ${event.instant}: ${summaryOf(event, () => '')}` : 'none';
}
