/** The strip of modes and the system call in words, a line each. Pure. */

import { isNull, shortAddress } from '../../words/addresses';
import type { CpuStrip } from './strip';
import type { CallFacts, CallPlace, StackPicture, SwitchFacts } from './switch';

/** What this machine has instead of what x64 has; said in the picture and here. */
const CALL_NOTE =
  'In this machine SYSCALL itself changes to the kernel stack and pushes the trap frame there. On x64 it only sets RIP, RCX, R11 and the flags; the first instructions of the kernel do the rest. There is no RBX, RSI or RDI here: each function has a window of registers of its own on the stack.';

const TRAP_NOTE =
  'In this machine the CPU pushes the whole trap frame. On x64 it pushes SS, RSP, flags, CS, RIP and an error code, and swaps GS by an instruction of the handler, whose first lines save the other registers.';

export function noteOf({ why }: CallPlace): string {
  return why === 'system call' ? CALL_NOTE : TRAP_NOTE;
}

export function titleOf({ why, name }: CallPlace): string {
  if (why === 'system call') return name || 'System call';
  const title = name || why;
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

/** How far it has come at the shown instant. */
export function stateOf({ why, status }: CallPlace, isBack: boolean): string {
  if (!isBack) return why === 'system call' ? 'is under way' : 'is being handled';
  return why === 'system call' ? `has returned ${status}` : 'has been handled';
}

export function modesLines(strips: readonly CpuStrip[], call: CallFacts | undefined, shown: number): readonly string[] {
  return [
    `Modes at instant ${shown.toLocaleString('en')}.`,
    ...strips.map(stripLine),
    ...(call ? callLines(call, shown) : []),
  ];
}

function stripLine({ cpu, pieces, irql, isCurrent }: CpuStrip): string {
  const index = pieces.findIndex(({ isNow }) => isNow);
  const now = pieces[index];
  const next = pieces[index + 1];
  const name = `CPU ${cpu}${isCurrent ? ', which the lab is at' : ''}`;
  if (!now) return `${name}: not recorded here.`;
  const who = now.who ? `, ${now.who}` : '';
  const until = next
    ? `; from instant ${next.from.toLocaleString('en')} on: ${stateName(next.state)}${next.who ? `, ${next.who}` : ''}`
    : '';
  return `${name}: ${stateName(now.state)}${who}${irql ? `, IRQL ${irql}` : ''}, since instant ${now.from.toLocaleString('en')}${until}.`;
}

function stateName(state: CpuStrip['pieces'][number]['state']): string {
  return { user: 'user mode', kernel: 'kernel mode', interrupt: 'an interrupt or DPC', idle: 'idle' }[state];
}

function callLines({ place, enter, leave, trapFrame, service, stacks }: CallFacts, shown: number): readonly string[] {
  const { name, why, tid, cause, status } = place;
  const isCall = why === 'system call';
  const where = isCall
    ? leave && shown >= leave.after
      ? 'it has returned'
      : 'it is under way'
    : `it ${stateOf(place, leave !== undefined && shown >= leave.after)}`;
  return [
    isCall
      ? `The last way of thread ${tid} into the kernel was a system call: ${name || 'not looked up yet'}; ${where}.`
      : `The last way of thread ${tid} into the kernel was an ${why}: ${name}${cause ? `, ${cause}` : ''}; ${where}.`,
    ...switchLines(enter, 'user to kernel mode'),
    ...(service
      ? [
          `Service table: number ${service.number} is ${service.name}, routine ${service.routine}, ${service.args} arguments.`,
        ]
      : []),
    `Trap frame on the kernel stack at ${shortAddress(trapFrame.address)}: ${trapFrame.fields.map((field) => `${field.name} ${field.value}, ${field.about}`).join('; ')}.`,
    ...stacks.map(stackLine),
    ...(leave
      ? [...switchLines(leave, 'kernel to user mode'), ...(isCall ? [`It returns ${status}.`] : [])]
      : ['It has not returned yet, as far as is recorded.']),
    noteOf(place),
  ];
}

function switchLines({ kind, before, after, rows }: SwitchFacts, way: string): readonly string[] {
  const at = (instant: number) => instant.toLocaleString('en');
  return [
    `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}, ${way}, between instants ${at(before)} and ${at(after)}.`,
    ...rows.map(({ name, before: old, after: now, beforeNote, afterNote, changed, about }) => {
      const first = `${shortValue(old)}${beforeNote ? ` ${beforeNote}` : ''}`;
      const second = `${shortValue(now)}${afterNote ? ` ${afterNote}` : ''}`;
      return `${name}: ${changed ? `${first}, then ${second}` : `${first}, unchanged`}. ${about}.`;
    }),
  ];
}

export function shortValue(value: string): string {
  return /^0x/.test(value) ? (isNull(value) ? '0' : shortAddress(value)) : value;
}

function stackLine({ name, limit, base, pointer, frames, isInUse }: StackPicture): string {
  const range = base ? `, from ${shortAddress(limit)} to ${shortAddress(base)}` : '';
  const use = isInUse ? 'in use after the switch' : 'left where it was';
  return `The ${name}${range}, ${use}: stack pointer ${shortAddress(pointer)}; innermost ${frames.join(', ') || 'nothing'}.`;
}
