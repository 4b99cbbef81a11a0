/**
 * One translated unit: code, data and debugging facts with every address still open. Code generation makes it, the linker consumes it; it
 * holds references to C types and never leaves the process that made it.
 *
 * Positions in code are *instruction indices* of the function; the linker decides the slots (it inserts PAGE instructions and may expand an
 * instruction into several), so nothing here may assume the distance between two indices.
 */
import type { Span } from './source.ts';
import type { CType, RecordDef } from './types.ts';

export interface ObjectFile {
  /** File id of the main source. */
  file: number;
  functions: ObjectFunction[];
  data: ObjectData[];
  /** Prototypes of primitives (design section 3) in order of declaration. */
  primitives: { name: string; type: CType; place: Span }[];
  /** Records worth a `dt`, also when no variable has their type. */
  records: RecordDef[];
  /** Typedefs and tagged or anonymous enums (under '') that the debugger knows by name. */
  named: { name: string; type: CType }[];
  /** Other names for functions and variables of this unit. */
  aliases: { name: string; target: string; place: Span }[];
  /** Functions of this unit that run before main and when the program exits, in order. */
  starts: { name: string; order: number; place: Span }[];
  exits: { name: string; order: number; place: Span }[];
  /** Names this unit declares dllimport. */
  dllimports: Set<string>;
}

/** 'comdat': external, any one of equal definitions is taken (inline functions, selectany data). */
export type ObjectLinkage = 'external' | 'internal' | 'comdat' | 'tentative';

export interface ObjectFunction {
  /** The name others refer to; funclets get `parent$filter0` and the like. */
  name: string;
  linkage: ObjectLinkage;
  dllexport: boolean;
  /** Code segment: '.text', 'PAGE', 'INIT' ... */
  segment: string;
  /** Two words an instruction; branch distances and addresses are zero until linked. */
  words: Int32Array;
  /** Pairs: index of the branch (or of the LEAIP that takes the address), index it goes to. */
  branches: Int32Array;
  fixups: CodeFixup[];
  lines: LineRow[];
  variables: ObjectVariable[];
  scopes: ObjectScope[];
  /** Name of the function whose window a funclet runs over. */
  parent: string | undefined;
  registers: number;
  params: number;
  frameBytes: number;
  outgoingBytes: number;
  type: CType | undefined;
  place: Span;
}

/**
 * An instruction that names something outside the function.
 *  call     CALL: becomes LEAIP + LD64 + CALLR through the import table if the name turns out to be imported (`scratch` = register to use)
 *  address  LEAIP: becomes LEAIP + LD64 if imported
 *  funclet  CALLFL
 */
export interface CodeFixup {
  at: number;
  kind: 'call' | 'address' | 'funclet';
  target: string;
  addend: number;
  scratch: number;
  place: Span;
}

export interface LineRow {
  at: number;
  file: number;
  offset: number;
  statement: boolean;
}

export interface ObjectVariable {
  name: string;
  type: CType;
  param: boolean;
  at: { register: number } | { offset: number } | { indirect: number };
  from: number;
  to: number;
}

/** One range of one __try (a body that is left early has several). A string names a funclet, a number is an index in this function. */
export interface ObjectScope {
  begin: number;
  end: number;
  /** 0: __finally. 1: constant EXCEPTION_EXECUTE_HANDLER. */
  filter: string | 0 | 1;
  handler: string | number;
}

export interface ObjectData {
  name: string;
  linkage: ObjectLinkage;
  dllexport: boolean;
  size: number;
  align: number;
  /** Undefined: all zero. */
  bytes: Uint8Array | undefined;
  readOnly: boolean;
  fixups: DataFixup[];
  /** Undefined for string literals and tables, which no debugger lists. */
  type: CType | undefined;
  /** String literals with equal keys are one object in the image. */
  pool: string | undefined;
  place: Span;
}

/** An 8-byte slot that holds the address of `target` plus `addend`; `code`: of that instruction of the function `target`. */
export interface DataFixup {
  offset: number;
  target: string;
  addend: number;
  code: number | undefined;
  /** The slot holds, in so many bytes, the distance from this instruction of the function to that of `code`. */
  distance?: { from: number | undefined; size: number };
  place: Span;
}
