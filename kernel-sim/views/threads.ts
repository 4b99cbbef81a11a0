/**
 * Threads: what each does, what it waits for, where it stands, which requests it has under way.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { contextOf, threadOn, tryRead } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import type { Kernel } from '../kernel/kernel.ts';
import {
  C,
  DISPATCHER_HEADER,
  ETHREAD,
  IRP,
  KAPC,
  KAPC_STATE,
  KMUTANT,
  KTHREAD,
  KTIMER,
  KWAIT_BLOCK,
  LIST_ENTRY,
} from '../kernel/layouts.generated.ts';
import type { StackFrame } from '../kernel/stack.ts';
import type { List, Read, ThreadRef } from '../protocol/views.ts';
import type { ApcRecord, ThreadState, ThreadSummary, ThreadView, Wait, WaitObject } from '../protocol/views-threads.ts';
import { dispatcherType, interruptTimeNs, placeNameOf } from './dispatcher.ts';
import { findThread, processName, threadName } from './identity.ts';
import { irpSummary } from './io-names.ts';
import { hex, isProblem, listAt, mapList, named, reading, struct, view } from './look.ts';
import { irql, mode, status, waitReason } from './names.ts';

const STATES: Readonly<Record<number, ThreadState>> = {
  [C.KI_INITIALIZED]: 'initialized',
  [C.KI_READY]: 'ready',
  [C.KI_RUNNING]: 'running',
  [C.KI_STANDBY]: 'standby',
  [C.KI_TERMINATED]: 'terminated',
  [C.KI_WAITING]: 'waiting',
};
const WAIT_ALL = 0;

/** The frames of a thread, innermost first; none if its stack cannot be read. */
export function framesOf(k: Kernel, thread: VirtAddr): readonly StackFrame[] {
  try {
    return contextOf(k, { thread }).frames;
  } catch (e) {
    if (e instanceof DebugError) return [];
    throw e;
  }
}

/** The learner's innermost frame if there is one, else the innermost. */
export function telling(frames: readonly StackFrame[]): StackFrame | undefined {
  return frames.find((frame) => frame.place?.learner) ?? frames[0];
}

export function threadSummary(k: Kernel, va: VirtAddr): Read<ThreadSummary> {
  return reading(() => {
    const name = threadName(k, va);
    if (isProblem(name)) return name;
    const thread = struct(k, KTHREAD, va);
    const { State, Priority } = thread.fields;
    const state = STATES[State] ?? 'damaged';
    const cpu = cpuOf(k, va);
    const wait = state === 'waiting' ? waitOf(k, va) : null;
    return {
      ...{ ...name, state, cpu, priority: Priority, wait },
      text: describeState(state, cpu, wait),
      start: startOf(k, va),
      place: state === 'terminated' ? '' : (telling(framesOf(k, va))?.text ?? ''),
    };
  });
}

export function threadView(k: Kernel, ref: ThreadRef | undefined): Read<ThreadView> {
  return view(() => {
    const found = findThread(k, ref);
    if ('problem' in found) return found;
    const { va } = found;
    const summary = threadSummary(k, va);
    if ('problem' in summary) return summary;
    const thread = struct(k, KTHREAD, va);
    const ethread = struct(k, ETHREAD, va);
    const apc = struct(k, KAPC_STATE, thread.at('ApcState'));
    const process = processName(k, thread.ptr('Process') ?? 0);
    if ('problem' in process) return process;
    const attached = apc.ptr('Process');
    const attachedTo = attached === undefined || attached === thread.ptr('Process') ? null : processName(k, attached);
    const { fields } = thread;
    return {
      ...summary,
      process,
      attachedTo: attachedTo === null || 'problem' in attachedTo ? null : attachedTo,
      ...{ basePriority: fields.BasePriority, quantum: fields.Quantum },
      irql: summary.cpu === null ? null : irql(k.vm.cpus[summary.cpu].irql),
      previousMode: mode(fields.PreviousMode),
      ...{ system: thread.flag('SystemThread'), idle: thread.flag('IdleThread') },
      ...{ terminating: ethread.flag('Terminating'), exitStatus: status(ethread.fields.ExitStatus) },
      ...{ waitStatus: status(fields.WaitStatus), teb: thread.hex('Teb') },
      kernelStack: { limit: thread.hex('StackLimit'), base: thread.hex('InitialStack') },
      ...{ userStackBase: ethread.hex('UserStackBase'), trapFrame: thread.hex('TrapFrame') },
      ...{ kernelApcDisable: fields.KernelApcDisable, specialApcDisable: fields.SpecialApcDisable },
      ...{ kernelApcPending: apc.flag('KernelApcPending'), userApcPending: apc.flag('UserApcPending') },
      apcs: apcsOf(k, apc.va),
      contextSwitches: fields.ContextSwitches,
      ...{ kernelNs: Number(fields.KernelTime), userNs: Number(fields.UserTime) },
      mutexes: mapList(listAt(k, thread.at('MutantListHead')), (link) => hex(link - KMUTANT.off.MutantListEntry)),
      irps: mapList(listAt(k, ethread.at('IrpList')), (link) => irpSummary(k, link - IRP.off.ThreadListEntry)),
      stack: summary.state === 'terminated' ? [] : framesOf(k, va).map((frame) => frame.text),
    };
  });
}

/** The CPU that a thread runs on. */
function cpuOf(k: Kernel, thread: VirtAddr): number | null {
  return k.vm.cpus.find((cpu) => cpu.started && threadOn(k, cpu) === thread)?.number ?? null;
}

/** What it was made for: of a user thread the program's routine, not ntdll's. */
function startOf(k: Kernel, va: VirtAddr) {
  const thread = struct(k, ETHREAD, va);
  const win32 = thread.bits('Win32StartAddress');
  const process = struct(k, KTHREAD, va).ptr('Process');
  return named(k, win32 !== 0n ? win32 : thread.bits('StartAddress'), process);
}

function waitOf(k: Kernel, va: VirtAddr): Wait | null {
  const read = tryRead((): Wait => {
    const thread = struct(k, KTHREAD, va);
    const timer = struct(k, KTIMER, thread.at('Timer'));
    const timed = timer.fields.Header.Inserted !== 0;
    const dueNs = BigInt.asIntN(64, timer.bits('DueTime')) * 100n;
    return {
      reason: waitReason(thread.fields.WaitReason),
      mode: mode(thread.fields.WaitMode),
      alertable: thread.flag('Alertable'),
      type: thread.fields.WaitType === WAIT_ALL ? 'all' : 'any',
      objects: waitObjects(k, va),
      timeoutNs: timed ? Number(dueNs - interruptTimeNs(k)) : null,
    };
  });
  return read ?? null;
}

function waitObjects(k: Kernel, va: VirtAddr): List<Read<WaitObject>> {
  const thread = struct(k, KTHREAD, va);
  const count = Math.min(thread.fields.WaitCount, C.MAXIMUM_WAIT_OBJECTS);
  const blocks = thread.ptr('WaitBlockList') ?? 0;
  const entries = Array.from({ length: count }, (_, i) =>
    reading(() => {
      const object = struct(k, KWAIT_BLOCK, blocks + i * KWAIT_BLOCK.size).ptr('Object');
      return object === undefined ? { problem: 'its wait block names no object' } : waitObject(k, object);
    }),
  );
  return { entries, cut: '' };
}

function waitObject(k: Kernel, object: VirtAddr): WaitObject {
  const { Type, SignalState } = struct(k, DISPATCHER_HEADER, object).fields;
  const type = dispatcherType(Type);
  return { object: hex(object), type, name: placeNameOf(k, object), signaled: SignalState > 0 };
}

function describeState(state: ThreadState, cpu: number | null, wait: Wait | null): string {
  if (cpu !== null) return `running on CPU ${cpu}`;
  if (state !== 'waiting' || !wait) return state;
  const objects = wait.objects.entries.map((object) =>
    'problem' in object ? 'something' : `${object.type} ${object.name === '' ? object.object : object.name}`,
  );
  const what = objects.length === 0 ? 'time to pass' : objects.join(wait.type === 'all' ? ' and ' : ' or ');
  const left = wait.timeoutNs === null ? '' : `, ${Math.max(wait.timeoutNs, 0) / 1e6} ms left`;
  return `waiting for ${what} (${wait.reason.name})${left}`;
}

/** Kernel and user APCs that are queued. */
function apcsOf(k: Kernel, state: VirtAddr): List<Read<ApcRecord>> {
  const heads = [0, 1].map((i) => listAt(k, state + KAPC_STATE.off.ApcListHead + i * LIST_ENTRY.size));
  return {
    entries: heads.flatMap(({ entries }) => entries.map((link) => apcRecord(k, link - KAPC.off.ApcListEntry))),
    cut: heads.map(({ cut }) => cut).find((cut) => cut !== '') ?? '',
  };
}

function apcRecord(k: Kernel, va: VirtAddr): Read<ApcRecord> {
  return reading(() => {
    const apc = struct(k, KAPC, va);
    const normalRoutine = named(k, apc.bits('NormalRoutine'));
    const kernelRoutine = named(k, apc.bits('KernelRoutine'));
    return { address: hex(va), mode: mode(apc.fields.ApcMode), kernelRoutine, normalRoutine };
  });
}
