/**
 * Parameters and locals of a frame: which are in scope at its instruction, where each lives. Registers of the window are bytes of the frame
 * (FP + 8 * register), so every variable is found in guest memory, in the address space of the frame's thread.
 */
import { hex64, toU64, type VirtAddr } from '../base/numbers.ts';
import type { FunctionInfo, Image, VariableInfo } from '../c/image.ts';
import type { StackFrame } from '../kernel/stack.ts';
import { chosenFrame, codeAddress, type DebugContext, tryRead } from './context.ts';
import { indexOf, lowerBound } from './image-index.ts';
import { type Type, typeAt } from './types.ts';

export interface LocalVariable {
  readonly name: string;
  readonly type: Type;
  readonly param: boolean;
  /** Register of the window; undefined: in memory. */
  readonly register: number | undefined;
  /** Where its bytes are, as a 64-bit pattern; undefined: the register that should say it cannot be read. */
  readonly address: bigint | undefined;
  /** `r3`, `fp-0x40`, `[r2]`, `static`. */
  readonly home: string;
  /** An inner variable of the same name hides it. */
  readonly shadowed: boolean;
}

const variables = new WeakMap<Image, Map<number, VariableInfo[]>>();

function variablesOf(image: Image, fn: number): readonly VariableInfo[] {
  let byFunction = variables.get(image);
  if (!byFunction) {
    byFunction = new Map();
    for (const v of image.debug.variables) {
      const list = byFunction.get(v.function);
      if (list) list.push(v);
      else byFunction.set(v.function, [v]);
    }
    variables.set(image, byFunction);
  }
  return byFunction.get(fn) ?? [];
}

/**
 * Parameters and locals in scope in the chosen frame, outer ones first, after them the function's static variables (all of them: their scopes are
 * not kept). Empty where there is no frame or no code that is known.
 */
export function localsOf(context: DebugContext): LocalVariable[] {
  const frame = chosenFrame(context);
  const place = frame?.place;
  if (!frame || !place?.fn || frame.fp === 0) return [];
  const visible = inScope(place.image, place.fn, codeAddress(frame) - place.base);
  const automatic = visible.map((v, i) => ({
    name: v.name,
    type: typeAt(place.image, v.type),
    param: v.param,
    ...homeOf(context, frame, v),
    shadowed: visible.some((other, k) => k > i && other.name === v.name),
  }));
  return [...automatic, ...staticsOf(place.image, place.base, place.fn, automatic)];
}

const STATIC = /^(.+)\$\d+$/;

/** Static locals are globals named `name$1` whose declaration stands among the lines of the function. */
function staticsOf(
  image: Image,
  base: VirtAddr,
  fn: FunctionInfo,
  others: readonly { name: string }[],
): LocalVariable[] {
  const root = fn.parent === undefined ? fn : (image.functions[fn.parent] ?? fn);
  let known = statics.get(root);
  if (!known) {
    const place = image.debug.functionPlaces[functionIndex(image, root)];
    const last = indexOf(image).lastLineOf(root);
    known = image.debug.globals.flatMap(({ name, rva, type, file, line }) => {
      const plain = STATIC.exec(name)?.[1];
      return plain === undefined || file !== place?.file || line < place.line || line > last
        ? []
        : [{ name: plain, rva, type }];
    });
    statics.set(root, known);
  }
  return known.map(({ name, rva, type }) => {
    const shadowed = others.some((other) => other.name === name);
    const common = { param: false, register: undefined, home: 'static', shadowed };
    return { name, type: typeAt(image, type), address: toU64(base + rva), ...common };
  });
}

const statics = new WeakMap<FunctionInfo, readonly { name: string; rva: number; type: number }[]>();

function functionIndex(image: Image, fn: FunctionInfo): number {
  return lowerBound(image.functions, fn.begin, (f) => f.begin);
}

/** The variable that a name means in the chosen frame. */
export function findLocal(context: DebugContext, name: string): LocalVariable | undefined {
  const frame = chosenFrame(context);
  const place = frame?.place;
  if (!frame || !place?.fn || frame.fp === 0) return undefined;
  const { image, base, fn } = place;
  const v = inScope(image, fn, codeAddress(frame) - base).findLast((other) => other.name === name);
  if (!v) return staticsOf(image, base, fn, []).find((other) => other.name === name);
  return { name, type: typeAt(image, v.type), param: v.param, ...homeOf(context, frame, v), shadowed: false };
}

/** Whether a function has a variable of this name, in scope at an RVA (`undefined`: anywhere in it). */
export function knowsLocal(image: Image, fn: FunctionInfo, rva: number | undefined, name: string): boolean {
  const own = rva === undefined ? variablesOf(image, functionIndex(image, fn)) : inScope(image, fn, rva);
  return own.some((v) => v.name === name) || staticsOf(image, 0, fn, []).some((v) => v.name === name);
}

function inScope(image: Image, fn: FunctionInfo, rva: number): VariableInfo[] {
  const index = functionIndex(image, fn);
  const own = variablesOf(image, index).filter((v) => v.from <= rva && rva < v.to);
  own.sort((a, b) => Number(b.param) - Number(a.param) || a.from - b.from || b.to - a.to);
  const outer = fn.parent === undefined ? undefined : guardedBy(image, fn);
  return outer ? [...inScope(image, outer.fn, outer.rva), ...own] : own;
}

/** For a funclet: the code whose variables it sees, which is that of the __try it belongs to. */
function guardedBy(image: Image, funclet: FunctionInfo): { fn: FunctionInfo; rva: number } | undefined {
  for (const fn of image.functions) {
    if (fn === funclet) continue;
    for (const { begin, filter, handler } of fn.scopes) {
      if (filter === funclet.begin || (filter === 0 && handler === funclet.begin)) return { fn, rva: begin };
    }
  }
  const parent = funclet.parent === undefined ? undefined : image.functions[funclet.parent];
  return parent && { fn: parent, rva: parent.begin };
}

function homeOf(context: DebugContext, frame: StackFrame, { at }: VariableInfo) {
  const slot = (register: number): VirtAddr => frame.fp + 8 * register;
  if ('register' in at) return { register: at.register, address: toU64(slot(at.register)), home: `r${at.register}` };
  if ('offset' in at) {
    const { offset } = at;
    const home = `fp${offset < 0 ? '-' : '+'}0x${Math.abs(offset).toString(16)}`;
    return { register: undefined, address: toU64(frame.fp + offset), home };
  }
  const address = tryRead(() => context.view.u64(slot(at.indirect)));
  return { register: undefined, address, home: `[r${at.indirect}]` };
}

/** Names a frame: the same activation of the same function, whose variables at two instants may be compared. */
export function frameIdentity(frame: StackFrame): string {
  return `${hex64(frame.fp)} ${frame.place?.image.name ?? ''} ${frame.place?.fn?.name ?? ''}`;
}
