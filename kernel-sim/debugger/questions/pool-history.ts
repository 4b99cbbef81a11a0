/**
 * What became of a piece of pool: who allocated and freed it, what lay before it, and who wrote where only the pool may write (the headers
 * between blocks) or into a block that was free.
 */

import type { VirtAddr } from '../../base/numbers.ts';
import type { Task } from '../../base/task.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { C, POOL_HEADER } from '../../kernel/layouts.generated.ts';
import { PAGE } from '../../machine/layout.ts';
import type { Deed, PoolBlock, PoolDamage, PoolEvent, PoolHistory } from '../../protocol/questions.ts';
import type { Address, At } from '../../protocol/time.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { DecodedEvent } from '../../trace/recorder.ts';
import { INSTRUCTION_BYTES, Op } from '../../vm/opcodes.ts';
import type { Touch } from '../../vm/watch.ts';
import { DebugError } from '../error.ts';
import { addressText, codeAt, placeText, routineOf } from './deed.ts';
import { parseAddress } from './last-writes.ts';
import type { FoundWrite } from './look.ts';
import { type Segment, tablesOf, virtualSegments } from './mapping.ts';
import { deedsAt } from './moments.ts';
import { Question, type Stage } from './question.ts';
import { searchWrites } from './search.ts';

const HEADER = POOL_HEADER.size;
const UNIT = C.EXP_POOL_ALIGN;
/** Larger blocks have pages of their own and no header. */
const MAX_SMALL = C.EXP_PAGE_UNITS * UNIT - HEADER;
/** Allocations and frees that are told, and damage: the newest. */
const SHOWN_EVENTS = 16;
const SHOWN_DAMAGE = 4;
/** Writes looked at for it: a copy that overruns makes many. */
const MAX_WRITES = 64;
/** Writes of one copy are not further apart, in instructions. */
const SAME_COPY = 200;

/** An allocation or a free, as the trace tells it. */
interface Change {
  readonly kind: PoolEvent['kind'];
  readonly instant: number;
  readonly cpu: number;
  readonly va: VirtAddr;
  readonly bytes: number;
  readonly tag: string;
  readonly pool: string;
}

export interface PoolRequest {
  readonly address: Address;
  readonly at: At;
}

/** Works on `cursor`, which nobody else may move meanwhile. Throws DebugError for what cannot be asked. */
export function poolHistory(timeline: Timeline, cursor: Cursor, { address, at }: PoolRequest): Task<PoolHistory> {
  const problem = timeline.problemWith(at);
  if (problem) throw new DebugError(problem);
  const va = parseAddress(address);
  return new Question<PoolHistory>((question) => {
    const around = timeline.trace.events({
      branch: at.branch,
      from: 0,
      to: at.instant,
      kinds: ['pool_alloc', 'pool_free'],
      where: (event) => isNear(changeOf(event), va),
    });
    return question.work(around, (events) => history(timeline, cursor, question, events.map(changeOf), va, at), 0.3);
  });
}

function history(
  timeline: Timeline,
  cursor: Cursor,
  question: Question<PoolHistory>,
  changes: readonly Change[],
  va: VirtAddr,
  at: At,
): Stage {
  const own = changes.filter((change) => contains(change, va));
  const last = own.at(-1);
  // The neighbour is the one that it had while it lived.
  const until = last?.kind === 'freed' ? last.instant : at.instant;
  const before = last && changes.findLast((change) => end(change) === last.va - HEADER && change.instant < until);
  const told = [...own.slice(-SHOWN_EVENTS), ...(before ? [before] : [])].sort((a, b) => a.instant - b.instant);
  const answer = (deeds: readonly Deed[], writes: readonly FoundWrite[]): undefined => {
    const events = told.map((change, i): PoolEvent => ({ kind: change.kind, block: blockOf(change), by: deeds[i] }));
    const neighbour = before && events[told.indexOf(before)];
    const mine = events.filter((_, i) => told[i] !== before);
    const damage = last
      ? copiesOf(writes)
          .slice(0, SHOWN_DAMAGE)
          .map((copy) => damageOf(copy, last, before))
      : [];
    return question.answer({
      ...{ at, address: addressText(va), block: last && blockOf(last), offset: last ? va - last.va : 0 },
      ...{ events: mine, before: neighbour, damage, text: textOf(va, mine, neighbour, damage) },
    });
  };
  return question.work(
    deedsAt(timeline, cursor, at.branch, told),
    (deeds) => {
      if (!last || last.bytes > MAX_SMALL) return answer(deeds, []);
      return question.work(timeline.seek(cursor, at), () => {
        const search = damageSearch(timeline, cursor, own, last, at);
        return search ? question.work(search, ({ writes }) => answer(deeds, writes), 0.5) : answer(deeds, []);
      });
    },
    0.2,
  );
}

/** Writes by others than the pool to the headers before and behind the block, or into it while it is free. `cursor` is at `at`. */
function damageSearch(timeline: Timeline, cursor: Cursor, own: readonly Change[], last: Change, at: At) {
  const first = last.va - HEADER;
  // The header behind the block, unless the block ends its page.
  const limit = Math.floor(first / PAGE) * PAGE + C.EXP_PAGE_UNITS * UNIT;
  const length = Math.min(end(last) + HEADER, limit) - first;
  const k = cursor.kernel;
  const segments = virtualSegments(k.machine.memory, tablesOf(k, first, 0), first, length);
  if ('missing' in segments) return undefined;
  const segment = segments[0];
  // From the last allocation but one: what was written into the block between two owners counts too.
  const since = own.filter(({ kind }) => kind === 'allocated').at(-2) ?? own[0];
  return searchWrites(timeline, cursor, {
    ...{ branch: at.branch, to: at.instant, after: since.instant + 1, segments, base: first, count: MAX_WRITES },
    accepts: (kernel, touched) =>
      !isPoolAtWork(kernel) && touched.some((touch) => isForbidden(kernel, touch, segment, own, last)),
  });
}

function isForbidden(
  k: Kernel,
  { pa, length }: Touch,
  segment: Segment,
  own: readonly Change[],
  last: Change,
): boolean {
  const from = last.va - HEADER + pa - segment.pa;
  if (from < last.va || from + length > end(last)) return true;
  // The change that a write sees is the last one before it.
  return own.findLast(({ instant }) => instant < k.machine.instant)?.kind === 'freed';
}

/** The CPU that moved last has executed a primitive: no one else's instruction wrote. */
function isPoolAtWork(k: Kernel): boolean {
  return k.machine.memory.u8(codeAt(k.cpu) - INSTRUCTION_BYTES) === Op.PRIM;
}

/** Writes that one loop made one after another belong together. Newest first, inside and out. */
function copiesOf(writes: readonly FoundWrite[]): FoundWrite[][] {
  const copies: FoundWrite[][] = [];
  for (const write of writes) {
    const { record: later } = copies.at(-1)?.at(-1) ?? {};
    const { record } = write;
    const belongs =
      later?.tid === record.tid &&
      later.instant - record.instant <= SAME_COPY &&
      routineOf(later.place.text) === routineOf(record.place.text);
    if (belongs) copies.at(-1)?.push(write);
    else copies.push([write]);
  }
  return copies;
}

/** The first write of a copy is the one to go to: there it crossed the limit. */
function damageOf(copy: readonly FoundWrite[], last: Change, before: Change | undefined): PoolDamage {
  const { record: write, step } = copy[copy.length - 1];
  const from = Math.min(...copy.map(({ record }) => parseAddress(record.address)));
  const to = Math.max(...copy.map(({ record }) => parseAddress(record.address) + record.length));
  const isHeader = from < last.va || to > end(last);
  const who = `${placeText(write)} at instant ${write.instant}`;
  const bytes = `${to - from} byte${to - from === 1 ? '' : 's'}`;
  const name = describe(last);
  if (!isHeader) return { kind: 'use-after-free', write, text: `${who} wrote ${bytes} into ${name}, which was free` };
  if (from >= last.va) {
    const text = `${who} wrote past the end of ${name}: ${bytes} of the header of the next block`;
    return { kind: 'overrun', write, text };
  }
  // A pointer into the block that went below it, or one that climbed past the end of the block before it.
  const base = step.pointer;
  if (base !== undefined && base >= last.va && base <= end(last))
    return { kind: 'underrun', write, text: `${who} wrote before the start of ${name}: ${bytes} of its header` };
  const victim = before ? describe(before) : 'the block before it';
  return { kind: 'overrun', write, text: `${who} wrote past the end of ${victim}: ${bytes} of the header of ${name}` };
}

function textOf(
  va: VirtAddr,
  events: readonly PoolEvent[],
  before: PoolEvent | undefined,
  damage: readonly PoolDamage[],
): string[] {
  const last = events.at(-1);
  if (!last) return [`${addressText(va)} was never part of a pool block`];
  const lines = events.map(({ kind, block, by }) => {
    const size = kind === 'allocated' ? ` (${block.bytes} bytes, tag '${block.tag}', ${block.pool} pool)` : '';
    return `${kind} at instant ${by.instant} by ${placeText(by)}${size}`;
  });
  if (before) {
    const { block, by, kind } = before;
    lines.push(
      `directly before it: ${block.bytes} bytes with tag '${block.tag}', ${kind} at instant ${by.instant} by ${placeText(by)}`,
    );
  }
  return [...lines, ...damage.map(({ text }) => text)];
}

function describe({ bytes, tag, va }: Change): string {
  return `the block of ${bytes} bytes with tag '${tag}' at ${addressText(va)}`;
}

function blockOf({ kind, va, bytes, tag, pool }: Change): PoolBlock {
  return { address: addressText(va), bytes, tag, pool, state: kind === 'allocated' ? 'allocated' : 'free' };
}

function changeOf(event: DecodedEvent): Change {
  return {
    kind: event.event === 'pool_alloc' ? 'allocated' : 'freed',
    instant: event.instant,
    cpu: event.cpu,
    va: parseAddress(String(event.address)),
    bytes: Number(event.bytes),
    tag: String(event.tag),
    pool: String(event.pool ?? ''),
  };
}

/** First byte behind the block, in whole units: where the next header stands. */
function end({ va, bytes }: Change): VirtAddr {
  return bytes > MAX_SMALL ? va + bytes : va - HEADER + Math.max(2, Math.ceil((bytes + HEADER) / UNIT)) * UNIT;
}

/** The block's header counts as its own. */
function contains(change: Change, va: VirtAddr): boolean {
  return va >= change.va - (change.bytes > MAX_SMALL ? 0 : HEADER) && va < end(change);
}

function isNear(change: Change, va: VirtAddr): boolean {
  return contains(change, va) || Math.floor(change.va / PAGE) === Math.floor(va / PAGE);
}
