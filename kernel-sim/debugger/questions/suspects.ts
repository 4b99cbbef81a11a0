/**
 * What may be behind the end of a run: a bug check, an exception that a program did not handle, a hang. The kind of end says which question to ask of
 * the past; everything in the answer is found in the machine.
 */

import { type VirtAddr, virtAddrOf } from '../../base/numbers.ts';
import type { Task } from '../../base/task.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { C, EPROCESS, ETHREAD, KTHREAD } from '../../kernel/layouts.generated.ts';
import { interrupted, type StackFrame } from '../../kernel/stack.ts';
import type { GuestView } from '../../machine/guest-memory.ts';
import { TrapFrame, Vector } from '../../machine/layout.ts';
import { StopReason } from '../../machine/machine.ts';
import type { PoolBlock, PoolHistory, Suspect, Suspects } from '../../protocol/questions.ts';
import type { At } from '../../protocol/time.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { DecodedEvent } from '../../trace/recorder.ts';
import type { EventName } from '../../trace/schema.ts';
import { SYSTEM_PROCESS } from '../../trace/schema.ts';
import { meaningTextOf } from '../../trace/words.ts';
import { INSTRUCTION_BYTES, Op } from '../../vm/opcodes.ts';
import { codeAddress, contextOf, tryRead, withFrame } from '../context.ts';
import { DebugError } from '../error.ts';
import { localsOf } from '../locals.ts';
import { printType } from '../types.ts';
import { addressText, placeText, routineOf } from './deed.ts';
import { lastWrites } from './last-writes.ts';
import { deedsAt } from './moments.ts';
import { pointerOrigin, type RegisterAt } from './pointer-origin.ts';
import { poolHistory } from './pool-history.ts';
import { Question, type Stage } from './question.ts';

const HEADER_BYTES = 16;
const REGISTER_ARGUMENTS = 4;
/** An argument and the address that a primitive could not use are not further apart. */
const REACH = 1 << 20;
const SHOWN_EVENTS = 16;
const SHOWN_OWNERS = 4;
const SHOWN_WAITS = 64;
/** The kernel's own. */
const SHOWN_CHANGES = 4;
/** Of an array's overrun, the writes that are looked at. */
const COOKIE_WRITES = 2;

/** `at`: the end of the run. Works on `cursor`, which nobody else may move meanwhile. */
export function suspects(timeline: Timeline, cursor: Cursor, at: At): Task<Suspects> {
  const problem = timeline.problemWith(at);
  if (problem) throw new DebugError(problem);
  let inquiry: Inquiry | undefined;
  const question = new Question<Suspects>((asked) => {
    const begun = new Inquiry(timeline, cursor, asked, at);
    inquiry = begun;
    return asked.work(timeline.seek(cursor, at), () => begun.begin());
  });
  return {
    step(instructions) {
      try {
        return question.step(instructions);
      } catch (error) {
        // Trashed memory may leave a part of it without an answer: what was found so far stays.
        if (!(error instanceof DebugError)) throw error;
        inquiry?.finish();
        return true;
      }
    },
    get result() {
      return question.result;
    },
    get progress() {
      return question.progress;
    },
  };
}

class Inquiry {
  private readonly found: Suspect[] = [];
  /** The thread that was stopped. */
  private thread: VirtAddr = 0;
  private tid = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly cursor: Cursor,
    private readonly question: Question<Suspects>,
    private readonly at: At,
  ) {}

  private get k(): Kernel {
    return this.cursor.kernel;
  }

  begin(): Stage | undefined {
    const { machine } = this.k;
    const { thread } = contextOf(this.k);
    this.thread = thread;
    this.tid = tryRead(() => this.k.view.u32(thread + ETHREAD.off.Cid + CLIENT_THREAD)) ?? 0;
    if (machine.stopped === C.KI_STOP_EXCEPTION) return this.userException();
    if (machine.stopped !== StopReason.BUG_CHECK) return this.isHang() ? this.waits() : this.finish();
    const code = Number(machine.stopArgument(0) & 0xffffffffn);
    const p = [1, 2, 3, 4].map((i) => machine.stopArgument(i));
    switch (code) {
      case C.BAD_POOL_HEADER:
        return this.pool([p[3], p[1]], HEADER_BYTES);
      case C.BAD_POOL_CALLER:
        return this.pool([p[0] === 7n ? p[3] : p[1]], 0);
      case C.MULTIPLE_IRP_COMPLETE_REQUESTS:
      case C.NO_MORE_IRP_STACK_LOCATIONS:
        return this.events(['irp_alloc', 'irp_call', 'irp_pend', 'irp_complete', 'irp_free'], 'irp', p[0]);
      case C.REFERENCE_BY_POINTER:
        return this.events(['ob_create', 'ob_ref', 'ob_deref', 'ob_delete'], 'object', p[1]);
      case C.IRQL_GT_ZERO_AT_SYSTEM_SERVICE:
        return this.raisedIrql();
      case C.APC_INDEX_MISMATCH:
        return this.apcDisable();
      case C.KERNEL_SECURITY_CHECK_FAILURE:
        return p[0] === BigInt(C.FAST_FAIL_CORRUPT_LIST_ENTRY) ? this.links() : this.cookie();
      case C.DRIVER_OVERRAN_STACK_BUFFER:
        return this.cookie();
      case C.IRQL_NOT_LESS_OR_EQUAL:
      case C.DRIVER_IRQL_NOT_LESS_OR_EQUAL:
        return this.fault(() => this.raisedIrql());
      default:
        return this.fault(() => this.finish());
    }
  }

  // ------------------------------------------------------------- pool

  /** Damage to the blocks at these addresses, and what became of them. */
  private pool(addresses: readonly bigint[], offset: number): Stage | undefined {
    const [first, ...rest] = addresses.map(virtAddrOf).filter((va): va is VirtAddr => va !== undefined && va < 0);
    if (first === undefined) return this.finish();
    const others = rest.map((va) => BigInt.asUintN(64, BigInt(va)));
    return this.work(this.poolAt(first + offset, this.at), (history) => {
      this.addPool(history);
      const { block, offset: inside, damage } = history;
      if (block && inside > 0) this.add(this.at.instant, `the address is byte ${inside} of ${blockText(block)}`);
      if (damage.length > 0) return this.finish();
      if (others.length > 0) return this.pool(others, offset);
      return this.found.length === 0 ? this.header(first) : this.finish();
    });
  }

  /** Of the header of a block that was free all the time: who wrote there last, and the first of these writes if one place made several. */
  private header(va: VirtAddr): Stage {
    const request = { address: addressText(va), length: HEADER_BYTES, at: this.at, count: HEADER_BYTES };
    return this.work(lastWrites(this.timeline, this.cursor, request), ({ writes }) => {
      const [last] = writes;
      if (!last) return this.finish();
      const others = writes.findIndex((write) => write.tid !== last.tid || placeText(write) !== placeText(last));
      const first = writes[(others < 0 ? writes.length : others) - 1];
      const what = `the header of the free block at ${addressText(va)} was overwritten`;
      this.add(first.instant, `${what} at instant ${first.instant} by ${placeText(first)} (${first.how})`);
      return this.finish();
    });
  }

  private poolAt(va: VirtAddr, at: At): Task<PoolHistory> {
    return poolHistory(this.timeline, this.cursor, { address: addressText(va), at });
  }

  private addPool({ damage, events, block }: PoolHistory): void {
    for (const { write, text } of damage) this.add(write.instant, text);
    if (!block) return;
    for (const { kind, by } of [...events].reverse().slice(0, SHOWN_OWNERS))
      this.add(by.instant, `${blockText(block)} was ${kind} at instant ${by.instant} by ${placeText(by)}`);
  }

  // ------------------------------------------------------------- events

  /** What the trace tells of the object that was last at an address, newest first; the first kind is its beginning. */
  private events(kinds: readonly EventName[], field: string, object: bigint): Stage {
    const address = addressText(object);
    const { branch, instant } = this.at;
    const query = { branch, from: 0, to: instant, kinds, limit: SHOWN_EVENTS, backward: true };
    const found = this.timeline.trace.events({ ...query, where: (event) => event[field] === address });
    return this.work(found, (events) => {
      const born = events.findIndex(({ event }) => event === kinds[0]);
      const told = events.slice(0, born < 0 ? events.length : born + 1).reverse();
      return this.work(deedsAt(this.timeline, this.cursor, branch, told), (deeds) => {
        for (let i = told.length - 1; i >= 0; i--)
          this.add(
            deeds[i].instant,
            `${meaningTextOf(told[i].event)}, at instant ${deeds[i].instant}, by ${placeText(deeds[i])}`,
          );
        return this.finish();
      });
    });
  }

  /** Who raised IRQL last in this thread. */
  private raisedIrql(): Stage {
    const { branch, instant } = this.at;
    const { tid } = this;
    const raised = this.timeline.trace.events({
      ...{ branch, from: 0, to: instant, kinds: ['irql'], limit: 1, backward: true },
      where: (event) => event.tid === tid && Number(event.to) > Number(event.from),
    });
    return this.work(raised, (events) =>
      this.work(deedsAt(this.timeline, this.cursor, branch, events), ([deed]) => {
        if (deed) {
          const { from, to } = events[0];
          this.add(
            deed.instant,
            `IRQL was raised from ${from} to ${to} at instant ${deed.instant} by ${placeText(deed)}`,
          );
        }
        return this.finish();
      }),
    );
  }

  /** Who entered and left critical regions last in this thread. */
  private apcDisable(): Stage {
    const address = addressText(this.thread + KTHREAD.off.KernelApcDisable);
    const request = { address, length: 2, at: this.at, count: SHOWN_CHANGES };
    return this.work(lastWrites(this.timeline, this.cursor, request), ({ writes }) => {
      const entered = writes.filter(({ before, after }) => signed(after) < signed(before));
      for (const write of entered) {
        const what = `kernel APCs were disabled (${signed(write.after)})`;
        this.add(write.instant, `${what} at instant ${write.instant} by ${placeText(write)}`);
      }
      return this.finish();
    });
  }

  // ------------------------------------------------------------- lists

  /** Who wrote the links that do not agree, around the entries that the routine which found it works on; the last write first. */
  private links(): Stage | undefined {
    const context = contextOf(this.k);
    const handler = context.frames.findIndex(({ trap }) => trap !== undefined);
    if (handler < 0 || !context.frames[handler + 1]) return this.finish();
    const finder = withFrame(context, handler + 1);
    const broken = localsOf(finder).flatMap(({ type, address }) => {
      const isEntry = address !== undefined && LIST_POINTER.test(printType(type));
      return isEntry ? brokenLinks(finder.view, Number(BigInt.asIntN(64, address))) : [];
    });
    const fields = [...new Map(broken.map((link) => [link.address, link])).values()];
    return this.writesOf(fields, []);
  }

  private writesOf(fields: readonly Link[], written: readonly Suspect[]): Stage | undefined {
    const [field, ...rest] = fields;
    if (!field) {
      for (const { instant, text } of [...written].sort((a, b) => b.instant - a.instant)) this.add(instant, text);
      return this.finish();
    }
    const request = { address: addressText(field.address), length: POINTER_BYTES, at: this.at, count: 1 };
    return this.work(lastWrites(this.timeline, this.cursor, request), ({ writes: [last] }) => {
      const what = `${field.name} of the list entry at ${addressText(field.entry)}`;
      const text = last && `${what} was last written at instant ${last.instant} by ${placeText(last)} (${last.how})`;
      return this.writesOf(rest, last && text ? [...written, { instant: last.instant, text }] : written);
    });
  }

  // ------------------------------------------------------------- ends of other kinds

  /** Where the exception that a program did not handle came from, and the pointer that it was about. */
  private userException(): Stage {
    const process = virtAddrOf(this.k.machine.stopArgument(1)) ?? 0;
    const pid = tryRead(() => this.k.view.u32(process + EPROCESS.off.UniqueProcessId));
    const { branch, instant } = this.at;
    const raised = this.timeline.trace.events({
      ...{ branch, from: 0, to: instant, kinds: ['fault', 'exception'], limit: 2, backward: true },
      where: (event) => event.pid === pid,
    });
    return this.work(raised, (events) => {
      const event = events.find((one) => one.event === 'fault') ?? events[0];
      if (!event) return this.finish();
      return this.work(deedsAt(this.timeline, this.cursor, branch, [event]), ([deed]) => {
        const end = () => {
          if (deed)
            this.add(event.instant, `the exception was raised at instant ${event.instant} by ${placeText(deed)}`);
          return this.finish();
        };
        return event.event === 'fault' ? this.userPointer(event, end) : end();
      });
    });
  }

  /** The pointer that a faulting instruction of a program used; `fault` is the state in which it is about to be executed. */
  private userPointer(fault: DecodedEvent, then: () => Stage | undefined): Stage {
    const { branch } = this.at;
    const at = { branch, instant: fault.instant };
    return this.work(this.timeline.seek(this.cursor, at), () => {
      const cpu = this.k.vm.cpus[fault.cpu];
      // Another processor's program may be what is seen just then.
      if (this.k.machine.currentCpu !== fault.cpu) return then();
      const register = operandRegister(tryRead(() => this.k.view.i32(cpu.ip)) ?? 0);
      if (register === undefined) return then();
      const start = { fp: cpu.fp, register };
      return this.work(pointerOrigin(this.timeline, this.cursor, branch, start, fault.instant), ({ trail }) => {
        for (const { instant, text } of [...trail].reverse()) this.add(instant, text);
        return then();
      });
    });
  }

  private isHang(): boolean {
    const { end, head } = this.timeline.branch(this.at.branch);
    return end?.kind === 'hang' && head === this.at.instant;
  }

  /** Since when each thread of a program waits, the last to begin first. */
  private waits(): Stage {
    const { branch, instant } = this.at;
    const kinds: EventName[] = ['wait', 'thread_exit'];
    const query = { branch, from: 0, to: instant, kinds, limit: SHOWN_WAITS, backward: true };
    const found = this.timeline.trace.events({ ...query, where: ({ pid }) => pid > SYSTEM_PROCESS });
    return this.work(found, (events) => {
      const last = events.filter((event, i) => events.findIndex(({ tid }) => tid === event.tid) === i);
      const waiting = last.filter(({ event }) => event === 'wait');
      return this.work(deedsAt(this.timeline, this.cursor, branch, waiting), (deeds) => {
        waiting.forEach((event, i) => {
          const what = `thread ${event.tid} has waited since instant ${deeds[i].instant}`;
          this.add(deeds[i].instant, `${what}: ${placeText(deeds[i])}`);
        });
        return this.finish();
      });
    });
  }

  // ------------------------------------------------------------- stack buffers

  /** The last writes of the security cookie of the function that found it damaged. */
  private cookie(): Stage | undefined {
    const context = contextOf(this.k);
    for (const frame of context.frames) {
      const offset = cookieOffset(this.k, frame);
      if (offset === undefined) continue;
      const address = addressText(frame.fp + offset);
      const request = { address, length: 8, at: this.at, count: COOKIE_WRITES };
      return this.work(lastWrites(this.timeline, this.cursor, request), ({ writes }) => {
        const [last] = writes;
        if (last) {
          const what = `the security cookie of ${routineOf(frame.text)} was overwritten`;
          this.add(last.instant, `${what} at instant ${last.instant} by ${placeText(last)} (${last.how})`);
        }
        return this.finish();
      });
    }
    return this.finish();
  }

  // ------------------------------------------------------------- faults

  /** A bad address: where the pointer came from, and what was there before. */
  private fault(then: () => Stage | undefined): Stage | undefined {
    const { frames } = contextOf(this.k);
    const at = frames.findIndex((frame) => frame.trap !== undefined && isFault(this.k, frame.trap));
    const trap = frames[at]?.trap;
    if (trap === undefined) return then();
    const address = tryRead(() => this.k.view.u64(trap + TrapFrame.FAULT_ADDRESS));
    const register = registerUsed(this.k, frames, at, trap, address);
    const va = address === undefined ? undefined : virtAddrOf(address);
    const where = (): Stage | undefined => {
      if (!register) return then();
      const { branch, instant } = this.at;
      return this.work(pointerOrigin(this.timeline, this.cursor, branch, register, instant), ({ trail, source }) => {
        for (const { instant: when, text } of [...trail].reverse()) this.add(when, text);
        if (!source || source.address >= 0) return then();
        // The pointer may have been read from memory that was no longer the reader's.
        return this.work(this.poolAt(source.address, { branch, instant: source.instant }), (pool) => {
          if (pool.block?.state === 'free') this.addPool(pool);
          return then();
        });
      });
    };
    if (va === undefined || va >= 0) return where();
    return this.work(this.poolAt(va, this.at), (pool) => {
      if (pool.block?.state === 'free') this.addPool(pool);
      return where();
    });
  }

  // ------------------------------------------------------------- answers

  private add(instant: number, text: string): void {
    if (!this.found.some((other) => other.text === text)) this.found.push({ instant, text });
  }

  private work<U>(task: Task<U>, then: (result: U) => Stage | undefined): Stage {
    return this.question.work(task, then);
  }

  /** That is all. */
  finish(): undefined {
    return this.question.answer({ at: this.at, suspects: this.found });
  }
}

/** A field of a LIST_ENTRY. */
interface Link {
  readonly entry: VirtAddr;
  readonly name: string;
  readonly address: VirtAddr;
}

const LIST_POINTER = /^_LIST_ENTRY \*$/;
const POINTER_BYTES = 8;

/** The links around the entry that a pointer variable (at `variable`) leads to, of those pairs that do not agree: Flink with the next one's Blink, Blink with the previous one's Flink. */
function brokenLinks(view: GuestView, variable: VirtAddr): Link[] {
  const entry = tryRead(() => view.ptr(variable));
  if (entry === undefined) return [];
  const flink = (of: VirtAddr): Link => ({ entry: of, name: 'Flink', address: of });
  const blink = (of: VirtAddr): Link => ({ entry: of, name: 'Blink', address: of + POINTER_BYTES });
  const target = ({ address }: Link) => tryRead(() => view.ptr(address));
  const pairs = [
    { link: flink(entry), back: blink },
    { link: blink(entry), back: flink },
  ];
  return pairs.flatMap(({ link, back }) => {
    if (!view.isMapped(link.address, POINTER_BYTES)) return [];
    const neighbour = target(link);
    if (neighbour === undefined) return [link];
    const found = target(back(neighbour));
    if (found === entry) return [];
    return view.isMapped(back(neighbour).address, POINTER_BYTES) ? [link, back(neighbour)] : [link];
  });
}

/** A 16-bit counter from its bytes. */
function signed(bytes: string): number {
  const value = Number.parseInt(`${bytes.slice(2, 4)}${bytes.slice(0, 2)}`, 16);
  return (value << 16) >> 16;
}

function blockText({ bytes, tag }: PoolBlock): string {
  return `the block of ${bytes} bytes with tag '${tag}'`;
}

function isFault(k: Kernel, trap: VirtAddr): boolean {
  const vector = tryRead(() => k.view.u32(trap + TrapFrame.VECTOR));
  return vector === Vector.PAGE_FAULT || vector === Vector.GENERAL_PROTECTION;
}

/** The register that held the pointer which the faulting instruction used; `at` is the frame of the trap's handler. */
function registerUsed(
  k: Kernel,
  frames: readonly StackFrame[],
  at: number,
  trap: VirtAddr,
  address: bigint | undefined,
): RegisterAt | undefined {
  const frame = frames[at + 1];
  if (!frame) return undefined;
  const { fp } = tryRead(() => interrupted(k, trap)) ?? frame;
  const word = wordAt(k, frame);
  const op = word & 0xff;
  const register = operandRegister(word);
  if (register !== undefined) return { fp, register };
  if (op !== Op.PRIM || address === undefined) return undefined;
  // A primitive: the argument that lies nearest, in the registers of the call that made the stub's frame.
  const caller = frames[at + 2];
  const call = caller ? wordAt(k, caller) : 0;
  for (let i = 0; caller && i < REGISTER_ARGUMENTS; i++) {
    const argument = tryRead(() => k.view.u64(trap + TrapFrame.RCX + 8 * i)) ?? 0n;
    const distance = address - argument;
    if (distance >= 0n && distance < BigInt(REACH)) return { fp: caller.fp, register: ((call >>> 8) & 0xff) + i };
  }
  return undefined;
}

/** The register with the address that an instruction goes to, in memory or as code. */
function operandRegister(word: number): number | undefined {
  const op = word & 0xff;
  const isMemory = op >= Op.LD8S && op <= Op.AXOR && op !== Op.LDGS64 && op !== Op.STGS64;
  return isMemory || op === Op.CALLR || op === Op.JMPR ? (word >>> 16) & 0xff : undefined;
}

/** First word of the instruction that a frame stands in. */
function wordAt(k: Kernel, frame: StackFrame): number {
  return tryRead(() => k.view.i32(codeAddress(frame))) ?? 0;
}

/** Where a function keeps its security cookie, from FP, if the frame stands in the call that reports its loss. */
function cookieOffset(k: Kernel, frame: StackFrame): number | undefined {
  const { place } = frame;
  if (!place?.fn) return undefined;
  // GETFP, LD64 [cookie], XOR64, then __security_cookie is loaded and compared, then the call.
  const at = codeAddress(frame);
  const call = wordAt(k, frame) & 0xff;
  if (call !== Op.CALL && call !== Op.CALLR) return undefined;
  for (let back = 1; back <= COOKIE_CHECK; back++) {
    const load = at - back * INSTRUCTION_BYTES;
    const opOf = (va: VirtAddr) => (tryRead(() => k.view.u32(va)) ?? 0) & 0xff;
    const isCheck =
      opOf(load) === Op.LD64 &&
      opOf(load - INSTRUCTION_BYTES) === Op.GETFP &&
      opOf(load + INSTRUCTION_BYTES) === Op.XOR64;
    if (isCheck) return tryRead(() => k.view.i32(load + 4));
  }
  return undefined;
}

/** Instructions between the load of the cookie and the call that reports it, at most. */
const COOKIE_CHECK = 8;
/** CLIENT_ID.UniqueThread. */
const CLIENT_THREAD = 8;
