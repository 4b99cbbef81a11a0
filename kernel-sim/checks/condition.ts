/** Whether an event meets a condition. Pure; conditions come from the parser, so every field is there or was left out as 0. */
import type { TraceEvent } from '../protocol/lab-api.ts';
import { EVENTS, type EventName, type FieldType } from '../trace/schema.ts';
import type { Comparator, Condition, EventSet, FieldTerm, IoctlPart, Scalar, Term } from './language.ts';

/** Where the parts of an I/O control code lie: bits to the right of it, and its mask. */
const IOCTL_BITS: Readonly<Record<IoctlPart, readonly [shift: bigint, mask: bigint]>> = {
  type: [16n, 0xffffn],
  access: [14n, 3n],
  function: [2n, 0xfffn],
  method: [0n, 3n],
};

export function isOf(set: EventSet, event: TraceEvent): boolean {
  return event.event === set.event && (!set.where || holds(set.where, event));
}

export function holds(condition: Condition, event: TraceEvent): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, event) && holds(condition.right, event);
    case 'or':
      return holds(condition.left, event) || holds(condition.right, event);
    case 'not':
      return !holds(condition.of, event);
    case 'compare':
      return compare(termValue(condition.left, event), condition.comparator, termValue(condition.right, event));
  }
}

/** Both of one type. */
export function compare(left: Scalar, comparator: Comparator, right: Scalar): boolean {
  switch (comparator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case 'contains':
      return String(left).includes(String(right));
    case 'starts':
      return String(left).startsWith(String(right));
    case 'ends':
      return String(left).endsWith(String(right));
  }
}

function termValue(term: Term, event: TraceEvent): Scalar {
  return term.kind === 'literal' ? term.value : fieldOf(term, event);
}

/** Addresses and 64-bit values come as hexadecimal text, statuses by name. */
export function fieldOf({ name, part }: FieldTerm, event: TraceEvent): Scalar {
  const types: Readonly<Record<string, FieldType>> = EVENTS[event.event as EventName].fields;
  const type = types[name];
  const value = event[name];
  if (type === 'str') return name === 'driver' ? serviceName(String(value ?? '')) : String(value ?? '');
  if (type === 'status') return String(value);
  const number = BigInt(value ?? 0);
  if (!part) return number;
  const [shift, mask] = IOCTL_BITS[part];
  return (number >> shift) & mask;
}

/** `\Driver\thermo` -> `thermo`. */
function serviceName(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}
