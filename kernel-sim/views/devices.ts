/**
 * Device objects, the stacks they form, and file objects.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import {
  C,
  DEVICE_OBJECT,
  EXTENDED_DEVOBJ_EXTENSION,
  FILE_OBJECT,
  IRP,
  IRP_Tail_Overlay,
  KDEVICE_QUEUE,
  KEVENT,
} from '../kernel/layouts.generated.ts';
import type { Address } from '../protocol/time.ts';
import type { List, Read } from '../protocol/views.ts';
import type { DeviceStackEntry, DeviceView, FileView } from '../protocol/views-io.ts';
import { deviceName, driverName } from './io-names.ts';
import { hex, listAt, mapList, struct, unicode, viewAt } from './look.ts';
import {
  access,
  CHARACTERISTICS,
  DEVICE_EXTENSION_FLAGS,
  DEVICE_FLAGS,
  deviceType,
  FILE_OBJECT_FLAGS,
  flags,
  status,
} from './names.ts';
import { fileTitle, pathOf } from './object-names.ts';

/** Devices in one stack. */
const MAX_STACK = 64;

export function deviceView(k: Kernel, address: Address): Read<DeviceView> {
  return viewAt(address, (va) => {
    const device = struct(k, DEVICE_OBJECT, va);
    const { Type, DeviceType, Flags, Characteristics, ReferenceCount, StackSize, AlignmentRequirement, Size } =
      device.fields;
    const driver = device.ptr('DriverObject');
    const above = device.ptr('AttachedDevice');
    const below = belowOf(k, va);
    const extension = tryRead(() => extensionOf(k, va)?.fields);
    return {
      ...{ address: hex(va), name: pathOf(k, va), type: Type, sound: Type === C.IO_TYPE_DEVICE },
      driver:
        driver === undefined
          ? { problem: 'the device names no driver' }
          : { address: hex(driver), name: driverName(k, driver) },
      deviceType: deviceType(DeviceType),
      flags: flags(Flags, DEVICE_FLAGS),
      characteristics: flags(Characteristics, CHARACTERISTICS),
      referenceCount: ReferenceCount,
      extension: device.hex('DeviceExtension'),
      extensionSize: Math.max(Size - DEVICE_OBJECT.size, 0),
      currentIrp: device.hex('CurrentIrp'),
      stackSize: StackSize,
      alignment: AlignmentRequirement,
      nextDevice: device.hex('NextDevice'),
      attachedDevice: above === undefined ? null : deviceName(k, above),
      attachedTo: below === undefined ? null : deviceName(k, below),
      extensionFlags: extension ? flags(extension.ExtensionFlags, DEVICE_EXTENSION_FLAGS) : null,
      administratorAccess: extension ? access(extension.AdministratorAccess, 'Device') : null,
      queue: queueOf(k, device.at('DeviceQueue')),
      stack: stackOf(k, va),
    };
  });
}

function extensionOf(k: Kernel, device: VirtAddr) {
  const at = struct(k, DEVICE_OBJECT, device).ptr('DeviceObjectExtension');
  return at === undefined ? undefined : struct(k, EXTENDED_DEVOBJ_EXTENSION, at);
}

function belowOf(k: Kernel, device: VirtAddr): VirtAddr | undefined {
  return tryRead(() => extensionOf(k, device)?.ptr('AttachedTo'));
}

function aboveOf(k: Kernel, device: VirtAddr): VirtAddr | undefined {
  return tryRead(() => struct(k, DEVICE_OBJECT, device).ptr('AttachedDevice'));
}

/** StartIo's queue; entries stand in Tail.Overlay.DeviceQueueEntry of IRPs. */
function queueOf(k: Kernel, va: VirtAddr): DeviceView['queue'] {
  const busy = (k.view.u8(va + KDEVICE_QUEUE.off.Busy) & 1) !== 0;
  const entry = IRP.off.Tail + IRP_Tail_Overlay.off.DeviceQueueEntry;
  return { busy, irps: mapList(listAt(k, va + KDEVICE_QUEUE.off.DeviceListHead), (at) => hex(at - entry)) };
}

/** All devices attached to each other, top first. */
function stackOf(k: Kernel, device: VirtAddr): List<DeviceStackEntry> {
  const seen = new Set([device]);
  const climb = (next: (at: VirtAddr) => VirtAddr | undefined): VirtAddr[] => {
    const found: VirtAddr[] = [];
    for (let at = next(device); at !== undefined && found.length < MAX_STACK && !seen.has(at); at = next(at)) {
      seen.add(at);
      found.push(at);
    }
    return found;
  };
  const above = climb((at) => aboveOf(k, at));
  const below = climb((at) => belowOf(k, at));
  const entries: DeviceStackEntry[] = [];
  for (const at of [...above.reverse(), device, ...below]) {
    const name = deviceName(k, at);
    if ('problem' in name) return { entries, cut: name.problem };
    const extension = tryRead(() => struct(k, DEVICE_OBJECT, at).hex('DeviceExtension')) ?? hex(0);
    entries.push({ ...name, extension, isThis: at === device });
  }
  return { entries, cut: '' };
}

const ACCESS_FIELDS = ['ReadAccess', 'WriteAccess', 'DeleteAccess'] as const;
const SHARE_FIELDS = ['SharedRead', 'SharedWrite', 'SharedDelete'] as const;

export function fileView(k: Kernel, address: Address): Read<FileView> {
  return viewAt(address, (va) => {
    const file = struct(k, FILE_OBJECT, va);
    const { Type, Flags, FinalStatus, Busy, Waiters } = file.fields;
    const device = file.ptr('DeviceObject');
    const event = struct(k, KEVENT, file.at('Event'));
    const word = (name: string) => name.replace(/Access$|^Shared/, '').toLowerCase();
    return {
      ...{ address: hex(va), name: fileTitle(k, va), type: Type, sound: Type === C.IO_TYPE_FILE },
      device: device === undefined ? null : deviceName(k, device),
      fileName: unicode(k, file.at('FileName')),
      relatedFile: file.hex('RelatedFileObject'),
      flags: flags(Flags, FILE_OBJECT_FLAGS),
      access: ACCESS_FIELDS.filter((field) => file.flag(field)).map(word),
      share: SHARE_FIELDS.filter((field) => file.flag(field)).map(word),
      finalStatus: status(FinalStatus),
      currentByteOffset: file.hex('CurrentByteOffset'),
      ...{ fsContext: file.hex('FsContext'), fsContext2: file.hex('FsContext2') },
      ...{ busy: Busy !== 0, waiters: Waiters, eventSignaled: event.fields.Header.SignalState > 0 },
    };
  });
}
