/**
 * Reads rules of checks. Every name is looked up while reading, so that a tree that comes out can be evaluated without a mistake.
 *
 *   rule      = body [span]
 *   body      = ("never" | "some") events
 *             | "each" events ("has" condition | ("after" | "before") events)
 *             | value comparator value
 *   events    = EVENT ["where" condition]                              an event of trace/schema.ts
 *   value     = "count" "(" events ")" | ("first" | "last") "(" events ")" "." field
 *             | "exit" | "end" | "console" | "debug" | literal
 *   condition = comparisons of fields and literals with "and", "or", "not", parentheses
 *   field     = NAME of the event, or of every event (instant seq t cpu tid pid) | "ioctl" "." ("type" | "access" | "function" | "method")
 *   literal   = number | 'text' | "text" | true | false | a constant of the headers (STATUS_..., DISPATCH_LEVEL)
 *   comparator= == != < <= > >= | contains starts ends                 the last three, and == !=, for texts
 *   span      = "within" "tag" TEXT | ["from" "mark" TEXT] ["to" "mark" TEXT]
 *
 * `exit` is the last program's exit code, `end` how the run ended (exit, bugcheck, hang ...), `console` and `debug` all text printed.
 * A `driver` field is compared by the service's name alone: `thermo` for \Driver\thermo.
 */
import { didYouMean, suggest } from '../debugger/suggest.ts';
import { C } from '../kernel/layouts.generated.ts';
import { statusName } from '../kernel/names.ts';
import { EVENT_NAMES, EVENTS, type EventName, type FieldType } from '../trace/schema.ts';
import {
  type Comparator,
  type Condition,
  type EventSet,
  type FieldTerm,
  IOCTL_PARTS,
  type IoctlPart,
  type Literal,
  type Rule,
  type RuleBody,
  RuleError,
  type RunSpan,
  type RunValue,
  type Term,
  type TextSpan,
} from './language.ts';
import { type Token, tokensOf } from './lexer.ts';

type ValueType = 'number' | 'text' | 'status';
interface Typed<T> {
  readonly of: T;
  readonly type: ValueType;
  readonly span: TextSpan;
}

const COMMON_FIELDS = ['instant', 'seq', 't', 'cpu', 'tid', 'pid'];
const TEXT_COMPARATORS = ['contains', 'starts', 'ends'];
const COMPARATORS = ['==', '!=', '<', '<=', '>', '>=', ...TEXT_COMPARATORS];
const RUN_VALUES = ['count', 'first', 'last', 'exit', 'end', 'console', 'debug'];
const ENDS = ['exit', 'bugcheck', 'limit', 'hang', 'driver-failed', 'exception', 'internal'];
/** Longer rules and deeper conditions are mistakes, and would be a way to exhaust the stack. */
const MAX_LENGTH = 2000;
const MAX_DEPTH = 32;

/** Throws a `RuleError` that names the first mistake. */
export function parseRule(text: string): Rule {
  return new Parser(text).rule();
}

/** A value of a run on its own, as predictions ask for it: `value [span]`. */
export function parseRunValue(text: string): RunValue {
  return new Parser(text).onlyValue();
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    if (text.length > MAX_LENGTH) {
      throw new RuleError(`a rule has at most ${MAX_LENGTH} characters`, { start: MAX_LENGTH, end: text.length });
    }
    this.tokens = tokensOf(text);
  }

  rule(): Rule {
    const body = this.body();
    const spanStart = this.token;
    const span = this.runSpan();
    if (span && body.kind === 'compare' && ![body.left, body.right].some(isOfEvents)) {
      throw new RuleError('only events lie within a span; this rule is about the whole run', spanStart);
    }
    this.expectEnd();
    return { text: this.text, body, span };
  }

  onlyValue(): RunValue {
    const { of } = this.runValue();
    const spanStart = this.token;
    const span = this.runSpan();
    this.expectEnd();
    if (!span) return of;
    if (of.kind === 'count' || of.kind === 'first' || of.kind === 'last') return { ...of, span };
    throw new RuleError('only events lie within a span; this value is of the whole run', spanStart);
  }

  private body(): RuleBody {
    const first = this.token;
    if (first.kind === 'end') throw new RuleError('the rule is empty', first);
    if (this.takeWord('never')) return { kind: 'never', of: this.events() };
    if (this.takeWord('some')) return { kind: 'some', of: this.events() };
    if (this.takeWord('each')) return this.each();
    const left = this.runValue();
    const comparator = this.comparator(left);
    const right = this.runValue();
    this.mustCompare(left, comparator, right);
    this.mustBeAnEnd(left, right);
    this.mustBeAnEnd(right, left);
    return { kind: 'compare', left: left.of, comparator, right: right.of };
  }

  private each(): RuleBody {
    const of = this.events();
    if (this.takeWord('has')) {
      const start = this.token.start;
      const condition = this.condition(of.event);
      return { kind: 'each-has', of, condition, text: this.textFrom(start) };
    }
    if (this.takeWord('after')) return { kind: 'each-after', of, other: this.events() };
    if (this.takeWord('before')) return { kind: 'each-before', of, other: this.events() };
    throw this.unexpected("'has', 'after' or 'before'");
  }

  private events(): EventSet {
    const token = this.token;
    if (token.kind !== 'name') throw this.unexpected('the name of an event');
    if (!Object.hasOwn(EVENTS, token.text)) {
      throw new RuleError(`there is no event '${token.text}'${didYouMean(suggest(token.text, EVENT_NAMES))}`, token);
    }
    this.at++;
    const event = token.text as EventName;
    const where = this.takeWord('where') ? this.condition(event) : undefined;
    return { event, where, text: this.textFrom(token.start) };
  }

  private condition(event: EventName): Condition {
    let left = this.conjunction(event);
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.conjunction(event) };
    return left;
  }

  private conjunction(event: EventName): Condition {
    let left = this.negation(event);
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.negation(event) };
    return left;
  }

  private negation(event: EventName): Condition {
    if (++this.depth > MAX_DEPTH) throw new RuleError('this condition is nested too deeply', this.token);
    try {
      if (this.takeWord('not')) return { kind: 'not', of: this.negation(event) };
      if (this.takeSign('(')) {
        const inner = this.condition(event);
        this.expectSign(')');
        return inner;
      }
      return this.comparison(event);
    } finally {
      this.depth--;
    }
  }

  private comparison(event: EventName): Condition {
    const left = this.term(event);
    const comparator = this.comparator(left);
    const right = this.term(event);
    this.mustCompare(left, comparator, right);
    return { kind: 'compare', left: left.of, comparator, right: right.of };
  }

  private term(event: EventName): Typed<Term> {
    const literal = this.literal();
    if (literal) return literal;
    if (this.token.kind !== 'name') throw this.unexpected(`a field of ${event} or a value`);
    return this.field(event);
  }

  private field(event: EventName): Typed<FieldTerm> {
    const token = this.token;
    if (token.kind !== 'name') throw this.unexpected(`a field of ${event}`);
    const types: Readonly<Record<string, FieldType>> = EVENTS[event].fields;
    const own = Object.hasOwn(types, token.text);
    if (!own && !COMMON_FIELDS.includes(token.text)) throw unknownField(event, token);
    this.at++;
    const part = token.text === 'ioctl' && this.takeSign('.') ? this.ioctlPart() : undefined;
    const type = own ? typeOf(types[token.text] as FieldType) : 'number';
    return { of: { kind: 'field', name: token.text, part }, type, span: this.spanFrom(token.start) };
  }

  private ioctlPart(): IoctlPart {
    const token = this.token;
    if (!(IOCTL_PARTS as readonly string[]).includes(token.text)) throw this.unexpected(`one of ${list(IOCTL_PARTS)}`);
    this.at++;
    return token.text as IoctlPart;
  }

  private runValue(): Typed<RunValue> {
    const token = this.token;
    const literal = this.literal();
    if (literal) return literal;
    const name = token.kind === 'name' ? token.text : '';
    switch (name) {
      case 'exit':
        this.at++;
        return { of: { kind: 'exit' }, type: 'number', span: token };
      case 'end':
      case 'console':
      case 'debug':
        this.at++;
        return { of: { kind: name }, type: 'text', span: token };
      case 'count': {
        this.at++;
        const of = this.eventsInParentheses();
        return { of: { kind: 'count', of }, type: 'number', span: this.spanFrom(token.start) };
      }
      case 'first':
      case 'last': {
        this.at++;
        const of = this.eventsInParentheses();
        this.expectSign('.');
        const field = this.field(of.event);
        return { of: { kind: name, of, field: field.of }, type: field.type, span: this.spanFrom(token.start) };
      }
    }
    if (token.kind !== 'name') throw this.unexpected(`'never', 'some', 'each' or a value`);
    if (Object.hasOwn(EVENTS, name)) {
      throw new RuleError(`a rule says 'never', 'some', 'each' or 'count(...)' before an event`, token);
    }
    const known = [...RUN_VALUES, 'never', 'some', 'each'];
    throw new RuleError(`'${name}' is no value of a run${didYouMean(suggest(name, known))}`, token);
  }

  private eventsInParentheses(): EventSet {
    this.expectSign('(');
    const events = this.events();
    this.expectSign(')');
    return events;
  }

  private literal(): Typed<Literal> | undefined {
    const token = this.token;
    const value = (of: bigint | string, type: ValueType) => {
      this.at++;
      return { of: { kind: 'literal', value: of }, type, span: token } as const;
    };
    if (token.kind === 'text') return value(token.text, 'text');
    if (token.kind === 'number') return value(exact(token.text), 'number');
    if (token.kind !== 'name') return undefined;
    if (token.text === 'true' || token.text === 'false') return value(token.text === 'true' ? 1n : 0n, 'number');
    if (!/^[A-Z][A-Z0-9_]+$/.test(token.text)) return undefined;
    const constants: Readonly<Record<string, unknown>> = C;
    const constant = Object.hasOwn(constants, token.text) ? constants[token.text] : undefined;
    if (typeof constant !== 'number') {
      const near = suggest(token.text, Object.keys(constants));
      throw new RuleError(`there is no constant ${token.text}${didYouMean(near)}; texts stand in quotes`, token);
    }
    return token.text.startsWith('STATUS_')
      ? value(statusName(constant), 'status')
      : value(BigInt(constant < 0 ? constant >>> 0 : constant), 'number');
  }

  private comparator(left: Typed<unknown>): Comparator {
    const token = this.token;
    if (!COMPARATORS.includes(token.text) || token.kind === 'text') {
      throw this.unexpected(left.type === 'number' ? '== != < <= > or >=' : `== != ${TEXT_COMPARATORS.join(' ')}`);
    }
    this.at++;
    return token.text as Comparator;
  }

  private mustCompare(left: Typed<unknown>, comparator: Comparator, right: Typed<unknown>): void {
    const span = { start: left.span.start, end: right.span.end };
    const written = (side: Typed<unknown>) => this.text.slice(side.span.start, side.span.end);
    if (left.type !== right.type) {
      const words = { number: 'a number', text: 'a text', status: 'a status (STATUS_...)' };
      const sides = [left, right].map((side) => `${written(side)} is ${words[side.type]}`);
      throw new RuleError(`${sides.join(', but ')}`, span);
    }
    const isTextual = TEXT_COMPARATORS.includes(comparator);
    if (left.type === 'number' ? isTextual : /[<>]/.test(comparator)) {
      const what = left.type === 'number' ? 'numbers' : 'texts';
      throw new RuleError(`'${comparator}' does not compare ${what}`, span);
    }
    if (left.type === 'status' && isTextual) throw new RuleError(`a status is compared with == or !=`, span);
  }

  /** `end == "crash"` would never hold. */
  private mustBeAnEnd(side: Typed<RunValue>, other: Typed<RunValue>): void {
    if (side.of.kind !== 'end' || other.of.kind !== 'literal' || ENDS.includes(String(other.of.value))) return;
    const near = didYouMean(suggest(String(other.of.value), ENDS));
    throw new RuleError(`a run ends with one of ${list(ENDS)}${near}`, other.span);
  }

  private runSpan(): RunSpan | undefined {
    if (this.takeWord('within')) {
      this.expectWord('tag');
      return { kind: 'tag', name: this.quoted('the name of a tag') };
    }
    const from = this.takeWord('from') ? this.mark() : undefined;
    const to = this.takeWord('to') ? this.mark() : undefined;
    return from === undefined && to === undefined ? undefined : { kind: 'marks', from, to };
  }

  private mark(): string {
    this.expectWord('mark');
    return this.quoted('the name of a mark');
  }

  private quoted(what: string): string {
    const token = this.token;
    if (token.kind !== 'text') throw this.unexpected(`${what} in quotes`);
    this.at++;
    return token.text;
  }

  private get token(): Token {
    return this.tokens[this.at] as Token;
  }

  private takeWord(word: string): boolean {
    return this.take('name', word);
  }

  private takeSign(sign: string): boolean {
    return this.take('sign', sign);
  }

  private take(kind: Token['kind'], text: string): boolean {
    const taken = this.token.kind === kind && this.token.text === text;
    if (taken) this.at++;
    return taken;
  }

  private expectWord(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected(`'${word}'`);
  }

  private expectSign(sign: string): void {
    if (!this.takeSign(sign)) throw this.unexpected(`'${sign}'`);
  }

  private expectEnd(): void {
    if (this.token.kind !== 'end') throw this.unexpected('the end of the rule');
  }

  private unexpected(wanted: string): RuleError {
    const { kind, text } = this.token;
    const found = kind === 'end' ? 'the rule ends' : `there is '${text}'`;
    return new RuleError(`${wanted} should stand here, but ${found}`, this.token);
  }

  /** From an offset to the last token taken. */
  private spanFrom(start: number): TextSpan {
    return { start, end: this.tokens[this.at - 1]?.end ?? start };
  }

  private textFrom(start: number): string {
    return this.text.slice(start, this.spanFrom(start).end);
  }
}

function isOfEvents(value: RunValue): boolean {
  return value.kind === 'count' || value.kind === 'first' || value.kind === 'last';
}

function typeOf(type: FieldType): ValueType {
  return type === 'str' ? 'text' : type === 'status' ? 'status' : 'number';
}

function unknownField(event: EventName, token: Token): RuleError {
  const fields = Object.keys(EVENTS[event].fields);
  const near = didYouMean(suggest(token.text, [...fields, ...COMMON_FIELDS]));
  return new RuleError(`${event} has no field '${token.text}'${near} (it has ${list(fields)})`, token);
}

function exact(text: string): bigint {
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
