/**
 * How a run ended, told plainly: read from the stopped machine's bytes. Codes and parameters are Windows' own; the words are ours.
 */
import { hex32, hex64, virtAddrOf } from '../base/numbers.ts';
import { GuestFault } from '../machine/faults.ts';
import type { BugCheckReport, RunEnd } from '../protocol/lab-api.ts';
import { explain } from './bugcheck-explain.ts';
import { describeWaits } from './hang.ts';
import type { Kernel } from './kernel.ts';
import { C, EPROCESS, LAB_PROGRAM, LOADER_BLOCK } from './layouts.generated.ts';
import { bugCheckName, statusName } from './names.ts';
import { currentStack, type StackFrame } from './stack.ts';
import { placeInProcess } from './symbols.ts';

const MAX_SHOWN = 32;

/** How the run ended; undefined while the machine runs. */
export function describeEnd(k: Kernel): RunEnd | undefined {
  try {
    return readEnd(k);
  } catch (e) {
    if (!(e instanceof GuestFault)) throw e;
    // What the report would read is gone: kernel memory was overwritten.
    k.machine.stop(C.KI_STOP_BUGCHECK, C.MEMORY_MANAGEMENT, k.machine.stopped, e.address);
    return { kind: 'bugcheck', exitCode: 121, bugcheck: describeBugCheck(k) };
  }
}

/** The same without changing a byte; GuestFault if what it would tell cannot be read. */
export function readEnd(k: Kernel): RunEnd | undefined {
  switch (k.machine.stopped) {
    case 0:
      return undefined;
    case C.KI_STOP_EXIT: {
      const status = Number(k.machine.stopArgument(0) & 0xffffffffn);
      const failed = Number(k.machine.stopArgument(1) & 0xffn);
      const text = failed === 0 ? {} : { text: notStarted(k, failed - 1, status) };
      return { kind: 'exit', exitCode: status & 0xff, status, ...text };
    }
    case C.KI_STOP_BUGCHECK:
      return { kind: 'bugcheck', exitCode: 121, bugcheck: describeBugCheck(k) };
    case C.KI_STOP_HANG:
      return describeHang(k);
    case C.KI_STOP_DRIVER_FAILED:
      return describeDriverFailure(k);
    case C.KI_STOP_EXCEPTION:
      return describeException(k);
    default:
      return {
        kind: 'internal',
        exitCode: 125,
        text: `the machine stopped for an unknown reason ${k.machine.stopped}`,
      };
  }
}

/** The run was ended by a limit of the host (`1 simulated seconds`): names what was running, the learner's own routine if there is one. */
export function describeLimit(k: Kernel, limit: string): RunEnd {
  const frames = safeStack(k);
  const at = frames.find((frame) => frame.place?.learner) ?? frames[0];
  return { kind: 'limit', exitCode: 122, text: `${limit} have passed${at ? `; running: ${at.text}` : ''}` };
}

function describeBugCheck(k: Kernel): BugCheckReport {
  const code = Number(k.machine.stopArgument(0) & 0xffffffffn);
  const p = [1, 2, 3, 4].map((i) => k.machine.stopArgument(i));
  const frames = safeStack(k);
  return {
    code,
    name: bugCheckName(code),
    parameters: [hex64(p[0]), hex64(p[1]), hex64(p[2]), hex64(p[3])],
    explanation: safeExplanation(k, code, p, frames),
    stack: frames.slice(0, MAX_SHOWN).map((frame) => frame.text),
  };
}

function describeHang(k: Kernel): RunEnd {
  const waits = describeWaits(k);
  return {
    kind: 'hang',
    exitCode: 122,
    text: 'every thread waits for something that nobody can bring about',
    waits,
  };
}

function describeDriverFailure(k: Kernel): RunEnd {
  const status = Number(k.machine.stopArgument(0) & 0xffffffffn);
  const index = Number(k.machine.stopArgument(1) & 0xffn);
  const block = new LOADER_BLOCK(k.mem, k.symbol('KiLoaderBlock'));
  const driver = k.view.wstring(block.Drivers + 2 * C.KI_MAX_IMAGE_NAME * index, C.KI_MAX_IMAGE_NAME);
  const name = statusName(status);
  const text = `driver ${driver} was not loaded: ${name} (${hex32(status)})`;
  return { kind: 'driver-failed', exitCode: 123, driver, status, statusName: name, text };
}

function notStarted(k: Kernel, index: number, status: number): string {
  const block = new LOADER_BLOCK(k.mem, k.symbol('KiLoaderBlock'));
  const program = block.Programs + index * LAB_PROGRAM.size + LAB_PROGRAM.off.Image;
  const name = k.view.wstring(program, C.KI_MAX_IMAGE_NAME);
  const megabytes = k.machine.ramBytes / 1048576;
  const why =
    status === C.STATUS_NO_MEMORY >>> 0
      ? `: its code, data and stack do not fit into the ${megabytes} MB of the machine`
      : '';
  return `${name} was not started: ${statusName(status)} (${hex32(status)})${why}`;
}

function describeException(k: Kernel): RunEnd {
  const code = Number(k.machine.stopArgument(0) & 0xffffffffn);
  const va = virtAddrOf(k.machine.stopArgument(1)) ?? 0;
  const process = new EPROCESS(k.view as typeof k.mem, va);
  const image = k.view.cstring(process.ImageFileName, C.KI_MAX_IMAGE_NAME);
  const codeName = statusName(code);
  const address = virtAddrOf(process.ExceptionAddress);
  const place = address === undefined ? undefined : placeInProcess(k, va, address);
  const where = place
    ? `${place.name}${place.file ? ` (${place.file}:${place.line})` : ''}`
    : hex64(process.ExceptionAddress);
  return {
    kind: 'exception',
    exitCode: 124,
    process: image,
    code,
    codeName,
    text: `${image} ended with an unhandled exception ${codeName} (${hex32(code)}) in ${where}${accessOf(k, code, process)}`,
  };
}

function accessOf(k: Kernel, code: number, process: EPROCESS): string {
  const failure = k.view.u64(process.ExceptionInformation);
  if (code === C.STATUS_STACK_BUFFER_OVERRUN >>> 0 && failure === BigInt(C.FAST_FAIL_INVALID_ARG))
    return ': a function of the C library was given an argument that it refuses, such as a buffer that is too small';
  if (code !== C.STATUS_ACCESS_VIOLATION >>> 0) return '';
  const [kind, address] = [0, 8].map((i) => k.view.u64(process.ExceptionInformation + i));
  const what = kind === 8n ? 'execute' : kind === 1n ? 'write' : 'read';
  return address === 0xffffffffffffffffn
    ? `: it used an address that no processor accepts`
    : `: it tried to ${what} ${hex64(address)}`;
}

function safeExplanation(k: Kernel, code: number, p: bigint[], frames: StackFrame[]): string[] {
  try {
    return explain(k, code, p, frames);
  } catch (e) {
    if (e instanceof GuestFault) return ['Kernel memory is damaged so badly that nothing more can be said.'];
    throw e;
  }
}

/** Frames of the CPU that stopped; empty if its stack is past reading. */
function safeStack(k: Kernel): StackFrame[] {
  try {
    const frames = currentStack(k);
    return frames[0]?.place?.fn?.name === 'KiStopMachine' ? frames.slice(1) : frames;
  } catch (e) {
    if (e instanceof GuestFault) return [];
    throw e;
  }
}
