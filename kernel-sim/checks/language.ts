/**
 * The language of checks as a tree. It is closed: comparisons over event fields, counts, order, spans; nothing in it loops, calls or
 * remembers more than a few numbers. `parser.ts` makes trees in which every name and type is known to be right.
 */
import type { EventName } from '../trace/schema.ts';

/** Offsets into the text of a rule. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A mistake in a rule. */
export class RuleError extends Error {
  constructor(
    message: string,
    readonly span: TextSpan,
  ) {
    super(message);
  }
}

export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'starts' | 'ends';

/** Numbers are exact; statuses and names are texts. */
export type Scalar = bigint | string;

/** A field of an event; `part` is of an I/O control code. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly name: string;
  readonly part: IoctlPart | undefined;
}
export type Term = FieldTerm | Literal;
export interface Literal {
  readonly kind: 'literal';
  readonly value: Scalar;
}

export const IOCTL_PARTS = ['type', 'access', 'function', 'method'] as const;
export type IoctlPart = (typeof IOCTL_PARTS)[number];

export type Condition =
  | { readonly kind: 'compare'; readonly left: Term; readonly comparator: Comparator; readonly right: Term }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition };

/** Events of one kind, all or some of them. `text` is how the author wrote it. */
export interface EventSet {
  readonly event: EventName;
  readonly where: Condition | undefined;
  readonly text: string;
}

/** Something that a whole run has one of. `span` only where a value is asked for by itself: the span of a rule is the rule's. */
export type RunValue =
  | Literal
  | { readonly kind: 'count'; readonly of: EventSet; readonly span?: RunSpan }
  | { readonly kind: 'first' | 'last'; readonly of: EventSet; readonly field: FieldTerm; readonly span?: RunSpan }
  | { readonly kind: 'exit' | 'end' | 'console' | 'debug' };

/**
 * Which part of the run counts. `tag`: what threads do between their LabTag of this name and their next one. `marks`: from the
 * first LabMark of one name, and to the first one of the other after that.
 */
export type RunSpan =
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'marks'; readonly from: string | undefined; readonly to: string | undefined };

/** `each` needs at least one event: what never happens proves nothing. */
export type RuleBody =
  | { readonly kind: 'never' | 'some'; readonly of: EventSet }
  | { readonly kind: 'each-has'; readonly of: EventSet; readonly condition: Condition; readonly text: string }
  | { readonly kind: 'each-after' | 'each-before'; readonly of: EventSet; readonly other: EventSet }
  | { readonly kind: 'compare'; readonly left: RunValue; readonly comparator: Comparator; readonly right: RunValue };

export interface Rule {
  readonly text: string;
  readonly body: RuleBody;
  readonly span: RunSpan | undefined;
}
