/** Glossary: debugging, and the lab itself. */
import type { Entry } from './term';

export const TOOLS: readonly Entry[] = [
  {
    id: 'windbg',
    name: 'WinDbg',
    aliases: ['kernel debugger', 'kd', 'debugger'],
    also: ['breakpoint', 'symbols', 'analyze'],
    short: 'The debugger of Microsoft for programs, drivers and crash dumps.',
    long: [
      'Kernel debugging normally uses a second machine, since the one under study stops entirely.',
      'The commands of the lab have its names and syntax where they do the same, and it can also go backwards.',
    ],
  },
  {
    id: 'symbols',
    name: 'Symbols',
    aliases: ['symbol file', 'PDB', 'debug information'],
    also: ['image'],
    short: 'The names, types and line numbers that let a debugger speak in terms of your source.',
    long: [
      'Microsoft compilers put them into a PDB file next to the image.',
      'With symbols of another build a call stack looks plausible and is wrong.',
    ],
  },
  {
    id: 'breakpoint',
    name: 'Breakpoint',
    aliases: ['DbgBreakPoint', 'int 3', 'conditional breakpoint'],
    also: ['data-breakpoint', 'exception'],
    short: 'A place at which the run stops so that you can look.',
    long: [
      'Usually it is an instruction (int 3) put over the code; without a debugger that is an exception.',
      'In the lab breakpoints change nothing in the machine and work in both directions.',
    ],
  },
  {
    id: 'data-breakpoint',
    name: 'Data breakpoint',
    aliases: ['hardware breakpoint', 'watchpoint', 'ba command'],
    also: ['last-write'],
    short: 'Stops when certain bytes are read, written or changed.',
    long: [
      'A real x64 processor can watch four places at a time, of up to eight bytes each.',
      'The lab watches as many as you like.',
    ],
  },
  {
    id: 'analyze',
    name: '!analyze',
    aliases: [],
    also: ['hang'],
    short: 'The debugger command that explains a crash: code, parameters, place and call stack.',
    long: [
      'Begin with it, then check what it says; it reports where the crash was noticed.',
      'The one of the lab also tells what led to it, since the past can be replayed.',
    ],
  },
  {
    id: 'poolused',
    name: '!poolused',
    aliases: ['!pool', 'PoolMon'],
    also: ['pool', 'windbg'],
    short: 'The debugger command that adds up pool by tag, to find who uses or leaks it.',
    long: [
      'Look at it twice, before and after some work: a tag that only grows is a leak.',
      '!pool tells about the block around one address.',
    ],
  },
  {
    id: 'dbgprint',
    name: 'DbgPrint',
    aliases: ['KdPrint', 'DbgPrintEx', 'debug output'],
    also: ['windbg', 'irql'],
    short: 'Prints a text of a driver for the debugger.',
    long: [
      'It works at most levels, but formats of wide strings only at PASSIVE_LEVEL, and at most 512 bytes a call.',
      'KdPrint exists only in debug builds.',
    ],
  },
  {
    id: 'assertion',
    name: 'Assertion',
    aliases: ['NT_ASSERT', 'ASSERT', 'STATUS_ASSERTION_FAILURE'],
    also: ['breakpoint', 'exception'],
    short: 'A condition that the author is sure of; debug builds stop where it is false.',
    long: [
      'NT_ASSERT executes int 2c, which without a debugger is an exception.',
      'Release builds leave it out, so it must not do anything that the driver needs.',
    ],
  },
  {
    id: 'driver-verifier',
    name: 'Driver Verifier',
    aliases: ['Verifier', 'DRIVER_VERIFIER_DETECTED_VIOLATION', '0xC4', 'special pool'],
    also: ['driver', 'bug-check', 'buffer-overrun', 'deadlock'],
    short: 'A part of Windows that watches chosen drivers closely and stops the system at the first wrong act.',
    long: [
      'It can pretend that memory is short, give each block a page of its own, check IRQL, locks and IRPs.',
      'Run it while you develop: it finds mistakes that otherwise show up in other drivers weeks later.',
      'The lab does not have it yet.',
    ],
  },
  {
    id: 'trace',
    name: 'Trace',
    aliases: ['trace event', 'event trace', 'ETW'],
    also: ['mark', 'instant'],
    short: 'The record of what happened in a run: system calls, switches, IRPs, interrupts, one event each.',
    long: [
      'The lab makes one of every run, and its diagrams and checks read it.',
      'Windows has Event Tracing (ETW) for the same purpose, where you choose beforehand what is recorded.',
      'A trace event is not the event object of the kernel.',
    ],
  },
  {
    id: 'mark',
    name: 'LabTag and LabMark',
    aliases: ['LabTag', 'LabMark'],
    also: [],
    short: 'Two calls of the lab by which a program names what it does, or one moment, on the timeline.',
    long: [
      'LabTag names the work of a thread until the next tag; LabMark sets one named mark.',
      'They come from labtag.h and do not exist in Windows.',
    ],
  },
  {
    id: 'instant',
    name: 'Instant',
    aliases: ['timeline', 'instant of the run'],
    also: ['checkpoint', 'history-branch', 'determinism'],
    short: 'A point in the history of a run: the number of instructions that all CPUs have executed so far.',
    long: [
      'There is one order for the whole machine, so each instant has exactly one state, which can be shown again.',
      'What an event at instant e did is seen at e + 1.',
    ],
  },
  {
    id: 'checkpoint',
    name: 'Checkpoint',
    aliases: ['snapshot'],
    also: ['replay'],
    short: 'A saved state of the whole machine from which the lab can replay.',
    long: [
      'Only pages that changed since the one before are kept.',
      'To show an instant the lab restores the nearest earlier one and runs on from there; where they stand never changes what happens.',
    ],
  },
  {
    id: 'history-branch',
    name: 'Branch of history',
    aliases: ['branch'],
    also: ['replay'],
    short: 'A second future: begins when you type input or change a knob at an instant that has one already.',
    long: [
      'Both futures stay and share the past, so you can compare them.',
      'In program code the word also means a jump.',
    ],
  },
  {
    id: 'replay',
    name: 'Replay',
    aliases: ['time travel', 'reverse debugging', 'step back'],
    also: ['determinism', 'instant'],
    short: 'Running the past again to show an instant or to answer a question about it.',
    long: [
      'The lab stores checkpoints and what came from outside; everything else is made again, equal to the last bit.',
      'That is how it steps backwards.',
    ],
  },
  {
    id: 'determinism',
    name: 'Determinism',
    aliases: ['deterministic'],
    also: [],
    short: 'The same program, input and seed give the same run, down to the last bit.',
    long: [
      'A real machine is not like that: interrupts come when they come, which is why races are hard to repeat.',
      'In the lab the seed decides the order of the CPUs, so a failure found once can be studied as often as you like.',
    ],
  },
  {
    id: 'last-write',
    name: 'Last write',
    aliases: ['!last-write', 'who wrote this last', 'last writer'],
    also: ['replay', 'use-after-free'],
    short: 'The question of the lab who wrote certain bytes last, with the instant to go to.',
    long: [
      'It is answered by replaying the past with an eye on the bytes, so nothing has to be asked beforehand.',
      'After a crash it leads from the damaged value to the line that damaged it.',
    ],
  },
  {
    id: 'knob',
    name: 'Knob',
    aliases: ['setting of the machine'],
    also: ['history-branch', 'interleaving'],
    short: 'A constant of the simulated machine that you may change: the time an instruction takes, or the seed.',
    long: [
      'Real hardware has one value, which differs from machine to machine; the lab says which it uses.',
      'Changing one in the past begins a branch.',
    ],
  },
];
