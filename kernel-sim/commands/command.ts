/** What a command is, for the table and for whoever runs or completes one. */
import type { Task } from '../base/task.ts';
import type { At, StepUnit, StopReport } from '../protocol/time.ts';
import type { LocalsView } from '../protocol/views-code.ts';
import type { CommandHost } from './host.ts';
import type { Input, Span } from './input.ts';

/** What an argument can be completed with. */
export type ArgumentKind =
  | 'place'
  | 'expression'
  | 'type'
  | 'event'
  | 'register'
  | 'command'
  | 'breakpoint'
  | 'module'
  | 'branch';

/** What a command says. `records` is what the text was made from, for whoever shows it otherwise. */
export interface Answer {
  readonly text: string;
  readonly stop?: StopReport;
  readonly records?: unknown;
  /** The script is over. */
  readonly quit?: true;
  /** An assertion that does not hold. */
  readonly failed?: true;
}

export interface CommandResult extends Answer {
  /** The command as it was typed. */
  readonly command: string;
  /** What came up on the way of a motion that went forward, in order, whether the machine did it for the first time or again. */
  readonly printed?: readonly Printed[];
  /** A mistake in the command: nothing was done. The span is one of the line. */
  readonly error?: { readonly text: string; readonly span: Span | undefined };
}

export interface Printed {
  readonly kind: 'console' | 'debug' | 'note';
  readonly text: string;
}

/** What one command line remembers between commands. */
export interface Memory {
  /** What `p` and `t` step by if not told. */
  unit: StepUnit;
  /** Where a dump and a disassembly without an address go on. */
  nextData: bigint | undefined;
  nextCode: bigint | undefined;
  /** The variables of the frame shown before the last motion. */
  before: LocalsView | undefined;
  /** Where the last answer about the past leads: `!goto last`. */
  last: At | undefined;
}

export interface Call {
  /** As typed: a command that goes by several names looks. */
  readonly name: string;
  readonly input: Input;
  readonly host: CommandHost;
  readonly memory: Memory;
}

export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly group: CommandGroup;
  readonly syntax: string;
  /** One line. */
  readonly summary: string;
  /** More, with an example. */
  readonly details: string;
  readonly completes?: readonly ArgumentKind[];
  /** Options with their help; those that take a value say so in their name: `/w "CONDITION"`. */
  readonly options?: Readonly<Record<string, string>>;
  run(call: Call): Answer | Task<Answer>;
}

export type CommandGroup = 'motion' | 'stops' | 'data' | 'stack' | 'code' | 'kernel' | 'past' | 'session';
