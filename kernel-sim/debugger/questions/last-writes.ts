/**
 * Who wrote these bytes last, and before that.
 */

import { type VirtAddr, virtAddrOf } from '../../base/numbers.ts';
import type { Task } from '../../base/task.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Deed, LastWrites, LastWritesRequest, Origin } from '../../protocol/questions.ts';
import type { Address } from '../../protocol/time.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { contextOf } from '../context.ts';
import { DebugError } from '../error.ts';
import { addressText, placeText } from './deed.ts';
import { hexOf } from './look.ts';
import { type Segment, tablesOf, virtualSegments } from './mapping.ts';
import { Question, type Stage } from './question.ts';
import { type SearchResult, searchWrites } from './search.ts';

const MAX_LENGTH = 1 << 16;
const MAX_COUNT = 10_000;
const PRESENT = 1;

/** A canonical address, or a mistake of whoever asks. */
export function parseAddress(text: Address): VirtAddr {
  const va = /^0x[0-9a-f]{1,16}$/i.test(text) ? virtAddrOf(BigInt(text)) : undefined;
  if (va === undefined) throw new DebugError(`${text} is no address that the processor accepts`);
  return va;
}

/** Works on `cursor`, which nobody else may move meanwhile. Throws DebugError for what cannot be asked. */
export function lastWrites(timeline: Timeline, cursor: Cursor, request: LastWritesRequest): Task<LastWrites> {
  const { at, length, count = 1 } = request;
  check(timeline, request);
  const va = request.address === undefined ? undefined : parseAddress(request.address);

  return new Question<LastWrites>((question) => {
    const ask = (segments: readonly Segment[], to: number, unmapped: Deed | undefined): Stage =>
      question.work(
        searchWrites(timeline, cursor, { branch: at.branch, to, segments, base: va ?? segments[0].pa, count }),
        (found) =>
          question.answer({
            at,
            address: va === undefined ? undefined : addressText(va),
            physical: addressText(segments[0].pa),
            length,
            writes: found.writes.map(({ record }) => record),
            origin: originOf(found),
            unmapped,
          }),
        1,
      );

    const resolve = (k: Kernel, to: number, unmapped: Deed | undefined): Stage => {
      const { memory } = k.machine;
      if (va === undefined)
        return ask([{ offset: 0, length, pa: request.physical ?? 0, mapping: undefined }], to, unmapped);
      const process = request.process === undefined ? contextOf(k).process : parseAddress(request.process);
      const cr3 = tablesOf(k, va, process);
      const segments = virtualSegments(memory, cr3, va, length);
      if (!('missing' in segments)) return ask(segments, to, unmapped);
      const nothing = new DebugError(`nothing is mapped at ${addressText(segments.missing)}, and nothing was before`);
      if (unmapped) throw nothing;
      // What took the page away: the last write that made the entry of the page table not present.
      const entry: Segment = { offset: 0, length: 8, pa: segments.entry, mapping: undefined };
      const loss = searchWrites(timeline, cursor, {
        ...{ branch: at.branch, to, segments: [entry], base: entry.pa, count: 1 },
        accepts: (_, touched) =>
          touched.some(({ before, after }) => (before[0] & PRESENT) !== 0 && (after[0] & PRESENT) === 0),
      });
      return question.work(loss, ({ writes }) => {
        if (!writes[0]) throw nothing;
        const { record } = writes[0];
        const goBefore = timeline.seek(cursor, { branch: at.branch, instant: record.instant - 1 });
        return question.work(goBefore, () => resolve(cursor.kernel, record.instant - 1, record));
      });
    };

    return question.work(timeline.seek(cursor, at), () => resolve(cursor.kernel, at.instant, undefined));
  });
}

function check(timeline: Timeline, { address, physical, length, at, count = 1 }: LastWritesRequest): void {
  const problem = timeline.problemWith(at);
  if (problem) throw new DebugError(problem);
  if (!Number.isInteger(length) || length < 1 || length > MAX_LENGTH)
    throw new DebugError(`${length} bytes: a length is from 1 to ${MAX_LENGTH}`);
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT)
    throw new DebugError(`${count} writes: a count is from 1 to ${MAX_COUNT}`);
  if (address !== undefined) return;
  const { ramBytes } = timeline.main.kernel.machine;
  if (physical === undefined || !Number.isInteger(physical) || physical < 0 || physical + length > ramBytes)
    throw new DebugError(`${length} bytes at physical address ${physical}: the machine has ${ramBytes} bytes of RAM`);
}

function originOf({ writes, origin }: SearchResult): Origin {
  if (origin.kind === 'count') return { kind: 'more' };
  const never = writes.length === 0 ? 'never written since' : 'not written before';
  if (origin.kind === 'mapped') {
    const { by } = origin;
    const text = `the address got its page at instant ${by.instant}, in ${placeText(by)}; before that these bytes were not its own`;
    return { kind: 'mapped', instant: by.instant, text, by };
  }
  const isZero = origin.bytes.every((byte) => byte === 0);
  const text = isZero ? `zero at boot, ${never}` : `as they were at boot, ${never}`;
  return { kind: 'boot', text, bytes: hexOf(origin.bytes) };
}
