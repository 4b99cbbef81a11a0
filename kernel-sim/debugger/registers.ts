/**
 * Registers and pseudo-variables by name: `@rip`, `$thread`, `@$thread`. The signs mean the same; the table below is all there is.
 *
 * What a frame further out had in its volatile registers is gone, unless a trap saved it.
 */
import { hex64, toU64, type VirtAddr } from '../base/numbers.ts';
import { EPROCESS, ETHREAD, KTHREAD } from '../kernel/layouts.generated.ts';
import { GuestFault } from '../machine/faults.ts';
import { CpuField, TrapFrame } from '../machine/layout.ts';
import { chosenFrame, type DebugContext, tryRead } from './context.ts';
import { DebugError } from './error.ts';
import { didYouMean, suggest } from './suggest.ts';
import { findType } from './type-names.ts';
import { INT, INT64, type IntType, intType, pointerTo, type Type, UINT64, VOID } from './types.ts';

export interface NamedValue {
  readonly type: Type;
  readonly value: bigint;
}

interface Entry {
  readonly help: string;
  read(context: DebugContext): NamedValue;
}

const ADDRESS: Type = pointerTo(VOID);

const u64 = (value: bigint): NamedValue => ({ type: UINT64, value });
const small = (value: number, type: IntType = INT): NamedValue => ({ type, value: BigInt(value) });
const address = (value: VirtAddr): NamedValue => ({ type: ADDRESS, value: toU64(value) });

/** A register that calls do not keep. */
function volatileRegister(name: keyof typeof TRAPPED): Entry {
  return {
    help: `${name.toLowerCase()} of the CPU; in an outer frame only where a trap saved it`,
    read: (context) => u64(volatileValue(context, name)),
  };
}

const TRAPPED = {
  RAX: TrapFrame.RAX,
  RCX: TrapFrame.RCX,
  RDX: TrapFrame.RDX,
  R8: TrapFrame.R8,
  R9: TrapFrame.R9,
  R10: TrapFrame.R10,
  R11: TrapFrame.R11,
} as const;

function volatileValue(context: DebugContext, name: keyof typeof TRAPPED): bigint {
  const { kernel: k, frame, frames } = context;
  if (frame === 0 && context.running) return k.machine.memory.u64(k.vm.cpus[context.cpu].base + CpuField[name]);
  const trap = frames[frame - 1]?.trap;
  if (trap !== undefined) return readOr(name, () => k.view.u64(trap + TRAPPED[name]));
  const why =
    frame === 0
      ? 'the thread does not run, and a switch keeps only ip, fp and sp'
      : `frame ${frame} has made a call since, and nobody keeps it`;
  throw new DebugError(`@${name.toLowerCase()} is not known here: ${why}`);
}

/** Registers of a CPU, whatever thread is looked at. */
function control(help: string, read: (cpu: DebugContext['kernel']['vm']['cpus'][number]) => NamedValue): Entry {
  return { help, read: (context) => read(context.kernel.vm.cpus[context.cpu]) };
}

function ofFrame(help: string, read: (frame: NonNullable<ReturnType<typeof chosenFrame>>) => NamedValue): Entry {
  return {
    help,
    read: (context) => {
      const frame = chosenFrame(context);
      if (!frame) throw new DebugError('this thread has no stack that can be read');
      return read(frame);
    },
  };
}

function structure(context: DebugContext, name: string, at: VirtAddr, what: string): NamedValue {
  if (at === 0) throw new DebugError(`there is no ${what} here`);
  return { type: pointerTo(findType(context, name, context.kernel.ntoskrnl) ?? VOID), value: toU64(at) };
}

function ofThread(help: string, read: (context: DebugContext, thread: VirtAddr) => NamedValue): Entry {
  return {
    help,
    read: (context) => {
      if (context.thread === 0) throw new DebugError('no thread runs here');
      return readOr('the thread', () => read(context, context.thread));
    },
  };
}

function readOr<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (e) {
    if (e instanceof GuestFault) throw new DebugError(`${what} cannot be read: its memory is not mapped`);
    throw e;
  }
}

const IP = ofFrame('instruction pointer of the frame', (f) => address(f.ip));
const SP = ofFrame('stack pointer of the frame', (f) => address(f.sp));
const FP = ofFrame('frame pointer: address of the register window of the frame', (f) => address(f.fp));
const KIRQL = intType('uchar', 'KIRQL');
const IRQL = control('IRQL of the CPU', (cpu) => small(cpu.irql, KIRQL));
const PROCESS: Entry = {
  help: 'EPROCESS whose address space the thread uses',
  read: (context) => structure(context, '_EPROCESS', context.process, 'process'),
};
const INSTANT: Entry = {
  help: 'instructions retired so far',
  read: ({ kernel }) => ({ type: INT64, value: BigInt(kernel.machine.instant) }),
};

const ENTRIES: Record<string, Entry> = {
  rip: IP,
  ip: IP,
  rsp: SP,
  sp: SP,
  csp: SP,
  fp: FP,
  rax: volatileRegister('RAX'),
  rcx: volatileRegister('RCX'),
  rdx: volatileRegister('RDX'),
  r8: volatileRegister('R8'),
  r9: volatileRegister('R9'),
  r10: volatileRegister('R10'),
  r11: volatileRegister('R11'),
  retreg: volatileRegister('RAX'),
  cr0: control('CR0', (cpu) => u64(BigInt(cpu.cr0))),
  cr2: control('address of the last page fault of the CPU', (cpu) => u64(cpu.cr2)),
  cr3: control('physical address of the page tables in use', (cpu) => u64(BigInt(cpu.cr3))),
  cr4: control('CR4', (cpu) => u64(BigInt(cpu.cr4))),
  cr8: IRQL,
  irql: IRQL,
  efl: control('flags: bit 9 says that interrupts are enabled', (cpu) => u64(cpu.interruptsEnabled ? 0x202n : 2n)),
  gs: control('GS base of kernel mode: the processor block (KPCR)', (cpu) => address(cpu.gsKernel)),
  mode: ofFrame('mode of the frame: 0 kernel, 3 user', (f) => small(f.user ? 3 : 0)),
  cpu: { help: 'number of the CPU', read: (context) => small(context.cpu) },
  ra: {
    help: 'return address of the frame',
    read: ({ frames, frame }) => {
      const caller = frames[frame + 1];
      if (!caller) throw new DebugError('this frame has no caller');
      return address(caller.ip);
    },
  },
  thread: {
    help: 'ETHREAD of the thread',
    read: (context) => structure(context, '_ETHREAD', context.thread, 'thread'),
  },
  process: PROCESS,
  proc: PROCESS,
  tid: ofThread('thread id', ({ kernel }, thread) =>
    small(kernel.view.u32(thread + ETHREAD.off.Cid + 8), intType('ulong')),
  ),
  pid: ofThread('process id', ({ kernel }, thread) =>
    small(kernel.view.u32(thread + ETHREAD.off.Cid), intType('ulong')),
  ),
  teb: ofThread('TEB of the thread', (context, thread) =>
    structure(context, '_TEB', context.kernel.view.ptr(thread + KTHREAD.off.Teb), 'TEB (a system thread)'),
  ),
  peb: {
    help: 'PEB of the process',
    read: (context) => {
      const at = tryRead(() => context.kernel.view.ptr(context.process + EPROCESS.off.Peb)) ?? 0;
      return structure(context, '_PEB', at, 'PEB (a system process)');
    },
  },
  instant: INSTANT,
  t: INSTANT,
  time: {
    help: 'simulated time in ns',
    read: ({ kernel }) => ({ type: INT64, value: BigInt(kernel.machine.now) }),
  },
};

const WINDOW = /^w(\d{1,3})$/;

/** `@rip`, `$thread`, `@$thread`; without the signs also. */
export function registerValue(context: DebugContext, name: string): NamedValue {
  const plain = plainName(name);
  const window = WINDOW.exec(plain);
  if (window) return windowRegister(context, Number(window[1]));
  const entry = Object.hasOwn(ENTRIES, plain) ? ENTRIES[plain] : undefined;
  if (entry) return entry.read(context);
  const near = suggest(plain, Object.keys(ENTRIES));
  const hint = didYouMean(near === undefined ? undefined : `${signOf(name)}${near}`);
  throw new DebugError(`there is no register or pseudo-variable '${name}'${hint}`);
}

export function isRegister(name: string): boolean {
  return Object.hasOwn(ENTRIES, plainName(name));
}

/** All names with what they mean, for help and completion. */
export function registerNames(): { name: string; help: string }[] {
  const named = Object.entries(ENTRIES).map(([name, { help }]) => ({ name, help }));
  return [
    ...named,
    { name: 'w0', help: "r0 of the frame's register window, as the disassembly numbers them; w1, w2 ..." },
  ];
}

function windowRegister(context: DebugContext, register: number): NamedValue {
  const frame = chosenFrame(context);
  const count = frame?.place?.fn?.registers ?? 0;
  if (!frame || frame.fp === 0 || register >= count)
    throw new DebugError(`there is no register w${register} in this frame: its window has ${count}`);
  return u64(readOr(`the window at ${hex64(frame.fp)}`, () => context.view.u64(frame.fp + 8 * register)));
}

function plainName(name: string): string {
  return name.replace(/^@?\$?/, '').toLowerCase();
}

function signOf(name: string): string {
  return /^@?\$?/.exec(name)?.[0] ?? '';
}
