/**
 * A growing piece of bytecode: instructions, labels, fixups and line rows of one function or funclet.
 * Knows the encoding of instructions and nothing of C.
 */
import { Op, word0 } from '../vm/opcodes.ts';
import type { CodeFixup, LineRow } from './object.ts';
import type { Span } from './source.ts';

export type Label = number;

/** Instructions after which control never continues at the next one. */
const TERMINATORS: ReadonlySet<number> = new Set([Op.JMP, Op.JMPR, Op.RET, Op.RETV, Op.FRET, Op.UNWIND]);

export class Code {
  readonly words: number[] = [];
  readonly fixups: CodeFixup[] = [];
  readonly lines: LineRow[] = [];
  /** Index of each label, -1 while open. */
  private readonly labels: number[] = [];
  /** Pairs: branch, label. */
  private readonly jumps: number[] = [];
  private lastPlaced = -1;

  /** Index of the next instruction. */
  get here(): number {
    return this.words.length >> 1;
  }

  op(op: number, a = 0, b = 0, c = 0, imm = 0): number {
    this.words.push(word0(op, a, b, c), imm | 0);
    return this.here - 1;
  }

  label(): Label {
    return this.labels.push(-1) - 1;
  }

  place(label: Label): void {
    this.labels[label] = this.here;
    this.lastPlaced = this.here;
  }

  /** Whether a label stands at the next instruction. */
  get labelled(): boolean {
    return this.lastPlaced === this.here;
  }

  /** Index of a label that has been placed. */
  indexOf(label: Label): number {
    return this.labels[label];
  }

  jump(label: Label): void {
    this.branch(Op.JMP, 0, 0, label);
  }

  branch(op: number, b: number, c: number, label: Label): void {
    this.jumps.push(this.here, label);
    this.op(op, 0, b, c);
  }

  /** dest = address of the label. */
  labelAddress(dest: number, label: Label): void {
    this.jumps.push(this.here, label);
    this.op(Op.LEAIP, dest);
  }

  /** A compare-and-branch with a 16-bit immediate. */
  branchImm(op: number, b: number, value: number, label: Label): void {
    this.jumps.push(this.here, label);
    this.op(op, value & 0xff, b, (value >> 8) & 0xff);
  }

  /** False when the next instruction could only be reached by a label nobody has placed yet. */
  get reachable(): boolean {
    const n = this.words.length;
    return n === 0 || this.lastPlaced === this.here || !TERMINATORS.has(this.words[n - 2] & 0xff);
  }

  /** Marks the instruction about to be emitted as naming `target`. */
  fixup(kind: CodeFixup['kind'], target: string, addend: number, scratch: number, place: Span): void {
    this.fixups.push({ at: this.here, kind, target, addend, scratch, place });
  }

  line(file: number, offset: number, statement: boolean): void {
    const last = this.lines[this.lines.length - 1];
    if (last && last.at === this.here) {
      // Nothing was emitted since: the later place wins, unless that would hide a place to stop at.
      if (!last.statement || statement) this.lines.pop();
      else return;
    } else if (last && !statement && last.file === file && last.offset === offset) return;
    this.lines.push({ at: this.here, file, offset, statement });
  }

  /** Pairs (branch index, target index). */
  branches(): Int32Array {
    const out = new Int32Array(this.jumps.length);
    for (let i = 0; i < out.length; i += 2) {
      out[i] = this.jumps[i];
      out[i + 1] = this.labels[this.jumps[i + 1]];
    }
    return out;
  }

  /** Fills in what depends on the final size of the window and of the outgoing area. `funcletBytes`: the latter, when this is a funclet. */
  finish(windowBytes: number, funcletBytes: number, outgoingBytes: number): Int32Array {
    const words = Int32Array.from(this.words);
    for (let i = 0; i < words.length; i += 2) {
      switch (words[i] & 0xff) {
        case Op.RET:
        case Op.RETV:
        case Op.SYSCALL:
          words[i + 1] = windowBytes;
          break;
        case Op.FRET:
          words[i + 1] = funcletBytes;
          break;
        case Op.ALLOCA:
          words[i + 1] = outgoingBytes;
          break;
        case Op.VASTART:
        case Op.GETRA:
        case Op.GETRASLOT:
          words[i] = (words[i] & 0x00ffffff) | ((windowBytes >> 4) << 24);
          break;
      }
    }
    return words;
  }
}
