/** Bytecode of an image as text, one instruction a line, with names for what it refers to. For the debugger, tests and developers. */
import { INSTRUCTION_BYTES, OPERANDS, Op, type OpName } from '../vm/opcodes.ts';
import type { FunctionInfo, Image } from './image.ts';

export interface DisassembledLine {
  rva: number;
  /** Mnemonic and operands. */
  text: string;
  /** What the operand refers to, '' if nothing. */
  symbol: string;
}

const NAMES: readonly (OpName | undefined)[] = (() => {
  const names: (OpName | undefined)[] = [];
  for (const [name, code] of Object.entries(Op)) names[code] = name as OpName;
  return names;
})();

/** One instruction from its two words; `rva` is where it stands. */
export function disassembleInstruction(
  word0: number,
  imm: number,
  rva: number,
  nameOf: (rva: number) => string = () => '',
): DisassembledLine {
  const name = NAMES[word0 & 0xff];
  if (!name) return { rva, text: `.word 0x${(word0 >>> 0).toString(16)}, ${imm}`, symbol: '' };
  const a = (word0 >>> 8) & 0xff;
  const b = (word0 >>> 16) & 0xff;
  const c = word0 >>> 24;
  let symbol = '';
  const operands = Array.from(OPERANDS[name], (letter) => {
    switch (letter) {
      case 'a':
        return name === 'ENTER' ? `${a}` : `r${a}`;
      case 'b':
        return name === 'ENTER' ? `${b}` : `r${b}`;
      case 'c':
        return name === 'ENTER' || name === 'CALL' || name === 'CALLR' || name.startsWith('GETRA') || name === 'VASTART'
          ? `${c}`
          : `r${c}`;
      case 'h':
        return `${((a | (c << 8)) << 16) >> 16}`;
      case 'j': {
        const target = rva + imm * INSTRUCTION_BYTES;
        symbol = nameOf(target);
        return `0x${target.toString(16)}`;
      }
      case 'm':
        return imm === 0 ? `[r${b}]` : `[r${b} ${imm < 0 ? '-' : '+'} ${Math.abs(imm)}]`;
      default:
        if (name === 'LEAIP') {
          symbol = nameOf(rva + imm);
          return `0x${(rva + imm).toString(16)}`;
        }
        return `${imm}`;
    }
  });
  return { rva, text: `${name} ${operands.join(', ')}`.trimEnd(), symbol };
}

/** Names of RVAs: functions, globals, import slots, `function+offset`. */
export function namer(image: Image): (rva: number) => string {
  const exact = new Map<number, string>();
  for (const { name, slot } of image.imports) exact.set(slot, `import ${name}`);
  for (const g of image.debug.globals) exact.set(g.rva, g.name);
  for (const f of image.functions) exact.set(f.begin, f.name);
  return (rva) => {
    const known = exact.get(rva);
    if (known) return known;
    const f = image.functions.find((x) => x.begin < rva && rva < x.end);
    return f ? `${f.name}+0x${(rva - f.begin).toString(16)}` : '';
  };
}

/** All instructions of a function (a name, or an entry of `image.functions`). */
export function disassemble(image: Image, fn: string | FunctionInfo): DisassembledLine[] {
  const f = typeof fn === 'string' ? image.functions.find((x) => x.name === fn) : fn;
  if (!f) return [];
  const section = image.sections.find((s) => s.rva <= f.begin && f.begin < s.rva + s.size);
  if (!section) return [];
  const view = new DataView(section.bytes.buffer, section.bytes.byteOffset, section.bytes.byteLength);
  const nameOf = namer(image);
  const out: DisassembledLine[] = [];
  for (let rva = f.begin; rva < f.end; rva += INSTRUCTION_BYTES) {
    const at = rva - section.rva;
    out.push(disassembleInstruction(view.getInt32(at, true), view.getInt32(at + 4, true), rva, nameOf));
  }
  return out;
}
