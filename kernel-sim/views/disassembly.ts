/** Bytecode as it stands in the guest's memory, beside the source that it was made of. */
import { toU64, type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { disassembleInstruction, namer } from '../c/disasm.ts';
import type { Image } from '../c/image.ts';
import { chosenFrame, codeAddress, type DebugContext, tryRead } from '../debugger/context.ts';
import { isLearnersFunction, isStatement, moduleAt, rowAt, symbolText } from '../debugger/symbols.ts';
import { functionAt, functionName, lineAt, moduleName } from '../kernel/symbols.ts';
import type { CodePlace, DisassemblyView, InstructionView } from '../protocol/views-code.ts';
import { INSTRUCTION_BYTES } from '../vm/opcodes.ts';
import { frozen, hex } from './look.ts';
import { linesOf } from './source.ts';

const MAX_INSTRUCTIONS = 4096;

/** Names of an image's addresses; worked out once, images are immutable. */
const namers = new WeakMap<Image, (rva: number) => string>();
const sources = new WeakMap<Image, Map<number, readonly string[]>>();

/** `count` instructions from an address on; made to begin at an instruction. */
export function disassemblyView(context: DebugContext, from: VirtAddr, count: number): DisassemblyView {
  const start = from - (((from % INSTRUCTION_BYTES) + INSTRUCTION_BYTES) % INSTRUCTION_BYTES);
  const wanted = Math.max(0, Math.min(Math.trunc(count), MAX_INSTRUCTIONS));
  const instructions: InstructionView[] = [];
  let shownLine = '';
  for (let i = 0; i < wanted; i++) {
    const va = virtAddrOf(toU64(start + i * INSTRUCTION_BYTES));
    if (va === undefined) break;
    const one = instruction(context, va);
    // A line is shown once where its code begins.
    const line = `${one.file}:${one.line}`;
    instructions.push(one.statement && line !== shownLine ? one : { ...one, source: '' });
    if (one.statement) shownLine = line;
  }
  return frozen({ routine: symbolText(context, start).replace(/\+.*/, ''), instructions });
}

/** The whole function around an address; undefined if none is known there. */
export function functionView(context: DebugContext, address: VirtAddr): DisassemblyView | undefined {
  const module = moduleAt(context.modules, address);
  const fn = module && functionAt(module.image, address - module.base);
  if (!module || !fn) return undefined;
  return disassemblyView(context, module.base + fn.begin, (fn.end - fn.begin) / INSTRUCTION_BYTES);
}

function instruction(context: DebugContext, va: VirtAddr): InstructionView {
  const { view } = context;
  const module = moduleAt(context.modules, va);
  const rva = va - (module?.base ?? va);
  const words = tryRead(() => [view.i32(va), view.i32(va + 4)]);
  const decoded =
    words && disassembleInstruction(words[0], words[1], module ? rva : va, module && nameOf(module.image));
  const frame = chosenFrame(context);
  const row = module && rowAt(module.image, rva);
  return {
    ...placeIn(module, rva, va),
    address: hex(va),
    bytes: words ? words.map((w) => (w >>> 0).toString(16).toUpperCase().padStart(8, '0')).join(' ') : '',
    text: decoded?.text ?? '??',
    operand: decoded?.symbol ?? '',
    current: frame !== undefined && codeAddress(frame) === va,
    statement: module !== undefined && isStatement(module.image, rva),
    source: module && row ? (textOf(module.image, row.file)[row.line - 1]?.trim() ?? '') : '',
  };
}

function placeIn(module: { image: Image } | undefined, rva: number, va: VirtAddr): CodePlace {
  const fn = module && functionAt(module.image, rva);
  if (!module || !fn) return { symbol: hex(va), file: undefined, line: 0, learner: false };
  const { image } = module;
  const offset = rva - fn.begin;
  const line = lineAt(image, rva);
  return {
    symbol: `${moduleName(image)}!${functionName(image, fn)}${offset === 0 ? '' : `+0x${offset.toString(16)}`}`,
    file: line?.file,
    line: line?.line ?? 0,
    learner: isLearnersFunction(image, fn),
  };
}

function nameOf(image: Image): (rva: number) => string {
  let known = namers.get(image);
  if (!known) {
    known = namer(image);
    namers.set(image, known);
  }
  return known;
}

function textOf(image: Image, file: number): readonly string[] {
  let files = sources.get(image);
  if (!files) {
    files = new Map();
    sources.set(image, files);
  }
  let lines = files.get(file);
  if (!lines) {
    lines = linesOf(image.debug.files[file]?.text ?? '');
    files.set(file, lines);
  }
  return lines;
}
