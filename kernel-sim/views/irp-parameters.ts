/**
 * IO_STACK_LOCATION.Parameters by major function: names and values as text. Offsets are those of the generated layouts.
 */
import type { VirtAddr } from '../base/numbers.ts';
import type { Kernel } from '../kernel/kernel.ts';
import {
  C,
  IO_STACK_LOCATION_Parameters_Create as Create,
  IO_STACK_LOCATION_Parameters_DeviceIoControl as DeviceIoControl,
  IO_STACK_LOCATION,
  IO_STACK_LOCATION_Parameters_Others as Others,
  IO_STACK_LOCATION_Parameters_Power as Power,
  IO_STACK_LOCATION_Parameters_QueryDeviceRelations as QueryDeviceRelations,
  IO_STACK_LOCATION_Parameters_QueryFile as QueryFile,
  IO_STACK_LOCATION_Parameters_QueryId as QueryId,
  IO_STACK_LOCATION_Parameters_Read as ReadWrite,
  IO_STACK_LOCATION_Parameters_SetFile as SetFile,
  IO_STACK_LOCATION_Parameters_WMI as Wmi,
} from '../kernel/layouts.generated.ts';
import type { IoctlView, Parameter } from '../protocol/views-io.ts';
import { ioctlView } from './ioctl.ts';
import { hex } from './look.ts';

/** How a field is shown: its width in bytes; `address` as one, `hex` in base 16. */
type Form = 2 | 4 | 8 | 'address' | 'hex';
type Field = readonly [name: string, offset: number, form: Form];

const OTHERS: readonly Field[] = ([1, 2, 3, 4] as const).map(
  (n) => [`Argument${n}`, Others.off[`Argument${n}`], 'address'] as const,
);
const CREATE: readonly Field[] = [
  ['SecurityContext', Create.off.SecurityContext, 'address'],
  ['Options', Create.off.Options, 'hex'],
  ['FileAttributes', Create.off.FileAttributes, 2],
  ['ShareAccess', Create.off.ShareAccess, 2],
  ['EaLength', Create.off.EaLength, 4],
];
const READ_WRITE: readonly Field[] = [
  ['Length', ReadWrite.off.Length, 4],
  ['Key', ReadWrite.off.Key, 4],
  ['ByteOffset', ReadWrite.off.ByteOffset, 8],
];
const CONTROL: readonly Field[] = [
  ['OutputBufferLength', DeviceIoControl.off.OutputBufferLength, 4],
  ['InputBufferLength', DeviceIoControl.off.InputBufferLength, 4],
  ['IoControlCode', DeviceIoControl.off.IoControlCode, 'hex'],
  ['Type3InputBuffer', DeviceIoControl.off.Type3InputBuffer, 'address'],
];
const QUERY_FILE: readonly Field[] = [
  ['Length', QueryFile.off.Length, 4],
  ['FileInformationClass', QueryFile.off.FileInformationClass, 4],
];
const SYSTEM_CONTROL: readonly Field[] = [
  ['ProviderId', Wmi.off.ProviderId, 'address'],
  ['DataPath', Wmi.off.DataPath, 'address'],
  ['BufferSize', Wmi.off.BufferSize, 4],
  ['Buffer', Wmi.off.Buffer, 'address'],
];

const BY_MAJOR: Readonly<Record<number, readonly Field[]>> = {
  [C.IRP_MJ_CREATE]: CREATE,
  [C.IRP_MJ_CREATE_NAMED_PIPE]: CREATE,
  [C.IRP_MJ_CREATE_MAILSLOT]: CREATE,
  [C.IRP_MJ_CLOSE]: [],
  [C.IRP_MJ_CLEANUP]: [],
  [C.IRP_MJ_FLUSH_BUFFERS]: [],
  [C.IRP_MJ_SHUTDOWN]: [],
  [C.IRP_MJ_READ]: READ_WRITE,
  [C.IRP_MJ_WRITE]: READ_WRITE,
  [C.IRP_MJ_DEVICE_CONTROL]: CONTROL,
  [C.IRP_MJ_INTERNAL_DEVICE_CONTROL]: CONTROL,
  [C.IRP_MJ_FILE_SYSTEM_CONTROL]: CONTROL.map(([name, offset, form]) => [
    name === 'IoControlCode' ? 'FsControlCode' : name,
    offset,
    form,
  ]),
  [C.IRP_MJ_QUERY_INFORMATION]: QUERY_FILE,
  [C.IRP_MJ_SET_INFORMATION]: [...QUERY_FILE, ['FileObject', SetFile.off.FileObject, 'address']],
  [C.IRP_MJ_POWER]: [
    ['SystemContext', Power.off.SystemContext, 4],
    ['Type', Power.off.Type, 4],
    ['State', Power.off.State, 4],
    ['ShutdownType', Power.off.ShutdownType, 4],
  ],
  [C.IRP_MJ_SYSTEM_CONTROL]: SYSTEM_CONTROL,
};

const PNP_BY_MINOR: Readonly<Record<number, readonly Field[]>> = {
  [C.IRP_MN_QUERY_DEVICE_RELATIONS]: [['Type', QueryDeviceRelations.off.Type, 4]],
  [C.IRP_MN_QUERY_ID]: [['IdType', QueryId.off.IdType, 4]],
};

function fieldsOf(major: number, minor: number): readonly Field[] {
  if (major === C.IRP_MJ_PNP) return PNP_BY_MINOR[minor] ?? OTHERS;
  return BY_MAJOR[major] ?? OTHERS;
}

/** The parameters of a stack location, in the order of its structure. */
export function parametersOf(k: Kernel, location: VirtAddr, major: number, minor: number): Parameter[] {
  const at = location + IO_STACK_LOCATION.off.Parameters;
  return fieldsOf(major, minor).map(([name, offset, form]) => ({ name, value: valueAt(k, at + offset, form) }));
}

/** The control code of a stack location that has one. */
export function ioctlOf(k: Kernel, location: VirtAddr, major: number): IoctlView | null {
  const has = major >= C.IRP_MJ_FILE_SYSTEM_CONTROL && major <= C.IRP_MJ_INTERNAL_DEVICE_CONTROL;
  const at = location + IO_STACK_LOCATION.off.Parameters + DeviceIoControl.off.IoControlCode;
  return has ? ioctlView(k.view.u32(at)) : null;
}

function valueAt(k: Kernel, at: VirtAddr, form: Form): string {
  switch (form) {
    case 2:
      return `${k.view.u16(at)}`;
    case 4:
      return `${k.view.u32(at)}`;
    case 8:
      return `${k.view.i64(at)}`;
    case 'hex':
      return `0x${k.view.u32(at).toString(16).toUpperCase()}`;
    case 'address':
      return hex(k.view.u64(at));
  }
}
