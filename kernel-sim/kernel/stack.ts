/**
 * Call stacks, read from frames in guest memory without changing anything; across traps and the ring boundary. A walk ends at the first
 * frame that makes no sense.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { GuestFault } from '../machine/faults.ts';
import type { GuestView } from '../machine/guest-memory.ts';
import { FrameFlag, FrameHeader, TrapFrame } from '../machine/layout.ts';
import { INSTRUCTION_BYTES } from '../vm/opcodes.ts';
import type { Kernel } from './kernel.ts';
import { KTHREAD } from './layouts.generated.ts';
import { describePlace, type Place, placeOf } from './symbols.ts';

export interface StackFrame {
  ip: VirtAddr;
  fp: VirtAddr;
  sp: VirtAddr;
  /** `ip` is the instruction itself, not the one behind a call. */
  exact: boolean;
  user: boolean;
  place: Place | undefined;
  text: string;
  /** The frame was entered by a trap: this is its trap frame. */
  trap: VirtAddr | undefined;
}

/** The address space that frames are read in. */
export interface StackSpace {
  view: GuestView;
  placeOf(va: VirtAddr): Place | undefined;
}

const MAX_FRAMES = 64;
const USER_MODE = 3;

/** Frames from (ip, fp, sp) outwards, innermost first; in the current address space if no other is given. */
export function callStack(
  k: Kernel,
  start: { ip: VirtAddr; fp: VirtAddr; sp: VirtAddr; exact: boolean },
  limit = MAX_FRAMES,
  space: StackSpace = { view: k.view, placeOf: (va) => placeOf(k, va) },
): StackFrame[] {
  const frames: StackFrame[] = [];
  let at: typeof start | undefined = start;
  try {
    while (at && frames.length < limit) {
      const code: VirtAddr = at.exact ? at.ip : at.ip - INSTRUCTION_BYTES;
      const place = space.placeOf(code);
      const frame: StackFrame = { ...at, user: at.ip >= 0, place, text: describePlace(place, code), trap: undefined };
      frames.push(frame);
      at = place?.fn ? caller(k, space.view, frame, place) : undefined;
    }
  } catch (e) {
    if (!(e instanceof GuestFault)) throw e;
  }
  return frames;
}

/** The stack of the running CPU as it stands. */
export function currentStack(k: Kernel): StackFrame[] {
  const { ip, fp, sp } = k.cpu;
  return callStack(k, { ip, fp, sp, exact: true });
}

/** The stack of a thread that does not run. */
export function waitingStack(k: Kernel, thread: VirtAddr): StackFrame[] {
  const t = new KTHREAD(k.view as typeof k.mem, thread);
  return t.SwitchFp === 0 ? [] : callStack(k, { ip: t.SwitchIp, fp: t.SwitchFp, sp: t.SwitchSp, exact: true });
}

/** Where a trap frame says that the interrupted code stood. A call that failed at its target stands in the caller. */
export function interrupted(k: Kernel, trap: VirtAddr): { ip: VirtAddr; fp: VirtAddr; sp: VirtAddr; exact: boolean } {
  const failedCall = k.view.u32(trap + TrapFrame.ENTER) !== 0;
  return {
    ip: k.view.ptr(trap + (failedCall ? TrapFrame.ENTER_RETURN : TrapFrame.IP)),
    fp: k.view.ptr(trap + TrapFrame.FP),
    sp: k.view.ptr(trap + TrapFrame.SP),
    exact: !failedCall,
  };
}

function caller(k: Kernel, view: GuestView, frame: StackFrame, place: Place) {
  const fn = place.fn;
  if (!fn) return undefined;
  const isFunclet = fn.parent !== undefined;
  const header = isFunclet ? frame.sp + fn.outgoingBytes : frame.fp + fn.registers * 8;
  const flags = view.u32(header + FrameHeader.FLAGS);
  if (flags & FrameFlag.BOTTOM) return undefined;
  const callerSp = view.ptr(header + FrameHeader.CALLER_SP);
  if (flags & FrameFlag.TRAP) {
    frame.trap = callerSp;
    const mode = view.u32(callerSp + TrapFrame.MODE);
    return mode === USER_MODE || frame.ip < 0 ? interrupted(k, callerSp) : undefined;
  }
  const ip = view.ptr(header + FrameHeader.RETURN);
  if (ip === 0) return undefined;
  return { ip, fp: view.ptr(header + FrameHeader.CALLER_FP), sp: callerSp, exact: (flags & FrameFlag.ENTERED) !== 0 };
}
