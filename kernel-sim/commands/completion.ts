/**
 * What could stand at the cursor of a command line: commands, options, events, and names that the shown machine knows. Changes nothing and never fails.
 */
import { DebugError } from '../debugger/error.ts';
import { localsOf } from '../debugger/locals.ts';
import { registerNames } from '../debugger/registers.ts';
import { matchSymbols } from '../debugger/symbols.ts';
import { typeNames } from '../debugger/type-names.ts';
import { printType } from '../debugger/types.ts';
import { EVENT_NAMES, EVENTS } from '../trace/schema.ts';
import type { ArgumentKind, Command } from './command.ts';
import { contextIn } from './context.ts';
import type { CommandHost } from './host.ts';
import { commandAt, type Span } from './input.ts';
import { COMMANDS, commandNamed } from './table.ts';

export interface Candidate {
  readonly text: string;
  /** In one line. */
  readonly help: string;
}

export interface Completion {
  /** What a candidate takes the place of. */
  readonly span: Span;
  readonly candidates: readonly Candidate[];
}

const MAX_CANDIDATES = 200;

export function complete(line: string, cursor: number, host: CommandHost): Completion {
  const at = Math.max(0, Math.min(cursor, line.length));
  const { name, rest } = commandAt(line, at);
  if (at <= name.end) return offer(name.start, at, line, commandCandidates());
  const command = commandNamed(name.text);
  const before = line.slice(rest.start, at);
  const word = /(?:^|\s)([-/][A-Za-z]*)$/.exec(before)?.[1] ?? /[\w!$@.:\\]*$/.exec(before)?.[0] ?? '';
  if (!command) return { span: { start: at, end: at }, candidates: [] };
  const candidates = /^[-/]/.test(word)
    ? optionCandidates(command)
    : (command.completes ?? []).flatMap((kind) => argumentCandidates(kind, word, host));
  return offer(at - word.length, at, line, candidates);
}

/** Those that begin with what was typed; letters of the case typed come first. */
function offer(start: number, end: number, line: string, all: readonly Candidate[]): Completion {
  const typed = line.slice(start, end);
  const exact = all.filter(({ text }) => text.startsWith(typed));
  const other = all.filter(({ text }) => !text.startsWith(typed) && text.toLowerCase().startsWith(typed.toLowerCase()));
  return { span: { start, end }, candidates: [...exact, ...other].slice(0, MAX_CANDIDATES) };
}

function commandCandidates(): Candidate[] {
  return COMMANDS.flatMap(({ name, aliases = [], summary }) =>
    [name, ...aliases].map((text) => ({ text, help: summary })),
  );
}

function optionCandidates({ options = {} }: Command): Candidate[] {
  return Object.entries(options).map(([option, help]) => ({ text: option.split(' ')[0] ?? option, help }));
}

function argumentCandidates(kind: ArgumentKind, word: string, host: CommandHost): Candidate[] {
  try {
    return PROVIDERS[kind](host, word);
  } catch (error) {
    // A thread that is gone, a frame that is not there: then nothing is known.
    if (error instanceof DebugError) return [];
    throw error;
  }
}

const PROVIDERS: Readonly<Record<ArgumentKind, (host: CommandHost, word: string) => Candidate[]>> = {
  command: () => [...commandCandidates(), { text: 'events', help: 'the kinds of events' }],
  event: () => EVENT_NAMES.map((text) => ({ text, help: EVENTS[text].text })),
  breakpoint: (host) => host.breakpoints.list().map(({ id, resolved }) => ({ text: String(id), help: resolved })),
  branch: (host) => host.branches.map(({ id, cause }) => ({ text: `${id}:`, help: cause })),
  module: (host) => contextIn(host).modules.map(({ name, image }) => ({ text: name, help: image.name })),
  place: (host, word) => [...fileCandidates(host), ...symbolCandidates(host, word, 'function')],
  expression: (host, word) => [
    ...localCandidates(host),
    ...(/^[@$]/.test(word) ? registerCandidates(/^(@\$?|\$)/.exec(word)?.[0] ?? '@') : symbolCandidates(host, word)),
  ],
  register: () => registerCandidates(''),
  type: (host, word) => typeNames(contextIn(host), word).map((text) => ({ text, help: 'a type' })),
};

function symbolCandidates(host: CommandHost, word: string, kind?: 'function'): Candidate[] {
  const hasModule = word.includes('!');
  return matchSymbols(contextIn(host), `${word}*`)
    .filter((symbol) => kind === undefined || symbol.kind === kind)
    .slice(0, MAX_CANDIDATES)
    .map(({ module, name, file, line }) => ({
      text: hasModule ? `${module}!${name}` : name,
      help: file === undefined ? module : `${module} (${file}${line > 0 ? `:${line}` : ''})`,
    }));
}

/** The learner's own files. */
function fileCandidates(host: CommandHost): Candidate[] {
  const images = contextIn(host).modules.filter(({ learner }) => learner);
  return images.flatMap(({ image, name }) =>
    image.debug.files
      .filter(({ system }) => !system)
      .map((file) => ({ text: `${file.name}:`, help: `a line of this file of ${name}` })),
  );
}

function localCandidates(host: CommandHost): Candidate[] {
  return localsOf(contextIn(host))
    .filter(({ shadowed }) => !shadowed)
    .map(({ name, type, param }) => ({
      text: name,
      help: `${param ? 'parameter' : 'local'} ${printType(type, name)}`,
    }));
}

function registerCandidates(sign: string): Candidate[] {
  return registerNames().map(({ name, help }) => ({ text: `${sign}${name}`, help }));
}
