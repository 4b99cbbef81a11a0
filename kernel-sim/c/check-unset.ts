/**
 * Reads of local variables that nothing can have given a value before (the certain cases of MSVC's C4700). Said is only what holds on
 * every path to the read; a path that has already come by the same read does not count, so that `sum += x` in a loop is found. What
 * an address was taken of is left out. Only reports; pure over checked trees.
 */
import type { Declaration, Expr, FunctionDef, Stmt, Sym } from './ast.ts';
import type { Context } from './check-context.ts';
import { neverReturns } from './check-flow.ts';
import { isScalar } from './types.ts';
import { initExpressions, visitParts, visitRoots, walkExpressions, walkStatements } from './walk.ts';

/** Variables without a value on every path that comes here; undefined where none does. */
type Unset = ReadonlySet<Sym> | undefined;

interface Loop {
  /** Given a value somewhere in the loop: the next round may find it set. */
  readonly assigned: ReadonlySet<Sym>;
  /** So many choices lie between the loop's beginning and here; a round that skips the read may set the variable. */
  choices: number;
}

export function checkUnset(c: Context, def: FunctionDef): void {
  const initialised = initialisedIn(def.body);
  const candidates = (def.locals ?? []).filter(
    (s) => s.storage === 'auto' && isScalar(s.type) && !s.addressTaken && !s.hidden && !initialised.has(s),
  );
  if (candidates.length > 0) new Walk(c, new Set(candidates), def.body).run();
}

class Walk {
  private unset: Unset;
  private readonly loops: Loop[] = [];
  private readonly exits: Unset[] = [];
  private readonly switches: Unset[] = [];
  private readonly told = new Set<Sym>();
  private everywhere: ReadonlySet<Sym> | undefined;
  private readonly part = (e: Expr): void => this.expression(e);

  constructor(
    private readonly c: Context,
    candidates: ReadonlySet<Sym>,
    private readonly body: Stmt,
  ) {
    this.unset = candidates;
  }

  run(): void {
    this.statement(this.body);
  }

  /** Given a value anywhere in the function. Few functions ask. */
  private get assigned(): ReadonlySet<Sym> {
    this.everywhere ??= assignedIn(this.body);
    return this.everywhere;
  }

  private statement(s: Stmt): void {
    switch (s.kind) {
      case 'block':
        for (const inner of s.body) this.statement(inner);
        break;
      case 'expr-stmt':
        this.expression(s.expr);
        break;
      case 'decl-stmt':
        if (s.decl.kind === 'declaration') this.declaration(s.decl);
        break;
      case 'if': {
        this.expression(s.condition);
        const before = this.unset;
        this.choice(() => this.statement(s.then));
        const then = this.unset;
        this.unset = before;
        if (s.else) this.choice(() => s.else && this.statement(s.else));
        this.unset = both(then, this.unset);
        break;
      }
      case 'while':
      case 'do':
      case 'for':
        this.loop(s);
        break;
      case 'switch':
        this.expression(s.value);
        this.switches.push(this.unset);
        this.exits.push((s.cases ?? []).some((one) => !one.value) ? undefined : this.unset);
        this.unset = undefined;
        this.choice(() => this.statement(s.body));
        this.switches.pop();
        this.unset = both(this.unset, this.exits.pop());
        break;
      case 'case':
        this.unset = both(this.unset, this.switches.at(-1));
        this.statement(s.body);
        break;
      case 'label':
        // A jump may come from anywhere.
        this.unset = without(this.unset, this.assigned) ?? new Set();
        this.choice(() => this.statement(s.body));
        break;
      case 'break': {
        // A later round may come by here with what an earlier one has set.
        const loop = this.loops.at(-1);
        const now = loop && loop.choices > 0 ? without(this.unset, loop.assigned) : this.unset;
        if (this.exits.length > 0) this.exits.push(both(this.exits.pop(), now));
        this.jump();
        break;
      }
      case 'continue':
      case 'goto':
      case 'leave':
        this.jump();
        break;
      case 'return':
        if (s.value) this.expression(s.value);
        this.unset = undefined;
        break;
      case 'goto-computed':
        this.expression(s.target);
        this.jump();
        break;
      case 'error-stmt':
        this.unset = undefined;
        break;
      case 'try-except':
      case 'try-finally': {
        // An exception may come after any part of the body.
        const anywhere = without(this.unset, assignedIn(s.body));
        this.statement(s.body);
        this.unset = anywhere;
        if (s.kind === 'try-except') this.expression(s.filter);
        this.choice(() => this.statement(s.handler));
        this.unset = without(anywhere, assignedIn(s.handler));
        break;
      }
    }
  }

  private loop(s: Stmt & { kind: 'while' | 'do' | 'for' }): void {
    if (s.kind === 'for' && s.init) {
      if (s.init.kind === 'declaration') this.declaration(s.init);
      else this.expression(s.init);
    }
    for (const outer of this.loops) outer.choices++;
    const body = assignedIn(s.body);
    const assigned = new Set(body);
    addAssigned(s, assigned);
    this.loops.push({ assigned, choices: 0 });
    if (s.kind !== 'do' && s.condition) this.expression(s.condition);
    const endless = !s.condition || (s.condition.constant !== undefined && s.condition.constant !== 0n);
    // `continue` ends a round too; what it leaves is at least what was there before, less all that the body sets.
    const skipped = without(this.unset, body);
    this.exits.push(endless || s.kind === 'do' ? undefined : this.unset);
    this.statement(s.body);
    this.unset = both(this.unset, skipped);
    if (s.kind === 'for' && s.step) this.expression(s.step);
    if (s.kind === 'do') this.expression(s.condition);
    const exits = this.exits.pop();
    this.unset = endless ? exits : both(this.unset, exits);
    this.loops.pop();
    for (const outer of this.loops) outer.choices--;
  }

  /** What follows in a loop is not reached by every round. */
  private jump(): void {
    for (const loop of this.loops) loop.choices++;
    this.unset = undefined;
  }

  private declaration(decl: Declaration): void {
    for (const item of decl.declarators) {
      const [only, ...rest] = initExpressions(item);
      // `int x = x;` is how people say that they know.
      if (only && !(rest.length === 0 && item.sym && loaded(only) === item.sym)) this.expression(only);
      for (const e of rest) this.expression(e);
      if (item.init && item.sym) this.set(item.sym);
    }
  }

  private expression(e: Expr): void {
    const sym = loaded(e);
    if (sym) {
      this.read(sym, e);
      return;
    }
    switch (e.kind) {
      case 'assign':
        this.expression(e.right);
        if (e.left.kind !== 'name' || !e.left.sym) this.expression(e.left);
        else {
          if (e.op !== '=') this.read(e.left.sym, e.left);
          this.set(e.left.sym);
        }
        break;
      case 'incdec':
        if (e.operand.kind !== 'name' || !e.operand.sym) this.expression(e.operand);
        else {
          this.read(e.operand.sym, e.operand);
          this.set(e.operand.sym);
        }
        break;
      case 'logical':
        this.expression(e.left);
        this.maybe(e.right);
        break;
      case 'short-conditional':
        this.expression(e.condition);
        this.maybe(e.else);
        break;
      case 'conditional': {
        this.expression(e.condition);
        const before = this.unset;
        this.choice(() => this.expression(e.then));
        const then = this.unset;
        this.unset = before;
        this.choice(() => this.expression(e.else));
        this.unset = both(then, this.unset);
        break;
      }
      case 'stmt-expr':
        this.statement(e.body);
        break;
      case 'va':
        for (const arg of e.args) if (arg.kind === 'name' && arg.sym) this.set(arg.sym);
        break;
      default:
        visitParts(e, this.part);
        if (e.kind === 'call' && neverReturns(e)) this.unset = undefined;
    }
  }

  private maybe(e: Expr): void {
    const before = this.unset;
    this.choice(() => this.expression(e));
    this.unset = both(before, this.unset);
  }

  private choice(work: () => void): void {
    for (const loop of this.loops) loop.choices++;
    work();
    for (const loop of this.loops) loop.choices--;
  }

  private set(sym: Sym): void {
    if (!this.unset?.has(sym)) return;
    const left = new Set(this.unset);
    left.delete(sym);
    this.unset = left;
  }

  private read(sym: Sym, at: Expr): void {
    if (!this.unset?.has(sym) || this.told.has(sym)) return;
    if (this.loops.some((loop) => loop.choices > 0 && loop.assigned.has(sym))) return;
    this.told.add(sym);
    const how = this.assigned.has(sym) ? 'is used before it gets a value' : 'is used and never got a value';
    this.c.warn('uninitialized', `'${sym.name}' ${how}`, at, sym);
  }
}

/** The variable whose value `e` is. */
function loaded(e: Expr): Sym | undefined {
  return e.kind === 'cast' && e.castKind === 'load' && e.operand.kind === 'name' ? e.operand.sym : undefined;
}

/** Every variable that gets a value somewhere in `s`. */
function assignedIn(s: Stmt): Set<Sym> {
  const found = new Set<Sym>();
  walkStatements(s, (inner) => addAssigned(inner, found));
  return found;
}

/** Adds what `s` itself gives a value to, without the statements inside it. */
function addAssigned(s: Stmt, found: Set<Sym>): void {
  const add = (e: Expr): void => {
    if (e.kind === 'name' && e.sym) found.add(e.sym);
  };
  const expression = (e: Expr): void => {
    if (e.kind === 'assign') add(e.left);
    else if (e.kind === 'incdec') add(e.operand);
    else if (e.kind === 'va') e.args.forEach(add);
    else if (e.kind === 'stmt-expr') walkStatements(e.body, (inner) => addDeclared(inner, found));
  };
  addDeclared(s, found);
  visitRoots(s, (root) => walkExpressions(root, expression));
}

/** Adds the variables that `s` declares with a value. */
function addDeclared(s: Stmt, found: Set<Sym>): void {
  const decl = s.kind === 'decl-stmt' ? s.decl : s.kind === 'for' ? s.init : undefined;
  if (decl?.kind !== 'declaration') return;
  for (const { init, sym } of decl.declarators) if (init && sym) found.add(sym);
}

/**
 * Variables that have a value from their declaration on, wherever control comes from: most of a program. Those declared inside a switch are
 * not counted, because a case can be entered past a declaration; past a label the walk itself knows nothing.
 */
function initialisedIn(body: Stmt): ReadonlySet<Sym> {
  const found = new Set<Sym>();
  const inSwitch = new Set<Sym>();
  walkStatements(body, (s) => {
    addDeclared(s, found);
    if (s.kind === 'switch') walkStatements(s.body, (inner) => addDeclared(inner, inSwitch));
  });
  for (const sym of inSwitch) found.delete(sym);
  return found;
}

function both(a: Unset, b: Unset): Unset {
  if (!a || a === b) return b;
  if (!b) return a;
  return new Set([...a].filter((sym) => b.has(sym)));
}

function without(from: Unset, these: ReadonlySet<Sym>): Unset {
  return from && new Set([...from].filter((sym) => !these.has(sym)));
}
