/** Commands about the session itself: what was printed, input, knobs, branches, scripts. */
import { nearest } from '../c/spelling.ts';
import { DebugError } from '../debugger/error.ts';
import type { Command } from './command.ts';
import { isTrue } from './evaluate.ts';
import { numberOf, textOf } from './input.ts';
import { instantText } from './stop-text.ts';

const CONSOLE: Command = {
  name: '!console',
  aliases: ['!dbgprint'],
  group: 'session',
  syntax: '!console',
  summary: 'Shows what was printed up to this instant: console, DbgPrint text, notes',
  details: '!dbgprint shows the DbgPrint text and the notes alone.\nExample: !console',
  run: ({ name, input, host }) => {
    input.done();
    const output = host.output();
    const lines = [
      ...(name === '!dbgprint' ? [] : prefixed('console: ', output.console)),
      ...prefixed('dbg: ', output.debug),
      ...output.notes.map((note) => `note: ${note}`),
    ];
    return { text: lines.length === 0 ? 'nothing was printed yet' : lines.join('\n'), records: output };
  },
};

const INPUT: Command = {
  name: '!input',
  group: 'session',
  syntax: '!input "TEXT"',
  summary: 'Types something at this instant',
  details:
    'A line ends with \\n. In the past this begins another branch of history; the old one stays (`!branches`).\n' +
    'Example: !input "25\\n"',
  run: ({ input, host }) => {
    const text = textOf(input.needRest('the text to type, in quotes'));
    if (text === '') throw input.mistake('there is nothing to type');
    return branchAnswer(host.at.branch, host.input(text));
  },
};

const KNOBS = ['nsPerInstruction', 'seed'] as const;

const BRANCHES: Command = {
  name: '!branches',
  group: 'session',
  syntax: '!branches',
  summary: 'Lists the branches of history',
  details: 'Input or a knob in the past begins another. `!goto BRANCH:INSTANT` goes there.\nExample: !branches',
  run: ({ input, host }) => {
    input.done();
    const lines = host.branches.map(({ id, from, head, end, cause }) => {
      const shown = id === host.at.branch ? '*' : ' ';
      const origin = from ? `from ${instantText(from)}` : 'from boot';
      return `${shown}${id} ${origin} to #${head}${end ? ` (ended: ${end.kind})` : ''}: ${cause}`;
    });
    return { text: lines.join('\n'), records: host.branches };
  },
};

const DROP_BRANCH: Command = {
  name: '!drop-branch',
  group: 'session',
  syntax: '!drop-branch BRANCH',
  summary: 'Forgets a branch of history; what others share with it stays',
  details: 'Not the one that is shown: go to another first.\nExample: !drop-branch 1',
  completes: ['branch'],
  run: ({ input, host }) => {
    const id = numberOf(input.needWord('a branch (!branches lists them)'), 'a branch', 0, Number.MAX_SAFE_INTEGER);
    input.done();
    host.dropBranch(id);
    return { text: `branch ${id} is gone` };
  },
};

const POSITION: Command = {
  name: '!position',
  aliases: ['!positions'],
  group: 'session',
  syntax: '!position',
  summary: 'Tells which instant is shown and how much history there is',
  details: 'Example: !position',
  run: ({ input, host }) => {
    input.done();
    const branch = host.branches.find(({ id }) => id === host.at.branch);
    const time = host.kernel.machine.now;
    const head = branch?.head ?? host.at.instant;
    return { text: `${instantText(host.at)} of ${head} recorded, ${time} ns of simulated time`, records: host.at };
  },
};

const ECHO: Command = {
  name: '.echo',
  group: 'session',
  syntax: '.echo TEXT',
  summary: 'Prints the text',
  details: 'Example: .echo after the first call',
  run: ({ input }) => ({ text: textOf(input.rest()) }),
};

const ASSERT: Command = {
  name: '.assert',
  group: 'session',
  syntax: '.assert EXPRESSION',
  summary: 'Ends the script with exit code 1 if the expression is 0 or cannot be worked out',
  details: 'For tests and graders.\nExample: .assert g_Count == 3        .assert Irp->IoStatus.Status == 0',
  completes: ['expression'],
  run: ({ input, host }) => {
    const expression = input.needRest('an expression');
    try {
      if (isTrue(host, expression)) return { text: '' };
      return { text: `assertion failed: ${expression.text}`, failed: true };
    } catch (error) {
      if (!(error instanceof DebugError)) throw error;
      return { text: `assertion cannot be worked out: ${expression.text}: ${error.message}`, failed: true };
    }
  },
};

const QUIT: Command = {
  name: 'q',
  aliases: ['qq', 'qd'],
  group: 'session',
  syntax: 'q',
  summary: 'Ends the script',
  details: 'Example: q',
  run: ({ input }) => {
    input.done();
    return { text: '', quit: true };
  },
};

const KNOB: Command = {
  name: '!knob',
  group: 'session',
  syntax: '!knob NAME VALUE',
  summary: 'Changes a constant of the machine from this instant on',
  details:
    `There are: ${KNOBS.join(', ')}. In the past this begins another branch of history.\n` +
    'Example: !knob nsPerInstruction 20',
  run: ({ input, host }) => {
    const word = input.needWord(`a knob (${KNOBS.join(', ')})`);
    const name = KNOBS.find((knob) => knob.toLowerCase() === word.text.toLowerCase());
    if (!name) {
      const near = nearest(word.text, KNOBS);
      throw input.mistake(
        `there is no knob ${word.text}${near ? ` (did you mean ${near}?)` : ''}; there are: ${KNOBS.join(', ')}`,
        word,
      );
    }
    const value = input.count('the value of a knob', 0xffffffff);
    if (value === undefined) throw input.mistake(`${name} needs a value`);
    input.done();
    return branchAnswer(host.at.branch, host.knob({ name, value }));
  },
};

export const SESSION_COMMANDS: readonly Command[] = [
  ...[POSITION, BRANCHES, DROP_BRANCH, CONSOLE, INPUT, KNOB],
  ...[ECHO, ASSERT, QUIT],
];

function branchAnswer(before: number, now: number) {
  return { text: now === before ? `on branch ${now}` : `branch ${now} begins here` };
}

function prefixed(prefix: string, text: string): string[] {
  if (text === '') return [];
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${prefix}${line}`);
}
