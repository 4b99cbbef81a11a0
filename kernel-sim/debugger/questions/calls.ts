/**
 * Every call of a routine, with its arguments and what it returned. Seen are arrivals at its first instruction and at its returns; a routine
 * that only hardware enters (an interrupt's handler) has none.
 */

import { toU64, type VirtAddr } from '../../base/numbers.ts';
import type { Task } from '../../base/task.ts';
import type { FunctionInfo, Image } from '../../c/image.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { placeOf } from '../../kernel/symbols.ts';
import { CpuField, FrameHeader, PAGE } from '../../machine/layout.ts';
import type { CallRecord, Calls, CallsRequest } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { INSTRUCTION_BYTES, Op } from '../../vm/opcodes.ts';
import { type MarkPage, Watch } from '../../vm/watch.ts';
import { contextOf, type DebugContext, tryRead } from '../context.ts';
import { DebugError } from '../error.ts';
import { formatValue } from '../format.ts';
import { findSymbols, suggestSymbol } from '../symbols.ts';
import { type FunctionType, isScalar, printType, sizeOf, type Type } from '../types.ts';
import { fromBits, lvalueAt, rvalue, type TypedValue } from '../values.ts';
import { codeAt, codePlace, standing } from './deed.ts';
import { Question, type Stage } from './question.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 10_000;
const REGISTER_ARGUMENTS = 4;
/** What stopping at a call costs, in instructions. */
const STOP_COST = 500;

/** A routine as its image describes it. */
interface Routine {
  readonly name: string;
  readonly image: Image;
  readonly fn: FunctionInfo;
  readonly type: FunctionType | undefined;
  readonly params: readonly Parameter[];
  /** RVAs of the instructions that return. */
  readonly returns: ReadonlySet<number>;
}

interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** Of the window, as the routine begins. */
  readonly register: number;
}

/** A call under way. */
interface OpenCall {
  readonly tid: number;
  readonly fp: VirtAddr;
  readonly index: number;
}

/** Works on `cursor`, which nobody else may move meanwhile. Throws DebugError for what cannot be asked. */
export function callsOf(timeline: Timeline, cursor: Cursor, request: CallsRequest): Task<Calls> {
  const { at, from = 0, to = at.instant, limit = DEFAULT_LIMIT } = request;
  const problem = timeline.problemWith({ branch: at.branch, instant: to }) ?? timeline.problemWith(at);
  if (problem) throw new DebugError(problem);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new DebugError(`${limit} calls: a limit is from 1 to ${MAX_LIMIT}`);

  return new Question<Calls>((question) => {
    // The name means what it means at the instant of the question.
    return question.work(timeline.seek(cursor, at), () => {
      const routine = routineNamed(contextOf(cursor.kernel), request.routine);
      const listing = new Listing(cursor, routine, limit, to);
      return question.work(timeline.seek(cursor, { branch: at.branch, instant: from }), () => {
        const stage: Stage = (budget) => {
          while (budget.left > 0) {
            const was = cursor.at.instant;
            if (!listing.advance(budget.left)) {
              return question.answer({ routine: routine.name, calls: listing.calls, truncated: listing.truncated });
            }
            budget.left -= cursor.at.instant - was + STOP_COST;
            question.at((cursor.at.instant - from) / Math.max(1, to - from));
          }
          return stage;
        };
        return stage;
      });
    });
  });
}

class Listing {
  readonly calls: CallRecord[] = [];
  truncated = false;
  private readonly watch: Watch;
  private open: OpenCall[] = [];

  constructor(
    private readonly cursor: Cursor,
    private readonly routine: Routine,
    private readonly limit: number,
    private readonly to: number,
  ) {
    this.watch = new Watch(cursor.kernel.machine, marker(cursor.kernel, routine));
  }

  /** Runs to the next call or return. False: there is nothing more to find. */
  advance(budget: number): boolean {
    const { cursor, to } = this;
    const was = cursor.at.instant;
    if (was >= to || (this.truncated && this.open.length === 0)) return false;
    const stop = cursor.run(Math.min(to, was + budget), this.watch);
    if (stop === 'watched') this.arrived();
    else if (cursor.at.instant === was) return false;
    return true;
  }

  private arrived(): void {
    const k = this.cursor.kernel;
    const { fp, ip } = k.cpu;
    const rva = ip - (placeOf(k, ip)?.base ?? 0);
    const context = contextOf(k, { cpu: k.machine.currentCpu });
    const stood = standing(k, k.machine.currentCpu);
    const mine = this.open.findIndex((call) => call.tid === stood.tid && call.fp === fp);
    if (this.routine.returns.has(rva)) {
      if (mine < 0) return;
      const [{ index }] = this.open.splice(mine, 1);
      const value = this.result(context);
      this.calls[index] = { ...this.calls[index], returned: { instant: k.machine.instant, value } };
      return;
    }
    // A loop of the routine that goes back to its first instruction is no call.
    if (mine >= 0) return;
    if (this.calls.length >= this.limit) {
      this.truncated = true;
      return;
    }
    this.open.push({ tid: stood.tid, fp, index: this.calls.length });
    const caller = stood.frames[1];
    this.calls.push({
      ...{ instant: k.machine.instant, cpu: stood.cpu, tid: stood.tid, pid: stood.pid, routine: this.routine.name },
      caller: caller && codePlace(caller),
      args: this.routine.params.map(({ name, type, register }) => ({
        name,
        type: printType(type),
        value: this.argument(context, type, register),
      })),
      returned: undefined,
    });
  }

  /** A parameter of the routine, which is about to begin. */
  private argument(context: DebugContext, type: Type, register: number): string {
    const { cpu, machine } = context.kernel;
    if (this.routine.fn.params > 0) return formatValue(context, inSlot(context, type, cpu.fp + 8 * register));
    // The stub of a primitive leaves its arguments where the call put them.
    if (register >= REGISTER_ARGUMENTS) {
      const callerSp = tryRead(() => context.view.ptr(cpu.fp + this.routine.fn.registers * 8 + FrameHeader.CALLER_SP));
      return formatValue(context, inSlot(context, type, (callerSp ?? 0) + 8 * register));
    }
    if (!isScalar(type)) return '';
    const value = machine.memory.u64(cpu.base + CpuField.RCX + 8 * register);
    return formatValue(context, rvalue(type, fromBits(value, type)));
  }

  /** What the return instruction that the CPU stands at will return. */
  private result(context: DebugContext): string {
    const type = this.routine.type?.returns;
    if (!type || type.kind === 'void') return '';
    const k = context.kernel;
    const { cpu } = k;
    const word = k.machine.memory.i32(codeAt(cpu));
    if ((word & 0xff) === Op.RETV)
      return formatValue(context, inSlot(context, type, cpu.fp + 8 * ((word >>> 16) & 0xff)));
    if (!isScalar(type)) return '';
    return formatValue(context, rvalue(type, fromBits(cpu.rax, type)));
  }
}

/** What a register of a window holds: records of other sizes than a register's are passed by their address. */
function inSlot(context: DebugContext, type: Type, slot: VirtAddr): TypedValue {
  const isInRegister = type.kind !== 'record' || [1, 2, 4, 8].includes(sizeOf(type));
  if (isInRegister) return lvalueAt(type, toU64(slot));
  return lvalueAt(type, tryRead(() => context.view.u64(slot)) ?? 0n);
}

function routineNamed(context: DebugContext, name: string): Routine {
  const symbol = findSymbols(context, name).find(({ kind }) => kind === 'function');
  if (!symbol) {
    const near = suggestSymbol(context, name);
    throw new DebugError(`there is no routine '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
  }
  const { image, rva, type } = symbol;
  const index = image.functions.findIndex(({ begin }) => begin === rva);
  const fn = image.functions[index];
  const signature = type?.kind === 'function' ? type : undefined;
  return {
    name: `${symbol.module}!${symbol.name}`,
    ...{ image, fn, type: signature, params: parametersOf(image, index, signature), returns: returnsOf(image, fn) },
  };
}

function parametersOf(image: Image, index: number, type: FunctionType | undefined): Parameter[] {
  if (!type) return [];
  const fn = image.functions[index];
  const named = image.debug.variables.filter((variable) => variable.function === index && variable.param);
  // A large record is returned through an address that comes before the parameters.
  const hidden = Math.max(0, fn.params - type.params.length);
  return type.params.map((param, i) => {
    const register = hidden + i;
    const own =
      named.length === type.params.length
        ? named[i]
        : named.find(({ at }) => 'register' in at && at.register === register);
    return { name: own?.name ?? `#${i + 1}`, type: param, register };
  });
}

function returnsOf(image: Image, fn: FunctionInfo): ReadonlySet<number> {
  const rvas = new Set<number>();
  const section = image.sections.find(({ rva, size }) => fn.begin >= rva && fn.begin < rva + size);
  for (let rva = fn.begin; section && rva < fn.end; rva += INSTRUCTION_BYTES) {
    const op = section.bytes[rva - section.rva];
    if (op === Op.RET || op === Op.RETV) rvas.add(rva);
  }
  return rvas;
}

/** Marks the first instruction of the routine, and its returns, wherever its image is mapped. */
function marker(k: Kernel, { image, fn, returns }: Routine): MarkPage {
  const wanted = [fn.begin + INSTRUCTION_BYTES, ...returns];
  return (va, _, slots) => {
    const place = placeOf(k, va);
    if (place?.image !== image) return;
    for (const rva of wanted) {
      const offset = rva - place.rva;
      if (offset >= 0 && offset < PAGE) slots[offset / INSTRUCTION_BYTES] = 1;
    }
  };
}
