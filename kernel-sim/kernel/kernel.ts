/**
 * The kernel as TypeScript sees it: one object per machine that ties its bytes to the tables that are not bytes (images of the "disk",
 * primitives, the trace). Nothing here is state: a Kernel made over equal bytes behaves equally; what it remembers can be derived again.
 *
 * Made by `bootMachine` (boot.ts) or over the bytes of another machine. Primitives get it as their first argument.
 */
import type { VirtAddr } from '../base/numbers.ts';
import type { Image } from '../c/image.ts';
import { GuestFault } from '../machine/faults.ts';
import { GuestMemory, GuestView } from '../machine/guest-memory.ts';
import type { Machine } from '../machine/machine.ts';
import { type FieldValue, TraceRecorder, type TraceStrings } from '../trace/recorder.ts';
import type { EventName } from '../trace/schema.ts';
import type { Cpu } from '../vm/cpu.ts';
import { type RunResult, Vm } from '../vm/vm.ts';
import { C, ETHREAD, KIPCR } from './layouts.generated.ts';
import { NTOSKRNL_BASE } from './memory/map.ts';
import { DECODE } from './primitives.generated.ts';
import { PRIMITIVES } from './primitives.ts';
import { traceResume, traceTrap } from './trace-hooks.ts';

/** Image files by name: what would be the disk. Immutable; the machine names an image by its hash. */
export class ImageStore {
  private readonly byName = new Map<string, Image>();
  private readonly byHash = new Map<string, Image>();

  constructor(images: Iterable<Image>) {
    for (const image of images) {
      this.byName.set(image.name.toLowerCase(), image);
      this.byHash.set(image.hash, image);
    }
  }

  named(name: string): Image | undefined {
    return this.byName.get(name.toLowerCase());
  }

  /** Every image, in the order given. */
  all(): Iterable<Image> {
    return this.byHash.values();
  }

  hashed(hash: bigint): Image | undefined {
    return this.byHash.get(hash.toString(16).padStart(16, '0'));
  }
}

/** Thrown by `Kernel.bugCheck`: the machine has stopped, the primitive need not go on. */
class SystemStopped {}
const STOPPED = new SystemStopped();

export class Kernel {
  readonly machine: Machine;
  readonly vm: Vm;
  readonly images: ImageStore;
  readonly trace: TraceRecorder;
  /** Current address space, with the kernel's rights. */
  readonly mem: GuestMemory;
  /** The same for looking only: sets no accessed bits. */
  readonly view: GuestView;
  readonly ntoskrnl: Image;

  /** Instant of the last instruction that found that only typed input can help; host-side, for who runs the machine. */
  askedForInput = -1;

  private readonly table: { name: string; run: (k: Kernel, cpu: Cpu) => void }[];
  private readonly ntoskrnlEnd: VirtAddr;

  /** `strings`: of the trace, when several machines share them. */
  constructor(machine: Machine, images: ImageStore, strings?: TraceStrings) {
    const ntoskrnl = images.named('ntoskrnl.exe');
    if (!ntoskrnl) throw new Error('no ntoskrnl.exe among the images');
    this.machine = machine;
    this.images = images;
    this.ntoskrnl = ntoskrnl;
    this.ntoskrnlEnd = NTOSKRNL_BASE + ntoskrnl.size;
    this.mem = new GuestMemory(machine);
    this.view = new GuestView(machine);
    this.table = ntoskrnl.primitives.map((name) => {
      const decode = DECODE[name as keyof typeof DECODE];
      if (!decode) throw new Error(`no TypeScript for primitive ${name}`);
      return { name, run: (k: Kernel, cpu: Cpu) => decode(PRIMITIVES, k, cpu) };
    });
    this.vm = new Vm(machine, {
      primitive: (cpu, index) => this.primitive(cpu, index),
      doubleFault: (cpu) => this.doubleFault(cpu),
      trapped: (cpu, vector) => traceTrap(this, cpu, vector),
      resumed: (cpu, vector) => traceResume(this, cpu, vector),
    });
    this.trace = new TraceRecorder(this.clock(), strings);
  }

  get cpu(): Cpu {
    return this.vm.cpu;
  }

  /** Runs at most so many instructions more. */
  run(instructions: number): RunResult {
    return this.vm.run(instructions);
  }

  /** Address of a name that ntoskrnl exports (functions and data). */
  symbol(name: string): VirtAddr {
    const rva = this.ntoskrnl.exports[name];
    if (rva === undefined) throw new Error(`ntoskrnl has no ${name}`);
    return NTOSKRNL_BASE + rva;
  }

  /** This processor's KIPCR (or another's). */
  pcr(cpu: Cpu = this.cpu): KIPCR {
    return new KIPCR(this.mem, cpu.gsKernel);
  }

  /** Address of the thread that runs on this CPU. */
  get thread(): ETHREAD {
    return new ETHREAD(this.mem, this.pcr().Prcb.CurrentThread);
  }

  emit(event: EventName, ...values: FieldValue[]): void {
    this.trace.emit(event, ...values);
  }

  /** Stops the system as KeBugCheckEx does. Does not return. */
  bugCheck(
    code: number,
    p1: number | bigint = 0,
    p2: number | bigint = 0,
    p3: number | bigint = 0,
    p4: number | bigint = 0,
  ): never {
    this.stop(C.KI_STOP_BUGCHECK, code, p1, p2, p3, p4);
    throw STOPPED;
  }

  /** Stops the machine; `kind` is one of KI_STOP_*. */
  stop(kind: number, ...values: (number | bigint)[]): void {
    this.machine.stop(kind, ...values);
    if (kind === C.KI_STOP_BUGCHECK) {
      const u64 = (i: number) => BigInt.asUintN(64, BigInt(values[i] ?? 0));
      this.emit('bugcheck', Number(u64(0) & 0xffffffffn), u64(1), u64(2), u64(3), u64(4));
    }
  }

  /** Ends the current run after this instruction: nothing inside the machine can go on until something is typed. */
  waitForInput(): void {
    this.askedForInput = this.machine.instant;
    this.vm.pause();
  }

  /** Runs an action of the host (typed input) between two instructions. Trashed kernel memory may make it a bug check or nothing. */
  fromOutside(action: () => void): void {
    try {
      action();
    } catch (e) {
      if (e !== STOPPED && !(e instanceof GuestFault)) throw e;
    }
  }

  private primitive(cpu: Cpu, index: number): void {
    const { ip } = cpu;
    const entry = ip >= NTOSKRNL_BASE && ip < this.ntoskrnlEnd ? this.table[index] : undefined;
    if (!entry) throw new GuestFault('gp', 0, 0, 0);
    try {
      entry.run(this, cpu);
    } catch (e) {
      if (e === STOPPED || e instanceof GuestFault) {
        if (e !== STOPPED) throw e;
        return;
      }
      throw new Error(`internal error in primitive ${entry.name}: ${e instanceof Error ? e.message : String(e)}`, {
        cause: e,
      });
    }
  }

  /** The kernel stack cannot take a trap frame: it is exhausted, or the stack pointer is wrong. */
  private doubleFault(cpu: Cpu): void {
    try {
      this.bugCheck(C.UNEXPECTED_KERNEL_MODE_TRAP, 8, 0, cpu.sp, cpu.ip);
    } catch (e) {
      if (e !== STOPPED) throw e;
    }
  }

  private clock() {
    const { machine } = this;
    /** Client id of the running thread: UniqueProcess or UniqueThread; 0 if its structures are trashed. */
    const id = (offset: number): number => {
      try {
        const thread = this.view.ptr(this.cpu.gsKernel + KIPCR.off.Prcb + CURRENT_THREAD);
        return this.view.u32(thread + ETHREAD.off.Cid + offset);
      } catch (e) {
        if (e instanceof GuestFault) return 0;
        throw e;
      }
    };
    return {
      get instant() {
        return machine.instant;
      },
      get t() {
        return machine.now;
      },
      get cpu() {
        return machine.currentCpu;
      },
      get tid() {
        return id(8);
      },
      get pid() {
        return id(0);
      },
    };
  }
}

/** KPRCB.CurrentThread. */
const CURRENT_THREAD = 8;
