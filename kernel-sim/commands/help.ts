/** `.help`: the table as text. */
import type { Command, CommandGroup } from './command.ts';

const GROUPS: Readonly<Record<CommandGroup, string>> = {
  motion: 'Moving, forwards and (with a minus) backwards',
  stops: 'Breakpoints',
  stack: 'Stack, locals, registers, threads',
  data: 'Expressions, types, memory',
  code: 'Code and symbols',
  kernel: 'Objects of the kernel',
  past: 'Questions about the past',
  session: 'The session',
};

const WIDTH = 18;

/** Every command with its one line, by group. */
export function overview(commands: readonly Command[]): string {
  const groups = (Object.keys(GROUPS) as CommandGroup[]).map((group) => {
    const lines = commands.filter((command) => command.group === group).map((command) => summaryLine(command));
    return [`${GROUPS[group]}:`, ...lines].join('\n');
  });
  return [
    ...groups,
    '`.help COMMAND` tells more, `.help events` lists the kinds of events. Several commands: separated by `;`. A line that begins with * is a comment.',
    "Numbers are C's: 16 is sixteen, 0x16 is twenty-two; an address of 16 hex digits needs no 0x.",
  ].join('\n\n');
}

function summaryLine({ name, aliases = [], summary }: Command): string {
  const names = [name, ...aliases].join(', ');
  return `  ${(names.length > WIDTH ? name : names).padEnd(WIDTH)} ${summary}`;
}

export function helpOn({ aliases = [], syntax, summary, details, options = {} }: Command): string {
  const entries = Object.entries(options);
  const width = Math.max(...entries.map(([name]) => name.length), 0) + 2;
  return [
    syntax,
    `${summary}.`,
    details,
    ...(entries.length === 0 ? [] : ['Options:']),
    ...entries.map(([name, help]) => `  ${name.padEnd(width)}${help}`),
    ...(aliases.length === 0 ? [] : [`Also: ${aliases.join(', ')}`]),
  ].join('\n');
}
