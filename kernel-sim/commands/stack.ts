/** Commands about where execution stands: stack, frames, threads, processors, registers, variables. */
import { contextOf, type FocusOptions, withFrame } from '../debugger/context.ts';
import { registerValue } from '../debugger/registers.ts';
import { wildcard } from '../debugger/symbols.ts';
import { isProblem } from '../views/look.ts';
import { registersView } from '../views/registers.ts';
import { localsView, stackView, withChanges } from '../views/stack.ts';
import { viewOf } from '../views/table.ts';
import { viewText } from '../views/text/table.ts';
import { frameText, localsText, registersText, registerText, type StackColumns, stackText } from './code-text.ts';
import type { Answer, Command } from './command.ts';
import { contextIn } from './context.ts';
import { addressText, pointing, referenceIn } from './evaluate.ts';
import type { CommandHost } from './host.ts';
import { CommandError, numberOf, type Piece } from './input.ts';

const MAX_FRAMES = 1000;

const COLUMNS: Readonly<Record<string, StackColumns>> = {
  k: {},
  kn: {},
  kp: { args: true },
  kv: { args: true, pointers: true },
};

const K: Command = {
  name: 'k',
  aliases: Object.keys(COLUMNS).slice(1),
  group: 'stack',
  syntax: 'k | kn | kp | kv [COUNT]',
  summary: 'Shows the call stack, through interrupts and system calls, innermost frame first',
  details:
    'kp adds the arguments, kv also frame and instruction pointers. > marks the chosen frame (`.frame`).\nExample: k        kp 3',
  run: ({ name, input, host }) => {
    const count = input.count('the number of frames', MAX_FRAMES) ?? MAX_FRAMES;
    input.done();
    const view = stackView(contextIn(host));
    const shown = { ...view, frames: view.frames.slice(0, count) };
    return { text: stackText(shown, COLUMNS[name.toLowerCase()]), records: shown };
  },
};

const FRAME: Command = {
  name: '.frame',
  group: 'stack',
  syntax: '.frame [N]',
  summary: 'Chooses the frame whose names count, or shows which it is',
  details: '0 is the innermost; `k` numbers them.\nExample: .frame 2',
  run: ({ input, host }) => {
    const word = input.word();
    input.done();
    if (word) {
      const frame = numberOf(word, 'a frame', 0, MAX_FRAMES);
      pointing(word, () => withFrame(contextIn(host), frame));
      host.focus = { ...host.focus, frame };
    }
    return chosenFrameAnswer(host);
  },
};

function chosenFrameAnswer(host: CommandHost): Answer {
  const view = stackView(contextIn(host));
  const frame = view.frames[view.chosen];
  return { text: frame ? frameText(frame, true) : 'this thread has no stack that can be read', records: frame };
}

const TILDE: Command = {
  name: '~',
  group: 'stack',
  syntax: '~ | ~N | ~Ns',
  summary: 'Shows the processors, or looks at another one (~1s)',
  details:
    'What it runs is then what `k`, `dv`, `r` and expressions mean, until the next motion.\nExample: ~        ~1s',
  run: ({ input, host }) => {
    if (input.isEmpty) return processors(host);
    const piece = input.rest();
    const cpu = numberOf({ ...piece, text: piece.text.replace(/\s*s$/, '') }, 'a processor', 0, 63);
    return look(host, piece, { cpu });
  },
};

const THREAD: Command = {
  name: '.thread',
  group: 'stack',
  syntax: '.thread [THREAD]',
  summary: 'Looks at another thread, or shows which one the commands mean',
  details: 'THREAD is an id or the address of its ETHREAD. Counts until the next motion.\nExample: .thread 12',
  completes: ['expression'],
  run: ({ input, host }) => {
    if (input.isEmpty) return chosenFrameAnswer(host);
    const piece = input.rest();
    return look(host, piece, { thread: threadAt(host, piece) });
  },
};

const PROCESS: Command = {
  name: '.process',
  group: 'stack',
  syntax: '.process PROCESS',
  summary: 'Looks at the first thread of a process: its address space then counts',
  details: 'PROCESS is an id or the address of its EPROCESS. Counts until the next motion.\nExample: .process 8',
  completes: ['expression'],
  run: ({ input, host }) => {
    const piece = input.needRest('a process');
    const process = viewOf(host.kernel, { kind: 'process', process: referenceIn(host, piece) });
    if (isProblem(process)) throw new CommandError(process.problem, piece);
    const thread = process.threads.entries.find((entry) => !isProblem(entry));
    if (!thread || isProblem(thread)) throw new CommandError(`${piece.text} has no thread to look at`, piece);
    return look(host, piece, { thread: Number(BigInt.asIntN(64, BigInt(thread.address))) });
  },
};

const R: Command = {
  name: 'r',
  group: 'stack',
  syntax: 'r [REGISTER...]',
  summary: 'Shows the registers of the chosen frame and its processor',
  details:
    'Also as @REGISTER in expressions. w0, w1 ... are the register window of the frame.\nExample: r        r rip irql',
  completes: ['register'],
  run: ({ input, host }) => {
    const context = contextIn(host);
    if (input.isEmpty) {
      const view = registersView(context);
      return { text: registersText(view), records: view };
    }
    const words: Piece[] = [];
    for (let word = input.word(); word; word = input.word()) words.push(word);
    const values = words.map((word) => {
      const name = word.text.replace(/^@?\$?/, '').replace(/,$/, '');
      const { value } = pointing(word, () => registerValue(context, name));
      return { name, value: addressText(value), note: '' };
    });
    return { text: values.map(registerText).join('\n'), records: values };
  },
};

const DV: Command = {
  name: 'dv',
  group: 'stack',
  syntax: 'dv [/t] [/v] [PATTERN]',
  summary: 'Shows parameters and locals of the chosen frame',
  details: '* marks those that the last motion changed.\nExample: dv        dv /t /v        dv Status*',
  options: { '/t': 'with types', '/v': 'with where each lives' },
  completes: ['expression'],
  run: ({ input, host, memory }) => {
    const options = new Set<string>();
    for (let word = input.take(/^\/[a-z]+$/i); word; word = input.take(/^\/[a-z]+$/i)) {
      if (!['/t', '/v'].includes(word.text)) {
        throw input.mistake(`there is no option ${word.text} here; there are: /t, /v`, word);
      }
      options.add(word.text);
    }
    const pattern = input.word();
    input.done();
    const now = localsView(contextIn(host));
    const view = memory.before ? withChanges(memory.before, now) : now;
    const variables = pattern ? view.variables.filter(({ name }) => wildcard(pattern.text).test(name)) : view.variables;
    const shown = { ...view, variables };
    return { text: localsText(shown, { types: options.has('/t'), homes: options.has('/v') }), records: shown };
  },
};

export const STACK_COMMANDS: readonly Command[] = [K, FRAME, DV, R, TILDE, THREAD, PROCESS];

function processors(host: CommandHost): Answer {
  const record = viewOf(host.kernel, { kind: 'processors' });
  return { text: viewText('processors', record), records: record };
}

/** Turns to another processor or thread, if there is such a thing. */
function look(host: CommandHost, piece: Piece, focus: FocusOptions): Answer {
  pointing(piece, () => contextOf(host.kernel, focus));
  host.focus = focus;
  return chosenFrameAnswer(host);
}

function threadAt(host: CommandHost, piece: Piece): number {
  const thread = viewOf(host.kernel, { kind: 'thread', thread: referenceIn(host, piece) });
  if (isProblem(thread)) throw new CommandError(thread.problem, piece);
  return Number(BigInt.asIntN(64, BigInt(thread.address)));
}
