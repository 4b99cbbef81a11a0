/**
 * One command line over a session: takes lines of WinDbg-like commands, gives results. Remembers what WinDbg remembers between commands (step unit, where a
 * dump goes on). A user's mistake is a result with `error`; only a defect of the lab is thrown.
 */
import { mapTask, type Task, thenTask } from '../base/task.ts';
import { DebugError } from '../debugger/error.ts';
import type { LocalsView } from '../protocol/views-code.ts';
import { TimelineError } from '../timeline/errors.ts';
import { localsView } from '../views/stack.ts';
import type { CommandResult, Memory } from './command.ts';
import { contextIn } from './context.ts';
import type { CommandHost } from './host.ts';
import { CommandError, type CommandText, commandsOf, Input, type Span } from './input.ts';
import { printedSince } from './printed.ts';
import { commandNamed, unknownCommand } from './table.ts';
import { taskOf } from './tasks.ts';

export class CommandLine {
  readonly #host: CommandHost;
  readonly #memory: Memory = {
    ...{ unit: 'statement', nextData: undefined, nextCode: undefined, before: undefined, last: undefined },
  };

  constructor(host: CommandHost) {
    this.#host = host;
  }

  /** Carries out the commands of a line, one after another; those behind a mistake, a failed assertion or `q` are left out. */
  execute(line: string): Task<readonly CommandResult[]> {
    return new LineTask(line, this.#host, this.#memory);
  }
}

class LineTask implements Task<readonly CommandResult[]> {
  readonly #line: string;
  readonly #host: CommandHost;
  readonly #memory: Memory;
  readonly #commands: readonly CommandText[];
  readonly #results: CommandResult[] = [];
  #running: Task<Omit<CommandResult, 'command'>> | undefined;
  #isOver = false;

  constructor(line: string, host: CommandHost, memory: Memory) {
    this.#line = line;
    this.#host = host;
    this.#memory = memory;
    this.#commands = commandsOf(line);
  }

  step(instructions: number): boolean {
    while (!this.#isOver) {
      const command = this.#commands[this.#results.length];
      if (!command) break;
      const result = this.#work(command, instructions);
      if (!result) return false;
      this.#running = undefined;
      this.#results.push(result);
      if (result.error || result.failed || result.quit) this.#isOver = true;
    }
    this.#isOver = true;
    return true;
  }

  drop(): void {
    this.#running?.drop?.();
  }

  get result(): readonly CommandResult[] {
    if (!this.#isOver) throw new Error('this task is not done');
    return this.#results;
  }

  get progress(): number {
    if (this.#isOver) return 1;
    return (this.#results.length + (this.#running?.progress ?? 0)) / this.#commands.length;
  }

  /** Undefined: there is more to do. */
  #work(command: CommandText, instructions: number): CommandResult | undefined {
    const typed = this.#line.slice(command.name.start, command.rest.end);
    try {
      this.#running ??= this.#start(command);
      return this.#running.step(instructions) ? { command: typed, ...this.#running.result } : undefined;
    } catch (error) {
      return { command: typed, text: '', error: { text: messageOf(error), span: spanOf(error) } };
    }
  }

  #start(command: CommandText): Task<Omit<CommandResult, 'command'>> {
    const name = command.name.text;
    const entry = commandNamed(name);
    if (!entry) throw new CommandError(unknownCommand(name), command.name);
    const host = this.#host;
    const memory = this.#memory;
    const call = { name, input: new Input(this.#line, command), host, memory };
    if (entry.group !== 'motion') return taskOf(entry.run(call));
    const from = host.at;
    const output = host.output();
    const before = variablesOf(host);
    return thenTask(taskOf(entry.run(call)), (answer) => {
      if (answer.stop) memory.before = before;
      return mapTask(printedSince(host, from, output), (printed) => ({ ...answer, ...(printed && { printed }) }));
    });
  }
}

/** Undefined where no thread can be told. */
function variablesOf(host: CommandHost): LocalsView | undefined {
  try {
    return localsView(contextIn(host));
  } catch (error) {
    if (error instanceof DebugError) return undefined;
    throw error;
  }
}

/** What a user can do wrong; anything else goes on as the defect it is. */
function messageOf(error: unknown): string {
  if (error instanceof DebugError || error instanceof TimelineError) return error.message;
  throw error;
}

function spanOf(error: unknown): Span | undefined {
  return error instanceof CommandError ? error.span : undefined;
}
