/**
 * The latest way of a thread into the kernel, by a system call, an exception or an interrupt: registers, trap frame and stacks right before and right after
 * it, and the same for the way back. Pure: from events of the trace and views of the four states.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { ViewQuery, ViewResult } from '../../../kernel-sim/protocol/views';
import type { RegistersView, StackView, ValueView } from '../../../kernel-sim/protocol/views-code';
import type { ThreadView } from '../../../kernel-sim/protocol/views-threads';
import { isProblem } from '../shared/facts';

export const SWITCH_KINDS = ['mode', 'syscall_enter', 'syscall_exit', 'fault', 'int'] as const;

/** Why a CPU leaves user mode. */
export type Entry = 'system call' | 'exception' | 'interrupt';

/** Where in the trace a visit to the kernel is. */
export interface CallPlace {
  readonly why: Entry;
  readonly tid: number;
  /** State right before the switch; the one after it is this + 1. */
  readonly enter: number;
  /** Of the service; undefined: the event has not come yet, or never will. */
  readonly number: number | undefined;
  /** Of the service, or what came: `page fault`, `interrupt at CLOCK_LEVEL`. */
  readonly name: string;
  /** What the CPU found, of an exception: `read of 0xFFFFF78000000000`; '' if there is nothing to say. */
  readonly cause: string;
  readonly status: string;
  /** State right before the return; undefined: not yet. */
  readonly leave: number | undefined;
}

/** The last switch of the thread (0: of any) into the kernel before the shown state. `rows`: around it, oldest first. */
export function lastEntry(rows: readonly TraceEvent[], tid: number, shown: number): CallPlace | undefined {
  const enter = rows.findLast(
    (event) =>
      event.event === 'mode' && event.to === 'kernel' && event.instant < shown && (tid === 0 || event.tid === tid),
  );
  if (!enter) return undefined;
  const isAfter = (event: TraceEvent) =>
    event.instant > enter.instant || (event.instant === enter.instant && event.seq > enter.seq);
  const mine = rows.filter((event) => event.tid === enter.tid && isAfter(event));
  const leaveIndex = mine.findIndex(({ event, to }) => event === 'mode' && to === 'user');
  const within = leaveIndex < 0 ? mine : mine.slice(0, leaveIndex + 1);
  const told = within.find(({ event }) => event === 'syscall_enter');
  const exit = within.find(({ event }) => event === 'syscall_exit');
  const why = WAYS.find((one) => one === enter.why) ?? 'interrupt';
  const place = {
    ...{ why, tid: enter.tid, enter: enter.instant },
    leave: leaveIndex < 0 ? undefined : within[leaveIndex].instant,
  };
  if (why === 'system call') {
    const status = exit ? String(exit.status) : '';
    return {
      ...place,
      name: String(told?.name ?? ''),
      cause: '',
      status,
      number: told ? Number(told.number) : undefined,
    };
  }
  const cause = mine.find(({ event, instant }) => instant === enter.instant && (event === 'fault' || event === 'int'));
  return { ...place, ...causeWords(cause), status: '', number: undefined };
}

const WAYS: readonly Entry[] = ['system call', 'exception', 'interrupt'];

function causeWords(event: TraceEvent | undefined): Pick<CallPlace, 'name' | 'cause'> {
  if (event?.event === 'int') return { name: `interrupt at IRQL ${event.irql}`, cause: '' };
  if (event?.event !== 'fault') return { name: '', cause: '' };
  const isAccess = event.access !== '';
  return {
    name: isAccess ? `${event.kind} fault` : String(event.kind),
    cause: isAccess ? `${event.access} of ${event.address} by ${event.routine}` : `in ${event.routine}`,
  };
}

/** Views of a state on this or that side of a switch. */
export function sideViews(tid: number): readonly ViewQuery[] {
  return [
    { kind: 'registers', thread: tid },
    { kind: 'stack', thread: tid },
    { kind: 'thread', thread: tid },
  ];
}

/** Of the state right after the switch: the trap frame, whose address RCX has then, and the entry of the service table. */
export function entryViews(tid: number, number: number | undefined): readonly ViewQuery[] {
  return [
    ...sideViews(tid),
    { kind: 'watch', thread: tid, expression: '*(nt!_KTRAP_FRAME *)@rcx', depth: 1 },
    ...(number === undefined ? [] : [{ kind: 'watch', expression: `nt!KiServiceTable[${number}]`, depth: 1 } as const]),
  ];
}

interface Side {
  readonly registers: RegistersView;
  readonly stack: StackView;
  readonly thread: ThreadView | undefined;
}

interface RegisterRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly beforeNote: string;
  readonly afterNote: string;
  readonly changed: boolean;
  readonly about: string;
}

export interface SwitchFacts {
  readonly kind: 'SYSCALL' | 'SYSRET' | 'exception' | 'interrupt' | 'return';
  /** States right before and right after it. */
  readonly before: number;
  readonly after: number;
  readonly rows: readonly RegisterRow[];
}

export interface StackPicture {
  readonly name: 'user stack' | 'kernel stack';
  /** Lowest and highest address; '' if unknown. */
  readonly limit: string;
  readonly base: string;
  readonly pointer: string;
  readonly frames: readonly string[];
  /** The stack pointer points there in kernel mode. */
  readonly isInUse: boolean;
}

export interface CallFacts {
  readonly place: CallPlace;
  readonly enter: SwitchFacts;
  readonly leave: SwitchFacts | undefined;
  readonly trapFrame: {
    readonly address: string;
    readonly fields: readonly { readonly name: string; readonly value: string; readonly about: string }[];
  };
  /** From the number to the routine; undefined: the number is not known yet, or not in the table. */
  readonly service:
    | { readonly number: number; readonly name: string; readonly routine: string; readonly args: string }
    | undefined;
  /** Right after the switch. */
  readonly stacks: readonly StackPicture[];
}

export interface CallViews {
  readonly place: CallPlace;
  readonly beforeEnter: readonly ViewResult[];
  readonly afterEnter: readonly ViewResult[];
  readonly beforeLeave: readonly ViewResult[] | undefined;
  readonly afterLeave: readonly ViewResult[] | undefined;
}

const ABOUT_ENTER: Readonly<Record<string, string>> = {
  mode: 'ring 3 to ring 0',
  rip: 'the entry of the kernel, the same for every call',
  rsp: 'the kernel stack of this thread',
  rax: 'the number of the service, which the stub put there',
  rcx: 'first the return address; then the entry gets the trap frame as its argument',
  r10: 'the first argument, which RCX had',
  r11: 'the flags of user mode',
  rdx: 'second argument',
  r8: 'third argument',
  r9: 'fourth argument',
  cr3: 'page tables: the same, so user memory can still be seen',
};

/** Of an exception or an interrupt: whatever ran did not ask for it, so nothing of it may be lost. */
const ABOUT_TRAP: Readonly<Record<string, string>> = {
  mode: 'ring 3 to ring 0',
  rip: 'the handler that the interrupt descriptor table names',
  rsp: 'the kernel stack of this thread',
  cr2: 'the address that could not be reached, after a page fault',
  rax: 'kept in the trap frame',
  rcx: 'kept in the trap frame; the handler gets the address of that frame',
  rdx: 'kept in the trap frame',
  r11: 'kept in the trap frame',
  cr3: 'page tables: the same, so user memory can still be seen',
};

const ABOUT_RETURN: Readonly<Record<string, string>> = {
  mode: 'ring 0 to ring 3',
  rip: 'where user mode goes on',
  rsp: 'the user stack',
  rax: 'from the trap frame',
  rcx: 'from the trap frame',
  rdx: 'from the trap frame',
  r11: 'from the trap frame',
  cr3: 'page tables',
};

const ABOUT_LEAVE: Readonly<Record<string, string>> = {
  mode: 'ring 0 to ring 3',
  rip: 'the instruction behind SYSCALL',
  rsp: 'the user stack, as it was',
  rax: 'the status of the call',
  rcx: 'from the trap frame: where user mode goes on',
  r11: 'from the trap frame: the flags',
  cr3: 'page tables',
};

export function callFacts({
  place,
  beforeEnter,
  afterEnter,
  beforeLeave,
  afterLeave,
}: CallViews): CallFacts | undefined {
  const user = sideOf(beforeEnter);
  const kernel = sideOf(afterEnter);
  if (!user || !kernel) return undefined;
  const last = beforeLeave && sideOf(beforeLeave);
  const back = afterLeave && sideOf(afterLeave);
  const { why, enter, leave } = place;
  const isCall = why === 'system call';
  const [frame, entry] = afterEnter.flatMap((one) =>
    one.kind === 'watch' && !isProblem(one.record) ? [one.record] : [],
  );
  return {
    place,
    enter: {
      ...{ kind: isCall ? 'SYSCALL' : why, before: enter, after: enter + 1 },
      rows: rowsOf(user, kernel, isCall ? ABOUT_ENTER : ABOUT_TRAP),
    },
    leave:
      leave === undefined || !last || !back
        ? undefined
        : {
            ...{ kind: isCall ? 'SYSRET' : 'return', before: leave, after: leave + 1 },
            rows: rowsOf(last, back, isCall ? ABOUT_LEAVE : ABOUT_RETURN),
          },
    trapFrame: {
      address: registerOf(kernel, 'rcx')?.value ?? '',
      fields: frameFields(frame, isCall ? CALL_FRAME : TRAP_FRAME),
    },
    service: serviceOf(place, entry),
    stacks: [userStack(user), kernelStack(kernel)],
  };
}

function sideOf(results: readonly ViewResult[]): Side | undefined {
  const registers = results.find((one) => one.kind === 'registers')?.record;
  const stack = results.find((one) => one.kind === 'stack')?.record;
  const thread = results.find((one) => one.kind === 'thread')?.record;
  if (!registers || isProblem(registers) || !stack || isProblem(stack)) return undefined;
  return { registers, stack, thread: thread && !isProblem(thread) ? thread : undefined };
}

function registerOf({ registers }: Side, name: string) {
  return registers.registers.find((one) => one.name === name);
}

function rowsOf(before: Side, after: Side, about: Readonly<Record<string, string>>): readonly RegisterRow[] {
  return Object.entries(about).flatMap(([name, text]): RegisterRow[] => {
    if (name === 'mode') {
      const [a, b] = [before.registers.mode, after.registers.mode];
      return [{ name: 'mode', before: a, after: b, beforeNote: '', afterNote: '', changed: a !== b, about: text }];
    }
    const [a, b] = [registerOf(before, name), registerOf(after, name)];
    if (!a || !b) return [];
    const notes = { beforeNote: a.note, afterNote: b.note };
    return [
      {
        name: name.toUpperCase(),
        before: a.value,
        after: b.value,
        ...notes,
        changed: a.value !== b.value,
        about: text,
      },
    ];
  });
}

const CALL_FRAME: Readonly<Record<string, string>> = {
  Rip: 'where user mode goes on',
  Rsp: 'the user stack',
  Rax: 'the service number; later the status',
  Rcx: 'what SYSCALL put into RCX: the return address',
  R10: 'first argument',
  R11: 'what SYSCALL put into R11: the flags',
  Mode: '3: user mode',
  Irql: 'to go back to',
};

const TRAP_FRAME: Readonly<Record<string, string>> = {
  Vector: 'what came: the number of the entry in the interrupt descriptor table',
  ErrorCode: 'of a page fault: 1 the page is present, 2 a write, 4 from user mode, 16 an instruction',
  FaultAddress: 'the address that could not be reached (CR2)',
  Rip: 'the instruction that was broken off, or comes next',
  Rsp: 'the user stack',
  Rax: 'of user mode',
  Rcx: 'of user mode',
  Mode: '3: user mode',
  Irql: 'to go back to',
};

function frameFields(
  frame: ValueView | undefined,
  about: Readonly<Record<string, string>>,
): CallFacts['trapFrame']['fields'] {
  return Object.entries(about).flatMap(([name, text]) => {
    const value = frame?.children.find((one) => one.name === name)?.value;
    return value === undefined ? [] : [{ name, value: hexOf(value), about: text }];
  });
}

/** `7 (0x7)` -> `0x7`. */
function hexOf(value: string): string {
  return /\((0x[0-9A-F]+)\)/.exec(value)?.[1] ?? value;
}

function serviceOf({ number, name }: CallPlace, entry: ValueView | undefined): CallFacts['service'] {
  if (number === undefined) return undefined;
  const child = (wanted: string) => entry?.children.find((one) => one.name === wanted)?.value ?? '';
  return { number, name, routine: child('Routine'), args: child('Arguments').replace(/ .*/, '') };
}

const SHOWN_FRAMES = 4;

function userStack(side: Side): StackPicture {
  const frames = side.stack.frames.filter(({ ring }) => ring === 'user').map(({ symbol }) => symbol);
  return {
    ...{ name: 'user stack', limit: side.thread?.userStackBase ?? '', base: '', isInUse: false },
    ...{ pointer: registerOf(side, 'rsp')?.value ?? '', frames: frames.slice(0, SHOWN_FRAMES) },
  };
}

function kernelStack(side: Side): StackPicture {
  const { limit = '', base = '' } = side.thread?.kernelStack ?? {};
  const frames = side.stack.frames.filter(({ ring }) => ring === 'kernel').map(({ symbol }) => symbol);
  return {
    ...{ name: 'kernel stack', limit, base, isInUse: true },
    ...{ pointer: registerOf(side, 'rsp')?.value ?? '', frames: frames.slice(0, SHOWN_FRAMES) },
  };
}
