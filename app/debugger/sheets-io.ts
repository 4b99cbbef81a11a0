/** Sheets of the I/O manager's structures. Pure. */
import type {
  DeviceView,
  DriverView,
  FileView,
  IoctlView,
  IrpView,
  MdlView,
  StackLocation,
} from '../../kernel-sim/protocol/views-io';
import { hex } from '../words/numbers';
import { sentence } from '../words/sentence';
import {
  code,
  device,
  file,
  flags,
  keyed,
  listRows,
  object,
  pointer,
  routine,
  row,
  type Sheet,
  type SheetRow,
  type SheetSection,
  section,
  sheet,
  status,
  thread,
  to,
  yesNo,
} from './sheet';

export function irpSheet(irp: IrpView): Sheet {
  const tone = irp.memory === 'allocated' || irp.memory === 'own memory' ? 'plain' : 'fault';
  if (irp.memory === 'no IRP') return sheet(sentence(irp.memoryText), tone);
  const { associated, cancelRoutine } = irp;
  return sheet(
    sentence(irp.memoryText),
    irp.progress === 'damaged' ? 'fault' : tone,
    section(
      '',
      row('Progress', irp.progress),
      row('IoStatus.Status', status(irp.status)),
      row('IoStatus.Information', String(Number.parseInt(irp.information, 16))),
      row('Current location', `${irp.currentLocation} of ${irp.stackCount}`),
      row('Issued by', thread(irp.thread)),
      row('From', `${irp.requestorMode} mode`),
      row('File', file(irp.file)),
    ),
    ...irp.locations.entries.map(locationSection),
    section(
      'Buffers',
      row(associated.kind === 'system buffer' ? 'System buffer' : 'Master IRP', pointer(associated.value)),
      row('User buffer', pointer(irp.userBuffer)),
      listRows(irp.mdls, (mdl, i) =>
        keyed(mdl.address, `MDL ${i + 1}`, object('mdl', mdl.address), `, ${mdl.byteCount} bytes`),
      ),
    ),
    section(
      'Completion and cancelling',
      row('Pending returned', yesNo(irp.pendingReturned)),
      row('Cancelled', yesNo(irp.cancel)),
      cancelRoutine ? row('Cancel routine', routine(cancelRoutine)) : undefined,
      row('User status block', pointer(irp.userIosb)),
      row('User event', object('dispatcher', irp.userEvent)),
      row('Flags', flags(irp.flags)),
    ),
  );
}

/** Of a location that was never used, there is only to say that. */
function locationSection(location: StackLocation): SheetSection {
  const { index, current, used, major, parameters, ioctl, control, completionRoutine, context } = location;
  const title = `Stack location ${index}${current ? ' (current)' : ''}`;
  if (!used) return section(title, row('Use', 'never written'));
  const isCode = (name: string) => ioctl !== null && /ControlCode$/.test(name);
  return section(
    title,
    row('Major function', code(major)),
    parameters.map(({ name, value }) =>
      isCode(name) && ioctl ? row(name, to({ kind: 'ioctl', code: ioctl.code }, ioctl.macro)) : row(name, value),
    ),
    row('Device', device(location.device)),
    row('File', file(location.file)),
    row('Control', flags(control)),
    completionRoutine ? row('Completion routine', routine(completionRoutine)) : undefined,
    completionRoutine ? row('Context', pointer(context)) : undefined,
  );
}

export function deviceSheet(view: DeviceView): Sheet {
  const { driver, queue } = view;
  return sheet(
    view.sound ? '' : 'The type field says that this is no device object.',
    view.sound ? 'plain' : 'fault',
    section(
      '',
      row('Name', view.name || '(none)'),
      row('Driver', 'problem' in driver ? `<${driver.problem}>` : object('driver', driver.address, driver.name)),
      row('Device type', code(view.deviceType)),
      row('Flags', flags(view.flags)),
      row('Characteristics', flags(view.characteristics)),
      row('References', String(view.referenceCount)),
      row('Extension', pointer(view.extension), `, ${view.extensionSize} bytes`),
      row('Current IRP', object('irp', view.currentIrp)),
      row('Stack size', String(view.stackSize)),
      view.administratorAccess ? row('An administrator may', flags(view.administratorAccess)) : undefined,
      view.extensionFlags ? row('State', flags(view.extensionFlags)) : undefined,
    ),
    section(
      'Device stack, top first',
      listRows(view.stack, (entry) =>
        keyed(entry.address, entry.isThis ? 'This one' : 'Device', device(entry), ` of ${entry.driver}`),
      ),
    ),
    section(
      'StartIo queue',
      queue.busy ? row('Busy', 'yes') : undefined,
      queue.irps.entries.map((irp, i) => keyed(irp, `Waits ${i + 1}`, object('irp', irp))),
    ),
    section('Linked', row('Next device of the driver', object('device', view.nextDevice))),
  );
}

export function driverSheet(view: DriverView): Sheet {
  const own = view.dispatch.filter(({ isDefault }) => !isDefault);
  const others = view.dispatch.length - own.length;
  return sheet(
    view.sound ? '' : 'The type field says that this is no driver object.',
    view.sound ? 'plain' : 'fault',
    section(
      '',
      row('Name', view.name),
      row('Image', routine(view.start), `, ${hex(view.size)} bytes`),
      row('DriverEntry', routine(view.entry)),
      row('Unload', routine(view.unload)),
      view.startIo ? row('StartIo', routine(view.startIo)) : undefined,
      view.addDevice ? row('AddDevice', routine(view.addDevice)) : undefined,
      row('Flags', flags(view.flags)),
    ),
    section(
      'Dispatch table',
      own.map(({ major, routine: to }) => row(major.name, routine(to))),
      row('All others', `${others}, not set: IopInvalidDeviceRequest`),
    ),
    section(
      'Devices',
      listRows(view.devices, (one, i) => keyed(one.address, `Device ${i + 1}`, device(one))),
    ),
  );
}

export function fileSheet(view: FileView): Sheet {
  return sheet(
    view.sound ? '' : 'The type field says that this is no file object.',
    view.sound ? 'plain' : 'fault',
    section(
      '',
      row('Device', device(view.device)),
      row('Name behind the device', view.fileName || '(none)'),
      row('Access', view.access.join(', ') || 'none'),
      row('Shared for', view.share.join(', ') || 'nothing'),
      row('Flags', flags(view.flags)),
      row('Final status', status(view.finalStatus)),
      row('FsContext', pointer(view.fsContext)),
      row('FsContext2', pointer(view.fsContext2)),
      row('A request is under way', yesNo(view.busy)),
      view.waiters > 0 ? row('Requests that wait', String(view.waiters)) : undefined,
    ),
  );
}

export function mdlSheet(view: MdlView): Sheet {
  return sheet(
    '',
    'plain',
    section(
      '',
      row('Describes', pointer(addressPlus(view.startVa, view.byteOffset)), `, ${view.byteCount} bytes`),
      row('Mapped in the system at', pointer(view.mappedSystemVa)),
      row('Flags', flags(view.flags)),
      row('Process', to({ kind: 'process', process: view.process }, view.process)),
      row('Next', object('mdl', view.next)),
    ),
    section(
      'Pages',
      view.pages.entries.map(({ pfn, physical, valid }, i) =>
        keyed(
          String(i),
          `Page ${i + 1}`,
          valid ? `frame ${hex(pfn)}, physical ${physical.replace(/^0x0+/, '0x')}` : 'not locked',
        ),
      ),
    ),
  );
}

function addressPlus(address: string, offset: number): string {
  return hex(BigInt(address) + BigInt(offset), 16);
}

export function ioctlSheet(view: IoctlView): Sheet {
  const vendor = (is: boolean): string => (is ? ', of a vendor' : ", of Microsoft's own");
  const rows: readonly SheetRow[] = [
    row('Macro', view.macro),
    row('Device type', code(view.deviceType), vendor(view.vendorType)),
    row('Access', code(view.access)),
    row('Function', hex(view.function), vendor(view.vendorFunction)),
    row('Method', code(view.method)),
  ];
  return sheet('', 'plain', section('', rows));
}
