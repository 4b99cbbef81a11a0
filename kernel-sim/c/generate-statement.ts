/**
 * Statements. Each begins a row of the line table that can be stopped at; nothing moves across statements and no statement of the program is
 * dropped. Loops test at the bottom.
 */
import { Op } from '../vm/opcodes.ts';
import type { CaseStmt, Declaration, Expr, NodeBase, Stmt } from './ast.ts';
import type { Label } from './emit.ts';
import { isTrue } from './fold-float.ts';
import { addressOf, copyBytes, recordBits } from './generate-address.ts';
import { recordCall } from './generate-call.ts';
import { condition } from './generate-condition.ts';
import { effect, soft, value } from './generate-expr.ts';
import { type Fn, inRegister, leave, leaveWith } from './generate-function.ts';
import { initialiseVariable } from './generate-init.ts';
import {
  leaveFinally,
  leaveStatement,
  leaveTries,
  reopenTries,
  returnFromFinally,
  tryExcept,
  tryFinally,
} from './generate-seh.ts';
import { switchStatement } from './generate-switch.ts';
import { closeDynamic, declareVariable, leaveDynamic, openDynamic } from './generate-vla.ts';
import { sizeOf } from './types.ts';
import { visitBlocks, walkStatements } from './walk.ts';

/** The labels of a body, each with the __try statements and the blocks with arrays of variable length around it. */
export function labelsOf(f: Fn, body: Stmt): Fn['labels'] {
  const found: Fn['labels'] = new Map();
  const visit = (s: Stmt, tries: readonly NodeBase[], around: readonly NodeBase[]): void => {
    const dynamic = f.root.stackMarks.has(s) ? [...around, s] : around;
    if (s.kind === 'label') found.set(s.name, { label: f.code.label(), tries, dynamic });
    if (s.kind === 'try-except' || s.kind === 'try-finally') {
      visit(s.body, [...tries, s], dynamic);
      // A __finally block is code of its own: its labels are not ours.
      if (s.kind === 'try-except') visit(s.handler, tries, dynamic);
      return;
    }
    for (const inner of directParts(s)) visit(inner, tries, dynamic);
    visitBlocks(s, (block) => visit(block, tries, dynamic));
  };
  visit(body, [], []);
  return found;
}

function directParts(s: Stmt): Stmt[] {
  switch (s.kind) {
    case 'block':
      return s.body;
    case 'if':
      return s.else ? [s.then, s.else] : [s.then];
    case 'while':
    case 'do':
    case 'for':
    case 'switch':
    case 'case':
    case 'label':
      return [s.body];
  }
  return [];
}

export function statement(f: Fn, s: Stmt): void {
  const mark = f.frame.top;
  const bytes = f.frame.bytes;
  one(f, s);
  f.frame.release(mark);
  f.frame.releaseMemory(bytes);
}

function one(f: Fn, s: Stmt): void {
  const { code } = f;
  switch (s.kind) {
    case 'block': {
      const shown = f.variables.length;
      const dynamic = openDynamic(f, s);
      for (const inner of s.body) statement(f, inner);
      if (dynamic) closeDynamic(f);
      closeScope(f, shown);
      return;
    }
    case 'expr-stmt':
      f.statementAt(s);
      effect(f, s.expr);
      return;
    case 'decl-stmt':
      if (s.decl.kind === 'declaration') declaration(f, s.decl);
      return;
    case 'if':
      ifStatement(f, s);
      return;
    case 'while':
      whileStatement(f, s);
      return;
    case 'do':
      doStatement(f, s);
      return;
    case 'for':
      forStatement(f, s);
      return;
    case 'switch':
      switchStatement(f, s);
      return;
    case 'case':
      caseStatement(f, s);
      return;
    case 'label':
      code.place(f.labels.get(s.name)!.label);
      statement(f, s.body);
      return;
    case 'goto':
      f.statementAt(s);
      gotoStatement(f, s);
      return;
    case 'goto-computed': {
      f.statementAt(s);
      if (f.tries.length > 0)
        f.unit.diags.error('goto-out-of-try', "'goto *' cannot stand in a __try block", f.span(s));
      const mark = f.frame.top;
      code.op(Op.JMPR, 0, soft(f, s.target, undefined));
      f.frame.release(mark);
      return;
    }
    case 'break':
    case 'continue': {
      f.statementAt(s);
      const target = s.kind === 'break' ? f.breakTarget : f.continueTarget;
      if (!target) {
        leaveFinally(f, s, s.kind === 'break' ? f.outside?.onBreak : f.outside?.onContinue);
        return;
      }
      leaveTries(f, target.tries);
      leaveDynamic(f, target.dynamic);
      code.jump(target.label);
      reopenTries(f);
      return;
    }
    case 'return':
      f.statementAt(s);
      returnStatement(f, s);
      return;
    case 'try-except':
      tryExcept(f, s);
      return;
    case 'try-finally':
      tryFinally(f, s);
      return;
    case 'leave':
      f.statementAt(s);
      leaveStatement(f, s);
      return;
  }
}

/** Variables declared since `first` end here. */
export function closeScope(f: Fn, first: number): void {
  for (const info of f.variables.slice(first)) if (info.to < 0) info.to = f.code.here;
}

function declaration(f: Fn, d: Declaration): void {
  for (const one of d.declarators) {
    const sym = one.sym;
    if (one.lengths || one.vlaBytes) {
      f.statementAt(one.declarator.nameToken >= 0 && d.declarators.length > 1 ? one.declarator : d);
      for (const length of one.lengths ?? []) effect(f, length);
      if (one.vlaBytes) declareVariable(f, one);
    }
    if (sym?.kind !== 'var' || sym.storage !== 'auto') continue;
    const from = f.code.here;
    if (one.flat) {
      f.statementAt(one.declarator.nameToken >= 0 && d.declarators.length > 1 ? one.declarator : d);
      const bytes = f.frame.bytes;
      initialiseVariable(f, sym, one.flat, f.span(one));
      f.frame.releaseMemory(bytes);
    }
    f.variable(sym, from);
  }
}

function ifStatement(f: Fn, s: Extract<Stmt, { kind: 'if' }>): void {
  const { code } = f;
  const yes = code.label();
  const no = code.label();
  f.statementAt(s);
  const known = s.condition.constant;
  if (known !== undefined) {
    // Nothing of a part that cannot run: programs rely on it, with calls of functions that do not exist.
    const taken = isTrue(known, s.condition.type);
    const dead = taken ? s.else : s.then;
    if (!dead || !holdsLabel(dead)) {
      if (!taken) f.code.op(Op.NOP);
      const live = taken ? s.then : s.else;
      if (live) statement(f, live);
      return;
    }
  }
  condition(f, s.condition, yes, no, yes);
  code.place(yes);
  statement(f, s.then);
  if (!s.else) {
    code.place(no);
    return;
  }
  const end = code.label();
  if (code.reachable) code.jump(end);
  code.place(no);
  statement(f, s.else);
  code.place(end);
}

function holdsLabel(s: Stmt): boolean {
  let found = false;
  walkStatements(s, (inner) => {
    if (inner.kind === 'label' || inner.kind === 'case') found = true;
    visitBlocks(inner, () => {
      found = true;
    });
  });
  return found;
}

/** Runs `body` with the given targets of break and continue. */
function loopBody(f: Fn, body: Stmt, onBreak: Label, onContinue: Label): void {
  const { breakTarget, continueTarget } = f;
  const around = { tries: f.tries.length, dynamic: f.dynamic.length };
  f.breakTarget = { label: onBreak, ...around };
  f.continueTarget = { label: onContinue, ...around };
  statement(f, body);
  f.breakTarget = breakTarget;
  f.continueTarget = continueTarget;
}

/** Tests `test` at the bottom of a loop and goes back to `top`. */
function loopTest(f: Fn, test: Expr | undefined, top: Label, end: Label): void {
  if (!test) {
    f.code.jump(top);
    return;
  }
  f.statementAt(test);
  const mark = f.frame.top;
  const bytes = f.frame.bytes;
  condition(f, test, top, end, end);
  f.frame.release(mark);
  f.frame.releaseMemory(bytes);
}

function whileStatement(f: Fn, s: Extract<Stmt, { kind: 'while' }>): void {
  const { code } = f;
  const top = code.label();
  const test = code.label();
  const end = code.label();
  f.partAt(s);
  if (s.condition.constant === undefined) code.jump(test);
  else {
    f.statementAt(s);
    if (s.condition.constant === 0n) code.jump(end);
  }
  code.place(top);
  loopBody(f, s.body, end, test);
  code.place(test);
  if (s.condition.constant !== undefined) {
    f.statementAt(s);
    code.jump(top);
  } else loopTest(f, s.condition, top, end);
  code.place(end);
}

function doStatement(f: Fn, s: Extract<Stmt, { kind: 'do' }>): void {
  const { code } = f;
  const top = code.label();
  const test = code.label();
  const end = code.label();
  code.place(top);
  loopBody(f, s.body, end, test);
  code.place(test);
  loopTest(f, s.condition, top, end);
  code.place(end);
}

function forStatement(f: Fn, s: Extract<Stmt, { kind: 'for' }>): void {
  const { code } = f;
  const shown = f.variables.length;
  const top = code.label();
  const next = code.label();
  const test = code.label();
  const end = code.label();
  const dynamic = openDynamic(f, s);
  if (s.init) {
    if (s.init.kind === 'declaration') declaration(f, s.init);
    else {
      f.statementAt(s.init);
      effect(f, s.init);
    }
  }
  if (s.condition) {
    f.partAt(s.condition);
    code.jump(test);
  }
  code.place(top);
  loopBody(f, s.body, end, next);
  code.place(next);
  if (s.step) {
    f.statementAt(s.step);
    effect(f, s.step);
  }
  code.place(test);
  if (!s.condition && !s.step) f.statementAt(s);
  loopTest(f, s.condition, top, end);
  code.place(end);
  if (dynamic) closeDynamic(f);
  closeScope(f, shown);
}

function caseStatement(f: Fn, s: CaseStmt): void {
  const label = f.caseLabels.get(s);
  if (label !== undefined) f.code.place(label);
  statement(f, s.body);
}

function gotoStatement(f: Fn, s: Extract<Stmt, { kind: 'goto' }>): void {
  const target = f.labels.get(s.name);
  if (!target) {
    for (let fn = f.outside?.fn; fn; fn = fn.outside?.fn) {
      const label = fn.labels.get(s.name)?.label;
      if (label === undefined) continue;
      leaveFinally(f, s, { fn, label });
      return;
    }
    return;
  }
  let shared = 0;
  while (shared < target.tries.length && f.tries[shared]?.node === target.tries[shared]) shared++;
  if (shared < target.tries.length)
    f.unit.diags.error('goto-into-try', `'${s.name}' is inside a __try block that this goto is not in`, f.span(s));
  leaveTries(f, shared);
  let same = 0;
  while (same < target.dynamic.length && f.dynamic[same]?.node === target.dynamic[same]) same++;
  leaveDynamic(f, same);
  f.code.jump(target.label);
  reopenTries(f);
}

function returnStatement(f: Fn, s: Extract<Stmt, { kind: 'return' }>): void {
  const isMain = (f.name === 'main' || f.name === 'wmain') && f.type.returns.kind === 'void';
  if (!s.value || s.value.type?.kind === 'void') {
    if (s.value) effect(f, s.value);
    if (f.isFunclet) {
      returnFromFinally(f, s, undefined);
      return;
    }
    leaveTries(f, 0);
    if (isMain) leaveWith(f, f.constant(0n, false));
    else leave(f);
  } else if (s.value.type!.kind === 'record') {
    const register = f.root.resultPointer ?? f.temp();
    if (inRegister(s.value.type!)) recordBits(f, s.value, register);
    else {
      const from = s.value.kind === 'call' ? recordCall(f, s.value, undefined) : addressOf(f, s.value);
      copyBytes(f, { kind: 'register', register, offset: 0 }, from, sizeOf(s.value.type!), f.span(s));
    }
    if (f.isFunclet) {
      returnFromFinally(f, s, register);
      return;
    }
    leaveTries(f, 0);
    leaveWith(f, register);
  } else {
    // A __finally block may change the variable that is returned: its value now counts.
    const hasFinally = f.tries.some((t) => t.kind === 'finally');
    const register = value(f, s.value, hasFinally ? f.temp() : undefined);
    if (f.isFunclet) {
      returnFromFinally(f, s, register);
      return;
    }
    leaveTries(f, 0);
    leaveWith(f, register);
  }
  reopenTries(f);
}
