/** Commands about data: expressions, types, memory. */
import { pointerText } from '../debugger/format.ts';
import type { MemoryFormat } from '../protocol/views-code.ts';
import { isText, itemSize, memoryView } from '../views/memory.ts';
import { typeView } from '../views/types.ts';
import { watchView } from '../views/value.ts';
import { memoryText, typeText, valueText } from './code-text.ts';
import type { Command } from './command.ts';
import { contextIn } from './context.ts';
import { addressText, needAddresses, numberIn, pointing } from './evaluate.ts';
import { CommandError, IS_LENGTH, lengthIn, numberOf } from './input.ts';

const MAX_ITEMS = 4096;
const MAX_DEPTH = 5;

const EVALUATE: Command = {
  name: '??',
  group: 'data',
  syntax: '?? EXPRESSION',
  summary: 'Evaluates a C expression in the chosen frame, with its type and members',
  details:
    'Nothing is changed: there are no assignments and no calls. @rip, $thread and the like are registers (`r`).\n' +
    'Example: ?? Irp->IoStatus        ?? ((EXTENSION *)DeviceObject->DeviceExtension)->Count',
  completes: ['expression'],
  run: ({ input, host }) => {
    const piece = input.needRest('an expression');
    const view = pointing(piece, () => watchView(contextIn(host), piece.text));
    return { text: valueText(view), records: view };
  },
};

const NUMBER: Command = {
  name: '?',
  group: 'data',
  syntax: '? EXPRESSION',
  summary: 'Evaluates an expression as a number or an address',
  details: 'In decimal, in hexadecimal, and with the name of what is there.\nExample: ? &g_Count        ? sizeof(IRP)',
  completes: ['expression'],
  run: ({ input, host }) => {
    const bits = numberIn(host, input.needRest('an expression'));
    const symbol = pointerText(contextIn(host), bits).split(' ').slice(1).join(' ');
    const text = `${BigInt.asIntN(64, bits)} = ${addressText(bits)}${symbol === '' ? '' : ` ${symbol}`}`;
    return { text, records: { value: addressText(bits), symbol } };
  },
};

const DT: Command = {
  name: 'dt',
  group: 'data',
  syntax: 'dt [-r[DEPTH]] TYPE [MEMBER...] [ADDRESS] | dt VARIABLE',
  summary: 'Shows a type, or what stands at an address as that type',
  details:
    'With -r also the records inside, DEPTH levels down.\n' +
    'Example: dt nt!_IRP        dt _IRP IoStatus. Irp        dt EXTENSION DeviceObject->DeviceExtension        dt g_Config',
  options: { '-r[DEPTH]': 'with the members of members' },
  completes: ['type', 'expression'],
  run: ({ input, host }) => {
    const option = input.take(/^-/);
    if (option && !/^-r\d*$/.test(option.text)) {
      throw input.mistake(`there is no option ${option.text} here; there is: -r[DEPTH]`, option);
    }
    const digits = option?.text.slice(2) ?? '';
    const depth = option ? numberOf({ ...option, text: digits || '1' }, 'a depth', 0, MAX_DEPTH) : 0;
    const piece = input.needRest('a type or a variable');
    const view = pointing(piece, () => typeView(contextIn(host), piece.text, depth));
    return { text: typeText(view), records: view };
  },
};

/** Format, and how many items if nobody says. */
const DUMPS: Readonly<Record<string, { format: MemoryFormat; count: number; what: string }>> = {
  db: { format: 'bytes', count: 64, what: 'bytes, and as characters' },
  dw: { format: 'words', count: 32, what: '16-bit numbers' },
  dd: { format: 'dwords', count: 16, what: '32-bit numbers' },
  dq: { format: 'qwords', count: 8, what: '64-bit numbers' },
  dp: { format: 'pointers', count: 8, what: 'pointers, with the names of what they point to' },
  da: { format: 'ascii', count: 256, what: 'a text of bytes, up to its zero' },
  du: { format: 'unicode', count: 256, what: 'a text of 16-bit characters, up to its zero' },
};

function dumpCommand(name: string): Command {
  const { format, count, what } = DUMPS[name] as (typeof DUMPS)[string];
  return {
    name,
    ...(name === 'dp' && { aliases: ['dps', 'dqs'] }),
    group: 'data',
    syntax: `${name} [ADDRESS] [LCOUNT]`,
    summary: `Shows memory as ${what}`,
    details:
      `Without ADDRESS it goes on behind what was shown last. COUNT items, ${count} if not told; what cannot be read is ??.\n` +
      `Example: ${name} Buffer        ${name} Irp->AssociatedIrp.SystemBuffer L16`,
    completes: ['expression'],
    run: ({ input, host, memory }) => {
      const piece = input.until(IS_LENGTH);
      const items = lengthIn(input, MAX_ITEMS) ?? count;
      const from = piece.text === '' ? memory.nextData : numberIn(host, piece);
      if (from === undefined) throw new CommandError(`${name} needs an address first; see .help ${name}`, piece);
      if (!isText(format)) needAddresses(from, items * itemSize(format), piece);
      const view = memoryView(contextIn(host), from, format, items);
      memory.nextData = BigInt(view.next);
      return { text: memoryText(view), records: view };
    },
  };
}

/** Counted strings: what their structure says, then their text. */
function stringCommand(name: string, type: string): Command {
  return {
    name,
    group: 'data',
    syntax: `${name} ADDRESS`,
    summary: `Shows the ${type} at an address`,
    details: `Example: ${name} RegistryPath`,
    completes: ['expression'],
    run: ({ input, host }) => {
      const piece = input.needRest('an address');
      const address = addressText(numberIn(host, piece));
      const view = pointing(piece, () => watchView(contextIn(host), `*(${type} *)${address}`));
      return { text: valueText(view), records: view };
    },
  };
}

export const DATA_COMMANDS: readonly Command[] = [
  ...[EVALUATE, NUMBER, DT],
  ...Object.keys(DUMPS).map(dumpCommand),
  stringCommand('ds', 'STRING'),
  stringCommand('dS', 'UNICODE_STRING'),
];
