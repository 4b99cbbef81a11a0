/**
 * Where a pointer came from: a register of a frame followed backwards, through moves, arithmetic and arguments of calls, to the memory it was
 * loaded from and to whoever wrote it there.
 */

import { hex64, type VirtAddr } from '../../base/numbers.ts';
import type { Task } from '../../base/task.ts';
import { describeAddress, placeOf } from '../../kernel/symbols.ts';
import type { Suspect } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { INSTRUCTION_BYTES, Op } from '../../vm/opcodes.ts';
import { contextOf, tryRead } from '../context.ts';
import { symbolText } from '../symbols.ts';
import { placeText, routineOf } from './deed.ts';
import type { FoundWrite } from './look.ts';
import { tablesOf, virtualSegments } from './mapping.ts';
import { Question, type Stage } from './question.ts';
import { searchWrites } from './search.ts';

const POINTER_BYTES = 8;
const REGISTER_ARGUMENTS = 4;
/** Moves and calls that are followed. */
const MAX_HOPS = 24;

/** A register of a frame's window. */
export interface RegisterAt {
  readonly fp: VirtAddr;
  readonly register: number;
}

export interface PointerOrigin {
  /** Memory that the pointer was loaded from, and the instant of the load. */
  readonly source: { readonly address: VirtAddr; readonly instant: number } | undefined;
  /** Newest last. */
  readonly trail: readonly Suspect[];
}

/** Follows a register, as it is at `to`, backwards. */
export function pointerOrigin(
  timeline: Timeline,
  cursor: Cursor,
  branch: number,
  start: RegisterAt,
  to: number,
): Task<PointerOrigin> {
  return new Question<PointerOrigin>((question) => {
    const trail: Suspect[] = [];
    const answer = (source?: PointerOrigin['source']) => question.answer({ source, trail });

    const follow = ({ fp, register }: RegisterAt, until: number, hops: number): Stage => {
      const slot = fp + POINTER_BYTES * register;
      return question.work(timeline.seek(cursor, { branch, instant: until }), () => {
        const k = cursor.kernel;
        const cr3 = tablesOf(k, slot, contextOf(k).process);
        const segments = virtualSegments(k.machine.memory, cr3, slot, POINTER_BYTES);
        if ('missing' in segments || hops > MAX_HOPS) return answer();
        const search = searchWrites(timeline, cursor, { branch, to: until, segments, base: slot, count: 1 });
        return question.work(search, ({ writes }) => (writes[0] ? hop(writes[0], { fp, register }, hops) : answer()));
      });
    };

    const hop = (found: FoundWrite, { fp, register }: RegisterAt, hops: number): Stage | undefined => {
      const { record, step } = found;
      const { word, imm, by } = step;
      const a = (word >>> 8) & 0xff;
      const b = (word >>> 16) & 0xff;
      const op = word & 0xff;
      const before = record.instant - 1;
      if (op === Op.CALL || op === Op.CALLR) {
        // A parameter: it was in one of the caller's argument registers.
        if (register >= word >>> 24 || register >= REGISTER_ARGUMENTS) return answer();
        return follow({ fp: by.fp, register: a + register }, before, hops + 1);
      }
      if (record.kind !== 'register' || by.fp !== fp) {
        trail.push({ instant: record.instant, text: unset(found) });
        return answer();
      }
      if (FROM_B.has(op)) return follow({ fp, register: b }, before, hops + 1);
      const isAtomic = op >= Op.XADD && op <= Op.AXOR;
      if ((op === Op.LD64 || isAtomic) && step.pointer !== undefined)
        return loaded(step.pointer + (isAtomic ? 0 : imm), found);
      trail.push({ instant: record.instant, text: `${madeBy(cursor, found)} by ${placeText(record)}` });
      return answer();
    };

    /** It was loaded from memory: who wrote it there? `cursor` is right after the load. */
    const loaded = (address: VirtAddr, { record }: FoundWrite): Stage =>
      question.work(timeline.seek(cursor, { branch, instant: record.instant }), () => {
        const k = cursor.kernel;
        const context = contextOf(k);
        const name = symbolText(context, address);
        const value = tryRead(() => `0x${hex64(context.view.u64(address))}`) ?? 'the pointer';
        const from = name === '' ? `0x${hex64(address)}` : `${name} (0x${hex64(address)})`;
        const text = `${value} was read from ${from} at instant ${record.instant} by ${placeText(record)}`;
        trail.push({ instant: record.instant, text });
        const source = { address, instant: record.instant };
        const segments = virtualSegments(
          k.machine.memory,
          tablesOf(k, address, context.process),
          address,
          POINTER_BYTES,
        );
        if ('missing' in segments) return answer(source);
        const search = searchWrites(timeline, cursor, {
          branch,
          to: record.instant,
          segments,
          base: address,
          count: 1,
        });
        return question.work(search, ({ writes, origin }) => {
          const write = writes[0]?.record;
          if (write) {
            const what = `${from} was last written at instant ${write.instant} by ${placeText(write)} (${write.how})`;
            trail.push({ instant: write.instant, text: what });
          } else if (origin.kind === 'beginning')
            trail.push({ instant: 0, text: `${from} was never written since boot` });
          return answer(source);
        });
      });

    return follow(start, to, 0);
  });
}

/** Operations whose result is operand b with something done to it that leaves it the same pointer. */
const FROM_B: ReadonlySet<number> = new Set([
  ...[Op.MOV, Op.ADD64, Op.SUB64, Op.ADDI64, Op.AND64, Op.ANDI64, Op.LEAX32, Op.LEAX64, Op.SX32, Op.ZX32],
]);

/** A register that this call of the function never set. */
function unset({ record }: FoundWrite): string {
  const value = `0x${reversed(record.after)}`;
  return `the pointer was never set in this call of its function: ${value} was left there at instant ${record.instant} by ${placeText(record)}`;
}

function madeBy(cursor: Cursor, { record, step }: FoundWrite): string {
  const op = step.word & 0xff;
  const value = `0x${reversed(record.after)}`;
  const at = `at instant ${record.instant}`;
  if (op === Op.LDI || op === Op.LDHI) return `the constant ${value} was put there ${at}`;
  if (op !== Op.GETRET) return `${value} was put there ${at}`;
  const call = record.place.address;
  const place = placeOf(cursor.kernel, BigInt(call));
  const section = place?.image.sections.find(({ rva, size }) => place.rva >= rva && place.rva < rva + size);
  const index = place && section ? place.rva - INSTRUCTION_BYTES - section.rva : -1;
  if (!place || !section || section.bytes[index] !== Op.CALL) return `${value} was returned by a call ${at}`;
  const words = new DataView(section.bytes.buffer, section.bytes.byteOffset);
  const target = place.base + place.rva - INSTRUCTION_BYTES + words.getInt32(index + 4, true) * INSTRUCTION_BYTES;
  return `${routineOf(describeAddress(cursor.kernel, target))} returned ${value} ${at}`;
}

/** Little-endian bytes as a number is written. */
function reversed(bytes: string): string {
  return (bytes.match(/../g) ?? []).reverse().join('').toUpperCase();
}
