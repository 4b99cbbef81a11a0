/**
 * A small assembler for tests and measurements: one instruction a line, operands in the order of OPERANDS.
 *
 *     loop:  ADDI r1, r1, -1        ; comment
 *            LD32 r2, [r3+8]
 *            JGTI r1, 0, loop
 *            LEAIP r4, data         ; labels as immediates are distances: in bytes for LEAIP, in instructions for branches
 *     data:  .quad 0x123456789, loop  ; a label here is its offset from the start
 *            .org 0x2000            ; zero bytes up to there
 *
 * The last instruction slot of every page gets its PAGE by itself.
 */
import { INSTRUCTION_BYTES, INSTRUCTIONS_PER_PAGE, OPERANDS, Op, type OpName, word0 } from './opcodes.ts';

export interface Assembly {
  bytes: Uint8Array;
  /** Byte offset of each label. */
  labels: ReadonlyMap<string, number>;
}

interface Line {
  at: number;
  name: string;
  operands: string[];
  text: string;
}

export function assemble(source: string): Assembly {
  const labels = new Map<string, number>();
  const lines: Line[] = [];
  let at = 0;
  const page = () => {
    if ((at / INSTRUCTION_BYTES) % INSTRUCTIONS_PER_PAGE !== INSTRUCTIONS_PER_PAGE - 1) return;
    lines.push({ at, name: 'PAGE', operands: [], text: 'PAGE' });
    at += INSTRUCTION_BYTES;
  };
  for (const raw of source.split('\n')) {
    let text = raw.replace(/;.*/, '').trim();
    for (let label = /^(\w+):\s*/.exec(text); label; label = /^(\w+):\s*/.exec(text)) {
      if (!/^\.(quad|org)/.test(text.slice(label[0].length))) page();
      if (labels.has(label[1])) throw new Error(`label ${label[1]} twice`);
      labels.set(label[1], at);
      text = text.slice(label[0].length);
    }
    if (text === '') continue;
    const [name] = text.split(/\s/, 1);
    const rest = text.slice(name.length).trim();
    const operands = rest === '' ? [] : rest.split(',').map((operand) => operand.trim());
    if (name === '.org') {
      at = Number(rest);
      continue;
    }
    if (name !== '.quad') page();
    lines.push({ at, name, operands, text });
    at += name === '.quad' ? INSTRUCTION_BYTES * operands.length : INSTRUCTION_BYTES;
  }
  const last = at - (at % 4096);
  if (at > last) lines.push({ at: last + 4096 - INSTRUCTION_BYTES, name: 'PAGE', operands: [], text: 'PAGE' });
  const bytes = new Uint8Array(Math.ceil(at / 4096) * 4096);
  const view = new DataView(bytes.buffer);
  for (const line of lines) {
    try {
      emit(view, line, labels);
    } catch (e) {
      throw new Error(`${line.text}: ${(e as Error).message}`);
    }
  }
  return { bytes, labels };
}

function emit(view: DataView, line: Line, labels: ReadonlyMap<string, number>): void {
  const { at, name, operands } = line;
  if (name === '.quad') {
    operands.forEach((operand, i) => {
      view.setBigInt64(at + 8 * i, BigInt(labels.get(operand) ?? operand), true);
    });
    return;
  }
  if (!(name in Op)) throw new Error('unknown instruction');
  const form = OPERANDS[name as OpName];
  if (operands.length !== form.length) throw new Error(`takes ${form.length} operands`);
  const fields = { a: 0, b: 0, c: 0, imm: 0 };
  [...form].forEach((letter, i) => {
    const operand = operands[i];
    switch (letter) {
      case 'a':
      case 'b':
      case 'c':
        fields[letter] = byteOf(operand);
        break;
      case 'h': {
        const value = numberOf(operand);
        fields.a = value & 0xff;
        fields.c = (value >> 8) & 0xff;
        break;
      }
      case 'm': {
        const match = /^\[(r\d+)\s*([+-].*)?\]$/.exec(operand);
        if (!match) throw new Error(`no memory operand: ${operand}`);
        fields.b = byteOf(match[1]);
        fields.imm = numberOf(match[2] ?? '0');
        break;
      }
      default: {
        const label = labels.get(operand);
        const unit = letter === 'j' ? INSTRUCTION_BYTES : 1;
        fields.imm = label === undefined ? numberOf(operand) : (label - at) / unit;
      }
    }
  });
  view.setInt32(at, word0(Op[name as OpName], fields.a, fields.b, fields.c), true);
  view.setInt32(at + 4, fields.imm | 0, true);
}

/** A register, or a plain number where a byte is no register (ENTER, CALL counts, VASTART). */
function byteOf(operand: string): number {
  const value = numberOf(operand.replace(/^r/, ''));
  if (value < 0 || value > 255) throw new Error(`${operand} does not fit`);
  return value;
}

function numberOf(operand: string): number {
  const match = /^([+-]?)\s*(0x[\da-fA-F]+|\d+)$/.exec(operand);
  if (!match) throw new Error(`no number: ${operand}`);
  return match[1] === '-' ? -Number(match[2]) : Number(match[2]);
}
