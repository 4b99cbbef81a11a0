/**
 * Facts: the one shape in which diagrams of structures say a named value, for the picture (Facts.tsx) and for the text twin alike, so that both say the
 * same. Pure. What changed since the stop before is found by comparing facts of the same key.
 */
import type { Code, Flags, Named, Problem, Read } from '../../../kernel-sim/protocol/views';
import type { Subject } from '../../store/selection';
import { isNull, shortAddress } from '../../words/addresses';
import { hex } from '../../words/numbers';

export interface Fact {
  /** Stable: the same thing at another instant has the same key. */
  readonly key: string;
  readonly name: string;
  /** The value as it is read. */
  readonly text: string;
  /** What it means here, in a few words. */
  readonly note?: string | undefined;
  /** A click inspects this. */
  readonly subject?: Subject | undefined;
  /** Code: a click shows `(driver.c:41)` of the text in its source. */
  readonly isCode?: boolean;
  readonly status?: Code;
  /** Another value than at the stop before. */
  readonly changed: boolean;
}

type More = Partial<Pick<Fact, 'note' | 'subject' | 'isCode' | 'status'>>;

export function fact(key: string, name: string, text: string, more: More = {}): Fact {
  return { key, name, text, changed: false, ...more };
}

/** An address, inspected as what it is; NULL leads nowhere. */
export function addressFact(key: string, name: string, address: string, more: More = {}): Fact {
  const subject = isNull(address) ? undefined : (more.subject ?? { kind: 'address', address });
  return fact(key, name, shortAddress(address), { ...more, subject });
}

/** Code with a name; it leads to its source. */
export function codeFact(key: string, name: string, code: Named | null, none = 'none'): Fact {
  if (!code) return fact(key, name, none);
  return fact(key, name, code.name || shortAddress(code.address), {
    isCode: true,
    subject: { kind: 'address', address: code.address },
  });
}

export function flagsFact(key: string, name: string, flags: Flags): Fact {
  return fact(key, name, flags.names.length === 0 ? 'none' : flags.names.join(' | '), {
    note: flags.value === 0 ? undefined : hex(flags.value),
  });
}

/** The facts with those marked that were otherwise before. Nothing is marked if nothing is known of before. */
export function marked(now: readonly Fact[], before: readonly Fact[] | undefined): readonly Fact[] {
  if (!before) return now;
  const old = new Map(before.map(({ key, text }) => [key, text]));
  return now.map((one) => (old.get(one.key) === one.text ? one : { ...one, changed: true }));
}

/** `IoStatus.Status: STATUS_SUCCESS (changed)`. */
export function factLine({ name, text, note, changed }: Fact): string {
  return `${name}: ${text}${note ? ` (${note})` : ''}${changed ? ', changed since the last stop' : ''}`;
}

export function isProblem<T>(record: Read<T> | undefined): record is Problem {
  return typeof record === 'object' && record !== null && 'problem' in record;
}

/** The record, if it is there and can be read. */
export function known<T>(record: Read<T> | undefined | null): T | undefined {
  return record === undefined || record === null || isProblem(record) ? undefined : (record as T);
}
