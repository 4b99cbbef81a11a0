/**
 * What wrote watched bytes: one step of the machine looked at closely, from the state before it. Several things may happen in a step: an
 * interrupt or a fault saves what it interrupts, then an instruction is executed; page walks set bits in page tables by the way.
 */
import { type PhysAddr, type VirtAddr, virtAddrOf } from '../../base/numbers.ts';
import { C, MMPFN } from '../../kernel/layouts.generated.ts';
import { CpuField, FrameHeader, PAGE, TrapFrame } from '../../machine/layout.ts';
import type { PhysicalMemory } from '../../machine/memory.ts';
import type { WriterKind } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { FieldValue } from '../../trace/recorder.ts';
import type { EventName } from '../../trace/schema.ts';
import { OPERANDS, Op, type OpName } from '../../vm/opcodes.ts';
import { AccessKind, type Touch, type Watch } from '../../vm/watch.ts';
import { contextOf } from '../context.ts';
import { codeAt, routineOf, type Standing, standing } from './deed.ts';
import { walk } from './mapping.ts';

/** A step that was observed. */
export interface ObservedStep {
  /** Right after it. */
  readonly instant: number;
  /** The processor that moved, as it stood before. */
  readonly by: Standing;
  /** The instruction it stood at. */
  readonly word: number;
  readonly imm: number;
  /** Physical address of its register window. */
  readonly window: PhysAddr;
  /** Operand b as an address: of loads and stores the pointer that was used. */
  readonly pointer: VirtAddr | undefined;
  readonly events: readonly { readonly name: EventName; readonly values: readonly FieldValue[] }[];
  readonly touched: readonly Touch[];
}

/** Moves a cursor by one instruction and tells who moved, and what happened to the bytes that `watch` watches. */
export function observeStep(cursor: Cursor, watch: Watch): ObservedStep {
  const k = cursor.kernel;
  const { machine } = k;
  const before = k.vm.cpus.map((cpu) => {
    const at = codeAt(cpu);
    const word = machine.memory.i32(at);
    const window = machine.getCpu(cpu.number, CpuField.WINDOW);
    return {
      stood: standing(k, cpu.number),
      ...{ word, imm: machine.memory.i32(at + 4), window },
      pointer: virtAddrOf(machine.memory.u64(window + 8 * ((word >>> 16) & 0xff))),
    };
  });
  const events: ObservedStep['events'][number][] = [];
  const heard = cursor.listener;
  cursor.listener = (name, values) => {
    events.push({ name, values });
    heard?.(name, values);
  };
  cursor.run(machine.instant + 1, watch);
  cursor.listener = heard;
  const { stood, ...instruction } = before[machine.currentCpu];
  return { instant: machine.instant, by: stood, ...instruction, events, touched: [...watch.touched] };
}

/** Says in plain words what a step did that wrote watched bytes. `cursor` stands right after it. */
export function writerOf(cursor: Cursor, step: ObservedStep): { kind: WriterKind; how: string } {
  const { memory } = cursor.kernel.machine;
  const writes = step.touched.filter(({ kind }) => kind === AccessKind.WRITE);
  const op = step.word & 0xff;
  if (op !== Op.PRIM && writes.length > 0 && writes.every((touch) => isPageWalk(memory, touch))) {
    return { kind: 'pages', how: 'the processor set accessed or dirty bits in a page table' };
  }
  const trap = step.events.find(({ name }) => name === 'int' || name === 'fault');
  if (trap && writesTrapFrame(cursor, writes)) {
    const what = trap.name === 'int' ? `an interrupt of IRQL ${trap.values[0]}` : `a fault (${trap.values[1]})`;
    return { kind: 'trap', how: `${what} saved the state of what it interrupted` };
  }
  switch (op) {
    case Op.PRIM:
      return {
        kind: 'primitive',
        how: `kernel primitive ${routineOf(step.by.frames[0]?.text ?? '').replace(/^.*!/, '')}`,
      };
    case Op.SYSCALL:
      return { kind: 'trap', how: 'a system call saved the state of the program' };
    case Op.INT3:
    case Op.INT2C:
      return { kind: 'trap', how: 'a breakpoint or assertion saved the state of the code' };
    case Op.CALL:
    case Op.CALLR:
    case Op.CALLFL:
    case Op.CALLF:
      return { kind: 'call', how: 'a call built its frame and passed arguments' };
  }
  const size = STORES.get(op) ?? (op >= Op.XADD && op <= Op.AXOR ? step.imm : 0);
  const register = registerOf(op);
  const slot = step.window + 8 * ((step.word >>> 8) & 0xff);
  if (
    register &&
    writes.some(({ pa, length }) => overlaps(pa, length, slot, 8)) &&
    !(size > 0 && isWide(writes, slot))
  ) {
    return { kind: 'register', how: `register r${(step.word >>> 8) & 0xff} of a frame was set` };
  }
  if (size > 0)
    return {
      kind: 'instruction',
      how: `${op >= Op.XADD ? 'atomic operation on' : 'store of'} ${size} byte${size === 1 ? '' : 's'}`,
    };
  return { kind: 'instruction', how: 'an instruction' };
}

/** Bytes stored by the plain stores. */
const STORES: ReadonlyMap<number, number> = new Map([
  [Op.ST8, 1],
  [Op.ST16, 2],
  [Op.ST32, 4],
  [Op.ST64, 8],
  [Op.STGS64, 8],
]);

/** Operations whose operand a is a register that they set. */
const SETS_REGISTER: ReadonlySet<number> = new Set(
  (Object.entries(Op) as [OpName, number][])
    .filter(
      ([name, op]) =>
        OPERANDS[name].startsWith('a') && !STORES.has(op) && !/^(ENTER|CALL|CALLR|CALLFL|CALLF|UNWIND)$/.test(name),
    )
    .map(([, op]) => op),
);

function registerOf(op: number): boolean {
  return SETS_REGISTER.has(op);
}

/** An atomic operation sets a register and memory: true if memory was among what was written. */
function isWide(writes: readonly Touch[], slot: PhysAddr): boolean {
  return writes.some(({ pa, length }) => !overlaps(pa, length, slot, 8));
}

function overlaps(a: PhysAddr, aLength: number, b: PhysAddr, bLength: number): boolean {
  return a < b + bLength && b < a + aLength;
}

/** True if all that changed are accessed and dirty bits of a page table. */
function isPageWalk(memory: PhysicalMemory, { range, before, after }: Touch): boolean {
  const state = memory.u8(PFN_DATABASE + Math.floor(range.pa / PAGE) * MMPFN.size + MMPFN.off.State);
  if (state !== C.KI_PFN_PAGE_TABLE && state !== C.KI_PFN_BOOT) return false;
  let changed = false;
  for (let i = 0; i < before.length; i++) {
    const bits = before[i] ^ after[i];
    if (bits === 0) continue;
    changed = true;
    if ((range.pa + i) % 8 !== 0 || (bits & ~ACCESSED_DIRTY) !== 0) return false;
  }
  return changed;
}

/** Physical address of the PFN database (kernel/memory/frames.ts). */
const PFN_DATABASE = PAGE;
const ACCESSED_DIRTY = 0x60;

/** True if written bytes belong to the trap frame, or to the frame of the handler, that the innermost trap built. */
function writesTrapFrame(cursor: Cursor, writes: readonly Touch[]): boolean {
  const k = cursor.kernel;
  const { memory, currentCpu } = k.machine;
  const cpu = k.vm.cpus[currentCpu];
  const { frames } = contextOf(k, { cpu: currentCpu });
  const handler = frames.find((frame) => frame.trap !== undefined);
  if (handler?.trap === undefined) return false;
  const bytes: [VirtAddr, number][] = [
    [handler.trap, TrapFrame.BYTES],
    [handler.fp, (handler.place?.fn?.registers ?? 0) * 8 + FrameHeader.BYTES],
  ];
  return bytes.some(([va, length]) => {
    // A trap frame may lie on two pages.
    for (let at = va; at < va + length; at += 8) {
      const { pa } = walk(memory, cpu.cr3, at);
      if (pa >= 0 && writes.some((touch) => overlaps(touch.pa, touch.length, pa, 8))) return true;
    }
    return false;
  });
}
