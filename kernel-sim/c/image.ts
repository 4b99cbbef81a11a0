/**
 * What the linker makes: an immutable, plain, serialisable image. The loader copies its sections into guest RAM and applies the
 * relocations; everything else is for debugger, views and diagnostics.
 *
 * Layout: RVA 0 is a header page (ImageHeader below), then page-aligned sections in this order: code segments (.text, PAGE, INIT ...),
 * .rdata (constants, string literals, .pdata tables), .data (writable, with the import address table at its start), .bss.
 */
import type { FloatKind, IntKind } from './types.ts';

export type ImageKind = 'exe' | 'dll' | 'sys';

export interface Image {
  /** File name: `thermo.sys`, `app.exe`, `ntoskrnl.exe`. */
  name: string;
  kind: ImageKind;
  /** 16 hex digits over all bytes and tables; names the image everywhere. */
  hash: string;
  /** Bytes of address space, multiple of 4096. */
  size: number;
  sections: Section[];
  /** RVA of the entry routine: DriverEntry, mainCRTStartup ...; 0 if none. */
  entry: number;
  /** Sorted by `begin`; funclets are entries of their own, with `parent`. */
  functions: FunctionInfo[];
  /** Exported name -> RVA (functions and data). */
  exports: Record<string, number>;
  /** Names this image needs, each with the RVA of its 8-byte slot, to be filled with the export's address. */
  imports: { name: string; slot: number }[];
  /** RVAs of 8-byte slots that hold an RVA of this image and get the load address added. */
  relocations: number[];
  /** Names behind PRIM n. */
  primitives: string[];
  debug: DebugInfo;
}

export interface Section {
  name: string;
  rva: number;
  /** Bytes mapped; `bytes` may be shorter, the rest is zero. */
  size: number;
  bytes: Uint8Array;
  write: boolean;
  execute: boolean;
  /** INIT sections: unmapped after DriverEntry. */
  discardable: boolean;
  /** PAGE sections. */
  paged: boolean;
}

export interface FunctionInfo {
  name: string;
  /** RVAs; `begin` is the ENTER (or FENTER), `end` exclusive. */
  begin: number;
  end: number;
  /** Registers in the window (even); for a funclet those of its parent. */
  registers: number;
  params: number;
  /** ENTER.imm. */
  frameBytes: number;
  /** Part of frameBytes that is the outgoing area (>= 32 if it calls anything); for a funclet FENTER.imm. */
  outgoingBytes: number;
  /** Index in `functions` of the function whose window a funclet runs over. */
  parent?: number;
  /** Nested innermost first, as a linear search by IP needs them. */
  scopes: SehScope[];
}

/** One __try. RVAs. `filter` 0: __finally with `handler` = its funclet; else `filter` = funclet or 1 for EXCEPTION_EXECUTE_HANDLER
 *  constant, and `handler` = where the __except block starts in the parent itself. */
export interface SehScope {
  begin: number;
  end: number;
  filter: number;
  handler: number;
}

/**
 * In guest memory (so that guest C can unwind): the header at RVA 0, and in .rdata an array of PDATA records sorted by begin,
 * each followed through `info` to an UNWIND record and its scopes. All fields u32, little-endian.
 *   header:  magic 0x304C5A52 ("RZL0"), image bytes, pdata RVA, pdata count, entry RVA, hash low, hash high, reserved
 *   pdata:   begin, end, info
 *   unwind:  window bytes, outgoing bytes, flags (1 = funclet), parent begin RVA, scope count, then per scope begin, end, filter, handler
 */
export const IMAGE_MAGIC = 0x304c5a52;

// ------------------------------------------------------------------- debug information

export interface DebugInfo {
  /** Files by index; text is kept so that the debugger shows what was built. */
  files: { name: string; text: string; system: boolean }[];
  /** Sorted by rva. A row holds until the next one. `statement`: a place to stop at (first instruction of a statement). */
  lines: { rva: number; file: number; line: number; col: number; statement: boolean }[];
  /** Parallel to Image.functions by `function` index. */
  variables: VariableInfo[];
  /** With static locals, as `name$1`. */
  globals: { name: string; rva: number; type: number; file: number; line: number }[];
  /** Type table; entries refer to each other by index. */
  types: TypeInfo[];
  /** Typedef name -> type: all of the lab's own images, those of the learner's own sources elsewhere. */
  typedefs: Record<string, number>;
  /** Line where each function's name is declared, parallel to Image.functions. */
  functionPlaces: { file: number; line: number }[];
  /** Function types, parallel to Image.functions (index into types, -1 for funclets). */
  functionTypes: number[];
}

export interface VariableInfo {
  function: number;
  name: string;
  type: number;
  param: boolean;
  /** Register of the window, or byte offset from FP of a local in memory, or the register that holds its address (records passed by
   *  reference to a copy). */
  at: { register: number } | { offset: number } | { indirect: number };
  /** RVA range of its scope. */
  from: number;
  to: number;
}

export type TypeInfo =
  | { kind: 'void' }
  /** `name`: the typedef that it was declared with (`NTSTATUS`). */
  | { kind: 'int'; int: IntKind; size: number; signed: boolean; name?: string }
  | { kind: 'float'; float: FloatKind; size: number }
  | { kind: 'pointer'; to: number }
  | { kind: 'array'; of: number; length: number; size: number }
  | { kind: 'function'; returns: number; params: number[]; variadic: boolean }
  | {
      kind: 'record';
      name: string;
      union: boolean;
      size: number;
      align: number;
      fields: { name: string; type: number; offset: number; shift?: number; width?: number }[];
    }
  | { kind: 'enum'; name: string; members: { name: string; value: number }[] };
