/**
 * The state of code generation for one function or funclet (`Fn`), and what surrounds a body: prologue, parameters, /GS cookie, epilogue.
 * The modules generate-expr, -address, -assign, -condition, -call, -intrinsics, -statement, -seh and -init are functions over an `Fn`.
 *
 * Values: a 64-bit type fills its register; a 32-bit type leaves the high half unspecified; 8- and 16-bit types are kept extended to 32 bits
 * by their type. Records are never in registers: an expression of record type is handled by the address of its bytes.
 */
import { EnterFlag, Op } from '../vm/opcodes.ts';
import type { FunctionDef, NodeBase, Stmt, Sym } from './ast.ts';
import { Code, type Label } from './emit.ts';
import type { Unit } from './generate.ts';
import { effect } from './generate-expr.ts';
import { constantBits, pinned } from './generate-pins.ts';
import {
  drainFunclets,
  type Funclet,
  type Handler,
  type Outside,
  patchFunclet,
  type TryContext,
} from './generate-seh.ts';
import { labelsOf, statement } from './generate-statement.ts';
import { type DynamicBlock, reserveMarks } from './generate-vla.ts';
import type { ObjectFunction, ObjectScope, ObjectVariable } from './object.ts';
import { Frame, MAX_REGISTERS, needsCookie } from './registers.ts';
import type { Span } from './source.ts';
import { type CType, type FunctionType, isFloating, isScalar, isSigned, sizeOf } from './types.ts';

/** Where a jump leads, and how many __try blocks and blocks with arrays of variable length are open there. */
export interface Target {
  label: Label;
  tries: number;
  dynamic: number;
}

export interface LabelPlace {
  label: Label;
  tries: readonly NodeBase[];
  dynamic: readonly NodeBase[];
}

export class Fn {
  readonly code = new Code();
  /** The function itself, for a funclet the one it belongs to. */
  readonly root: Fn;
  readonly frame: Frame;
  /** First register that is a temporary. */
  tempBase = 0;
  outgoing = 0;
  readonly variables: ObjectVariable[] = [];
  readonly scopes: ObjectScope[] = [];
  /** Open __try blocks, outermost first. */
  readonly tries: TryContext[] = [];
  breakTarget: Target | undefined;
  continueTarget: Target | undefined;
  readonly caseLabels = new Map<Stmt, Label>();
  /** Labels of the body by name, with what is around each. */
  labels = new Map<string, LabelPlace>();
  /** What GetExceptionCode and its like mean here, innermost last. */
  readonly handlers: Handler[] = [];
  /** Blocks around the current place that declare arrays of variable length, outermost first. */
  readonly dynamic: DynamicBlock[] = [];
  /** Where jumps out of a __finally block lead; undefined in the function itself and in filters. */
  outside: Outside | undefined;
  // of the root only
  /** Where a `return` in a __finally block goes on. */
  returnedFrom: Label | undefined;
  /** For each array of variable length of a block: register with the SP from before it, 0 while it does not exist. */
  readonly stackMarks = new Map<NodeBase, number[]>();
  readonly funclets: Funclet[] = [];
  /** Variables whose address, and constants whose value stands in a register all the time. */
  readonly pins = new Map<Sym, number>();
  readonly constants = new Map<bigint, number>();
  /** Register with the address where a record result goes. */
  resultPointer: number | undefined;
  /** With a cookie, returns meet here with the value in `resultRegister`. */
  epilogue: Label | undefined;
  resultRegister = 0;
  private funcletCount = 0;
  private position: { file: number; offset: number } | undefined;

  readonly unit: Unit;
  readonly name: string;
  readonly def: FunctionDef;

  constructor(unit: Unit, name: string, def: FunctionDef, root?: Fn) {
    this.unit = unit;
    this.name = name;
    this.def = def;
    this.root = root ?? this;
    this.frame = root ? root.frame : new Frame();
  }

  get isFunclet(): boolean {
    return this.root !== this;
  }

  get type(): FunctionType {
    return this.def.sym!.type as FunctionType;
  }

  temp(): number {
    return this.frame.register();
  }

  /** `dest` if it may hold intermediate values: a temporary, never a variable of the program. */
  scratch(dest: number | undefined): number | undefined {
    return dest !== undefined && dest >= this.tempBase ? dest : undefined;
  }

  constant(value: bigint, wide: boolean, dest?: number): number {
    const d = dest ?? this.temp();
    const low = Number(BigInt.asIntN(32, value));
    this.code.op(Op.LDI, d, 0, 0, low);
    if (wide && BigInt.asIntN(64, value) !== BigInt(low))
      this.code.op(Op.LDHI, d, 0, 0, Number(BigInt.asIntN(32, value >> 32n)));
    return d;
  }

  /** A constant that is only read: in its own register, if it has one. */
  constantOperand(value: bigint, wide: boolean): number {
    return this.root.constants.get(constantBits(value, wide)) ?? this.constant(value, wide);
  }

  move(from: number, dest: number | undefined): number {
    if (dest === undefined || dest === from) return from;
    this.code.op(Op.MOV, dest, from);
    return dest;
  }

  /** Room for the arguments of a call that passes `args` of them. */
  noteCall(args: number): void {
    this.outgoing = Math.max(this.outgoing, 32 + 8 * Math.max(0, args - 4));
  }

  span(node: NodeBase): Span {
    return this.unit.span(node.first);
  }

  /** The next instruction begins the statement (or the part of one that is stopped at by itself) `node`. */
  statementAt(node: NodeBase): void {
    this.mark(this.unit.span(node.first), true);
  }

  /** The next instruction belongs to `node`, without being a place to stop at. */
  partAt(node: NodeBase): void {
    this.mark(this.unit.span(node.first), false);
  }

  mark(span: Span, stop: boolean): void {
    if (stop) this.position = { file: span.file, offset: span.start };
    this.code.line(span.file, span.start, stop);
  }

  /** Back to the place of the running statement after `partAt`. */
  resumeStatement(): void {
    if (this.position) this.code.line(this.position.file, this.position.offset, false);
  }

  /** A part of a statement that spans several lines, on another line than where the statement begins. */
  onOtherLine(node: NodeBase): boolean {
    const span = this.unit.span(node.first);
    if (!this.position || span.file !== this.position.file) return false;
    const { sm } = this.unit;
    return sm.lineCol(span.file, span.start).line !== sm.lineCol(span.file, this.position.offset).line;
  }

  /** The closing brace. */
  markEnd(node: NodeBase): void {
    this.mark(this.unit.span(node.last), true);
  }

  funcletName(kind: string): string {
    return `${this.root.name}$${kind}${this.root.funcletCount++}`;
  }

  /** Declares `sym` visible from here to `end` (set when its block closes). */
  variable(sym: Sym, from: number): ObjectVariable | undefined {
    const place = this.frame.places.get(sym);
    if (!place) return undefined;
    const at =
      place.kind === 'register'
        ? { register: place.register }
        : place.kind === 'memory'
          ? { offset: place.offset }
          : { indirect: place.register };
    const info: ObjectVariable = { name: sym.name, type: sym.type, param: sym.storage === 'param', at, from, to: -1 };
    this.variables.push(info);
    return info;
  }
}

/** Records of these sizes travel in a register, others by the address of a copy. */
export function inRegister(t: CType): boolean {
  const size = sizeOf(t);
  return t.kind !== 'record' || size === 1 || size === 2 || size === 4 || size === 8;
}

/** Extends the low bits of `from` to 32 by the type, for types under 32 bits. */
export function normalise(f: Fn, from: number, t: CType, dest: number): number {
  const size = sizeOf(t);
  if (size >= 4 || !isScalar(t)) return f.move(from, dest);
  f.code.op(size === 1 ? (isSigned(t) ? Op.SX8 : Op.ZX8) : isSigned(t) ? Op.SX16 : Op.ZX16, dest, from);
  return dest;
}

/** Translates a function and its funclets. */
export function translateFunction(unit: Unit, def: FunctionDef): ObjectFunction[] {
  const sym = def.sym!;
  const name = unit.nameOf(sym);
  const f = new Fn(unit, name, def);
  const type = f.type;
  const params = def.params ?? [];
  const locals = def.locals ?? [];
  const hidden = type.returns.kind === 'record' && !inRegister(type.returns);
  const withCookie = unit.options.gs && [...locals, ...params].some((s) => needsCookie(s.type));
  f.mark(unit.span(def.declarator.nameToken), false);
  const enter = f.code.op(Op.ENTER);

  // Parameters arrive in consecutive registers; those that need memory are moved out of theirs below.
  if (hidden) f.resultPointer = f.temp();
  const arrivals = params.map((p) => ({ sym: p, register: f.temp() }));
  const paramCount = f.frame.top;
  for (const { sym: p, register } of arrivals) {
    if (!inRegister(p.type)) f.frame.places.set(p, { kind: 'indirect', register });
    else if (isScalar(p.type) && !p.addressTaken && !p.type.q?.volatile)
      f.frame.places.set(p, { kind: 'register', register });
  }
  f.frame.layOut(params, locals, withCookie);
  const pins = pinned(def, f.frame);
  for (const p of pins) {
    if (typeof p === 'bigint') f.constants.set(p, f.temp());
    else f.pins.set(p, f.temp());
  }
  if (withCookie) {
    f.epilogue = f.code.label();
    f.resultRegister = f.temp();
  }
  reserveMarks(f, def.body);
  f.tempBase = f.frame.top;
  f.labels = labelsOf(f, def.body);

  // The prologue is no place to stop at: a step into the function arrives where its parameters are in place.
  f.mark(unit.span(def.declarator.nameToken), false);
  if (withCookie) storeCookie(f);
  for (const { register, offset, align } of f.frame.aligned) {
    f.code.op(Op.LEAF, register, 0, 0, offset + align - 1);
    f.code.op(Op.ANDI64, register, register, 0, -align);
  }
  for (const { sym: p, register } of arrivals) receive(f, p, register);
  for (const s of f.pins.keys()) pin(f, s);
  for (const [k, register] of f.constants) f.constant(k, true, register);
  for (const marks of f.stackMarks.values()) for (const mark of marks) f.code.op(Op.LDI, mark, 0, 0, 0);
  for (const length of def.lengths ?? []) effect(f, length);
  const paramInfos = params.map((p) => (p.name ? f.variable(p, 0) : undefined));

  statement(f, def.body);

  f.markEnd(def.body);
  const isMain = (name === 'main' || name === 'wmain') && sym.linkage === 'external';
  if (f.code.reachable) {
    if (isMain) leaveWith(f, f.constant(0n, false));
    else leave(f);
  }
  if (f.epilogue !== undefined) {
    f.mark(unit.span(def.body.last), false);
    checkCookie(f);
  }
  for (const info of paramInfos) if (info) info.to = f.code.here;

  const funclets = drainFunclets(f);
  unit.noteLabels(def, (name) => {
    const found = f.labels.get(name);
    return found && f.code.indexOf(found.label);
  });
  if (f.frame.maxTop > MAX_REGISTERS)
    unit.diags.error(
      'function-too-complex',
      `'${sym.name}' needs more than ${MAX_REGISTERS} registers: split an expression`,
      unit.span(def.declarator.nameToken),
    );
  const registers = (f.frame.maxTop + 1) & ~1;
  const outgoing = align16(f.outgoing);
  const frameBytes = align16(f.frame.maxBytes) + outgoing;
  patchEnter(f.code, enter, registers, paramCount, type.variadic ? EnterFlag.HOME : 0, frameBytes);
  const common = {
    linkage: unit.functionLinkage(sym),
    segment: sym.segment ?? '.text',
    registers,
    params: paramCount,
    frameBytes,
  };
  const windowBytes = registers * 8;
  for (const g of funclets) patchFunclet(g, align16(g.outgoing));
  return [
    {
      ...common,
      name,
      dllexport: sym.dllexport === true,
      words: f.code.finish(windowBytes, 0, outgoing),
      branches: f.code.branches(),
      fixups: f.code.fixups,
      lines: f.code.lines,
      variables: f.variables,
      scopes: f.scopes,
      parent: undefined,
      outgoingBytes: outgoing,
      type,
      place: unit.span(def.declarator.nameToken),
    },
    ...funclets.map(
      (g): ObjectFunction => ({
        ...common,
        name: g.name,
        dllexport: false,
        words: g.code.finish(windowBytes, align16(g.outgoing), 0),
        branches: g.code.branches(),
        fixups: g.code.fixups,
        lines: g.code.lines,
        variables: g.variables,
        scopes: g.scopes,
        parent: name,
        outgoingBytes: align16(g.outgoing),
        type: undefined,
        place: unit.span(def.declarator.nameToken),
      }),
    ),
  ];
}

export function align16(n: number): number {
  return (n + 15) & ~15;
}

function patchEnter(code: Code, at: number, registers: number, params: number, flags: number, imm: number): void {
  code.words[at * 2] = Op.ENTER | ((registers >> 1) << 8) | (params << 16) | (flags << 24);
  code.words[at * 2 + 1] = imm;
}

/** Brings a parameter to its place: narrow ones are extended (callers do not promise more than the low bits). */
function receive(f: Fn, p: Sym, register: number): void {
  const place = f.frame.places.get(p);
  if (!place) return;
  // Without a prototype a float travels as a double.
  if (!f.type.prototyped && isFloating(p.type) && sizeOf(p.type) === 4) f.code.op(Op.F64TOF32, register, register);
  if (place.kind === 'register') {
    if (sizeOf(p.type) < 4) normalise(f, register, p.type, register);
  } else if (place.kind === 'memory') {
    const t = f.temp();
    f.code.op(Op.LEAF, t, 0, 0, place.offset);
    f.code.op(storeOp(sizeOf(p.type)), register, t);
    f.frame.release(t);
  }
}

function pin(f: Fn, s: Sym): void {
  const register = f.pins.get(s)!;
  const place = f.frame.places.get(s);
  if (place?.kind === 'memory') f.code.op(Op.LEAF, register, 0, 0, place.offset);
  else {
    f.code.fixup('address', f.unit.reference(s), 0, register, f.unit.span(s.token));
    f.code.op(Op.LEAIP, register);
  }
}

export function storeOp(size: number): number {
  return size === 1 ? Op.ST8 : size === 2 ? Op.ST16 : size === 4 ? Op.ST32 : Op.ST64;
}

/** The cookie is mixed with FP, so that a copied one does not fit another frame. */
function storeCookie(f: Fn): void {
  const t = f.temp();
  const fp = f.temp();
  loadCookie(f, t);
  f.code.op(Op.GETFP, fp);
  f.code.op(Op.XOR64, t, t, fp);
  f.code.op(Op.ST64, t, fp, 0, f.frame.cookie);
  f.frame.release(t);
}

function loadCookie(f: Fn, dest: number): void {
  f.code.fixup('address', '__security_cookie', 0, dest, f.unit.span(f.def.declarator.nameToken));
  f.code.op(Op.LEAIP, dest);
  f.code.op(Op.LD64, dest, dest);
}

function checkCookie(f: Fn): void {
  const { code } = f;
  code.place(f.epilogue!);
  const found = f.temp();
  const fp = f.temp();
  const wanted = f.temp();
  code.op(Op.GETFP, fp);
  code.op(Op.LD64, found, fp, 0, f.frame.cookie);
  code.op(Op.XOR64, found, found, fp);
  loadCookie(f, wanted);
  const good = code.label();
  code.branch(Op.JEQ64, found, wanted, good);
  f.noteCall(1);
  code.fixup('call', '__report_gsfailure', 0, fp, f.unit.span(f.def.declarator.nameToken));
  code.op(Op.CALL, found, 0, 1);
  code.place(good);
  f.frame.release(found);
  if (returnsValue(f)) code.op(Op.RETV, 0, f.resultRegister);
  else code.op(Op.RET);
}

export function returnsValue(f: Fn): boolean {
  const isMain = f.name === 'main' || f.name === 'wmain';
  return isMain || f.type.returns.kind !== 'void';
}

/** Return without a value. */
export function leave(f: Fn): void {
  if (f.epilogue !== undefined) f.code.jump(f.epilogue);
  else f.code.op(Op.RET);
}

/** Return with RAX = register. */
export function leaveWith(f: Fn, register: number): void {
  if (f.epilogue !== undefined) {
    f.move(register, f.resultRegister);
    f.code.jump(f.epilogue);
  } else f.code.op(Op.RETV, 0, register);
}
