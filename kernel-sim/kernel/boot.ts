/**
 * The boot loader: makes the machine that the guest kernel finds. Page tables with the kernel's half, ntoskrnl with its sections'
 * protections, the page shared with user mode, a processor block and an idle thread for each CPU, and the loader block that says what this
 * session does. After `bootMachine` everything is bytes; the first instruction is KiSystemStartup's.
 */
import type { PhysAddr, VirtAddr } from '../base/numbers.ts';
import type { Image } from '../c/image.ts';
import { FrameFlag, PAGE, Pte } from '../machine/layout.ts';
import { Machine } from '../machine/machine.ts';
import type { TraceStrings } from '../trace/recorder.ts';
import { initializeList, insertTail } from './dispatcher/lists.ts';
import { initializeReadyQueue } from './dispatcher/ready-queue.ts';
import { setTimes } from './dispatcher/timers.ts';
import { ImageStore, Kernel } from './kernel.ts';
import {
  C,
  EPROCESS,
  ETHREAD,
  KIPCR,
  LAB_CONSOLE,
  LAB_PROGRAM,
  LOADER_BLOCK,
  MI_PHYSICAL_MEMORY,
} from './layouts.generated.ts';
import { allocateFrame, initializeFrames, reservedPages } from './memory/frames.ts';
import { describeImage, mapImage } from './memory/images.ts';
import {
  KERNEL_REGIONS,
  KERNEL_STACKS,
  NTOSKRNL_BASE,
  PFN_DATABASE,
  pagesOf,
  SELF_MAP_SLOT,
  SHARED_DATA,
  SYSTEM_IMAGES,
  SYSTEM_PAGES,
} from './memory/map.ts';
import { allocateKernelStack, allocateSystemPages } from './memory/system.ts';
import { allocatePage, mapPage, pteAddress } from './memory/tables.ts';
import { appendInput } from './session.ts';

export interface BootOptions {
  /** ntoskrnl.exe, the user-mode libraries, drivers (`NAME.sys`), programs. */
  images: Iterable<Image>;
  cpus: number;
  seed: number;
  ramBytes: number;
  /** Room for the stack of a program's first thread; as much as Windows gives if left out. */
  stackBytes?: number;
  /** Service names, in load order. */
  drivers: string[];
  programs: { image: string; commandLine: string }[];
  /** Programs run all at once. */
  parallel: boolean;
  /** A kernel debugger is present: breakpoints and failed assertions are noted and passed. */
  debugger: boolean;
  /** Typed input, and whether more may come (`appendInput`). */
  stdin: Uint8Array;
  interactive: boolean;
  tickNs?: number;
  nsPerInstruction?: number;
  /** Table of the trace's strings, when several machines share it. */
  strings?: TraceStrings;
}

const HIGH_LEVEL = 15;
const DATA = { write: true, execute: false, user: false };

export function bootMachine(options: BootOptions): Kernel {
  const machine = new Machine(options);
  const kernel = new Kernel(machine, new ImageStore(options.images), options.strings);
  const cr3 = makeAddressSpace(kernel);
  for (const cpu of kernel.vm.cpus) cpu.cr3 = cr3;
  mapKernel(kernel, cr3);
  initializeData(kernel, cr3, options);
  startProcessors(kernel);
  machine.booted = true;
  return kernel;
}

/** A Kernel over the bytes of another machine of the same size (checkpoints, transplants): nothing but caches is made. */
export function attachMachine(machine: Machine, images: Iterable<Image>): Kernel {
  return new Kernel(machine, new ImageStore(images));
}

function makeAddressSpace(k: Kernel): PhysAddr {
  const { memory } = k.machine;
  initializeFrames(memory);
  const cr3 = need(allocateFrame(k, C.KI_PFN_BOOT), 'a top-level table') * PAGE;
  memory.setU64(cr3 + 8 * SELF_MAP_SLOT, BigInt(cr3) | Pte.VALID | Pte.WRITE | Pte.NX);
  // Every region's top-level entry is made now, so that all address spaces share what is below it.
  for (const va of KERNEL_REGIONS) need(pteAddress(k, cr3, va, true), 'page tables');
  for (let i = 0; i < reservedPages(memory.ramBytes); i++)
    need(mapPage(k, cr3, PFN_DATABASE + i * PAGE, i, DATA) ? 1 : 0, 'the PFN database');
  const head = MI_PHYSICAL_MEMORY.off;
  memory.setU64(head.NextKernelStack, KERNEL_STACKS);
  memory.setU64(head.NextSystemImage, SYSTEM_IMAGES);
  memory.setU64(head.NextSystemPages, SYSTEM_PAGES);
  return cr3;
}

function mapKernel(k: Kernel, cr3: PhysAddr): void {
  need(mapImage(k, cr3, k.ntoskrnl, NTOSKRNL_BASE, false) === C.STATUS_SUCCESS ? 1 : 0, 'ntoskrnl');
  need(allocatePage(k, cr3, SHARED_DATA, DATA), 'the shared page');
  setTimes(k, 0);
}

function initializeData(k: Kernel, cr3: PhysAddr, options: BootOptions): void {
  for (const list of ['KiTimerListHead', 'PsActiveProcessHead', 'PsLoadedModuleList', 'PspReaperListHead'])
    initializeList(k, k.symbol(list));
  initializeReadyQueue(k);
  const entry = describeImage(k, k.symbol('MmSystemModules'), k.ntoskrnl, NTOSKRNL_BASE, C.KI_IMAGE_LOADED);
  insertTail(k, k.symbol('PsLoadedModuleList'), entry.InLoadOrderLinks.va);

  const idle = new EPROCESS(k.mem, k.symbol('KiIdleProcess'));
  idle.Pcb.Header.Type = C.KI_PROCESS;
  idle.Pcb.DirectoryTableBase = BigInt(cr3);
  initializeList(k, idle.Pcb.Header.WaitListHead.va);
  initializeList(k, idle.Pcb.ThreadListHead.va);
  initializeList(k, idle.ModuleList.va);
  putText(k, idle.ImageFileName, 'Idle');

  const console = new LAB_CONSOLE(k.mem, k.symbol('KiConsole'));
  console.Closed = options.interactive ? 0 : 1;
  appendInput(k, options.stdin);
  fillLoaderBlock(k, options);
}

function fillLoaderBlock(k: Kernel, options: BootOptions): void {
  const block = new LOADER_BLOCK(k.mem, k.symbol('KiLoaderBlock'));
  const { drivers, programs } = options;
  if (drivers.length > C.KI_MAX_SCENARIO || programs.length > C.KI_MAX_SCENARIO) {
    throw new Error(`at most ${C.KI_MAX_SCENARIO} drivers and as many programs`);
  }
  block.CpuCount = k.machine.cpuCount;
  block.Parallel = options.parallel ? 1 : 0;
  block.Debugger = options.debugger ? 1 : 0;
  block.TickNs = BigInt(k.machine.tickNs);
  block.FirstStackReserve = BigInt(options.stackBytes ?? C.KI_USER_STACK_RESERVE);
  block.DriverCount = drivers.length;
  block.ProgramCount = programs.length;
  drivers.forEach((name, i) => {
    putWide(k, block.Drivers + 2 * C.KI_MAX_IMAGE_NAME * i, name, C.KI_MAX_IMAGE_NAME);
  });
  if (programs.length === 0) return;
  block.Programs = need(
    allocateSystemPages(k, pagesOf(programs.length * LAB_PROGRAM.size), C.KI_PROTECT_WRITE),
    'the scenario',
  );
  programs.forEach(({ image, commandLine }, i) => {
    const program = new LAB_PROGRAM(k.mem, block.Programs + i * LAB_PROGRAM.size);
    putWide(k, program.Image, image, C.KI_MAX_IMAGE_NAME);
    putWide(k, program.CommandLine, commandLine, C.KI_MAX_COMMAND_LINE);
  });
}

/** Processor blocks, idle threads, first frames. CPU 0 is started; the others wait for KiStartProcessors. */
function startProcessors(k: Kernel): void {
  const process = k.symbol('KiIdleProcess');
  const loader = k.symbol('KiLoaderBlock');
  for (const cpu of k.vm.cpus) {
    const i = cpu.number;
    const stack = need(allocateKernelStack(k), 'a kernel stack');
    const va = k.symbol('KiIdleThreads') + i * ETHREAD.size;
    initializeIdleThread(k, va, process, stack, i);
    const pcrVa = k.symbol('KiProcessorPages') + i * PAGE;
    const pcr = new KIPCR(k.mem, pcrVa);
    pcr.Pcr.Self = pcrVa;
    pcr.Pcr.CurrentPrcb = pcr.Prcb.va;
    pcr.Prcb.Number = i;
    pcr.Prcb.CurrentThread = va;
    pcr.Prcb.IdleThread = va;
    k.mem.setPtr(k.symbol('KiProcessorBlock') + 8 * i, pcrVa);
    new LOADER_BLOCK(k.mem, loader).CpuCount = k.machine.cpuCount;
    k.mem.setPtr(loader + LOADER_BLOCK.off.FirstStacks + 8 * i, stack);
    cpu.gsKernel = pcrVa;
    cpu.idt = k.symbol('KiInterruptTable');
    cpu.syscallEntry = k.symbol('KiSystemServiceEntry');
    cpu.kernelStack = stack;
    cpu.irql = HIGH_LEVEL;
    cpu.interruptsEnabled = false;
    const routine = i === 0 ? 'KiSystemStartup' : 'KiApStartup';
    cpu.enter(k.symbol(routine), { args: [loader], sp: stack, flags: FrameFlag.BOTTOM });
  }
}

function initializeIdleThread(k: Kernel, va: VirtAddr, process: VirtAddr, stack: VirtAddr, cpu: number): void {
  const { Tcb } = new ETHREAD(k.mem, va);
  Tcb.Header.Type = C.KI_THREAD;
  initializeList(k, Tcb.Header.WaitListHead.va);
  initializeList(k, Tcb.ApcState.ApcListHead);
  initializeList(k, Tcb.ApcState.ApcListHead + 16);
  initializeList(k, Tcb.MutantListHead.va);
  initializeList(k, va + ETHREAD.off.IrpList);
  Tcb.InitialStack = stack;
  Tcb.StackLimit = stack - C.KI_KERNEL_STACK_BYTES;
  Tcb.Process = process;
  Tcb.ApcState.Process = process;
  Tcb.State = C.KI_RUNNING;
  Tcb.IdleThread = 1;
  Tcb.SystemThread = 1;
  Tcb.NextProcessor = cpu;
  Tcb.ApcQueueable = 1;
}

function putText(k: Kernel, va: VirtAddr, text: string): void {
  for (let i = 0; i <= text.length; i++) k.mem.setU8(va + i, i < text.length ? text.charCodeAt(i) : 0);
}

/** At most `size` UTF-16 units, the terminator included. */
function putWide(k: Kernel, va: VirtAddr, text: string, size: number): void {
  const kept = text.slice(0, size - 1);
  k.mem.setUtf16(va, kept);
  k.mem.setU16(va + 2 * kept.length, 0);
}

function need(value: number, what: string): number {
  if (value === 0 || value === -1) throw new Error(`the machine has too little RAM for ${what}`);
  return value;
}
