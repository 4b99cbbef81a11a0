/** Call stack of a thread across traps and the ring boundary, and the variables of a frame. */
import { chosenFrame, codeAddress, type DebugContext, tryRead, withFrame } from '../debugger/context.ts';
import { frameIdentity, type LocalVariable, localsOf } from '../debugger/locals.ts';
import { printType } from '../debugger/types.ts';
import { lvalueAt } from '../debugger/values.ts';
import { ETHREAD } from '../kernel/layouts.generated.ts';
import type { StackFrame } from '../kernel/stack.ts';
import { functionName } from '../kernel/symbols.ts';
import { Access } from '../machine/faults.ts';
import { TrapFrame, Vector } from '../machine/layout.ts';
import type { FrameView, LocalsView, StackView, TrapView, ValueView, VariableView } from '../protocol/views-code.ts';
import { frozen, hex } from './look.ts';
import { codePlace } from './source.ts';
import { valueView } from './value.ts';

export function stackView(context: DebugContext): StackView {
  const { kernel: k, thread, frames } = context;
  const id = (offset: number) => tryRead(() => k.view.u32(thread + ETHREAD.off.Cid + offset)) ?? 0;
  return frozen({
    thread: hex(thread),
    tid: id(8),
    pid: id(0),
    cpu: context.running ? context.cpu : undefined,
    frames: frames.map((frame, index) => frameView(context, frame, index)),
    chosen: context.frame,
  });
}

function frameView(context: DebugContext, frame: StackFrame, index: number): FrameView {
  const { ip, sp, fp, trap, place } = frame;
  const inFrame = withFrame(context, index);
  const params = localsOf(inFrame).filter((v) => v.param);
  return {
    ...codePlace(place, codeAddress(frame)),
    index,
    ring: frame.user ? 'user' : 'kernel',
    ip: hex(ip),
    sp: hex(sp),
    fp: hex(fp),
    args: params.map((v) => variableValue(inFrame, v, 0)),
    trap: trap === undefined ? undefined : trapView(context, trap),
  };
}

function trapView({ kernel: k }: DebugContext, trap: number): TrapView {
  const word = (offset: number) => tryRead(() => k.view.u32(trap + offset)) ?? 0;
  const vector = word(TrapFrame.VECTOR);
  const fault = tryRead(() => k.view.u64(trap + TrapFrame.FAULT_ADDRESS)) ?? 0n;
  return { address: hex(trap), vector, cause: causeOf(vector, word(TrapFrame.VECTOR + 4), fault) };
}

const CAUSES: Record<number, string> = {
  [Vector.DIVIDE]: 'division error',
  [Vector.OVERFLOW]: 'overflow',
  [Vector.BREAKPOINT]: 'breakpoint',
  [Vector.ILLEGAL]: 'illegal instruction',
  [Vector.DOUBLE_FAULT]: 'double fault',
  [Vector.FASTFAIL]: 'fail fast',
  [Vector.ASSERT]: 'failed assertion',
  [Vector.SYSCALL]: 'system call',
};
/** By the IRQL that they come in at; 3 to 11 are devices. */
const INTERRUPTS: Record<number, string> = {
  1: 'APC interrupt',
  2: 'DPC and dispatch interrupt',
  13: 'clock interrupt',
  14: 'inter-processor interrupt',
};

function causeOf(vector: number, error: number, fault: bigint): string {
  if (vector === Vector.PAGE_FAULT) {
    const how = error & Access.EXECUTE ? 'executing' : error & Access.WRITE ? 'writing' : 'reading';
    return `page fault ${how} ${hex(fault)}`;
  }
  if (vector === Vector.GENERAL_PROTECTION) {
    return fault === 0n ? 'general protection fault' : `general protection fault (${hex(fault)} is no address)`;
  }
  const known = CAUSES[vector];
  if (known !== undefined) return known;
  const irql = vector - Vector.INTERRUPT;
  return irql > 0 && irql < 16 ? (INTERRUPTS[irql] ?? `device interrupt at IRQL ${irql}`) : `trap ${vector}`;
}

/** Variables of the chosen frame. `depth`: levels of members under each. */
export function localsView(context: DebugContext, depth = 1): LocalsView {
  const frame = chosenFrame(context);
  if (!frame) return frozen({ frame: '', routine: '', variables: [] });
  const { place } = frame;
  const name = place?.fn ? functionName(place.image, place.fn) : '';
  return frozen({
    frame: frameIdentity(frame),
    routine: name === '' ? '' : `${place?.name.replace(/!.*/, '')}!${name}`,
    variables: localsOf(context).map(
      (v): VariableView => ({
        ...variableValue(context, v, depth),
        kind: v.home === 'static' ? 'static' : v.param ? 'parameter' : 'local',
        home: v.home,
        shadowed: v.shadowed,
        changed: false,
      }),
    ),
  });
}

/**
 * `after` with `changed` set for what had another value in `before`. Variables of another frame are others, and what has just come into scope has not
 * changed: neither is marked.
 */
export function withChanges(before: LocalsView, after: LocalsView): LocalsView {
  if (before.frame === '' || before.frame !== after.frame) return after;
  const keyOf = (v: VariableView) => `${v.name} ${v.home}`;
  const values = new Map(before.variables.map((v) => [keyOf(v), contents(v)]));
  const variables = after.variables.map((v) => {
    const old = values.get(keyOf(v));
    return { ...v, changed: old !== undefined && old !== contents(v) };
  });
  return frozen({ ...after, variables });
}

/** All that is seen of a value; what a pointer points to is another thing than the pointer. */
function contents(v: ValueView): string {
  if (v.type.endsWith('*')) return v.value;
  return `${v.value} ${v.children.map(contents).join(' ')}`;
}

function variableValue(context: DebugContext, v: LocalVariable, depth: number): ValueView {
  if (v.address === undefined) {
    const value = '<cannot read its address: the stack is not mapped>';
    const none = { expandable: false, children: [], more: false };
    return { name: v.name, type: printType(v.type), value, address: undefined, ...none };
  }
  const value = { ...lvalueAt(v.type, v.address), register: v.register };
  return valueView(context, v.name, value, depth);
}
