/**
 * A write looked at closely: the step that made it, replayed from the state before it, as the record that answers tell.
 */
import type { PhysicalMemory } from '../../machine/memory.ts';
import type { WriteRecord } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import { AccessKind, type Touch, type Watch, type WatchedRange } from '../../vm/watch.ts';
import { addressText, deedOf } from './deed.ts';
import type { Segment } from './mapping.ts';
import { type ObservedStep, observeStep, writerOf } from './writer.ts';

export interface FoundWrite {
  readonly record: WriteRecord;
  readonly step: ObservedStep;
}

/**
 * Makes the step that begins where the cursor is, which writes some of these bytes. `addressAt`: what an offset of theirs is called. `isInput`:
 * something was typed here.
 */
export function lookAtWrite(
  cursor: Cursor,
  watch: Watch,
  segments: readonly Segment[],
  addressAt: (offset: number) => number,
  isInput = false,
): FoundWrite {
  const { memory } = cursor.kernel.machine;
  const ranges: WatchedRange[] = segments.map(({ pa, length }) => ({ pa, length, kinds: AccessKind.WRITE }));
  watch.setRanges(ranges);
  const before = bytesOf(memory, segments);
  const seen = observeStep(cursor, watch);
  const after = bytesOf(memory, segments);
  const step = seen.touched.length > 0 ? seen : { ...seen, touched: unseen(segments, ranges, before, after) };
  // What the host puts in before the step is no access of the machine's.
  const writer =
    isInput && seen.touched.length === 0
      ? ({ kind: 'input', how: 'typed input was put into the buffer of the console' } as const)
      : writerOf(cursor, step);
  const isExact = writer.kind === 'instruction' || writer.kind === 'register' || writer.kind === 'primitive';
  let [first, last] = changed(before, after);
  if (isExact || first > last) {
    for (const { range, pa, length, kind } of seen.touched) {
      const segment = segments[ranges.indexOf(range)];
      if (!segment || kind !== AccessKind.WRITE) continue;
      first = Math.min(first, segment.offset + pa - range.pa);
      last = Math.max(last, segment.offset + pa - range.pa + length - 1);
    }
  }
  const part = first > last ? { offset: 0, length: before.length } : { offset: first, length: last - first + 1 };
  const bytes = (all: Uint8Array) => hexOf(all.subarray(part.offset, part.offset + part.length));
  const record: WriteRecord = {
    ...deedOf(step.by, step.instant),
    ...writer,
    address: addressText(addressAt(part.offset)),
    length: part.length,
    before: bytes(before),
    after: bytes(after),
    same: bytes(before) === bytes(after),
  };
  return { record, step };
}

/** Changes that no watch sees, as the touches they are. */
function unseen(
  segments: readonly Segment[],
  ranges: readonly WatchedRange[],
  before: Uint8Array,
  after: Uint8Array,
): Touch[] {
  return segments.flatMap(({ offset, length, pa }, i) => {
    const bytes = { before: before.slice(offset, offset + length), after: after.slice(offset, offset + length) };
    return isEqual(bytes.before, bytes.after)
      ? []
      : [{ range: ranges[i], kind: AccessKind.WRITE, pa, length, ...bytes }];
  });
}

export function bytesOf(memory: PhysicalMemory, segments: readonly Segment[]): Uint8Array {
  const all = new Uint8Array(segments.reduce((sum, { length }) => sum + length, 0));
  for (const { offset, pa, length } of segments) all.set(memory.bytes.subarray(pa, pa + length), offset);
  return all;
}

/** First and last index at which two arrays differ. */
function changed(a: Uint8Array, b: Uint8Array): [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    first = Math.min(first, i);
    last = i;
  }
  return [first, last];
}

export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return changed(a, b)[1] < 0;
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
