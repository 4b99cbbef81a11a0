/**
 * The last system call of a thread: registers, trap frame and stacks right before and right after SYSCALL, and the same for SYSRET. Pure: from events of
 * the trace and views of the four states.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { ViewQuery, ViewResult } from '../../../kernel-sim/protocol/views';
import type { RegistersView, StackView, ValueView } from '../../../kernel-sim/protocol/views-code';
import type { ThreadView } from '../../../kernel-sim/protocol/views-threads';
import { isProblem } from '../shared/facts';

export const SWITCH_KINDS = ['mode', 'syscall_enter', 'syscall_exit'] as const;

/** Where in the trace a system call is. */
export interface CallPlace {
  readonly tid: number;
  /** State right before SYSCALL; the one after it is this + 1. */
  readonly enter: number;
  /** Undefined: the event has not come yet. */
  readonly number: number | undefined;
  readonly name: string;
  readonly status: string;
  /** State right before the return; undefined: not yet. */
  readonly leave: number | undefined;
}

/** The last system call of the thread (0: of any) that began before the shown state. `rows`: around it, oldest first. */
export function lastCall(rows: readonly TraceEvent[], tid: number, shown: number): CallPlace | undefined {
  const enter = rows.findLast(
    (event) =>
      event.event === 'mode' &&
      event.why === 'system call' &&
      event.instant < shown &&
      (tid === 0 || event.tid === tid),
  );
  if (!enter) return undefined;
  const mine = rows.filter((event) => event.tid === enter.tid && event.instant > enter.instant);
  const leaveIndex = mine.findIndex(({ event, to }) => event === 'mode' && to === 'user');
  const within = leaveIndex < 0 ? mine : mine.slice(0, leaveIndex + 1);
  const told = within.find(({ event }) => event === 'syscall_enter');
  const exit = within.find(({ event }) => event === 'syscall_exit');
  return {
    ...{
      tid: enter.tid,
      enter: enter.instant,
      name: told ? String(told.name) : '',
      status: exit ? String(exit.status) : '',
    },
    ...{
      number: told ? Number(told.number) : undefined,
      leave: leaveIndex < 0 ? undefined : within[leaveIndex].instant,
    },
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

/** Of the state right after SYSCALL: the trap frame, whose address RCX has then, and the entry of the service table. */
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
  readonly kind: 'SYSCALL' | 'SYSRET';
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
  /** Right after SYSCALL. */
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
  const { enter, leave } = place;
  const [frame, entry] = afterEnter.flatMap((one) =>
    one.kind === 'watch' && !isProblem(one.record) ? [one.record] : [],
  );
  return {
    place,
    enter: { kind: 'SYSCALL', before: enter, after: enter + 1, rows: rowsOf(user, kernel, ABOUT_ENTER) },
    leave:
      leave === undefined || !last || !back
        ? undefined
        : { kind: 'SYSRET', before: leave, after: leave + 1, rows: rowsOf(last, back, ABOUT_LEAVE) },
    trapFrame: { address: registerOf(kernel, 'rcx')?.value ?? '', fields: frameFields(frame) },
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

const FRAME_FIELDS: Readonly<Record<string, string>> = {
  Rip: 'where user mode goes on',
  Rsp: 'the user stack',
  Rax: 'the service number; later the status',
  Rcx: 'what SYSCALL put into RCX: the return address',
  R10: 'first argument',
  R11: 'what SYSCALL put into R11: the flags',
  Mode: '3: user mode',
  Irql: 'to go back to',
};

function frameFields(frame: ValueView | undefined): CallFacts['trapFrame']['fields'] {
  return Object.entries(FRAME_FIELDS).flatMap(([name, about]) => {
    const value = frame?.children.find((one) => one.name === name)?.value;
    return value === undefined ? [] : [{ name, value: hexOf(value), about }];
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
