/**
 * Statements of a function body: conditions, switch cases, jumps and labels, structured exception handling.
 * Jumps: into a part of a __try statement never; out of a __finally with a warning, as Microsoft's.
 */
import type { Block, CaseStmt, Expr, Stmt } from './ast.ts';
import type { Closed, Context, FunctionState, Region, SwitchState } from './check-context.ts';
import { checkDeclaration, checkStaticAssert } from './check-decl.ts';
import { condition, discarded, rvalue } from './check-expr.ts';
import { checkReturnedAddress } from './check-locals.ts';
import { assignConvert, convertInt, fail, isError, promote, typeOf } from './convert.ts';
import { wrap } from './fold.ts';
import { printType } from './type-print.ts';
import { isInteger } from './types.ts';

export function checkStmt(c: Context, fn: FunctionState, s: Stmt): void {
  c.nested(s, () => visit(c, fn, s));
}

/** The statements of a block in the scope that is open. */
export function checkBody(c: Context, fn: FunctionState, block: Block): void {
  for (let i = 0; i < block.body.length; i++) {
    const s = block.body[i];
    const cleanups = cleanupsOf(s);
    if (cleanups.length > 0) {
      const rest = block.body.splice(i + 1);
      const { first } = s;
      const { last } = block;
      let body: Block = { kind: 'block', first: rest[0]?.first ?? last, last, body: rest };
      for (const call of cleanups.reverse()) {
        const handler: Block = {
          kind: 'block',
          first,
          last: first,
          body: [{ kind: 'expr-stmt', first, last: first, expr: call }],
        };
        body = {
          kind: 'block',
          first: body.first,
          last,
          body: [{ kind: 'try-finally', first: body.first, last, body, handler }],
        };
      }
      block.body.push(...body.body);
    }
    checkStmt(c, fn, s);
  }
}

/** Calls that `__attribute__((cleanup(f)))` wants when the block ends: f(&variable). */
function cleanupsOf(s: Stmt): Expr[] {
  if (s.kind !== 'decl-stmt' || s.decl.kind !== 'declaration' || s.decl.specs.declspec.length === 0) return [];
  const { first } = s;
  const at = { first, last: first };
  const { specs, declarators } = s.decl;
  const wanted = specs.declspec.flatMap(({ name, arg }) => (name === 'cleanup' && arg?.kind === 'name' ? [arg] : []));
  return declarators.flatMap((one) =>
    // What stands before all declarators is meant for each, what stands behind one for that one.
    wanted
      .filter((arg) => arg.first < declarators[0].first || (arg.first >= one.first && arg.first <= one.last))
      .map((arg): Expr => {
        const operand: Expr = { kind: 'name', name: one.declarator.name ?? '', ...at };
        const args: Expr[] = [{ kind: 'unary', op: '&', operand, ...at }];
        return { kind: 'call', callee: { kind: 'name', name: arg.name, ...at }, args, ...at };
      }),
  );
}

/** A statement that is part of another is a scope of its own, also without braces: an expression in it may declare names. */
function checkSubstatement(c: Context, fn: FunctionState, s: Stmt): void {
  if (s.kind === 'block') checkStmt(c, fn, s);
  else c.inScope('block', () => checkStmt(c, fn, s));
}

function visit(c: Context, fn: FunctionState, s: Stmt): void {
  switch (s.kind) {
    case 'block':
      c.inScope('block', () => checkBody(c, fn, s));
      return;
    case 'expr-stmt':
      s.expr = discarded(c, s.expr);
      warnUnused(c, s.expr);
      return;
    case 'decl-stmt':
      if (s.decl.kind === 'static-assert') checkStaticAssert(c, s.decl);
      else checkDeclaration(c, s.decl);
      return;
    case 'if':
      c.inScope('block', () => {
        s.condition = tested(c, s.condition);
        checkSubstatement(c, fn, s.then);
        if (s.then.kind === 'empty' && !s.else) {
          c.warn('empty-body', "';' ends this 'if' at once; nothing depends on its condition", s.then);
        }
        if (s.else) checkSubstatement(c, fn, s.else);
      });
      return;
    case 'while':
      c.inScope('block', () => {
        s.condition = tested(c, s.condition);
        loop(fn, () => checkSubstatement(c, fn, s.body));
      });
      return;
    case 'do':
      c.inScope('block', () => {
        loop(fn, () => checkSubstatement(c, fn, s.body));
        s.condition = tested(c, s.condition);
      });
      return;
    case 'for':
      c.inScope('block', () => {
        if (s.init) {
          if (s.init.kind === 'declaration') checkDeclaration(c, s.init, true);
          else s.init = discarded(c, s.init);
        }
        if (s.condition) s.condition = tested(c, s.condition);
        if (s.step) s.step = discarded(c, s.step);
        loop(fn, () => checkSubstatement(c, fn, s.body));
      });
      return;
    case 'switch':
      c.inScope('block', () => checkSwitch(c, fn, s));
      return;
    case 'case':
      checkCase(c, fn, s);
      return;
    case 'label': {
      const before = fn.labels.get(s.name);
      if (before) c.error('redefinition', `label '${s.name}' is defined twice`, s.token, before.token);
      else fn.labels.set(s.name, { token: s.token, region: fn.region, closed: fn.closed, used: false });
      checkStmt(c, fn, s.body);
      return;
    }
    case 'goto':
      fn.gotos.push({ stmt: s, region: fn.region, closed: fn.closed });
      return;
    case 'goto-computed': {
      s.target = rvalue(c, s.target);
      const type = typeOf(s.target);
      if (type.kind === 'error') return;
      if (type.kind !== 'pointer') {
        c.error('bad-goto', `'goto *' needs the address of a label, and this is '${printType(type)}'`, s.target);
        s.target = fail(s.target);
      }
      return;
    }
    case 'break':
      if (fn.breakables > 0) return;
      if (fn.outer.breakables > 0) leavesFinally(c, fn, s, 'break');
      else c.error('break-misplaced', "'break' stands in no loop or switch", s);
      return;
    case 'continue':
      if (fn.loops > 0) return;
      if (fn.outer.loops > 0) leavesFinally(c, fn, s, 'continue');
      else c.error('continue-misplaced', "'continue' stands in no loop", s);
      return;
    case 'return':
      checkReturn(c, fn, s);
      return;
    case 'try-except': {
      fn.def.usesSeh = true;
      inRegion(fn, 'try', () => checkStmt(c, fn, s.body));
      fn.filters++;
      s.filter = rvalue(c, s.filter);
      fn.filters--;
      const type = typeOf(s.filter);
      if (isInteger(type)) s.filter = convertInt(s.filter, { kind: 'int', int: 'int' });
      else if (type.kind !== 'error') {
        c.error('bad-filter', `the filter of __except must be an integer, and this is '${printType(type)}'`, s.filter);
        s.filter = fail(s.filter);
      }
      inRegion(fn, 'except', () => checkStmt(c, fn, s.handler));
      return;
    }
    case 'try-finally': {
      fn.def.usesSeh = true;
      inRegion(fn, 'try', () => checkStmt(c, fn, s.body));
      const { loops, breakables, outer } = fn;
      fn.outer = { loops: outer.loops + loops, breakables: outer.breakables + breakables };
      fn.loops = 0;
      fn.breakables = 0;
      inRegion(fn, 'finally', () => checkStmt(c, fn, s.handler));
      fn.loops = loops;
      fn.breakables = breakables;
      fn.outer = outer;
      return;
    }
    case 'leave': {
      let r = fn.region;
      let out = false;
      for (; r && r.kind !== 'try'; r = r.parent) out ||= r.kind === 'finally';
      if (!r) c.error('leave-misplaced', "'__leave' stands in no __try block", s);
      else if (out) leavesFinally(c, fn, s, '__leave');
      return;
    }
    case 'empty':
    case 'error-stmt':
      return;
  }
}

function loop(fn: FunctionState, body: () => void): void {
  fn.loops++;
  fn.breakables++;
  body();
  fn.loops--;
  fn.breakables--;
}

function inRegion(fn: FunctionState, kind: Region['kind'], body: () => void): void {
  const parent = fn.region;
  fn.region = { kind, parent };
  body();
  fn.region = parent;
}

function leavesFinally(c: Context, fn: FunctionState, s: Stmt, word: string): void {
  fn.def.leavesFinally = true;
  c.warn('jump-out-of-finally', `'${word}' leaves the __finally block: an exception that is under way is lost`, s);
}

/** A condition, with the look at `if (a = 5)`; `while (a = next())` is common and said only at MSVC's level 4. */
function tested(c: Context, e: Expr): Expr {
  const plain = e.kind === 'assign' && e.op === '=' && !inParentheses(c, e);
  const checked = condition(c, e);
  if (plain && !isError(checked) && e.right.constant !== undefined) {
    c.warn('assignment-in-condition', "'=' assigns; '==' compares", e);
  }
  return checked;
}

function inParentheses(c: Context, e: Expr): boolean {
  const text = (i: number): string => c.unit.tokens[i]?.text ?? '';
  if (text(e.first) === '(' && text(e.last) === ')') return true;
  return text(e.first - 1) === '(' && text(e.first - 2) === '(' && text(e.last + 1) === ')' && text(e.last + 2) === ')';
}

/** Statements that compute something and do nothing with it: `a == b;`. */
function warnUnused(c: Context, e: Expr): void {
  if (e.kind === 'binary' && (e.op === '==' || e.op === '!=') && c.unit.tokens[e.first]?.expansion === undefined) {
    c.warn('unused-value', `the result of '${e.op}' is not used${e.op === '==' ? "; '=' assigns" : ''}`, e);
  }
}

// ---------------------------------------------------------------- switch, return, goto

function checkSwitch(c: Context, fn: FunctionState, s: Extract<Stmt, { kind: 'switch' }>): void {
  s.value = rvalue(c, s.value);
  s.cases = [];
  const type = typeOf(s.value);
  if (isInteger(type)) s.value = promote(s.value);
  else if (type.kind !== 'error') {
    c.error('bad-switch', `'switch' needs an integer, and this is '${printType(type)}'`, s.value);
    s.value = fail(s.value);
  }
  s.type = typeOf(s.value);
  fn.switches.push({
    type: s.type,
    cases: s.cases,
    seen: [],
    single: new Map(),
    default: undefined,
    region: fn.region,
    closed: fn.closed,
  });
  fn.breakables++;
  checkStmt(c, fn, s.body);
  fn.breakables--;
  fn.switches.pop();
}

function checkCase(c: Context, fn: FunctionState, s: CaseStmt): void {
  const inside = fn.switches.at(-1);
  const word = s.value ? 'case' : 'default';
  if (s.value) s.value = rvalue(c, s.value);
  if (!inside) c.error('case-misplaced', `'${word}' stands in no switch`, s);
  else {
    if (inside.region !== fn.region) {
      c.error('jump-into-try', `'${word}' stands inside a part of a __try statement that its switch is outside of`, s);
    }
    const entered = entersClosed(inside.closed, fn.closed);
    if (entered) c.error('jump-into-scope', `'${word}' jumps from its switch into ${entered.what}`, s);
    inside.cases.push(s);
    if (!s.value) {
      if (inside.default) c.error('duplicate-case', "this switch has two 'default'", s, inside.default.first);
      inside.default ??= s;
    } else if (!isError(s.value) && inside.type.kind !== 'error') {
      const { value } = s;
      if (value.constant === undefined || !isInteger(typeOf(value))) {
        c.error('not-constant', "the value of 'case' must be a constant integer", value);
        s.value = fail(value);
      } else {
        s.value = convertInt(value, inside.type);
        noteCase(c, inside, s, wrap(value.constant, inside.type));
      }
    }
  }
  checkStmt(c, fn, s.body);
}

/** Remembers a case or a range of cases; what an earlier one has already is an error. */
function noteCase(c: Context, inside: SwitchState, s: CaseStmt, low: bigint): void {
  let high = low;
  if (s.high) {
    s.high = rvalue(c, s.high);
    const { constant } = s.high;
    if (isError(s.high)) return;
    if (constant === undefined || !isInteger(typeOf(s.high))) {
      c.error('not-constant', "the value of 'case' must be a constant integer", s.high);
      return;
    }
    s.high = convertInt(s.high, inside.type);
    high = wrap(constant, inside.type);
    if (high < low) {
      c.warn('empty-range', `the range ${low} ... ${high} is empty`, s);
      return;
    }
  }
  const before =
    (low === high ? inside.single.get(low) : undefined) ??
    (low === high
      ? inside.seen
      : [...inside.seen, ...[...inside.single].map(([k, stmt]) => ({ low: k, high: k, stmt }))]
    ).find((one) => one.low <= high && low <= one.high)?.stmt;
  if (before) c.error('duplicate-case', `case ${low} occurs twice in this switch`, s.value ?? s, before.first);
  else if (low === high) inside.single.set(low, s);
  else inside.seen.push({ low, high, stmt: s });
}

function checkReturn(c: Context, fn: FunctionState, s: Extract<Stmt, { kind: 'return' }>): void {
  fn.returned = true;
  for (let r = fn.region; r; r = r.parent) {
    if (r.kind === 'finally') {
      leavesFinally(c, fn, s, 'return');
      break;
    }
  }
  if (!s.value) {
    if (fn.returns.kind !== 'void' && fn.returns.kind !== 'error') {
      c.warn('return-without-value', `'${fn.sym.name}' must return a value of type '${printType(fn.returns)}'`, s);
    }
    return;
  }
  s.value = rvalue(c, s.value);
  if (isError(s.value)) return;
  if (fn.returns.kind === 'void') {
    if (typeOf(s.value).kind === 'void') {
      c.warn('void-return', `'${fn.sym.name}' returns nothing (void); 'return' stands alone in it`, s.value);
      return;
    }
    c.warn('return-with-value', `'${fn.sym.name}' returns nothing (void); the value is dropped`, s.value);
    return;
  }
  s.value = assignConvert(c, s.value, fn.returns, () => `return value of '${fn.sym.name}'`);
  checkReturnedAddress(c, s.value, fn.sym.name);
}

/** What a jump between these places enters and must not. */
function entersClosed(from: Closed | undefined, to: Closed | undefined): Closed | undefined {
  for (let at = from; ; at = at.parent) {
    if (at === to) return undefined;
    if (!at) return to;
  }
}

/** Syntax errors of the function are told first: the label may be in what could not be read. */
function undefinedLabel(c: Context, fn: FunctionState, name: string, token: number): void {
  if (!c.isBrokenIn(fn.def)) c.error('undefined-label', `label '${name}' is not defined in '${fn.sym.name}'`, token);
}

/** After the body: every goto has its label. */
export function resolveGotos(c: Context, fn: FunctionState): void {
  for (const e of fn.labelUses) {
    const label = fn.labels.get(e.name);
    if (label) label.used = true;
    else undefinedLabel(c, fn, e.name, e.token);
  }
  for (const { stmt, region, closed } of fn.gotos) {
    const label = fn.labels.get(stmt.name);
    if (!label) {
      undefinedLabel(c, fn, stmt.name, stmt.token);
      continue;
    }
    label.used = true;
    const entered = entersClosed(closed, label.closed);
    if (entered) c.error('jump-into-scope', `'goto ${stmt.name}' jumps into ${entered.what}`, stmt);
    let at = region;
    let out = false;
    while (at && at !== label.region) {
      if (at.kind === 'finally') out = true;
      at = at.parent;
    }
    if (at !== label.region) {
      c.error('jump-into-try', `'goto ${stmt.name}' jumps into a part of a __try statement`, stmt);
    } else if (out) leavesFinally(c, fn, stmt, `goto ${stmt.name}`);
  }
}
