/**
 * When nothing can ever run again, and who waits for what then. Looks only at guest memory.
 */
import { hex64, type VirtAddr } from '../base/numbers.ts';
import { GuestFault } from '../machine/faults.ts';
import { isListEmpty } from './dispatcher/lists.ts';
import { typeName } from './dispatcher/objects.ts';
import { highestReady } from './dispatcher/ready-queue.ts';
import { runningOn } from './dispatcher/threads.ts';
import { timerOwners } from './dispatcher/timers.ts';
import type { Kernel } from './kernel.ts';
import {
  C,
  DISPATCHER_HEADER,
  EPROCESS,
  ETHREAD,
  FILE_OBJECT,
  IRP,
  KTHREAD,
  KWAIT_BLOCK,
  LAB_CONSOLE,
} from './layouts.generated.ts';
import { waitingStack } from './stack.ts';
import { routineName } from './symbols.ts';

/** Interrupts that may still bring work: APC, dispatch, devices, inter-processor; not the clock. */
const WORK = 0xffff & ~(1 << 13);
const MAX_WALK = 1024;

/** True if no thread is ready or running, and nothing inside the machine (timer, DPC, interrupt) can make one ready. */
export function isStill(k: Kernel): boolean {
  if (highestReady(k) || !timersAreFutile(k)) return false;
  for (const cpu of k.vm.cpus) {
    if (!cpu.started) return false;
    const prcb = k.pcr(cpu).Prcb;
    if (
      runningOn(k, cpu).IdleThread === 0 ||
      prcb.DpcListHead !== 0 ||
      prcb.Requests !== 0 ||
      (cpu.requested & WORK) !== 0
    )
      return false;
    if (cpu.number !== k.cpu.number && !cpu.halted) return false;
  }
  return true;
}

/** True if a thread waits for typed input, and more of it may come. */
export function waitsForInput(k: Kernel): boolean {
  const console = new LAB_CONSOLE(k.mem, k.symbol('KiConsole'));
  return console.Closed === 0 && !isListEmpty(k, console.Available.Header.WaitListHead.va);
}

/** True if nobody but ending threads looks at the clock: they poll for requests that no one is left to complete (semantics B7). */
function timersAreFutile(k: Kernel): boolean {
  return timerOwners(k).every((thread) => {
    if (!thread || k.mem.u8(thread.va + ETHREAD.off.Terminating) === 0) return false;
    return !isListEmpty(k, thread.va + ETHREAD.off.IrpList);
  });
}

/** One line for each thread that waits and is not the kernel's own furniture (idle workers, the reaper). */
export function describeWaits(k: Kernel): string[] {
  const lines: string[] = [];
  try {
    for (const process of processes(k)) {
      for (const thread of threads(k, process)) {
        const text = describeWait(k, process, thread);
        if (text) lines.push(text);
      }
    }
  } catch (e) {
    if (!(e instanceof GuestFault)) throw e;
  }
  return lines;
}

/** Addresses of the entries of a list; what cannot be a list is cut off. */
function walk(k: Kernel, head: VirtAddr): VirtAddr[] {
  const entries: VirtAddr[] = [];
  for (let entry = k.view.ptr(head); entry !== head && entries.length < MAX_WALK; entry = k.view.ptr(entry)) {
    entries.push(entry);
  }
  return entries;
}

function processes(k: Kernel): EPROCESS[] {
  return walk(k, k.symbol('PsActiveProcessHead')).map(
    (entry) => new EPROCESS(k.view as typeof k.mem, entry - EPROCESS.off.ActiveProcessLinks),
  );
}

function threads(k: Kernel, process: EPROCESS): ETHREAD[] {
  return walk(k, process.Pcb.ThreadListHead.va).map(
    (entry) => new ETHREAD(k.view as typeof k.mem, entry - KTHREAD.off.ThreadListEntry),
  );
}

function describeWait(k: Kernel, process: EPROCESS, thread: ETHREAD): string | undefined {
  const { Tcb } = thread;
  if (Tcb.State !== C.KI_WAITING) return undefined;
  const objects = waitedFor(k, Tcb);
  const furniture = [k.symbol('PspReaperEvent'), k.symbol('ExpWorkSemaphore')];
  if (objects.some((object) => furniture.includes(object))) return undefined;
  if (isSession(k, thread)) return undefined;
  const who = `${k.view.cstring(process.ImageFileName, C.KI_MAX_IMAGE_NAME)} thread ${k.view.u32(thread.Cid.va + 8)}`;
  const what = objects.map((object) => describeObject(k, object)).join(', ') || 'time to pass';
  const irps = walk(k, thread.IrpList.va).map((entry) => describeIrp(k, entry - IRP.off.ThreadListEntry));
  const where = waitingStack(k, thread.va).find((frame) => frame.place?.learner);
  return [`${who} waits for ${what}`, ...irps, ...(where ? [`in ${where.text}`] : [])].join('; ');
}

/** The thread that runs the scenario waits for the programs: that explains nothing. */
function isSession(k: Kernel, thread: ETHREAD): boolean {
  return (
    thread.StartAddress < 0 &&
    routineName(k, thread.StartAddress) === 'nt!KiPhase1' &&
    waitingStack(k, thread.va).every((f) => !f.place?.learner)
  );
}

function waitedFor(k: Kernel, thread: KTHREAD): VirtAddr[] {
  const count = Math.min(thread.WaitCount, C.MAXIMUM_WAIT_OBJECTS);
  const blocks = thread.WaitBlockList;
  return Array.from({ length: count }, (_, i) => k.view.ptr(blocks + i * KWAIT_BLOCK.size + KWAIT_BLOCK.off.Object));
}

function describeObject(k: Kernel, object: VirtAddr): string {
  const { Type } = new DISPATCHER_HEADER(k.view as typeof k.mem, object);
  if (Type === C.KI_PROCESS) {
    return `process ${k.view.cstring(object + EPROCESS.off.ImageFileName, C.KI_MAX_IMAGE_NAME)} to end`;
  }
  const name = routineName(k, object);
  return `${typeName(Type)} ${hex64(object)}${name === '' ? '' : ` (${name})`}`;
}

/** An IRP that its issuing thread still owns: which one, and which driver has it. */
function describeIrp(k: Kernel, va: VirtAddr): string {
  const irp = new IRP(k.view as typeof k.mem, va);
  const owner = irpOwner(k, irp);
  return `IRP ${hex64(va)} is not completed${owner}`;
}

function irpOwner(k: Kernel, irp: IRP): string {
  const location = irp.Tail.Overlay.CurrentStackLocation;
  if (location === 0) return '';
  const device = k.view.ptr(location + STACK_LOCATION_DEVICE);
  if (device === 0) return '';
  const driver = k.view.ptr(device + DEVICE_DRIVER);
  const name = driver + DRIVER_NAME;
  const text = k.view.utf16(k.view.ptr(name + 8), k.view.u16(name));
  return `: it is with driver ${text}, device ${hex64(device)}${fileName(k, irp)}`;
}

function fileName(k: Kernel, irp: IRP): string {
  const file = irp.Tail.Overlay.OriginalFileObject;
  if (file === 0) return '';
  const { FileName } = new FILE_OBJECT(k.view as typeof k.mem, file);
  return FileName.Length === 0 ? '' : `, file ${k.view.utf16(FileName.Buffer, FileName.Length)}`;
}

/** IO_STACK_LOCATION.DeviceObject, DEVICE_OBJECT.DriverObject, DRIVER_OBJECT.DriverName: documented x64 offsets. */
const STACK_LOCATION_DEVICE = 0x28;
const DEVICE_DRIVER = 8;
const DRIVER_NAME = 0x38;
