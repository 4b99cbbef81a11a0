/** Glossary: drivers, their objects and how they come and go. */
import type { Entry } from './term';

export const DRIVERS: readonly Entry[] = [
  {
    id: 'driver',
    name: 'Driver',
    aliases: ['kernel driver', 'device driver', '.sys file'],
    also: ['driver-object', 'driverentry', 'nt-style-driver'],
    short: 'A module loaded into the kernel that serves requests for devices, real or not.',
    long: [
      'It is no process: its routines are called by the kernel, in whatever thread needs them and on several processors at once.',
      'It has all rights of the kernel, so each of its bugs is a bug of the system.',
    ],
  },
  {
    id: 'nt-style-driver',
    name: 'NT-style driver',
    aliases: ['legacy driver', 'software driver', 'non-PnP driver', 'NT-style software driver'],
    also: ['wdm'],
    short: 'A driver that makes and names its device itself in DriverEntry and knows nothing of plug and play.',
    long: [
      'It is the simplest form and is still used for drivers without hardware.',
      'The drivers of the first lessons are of this kind; they are not WDM drivers.',
    ],
  },
  {
    id: 'wdm',
    name: 'WDM',
    aliases: ['Windows Driver Model', 'AddDevice'],
    also: ['plug-and-play', 'kmdf'],
    short: 'The driver model with plug and play and power: the system tells the driver which devices exist.',
    long: [
      'The PnP manager calls AddDevice for each device, and the driver attaches an unnamed device object to its stack.',
      'WDM drivers do not name their device objects; programs find them by device interfaces.',
      'The lab has no PnP or power yet.',
    ],
  },
  {
    id: 'kmdf',
    name: 'KMDF',
    aliases: ['Kernel-Mode Driver Framework', 'WDF'],
    also: ['driver'],
    short: 'The framework of Microsoft that most new drivers use; it handles PnP, power, cancel and lifetime for them.',
    long: [
      'You write callbacks for objects such as device and queue, and the framework does the rest of WDM correctly.',
      'The lab shows the level below it, because that is where one can see what happens.',
    ],
  },
  {
    id: 'plug-and-play',
    name: 'Plug and play',
    aliases: ['PnP', 'PnP manager', 'device tree'],
    also: ['remove-lock', 'device-stack'],
    short: 'The part of the kernel that finds devices, loads their drivers and tells them of start and removal.',
    long: [
      'Drivers hear of it by IRP_MJ_PNP requests with minor codes such as START_DEVICE and REMOVE_DEVICE.',
      'A device may be pulled out at any moment, so each request has to expect that.',
      'The lab has no PnP yet.',
    ],
  },
  {
    id: 'driver-object',
    name: 'Driver object',
    aliases: ['DRIVER_OBJECT', 'DriverObject'],
    also: ['device-object', 'driver-unload'],
    short: "The kernel's record of one loaded driver: dispatch table, unload routine and list of its devices.",
    long: [
      'The I/O manager makes it before it calls DriverEntry, which fills in the routines.',
      'Its name lies in the directory \\Driver.',
    ],
  },
  {
    id: 'device-object',
    name: 'Device object',
    aliases: ['DEVICE_OBJECT', 'DeviceObject', 'IoCreateDevice', 'IoDeleteDevice'],
    also: ['device-extension', 'device-stack'],
    short: 'Something requests can be sent to: a driver makes one for each device, real or not.',
    long: [
      'It points at its driver, holds flags such as DO_BUFFERED_IO, and says how many stack locations an IRP needs.',
      'Whoever makes it must delete it: a driver that unloads without that leaves the system with a device whose code is gone.',
    ],
  },
  {
    id: 'device-extension',
    name: 'Device extension',
    aliases: ['DeviceExtension'],
    also: ['nonpaged-pool'],
    short: "Memory of the driver's own choice that comes with each device object.",
    long: [
      'Keep the state of a device here and not in global variables, since there may be several devices.',
      'It lies in nonpaged memory, begins as zeros, and goes away with the device object.',
    ],
  },
  {
    id: 'device-stack',
    name: 'Device stack',
    aliases: ['driver stack', 'stack of devices', 'IoAttachDeviceToDeviceStack', 'attached device'],
    also: ['filter-driver'],
    short: 'Device objects of several drivers on top of each other; a request goes in at the top.',
    long: [
      'Each driver does its part and passes the IRP down, or completes it.',
      'Completion goes back from the bottom to the top.',
    ],
  },
  {
    id: 'filter-driver',
    name: 'Filter driver',
    aliases: ['upper filter', 'lower filter'],
    also: ['iocalldriver', 'completion-routine'],
    short: 'A driver that sits in the stack of another one to watch or change its requests.',
    long: [
      'It must pass on everything it does not know, and copy the buffering flags of the device below.',
      'Pending status must be passed on as it came, which is where most filters go wrong.',
    ],
  },
  {
    id: 'driverentry',
    name: 'DriverEntry',
    aliases: ['GsDriverEntry', 'driver entry point'],
    also: ['driver-object', 'registry-path', 'system-thread'],
    short: 'The first routine of a driver: fills the driver object and makes devices and links.',
    long: [
      'It is called once when the driver is loaded, in a system thread at PASSIVE_LEVEL.',
      'If it returns an error the driver is thrown out and Unload is not called, so it must first undo what it did itself.',
    ],
  },
  {
    id: 'driver-unload',
    name: 'Unload routine',
    aliases: ['DriverUnload', 'unload', 'unloading', 'STOP_PENDING'],
    also: ['driverentry', 'bug-check-ce'],
    short: 'The last routine of a driver: must give back everything, since its code is gone afterwards.',
    long: [
      'It runs once no device of the driver is open or in use; a driver without one cannot be stopped.',
      'Timers, DPCs, threads and callbacks must be finished before it returns.',
      'It is not called when the system shuts down.',
    ],
  },
  {
    id: 'registry-path',
    name: 'Registry path',
    aliases: ['RegistryPath', 'service key', 'registry'],
    also: ['service-control-manager'],
    short: 'The second parameter of DriverEntry: where the settings of the driver are in the registry.',
    long: [
      'It names \\Registry\\Machine\\System\\CurrentControlSet\\Services\\ and the service.',
      'The text may go away after DriverEntry, so copy it if you need it later.',
      'The lab passes the path but has no registry behind it yet.',
    ],
  },
  {
    id: 'service-control-manager',
    name: 'Service control manager',
    aliases: ['SCM', 'sc.exe', 'StartService', 'CreateService', 'NtLoadDriver', 'ZwLoadDriver'],
    also: ['driver', 'driver-unload'],
    short: 'The Windows process that starts and stops services and, on request, loads and unloads drivers.',
    long: [
      'A driver is registered with it by CreateService and loaded by StartService.',
      'Error 1056 means already running, 1060 no such service, 1062 not started.',
    ],
  },
  {
    id: 'driver-signing',
    name: 'Driver signing',
    aliases: ['code integrity', 'test signing', 'TESTSIGNING', 'attestation signing'],
    also: ['driver'],
    short: 'The rule that x64 Windows loads only kernel code with an accepted signature.',
    long: [
      'New drivers have to be signed through the portal of Microsoft; test machines can switch to test signing.',
      'It says who answers for the code, not that the code is free of bugs.',
      'The lab loads what it has compiled, unsigned.',
    ],
  },
];
