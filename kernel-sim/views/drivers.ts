/**
 * Driver objects: the dispatch table, the devices, where the image is.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, DEVICE_OBJECT, DRIVER_EXTENSION, DRIVER_OBJECT } from '../kernel/layouts.generated.ts';
import type { Address } from '../protocol/time.ts';
import type { List, Read } from '../protocol/views.ts';
import type { DeviceName, DispatchEntry, DriverSummary, DriversView, DriverView } from '../protocol/views-io.ts';
import { deviceName, driverName } from './io-names.ts';
import { hex, mapList, named, namedOrNull, reading, struct, unicode, view, viewAt } from './look.ts';
import { DRIVER_FLAGS, flags, major } from './names.ts';
import { directoryObjects, findDirectory } from './namespace.ts';

/** Devices of one driver. */
const MAX_DEVICES = 256;
const SERVICES = '\\Registry\\Machine\\System\\CurrentControlSet\\Services\\';

export function driverView(k: Kernel, address: Address): Read<DriverView> {
  return viewAt(address, (va) => {
    const driver = struct(k, DRIVER_OBJECT, va);
    const { Type, Flags, DriverSize } = driver.fields;
    const name = driverName(k, va);
    const service = tryRead(() => serviceName(k, driver.ptr('DriverExtension'))) ?? '';
    const addDevice = tryRead(() => addDeviceOf(k, driver.ptr('DriverExtension'))) ?? 0n;
    return {
      ...{ address: hex(va), name, type: Type, sound: Type === C.IO_TYPE_DRIVER },
      ...{ start: named(k, driver.bits('DriverStart')), size: DriverSize, flags: flags(Flags, DRIVER_FLAGS) },
      entry: named(k, driver.bits('DriverInit')),
      startIo: namedOrNull(k, driver.bits('DriverStartIo')),
      unload: namedOrNull(k, driver.bits('DriverUnload')),
      addDevice: namedOrNull(k, addDevice),
      registryPath: service === '' ? '' : SERVICES + service,
      dispatch: dispatchOf(k, driver.at('MajorFunction')),
      devices: devicesOf(k, va),
    };
  });
}

export function driversView(k: Kernel): Read<DriversView> {
  return view(() => {
    const directory = findDirectory(k, '\\Driver');
    if ('problem' in directory) return directory;
    return { drivers: mapList(directoryObjects(k, directory.va), (va) => driverSummary(k, va)) };
  });
}

function driverSummary(k: Kernel, va: VirtAddr): Read<DriverSummary> {
  return reading(() => {
    const driver = struct(k, DRIVER_OBJECT, va);
    const { DriverSize } = driver.fields;
    const start = driver.hex('DriverStart');
    return { address: hex(va), name: driverName(k, va), start, size: DriverSize, devices: devicesOf(k, va) };
  });
}

function serviceName(k: Kernel, extension: VirtAddr | undefined): string {
  return extension === undefined ? '' : unicode(k, extension + DRIVER_EXTENSION.off.ServiceKeyName);
}

function addDeviceOf(k: Kernel, extension: VirtAddr | undefined): bigint {
  return extension === undefined ? 0n : struct(k, DRIVER_EXTENSION, extension).bits('AddDevice');
}

function dispatchOf(k: Kernel, table: VirtAddr): DispatchEntry[] {
  const unset = BigInt.asUintN(64, BigInt(k.symbol('IopInvalidDeviceRequest')));
  return Array.from({ length: C.IRP_MJ_MAXIMUM_FUNCTION + 1 }, (_, i) => {
    const routine = k.view.u64(table + 8 * i);
    return { major: major(i), routine: named(k, routine), isDefault: routine === unset };
  });
}

/** Chained through NextDevice, the youngest first. */
function devicesOf(k: Kernel, driver: VirtAddr): List<Read<DeviceName>> {
  const entries: Read<DeviceName>[] = [];
  const seen = new Set<VirtAddr>();
  let at = tryRead(() => struct(k, DRIVER_OBJECT, driver).ptr('DeviceObject'));
  while (at !== undefined) {
    if (seen.has(at)) return { entries, cut: `the chain leads back to ${hex(at)}` };
    if (entries.length >= MAX_DEVICES) return { entries, cut: `only the first ${MAX_DEVICES} are shown` };
    seen.add(at);
    const device: VirtAddr = at;
    entries.push(deviceName(k, device));
    at = tryRead(() => struct(k, DEVICE_OBJECT, device).ptr('NextDevice'));
  }
  return { entries, cut: '' };
}
