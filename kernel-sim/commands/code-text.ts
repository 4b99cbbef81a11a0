/** The code views as text: stacks, variables, registers, memory, types, disassembly. Pure. */
import type {
  CodePlace,
  DisassemblyView,
  FieldView,
  FrameView,
  InstructionView,
  LocalsView,
  MemoryRow,
  MemoryView,
  RegistersView,
  RegisterView,
  SourceView,
  StackView,
  TypeView,
  ValueView,
  VariableView,
} from '../protocol/views-code.ts';

/** What `k` shows beside the places. */
export interface StackColumns {
  readonly pointers?: boolean;
  readonly args?: boolean;
}

export function stackText({ frames, chosen }: StackView, columns: StackColumns = {}): string {
  if (frames.length === 0) return 'this thread has no stack that can be read';
  return frames
    .flatMap((frame, i) => {
      const crosses = i > 0 && frames[i - 1]?.ring !== frame.ring;
      return [
        ...(crosses ? [`   -- ${frame.ring} mode --`] : []),
        frameText(frame, frame.index === chosen, columns),
        ...(frame.trap ? [`   -- ${frame.trap.cause} (trap frame ${frame.trap.address}) --`] : []),
      ];
    })
    .join('\n');
}

export function frameText(frame: FrameView, isChosen: boolean, { pointers, args }: StackColumns = {}): string {
  const index = `${isChosen ? '>' : ' '}${String(frame.index).padStart(2)}`;
  const columns = pointers ? ` ${digits(frame.fp)} ${digits(frame.ip)}` : '';
  const list = frame.args.map(({ name, value }) => `${name} = ${value}`).join(', ');
  return `${index}${columns} ${placeText(frame)}${args ? ` (${list})` : ''}`;
}

function placeText({ symbol, file, line }: CodePlace): string {
  return file === undefined ? symbol : `${symbol} (${file}:${line})`;
}

function digits(address: string): string {
  return address.replace(/^0x/, '');
}

export function localsText({ routine, variables }: LocalsView, show: { types: boolean; homes: boolean }): string {
  if (variables.length === 0) return `no variables in scope${routine === '' ? '' : ` in ${routine}`}`;
  return variables.map((variable) => variableText(variable, show)).join('\n');
}

function variableText(variable: VariableView, { types, homes }: { types: boolean; homes: boolean }): string {
  const { kind, home, address, type, name, value, changed, shadowed } = variable;
  const where = homes ? `${kind.padEnd(9)} ${home.padEnd(8)} ${address === undefined ? '' : digits(address)} ` : '';
  const declared = types ? declaration(type, name) : name;
  return `${changed ? '*' : ' '} ${where}${declared} = ${value}${shadowed ? ' (hidden by an inner one)' : ''}`;
}

/** `ULONG x`, `CHAR x[16]`, `int (*x)(void)`. */
function declaration(type: string, name: string): string {
  const at = /\(\*+(?=\))/.exec(type);
  if (at) return `${type.slice(0, at.index + at[0].length)}${name}${type.slice(at.index + at[0].length)}`;
  const [, base = type, dimensions = ''] = /^(.*?)\s*((?:\[\d*\])*)$/.exec(type) ?? [];
  return `${base}${base.endsWith('*') ? '' : ' '}${name}${dimensions}`;
}

export function registersText(view: RegistersView): string {
  const { cpu, running, mode, irql, interruptsEnabled, halted, pending, registers, slots: own, place } = view;
  const state = [
    running ? `cpu ${cpu}` : 'the thread does not run: what a switch keeps',
    `${mode} mode`,
    `IRQL ${irql}`,
    `interrupts ${interruptsEnabled ? 'on' : 'off'}`,
    ...(halted ? ['halted'] : []),
    ...(pending.length > 0 ? [`interrupts requested at IRQL ${pending.join(', ')}`] : []),
  ];
  const list = [state.join(', '), ...registers.map(registerText)];
  if (own.length > 0) list.push("the frame's register window:", ...own.map(registerText));
  return [...list, placeText(place)].join('\n');
}

export function registerText({ name, value, note }: RegisterView): string {
  return `${name.padEnd(6)} ${digits(value)}${note === '' ? '' : `  ${note}`}`;
}

export function memoryText({ rows }: MemoryView): string {
  return rows.map(memoryRowText).join('\n');
}

function memoryRowText({ address, items, ascii, symbol }: MemoryRow): string {
  const side = [ascii, symbol].filter((text) => text !== '').join('  ');
  return `${digits(address)}  ${items.join(' ')}${side === '' ? '' : `  ${side}`}`;
}

export function disassemblyText({ routine, instructions }: DisassemblyView): string {
  let line = '';
  const lines = instructions.flatMap((instruction) => {
    const source = instruction.file === undefined ? '' : `${instruction.file}:${instruction.line}`;
    const isNew = instruction.statement && source !== line;
    if (isNew) line = source;
    return [...(isNew ? [`${source}: ${instruction.source.trim()}`] : []), instructionText(instruction)];
  });
  return [`${routine}:`, ...lines].join('\n');
}

function instructionText({ address, bytes, text, operand, current }: InstructionView): string {
  return `${current ? '>' : ' '} ${digits(address)} ${bytes.padEnd(16)} ${text}${operand === '' ? '' : `  ${operand}`}`;
}

/** Numbered lines; > marks the one that is about to be executed. */
export function sourceText({ file, line, from, lines }: SourceView): string {
  const width = String(from + lines.length).length;
  const numbered = lines.map((text, i) => {
    const number = from + i;
    return `${number === line ? '>' : ' '} ${String(number).padStart(width)}  ${text}`.trimEnd();
  });
  return [`${file}:`, ...numbered].join('\n');
}

/** `dt`: with values if an address was given. */
export function typeText({ name, kind, size, address, fields, enumerators, value }: TypeView): string {
  const head = `${name}${address === undefined ? '' : ` at ${address}`}${size > 0 ? ` (${size} bytes)` : ''}`;
  if (kind === 'enum') {
    const members = enumerators.map((member) => `   ${member.name} = ${member.value}`);
    return [`${head}${value === undefined ? '' : `: ${value}`}`, ...members].join('\n');
  }
  if (kind === 'other') return `${head}${value === undefined ? '' : `: ${value}`}`;
  return [head, ...fieldLines(fields, '   ')].join('\n');
}

function fieldLines(fields: readonly FieldView[], indent: string): string[] {
  const width = Math.max(...fields.map(({ name }) => name.length), 0) + 1;
  return fields.flatMap(({ offset, name, type, bits, value, children }) => {
    const position = bits ? ` (bit ${bits.shift}, ${bits.width} wide)` : '';
    const at = `+0x${offset.toString(16).padStart(3, '0')}`;
    const shown = value === undefined ? `${type}${position}` : value;
    return [`${indent}${at} ${name.padEnd(width)}: ${shown}`, ...fieldLines(children, `${indent}   `)];
  });
}

/** `??`: type and value, then members or elements. */
export function valueText(view: ValueView): string {
  return [`${view.type} ${view.value}`, ...childLines(view, '   ')].join('\n');
}

function childLines({ children, more }: ValueView, indent: string): string[] {
  const lines = children.flatMap((child) => [
    // An anonymous struct or union has no name.
    `${indent}${child.name === '' ? '' : `${child.name} = `}${child.value}`,
    ...childLines(child, `${indent}   `),
  ]);
  return more ? [...lines, `${indent}...`] : lines;
}
