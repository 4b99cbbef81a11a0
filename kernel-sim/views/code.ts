/**
 * The views of code by query: each in the context of the thread and frame that are meant. A mistake in the query is a Problem.
 */
import { chosenFrame, codeAddress, contextOf, type DebugContext, type FocusOptions } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { CodeFocus, KernelViewKind, Problem, Read, ViewKind, ViewQueryOf, ViewRecord } from '../protocol/views.ts';
import { disassemblyView, functionView } from './disassembly.ts';
import { findThread } from './identity.ts';
import { addressOf, bitsOf, view } from './look.ts';
import { memoryView } from './memory.ts';
import { registersView } from './registers.ts';
import { sourceView } from './source.ts';
import { localsView, stackView } from './stack.ts';
import { typeView } from './types.ts';
import { watchView } from './value.ts';

/** Instructions from an address that no function is known at. */
const INSTRUCTIONS = 16;

type CodeViewKind = Exclude<ViewKind, KernelViewKind>;
type CodeViewTable = { readonly [K in CodeViewKind]: (k: Kernel, query: ViewQueryOf<K>) => Read<ViewRecord<K>> };

export const CODE_VIEWS: CodeViewTable = {
  stack: (k, query) => inContext(k, query, (context) => stackView(context)),
  locals: (k, query) => inContext(k, query, (context) => localsView(context, query.depth)),
  registers: (k, query) => inContext(k, query, (context) => registersView(context)),
  watch: (k, query) => inContext(k, query, (context) => watchView(context, query.expression, query.depth)),
  memory: (k, query) => inContext(k, query, (context) => memoryOf(context, query)),
  disassembly: (k, query) => inContext(k, query, (context) => disassemblyOf(context, query)),
  source: (k, query) =>
    inContext(k, query, (context) => sourceView(context, query.around) ?? { problem: 'the frame has no source' }),
  type: (k, query) => inContext(k, query, (context) => typeView(context, query.text, query.depth)),
};

function inContext<T>(k: Kernel, { cpu, thread, frame }: CodeFocus, make: (context: DebugContext) => Read<T>): Read<T> {
  return view(() => {
    const found = thread === undefined ? undefined : findThread(k, thread);
    if (found && 'problem' in found) return found;
    const focus: FocusOptions = {
      ...(cpu !== undefined && { cpu }),
      ...(found && { thread: found.va }),
      ...(frame !== undefined && { frame }),
    };
    try {
      return make(contextOf(k, focus));
    } catch (e) {
      if (e instanceof DebugError) return { problem: e.message };
      throw e;
    }
  });
}

function memoryOf(context: DebugContext, { address, format, count }: ViewQueryOf<'memory'>) {
  const bits = bitsOf(address);
  return bits === undefined ? noAddress(address) : memoryView(context, bits, format, count);
}

function disassemblyOf(context: DebugContext, { address, count }: ViewQueryOf<'disassembly'>) {
  const frame = chosenFrame(context);
  const at = address !== undefined ? addressOf(address) : frame && { va: codeAddress(frame) };
  if (!at) return { problem: 'the thread has no frame' };
  if ('problem' in at) return at;
  const whole = count === undefined ? functionView(context, at.va) : undefined;
  return whole ?? disassemblyView(context, at.va, count ?? INSTRUCTIONS);
}

function noAddress(address: string): Problem {
  return { problem: `${address} is no address: 0x and up to 16 hex digits are wanted` };
}
