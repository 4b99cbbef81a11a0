/** Commands that move the shown instant: steps, runs, seeks, forwards and backwards. */
import { done, mapTask, type Task, thenTask } from '../base/task.ts';
import type { At, Direction, Follow, Motion, MoveRequest, StepUnit, StopReport } from '../protocol/time.ts';
import type { Answer, Call, Command, Memory } from './command.ts';
import { blaming } from './evaluate.ts';
import { eventsIn } from './events.ts';
import type { CommandHost } from './host.ts';
import { CommandError, numberOf, type Piece, textOf } from './input.ts';
import { placeIn } from './places.ts';
import { stopText } from './stop-text.ts';

const STEP_OPTIONS = {
  '-i': 'by instruction',
  '-l': 'by source line',
  '-s': 'by statement',
  '-a': "through everything, not only the program's own code",
  '-c': 'whatever this processor executes, not only this thread',
} as const;

interface StepName {
  readonly names: readonly [string, string];
  readonly how: 'into' | 'over' | 'out';
  readonly forward: string;
  readonly back: string;
}

const STEPS: readonly StepName[] = [
  {
    names: ['p', 'p-'],
    how: 'over',
    forward: 'Steps over: to the next statement of this routine; calls are carried out as a whole',
    back: 'Steps back over: to the statement before, calls undone as a whole',
  },
  {
    names: ['t', 't-'],
    how: 'into',
    forward: "Steps into: to the next statement, also in a routine of the program's own that is called",
    back: "Steps back into: to the statement executed before, also in a routine of the program's own that has returned",
  },
  {
    names: ['gu', 'gu-'],
    how: 'out',
    forward: 'Goes up: behind the call of this routine, in its caller',
    back: 'Goes back up: to the call of this routine, in its caller',
  },
];

/** Instants that one press of `t 100` may stand for. */
const MAX_STEPS = 100_000;
const MAX_STOPS = 500;

function stepCommand({ names, how, forward, back }: StepName, direction: Direction): Command {
  const name = names[direction === 'forward' ? 0 : 1];
  return {
    name,
    group: 'motion',
    syntax: `${name} [-i | -l | -s] [-a] [-c] [COUNT]`,
    summary: direction === 'forward' ? forward : back,
    details: [
      'Steps by statement; `l-t` makes that instructions, `l+t` statements again.',
      direction === 'back'
        ? `Takes back what ${names[0]} would do: ${name} and then ${names[0]} ends where it began.`
        : '',
      `Example: ${name} 3        ${name} -i        ${name} -a`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    options: STEP_OPTIONS,
    run: ({ input, host, memory }) => {
      const options = optionsOf(input);
      const count = input.count('the number of steps', MAX_STEPS);
      input.done();
      const motion: Motion = {
        kind: 'step',
        how,
        unit: unitOf(options) ?? memory.unit,
        ...(options.has('-a') && { everything: true }),
        ...(count !== undefined && { count }),
      };
      return answered(host, host.move({ motion, direction, ...follow(options) }));
    },
  };
}

function nextCommand(kind: 'call' | 'return', name: string, direction: Direction): Command {
  const back = direction === 'back';
  const what = kind === 'call' ? 'call made' : 'return taken';
  return {
    name: back ? `${name}-` : name,
    group: 'motion',
    syntax: `${name}${back ? '-' : ''} [-c] [COUNT]`,
    summary: `${back ? 'Goes back' : 'Goes on'} to the ${back ? 'last' : 'next'} ${what} in this routine or further out`,
    details: `Stops at the instruction itself, before it is executed.\nExample: ${name}${back ? '-' : ''}`,
    options: { '-c': STEP_OPTIONS['-c'] },
    run: ({ input, host }) => {
      const options = optionsOf(input, ['-c']);
      const count = input.count('the number of stops', MAX_STOPS) ?? 1;
      input.done();
      return answered(host, moveTimes(host, { motion: { kind }, direction, ...follow(options) }, count));
    },
  };
}

function goCommand(direction: Direction): Command {
  const name = direction === 'forward' ? 'g' : 'g-';
  return {
    name,
    group: 'motion',
    syntax: `${name} [PLACE]`,
    summary:
      direction === 'forward'
        ? 'Goes on to the next breakpoint, to a place, or to the end'
        : 'Goes back to the last breakpoint, to a place, or to the beginning',
    details:
      'PLACE is a routine, file:line or an address; breakpoints on the way stop, too.\n' +
      `Example: ${name}        ${name} DriverEntry        ${name} driver.c:41`,
    completes: ['place'],
    run: ({ input, host }) => {
      if (input.isEmpty) return answered(host, host.move({ motion: { kind: 'run' }, direction }));
      const piece = input.rest();
      const motion: Motion = { kind: 'place', place: placeIn(host, piece) };
      return answered(
        host,
        blaming(piece, () => host.move({ motion, direction })),
      );
    },
  };
}

function eventCommand(name: string, direction: Direction): Command {
  return {
    name,
    group: 'motion',
    syntax: `${name} EVENT[,EVENT...] ["TEXT"]`,
    summary: `${direction === 'forward' ? 'Goes on to the next' : 'Goes back to the last'} event of these kinds`,
    details:
      'With TEXT only events in whose line of words it is found. `.help events` lists the kinds.\n' +
      `Example: ${name} irp_call        ${name} fault,bugcheck        ${name} syscall_enter "NtCreateFile"`,
    completes: ['event'],
    run: ({ input, host }) => {
      const events = eventsIn(input.needWord('the kind of event'));
      const match = input.isEmpty ? undefined : textOf(input.rest());
      const motion: Motion = { kind: 'event', events, ...(match !== undefined && { match }) };
      return answered(host, host.move({ motion, direction }));
    },
  };
}

const GOTO: Command = {
  name: '!goto',
  aliases: ['!tt', '!travel'],
  group: 'motion',
  syntax: '!goto [BRANCH:]INSTANT | start | end | last',
  summary: 'Shows another instant, of this branch or of another',
  details:
    'An instant is the number of instructions executed since boot. `.+N` and `.-N` count from the one shown; `end` is where the branch ends\n' +
    'as far as it is known; `last` is the instant that the last answer about the past told first. What was not run yet is run.\n' +
    'Example: !goto 1200000        !goto 1:1200000        !goto .-500        !goto start',
  completes: ['branch'],
  run: ({ input, host, memory }) => {
    const at = instantOf(host, memory, input.needWord('an instant'));
    input.done();
    return answered(host, host.seek(at));
  },
};

const MODES: Readonly<Record<StepUnit, string>> = { statement: 'l+t', instruction: 'l-t', line: 'l+l' };

const MODE: readonly Command[] = (Object.keys(MODES) as StepUnit[]).map((unit) => ({
  name: MODES[unit],
  group: 'motion',
  syntax: MODES[unit],
  summary: `From now on p and t step by ${unit}`,
  details: `An option of the command itself (p -i) counts for that one step.\nExample: ${MODES[unit]}`,
  run: ({ input, memory }) => {
    input.done();
    memory.unit = unit;
    return { text: `p and t step by ${unit}` };
  },
}));

export const MOTION_COMMANDS: readonly Command[] = [
  ...STEPS.flatMap((step) => [stepCommand(step, 'forward'), stepCommand(step, 'back')]),
  ...(['forward', 'back'] as const).flatMap((direction) => [
    goCommand(direction),
    nextCommand('call', 'pc', direction),
    nextCommand('return', 'pt', direction),
  ]),
  eventCommand('!next', 'forward'),
  eventCommand('!prev', 'back'),
  GOTO,
  ...MODE,
];

type Options = ReadonlySet<string>;

function optionsOf(input: Call['input'], allowed: readonly string[] = Object.keys(STEP_OPTIONS)): Options {
  const options = new Set<string>();
  for (;;) {
    const option = input.take(/^-[a-z]/i);
    if (!option) return options;
    if (!allowed.includes(option.text)) {
      throw input.mistake(`there is no option ${option.text} here; there are: ${allowed.join(', ')}`, option);
    }
    options.add(option.text);
  }
}

function unitOf(options: Options): StepUnit | undefined {
  if (options.has('-i')) return 'instruction';
  if (options.has('-l')) return 'line';
  return options.has('-s') ? 'statement' : undefined;
}

function follow(options: Options): { follow: Follow } {
  return { follow: { kind: options.has('-c') ? 'cpu' : 'thread' } };
}

/** The same motion so many times, as long as it gets anywhere. */
function moveTimes(host: CommandHost, request: MoveRequest, count: number): Task<StopReport> {
  const first = host.move(request);
  if (count === 1) return first;
  return thenTask(first, (stop) => (stop.reason === 'step' ? moveTimes(host, request, count - 1) : done(stop)));
}

function answered(host: CommandHost, task: Task<StopReport>): Task<Answer> {
  return mapTask(task, (stop) => stopAnswer(host, stop));
}

function stopAnswer(host: CommandHost, stop: StopReport): Answer {
  return { text: stopText(host.kernel, stop), stop };
}

function instantOf(host: CommandHost, memory: Memory, piece: Piece): At {
  const { branch, instant } = host.at;
  if (piece.text === 'last') {
    if (memory.last) return memory.last;
    throw new CommandError('nothing was asked about the past yet: !last-write, !history, !calls, !events ...', piece);
  }
  const parts = /^(?:(\d+):)?(.*)$/.exec(piece.text);
  const onBranch = parts?.[1] === undefined ? branch : Number(parts[1]);
  const word = { ...piece, text: parts?.[2] ?? '' };
  const info = host.branches.find(({ id }) => id === onBranch);
  if (word.text === 'start') return { branch: onBranch, instant: 0 };
  if (word.text === 'end') return { branch: onBranch, instant: info?.head ?? 0 };
  const relative = /^\.([-+])(.*)$/.exec(word.text);
  const text = relative?.[2] ?? word.text;
  if (/^-\d/.test(text)) {
    throw new CommandError(`instants begin at 0, which is boot; back from here by ${text.slice(1)}: .${text}`, piece);
  }
  const value = numberOf({ ...word, text }, 'an instant', 0, Number.MAX_SAFE_INTEGER);
  if (!relative) return { branch: onBranch, instant: value };
  return { branch: onBranch, instant: relative[1] === '+' ? instant + value : instant - value };
}
