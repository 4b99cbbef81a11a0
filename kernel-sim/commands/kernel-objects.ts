/** Commands that show objects of the kernel: each is a view and its text twin. */
import type { KernelViewKind, ProcessRef, ViewQueryOf } from '../protocol/views.ts';
import { isProblem } from '../views/look.ts';
import { viewOf } from '../views/table.ts';
import { viewText } from '../views/text/table.ts';
import type { Answer, Call, Command } from './command.ts';
import { contextIn } from './context.ts';
import { addressOf, addressText, numberIn, referenceIn } from './evaluate.ts';
import type { CommandHost } from './host.ts';
import type { Input, Piece } from './input.ts';

/** A view as an answer. */
function show<K extends KernelViewKind>(host: CommandHost, query: ViewQueryOf<K>): Answer {
  const record = viewOf<K>(host.kernel, query);
  return { text: viewText<K>(query.kind, record), records: record };
}

type AtAddress = 'irp' | 'mdl' | 'device' | 'file' | 'dispatcher' | 'dpc' | 'spin-lock' | 'pool';

/** A command that takes an address. */
function structure(kind: AtAddress, name: string, what: string, details: string, aliases: string[] = []): Command {
  return {
    name,
    aliases,
    group: 'kernel',
    syntax: `${name} ADDRESS`,
    summary: `Shows ${what}`,
    details,
    completes: ['expression'],
    run: ({ input, host }) => show(host, { kind, address: addressOf(host, input.needRest('an address')) }),
  };
}

const STRUCTURES: readonly Command[] = [
  structure('irp', '!irp', 'an IRP with its stack locations', 'Example: !irp Irp'),
  structure('device', '!devobj', 'a device object and the stack that it is part of', 'Example: !devobj DeviceObject', [
    '!devstack',
  ]),
  structure('file', '!fileobj', 'a file object', 'Example: !fileobj Stack->FileObject'),
  structure('mdl', '!mdl', 'an MDL and its pages', 'Example: !mdl Irp->MdlAddress'),
  structure(
    'dispatcher',
    '!dispatcher',
    'an object that can be waited for, and who waits',
    'Events, mutexes, semaphores, timers, threads, processes.\nExample: !dispatcher &Extension->Event',
  ),
  structure('dpc', '!dpc', 'a DPC', 'Example: !dpc &Extension->Dpc'),
  structure('spin-lock', '!spinlock', 'a spin lock', 'Example: !spinlock &Extension->Lock'),
  structure(
    'pool',
    '!pool',
    'the pool block at an address and its neighbours',
    '`!pool-history` tells how it came to be as it is.\nExample: !pool Extension->Buffer',
  ),
];

const DRVOBJ: Command = {
  name: '!drvobj',
  group: 'kernel',
  syntax: '!drvobj [ADDRESS | \\Driver\\NAME | NAME]',
  summary: 'Shows a driver object: entry points, dispatch table, devices; without an argument all drivers',
  details: 'Example: !drvobj DriverObject        !drvobj \\Driver\\thermo        !drvobj thermo',
  completes: ['expression'],
  run: ({ input, host }) => {
    if (input.isEmpty) return show(host, { kind: 'drivers' });
    const piece = input.rest();
    return show(host, { kind: 'driver', address: driverNamed(host, piece.text) ?? addressOf(host, piece) });
  },
};

function driverNamed(host: CommandHost, text: string): string | undefined {
  const drivers = viewOf(host.kernel, { kind: 'drivers' });
  if (isProblem(drivers)) return undefined;
  const wanted = [text, `\\Driver\\${text}`].map((name) => name.toLowerCase());
  const found = drivers.drivers.entries.find(
    (driver) => 'name' in driver && wanted.includes(driver.name.toLowerCase()),
  );
  return found && 'address' in found ? found.address : undefined;
}

const OBJECT: Command = {
  name: '!object',
  group: 'kernel',
  syntax: '!object ADDRESS | \\PATH | \\',
  summary: "Shows an object's header, name and references, or a directory of the object manager's namespace",
  details: 'Example: !object \\Device        !object DeviceObject        !object \\',
  completes: ['expression'],
  run: ({ input, host }) => {
    const piece = input.needRest('an address or a path that begins with \\');
    if (piece.text.startsWith('\\')) return showPath(host, piece.text);
    return show(host, { kind: 'object', address: addressOf(host, piece) });
  },
};

/** A directory's entries, or the object that a path names. */
function showPath(host: CommandHost, path: string): Answer {
  const parent = path.slice(0, Math.max(path.lastIndexOf('\\'), 1));
  const name = path.slice(path.lastIndexOf('\\') + 1).toLowerCase();
  const record = viewOf(host.kernel, { kind: 'namespace', path: parent });
  const entries = isProblem(record) || isProblem(record.directory) ? [] : (record.directory.entries?.entries ?? []);
  const entry = entries.find((child) => child.name.toLowerCase() === name);
  if (!entry || entry.type === 'Directory') return show(host, { kind: 'namespace', path });
  return show(host, { kind: 'object', address: entry.address });
}

const HANDLE: Command = {
  name: '!handle',
  group: 'kernel',
  syntax: '!handle [HANDLE] [PROCESS]',
  summary: 'Shows a handle, or all handles of a process',
  details:
    'HANDLE 0: all. PROCESS is an id or the address of its EPROCESS.\nExample: !handle        !handle 8        !handle 0 4',
  completes: ['expression'],
  run: ({ input, host }) => {
    const handle = input.isEmpty ? 0 : Number(numberIn(host, input.expression('a handle')));
    const process = processIn(host, input);
    input.done();
    return show(host, { kind: 'handles', ...process, ...(handle !== 0 && { handle }) });
  },
};

const PROCESS: Command = {
  name: '!process',
  group: 'kernel',
  syntax: '!process [0 | PROCESS]',
  summary: 'Shows a process, or all of them (!process 0)',
  details:
    'PROCESS is an id or the address of its EPROCESS; without it the current one.\nExample: !process 0 0        !process 8',
  completes: ['expression'],
  run: ({ input, host }) => {
    if (!input.isEmpty) {
      const which = referenceIn(host, input.expression('a process'));
      // WinDbg's flags: how much is shown.
      input.take(/^(0x)?[0-9a-f]+$/i);
      input.done();
      return which === 0 ? show(host, { kind: 'processes' }) : show(host, { kind: 'process', process: which });
    }
    return show(host, { kind: 'process', ...currentProcess(host) });
  },
};

const THREAD: Command = {
  name: '!thread',
  group: 'kernel',
  syntax: '!thread [THREAD]',
  summary: 'Shows a thread: state, what it waits for, its requests and its stack',
  details:
    'THREAD is an id or the address of its ETHREAD; without it the current one.\nExample: !thread        !thread 12',
  completes: ['expression'],
  run: ({ input, host }) => {
    const { thread } = contextIn(host);
    if (input.isEmpty) return show(host, { kind: 'thread', ...(thread !== 0 && { thread: addressText(thread) }) });
    return show(host, { kind: 'thread', thread: referenceIn(host, input.rest()) });
  },
};

const POOLUSED: Command = {
  name: '!poolused',
  group: 'kernel',
  syntax: "!poolused [TAG | 'TAG']",
  summary: 'Shows what the pools hold, by tag, or the blocks of one tag',
  details: 'Example: !poolused        !poolused Lab1',
  run: ({ input, host }) => {
    if (input.isEmpty) return show(host, { kind: 'pools' });
    const { text } = input.rest();
    return show(host, { kind: 'pool-tag', tag: text.replace(/^'(.*)'$/s, '$1') });
  },
};

const TRANSLATION: readonly Command[] = [
  {
    name: '!pte',
    aliases: ['!vtop'],
    group: 'kernel',
    syntax: '!pte ADDRESS',
    summary: 'Translates an address: page table entries from the top down, the page, what the TLBs hold',
    details: 'In the address space of the chosen thread.\nExample: !pte Irp->UserBuffer        !pte &g_Count',
    completes: ['expression'],
    run: ({ input, host }) => {
      const address = addressOf(host, input.needRest('an address'));
      return show(host, { kind: 'translation', address, ...currentProcess(host) });
    },
  },
  {
    name: '!address',
    group: 'kernel',
    syntax: '!address [ADDRESS]',
    summary: 'Tells what an address belongs to; without one, what the address space of the process holds',
    details: 'Example: !address Buffer        !address',
    completes: ['expression'],
    run: ({ input, host }) => {
      if (input.isEmpty) return show(host, { kind: 'memory-map', ...currentProcess(host) });
      return show(host, { kind: 'address', address: addressOf(host, input.rest()), ...currentProcess(host) });
    },
  },
];

const IOCTL: Command = {
  name: '!ioctldecode',
  group: 'kernel',
  syntax: '!ioctldecode CODE',
  summary: 'Takes an I/O control code apart',
  details: 'Example: !ioctldecode 0x222004        !ioctldecode Code',
  completes: ['expression'],
  run: ({ input, host }) => {
    const code = numberIn(host, input.needRest('a control code'));
    return show(host, { kind: 'ioctl', code: Number(BigInt.asUintN(32, code)) });
  },
};

/** Commands without an argument. */
function plain(name: string, kind: 'processors' | 'queues', summary: string, aliases: string[] = []): Command {
  return {
    name,
    aliases,
    group: 'kernel',
    syntax: name,
    summary,
    details: `Example: ${name}`,
    run: ({ input, host }) => {
      input.done();
      return show(host, { kind });
    },
  };
}

const IRQL: Command = {
  name: '!irql',
  group: 'kernel',
  syntax: '!irql [CPU]',
  summary: 'Shows the IRQL of a processor',
  details: 'Without CPU: the one that the commands mean.\nExample: !irql        !irql 1',
  run: ({ input, host }) => {
    const cpu = cpuIn(host, input);
    input.done();
    const record = viewOf(host.kernel, { kind: 'processors' });
    if (isProblem(record)) return { text: record.problem };
    const processor = record.processors[cpu];
    if (processor === undefined) throw input.mistake(`there are processors 0 to ${record.processors.length - 1}`);
    if (isProblem(processor)) return { text: processor.problem };
    const { value, name } = processor.irql;
    return { text: `cpu ${cpu}: IRQL ${value} (${name})`, records: processor.irql };
  },
};

export const KERNEL_COMMANDS: readonly Command[] = [
  ...STRUCTURES,
  ...[DRVOBJ, OBJECT, HANDLE, PROCESS, THREAD, POOLUSED, ...TRANSLATION, IOCTL, IRQL],
  plain('!running', 'processors', 'Shows the processors: thread, IRQL, interrupts, DPCs', ['!cpuinfo']),
  plain('!queues', 'queues', 'Shows what waits for a processor or for time: ready threads, timers, DPCs, work items', [
    '!ready',
    '!timer',
    '!dpcs',
  ]),
];

function processIn(host: CommandHost, input: Input): { readonly process?: ProcessRef } {
  if (input.isEmpty) return currentProcess(host);
  return { process: referenceIn(host, input.expression('a process')) };
}

function currentProcess(host: CommandHost): { readonly process?: ProcessRef } {
  const { process } = contextIn(host);
  return process === 0 ? {} : { process: addressText(process) };
}

function cpuIn(host: CommandHost, input: Call['input']): number {
  if (input.isEmpty) return contextIn(host).cpu;
  const piece: Piece = input.needWord('a processor');
  return Number(numberIn(host, piece));
}
