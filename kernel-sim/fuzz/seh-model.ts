/**
 * What a program of seh-program.ts prints on Windows. A run of the tree: raising asks the filters of all tries that are entered, from the innermost
 * outwards, before anything is left; only then a throw of ours runs the __finally blocks on its way to the chosen one.
 */
import { DIVIDE, FAULT, type Filter, type Stmt, VARIABLES } from './seh-program.ts';

/** Longer programs teach nothing more. */
const MOST_LINES = 3000;
const MOST_DEPTH = 60;

class TooLong extends Error {}

/** On the way to the __except block of `target`. */
class Unwind extends Error {
  readonly target: Entry;
  readonly code: number;
  constructor(target: Entry, code: number) {
    super();
    this.target = target;
    this.code = code;
  }
}

class Jump extends Error {
  readonly to: 'break' | 'continue' | 'leave' | 'return';
  readonly value: number;
  constructor(to: Jump['to'], value: number) {
    super();
    this.to = to;
    this.value = value;
  }
}

/** A __try ... __except that is being run. */
interface Entry {
  filter: Filter;
  variables: number[];
}

class Model {
  readonly lines: string[] = [];
  private readonly functions: readonly (readonly Stmt[])[];
  private entries: Entry[] = [];
  private readonly raised = new Set<Filter>();
  private depth = 0;

  constructor(functions: readonly (readonly Stmt[])[]) {
    this.functions = functions;
  }

  main(): void {
    const ask: Filter = { kind: 'ask', mark: 3000, value: 1, raises: undefined };
    for (let i = 0; i < 4; i++) {
      const code = this.guarded({ filter: ask, variables: [] }, () =>
        this.say(this.call(this.functions.length - 1, i, 3 - i)),
      );
      if (code !== undefined) this.code(code);
    }
  }

  private say(n: number): void {
    if (this.lines.length >= MOST_LINES) throw new TooLong();
    this.lines.push(`${n}`);
  }

  private code(n: number): void {
    this.lines.push(n.toString(16));
  }

  private call(index: number, a: number, b: number): number {
    const v = [a, b, (a + 1) | 0];
    try {
      this.block(this.functions[index], v);
    } catch (error) {
      if (error instanceof Jump && error.to === 'return') return error.value;
      throw error;
    }
    for (let i = 0; i < VARIABLES; i++) this.say(v[i]);
    return (v[0] + v[1]) | 0;
  }

  private block(list: readonly Stmt[], v: number[]): void {
    for (const s of list) this.stmt(s, v);
  }

  private stmt(s: Stmt, v: number[]): void {
    switch (s.kind) {
      case 'mark':
        this.say(s.mark);
        return;
      case 'add':
        v[s.variable] = (v[s.variable] + s.by) | 0;
        return;
      case 'print':
        this.say(v[s.variable]);
        return;
      case 'raise':
        // A fault that a filter continues comes again.
        do this.raise(s.code);
        while (s.code === FAULT || s.code === DIVIDE);
        return;
      case 'call': {
        const result = this.call(s.callee, v[0], v[1]);
        v[s.variable] = (v[s.variable] + (result & 15)) | 0;
        return;
      }
      case 'if':
        if (v[s.variable] & s.bits) this.block(s.then, v);
        return;
      case 'loop':
        this.loop(s.times, s.body, v);
        return;
      case 'except': {
        const code = this.guarded({ filter: s.filter, variables: v }, () => this.block(s.body, v));
        if (code === undefined) return;
        this.code(code);
        this.block(s.handler, v);
        return;
      }
      case 'finally':
        this.terminated(s.body, s.handler, v);
        return;
      case 'return':
        throw new Jump('return', v[s.variable]);
      default:
        throw new Jump(s.kind, 0);
    }
  }

  private loop(times: number, body: readonly Stmt[], v: number[]): void {
    for (let i = 0; i < times; i++) {
      try {
        this.block(body, v);
      } catch (error) {
        if (error instanceof Jump && error.to === 'break') return;
        if (!(error instanceof Jump && error.to === 'continue')) throw error;
      }
    }
  }

  /** Runs a body whose exceptions `entry` is asked about. The code, if its handler is to run. */
  private guarded(entry: Entry, body: () => void): number | undefined {
    const before = this.entries;
    this.entries = [...before, entry];
    try {
      body();
    } catch (error) {
      if (error instanceof Unwind && error.target === entry) {
        this.entries = before;
        return error.code;
      }
      if (!(error instanceof Jump && error.to === 'leave')) throw error;
    } finally {
      this.entries = before;
    }
    return undefined;
  }

  private terminated(body: readonly Stmt[], handler: readonly Stmt[], v: number[]): void {
    const before = this.entries;
    let leaving: unknown;
    try {
      this.block(body, v);
    } catch (error) {
      if (error instanceof TooLong) throw error;
      if (!(error instanceof Jump && error.to === 'leave')) leaving = error;
    }
    this.entries = before;
    this.say(leaving === undefined ? 2000 : 2001);
    this.block(handler, v);
    if (leaving !== undefined) throw leaving;
  }

  private raise(code: number): void {
    if (++this.depth > MOST_DEPTH) throw new TooLong();
    const { entries } = this;
    for (let i = entries.length - 1; i >= 0; i--) {
      const answer = this.ask(entries[i], code);
      if (answer < 0) {
        if (code === FAULT || code === DIVIDE) throw new TooLong(); // comes again for ever
        this.depth--;
        return;
      }
      if (answer === 0) continue;
      this.depth--;
      throw new Unwind(entries[i], code);
    }
    throw new TooLong(); // main's filter takes all
  }

  private ask({ filter, variables }: Entry, code: number): number {
    switch (filter.kind) {
      case 'constant':
        return filter.value;
      case 'code':
        return filter.code === code ? 1 : 0;
      case 'change':
        variables[filter.variable] = (variables[filter.variable] + filter.by) | 0;
        return filter.value;
      case 'ask':
        this.say(filter.mark);
        this.code(code);
        if (filter.raises !== undefined && !this.raised.has(filter)) {
          this.raised.add(filter);
          this.raise(filter.raises);
        }
        return filter.value;
    }
  }
}

/** What the program prints; undefined if it is too long, or never ends. */
export function printed(functions: readonly (readonly Stmt[])[]): string[] | undefined {
  const model = new Model(functions);
  try {
    model.main();
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
  return model.lines;
}
