/** Made by `npm run generate` from the headers of the guest. Do not edit. */
import type { VirtAddr } from '../base/numbers.ts';
import type { Cpu } from '../vm/cpu.ts';
import type { Kernel } from './kernel.ts';

/** What the kernel carries out in TypeScript, atomically at one instant. A result of undefined leaves RAX alone. */
export interface Primitives {
  KiWaitForObjects(k: Kernel, Count: number, Objects: VirtAddr, WaitType: number, WaitReason: number, WaitMode: number, Alertable: number, DueTime: bigint, WaitBlocks: VirtAddr): number | undefined;
  KiSwapThread(k: Kernel, Reason: number): void;
  KiReadyThread(k: Kernel, Thread: VirtAddr, Increment: number): void;
  KiInitializeThread(k: Kernel, Thread: VirtAddr, StackTop: VirtAddr, Start: VirtAddr, Argument1: bigint, Argument2: bigint, UserStart: VirtAddr, UserStack: VirtAddr, UserArgument1: bigint, UserArgument2: bigint): void;
  KiSetEvent(k: Kernel, Event: VirtAddr, Increment: number): number | undefined;
  KiPulseEvent(k: Kernel, Event: VirtAddr, Increment: number): number | undefined;
  KiReleaseSemaphore(k: Kernel, Semaphore: VirtAddr, Increment: number, Adjustment: number, Old: VirtAddr): number | undefined;
  KiReleaseMutant(k: Kernel, Mutant: VirtAddr, Increment: number, Abandoned: number, Old: VirtAddr): number | undefined;
  KiSignalObject(k: Kernel, DispatcherObject: VirtAddr): void;
  KiSetTimer(k: Kernel, Timer: VirtAddr, DueTime: bigint, Period: number, Dpc: VirtAddr): number | undefined;
  KiCancelTimer(k: Kernel, Timer: VirtAddr): number | undefined;
  KiExpireTimers(k: Kernel): void;
  KiTimersPending(k: Kernel): number | undefined;
  KiClockTick(k: Kernel, TrapFrame: VirtAddr): number | undefined;
  KiInsertQueueDpc(k: Kernel, Dpc: VirtAddr, Argument1: bigint, Argument2: bigint): number | undefined;
  KiRemoveQueueDpc(k: Kernel, Dpc: VirtAddr): number | undefined;
  KiRetireDpc(k: Kernel, Copy: VirtAddr): number | undefined;
  KiInsertQueueApc(k: Kernel, Apc: VirtAddr, Increment: number): number | undefined;
  KiNextKernelApc(k: Kernel, Copy: VirtAddr): VirtAddr | undefined;
  KiNextUserApc(k: Kernel, Copy: VirtAddr): VirtAddr | undefined;
  KiRequestSoftwareInterrupt(k: Kernel, Irql: number): void;
  KiTakeRequests(k: Kernel): number | undefined;
  KiNextDeadThread(k: Kernel): VirtAddr | undefined;
  KiIdle(k: Kernel): void;
  KiStartProcessors(k: Kernel): void;
  KiSetPriorityThread(k: Kernel, Thread: VirtAddr, Priority: number): number | undefined;
  KiAlertThread(k: Kernel, Thread: VirtAddr, Status: number): number | undefined;
  MiAllocatePages(k: Kernel, Count: number, Protection: number): VirtAddr | undefined;
  MiFreePages(k: Kernel, Address: VirtAddr, Count: number): void;
  MiAllocateKernelStack(k: Kernel): VirtAddr | undefined;
  MiFreeKernelStack(k: Kernel, Top: VirtAddr): void;
  MiLoadSystemImage(k: Kernel, File: VirtAddr, Base: VirtAddr, Entry: VirtAddr): number | undefined;
  MiUnloadSystemImage(k: Kernel, Base: VirtAddr): void;
  MiDiscardInit(k: Kernel, Base: VirtAddr): void;
  MiFindImage(k: Kernel, File: VirtAddr): number | undefined;
  MiFindRoutine(k: Kernel, Name: VirtAddr): VirtAddr | undefined;
  MiCreateAddressSpace(k: Kernel, Process: VirtAddr): number | undefined;
  MiDeleteAddressSpace(k: Kernel, Process: VirtAddr): void;
  MiMapUserImage(k: Kernel, Process: VirtAddr, File: VirtAddr): number | undefined;
  MiResolveUserImports(k: Kernel, Process: VirtAddr): number | undefined;
  MiCreatePeb(k: Kernel, Process: VirtAddr, Image: VirtAddr, CommandLine: VirtAddr): number | undefined;
  MiCreateUserStack(k: Kernel, Process: VirtAddr, Thread: VirtAddr, Reserve: bigint, StackTop: VirtAddr): number | undefined;
  MiDeleteUserStack(k: Kernel, Process: VirtAddr, Thread: VirtAddr): void;
  MiAllocateUser(k: Kernel, Process: VirtAddr, Base: VirtAddr, Size: VirtAddr, Type: number, Protect: number): number | undefined;
  MiFreeUser(k: Kernel, Process: VirtAddr, Base: VirtAddr, Size: bigint, Type: number): number | undefined;
  MiProtectUser(k: Kernel, Process: VirtAddr, Base: VirtAddr, Size: bigint, Protect: number, OldProtect: VirtAddr): number | undefined;
  MiAccessFault(k: Kernel, TrapFrame: VirtAddr): number | undefined;
  KiAttachAddressSpace(k: Kernel, Process: VirtAddr): void;
  KiClassifyFault(k: Kernel, TrapFrame: VirtAddr, Parameters: VirtAddr): number | undefined;
  KiStopMachine(k: Kernel, Kind: number, A: bigint, B: bigint, C: bigint, D: bigint, E: bigint): void;
  KiConsoleWrite(k: Kernel, Buffer: VirtAddr, Length: number): void;
  KiConsoleRead(k: Kernel, Buffer: VirtAddr, Length: number): number | undefined;
  KiNote(k: Kernel, Kind: number, TrapFrame: VirtAddr): void;
  KiTraceIrql(k: Kernel, From: number, To: number): void;
  KiTraceLock(k: Kernel, Lock: VirtAddr, Spins: number, Acquired: number): void;
  KiTraceSystemCall(k: Kernel, TrapFrame: VirtAddr, Number: number, Name: VirtAddr, Enter: number, Status: number): void;
  KiTraceException(k: Kernel, Code: number, Address: VirtAddr, Handled: number): void;
  KiTraceApc(k: Kernel, Apc: VirtAddr): void;
  KiTraceProcess(k: Kernel, Process: VirtAddr, Exit: number): void;
  KiTraceThread(k: Kernel, Thread: VirtAddr, Exit: number): void;
  ExpAllocateBlock(k: Kernel, PoolIndex: number, NumberOfBytes: bigint, Tag: number, Zero: number, Error: VirtAddr): VirtAddr | undefined;
  ExpFreeBlock(k: Kernel, P: VirtAddr, CheckTag: number, Irql: number, Error: VirtAddr): number | undefined;
  ExpPopSList(k: Kernel, ListHead: VirtAddr): VirtAddr | undefined;
  ExpPushSList(k: Kernel, ListHead: VirtAddr, ListEntry: VirtAddr): VirtAddr | undefined;
  ExpFlushSList(k: Kernel, ListHead: VirtAddr): VirtAddr | undefined;
  KdpPrintText(k: Kernel, Text: VirtAddr, Length: number): void;
  LabpTag(k: Kernel, Name: VirtAddr): void;
  LabpMark(k: Kernel, Name: VirtAddr): void;
  ObpAdjustPointerCount(k: Kernel, Object: VirtAddr, Delta: number): bigint | undefined;
  ObpAdjustHandleCount(k: Kernel, Object: VirtAddr, Delta: number): bigint | undefined;
  ObpTraceCreate(k: Kernel, Object: VirtAddr): void;
  ObpTraceDelete(k: Kernel, Object: VirtAddr): void;
  ObpTraceLink(k: Kernel, Name: VirtAddr, Target: VirtAddr, Created: number): void;
  ObpTakeHandleEntry(k: Kernel, Table: VirtAddr, Object: VirtAddr, Access: number, Attributes: number, PageNeeded: VirtAddr): number | undefined;
  ObpReferenceHandleEntry(k: Kernel, Table: VirtAddr, Index: number, Entry: VirtAddr): number | undefined;
  ObpFreeHandleEntry(k: Kernel, Table: VirtAddr, Index: number, Entry: VirtAddr): number | undefined;
  ObpNextHandleEntry(k: Kernel, Table: VirtAddr, From: number): number | undefined;
  ObpTraceHandle(k: Kernel, Table: VirtAddr, Handle: number, Object: VirtAddr, Access: number, Opened: number): void;
  IopLinkIrp(k: Kernel, Thread: VirtAddr, Irp: VirtAddr): void;
  IopUnlinkIrp(k: Kernel, Irp: VirtAddr): number | undefined;
  IopHoldIrp(k: Kernel, Thread: VirtAddr, FileObject: VirtAddr, Request: VirtAddr): VirtAddr | undefined;
  IopReleaseIrp(k: Kernel, Irp: VirtAddr): void;
  IopLockMdlPages(k: Kernel, Mdl: VirtAddr, Write: number, UserOnly: number): number | undefined;
  IopUnlockMdlPages(k: Kernel, Mdl: VirtAddr): void;
  IopFillMdlPages(k: Kernel, Mdl: VirtAddr): void;
  IopMapMdlPages(k: Kernel, Mdl: VirtAddr): VirtAddr | undefined;
  IopUnmapMdlPages(k: Kernel, Address: VirtAddr, Pages: number): void;
  IopPhysicalAddress(k: Kernel, Address: VirtAddr): bigint | undefined;
  IopTraceIrpAllocate(k: Kernel, Irp: VirtAddr): void;
  IopTraceIrpFree(k: Kernel, Irp: VirtAddr): void;
  IopTraceCall(k: Kernel, Device: VirtAddr, Irp: VirtAddr): void;
  IopTraceReturn(k: Kernel, Driver: VirtAddr, Irp: VirtAddr, Status: number): void;
  IopTraceComplete(k: Kernel, Irp: VirtAddr): void;
  IopTraceCompletion(k: Kernel, Irp: VirtAddr, Routine: VirtAddr, Location: number, Result: number): void;
  IopTraceCopy(k: Kernel, Irp: VirtAddr, Bytes: number, ToUser: number): void;
  IopTraceDriverLoad(k: Kernel, Driver: VirtAddr, Status: number): void;
  IopTraceDriverUnload(k: Kernel, Driver: VirtAddr): void;
  IopTraceDevice(k: Kernel, Device: VirtAddr, Created: number): void;
}

export const DECODE: { [N in keyof Primitives]: (p: Primitives, k: Kernel, cpu: Cpu) => void } = {
  KiWaitForObjects(p, k, cpu) {
    const r = p.KiWaitForObjects(k, cpu.arg32(0), cpu.argPtr(1), cpu.arg32(2), cpu.arg32(3), cpu.arg32(4), cpu.arg32(5), cpu.arg64s(6), cpu.argPtr(7));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiSwapThread(p, k, cpu) {
    p.KiSwapThread(k, cpu.arg32(0));
  },
  KiReadyThread(p, k, cpu) {
    p.KiReadyThread(k, cpu.argPtr(0), cpu.arg32s(1));
  },
  KiInitializeThread(p, k, cpu) {
    p.KiInitializeThread(k, cpu.argPtr(0), cpu.argPtr(1), cpu.argPtr(2), cpu.arg64(3), cpu.arg64(4), cpu.argPtr(5), cpu.argPtr(6), cpu.arg64(7), cpu.arg64(8));
  },
  KiSetEvent(p, k, cpu) {
    const r = p.KiSetEvent(k, cpu.argPtr(0), cpu.arg32s(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiPulseEvent(p, k, cpu) {
    const r = p.KiPulseEvent(k, cpu.argPtr(0), cpu.arg32s(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiReleaseSemaphore(p, k, cpu) {
    const r = p.KiReleaseSemaphore(k, cpu.argPtr(0), cpu.arg32s(1), cpu.arg32s(2), cpu.argPtr(3));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiReleaseMutant(p, k, cpu) {
    const r = p.KiReleaseMutant(k, cpu.argPtr(0), cpu.arg32s(1), cpu.arg32(2), cpu.argPtr(3));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiSignalObject(p, k, cpu) {
    p.KiSignalObject(k, cpu.argPtr(0));
  },
  KiSetTimer(p, k, cpu) {
    const r = p.KiSetTimer(k, cpu.argPtr(0), cpu.arg64s(1), cpu.arg32(2), cpu.argPtr(3));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiCancelTimer(p, k, cpu) {
    const r = p.KiCancelTimer(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiExpireTimers(p, k) {
    p.KiExpireTimers(k);
  },
  KiTimersPending(p, k, cpu) {
    const r = p.KiTimersPending(k);
    if (r !== undefined) cpu.setRax32(r);
  },
  KiClockTick(p, k, cpu) {
    const r = p.KiClockTick(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiInsertQueueDpc(p, k, cpu) {
    const r = p.KiInsertQueueDpc(k, cpu.argPtr(0), cpu.arg64(1), cpu.arg64(2));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiRemoveQueueDpc(p, k, cpu) {
    const r = p.KiRemoveQueueDpc(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiRetireDpc(p, k, cpu) {
    const r = p.KiRetireDpc(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiInsertQueueApc(p, k, cpu) {
    const r = p.KiInsertQueueApc(k, cpu.argPtr(0), cpu.arg32s(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiNextKernelApc(p, k, cpu) {
    const r = p.KiNextKernelApc(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax64(r);
  },
  KiNextUserApc(p, k, cpu) {
    const r = p.KiNextUserApc(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax64(r);
  },
  KiRequestSoftwareInterrupt(p, k, cpu) {
    p.KiRequestSoftwareInterrupt(k, cpu.arg32(0));
  },
  KiTakeRequests(p, k, cpu) {
    const r = p.KiTakeRequests(k);
    if (r !== undefined) cpu.setRax32(r);
  },
  KiNextDeadThread(p, k, cpu) {
    const r = p.KiNextDeadThread(k);
    if (r !== undefined) cpu.setRax64(r);
  },
  KiIdle(p, k) {
    p.KiIdle(k);
  },
  KiStartProcessors(p, k) {
    p.KiStartProcessors(k);
  },
  KiSetPriorityThread(p, k, cpu) {
    const r = p.KiSetPriorityThread(k, cpu.argPtr(0), cpu.arg32s(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiAlertThread(p, k, cpu) {
    const r = p.KiAlertThread(k, cpu.argPtr(0), cpu.arg32s(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiAllocatePages(p, k, cpu) {
    const r = p.MiAllocatePages(k, cpu.arg32(0), cpu.arg32(1));
    if (r !== undefined) cpu.setRax64(r);
  },
  MiFreePages(p, k, cpu) {
    p.MiFreePages(k, cpu.argPtr(0), cpu.arg32(1));
  },
  MiAllocateKernelStack(p, k, cpu) {
    const r = p.MiAllocateKernelStack(k);
    if (r !== undefined) cpu.setRax64(r);
  },
  MiFreeKernelStack(p, k, cpu) {
    p.MiFreeKernelStack(k, cpu.argPtr(0));
  },
  MiLoadSystemImage(p, k, cpu) {
    const r = p.MiLoadSystemImage(k, cpu.argPtr(0), cpu.argPtr(1), cpu.argPtr(2));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiUnloadSystemImage(p, k, cpu) {
    p.MiUnloadSystemImage(k, cpu.argPtr(0));
  },
  MiDiscardInit(p, k, cpu) {
    p.MiDiscardInit(k, cpu.argPtr(0));
  },
  MiFindImage(p, k, cpu) {
    const r = p.MiFindImage(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiFindRoutine(p, k, cpu) {
    const r = p.MiFindRoutine(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax64(r);
  },
  MiCreateAddressSpace(p, k, cpu) {
    const r = p.MiCreateAddressSpace(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiDeleteAddressSpace(p, k, cpu) {
    p.MiDeleteAddressSpace(k, cpu.argPtr(0));
  },
  MiMapUserImage(p, k, cpu) {
    const r = p.MiMapUserImage(k, cpu.argPtr(0), cpu.argPtr(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiResolveUserImports(p, k, cpu) {
    const r = p.MiResolveUserImports(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiCreatePeb(p, k, cpu) {
    const r = p.MiCreatePeb(k, cpu.argPtr(0), cpu.argPtr(1), cpu.argPtr(2));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiCreateUserStack(p, k, cpu) {
    const r = p.MiCreateUserStack(k, cpu.argPtr(0), cpu.argPtr(1), cpu.arg64(2), cpu.argPtr(3));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiDeleteUserStack(p, k, cpu) {
    p.MiDeleteUserStack(k, cpu.argPtr(0), cpu.argPtr(1));
  },
  MiAllocateUser(p, k, cpu) {
    const r = p.MiAllocateUser(k, cpu.argPtr(0), cpu.argPtr(1), cpu.argPtr(2), cpu.arg32(3), cpu.arg32(4));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiFreeUser(p, k, cpu) {
    const r = p.MiFreeUser(k, cpu.argPtr(0), cpu.argPtr(1), cpu.arg64(2), cpu.arg32(3));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiProtectUser(p, k, cpu) {
    const r = p.MiProtectUser(k, cpu.argPtr(0), cpu.argPtr(1), cpu.arg64(2), cpu.arg32(3), cpu.argPtr(4));
    if (r !== undefined) cpu.setRax32(r);
  },
  MiAccessFault(p, k, cpu) {
    const r = p.MiAccessFault(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiAttachAddressSpace(p, k, cpu) {
    p.KiAttachAddressSpace(k, cpu.argPtr(0));
  },
  KiClassifyFault(p, k, cpu) {
    const r = p.KiClassifyFault(k, cpu.argPtr(0), cpu.argPtr(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiStopMachine(p, k, cpu) {
    p.KiStopMachine(k, cpu.arg32(0), cpu.arg64(1), cpu.arg64(2), cpu.arg64(3), cpu.arg64(4), cpu.arg64(5));
  },
  KiConsoleWrite(p, k, cpu) {
    p.KiConsoleWrite(k, cpu.argPtr(0), cpu.arg32(1));
  },
  KiConsoleRead(p, k, cpu) {
    const r = p.KiConsoleRead(k, cpu.argPtr(0), cpu.arg32(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  KiNote(p, k, cpu) {
    p.KiNote(k, cpu.arg32(0), cpu.argPtr(1));
  },
  KiTraceIrql(p, k, cpu) {
    p.KiTraceIrql(k, cpu.arg32(0), cpu.arg32(1));
  },
  KiTraceLock(p, k, cpu) {
    p.KiTraceLock(k, cpu.argPtr(0), cpu.arg32(1), cpu.arg32(2));
  },
  KiTraceSystemCall(p, k, cpu) {
    p.KiTraceSystemCall(k, cpu.argPtr(0), cpu.arg32(1), cpu.argPtr(2), cpu.arg32(3), cpu.arg32s(4));
  },
  KiTraceException(p, k, cpu) {
    p.KiTraceException(k, cpu.arg32s(0), cpu.argPtr(1), cpu.arg32(2));
  },
  KiTraceApc(p, k, cpu) {
    p.KiTraceApc(k, cpu.argPtr(0));
  },
  KiTraceProcess(p, k, cpu) {
    p.KiTraceProcess(k, cpu.argPtr(0), cpu.arg32(1));
  },
  KiTraceThread(p, k, cpu) {
    p.KiTraceThread(k, cpu.argPtr(0), cpu.arg32(1));
  },
  ExpAllocateBlock(p, k, cpu) {
    const r = p.ExpAllocateBlock(k, cpu.arg32(0), cpu.arg64(1), cpu.arg32(2), cpu.arg32(3), cpu.argPtr(4));
    if (r !== undefined) cpu.setRax64(r);
  },
  ExpFreeBlock(p, k, cpu) {
    const r = p.ExpFreeBlock(k, cpu.argPtr(0), cpu.arg32(1), cpu.arg32(2), cpu.argPtr(3));
    if (r !== undefined) cpu.setRax32(r);
  },
  ExpPopSList(p, k, cpu) {
    const r = p.ExpPopSList(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax64(r);
  },
  ExpPushSList(p, k, cpu) {
    const r = p.ExpPushSList(k, cpu.argPtr(0), cpu.argPtr(1));
    if (r !== undefined) cpu.setRax64(r);
  },
  ExpFlushSList(p, k, cpu) {
    const r = p.ExpFlushSList(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax64(r);
  },
  KdpPrintText(p, k, cpu) {
    p.KdpPrintText(k, cpu.argPtr(0), cpu.arg32(1));
  },
  LabpTag(p, k, cpu) {
    p.LabpTag(k, cpu.argPtr(0));
  },
  LabpMark(p, k, cpu) {
    p.LabpMark(k, cpu.argPtr(0));
  },
  ObpAdjustPointerCount(p, k, cpu) {
    const r = p.ObpAdjustPointerCount(k, cpu.argPtr(0), cpu.arg32s(1));
    if (r !== undefined) cpu.setRax64(r);
  },
  ObpAdjustHandleCount(p, k, cpu) {
    const r = p.ObpAdjustHandleCount(k, cpu.argPtr(0), cpu.arg32s(1));
    if (r !== undefined) cpu.setRax64(r);
  },
  ObpTraceCreate(p, k, cpu) {
    p.ObpTraceCreate(k, cpu.argPtr(0));
  },
  ObpTraceDelete(p, k, cpu) {
    p.ObpTraceDelete(k, cpu.argPtr(0));
  },
  ObpTraceLink(p, k, cpu) {
    p.ObpTraceLink(k, cpu.argPtr(0), cpu.argPtr(1), cpu.arg32(2) & 255);
  },
  ObpTakeHandleEntry(p, k, cpu) {
    const r = p.ObpTakeHandleEntry(k, cpu.argPtr(0), cpu.argPtr(1), cpu.arg32(2), cpu.arg32(3), cpu.argPtr(4));
    if (r !== undefined) cpu.setRax32(r);
  },
  ObpReferenceHandleEntry(p, k, cpu) {
    const r = p.ObpReferenceHandleEntry(k, cpu.argPtr(0), cpu.arg32(1), cpu.argPtr(2));
    if (r !== undefined) cpu.setRax32(r);
  },
  ObpFreeHandleEntry(p, k, cpu) {
    const r = p.ObpFreeHandleEntry(k, cpu.argPtr(0), cpu.arg32(1), cpu.argPtr(2));
    if (r !== undefined) cpu.setRax32(r);
  },
  ObpNextHandleEntry(p, k, cpu) {
    const r = p.ObpNextHandleEntry(k, cpu.argPtr(0), cpu.arg32(1));
    if (r !== undefined) cpu.setRax32(r);
  },
  ObpTraceHandle(p, k, cpu) {
    p.ObpTraceHandle(k, cpu.argPtr(0), cpu.arg32(1), cpu.argPtr(2), cpu.arg32(3), cpu.arg32(4) & 255);
  },
  IopLinkIrp(p, k, cpu) {
    p.IopLinkIrp(k, cpu.argPtr(0), cpu.argPtr(1));
  },
  IopUnlinkIrp(p, k, cpu) {
    const r = p.IopUnlinkIrp(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax32(r);
  },
  IopHoldIrp(p, k, cpu) {
    const r = p.IopHoldIrp(k, cpu.argPtr(0), cpu.argPtr(1), cpu.argPtr(2));
    if (r !== undefined) cpu.setRax64(r);
  },
  IopReleaseIrp(p, k, cpu) {
    p.IopReleaseIrp(k, cpu.argPtr(0));
  },
  IopLockMdlPages(p, k, cpu) {
    const r = p.IopLockMdlPages(k, cpu.argPtr(0), cpu.arg32(1), cpu.arg32(2));
    if (r !== undefined) cpu.setRax32(r);
  },
  IopUnlockMdlPages(p, k, cpu) {
    p.IopUnlockMdlPages(k, cpu.argPtr(0));
  },
  IopFillMdlPages(p, k, cpu) {
    p.IopFillMdlPages(k, cpu.argPtr(0));
  },
  IopMapMdlPages(p, k, cpu) {
    const r = p.IopMapMdlPages(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax64(r);
  },
  IopUnmapMdlPages(p, k, cpu) {
    p.IopUnmapMdlPages(k, cpu.argPtr(0), cpu.arg32(1));
  },
  IopPhysicalAddress(p, k, cpu) {
    const r = p.IopPhysicalAddress(k, cpu.argPtr(0));
    if (r !== undefined) cpu.setRax64(r);
  },
  IopTraceIrpAllocate(p, k, cpu) {
    p.IopTraceIrpAllocate(k, cpu.argPtr(0));
  },
  IopTraceIrpFree(p, k, cpu) {
    p.IopTraceIrpFree(k, cpu.argPtr(0));
  },
  IopTraceCall(p, k, cpu) {
    p.IopTraceCall(k, cpu.argPtr(0), cpu.argPtr(1));
  },
  IopTraceReturn(p, k, cpu) {
    p.IopTraceReturn(k, cpu.argPtr(0), cpu.argPtr(1), cpu.arg32s(2));
  },
  IopTraceComplete(p, k, cpu) {
    p.IopTraceComplete(k, cpu.argPtr(0));
  },
  IopTraceCompletion(p, k, cpu) {
    p.IopTraceCompletion(k, cpu.argPtr(0), cpu.argPtr(1), cpu.arg32(2), cpu.arg32s(3));
  },
  IopTraceCopy(p, k, cpu) {
    p.IopTraceCopy(k, cpu.argPtr(0), cpu.arg32(1), cpu.arg32(2));
  },
  IopTraceDriverLoad(p, k, cpu) {
    p.IopTraceDriverLoad(k, cpu.argPtr(0), cpu.arg32s(1));
  },
  IopTraceDriverUnload(p, k, cpu) {
    p.IopTraceDriverUnload(k, cpu.argPtr(0));
  },
  IopTraceDevice(p, k, cpu) {
    p.IopTraceDevice(k, cpu.argPtr(0), cpu.arg32(1) & 255);
  },
};
