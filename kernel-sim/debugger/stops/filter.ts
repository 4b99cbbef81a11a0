/**
 * Motions as filters over arrivals: which instructions to mark so that nothing that counts is passed, and what an arrival at one of them is to the
 * motion. The same filter serves both directions; what is found last before an instant is what a step back leads to.
 *
 * **Into**: the next arrival of whoever is followed at a stop of the unit: a statement of the learner's own code (`everything`: of any code), for
 * `instruction` any instruction at all.
 *
 * **Over**: the same, within a frame. The motion stops in the activation it began in while that lives; afterwards (backwards: before that was entered) in the
 * nearest caller that has such stops, or further out. What is called meanwhile, or called next by the same caller, is passed. Without such a caller (a
 * driver's entry point, a DPC) it then stops at whatever comes, as `into` does.
 *
 * **Out**: behind the call in the nearest such caller, in the middle of its statement; backwards at the call itself. If that caller called
 * nobody (a fault or an interrupt took it away), or there is none: as `over` once the frame has gone.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Image } from '../../c/image.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Direction, Motion } from '../../protocol/time.ts';
import type { Cpu } from '../../vm/cpu.ts';
import { INSTRUCTION_BYTES, INSTRUCTIONS_PER_PAGE } from '../../vm/opcodes.ts';
import { threadOn } from '../context.ts';
import { rowAt } from '../symbols.ts';
import { type Activation, activationOf, isNotDeeper, sameActivation } from './activation.ts';
import { type CodeMap, type Mapped, Slot } from './code-map.ts';
import { type CallerFrame, counts, type Origin } from './origin.ts';

/** What an arrival is to a motion: bits. */
export const Verdict = {
  NONE: 0,
  STOP: 1,
  /** The frame that the motion began in has returned; backwards: it is called here. */
  EDGE: 2,
  /** It is a stop because of the frame that the motion began in. */
  INSIDE: 4,
} as const;

/** A page of code that is about to be executed. */
export interface CodePage {
  readonly va: VirtAddr;
  readonly mapped: Mapped | undefined;
  /** In the image's slots. */
  readonly first: number;
}

export interface ArrivalFilter {
  /** Every arrival is judged. */
  readonly every: boolean;
  /** Sets the slots of a page to judge arrivals at. */
  mark(page: CodePage, slots: Uint8Array): void;
  /** Also of arrivals that others marked. */
  judge(cpu: Cpu): number;
}

/** A line of an activation: what a step by line leaves. */
export interface LineKey {
  readonly file: number;
  readonly line: number;
  readonly activation: Activation | undefined;
}

export function lineKeyOf(k: Kernel, code: CodeMap, cpu: Cpu): LineKey {
  const { ip } = cpu;
  const mapped = code.at(ip, cpu);
  const row = mapped && rowAt(mapped.image, ip - mapped.base);
  return { file: row?.file ?? -1, line: row?.line ?? 0, activation: activationOf(k, code, cpu) };
}

/** That of the frame a motion begins in. */
export function lineKeyIn({ image, base, ip, activation }: CallerFrame): LineKey {
  const row = rowAt(image, ip - base);
  return { file: row?.file ?? -1, line: row?.line ?? 0, activation };
}

export function sameLine(a: LineKey, b: LineKey): boolean {
  if (a.line !== b.line || a.file !== b.file) return false;
  return a.activation && b.activation ? sameActivation(a.activation, b.activation) : a.activation === b.activation;
}

/** Slot bits that a stop of a motion needs, all of them. */
function needOf(motion: Motion, origin: Origin): number {
  if (motion.kind === 'step') {
    if (motion.unit === 'instruction') return Slot.CODE;
    return Slot.STATEMENT | (motion.everything ? 0 : Slot.OWN);
  }
  // Standing outside of the learner's code asks for what is there.
  const own = origin.frame?.own ? Slot.OWN : 0;
  return own | (motion.kind === 'call' ? Slot.CALL : Slot.RETURN);
}

export function stepFilter(
  k: Kernel,
  code: CodeMap,
  origin: Origin,
  motion: Motion,
  direction: Direction,
): ArrivalFilter {
  const need = needOf(motion, origin);
  const how = motion.kind === 'step' ? motion.how : 'over';
  if (how === 'into') return new Anywhere(k, code, origin, need);
  const caller = origin.callers.find(({ own }) => own || (need & Slot.OWN) === 0);
  const stands = origin.frame !== undefined && (origin.frame.own || (need & Slot.OWN) === 0);
  // Nothing of the learner's is on the stack: there is no frame to stay in.
  if (!origin.frame || (!stands && !caller)) return new Anywhere(k, code, origin, need);
  if (how === 'out' && caller && !caller.exact) return new CallSite(k, code, origin, caller, direction);
  return new Frame(k, code, origin, need, { frame: origin.frame, caller, isLeft: how === 'out', direction });
}

/** Whatever whoever is followed arrives at. */
class Anywhere implements ArrivalFilter {
  constructor(
    private readonly k: Kernel,
    private readonly code: CodeMap,
    private readonly origin: Origin,
    private readonly need: number,
  ) {}

  get every(): boolean {
    return this.need === Slot.CODE;
  }

  mark(page: CodePage, slots: Uint8Array): void {
    markNeeded(page, slots, this.need);
  }

  judge(cpu: Cpu): number {
    if ((this.code.slotAt(cpu.ip, cpu) & this.need) !== this.need) return Verdict.NONE;
    return counts(this.k, this.code, this.origin.followed, cpu) ? Verdict.STOP : Verdict.NONE;
  }
}

/** An instruction of one activation. */
class CallSite implements ArrivalFilter {
  readonly every = false;
  private readonly ip: VirtAddr;

  constructor(
    private readonly k: Kernel,
    private readonly code: CodeMap,
    private readonly origin: Origin,
    private readonly caller: CallerFrame,
    direction: Direction,
  ) {
    this.ip = direction === 'forward' ? caller.ip : caller.ip - INSTRUCTION_BYTES;
  }

  mark(page: CodePage, slots: Uint8Array): void {
    markAddress(page, slots, this.ip);
  }

  judge(cpu: Cpu): number {
    const { activation } = this.caller;
    if (cpu.ip !== this.ip || cpu.fp !== activation.fp) return Verdict.NONE;
    return counts(this.k, this.code, this.origin.followed, cpu) ? Verdict.STOP : Verdict.NONE;
  }
}

interface FrameOptions {
  readonly frame: CallerFrame;
  /** The nearest caller that has stops. */
  readonly caller: CallerFrame | undefined;
  /** The frame itself does not count (any more). */
  readonly isLeft: boolean;
  readonly direction: Direction;
}

/** One activation, and after it its callers. */
export class Frame implements ArrivalFilter {
  private isLeft = false;

  constructor(
    private readonly k: Kernel,
    private readonly code: CodeMap,
    private readonly origin: Origin,
    private readonly need: number,
    private readonly options: FrameOptions,
  ) {}

  /** Who follows a processor, or its interrupts, sees other threads' code as well; and without a caller what comes afterwards may be anywhere. */
  private get isOpen(): boolean {
    return this.origin.followed.kind !== 'thread' || (this.isLeft && !this.options.caller);
  }

  get every(): boolean {
    return this.need === Slot.CODE && this.isOpen;
  }

  get hasCaller(): boolean {
    return this.options.caller !== undefined;
  }

  /** The frame is gone: only what lies outside of it counts from here on. */
  leave(): void {
    this.isLeft = true;
  }

  mark(page: CodePage, slots: Uint8Array): void {
    const { frame, callers } = { frame: this.options.frame, callers: this.origin.callers };
    if (this.isOpen) markNeeded(page, slots, this.need);
    else
      for (const { base, fn } of [frame, ...callers])
        markNeeded(page, slots, this.need, base + fn.begin, base + fn.end);
    if (!this.isLeft) markAddress(page, slots, this.edge);
    // Funclets are functions of their own, over the same frames.
    if (!this.isOpen && page.mapped) this.markFunclets(page, slots, page.mapped.image);
  }

  judge(cpu: Cpu): number {
    const { k, code, origin } = this;
    if (!counts(k, code, origin.followed, cpu)) return Verdict.NONE;
    const slot = code.slotAt(cpu.ip, cpu);
    const wanted = (slot & this.need) === this.need;
    if (threadOn(k, cpu) !== origin.thread) return wanted ? Verdict.STOP : Verdict.NONE;
    const here = activationOf(k, code, cpu);
    if (!here) return Verdict.NONE;
    let verdict: number = !this.isLeft && this.isEdge(cpu) ? Verdict.EDGE : Verdict.NONE;
    if (!wanted) return verdict;
    if (this.isInside(here)) verdict |= Verdict.STOP | Verdict.INSIDE;
    else if (this.isOutside(here)) verdict |= Verdict.STOP;
    return verdict;
  }

  private isInside(here: Activation): boolean {
    const { frame, isLeft } = this.options;
    return !isLeft && !this.isLeft && sameActivation(here, frame.activation);
  }

  private isOutside(here: Activation): boolean {
    const { frame, caller } = this.options;
    if (caller) return isNotDeeper(here, caller.activation);
    if (this.isLeft) return true;
    return isNotDeeper(here, frame.activation) && here.top !== frame.activation.top;
  }

  /** Who called the frame; undefined if a trap brought it about. */
  private get direct(): CallerFrame | undefined {
    const direct = this.origin.callers[0];
    return direct && !direct.exact ? direct : undefined;
  }

  /** Where its caller goes on; backwards the call itself. */
  private get edge(): VirtAddr | undefined {
    const { direct } = this;
    if (!direct) return undefined;
    return this.options.direction === 'forward' ? direct.ip : direct.ip - INSTRUCTION_BYTES;
  }

  private isEdge(cpu: Cpu): boolean {
    return cpu.ip === this.edge && cpu.fp === this.direct?.activation.fp;
  }

  private markFunclets(page: CodePage, slots: Uint8Array, image: Image): void {
    const { frame } = this.options;
    for (const { base, fn } of [frame, ...this.origin.callers]) {
      if (base !== page.mapped?.base) continue;
      const parent = image.functions.indexOf(fn);
      for (const child of image.functions) {
        if (child.parent === parent) markNeeded(page, slots, this.need, base + child.begin, base + child.end);
      }
    }
  }
}

/** Fixed addresses: of instructions, or of images wherever they are loaded. */
export class Places implements ArrivalFilter {
  readonly every = false;

  constructor(
    private readonly code: CodeMap,
    private readonly places: readonly CodeAddress[],
    private readonly isCounted: (cpu: Cpu) => boolean,
  ) {}

  mark(page: CodePage, slots: Uint8Array): void {
    for (const place of this.places) markPlace(page, slots, place);
  }

  judge(cpu: Cpu): number {
    const mapped = this.code.at(cpu.ip, cpu);
    return this.places.some((place) => isAt(place, cpu.ip, mapped)) && this.isCounted(cpu)
      ? Verdict.STOP
      : Verdict.NONE;
  }
}

/** Nothing: the motion is over when a breakpoint is hit. */
export const NOWHERE: ArrivalFilter = { every: false, mark: () => {}, judge: () => Verdict.NONE };

/** An instruction: of an image wherever that is loaded, or at a fixed address. */
export type CodeAddress = { readonly image: Image; readonly rva: number } | { readonly va: VirtAddr };

export function isAt(place: CodeAddress, ip: VirtAddr, mapped: Mapped | undefined): boolean {
  if ('va' in place) return place.va === ip;
  return mapped?.image === place.image && ip - mapped.base === place.rva;
}

export function markPlace(page: CodePage, slots: Uint8Array, place: CodeAddress): void {
  if ('va' in place) markAddress(page, slots, place.va);
  else if (page.mapped?.image === place.image) markAddress(page, slots, page.mapped.base + place.rva);
}

function markAddress(page: CodePage, slots: Uint8Array, va: VirtAddr | undefined): void {
  if (va === undefined) return;
  const slot = (va - page.va) / INSTRUCTION_BYTES;
  if (slot >= 0 && slot < INSTRUCTIONS_PER_PAGE && Number.isInteger(slot)) slots[slot] = 1;
}

/** Marks the instructions that have all of these bits, of a range of addresses. */
function markNeeded(
  { va, mapped, first }: CodePage,
  slots: Uint8Array,
  need: number,
  from: VirtAddr = va,
  to: VirtAddr = va + INSTRUCTIONS_PER_PAGE * INSTRUCTION_BYTES,
): void {
  if (!mapped) return;
  const begin = Math.max(0, (from - va) / INSTRUCTION_BYTES);
  const end = Math.min(INSTRUCTIONS_PER_PAGE, (to - va) / INSTRUCTION_BYTES);
  for (let i = begin; i < end; i++) if ((mapped.slots[first + i] & need) === need) slots[i] = 1;
}
