/** All commands, by name. `.help` and completion read the same table. */
import { nearest } from '../c/spelling.ts';
import { BREAKPOINT_COMMANDS } from './breakpoints.ts';
import { CODE_COMMANDS } from './code.ts';
import type { Command } from './command.ts';
import { DATA_COMMANDS } from './data.ts';
import { eventHelp } from './events.ts';
import { helpOn, overview } from './help.ts';
import { CommandError } from './input.ts';
import { KERNEL_COMMANDS } from './kernel-objects.ts';
import { MOTION_COMMANDS } from './motions.ts';
import { PAST_COMMANDS } from './past.ts';
import { SESSION_COMMANDS } from './session.ts';
import { STACK_COMMANDS } from './stack.ts';

const HELP: Command = {
  name: '.help',
  aliases: ['.hh', '!help'],
  group: 'session',
  syntax: '.help [COMMAND | events]',
  summary: 'Lists the commands, or tells about one of them',
  details: 'Example: .help bp        .help events',
  completes: ['command'],
  run: ({ input }) => {
    const word = input.word();
    input.done();
    if (!word) return { text: overview(COMMANDS) };
    if (word.text === 'events') return { text: eventHelp() };
    const command = commandNamed(word.text) ?? commandNamed(`!${word.text}`) ?? commandNamed(`.${word.text}`);
    if (!command) throw new CommandError(unknownCommand(word.text), word);
    return { text: helpOn(command), records: { name: command.name, syntax: command.syntax, summary: command.summary } };
  },
};

export const COMMANDS: readonly Command[] = [
  ...MOTION_COMMANDS,
  ...BREAKPOINT_COMMANDS,
  ...STACK_COMMANDS,
  ...DATA_COMMANDS,
  ...CODE_COMMANDS,
  ...KERNEL_COMMANDS,
  ...PAST_COMMANDS,
  ...SESSION_COMMANDS,
  HELP,
];

const BY_NAME: ReadonlyMap<string, Command> = new Map(
  COMMANDS.flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => [name, command] as const)),
);

/** Names do not tell upper from lower case, except where two commands differ by it. */
export function commandNamed(name: string): Command | undefined {
  return BY_NAME.get(name) ?? BY_NAME.get(name.toLowerCase());
}

export function unknownCommand(name: string): string {
  const withMark = [`!${name}`, `.${name}`].find((candidate) => BY_NAME.has(candidate));
  const near = withMark ?? (/\w/.test(name) ? nearest(name, BY_NAME.keys()) : undefined);
  return `there is no command '${name}'${near === undefined ? '' : ` (did you mean ${near}?)`}; .help lists them`;
}
