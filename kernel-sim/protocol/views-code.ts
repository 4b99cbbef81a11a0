/**
 * What the code views show: stack, registers, variables, memory, disassembly, types, source. Plain frozen data; types only.
 */
import type { Address } from './time.ts';

/** A value with its C type; `children` are there as deep as was asked for. */
export interface ValueView {
  readonly name: string;
  readonly type: string;
  /** One line: `41 (0x29)`, `0xFFFF... thermo!Control`, `<cannot read 0x...: not mapped>`. */
  readonly value: string;
  readonly address: Address | undefined;
  /** It has members, elements or something that it points to. */
  readonly expandable: boolean;
  readonly children: readonly ValueView[];
  /** More elements or members than are shown. */
  readonly more: boolean;
}

export interface VariableView extends ValueView {
  readonly kind: 'parameter' | 'local' | 'static';
  /** Where it lives: `r3`, `fp-0x40`, `[r2]`, `static`. */
  readonly home: string;
  /** An inner variable of the same name hides it. */
  readonly shadowed: boolean;
  /** Has another value than at the instant it was compared with; false if it was not compared. */
  readonly changed: boolean;
}

export interface LocalsView {
  /** Names the activation: variables of two instants may be compared if it is equal. '' if there is no frame. */
  readonly frame: string;
  /** `thermo!Control`; '' if unknown. */
  readonly routine: string;
  readonly variables: readonly VariableView[];
}

export interface CodePlace {
  /** `thermo!Control+0x30`, or digits. */
  readonly symbol: string;
  readonly file: string | undefined;
  /** 0: unknown. */
  readonly line: number;
  /** The learner's own source. */
  readonly learner: boolean;
}

export interface FrameView extends CodePlace {
  readonly index: number;
  readonly ring: 'kernel' | 'user';
  /** The instruction it stands at, or where the call that it waits for returns to. */
  readonly ip: Address;
  readonly sp: Address;
  readonly fp: Address;
  readonly args: readonly ValueView[];
  /** The frame was entered by a trap out of the next one. */
  readonly trap: TrapView | undefined;
}

export interface TrapView {
  readonly address: Address;
  readonly vector: number;
  /** `system call`, `page fault reading 0x...`, `clock interrupt` ... */
  readonly cause: string;
}

export interface StackView {
  readonly thread: Address;
  readonly tid: number;
  readonly pid: number;
  /** Undefined: the thread does not run. */
  readonly cpu: number | undefined;
  readonly frames: readonly FrameView[];
  /** Index of the chosen frame. */
  readonly chosen: number;
}

export interface RegisterView {
  readonly name: string;
  readonly value: Address;
  /** What it means, if it is an address with a name or the home of a variable. */
  readonly note: string;
}

export interface RegistersView {
  readonly cpu: number;
  /** False: the thread does not run; what a switch keeps is shown. */
  readonly running: boolean;
  readonly mode: 'kernel' | 'user';
  readonly irql: number;
  readonly interruptsEnabled: boolean;
  readonly halted: boolean;
  /** IRQLs at which interrupts are requested. */
  readonly pending: readonly number[];
  /** ip, sp, fp, argument and result registers, control registers. */
  readonly registers: readonly RegisterView[];
  /** The frame's window, r0 upwards. */
  readonly slots: readonly RegisterView[];
  readonly place: CodePlace;
}

export type MemoryFormat = 'bytes' | 'words' | 'dwords' | 'qwords' | 'ascii' | 'unicode' | 'pointers';

export interface MemoryRow {
  readonly address: Address;
  /** In digits, or text; `??` for what cannot be read. */
  readonly items: readonly string[];
  /** The row's bytes as characters, `.` for those that are none; '' for text and pointers. */
  readonly ascii: string;
  /** Pointers: what the value is the address of. */
  readonly symbol: string;
}

export interface MemoryView {
  readonly format: MemoryFormat;
  readonly address: Address;
  readonly rows: readonly MemoryRow[];
  /** The first address behind what is shown. */
  readonly next: Address;
}

export interface InstructionView extends CodePlace {
  readonly address: Address;
  /** 16 digits of the two words; '' if they cannot be read. */
  readonly bytes: string;
  readonly text: string;
  /** What the operand refers to. */
  readonly operand: string;
  /** The chosen frame stands here. */
  readonly current: boolean;
  /** A statement begins here; `source` is its line of text. */
  readonly statement: boolean;
  readonly source: string;
}

export interface DisassemblyView {
  readonly routine: string;
  readonly instructions: readonly InstructionView[];
}

export interface SourceView extends CodePlace {
  /** Image whose source it is. */
  readonly image: string;
  /** Source of the lab, not of the learner. */
  readonly system: boolean;
  readonly column: number;
  /** Number of the first line in `lines`. */
  readonly from: number;
  readonly lines: readonly string[];
}

export interface FieldView {
  readonly offset: number;
  /** Bytes; 0 if unknown. */
  readonly size: number;
  readonly name: string;
  readonly type: string;
  readonly bits: { readonly shift: number; readonly width: number } | undefined;
  /** Undefined: no address was given. */
  readonly value: string | undefined;
  readonly address: Address | undefined;
  readonly children: readonly FieldView[];
}

/** `dt`. */
export interface TypeView {
  readonly name: string;
  readonly kind: 'struct' | 'union' | 'enum' | 'other';
  /** Bytes; 0 if unknown. */
  readonly size: number;
  readonly address: Address | undefined;
  readonly fields: readonly FieldView[];
  readonly enumerators: readonly { readonly name: string; readonly value: number }[];
  /** What stands at the address, if the type is no struct or union. */
  readonly value: string | undefined;
}
