/**
 * Events as stops: which events of the trace are meant, by kind and by words in their summary. An event with instant e is seen at e + 1.
 */
import { hex64 } from '../../base/numbers.ts';
import { nearest } from '../../c/spelling.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { statusName } from '../../kernel/names.ts';
import { routineName } from '../../kernel/symbols.ts';
import type { DecodedEvent, FieldValue } from '../../trace/recorder.ts';
import { EVENTS, type EventName, type FieldType } from '../../trace/schema.ts';
import { summaryOf } from '../../trace/words.ts';
import { DebugError } from '../error.ts';

export interface EventPattern {
  readonly kinds: readonly EventName[];
  /** Lower case; '' matches all. */
  readonly match: string;
}

/** Throws DebugError for a kind of event that does not exist. */
export function eventPattern(kinds: readonly string[], match = ''): EventPattern {
  if (kinds.length === 0) throw new DebugError('no kind of event is named');
  return { kinds: kinds.map(eventName), match: match.toLowerCase() };
}

function eventName(name: string): EventName {
  if (Object.hasOwn(EVENTS, name)) return name as EventName;
  const meant = nearest(name, Object.keys(EVENTS));
  throw new DebugError(`there is no event ${name}${meant === undefined ? '' : `; is ${meant} meant?`}`);
}

type Fields = Readonly<Record<string, number | string>>;

export function matches(k: Kernel, { kinds, match }: EventPattern, event: Fields): boolean {
  if (!kinds.includes(event.event as EventName)) return false;
  return match === '' || eventText(k, event).toLowerCase().includes(match);
}

/** `irp_call: lab ← IRP_MJ_CREATE, IRP …5770`. */
export function eventText(k: Kernel, event: Fields | DecodedEvent): string {
  const name = String(event.event);
  const words = summaryOf(event, (address) => nameAt(k, address));
  return words === '' ? name : `${name}: ${words}`;
}

function nameAt(k: Kernel, address: string): string {
  const value = BigInt(address);
  // A user address means something only in its own process, which may be gone.
  return value >> 63n === 0n ? '' : routineName(k, value);
}

/** The fields of an event that is just being emitted, as readers of the trace see them. */
export function fieldsOf(name: EventName, values: readonly FieldValue[]): Fields {
  const fields: Record<string, number | string> = { event: name };
  Object.entries(EVENTS[name].fields).forEach(([field, type], i) => {
    if (i < values.length) fields[field] = shown(type, values[i]);
  });
  return fields;
}

function shown(type: FieldType, value: FieldValue): number | string {
  if (type === 'str') return String(value);
  if (type === 'ptr' || type === 'u64') return `0x${hex64(value as number | bigint)}`;
  const low = Number(BigInt.asUintN(32, BigInt(value)));
  return type === 'status' ? statusName(low) : low;
}
