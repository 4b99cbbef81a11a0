/**
 * Names out of guest structures, for the trace. They only look, and what cannot be read is the empty string: a trace never faults.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import { GuestFault } from '../../machine/faults.ts';
import type { Kernel } from '../kernel.ts';
import {
  C,
  DEVICE_OBJECT,
  DRIVER_OBJECT,
  OBJECT_HEADER,
  OBJECT_HEADER_NAME,
  OBJECT_TYPE,
  UNICODE_STRING,
} from '../layouts.generated.ts';

const MAX_NAME_BYTES = 512;

export function looking<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (e) {
    if (e instanceof GuestFault) return otherwise;
    throw e;
  }
}

/** The text of a UNICODE_STRING. */
export function unicodeText(k: Kernel, at: VirtAddr): string {
  if (at === 0) return '';
  return looking(() => {
    const length = k.view.u16(at + UNICODE_STRING.off.Length);
    return k.view.utf16(k.view.ptr(at + UNICODE_STRING.off.Buffer), Math.min(length, MAX_NAME_BYTES));
  }, '');
}

const headerOf = (object: VirtAddr): VirtAddr => object - C.OBP_HEADER_BYTES;

/** `File`, `Event`, `Device` ... */
export function objectType(k: Kernel, object: VirtAddr): string {
  return looking(() => {
    const type = k.view.ptr(headerOf(object) + OBJECT_HEADER.off.Type);
    return type === 0 ? '' : unicodeText(k, type + OBJECT_TYPE.off.Name);
  }, '');
}

/** Last component of the object's name, '' if it has none. */
export function objectName(k: Kernel, object: VirtAddr): string {
  return looking(() => {
    const info = k.view.ptr(headerOf(object) + OBJECT_HEADER.off.NameInfo);
    return info === 0 ? '' : unicodeText(k, info + OBJECT_HEADER_NAME.off.Name);
  }, '');
}

/** `\Driver\thermo`. */
export function driverName(k: Kernel, driver: VirtAddr): string {
  return driver === 0 ? '' : unicodeText(k, driver + DRIVER_OBJECT.off.DriverName);
}

export function driverOfDevice(k: Kernel, device: VirtAddr): VirtAddr {
  return looking(() => k.view.ptr(device + DEVICE_OBJECT.off.DriverObject), 0);
}
