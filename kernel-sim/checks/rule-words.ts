/**
 * A rule as a plain sentence: what it expects of a run, made from its tree. Total: there is a sentence for everything that the parser lets through. What was
 * seen instead is told by `rule-fold.ts`, with the same words.
 */
import type { TraceEvent } from '../protocol/lab-api.ts';
import { irql } from '../trace/fields.ts';
import { EVENTS, type EventName, type FieldType } from '../trace/schema.ts';
import { fieldOf, holds } from './condition.ts';
import type {
  Comparator,
  Condition,
  EventSet,
  FieldTerm,
  RuleBody,
  RunSpan,
  RunValue,
  Scalar,
  Term,
} from './language.ts';
import { END_WORDS, EVENT_NOUNS, FIELD_NOUNS, type Noun } from './nouns.ts';

/** Longer texts are cut for a sentence. */
const MOST_TEXT = 160;

const VERBS: Readonly<Record<Comparator, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  contains: 'contains',
  starts: 'begins with',
  ends: 'ends with',
};
const OPPOSITES: Readonly<Record<Comparator, string>> = {
  '==': VERBS['!='],
  '!=': VERBS['=='],
  '<': VERBS['>='],
  '<=': VERBS['>'],
  '>': VERBS['<='],
  '>=': VERBS['<'],
  contains: 'does not contain',
  starts: 'does not begin with',
  ends: 'does not end with',
};
/** With its sides exchanged; the others cannot be. */
const MIRRORED: Partial<Record<Comparator, Comparator>> = {
  ...{ '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' },
};

/** What a rule expects, as a sentence. */
export function expectationOf(body: RuleBody, span: RunSpan | undefined): string {
  const where = spanWords(span);
  switch (body.kind) {
    case 'never':
      return `No ${nounOf(body.of).one} happens${where}.`;
    case 'some':
      return `At least one ${nounOf(body.of).one} happens${where}.`;
    case 'each-has': {
      const clause = conditionWords(body.condition, body.of.event, 'the ');
      return `For every ${nounOf(body.of).one}${where}, ${clause}. There is at least one.`;
    }
    case 'each-after':
      return `Every ${nounOf(body.of).one}${where} comes after ${withArticle(nounOf(body.other).one)}. There is at least one.`;
    case 'each-before':
      return `Every ${nounOf(body.of).one}${where} is followed by ${withArticle(nounOf(body.other).one)}. There is at least one.`;
    case 'compare':
      return `${capital(comparisonWords(body, where))}.`;
  }
}

type Comparison = RuleBody & { readonly kind: 'compare' };

function comparisonWords({ left, comparator, right }: Comparison, where: string): string {
  // The value of the run comes first.
  const mirrored = MIRRORED[comparator];
  if (left.kind === 'literal' && right.kind !== 'literal' && mirrored) {
    return comparisonWords({ kind: 'compare', left: right, comparator: mirrored, right: left }, where);
  }
  if (left.kind === 'count') {
    if (right.kind === 'literal') return countWords(left.of, comparator, right.value, where);
    if (right.kind === 'count' && comparator === '==') {
      return `there are as many ${nounOf(left.of).many} as ${nounOf(right.of).many}${where}`;
    }
  }
  if (left.kind === 'end' && right.kind === 'literal' && (comparator === '==' || comparator === '!=')) {
    const how = endWords(String(right.value));
    return comparator === '==' ? `the run ends ${how}` : `the run does not end ${how}`;
  }
  const field = left.kind === 'first' || left.kind === 'last' ? formOf(left.of.event, left.field) : undefined;
  const other = right.kind === 'literal' ? valueWords(right.value, field) : valueNoun(right);
  return `${valueNoun(left)} ${VERBS[comparator]} ${other}${where}`;
}

const COUNTS: Partial<Record<Comparator, string>> = {
  '==': 'exactly',
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'fewer than',
};

function countWords(of: EventSet, comparator: Comparator, value: Scalar, where: string): string {
  const amount = COUNTS[comparator];
  const { one, many } = nounOf(of);
  if (amount === undefined) return `the number of ${many} ${VERBS[comparator]} ${value}${where}`;
  if (value === 0n && comparator === '==') return `there is no ${one}${where}`;
  return value === 1n ? `there is ${amount} one ${one}${where}` : `there are ${amount} ${value} ${many}${where}`;
}

/** ` within LabTag "write"`; '' for the whole run. */
export function spanWords(span: RunSpan | undefined): string {
  if (!span) return '';
  if (span.kind === 'tag') return ` within LabTag "${span.name}"`;
  const { from, to } = span;
  const sides = [from === undefined ? [] : `after LabMark "${from}"`, to === undefined ? [] : `before LabMark "${to}"`];
  return ` ${sides.flat().join(' and ')}`;
}

/** What a value of a run is, within a sentence: `the exit code of the last program`. */
export function valueNoun(value: RunValue): string {
  switch (value.kind) {
    case 'literal':
      return valueWords(value.value);
    case 'count':
      return `the number of ${nounOf(value.of).many}`;
    case 'first':
    case 'last':
      return `the ${fieldNoun(value.field)} of the ${value.kind} ${nounOf(value.of).one}`;
    case 'exit':
      return 'the exit code of the last program';
    case 'end':
      return 'the way in which the run ends';
    case 'console':
      return 'what the programs print';
    case 'debug':
      return 'the debug output';
  }
}

export function endWords(kind: string): string {
  const words: Readonly<Record<string, string>> = END_WORDS;
  return words[kind] ?? `with "${kind}"`;
}

/** The events of a set as a noun with everything that is asked of them. */
export function nounOf({ event, where }: EventSet): Noun {
  const parts = where ? conjuncts(where) : [];
  const taken = new Set<Condition>();
  const take = (field: string): string | undefined => {
    const part = parts.find((one) => !taken.has(one) && equalityOf(one)?.field === field);
    if (!part) return undefined;
    taken.add(part);
    return equalityOf(part)?.value;
  };
  const { one, many } = EVENT_NOUNS[event](take);
  const rest = parts.filter((part) => !taken.has(part)).map((part) => conditionWords(part, event, 'whose '));
  const clauses = rest.length === 0 ? '' : ` ${rest.join(' and ')}`;
  return { one: one + clauses, many: many + clauses };
}

/** Without what is asked of them: `call of a driver`. */
export function bareNoun(event: EventName): Noun {
  return EVENT_NOUNS[event](() => undefined);
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? [...conjuncts(condition.left), ...conjuncts(condition.right)] : [condition];
}

/** `name == 'x'`, in whichever order it is written. */
function equalityOf(condition: Condition): { field: string; value: string } | undefined {
  if (condition.kind !== 'compare' || condition.comparator !== '==') return undefined;
  const { left, right } = condition;
  const [field, literal] = left.kind === 'field' ? [left, right] : [right, left];
  if (field.kind !== 'field' || field.part || literal.kind !== 'literal') return undefined;
  return literal.value === '' ? undefined : { field: field.name, value: String(literal.value) };
}

/** `subject`: what stands before a field, `whose ` or `the `. */
export function conditionWords(condition: Condition, event: EventName, subject: string, isNot = false): string {
  switch (condition.kind) {
    case 'not':
      return conditionWords(condition.of, event, subject, !isNot);
    case 'and':
    case 'or': {
      const isAnd = (condition.kind === 'and') !== isNot;
      const sides = [condition.left, condition.right].map((side) => {
        const words = conditionWords(side, event, subject, isNot);
        return side.kind === 'and' || side.kind === 'or' ? `(${words})` : words;
      });
      const isChain = condition.left.kind === condition.kind;
      const left = isChain ? conditionWords(condition.left, event, subject, isNot) : sides[0];
      return `${left} ${isAnd ? 'and' : 'or'} ${sides[1]}`;
    }
    case 'compare':
      return comparedWords(condition, event, subject, isNot);
  }
}

type Compared = Condition & { readonly kind: 'compare' };

function comparedWords(condition: Compared, event: EventName, subject: string, isNot: boolean): string {
  const { left, comparator, right } = condition;
  const mirrored = MIRRORED[comparator];
  if (left.kind === 'literal' && right.kind === 'field' && mirrored) {
    return comparedWords({ kind: 'compare', left: right, comparator: mirrored, right: left }, event, subject, isNot);
  }
  const verb = (isNot ? OPPOSITES : VERBS)[comparator];
  const termWords = (term: Term, other: Term, article: string) =>
    term.kind === 'field'
      ? `${article}${fieldNoun(term)}`
      : valueWords(term.value, other.kind === 'field' ? formOf(event, other) : undefined);
  const isWhose = subject === 'whose ';
  if (left.kind === 'field') {
    return `${subject}${fieldNoun(left)} ${verb} ${termWords(right, left, isWhose ? 'its ' : subject)}`;
  }
  const article = isWhose ? 'its ' : subject;
  return `${isWhose ? 'for which ' : ''}${termWords(left, right, article)} ${verb} ${termWords(right, left, article)}`;
}

/** The fields that keep an event from meeting a condition, with what they are there: `the status was STATUS_PENDING`. */
export function contraryWords(condition: Condition, event: TraceEvent): string {
  const wrong = new Map<string, FieldTerm>();
  const collect = (part: Condition, isNot: boolean): void => {
    if (part.kind === 'compare') {
      for (const term of [part.left, part.right])
        if (term.kind === 'field') wrong.set(`${term.name}.${term.part}`, term);
    } else if (part.kind === 'not') collect(part.of, !isNot);
    else for (const side of [part.left, part.right]) if (holds(side, event) === isNot) collect(side, isNot);
  };
  collect(condition, false);
  const name = event.event as EventName;
  const told = [...wrong.values()].map((field) => {
    const value = valueWords(fieldOf(field, event), formOf(name, field));
    return `the ${fieldNoun(field)} was ${value}`;
  });
  return told.join(' and ');
}

function fieldNoun({ name, part }: FieldTerm): string {
  const nouns: Readonly<Record<string, string>> = FIELD_NOUNS;
  const noun = nouns[name] ?? name;
  return part === undefined ? noun : `${part} part of the ${noun}`;
}

interface ValueForm {
  readonly type: FieldType;
  readonly isHex: boolean;
}

const HEX_FIELDS = new Set(['ioctl', 'access', 'code', 'r11']);

/** How the values of a field are told. */
export function formOf(event: EventName, { name, part }: FieldTerm): ValueForm {
  const types: Readonly<Record<string, FieldType>> = EVENTS[event].fields;
  const type = types[name] ?? 'u32';
  return {
    type,
    isHex: type === 'ptr' || (HEX_FIELDS.has(name) && part === undefined) || part === 'type' || part === 'function',
  };
}

/** A value as it is read aloud: names of levels and statuses as they are, addresses in hexadecimal, other texts in quotes. */
export function valueWords(value: Scalar, form?: ValueForm): string {
  if (typeof value === 'bigint') {
    if (form?.type === 'irql') return irql(String(value));
    if (form?.type === 'bool') return value === 0n ? 'false' : 'true';
    const isHex = form?.isHex === true || value >= 0x1_0000_0000n;
    return isHex && value >= 0n ? `0x${value.toString(16).toUpperCase()}` : `${value}`;
  }
  if (form ? form.type === 'status' || /^IRP_M[JN]_\w+$/.test(value) : /^STATUS_\w+$/.test(value)) return value;
  const line = value.replace(/\r?\n/g, '↵');
  return `"${line.length > MOST_TEXT ? `${line.slice(0, MOST_TEXT)}…` : line}"`;
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

export function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
