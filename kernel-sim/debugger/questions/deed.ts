/**
 * Who stands where: processors before an instruction, as the records that answers name as the doer. Only looks.
 */
import { hex64, type PhysAddr, type VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { ETHREAD } from '../../kernel/layouts.generated.ts';
import type { StackFrame } from '../../kernel/stack.ts';
import { CpuField } from '../../machine/layout.ts';
import type { CodePlace, Deed } from '../../protocol/questions.ts';
import type { Address } from '../../protocol/time.ts';
import type { Cpu } from '../../vm/cpu.ts';
import { codeAddress, contextOf, tryRead } from '../context.ts';

/** Frames of a deed's stack that are told. */
const SHOWN_FRAMES = 8;

/** A processor about to execute an instruction. */
export interface Standing {
  readonly cpu: number;
  readonly ip: VirtAddr;
  readonly fp: VirtAddr;
  readonly sp: VirtAddr;
  readonly mode: number;
  readonly thread: VirtAddr;
  readonly process: VirtAddr;
  readonly tid: number;
  readonly pid: number;
  readonly frames: readonly StackFrame[];
}

export function addressText(va: number | bigint): Address {
  return `0x${hex64(va)}`;
}

/** Physical address of the instruction that a processor stands at. */
export function codeAt(cpu: Cpu): PhysAddr {
  return cpu.machine.getCpu(cpu.number, CpuField.CODE_PA) + (cpu.ip - cpu.codePage);
}

/** Where a processor stands now; the stack is read at once. */
export function standing(k: Kernel, number: number): Standing {
  const cpu = k.vm.cpus[number];
  const { ip, fp, sp, mode } = cpu;
  const { thread, process, frames } = contextOf(k, { cpu: number });
  const id = (offset: number) => tryRead(() => k.view.u32(thread + ETHREAD.off.Cid + offset)) ?? 0;
  return { cpu: number, ip, fp, sp, mode, thread, process, tid: id(8), pid: id(0), frames };
}

/** What was done by the instruction at which a processor stood (or by the trap that it met there), told at the instant after it. */
export function deedOf(stood: Standing, instant: number): Deed {
  const { frames, cpu, tid, pid } = stood;
  const own = frames.findIndex((frame) => frame.place?.learner);
  return {
    instant,
    cpu,
    tid,
    pid,
    mode: stood.mode === 0 ? 'kernel' : 'user',
    place: frames[0] ? codePlace(frames[0]) : unknownPlace(stood.ip),
    own: own > 0 ? codePlace(frames[own]) : undefined,
    stack: frames.slice(0, SHOWN_FRAMES).map((frame) => frame.text),
  };
}

export function codePlace(frame: StackFrame): CodePlace {
  const { place, text } = frame;
  return { address: addressText(codeAddress(frame)), text, file: place?.file, line: place?.line ?? 0 };
}

function unknownPlace(ip: VirtAddr): CodePlace {
  return { address: addressText(ip), text: hex64(ip), file: undefined, line: 0 };
}

/** `thermo!Fn+0x8 (driver.c:41), called from ...`: a deed's place as a sentence's part, the learner's own code first. */
export function placeText(deed: Deed): string {
  return deed.own ? `${deed.own.text}, through ${routineOf(deed.place.text)}` : deed.place.text;
}

/** `nt!memcpy` of `nt!memcpy+0x30 (rtlmem.c:20)`. */
export function routineOf(text: string): string {
  return text.replace(/ \(.*$/, '').replace(/\+0x[0-9a-f]+$/, '');
}
