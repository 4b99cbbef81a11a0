/**
 * The events of a branch as the timeline needs them: columns that grow, in the order of the trace, and for each group the instants of its own, which
 * are its hit index. Searching is binary over instants; nothing is allocated while drawing.
 */
import type { TraceColumns } from '../../kernel-sim/protocol/messages';
import { GROUPS, groupOf } from './groups';
import type { Span } from './span';

/** Events of one group: `instant[i]` is that of event number `event[i]`. */
interface GroupEvents {
  readonly instant: Grown<Float64Array>;
  readonly event: Grown<Uint32Array>;
}

export class EventIndex {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #kind = new Grown((size) => new Uint8Array(size));
  readonly #instant = new Grown((size) => new Float64Array(size));
  readonly #time = new Grown((size) => new Float64Array(size));
  readonly #groups: readonly GroupEvents[] = GROUPS.map(() => ({
    instant: new Grown((size) => new Float64Array(size)),
    event: new Grown((size) => new Uint32Array(size)),
  }));

  get count(): number {
    return this.#instant.count;
  }

  /** Events that follow those known. */
  append({ kinds, kind, instant, t }: TraceColumns): void {
    const numbers = kinds.map((name) => this.#numberOf(name));
    const groups = kinds.map(groupOf);
    const first = this.count;
    this.#instant.append(instant);
    this.#time.append(t);
    this.#kind.append(kind.map((one) => numbers[one]));
    for (let i = 0; i < kind.length; i++) {
      const group = this.#groups[groups[kind[i]]];
      group.instant.push(instant[i]);
      group.event.push(first + i);
    }
  }

  instantOf(event: number): number {
    return this.#instant.values[event];
  }

  kindOf(event: number): string {
    return this.#names[this.#kind.values[event]];
  }

  /** How many events of a group lie in a span. */
  countIn(group: number, { from, to }: Span): number {
    const { instant } = this.#groups[group];
    return lowerBound(instant, to) - lowerBound(instant, from);
  }

  /** Calls back with the instant of each event of a group in the span. */
  each(group: number, { from, to }: Span, visit: (instant: number) => void): void {
    const { instant } = this.#groups[group];
    const end = lowerBound(instant, to);
    for (let i = lowerBound(instant, from); i < end; i++) visit(instant.values[i]);
  }

  /** Counts a group's events into equal parts of the span; the result is the most that one part has. */
  bin(group: number, { from, to }: Span, parts: Uint32Array): number {
    parts.fill(0);
    const { instant } = this.#groups[group];
    const end = lowerBound(instant, to);
    const scale = parts.length / (to - from);
    let most = 0;
    for (let i = lowerBound(instant, from); i < end; i++) {
      const part = Math.min(parts.length - 1, Math.floor((instant.values[i] - from) * scale));
      parts[part]++;
      if (parts[part] > most) most = parts[part];
    }
    return most;
  }

  /** Number of the group's event that is nearest to an instant; undefined: none is so near. */
  nearest(group: number, at: number, within: number): number | undefined {
    const { instant, event } = this.#groups[group];
    const after = lowerBound(instant, at);
    let best: number | undefined;
    let distance = within;
    for (let i = Math.max(0, after - 1); i <= after && i < instant.count; i++) {
      const away = Math.abs(instant.values[i] - at);
      if (away > distance) continue;
      best = event.values[i];
      distance = away;
    }
    return best;
  }

  /** How often each kind of a group occurs in a span, the most frequent first. */
  kindsIn(group: number, { from, to }: Span): readonly { readonly kind: string; readonly count: number }[] {
    const { instant, event } = this.#groups[group];
    const counts = new Map<string, number>();
    const end = lowerBound(instant, to);
    for (let i = lowerBound(instant, from); i < end; i++) {
      const kind = this.kindOf(event.values[i]);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
  }

  /**
   * State right after the next event of these kinds, as seen from a state; undefined: there is none. An event with instant e is seen in state e + 1,
   * so the next one has e >= state, and the one before e + 1 < state.
   */
  next(kinds: ReadonlySet<string>, state: number): number | undefined {
    const wanted = this.#wanted(kinds);
    for (let i = lowerBound(this.#instant, state); i < this.count; i++) {
      if (wanted[this.#kind.values[i]]) return this.instantOf(i) + 1;
    }
    return undefined;
  }

  previous(kinds: ReadonlySet<string>, state: number): number | undefined {
    const wanted = this.#wanted(kinds);
    for (let i = lowerBound(this.#instant, state - 1) - 1; i >= 0; i--) {
      if (wanted[this.#kind.values[i]]) return this.instantOf(i) + 1;
    }
    return undefined;
  }

  /** Simulated ns at an instant, taken from the events on both sides of it; undefined: nothing is known yet. */
  timeAt(at: number): number | undefined {
    const after = lowerBound(this.#instant, at);
    if (this.count === 0) return undefined;
    if (after === 0) return this.#time.values[0];
    const before = after - 1;
    if (after === this.count) return this.#time.values[before];
    const [from, to] = [this.instantOf(before), this.instantOf(after)];
    const share = to > from ? (at - from) / (to - from) : 0;
    return this.#time.values[before] + share * (this.#time.values[after] - this.#time.values[before]);
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #wanted(kinds: ReadonlySet<string>): readonly boolean[] {
    return this.#names.map((name) => kinds.has(name));
  }
}

/** A typed array with room to grow. */
class Grown<A extends Float64Array | Uint32Array | Uint8Array> {
  values: A;
  count = 0;

  constructor(private readonly make: (size: number) => A) {
    this.values = make(256);
  }

  push(value: number): void {
    this.#reserve(this.count + 1);
    this.values[this.count++] = value;
  }

  append(values: ArrayLike<number>): void {
    this.#reserve(this.count + values.length);
    this.values.set(values, this.count);
    this.count += values.length;
  }

  #reserve(size: number): void {
    if (size <= this.values.length) return;
    const grown = this.make(Math.max(size, this.values.length * 2));
    grown.set(this.values.subarray(0, this.count));
    this.values = grown;
  }
}

/** Place of the first value that is not below. */
function lowerBound({ values, count }: Grown<Float64Array>, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
