/**
 * Structured exception handling: `__try / __except / __finally`, funclets and scope tables.
 *
 * What is generated
 * - The body of a __try is ordinary code; its address ranges stand in the function's scope table (several ranges when return, goto, break or
 *   continue leave the body: the code that runs the __finally blocks on the way out is not covered by them any more).
 * - A filter expression is a funclet: FENTER ... FRET, running over the window of its function (same FP, so it sees all variables, with
 *   temporaries of its own). RCX = EXCEPTION_POINTERS *, RDX = FP of the function. RAX = the filter's value (an int).
 * - A __finally block is a funclet: RCX = 0 after normal completion or __leave, 1 when unwinding or left early (AbnormalTermination). The parent
 *   calls it with CALLFL; a dispatcher that unwinds calls it with __lab_call_funclet(fp, handler, 1, fp). A jump out of it is a call of
 *   _local_unwind(fp, address of the target, result), which leaves the frames between as an unwind does.
 * - An __except block is code of the function itself. It is entered by UNWIND with RAX = exception code (GetExceptionCode in the block
 *   reads that), also when the filter was constant.
 *
 * What an exception dispatcher (guest C) does with it
 * - A frame is (ip, fp, sp). The first comes from the trap frame (IP, FP, SP); its caller's from the frame header (FrameHeader: RETURN, CALLER_FP,
 *   CALLER_SP): a function's header lies at fp + window bytes, a funclet's at sp + its outgoing bytes (unwind record, flag 1). For a caller
 *   the instruction of interest is the call: use ip - 8 instead of the return address in every comparison below. For a trap frame ip is the faulting instruction itself,
 *   except after INT3 and INT2C (ip - 8).
 * - Find the pdata entry with begin <= ip < end (none: not our code, stop). Walk its scopes from 0 to count - 1 (innermost first); a scope applies if
 *   begin <= ip < end. All comparisons on RVAs.
 * - First pass (search), frame by frame upwards: scope with filter 0: skip. filter 1: found. Else v = (int)__lab_call_funclet(fp, base + filter, pointers, fp): > 0 found,
 *   0 go on, < 0 continue execution at the trap frame.
 * - Second pass (unwind), again from the first frame: in each frame up to the target the handler of every applicable __finally scope, in order, as
 *   __lab_call_funclet(fp, base + handler, 1, fp); in the target frame only those whose __try (any of its ranges) does not hold the place to go on at. Then
 *   __lab_unwind(fp, sp, base + handler, code), where fp and sp are what the walk found for the target frame (for a plain function sp = fp - frameBytes).
 * - Funclets are frames of their own in the walk, between their caller and what they call; FP is their parent's, the pdata entry is the funclet's, with its own
 *   scopes (a __try inside a __finally block), whose handlers lie in the funclet and are entered with the funclet's sp.
 * - An exception that leaves a __finally funclet or a filter passes the dispatcher's own frames on its way up and meets the same frames again. Scopes whose
 *   __finally already ran must not run again: the dispatcher remembers, per unwind in progress, (fp, scope index) and a nested search that passes its frame starts behind it.
 */
import { Op } from '../vm/opcodes.ts';
import type { Block, Expr, NodeBase, Stmt } from './ast.ts';
import { leaves } from './check-flow.ts';
import type { Label } from './emit.ts';
import { constantOf, value } from './generate-expr.ts';
import { Fn, leave, leaveWith, returnsValue } from './generate-function.ts';
import { closeScope, labelsOf, statement } from './generate-statement.ts';
import { giveUpInside } from './generate-vla.ts';

export interface TryContext {
  node: NodeBase;
  kind: 'except' | 'finally';
  ranges: { begin: number; end: number }[];
  /** Where the open range began, -1 if none is. */
  open: number;
  /** Where __leave goes. */
  end: Label;
  left: boolean;
  /** Name of the __finally funclet. */
  funclet: string;
}

/** What surrounds code that asks for the exception: `register` = EXCEPTION_POINTERS *, exception code, or abnormal-termination flag. */
export interface Handler {
  kind: 'filter' | 'except' | 'finally';
  register: number;
}

export interface Funclet {
  name: string;
  body: { kind: 'filter'; expr: Expr } | { kind: 'finally'; block: Block; outside: Outside };
  handlers: Handler[];
}

interface Place {
  fn: Fn;
  label: Label;
}

/** The code around a __finally block: what holds its __try, and where break, continue and __leave would lead there. */
export interface Outside {
  fn: Fn;
  onBreak: Place | undefined;
  onContinue: Place | undefined;
  onLeave: Place | undefined;
}

function open(f: Fn, node: NodeBase, kind: TryContext['kind'], funclet: string): TryContext {
  const context: TryContext = { node, kind, ranges: [], open: f.code.here, end: f.code.label(), left: false, funclet };
  f.tries.push(context);
  return context;
}

function closeRange(f: Fn, context: TryContext): void {
  // A jump out of a __finally must find its target inside the __try that it stands in.
  if (f.root.def.leavesFinally && f.code.labelled) f.code.op(Op.NOP);
  if (context.open >= 0 && context.open < f.code.here) context.ranges.push({ begin: context.open, end: f.code.here });
  context.open = -1;
}

/** Behind the body of a __try: __leave goes there, from a __finally block inside it as a jump within the body. */
function endBody(f: Fn, context: TryContext): void {
  const inside = context.left && f.root.def.leavesFinally;
  if (inside) f.code.place(context.end);
  closeRange(f, context);
  f.tries.pop();
  if (context.left && !inside) f.code.place(context.end);
}

function callFinally(f: Fn, context: TryContext, abnormal: boolean): void {
  const flag = f.temp();
  f.code.op(Op.LDI, flag, 0, 0, abnormal ? 1 : 0);
  f.noteCall(0);
  f.code.fixup('funclet', context.funclet, 0, 0, f.span(context.node));
  f.code.op(Op.CALLFL, flag);
  f.frame.release(flag);
}

/** Before a jump to where only `depth` __try blocks are open: ends the others, innermost first, running their __finally blocks. */
export function leaveTries(f: Fn, depth: number): void {
  for (let i = f.tries.length - 1; i >= depth; i--) {
    closeRange(f, f.tries[i]);
    if (f.tries[i].kind === 'finally') callFinally(f, f.tries[i], true);
  }
}

/** After such a jump: what follows is inside the __try blocks again. */
export function reopenTries(f: Fn): void {
  for (const context of f.tries) if (context.open < 0) context.open = f.code.here;
}

export function leaveStatement(f: Fn, s: NodeBase): void {
  const context = f.tries.at(-1);
  if (!context) {
    leaveFinally(f, s, f.outside?.onLeave);
    return;
  }
  context.left = true;
  f.code.jump(context.end);
}

/** A jump out of a __finally block: the unwinder ends whatever the block was run for, and goes on at `to`. */
export function leaveFinally(f: Fn, s: NodeBase, to: Place | undefined, result?: number): void {
  if (!to) return;
  const { code } = f;
  const first = f.temp();
  const target = f.temp();
  const value = f.temp();
  code.op(Op.GETFP, first);
  code.fixup('address', f.unit.jumpTable(to.fn, [to.label]), 0, target, f.span(s));
  code.op(Op.LEAIP, target);
  code.op(Op.LD64, target, target);
  if (result === undefined) code.op(Op.LDI, value);
  else code.op(Op.MOV, value, result);
  callRuntime(f, '_local_unwind', first, 3, s);
  f.frame.release(first);
}

function callRuntime(f: Fn, name: string, first: number, count: number, s: NodeBase): void {
  f.noteCall(count);
  const scratch = f.temp();
  f.code.fixup('call', name, 0, scratch, f.span(s));
  f.code.op(Op.CALL, first, 0, count);
}

/** `return` in a __finally block, with the result or its address in `register`. */
export function returnFromFinally(f: Fn, s: NodeBase, register: number | undefined): void {
  f.root.returnedFrom ??= f.root.code.label();
  leaveFinally(f, s, { fn: f.root, label: f.root.returnedFrom }, register);
}

/** Behind the function's body: where it goes on after such a return. */
function finishReturns(f: Fn): void {
  if (f.returnedFrom === undefined) return;
  f.code.place(f.returnedFrom);
  const register = f.temp();
  f.code.op(Op.GETRET, register);
  if (returnsValue(f)) leaveWith(f, register);
  else leave(f);
  f.frame.release(register);
}

export function tryExcept(f: Fn, s: Extract<Stmt, { kind: 'try-except' }>): void {
  const { code } = f;
  const always = constantOf(s.filter) === 1n;
  const filter = always ? 1 : f.funcletName('filter');
  if (typeof filter === 'string')
    f.root.funclets.push({ name: filter, body: { kind: 'filter', expr: s.filter }, handlers: [...f.handlers] });
  const context = open(f, s, 'except', '');
  statement(f, s.body);
  endBody(f, context);
  const end = code.label();
  if (code.reachable) code.jump(end);
  const handler = code.here;
  code.place(code.label());
  const register = f.temp();
  f.partAt(s.handler);
  code.op(Op.GETRET, register);
  giveUpInside(f, s.body);
  f.handlers.push({ kind: 'except', register });
  statement(f, s.handler);
  f.handlers.pop();
  code.place(end);
  for (const range of context.ranges) f.scopes.push({ ...range, filter, handler });
}

export function tryFinally(f: Fn, s: Extract<Stmt, { kind: 'try-finally' }>): void {
  const { code } = f;
  const name = f.funcletName('finally');
  const enclosing = f.tries.at(-1);
  if (enclosing && leaves(s.handler)) enclosing.left = true;
  const place = (label: Label | undefined): Place | undefined => (label === undefined ? undefined : { fn: f, label });
  const outside: Outside = {
    fn: f,
    onBreak: place(f.breakTarget?.label) ?? f.outside?.onBreak,
    onContinue: place(f.continueTarget?.label) ?? f.outside?.onContinue,
    onLeave: place(enclosing?.end) ?? f.outside?.onLeave,
  };
  f.root.funclets.push({ name, body: { kind: 'finally', block: s.handler, outside }, handlers: [...f.handlers] });
  const context = open(f, s, 'finally', name);
  statement(f, s.body);
  endBody(f, context);
  if (code.reachable) {
    f.partAt(s.handler);
    callFinally(f, context, false);
  }
  for (const range of context.ranges) f.scopes.push({ ...range, filter: 0, handler: name });
}

/** _exception_code(), _exception_info(), _abnormal_termination(). */
export function sehValue(f: Fn, e: Extract<Expr, { kind: 'seh' }>, dest: number | undefined): number {
  const found = f.handlers.findLast((h) =>
    e.op === 'abnormal' ? h.kind === 'finally' : e.op === 'info' ? h.kind === 'filter' : h.kind !== 'finally',
  );
  if (!found) {
    f.unit.diags.error('seh-place', 'this is only known inside an exception filter or handler', f.span(e));
    return dest ?? f.temp();
  }
  if (e.op === 'code' && found.kind === 'filter') {
    // pointers->ExceptionRecord->ExceptionCode
    const d = dest ?? f.temp();
    const mark = f.frame.top;
    const record = f.scratch(d) ?? f.temp();
    f.code.op(Op.LD64, record, found.register);
    f.code.op(Op.LD32, d, record);
    f.frame.release(mark);
    return d;
  }
  return f.move(found.register, dest);
}

/** Generates the funclets that the body of `f` asked for, and those that they ask for. */
export function drainFunclets(f: Fn): Fn[] {
  const done: Fn[] = [];
  for (let next = f.funclets.shift(); next; next = f.funclets.shift()) {
    const g = new Fn(f.unit, next.name, f.def, f);
    // The parent may be in the middle of anything: its temporaries stay untouched.
    g.frame.top = g.frame.maxTop;
    g.tempBase = g.frame.maxTop;
    g.frame.bytes = g.frame.maxBytes;
    g.handlers.push(...next.handlers);
    g.partAt(next.body.kind === 'filter' ? next.body.expr : next.body.block);
    g.code.op(Op.FENTER);
    const register = g.temp();
    if (next.body.kind === 'filter') {
      g.statementAt(next.body.expr);
      g.code.op(Op.GETARG, register, 0, 0, 0);
      g.handlers.push({ kind: 'filter', register });
      const result = value(g, next.body.expr);
      g.code.op(Op.FRET, 0, result);
    } else {
      const { block } = next.body;
      g.outside = next.body.outside;
      g.labels = labelsOf(g, block);
      g.partAt(block);
      g.code.op(Op.GETARG, register, 0, 0, 0);
      g.handlers.push({ kind: 'finally', register });
      statement(g, block);
      g.markEnd(block);
      if (g.code.reachable) g.code.op(Op.FRET, 0, register);
    }
    closeScope(g, 0);
    done.push(g);
  }
  finishReturns(f);
  return done;
}

/** FENTER.imm, known when the funclet is complete. */
export function patchFunclet(g: Fn, outgoing: number): void {
  g.code.words[1] = outgoing;
}
