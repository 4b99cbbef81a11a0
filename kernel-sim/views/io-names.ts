/**
 * The few words that name devices, drivers, files and requests in other views.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { DEVICE_OBJECT, DRIVER_OBJECT, IO_STACK_LOCATION, IRP } from '../kernel/layouts.generated.ts';
import type { Read } from '../protocol/views.ts';
import type { DeviceName, FileName, IrpSummary } from '../protocol/views-io.ts';
import { hex, reading, struct, UNREADABLE, unicode } from './look.ts';
import { major } from './names.ts';
import { fileTitle, pathOf } from './object-names.ts';

export function driverName(k: Kernel, driver: VirtAddr): string {
  return unicode(k, driver + DRIVER_OBJECT.off.DriverName);
}

export function deviceName(k: Kernel, va: VirtAddr): Read<DeviceName> {
  return reading(() => {
    const driver = struct(k, DEVICE_OBJECT, va).ptr('DriverObject');
    return { address: hex(va), name: pathOf(k, va), driver: driver === undefined ? '' : driverName(k, driver) };
  });
}

/** `\Device\Lab of \Driver\lab`, or the address of a device without a name. */
export function deviceText(device: DeviceName): string {
  const name = device.name === '' ? `device ${device.address}` : device.name;
  return device.driver === '' ? name : `${name} of ${device.driver}`;
}

export function fileName(k: Kernel, va: VirtAddr): Read<FileName> {
  return reading(() => {
    k.view.probe(va, 1);
    return { address: hex(va), name: fileTitle(k, va) };
  });
}

/** Where a request is: its major function and the device that has it. */
export function irpSummary(k: Kernel, va: VirtAddr): Read<IrpSummary> {
  return reading(() => {
    const irp = struct(k, IRP, va);
    const { CurrentLocation, StackCount } = irp.fields;
    const cancel = irp.flag('Cancel');
    const base = { address: hex(va), cancel };
    if (CurrentLocation < 1 || CurrentLocation > StackCount) {
      const text = CurrentLocation === StackCount + 1 ? 'with whoever made it' : 'completed';
      return { ...base, major: null, device: null, text };
    }
    const at = va + IRP.size + (CurrentLocation - 1) * IO_STACK_LOCATION.size;
    const location = tryRead(() => struct(k, IO_STACK_LOCATION, at));
    if (!location) return { ...base, major: null, device: null, text: UNREADABLE };
    const code = major(location.fields.MajorFunction);
    const deviceAt = location.ptr('DeviceObject');
    const device = deviceAt === undefined ? undefined : deviceName(k, deviceAt);
    const known = device && 'driver' in device ? device : null;
    return { ...base, major: code, device: known, text: known ? `${code.name} at ${deviceText(known)}` : code.name };
  });
}
