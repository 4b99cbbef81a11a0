/**
 * Trace events of the I/O manager. Guest C reports; what an event says is read from the IRP and its devices, without a trace in memory.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import { C, DRIVER_OBJECT, IO_STACK_LOCATION, IRP } from '../layouts.generated.ts';
import { driverName, driverOfDevice, looking, objectName } from '../objects/describe.ts';
import type { Primitives } from '../primitives.generated.ts';

/** By major function code. */
const MAJORS = (
  'CREATE CREATE_NAMED_PIPE CLOSE READ WRITE QUERY_INFORMATION SET_INFORMATION QUERY_EA SET_EA FLUSH_BUFFERS QUERY_VOLUME_INFORMATION ' +
  'SET_VOLUME_INFORMATION DIRECTORY_CONTROL FILE_SYSTEM_CONTROL DEVICE_CONTROL INTERNAL_DEVICE_CONTROL SHUTDOWN LOCK_CONTROL CLEANUP ' +
  'CREATE_MAILSLOT QUERY_SECURITY SET_SECURITY POWER SYSTEM_CONTROL DEVICE_CHANGE QUERY_QUOTA SET_QUOTA PNP'
).split(' ');
const FILE_SYSTEM_CONTROL = 0x0d;
const INTERNAL_DEVICE_CONTROL = 0x0f;

/** `IRP_MJ_CREATE` ... */
export function majorName(major: number): string {
  return major < MAJORS.length ? `IRP_MJ_${MAJORS[major]}` : `0x${major.toString(16)}`;
}

/** Offset of IO_STACK_LOCATION.Parameters.DeviceIoControl.IoControlCode. */
const CONTROL_CODE = 0x18;

function currentLocation(k: Kernel, irp: VirtAddr): VirtAddr {
  return k.view.ptr(irp + CURRENT_STACK_LOCATION);
}

/** Offset of IRP.Tail.Overlay.CurrentStackLocation. */
const CURRENT_STACK_LOCATION = 0xb8;

export const ioTracePrimitives = {
  IopTraceIrpAllocate(k, Irp) {
    k.emit('irp_alloc', Irp, k.mem.u8(Irp + IRP.off.StackCount));
  },

  IopTraceIrpFree(k, Irp) {
    k.emit('irp_free', Irp);
  },

  IopTraceCall(k, Device, Irp) {
    const driver = driverName(k, driverOfDevice(k, Device));
    const [major, minor, ioctl] = looking(() => {
      const stack = currentLocation(k, Irp);
      const code = k.view.u8(stack + IO_STACK_LOCATION.off.MajorFunction);
      const hasCode = code >= FILE_SYSTEM_CONTROL && code <= INTERNAL_DEVICE_CONTROL;
      return [
        code,
        k.view.u8(stack + IO_STACK_LOCATION.off.MinorFunction),
        hasCode ? k.view.u32(stack + CONTROL_CODE) : 0,
      ];
    }, [0xff, 0, 0]);
    k.emit('irp_call', Irp, Device, driver, majorName(major), minor, k.mem.u8(Irp + IRP.off.CurrentLocation), ioctl);
  },

  IopTraceReturn(k, Driver, Irp, Status) {
    k.emit('irp_return', Irp, driverName(k, Driver), Status >>> 0);
    if (Status === C.STATUS_PENDING) k.emit('irp_pend', Irp);
  },

  IopTraceComplete(k, Irp) {
    const status = k.mem.u32(Irp + IRP.off.IoStatus);
    k.emit('irp_complete', Irp, status, k.mem.u64(Irp + IRP.off.IoStatus + 8));
  },

  IopTraceCompletion(k, Irp, Routine, Location, Result) {
    k.emit('irp_completion', Irp, Routine, Location, Result >>> 0);
  },

  IopTraceCopy(k, Irp, Bytes, ToUser) {
    k.emit('irp_copy', Irp, Bytes, ToUser !== 0 ? 'to user' : 'from user');
  },

  IopTraceDriverLoad(k, Driver, Status) {
    const base = looking(() => k.view.ptr(Driver + DRIVER_OBJECT.off.DriverStart), 0);
    k.emit('drv_load', driverName(k, Driver), base, Status >>> 0);
  },

  IopTraceDriverUnload(k, Driver) {
    k.emit('drv_unload', driverName(k, Driver));
  },

  IopTraceDevice(k, Device, Created) {
    const name = objectName(k, Device);
    if (Created !== 0) k.emit('dev_create', Device, name, driverName(k, driverOfDevice(k, Device)));
    else k.emit('dev_delete', Device, name);
  },
} satisfies Partial<Primitives>;
