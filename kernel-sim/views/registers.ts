/** Registers and mode of the chosen frame: of the CPU in frame 0 of a running thread, else what traps and switches have kept. */
import { virtAddrOf } from '../base/numbers.ts';
import { chosenFrame, codeAddress, type DebugContext, tryRead } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import { localsOf } from '../debugger/locals.ts';
import { registerValue } from '../debugger/registers.ts';
import { symbolText } from '../debugger/symbols.ts';
import { CpuField } from '../machine/layout.ts';
import type { RegistersView, RegisterView } from '../protocol/views-code.ts';
import { frozen, hex } from './look.ts';
import { codePlace } from './source.ts';

const SHOWN = 'rip rsp fp rax rcx rdx r8 r9 r10 r11 cr0 cr2 cr3 cr4'.split(' ');

export function registersView(context: DebugContext): RegistersView {
  const cpu = context.kernel.vm.cpus[context.cpu];
  const frame = chosenFrame(context);
  const requested = cpu.requested;
  return frozen({
    cpu: context.cpu,
    running: context.running,
    mode: (frame?.user ?? cpu.mode !== 0) ? 'user' : 'kernel',
    irql: cpu.irql,
    interruptsEnabled: cpu.interruptsEnabled,
    halted: context.kernel.machine.memory.u64(cpu.base + CpuField.HALTED) !== 0n,
    pending: Array.from({ length: 16 }, (_, irql) => irql).filter((irql) => requested & (1 << irql)),
    registers: SHOWN.flatMap((name) => register(context, name)),
    slots: windowOf(context),
    place: codePlace(frame?.place, frame ? codeAddress(frame) : cpu.ip),
  });
}

/** Nothing if the frame does not know it any more. */
function register(context: DebugContext, name: string): RegisterView[] {
  try {
    const { value } = registerValue(context, `@${name}`);
    return [{ name, value: hex(value), note: noteOf(context, value) }];
  } catch (e) {
    if (e instanceof DebugError) return [];
    throw e;
  }
}

function windowOf(context: DebugContext): RegisterView[] {
  const frame = chosenFrame(context);
  const fn = frame?.place?.fn;
  if (!frame || !fn || frame.fp === 0) return [];
  const homes = new Map<string, string>();
  for (const v of localsOf(context)) if (!v.shadowed) homes.set(v.home, v.name);
  return Array.from({ length: fn.registers }, (_, i) => i).flatMap((i) => {
    const value = tryRead(() => context.view.u64(frame.fp + 8 * i));
    if (value === undefined) return [];
    return [{ name: `r${i}`, value: hex(value), note: homes.get(`r${i}`) ?? noteOf(context, value) }];
  });
}

function noteOf(context: DebugContext, value: bigint): string {
  const va = virtAddrOf(value);
  return va === undefined || value === 0n ? '' : symbolText(context, va);
}
