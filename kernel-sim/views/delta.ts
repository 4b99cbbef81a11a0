/**
 * Reversible differences between two plain records, such as one view at two instants. Entries of lists are matched by their key (address,
 * tid, handle ...), so that an entry that comes or goes is one change and does not disturb its neighbours.
 *
 * A path names fields of records, and in lists `[2]` (position) or `@address=0x...` (key). `#order` is the order of a list's keys, told when it differs.
 */
import type { Change, Delta } from '../protocol/views.ts';

/** Fields that name an entry of a list, best first. */
const KEYS = ['address', 'tid', 'handle', 'pid', 'cpu', 'index', 'header', 'from', 'level', 'priority', 'tag', 'name'];
const ORDER = '#order';

type Plain = Readonly<Record<string, unknown>>;

/** What turns `from` into `to`, and back. */
export function deltaOf(from: unknown, to: unknown): Delta {
  const changes: Change[] = [];
  compare([], from, to, changes);
  return { changes };
}

/** The record after the changes, given the one before. */
export function applyDelta(delta: Delta, before: unknown): unknown {
  return applyAll(delta.changes, before, (change) => ('to' in change ? { value: change.to } : undefined));
}

/** The record before the changes, given the one after. */
export function reverseDelta(delta: Delta, after: unknown): unknown {
  return applyAll(delta.changes, after, (change) => ('from' in change ? { value: change.from } : undefined));
}

// ------------------------------------------------------------------ making

function compare(path: readonly string[], from: unknown, to: unknown, changes: Change[]): void {
  if (Object.is(from, to)) return;
  if (Array.isArray(from) && Array.isArray(to) && compareLists(path, from, to, changes)) return;
  if (isRecord(from) && isRecord(to)) {
    for (const field of new Set([...Object.keys(from), ...Object.keys(to)])) {
      compareParts([...path, field], part(from, field), part(to, field), changes);
    }
    return;
  }
  changes.push({ path, from, to });
}

type Part = { readonly value: unknown } | undefined;

function part(record: Plain, field: string): Part {
  return Object.hasOwn(record, field) ? { value: record[field] } : undefined;
}

function compareParts(path: readonly string[], from: Part, to: Part, changes: Change[]): void {
  if (from && to) compare(path, from.value, to.value, changes);
  else changes.push({ path, ...(from && { from: from.value }), ...(to && { to: to.value }) });
}

/** False: the lists can only be told as a whole. */
function compareLists(
  path: readonly string[],
  from: readonly unknown[],
  to: readonly unknown[],
  changes: Change[],
): boolean {
  const key = keyOf([from, to]);
  if (key === undefined) {
    if (from.length !== to.length) return false;
    for (const [i, value] of from.entries()) compare([...path, `[${i}]`], value, to[i], changes);
    return true;
  }
  const [before, after] = [byKey(from, key), byKey(to, key)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(name), after.get(name)];
    compareParts([...path, name], a && { value: a }, b && { value: b }, changes);
  }
  const [was, is] = [[...before.keys()], [...after.keys()]];
  const sameOrder = was.length === is.length && was.every((name, i) => name === is[i]);
  if (!sameOrder) changes.push({ path: [...path, ORDER], from: was, to: is });
  return true;
}

/** The first field that every entry of the lists has, each another value in its list. */
function keyOf(lists: readonly (readonly unknown[])[]): string | undefined {
  const entries = lists.flat();
  if (entries.length === 0 || !entries.every(isRecord)) return undefined;
  return KEYS.find((key) => lists.every((list) => isKey(list as readonly Plain[], key)));
}

function isKey(list: readonly Plain[], key: string): boolean {
  const values = list.map((entry) => (Object.hasOwn(entry, key) ? entry[key] : undefined));
  const named = values.every((value) => typeof value === 'string' || typeof value === 'number');
  return named && new Set(values.map(String)).size === values.length;
}

function byKey(list: readonly unknown[], key: string): Map<string, Plain> {
  return new Map((list as readonly Plain[]).map((entry) => [`@${key}=${entry[key]}`, entry]));
}

// ------------------------------------------------------------------ applying

/** A change with the part of its path that is still to be walked. */
interface Step {
  readonly path: readonly string[];
  readonly value: Part;
}

function applyAll(changes: readonly Change[], record: unknown, side: (change: Change) => Part): unknown {
  return apply(
    record,
    changes.map((change) => ({ path: change.path, value: side(change) })),
  );
}

function apply(value: unknown, steps: readonly Step[]): unknown {
  if (steps.length === 0) return value;
  const whole = steps.find(({ path }) => path.length === 0);
  if (whole) return whole.value?.value;
  const below = new Map<string, Step[]>();
  for (const { path, value: next } of steps) {
    const inside = below.get(path[0]) ?? [];
    below.set(path[0], [...inside, { path: path.slice(1), value: next }]);
  }
  if (Array.isArray(value)) return Object.freeze(applyToList(value, below));
  const result: Record<string, unknown> = { ...(value as Plain) };
  for (const [field, rest] of below) {
    const next = applyPart(part(result, field), rest);
    if (next) result[field] = next.value;
    else delete result[field];
  }
  return Object.freeze(result);
}

function applyPart(before: Part, steps: readonly Step[]): Part {
  const whole = steps.find(({ path }) => path.length === 0);
  return whole ? whole.value : { value: apply(before?.value, steps) };
}

function applyToList(list: readonly unknown[], below: ReadonlyMap<string, readonly Step[]>): unknown[] {
  const order = below.get(ORDER)?.[0]?.value?.value as readonly string[] | undefined;
  const names = [...below.keys()].filter((name) => name !== ORDER);
  const key = [...names, ...(order ?? [])].map((name) => /^@(\w+)=/.exec(name)?.[1])[0];
  if (key === undefined) return list.map((entry, i) => applyPart({ value: entry }, below.get(`[${i}]`) ?? [])?.value);
  const entries = new Map<string, unknown>(byKey(list, key));
  for (const name of names) {
    const next = applyPart(entries.has(name) ? { value: entries.get(name) } : undefined, below.get(name) ?? []);
    if (next) entries.set(name, next.value);
    else entries.delete(name);
  }
  return (order ?? [...entries.keys()]).map((name) => entries.get(name));
}

function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
