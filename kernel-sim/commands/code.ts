/** Commands about code and symbols: names to addresses and back, disassembly beside the source. */
import { hex64, toU64, type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { chosenFrame, codeAddress, type DebugContext } from '../debugger/context.ts';
import { type DebugSymbol, matchSymbols, nearestSymbols } from '../debugger/symbols.ts';
import { printType } from '../debugger/types.ts';
import { disassemblyView, functionView } from '../views/disassembly.ts';
import { sourceView } from '../views/source.ts';
import { viewOf } from '../views/table.ts';
import { viewText } from '../views/text/table.ts';
import { INSTRUCTION_BYTES } from '../vm/opcodes.ts';
import { disassemblyText, sourceText } from './code-text.ts';
import type { Command } from './command.ts';
import { contextIn } from './context.ts';
import { addressText, needAddresses, numberIn } from './evaluate.ts';
import { CommandError, IS_LENGTH, lengthIn, type Piece } from './input.ts';

const MAX_SYMBOLS = 500;
const INSTRUCTIONS = 12;
const MAX_LINES = 10_000;
const MAX_INSTRUCTIONS = 1000;

const X: Command = {
  name: 'x',
  group: 'code',
  syntax: 'x [MODULE!]PATTERN',
  summary: 'Lists the routines and variables whose names match, with their addresses',
  details:
    '* stands for any characters, ? for one. Images that are not loaded are listed without an address.\n' +
    'Example: x thermo!*        x nt!Iof*        x g_*',
  completes: ['expression'],
  run: ({ input, host }) => {
    const pattern = input.needWord('a pattern of names');
    input.done();
    const found = matchSymbols(contextIn(host), pattern.text);
    if (found.length === 0) return { text: `no name matches ${pattern.text}`, records: [] };
    const shown = found.slice(0, MAX_SYMBOLS);
    const more = found.length - shown.length;
    const lines = shown.map(symbolLine);
    return {
      text: [...lines, ...(more > 0 ? [`... and ${more} more: a closer pattern shows them`] : [])].join('\n'),
      records: shown.map(symbolRecord),
    };
  },
};

function symbolRecord({ module, name, kind, address, file, line, type, size }: DebugSymbol) {
  const where = address === undefined ? undefined : addressText(address);
  return { module, name, kind, address: where, file, line, size, type: type && printType(type) };
}

function symbolLine({ module, name, kind, address, type, file, line }: DebugSymbol): string {
  const where = address === undefined ? '(not loaded)'.padEnd(16) : hex64(address);
  const declared = kind === 'variable' && type ? printType(type, `${module}!${name}`) : `${module}!${name}`;
  const source = file !== undefined && line > 0 ? ` (${file}:${line})` : '';
  return `${where} ${declared}${source}`;
}

const LN: Command = {
  name: 'ln',
  group: 'code',
  syntax: 'ln ADDRESS',
  summary: 'Tells the names nearest to an address',
  details: 'Example: ln Irp->CancelRoutine        ln @rip',
  completes: ['expression'],
  run: ({ input, host }) => {
    const bits = numberIn(host, input.needRest('an address'));
    const va = virtAddrOf(bits);
    const found = va === undefined ? undefined : nearestSymbols(contextIn(host), va);
    if (!found) return { text: `no image is at ${addressText(bits)}` };
    const { symbol, offset, next } = found;
    const lines = [
      ...(symbol ? [`${symbolLine(symbol)}${offset === 0 ? '' : ` + 0x${offset.toString(16)}`}`] : []),
      ...(next ? [`${symbolLine(next)} comes next`] : []),
    ];
    return {
      text: lines.join('\n'),
      records: { offset, symbol: symbol && symbolRecord(symbol), next: next && symbolRecord(next) },
    };
  },
};

const LM: Command = {
  name: 'lm',
  group: 'code',
  syntax: 'lm',
  summary: 'Lists the images that are loaded: kernel, drivers, and those of the current process',
  details: 'Unloaded drivers stay listed: addresses in them still have names.\nExample: lm',
  run: ({ input, host }) => {
    input.done();
    const { process } = contextIn(host);
    const system = viewOf(host.kernel, { kind: 'modules' });
    const own = process === 0 ? [] : [viewOf(host.kernel, { kind: 'modules', process: addressText(process) })];
    const records = [system, ...own];
    return { text: records.map((record) => viewText('modules', record)).join('\n'), records };
  },
};

const U: Command = {
  name: 'u',
  group: 'code',
  syntax: 'u [ADDRESS] [LCOUNT]',
  summary: 'Disassembles some instructions, beside the source lines that they were made of',
  details:
    'Without ADDRESS: where the chosen frame stands, then on from the last ones. > marks where the frame stands.\n' +
    'Example: u        u thermo!Control L20',
  completes: ['place'],
  run: ({ input, host, memory }) => {
    const context = contextIn(host);
    const piece = input.until(IS_LENGTH);
    const count = lengthIn(input, MAX_INSTRUCTIONS) ?? INSTRUCTIONS;
    const bits = piece.text === '' ? (memory.nextCode ?? standing(context)) : numberIn(host, piece);
    const at = codeAt(bits, piece);
    needAddresses(bits, count * INSTRUCTION_BYTES, piece);
    const view = disassemblyView(context, at, count);
    memory.nextCode = BigInt.asUintN(64, bits + BigInt(count * INSTRUCTION_BYTES));
    return { text: disassemblyText(view), records: view };
  },
};

const UF: Command = {
  name: 'uf',
  group: 'code',
  syntax: 'uf [ADDRESS]',
  summary: 'Disassembles a whole routine, beside its source lines',
  details: 'Without ADDRESS: the one that the chosen frame stands in.\nExample: uf        uf thermo!Control',
  completes: ['place'],
  run: ({ input, host }) => {
    const context = contextIn(host);
    const piece = input.rest();
    const bits = piece.text === '' ? standing(context) : numberIn(host, piece);
    const view = functionView(context, codeAt(bits, piece));
    if (!view) throw new CommandError(`no routine is known at ${addressText(bits)}; u disassembles any address`, piece);
    return { text: disassemblyText(view), records: view };
  },
};

const LSA: Command = {
  name: 'lsa',
  group: 'code',
  syntax: 'lsa [LINES]',
  summary: 'Shows the source around the line where the chosen frame stands',
  details: 'LINES on each side, 5 if not told. > marks the line.\nExample: lsa        lsa 10',
  run: ({ input, host }) => {
    const around = input.count('the number of lines', MAX_LINES);
    input.done();
    const view = sourceView(contextIn(host), around);
    return { text: view ? sourceText(view) : 'there is no source for where this frame stands', records: view };
  },
};

export const CODE_COMMANDS: readonly Command[] = [LSA, U, UF, X, LN, LM];

/** Where the chosen frame stands. */
function standing(context: DebugContext): bigint {
  const frame = chosenFrame(context);
  if (!frame) throw new CommandError('this thread stands nowhere: give an address');
  return toU64(codeAddress(frame));
}

function codeAt(bits: bigint, piece: Piece): VirtAddr {
  const va = virtAddrOf(bits);
  if (va === undefined) throw new CommandError(`${addressText(bits)} is no address that the processor accepts`, piece);
  return va;
}
