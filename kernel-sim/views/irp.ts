/**
 * An IRP with everything that hangs on it, and whether the memory at its address still is one.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import {
  IRP_Overlay_AsynchronousParameters as AsynchronousParameters,
  C,
  IO_STACK_LOCATION,
  IO_STATUS_BLOCK,
  IRP,
  IRP_Tail_Overlay,
} from '../kernel/layouts.generated.ts';
import type { Address } from '../protocol/time.ts';
import type { List, Read } from '../protocol/views.ts';
import type { IrpMemory, IrpView, StackLocation } from '../protocol/views-io.ts';
import { threadName } from './identity.ts';
import { deviceName, fileName } from './io-names.ts';
import { ioctlOf, parametersOf } from './irp-parameters.ts';
import { hex, namedOrNull, struct, viewAt } from './look.ts';
import { mdlChain } from './mdl.ts';
import { CONTROL_FLAGS, flags, IRP_ALLOCATION_FLAGS, IRP_FLAGS, major, minor, mode, status } from './names.ts';
import { describeBlock, poolBlockAt } from './pool.ts';

/** StackCount is a signed byte. */
const MAX_LOCATIONS = 127;
const TAG = 'Irp ';

export function irpView(k: Kernel, address: Address): Read<IrpView> {
  return viewAt(address, (va) => {
    const irp = struct(k, IRP, va);
    const overlay = struct(k, IRP_Tail_Overlay, irp.at('Tail'));
    const apc = struct(k, AsynchronousParameters, irp.at('Overlay'));
    const io = struct(k, IO_STATUS_BLOCK, irp.at('IoStatus'));
    const { Type, Size, Flags, StackCount, CurrentLocation, CancelIrql, ApcEnvironment, AllocationFlags } = irp.fields;
    const thread = overlay.ptr('Thread');
    const file = overlay.ptr('OriginalFileObject');
    return {
      address: hex(va),
      ...memoryOf(k, va, Type),
      progress: progressOf(Type, StackCount, CurrentLocation),
      ...{ type: Type, size: Size, flags: flags(Flags, IRP_FLAGS) },
      ...{ stackCount: StackCount, currentLocation: CurrentLocation },
      ...{ status: status(k.view.u32(io.va)), information: io.hex('Information') },
      requestorMode: mode(irp.fields.RequestorMode),
      pendingReturned: irp.flag('PendingReturned'),
      cancel: irp.flag('Cancel'),
      cancelIrql: CancelIrql,
      cancelRoutine: namedOrNull(k, irp.bits('CancelRoutine')),
      apcEnvironment: ApcEnvironment,
      allocationFlags: flags(AllocationFlags, IRP_ALLOCATION_FLAGS),
      ...{ userIosb: irp.hex('UserIosb'), userEvent: irp.hex('UserEvent'), userBuffer: irp.hex('UserBuffer') },
      ...{ userApcRoutine: apc.hex('UserApcRoutine'), userApcContext: apc.hex('UserApcContext') },
      associated: { kind: associatedKind(Flags), value: irp.hex('AssociatedIrp') },
      auxiliaryBuffer: overlay.hex('AuxiliaryBuffer'),
      driverContext: [0, 1, 2, 3].map((i) => hex(k.view.u64(overlay.at('DriverContext') + 8 * i))),
      mdls: mdlChain(k, irp.at('MdlAddress')),
      thread: thread === undefined ? null : threadName(k, thread),
      file: file === undefined ? null : fileName(k, file),
      locations: locationsOf(k, va, StackCount, CurrentLocation),
    };
  });
}

/** Nothing in an IRP says that AssociatedIrp is a count (of a master that was split): it looks like a buffer. */
function associatedKind(irpFlags: number): IrpView['associated']['kind'] {
  return irpFlags & C.IRP_ASSOCIATED_IRP ? 'master IRP' : 'system buffer';
}

function progressOf(type: number, count: number, current: number): IrpView['progress'] {
  if (type !== C.IO_TYPE_IRP || count < 1 || current < 1 || current > count + 2) return 'damaged';
  if (current === count + 1) return 'unsent';
  return current > count ? 'completed' : 'at a driver';
}

function memoryOf(k: Kernel, va: VirtAddr, type: number): { memory: IrpMemory; memoryText: string } {
  const block = poolBlockAt(k, va);
  const isIrp = type === C.IO_TYPE_IRP;
  if (!block) {
    return isIrp
      ? { memory: 'own memory', memoryText: 'it is not in pool: whoever made it brought the memory' }
      : { memory: 'no IRP', memoryText: `its type is ${type}, an IRP's is ${C.IO_TYPE_IRP}` };
  }
  const what = describeBlock(block, va - block.va);
  if (block.state === 'free') return { memory: 'freed', memoryText: `it is ${what}` };
  if (block.tag === TAG && block.va === va && isIrp) return { memory: 'allocated', memoryText: `it is ${what}` };
  if (block.tag === TAG && block.va === va && type === 0)
    return { memory: 'freed', memoryText: `IoFreeIrp has begun to free it; it is still ${what}` };
  if (isIrp) return { memory: 'own memory', memoryText: `it is ${what}, which is not of IoAllocateIrp` };
  return { memory: 'reused', memoryText: `its type is ${type}, an IRP's is ${C.IO_TYPE_IRP}; it is ${what}` };
}

function locationsOf(k: Kernel, irp: VirtAddr, count: number, current: number): List<StackLocation> {
  const entries: StackLocation[] = [];
  for (let index = 1; index <= Math.min(count, MAX_LOCATIONS); index++) {
    const at = irp + IRP.size + (index - 1) * IO_STACK_LOCATION.size;
    const location = tryRead(() => locationAt(k, at, index, index === current));
    if (!location) return { entries, cut: `stack location ${index} at ${hex(at)} cannot be read` };
    entries.push(location);
  }
  return { entries, cut: '' };
}

function locationAt(k: Kernel, va: VirtAddr, index: number, current: boolean): StackLocation {
  const location = struct(k, IO_STACK_LOCATION, va);
  const { MajorFunction, MinorFunction, Flags, Control } = location.fields;
  const device = location.ptr('DeviceObject');
  const file = location.ptr('FileObject');
  return {
    ...{ index, address: hex(va), current },
    used: k.view.bytes(va, IO_STACK_LOCATION.size).some((byte) => byte !== 0),
    major: major(MajorFunction),
    minor: minor(MajorFunction, MinorFunction),
    flags: flags(Flags, []),
    control: flags(Control, CONTROL_FLAGS),
    parameters: parametersOf(k, va, MajorFunction, MinorFunction),
    ioctl: ioctlOf(k, va, MajorFunction),
    device: device === undefined ? null : deviceName(k, device),
    file: file === undefined ? null : fileName(k, file),
    completionRoutine: namedOrNull(k, location.bits('CompletionRoutine')),
    context: location.hex('Context'),
  };
}
