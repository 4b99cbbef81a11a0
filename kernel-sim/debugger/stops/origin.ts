/**
 * Where a motion begins: whose instructions it counts, the frame it stands in, and the frames that may stop it on the way out.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { FunctionInfo, Image } from '../../c/image.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { EPROCESS, ETHREAD, KPROCESS, KTHREAD } from '../../kernel/layouts.generated.ts';
import type { StackFrame } from '../../kernel/stack.ts';
import { TrapFrame, Vector } from '../../machine/layout.ts';
import type { Follow } from '../../protocol/time.ts';
import type { Cpu } from '../../vm/cpu.ts';
import { contextOf, type DebugContext, threadOn, tryRead } from '../context.ts';
import { DebugError } from '../error.ts';
import { type Activation, activationIn, interruptLevel, isInterrupt, sameActivation } from './activation.ts';
import { type CodeMap, rootFunction } from './code-map.ts';

/**
 * Whose instructions count. `thread`: what it does itself. `interrupt`: who stands in an interrupt or a DPC follows interrupts of that level on that
 * CPU, whatever thread they come on top of. `anyone`: who steps by source from where nobody is (boot, an idle processor, a program that waits for
 * input) follows whoever comes to such a stop first.
 */
export type Followed =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'thread'; readonly thread: VirtAddr; readonly tid: number }
  | { readonly kind: 'interrupt'; readonly cpu: number; readonly level: number }
  | { readonly kind: 'cpu'; readonly cpu: number };

/** A frame that the one a motion begins in will return to, at once or later. */
export interface CallerFrame {
  readonly activation: Activation;
  readonly image: Image;
  readonly base: VirtAddr;
  readonly fn: FunctionInfo;
  /** Where it goes on, unless it stands at that very instruction (`exact`: it was trapped there and will do it again). */
  readonly ip: VirtAddr;
  readonly exact: boolean;
  readonly own: boolean;
}

const MAX_LISTED = 4096;

export interface Origin {
  readonly followed: Followed;
  readonly thread: VirtAddr;
  readonly frame: CallerFrame | undefined;
  /** From the direct caller outwards, not beyond an interrupt. */
  readonly callers: readonly CallerFrame[];
}

/** `bySource`: the motion looks for stops in the learner's own source. */
export function originOf(k: Kernel, code: CodeMap, follow: Follow | undefined, bySource = false): Origin {
  const context = contextFor(k, follow);
  const { thread } = context;
  const frames = ownFrames(context);
  const callers: CallerFrame[] = [];
  let through: VirtAddr | undefined;
  for (const frame of frames) {
    const caller = callerFrame(context, frame, through);
    through = frame.trap;
    if (caller) {
      // A funclet, the dispatcher that called it and the frame it runs over are one.
      const known = callers.findIndex(({ activation }) => sameActivation(activation, caller.activation));
      if (known < 0) callers.push(caller);
      else callers.length = known + 1;
    }
    if (through !== undefined && isInterrupt(k.view, through)) break;
  }
  const [frame, ...rest] = callers;
  return { followed: followedBy(k, code, follow, context, bySource), thread, frame, callers: rest };
}

/** True if what a CPU is about to execute counts. */
export function counts(k: Kernel, code: CodeMap, followed: Followed, cpu: Cpu): boolean {
  if (followed.kind === 'anyone') return true;
  if (followed.kind !== 'thread') {
    if (cpu.number !== followed.cpu) return false;
    return followed.kind === 'cpu' || interruptLevel(k, code, cpu) === followed.level;
  }
  const thread = threadOn(k, cpu);
  return thread === followed.thread && tidOf(k, thread) === followed.tid && interruptLevel(k, code, cpu) === 0;
}

export function tidOf(k: Kernel, thread: VirtAddr): number {
  return tryRead(() => k.view.u32(thread + ETHREAD.off.Cid + 8)) ?? 0;
}

export function pidOf(k: Kernel, thread: VirtAddr): number {
  return tryRead(() => k.view.u32(thread + ETHREAD.off.Cid)) ?? 0;
}

function contextFor(k: Kernel, follow: Follow | undefined): DebugContext {
  if (follow?.kind === 'cpu') return contextOf(k, follow.cpu === undefined ? {} : { cpu: follow.cpu });
  if (follow?.tid === undefined) return contextOf(k);
  const thread = findThread(k, follow.tid);
  if (thread === undefined) throw new DebugError(`there is no thread ${follow.tid} at this instant`);
  return contextOf(k, { thread });
}

function followedBy(
  k: Kernel,
  code: CodeMap,
  follow: Follow | undefined,
  context: DebugContext,
  bySource: boolean,
): Followed {
  if (follow?.kind === 'cpu') return { kind: 'cpu', cpu: context.cpu };
  const cpu = k.vm.cpus[context.cpu];
  const level = context.running ? interruptLevel(k, code, cpu) : 0;
  if (level > 0) return { kind: 'interrupt', cpu: cpu.number, level };
  const tid = tidOf(k, context.thread);
  return bySource && tid === 0 && follow === undefined
    ? { kind: 'anyone' }
    : { kind: 'thread', thread: context.thread, tid };
}

/** Without those of the interrupt in which a thread that does not run was switched away from. */
function ownFrames({ kernel: k, running, frames }: DebugContext): readonly StackFrame[] {
  if (running) return frames;
  const last = frames.findLastIndex(({ trap }) => trap !== undefined && isInterrupt(k.view, trap));
  return frames.slice(last + 1);
}

/** `through`: the trap frame that it was found by. */
function callerFrame(
  { kernel: k, view }: DebugContext,
  frame: StackFrame,
  through: VirtAddr | undefined,
): CallerFrame | undefined {
  const activation = activationIn(view, frame);
  const { place } = frame;
  if (!activation || !place?.fn) return undefined;
  const fn = rootFunction(place.image, place.fn);
  // Behind a system call, as behind a call, is where it has not been yet.
  const isBehind = through !== undefined && tryRead(() => k.view.u32(through + TrapFrame.VECTOR)) === Vector.SYSCALL;
  return {
    activation,
    image: place.image,
    base: place.base,
    fn,
    ip: frame.ip,
    exact: frame.exact && !isBehind,
    own: place.learner,
  };
}

/** The thread of an id, running or not. */
function findThread(k: Kernel, tid: number): VirtAddr | undefined {
  const running = k.vm.cpus.map((cpu) => threadOn(k, cpu)).find((thread) => thread !== 0 && tidOf(k, thread) === tid);
  return running ?? tryRead(() => threads(k).find((thread) => tidOf(k, thread) === tid));
}

function threads(k: Kernel): VirtAddr[] {
  return listed(k, k.symbol('PsActiveProcessHead')).flatMap((link) =>
    listed(k, link - EPROCESS.off.ActiveProcessLinks + KPROCESS.off.ThreadListHead).map(
      (entry) => entry - KTHREAD.off.ThreadListEntry,
    ),
  );
}

function listed(k: Kernel, head: VirtAddr): VirtAddr[] {
  const entries: VirtAddr[] = [];
  for (let entry = k.view.ptr(head); entry !== head && entries.length < MAX_LISTED; entry = k.view.ptr(entry)) {
    entries.push(entry);
  }
  return entries;
}
