/**
 * !irp, !mdl, !devobj, !drvobj, !fileobj and control codes as text.
 */
import type {
  DeviceName,
  DeviceView,
  DriversView,
  DriverView,
  FileView,
  IoctlView,
  IrpView,
  MdlView,
  StackLocation,
} from '../../protocol/views-io.ts';
import { deviceText } from '../io-names.ts';
import {
  codeText,
  count,
  fields,
  flagsText,
  grid,
  hexNumber,
  indent,
  isNull,
  listLines,
  namedText,
  nameText,
  readable,
  unlessNull,
  yesNo,
} from './format.ts';
import { threadText } from './threads.ts';

const device = (name: DeviceName): string => `${name.address}  ${deviceText(name)}`;

export function irpText(irp: IrpView): string {
  const state =
    irp.progress === 'at a driver'
      ? `at stack location ${irp.currentLocation} of ${irp.stackCount}`
      : irp.progress === 'damaged'
        ? `damaged: stack location ${irp.currentLocation} of ${irp.stackCount}`
        : `${irp.progress}, ${count(irp.stackCount, 'stack location')}`;
  const mdls =
    irp.mdls.entries.length === 0 && irp.mdls.cut === ''
      ? []
      : listLines(irp.mdls, (all) => all.map((mdl) => readable(mdl, mdlLine)));
  return [
    `IRP ${irp.address}  ${state}`,
    ...(irp.memory === 'allocated' ? [] : [`  ${irp.memory.toUpperCase()}: ${irp.memoryText}`]),
    ...indent(
      fields([
        ['thread', irp.thread === null ? undefined : readable(irp.thread, threadText)],
        ['flags', flagsText(irp.flags)],
        ['status', `${codeText(irp.status)}, information ${shortHex(irp.information)}`],
        [irp.associated.kind, unlessNull(irp.associated.value)],
        ['user buffer', unlessNull(irp.userBuffer)],
        ['user IOSB', unlessNull(irp.userIosb)],
        ['user event', unlessNull(irp.userEvent)],
        ['user APC', isNull(irp.userApcRoutine) ? undefined : `${irp.userApcRoutine}, context ${irp.userApcContext}`],
        ['file', irp.file === null ? undefined : readable(irp.file, (file) => `${file.address}  ${file.name}`)],
        ['mode', `${irp.requestorMode}, pending returned: ${yesNo(irp.pendingReturned)}`],
        ['cancel', `${yesNo(irp.cancel)}, routine ${namedText(irp.cancelRoutine)}`],
        ['held', irp.allocationFlags.value === 0 ? undefined : flagsText(irp.allocationFlags)],
        ['driver context', irp.driverContext.every(isNull) ? undefined : irp.driverContext.join(' ')],
      ]),
    ),
    ...indent(mdls),
    '',
    ...indent(listLines(irp.locations, (all) => all.flatMap(locationLines), 'no stack locations')),
  ].join('\n');
}

/** `0x5` of an address without its zeros. */
function shortHex(address: string): string {
  return address.replace(/^0x0*(?=.)/, '0x');
}

function locationLines(location: StackLocation): string[] {
  const mark = location.current ? '>' : ' ';
  if (!location.used) return [`${mark}[${location.index}] not used`];
  const control = location.control.names.length === 0 ? '' : `  ${location.control.names.join(' | ')}`;
  const minor = /^\d+$/.test(location.minor.name) && location.minor.value === 0 ? '' : ` ${location.minor.name}`;
  return [
    `${mark}[${location.index}] ${location.major.name}${minor}${control}`,
    ...indent(
      fields(
        [
          ['device', location.device === null ? 'none' : readable(location.device, device)],
          [
            'file',
            location.file === null ? undefined : readable(location.file, (file) => `${file.address}  ${file.name}`),
          ],
          [
            'completion',
            location.completionRoutine === null
              ? undefined
              : `${namedText(location.completionRoutine)}, context ${location.context}`,
          ],
          ['flags', location.flags.value === 0 ? undefined : flagsText(location.flags)],
          [
            'parameters',
            location.parameters.length === 0
              ? undefined
              : location.parameters.map(({ name, value }) => `${name} ${value}`).join(', '),
          ],
          ['control code', location.ioctl === null ? undefined : ioctlShort(location.ioctl)],
        ],
        12,
      ),
      5,
    ),
  ];
}

function ioctlShort(code: IoctlView): string {
  return `${hexNumber(code.code)} = ${code.macro}`;
}

export function ioctlText(code: IoctlView): string {
  const vendor = (is: boolean) => (is ? "a vendor's own" : "Microsoft's");
  return [
    hexNumber(code.code),
    ...indent(
      fields([
        ['device type', `${codeText(code.deviceType)}, ${vendor(code.vendorType)}`],
        ['function', `${hexNumber(code.function)}, ${vendor(code.vendorFunction)}`],
        ['method', codeText(code.method)],
        ['access', codeText(code.access)],
        ['macro', code.macro],
      ]),
    ),
  ].join('\n');
}

function mdlLine(mdl: MdlView): string {
  return `MDL ${mdl.address}  ${count(mdl.byteCount, 'byte')} at ${mdl.startVa} + ${hexNumber(mdl.byteOffset)}  ${mdl.flags.names.join(' | ')}`.trimEnd();
}

export function mdlText(mdl: MdlView): string {
  const locked = mdl.flags.names.some((name) => name === 'MDL_PAGES_LOCKED' || name === 'MDL_SOURCE_IS_NONPAGED_POOL');
  const pages = listLines(mdl.pages, (all) =>
    all.map(({ pfn, physical, valid }) => `${hexNumber(pfn)}  ${physical}${valid ? '' : '  (no page of RAM)'}`),
  );
  return [
    mdlLine(mdl),
    ...indent(
      fields([
        ['flags', flagsText(mdl.flags)],
        ['mapped at', unlessNull(mdl.mappedSystemVa)],
        ['process', unlessNull(mdl.process)],
        ['next', unlessNull(mdl.next)],
      ]),
    ),
    ...indent([locked ? 'frames' : 'frames (not locked: they mean nothing yet)', ...indent(pages)]),
  ].join('\n');
}

export function deviceViewText(view: DeviceView): string {
  const name = view.name === '' ? 'without a name' : view.name;
  const wrong = view.sound ? [] : [`  no device object: its type field is ${view.type}, not 3`];
  return [
    `DEVICE ${view.address}  ${name}`,
    ...wrong,
    ...indent(
      fields([
        ['driver', readable(view.driver, (driver) => `${driver.address}  ${driver.name}`)],
        ['type', codeText(view.deviceType)],
        ['flags', flagsText(view.flags)],
        ['characteristics', flagsText(view.characteristics)],
        ['references', `${view.referenceCount}`],
        ['extension', isNull(view.extension) ? 'none' : `${view.extension}, ${count(view.extensionSize, 'byte')}`],
        ['stack size', `${view.stackSize}, alignment ${view.alignment}`],
        ['attached above', view.attachedDevice === null ? 'nothing' : readable(view.attachedDevice, device)],
        ['attached to', view.attachedTo === null ? 'nothing' : readable(view.attachedTo, device)],
        ['next of driver', unlessNull(view.nextDevice)],
        [
          'pending',
          view.extensionFlags === null || view.extensionFlags.value === 0 ? undefined : flagsText(view.extensionFlags),
        ],
        [
          'administrators',
          view.administratorAccess === null ? undefined : `may ${flagsText(view.administratorAccess)}`,
        ],
        ['current IRP', unlessNull(view.currentIrp)],
        ['queue', view.queue.busy ? `busy, ${count(view.queue.irps.entries.length, 'IRP')} queued` : 'not busy'],
      ]),
    ),
    ...indent(view.queue.irps.entries.map((irp) => `queued ${irp}`)),
    '',
    '  Device stack, top first',
    ...indent(
      listLines(view.stack, (all) =>
        grid(
          [],
          all.map((entry) => [
            entry.isThis ? '>' : ' ',
            entry.address,
            entry.name === '' ? '(no name)' : entry.name,
            entry.driver,
          ]),
        ),
      ),
    ),
  ].join('\n');
}

export function driverText(view: DriverView): string {
  const rows = view.dispatch.map(({ major, routine, isDefault }) => [
    `[${major.value.toString(16).padStart(2, '0')}]`,
    major.name,
    isDefault ? `(default) ${nameText(routine)}` : nameText(routine),
  ]);
  return [
    `DRIVER ${view.address}  ${view.name}`,
    ...(view.sound ? [] : [`  no driver object: its type field is ${view.type}, not 4`]),
    ...indent(
      fields([
        [
          'image',
          `${view.start.address}, ${count(view.size, 'byte')}${view.start.name === '' ? '' : `  ${view.start.name}`}`,
        ],
        ['DriverEntry', namedText(view.entry)],
        ['unload', view.unload === null ? 'none: it cannot be unloaded' : namedText(view.unload)],
        ['StartIo', view.startIo === null ? undefined : namedText(view.startIo)],
        ['AddDevice', view.addDevice === null ? undefined : namedText(view.addDevice)],
        ['registry path', view.registryPath === '' ? undefined : view.registryPath],
        ['flags', flagsText(view.flags)],
      ]),
    ),
    '',
    '  Devices',
    ...indent(
      listLines(view.devices, (all) =>
        all.map((entry) => readable(entry, (d) => `${d.address}  ${d.name === '' ? '(no name)' : d.name}`)),
      ),
      4,
    ),
    '',
    '  Dispatch routines',
    ...indent(grid([], rows), 4),
  ].join('\n');
}

export function driversText(view: DriversView): string {
  return listLines(view.drivers, (all) =>
    all.map((driver) =>
      readable(
        driver,
        (d) =>
          `${d.address}  ${d.name}  image ${d.start}, ${count(d.size, 'byte')}, ${count(d.devices.entries.length, 'device')}`,
      ),
    ),
  ).join('\n');
}

export function fileText(file: FileView): string {
  return [
    `FILE ${file.address}  ${file.name}`,
    ...(file.sound ? [] : [`  no file object: its type field is ${file.type}, not 5`]),
    ...indent(
      fields([
        ['device', file.device === null ? 'none' : readable(file.device, device)],
        ['file name', file.fileName === '' ? undefined : file.fileName],
        ['flags', flagsText(file.flags)],
        ['access', file.access.length === 0 ? 'none' : file.access.join(', ')],
        ['sharing', file.share.length === 0 ? 'none' : file.share.join(', ')],
        ['position', shortHex(file.currentByteOffset)],
        ['related file', unlessNull(file.relatedFile)],
        ['FsContext', unlessNull(file.fsContext)],
        ['FsContext2', unlessNull(file.fsContext2)],
        ['final status', codeText(file.finalStatus)],
        ['request', file.busy ? `under way, ${count(file.waiters, 'thread')} waiting for the file` : 'none under way'],
        ['event', file.eventSignaled ? 'signaled' : 'not signaled'],
      ]),
    ),
  ].join('\n');
}
