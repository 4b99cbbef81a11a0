/**
 * Processors: registers that matter to the kernel, what runs on each, which interrupts and DPCs wait.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { KDPC, KIPCR, KPRCB } from '../kernel/layouts.generated.ts';
import { NEVER } from '../machine/machine.ts';
import type { List, Read } from '../protocol/views.ts';
import type { DpcView, ProcessorRecord, ProcessorsView } from '../protocol/views-threads.ts';
import type { Cpu } from '../vm/cpu.ts';
import { dpcAt } from './dispatcher.ts';
import { processOfThread, threadName } from './identity.ts';
import { hex, named, namedOrNull, reading, struct, view } from './look.ts';
import { flags, IPI_REQUESTS, irql, mode } from './names.ts';

const MAX_DPCS = 256;

export function processorsView(k: Kernel): Read<ProcessorsView> {
  return view(() => ({ processors: k.vm.cpus.map((cpu) => reading(() => processorRecord(k, cpu))) }));
}

function processorRecord(k: Kernel, cpu: Cpu): Read<ProcessorRecord> {
  if (!cpu.started || cpu.gsKernel === 0) return { problem: `CPU ${cpu.number} has not been started` };
  const prcb = prcbOf(k, cpu);
  const thread = prcb.ptr('CurrentThread');
  const { Requests, ClockTicks, ContextSwitches, SystemCalls } = prcb.fields;
  const active = prcb.flag('DpcRoutineActive');
  return {
    ...{ cpu: cpu.number, started: true, halted: cpu.halted, current: cpu.number === k.machine.currentCpu },
    ...{ mode: mode(cpu.mode), irql: irql(cpu.irql), interruptsEnabled: cpu.interruptsEnabled },
    thread: thread === undefined ? { problem: 'its processor block names no thread' } : threadName(k, thread),
    idle: prcb.bits('CurrentThread') === prcb.bits('IdleThread'),
    ip: named(k, cpu.ip, thread === undefined ? undefined : processOfThread(k, thread)),
    interrupts: requested(cpu.requested),
    requests: flags(Requests, IPI_REQUESTS),
    dpcs: dpcQueue(k, cpu),
    dpc: active ? namedOrNull(k, prcb.bits('CurrentDpcRoutine')) : null,
    timerDueNs: cpu.timerDue >= NEVER ? null : cpu.timerDue,
    ...{ clockNs: cpu.clock, kernelNs: cpu.kernelNs, userNs: cpu.userNs, retired: cpu.retired },
    ...{ clockTicks: ClockTicks, contextSwitches: ContextSwitches, systemCalls: SystemCalls },
  };
}

function prcbOf(k: Kernel, cpu: Cpu) {
  return struct(k, KPRCB, cpu.gsKernel + KIPCR.off.Prcb);
}

function requested(bits: number): string[] {
  const levels = Array.from({ length: 15 }, (_, i) => 15 - i).filter((level) => (bits & (1 << level)) !== 0);
  return levels.map((level) => irql(level).name);
}

/** DPCs that wait for a processor, in the order in which they will run. */
export function dpcQueue(k: Kernel, cpu: Cpu): List<Read<DpcView>> {
  const entries: Read<DpcView>[] = [];
  const seen = new Set<VirtAddr>();
  let at = tryRead(() => prcbOf(k, cpu).ptr('DpcListHead'));
  while (at !== undefined) {
    if (seen.has(at)) return { entries, cut: `the queue leads back to ${hex(at)}` };
    if (entries.length >= MAX_DPCS) return { entries, cut: `only the first ${MAX_DPCS} are shown` };
    seen.add(at);
    const dpc: VirtAddr = at;
    entries.push(reading(() => dpcAt(k, dpc)));
    at = tryRead(() => struct(k, KDPC, dpc).ptr('DpcListEntry'));
  }
  return { entries, cut: '' };
}
