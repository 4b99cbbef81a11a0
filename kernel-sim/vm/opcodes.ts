/**
 * The bytecode of the simulated processor: one table for interpreter, code generator, disassembler and tests.
 *
 * An instruction is 8 bytes, two little-endian 32-bit words, 8-byte aligned:
 *     word 0 = op | a << 8 | b << 16 | c << 24        word 1 = imm (signed 32 bits)
 * a, b, c usually name registers r0..r255 of the current *window*: 64-bit slots in the current frame, in guest stack RAM.
 * `op.32` forms read and write the low halves only; the high half of the destination keeps what it held. 8- and 16-bit values
 * live in registers extended to 32 bits by their type. Code runs from guest RAM itself: there is no decoded copy.
 * The last instruction slot of each 4 KiB code page holds PAGE (the linker sees to it), so that straight-line execution
 * never leaves a page unnoticed. Branch targets are relative to the branch itself, in instructions.
 *
 * Every instruction makes at most one access to data memory (window slots and frame headers of CALL/RET excepted).
 * Traps leave IP at the instruction, with nothing changed, except INT3/INT2C (IP after it).
 */
export const Op = {
  /** 0 is illegal on purpose: zeroed memory does not execute. */
  ILLEGAL: 0,
  NOP: 1,
  /** Continue at the first instruction of the next virtual page. */
  PAGE: 2,
  /** Function entry marker; read by CALL, never executed by falling into it (that is #UD). a = register count / 2 (window is
   *  16 * a bytes), b = parameter count, c = flags (EnterFlag), imm = bytes below the window: locals, then the outgoing area (multiple of 16). */
  ENTER: 3,
  /** Funclet entry marker: imm = bytes of its outgoing area (multiple of 16). */
  FENTER: 4,

  // moves and constants
  MOV: 5, // a = b (64)
  LDI: 6, // a = sign-extended imm (64)
  LDHI: 7, // high half of a = imm
  LEAIP: 8, // a = address of this instruction + imm bytes
  LEAF: 9, // a = FP + imm bytes (FP = address of the window; locals are at negative imm)
  SX8: 10, // a.32 = sign-extended low 8 bits of b
  SX16: 11,
  ZX8: 12,
  ZX16: 13,
  SX32: 14, // a.64 = sign-extended b.32
  ZX32: 15,

  // 32-bit arithmetic: a.32 = b.32 op c.32
  ADD: 16,
  SUB: 17,
  MUL: 18,
  DIVS: 19, // #DE on zero and on overflow
  DIVU: 20,
  REMS: 21,
  REMU: 22,
  AND: 23,
  OR: 24,
  XOR: 25,
  SHL: 26, // count & 31
  SAR: 27,
  SHR: 28,
  // immediate forms: a.32 = b.32 op imm
  ADDI: 29,
  MULI: 30,
  ANDI: 31,
  ORI: 32,
  XORI: 33,
  SHLI: 34,
  SARI: 35,
  SHRI: 36,
  // comparisons: a.32 = 0 or 1
  SEQ: 37,
  SNE: 38,
  SLT: 39,
  SLE: 40,
  SLTU: 41,
  SLEU: 42,
  SEQI: 43, // a = b.32 == imm
  SNEI: 44,

  // 64-bit arithmetic: a = b op c
  ADD64: 48,
  SUB64: 49,
  MUL64: 50,
  DIVS64: 51,
  DIVU64: 52,
  REMS64: 53,
  REMU64: 54,
  AND64: 55,
  OR64: 56,
  XOR64: 57,
  SHL64: 58, // count = c.32 & 63
  SAR64: 59,
  SHR64: 60,
  ADDI64: 61, // a = b + sign-extended imm
  ANDI64: 62,
  SHLI64: 63,
  SARI64: 64,
  SHRI64: 65,
  SEQ64: 66, // results are 32-bit 0 or 1
  SNE64: 67,
  SLT64: 68,
  SLE64: 69,
  SLTU64: 70,
  SLEU64: 71,
  /** a = b + sign-extended c.32 * imm (address of an array element, int index). */
  LEAX32: 72,
  /** a = b + c.64 * imm. */
  LEAX64: 73,
  /** High 64 bits of the unsigned product b * c. */
  UMULH: 74,
  /** Index of lowest / highest set bit of b.64 in a.32; a.32 = -1 when b is 0. For 32-bit forms zero-extend first. */
  BSF: 75,
  BSR: 76,
  BSWAP32: 77,
  BSWAP64: 78,
  POPCNT: 79,

  // control: target = this instruction + imm
  JMP: 80,
  JZ: 81, // b.32 == 0
  JNZ: 82,
  JZ64: 83,
  JNZ64: 84,
  JEQ: 85, // b.32 == c.32
  JNE: 86,
  JLT: 87,
  JLE: 88,
  JLTU: 89,
  JLEU: 90,
  JEQ64: 91,
  JNE64: 92,
  JLT64: 93,
  JLE64: 94,
  JLTU64: 95,
  JLEU64: 96,
  /** Compare with a 16-bit signed immediate held in (a | c << 8). */
  JEQI: 97, // b.32 == imm16
  JNEI: 98,
  JLTI: 99,
  JLEI: 100,
  JGTI: 101,
  JGEI: 102,
  JMPR: 103, // to the address in b.64

  // memory: address = b.64 + sign-extended imm
  LD8S: 104,
  LD8U: 105,
  LD16S: 106,
  LD16U: 107,
  LD32: 108,
  LD64: 109,
  ST8: 110, // [b + imm] = a
  ST16: 111,
  ST32: 112,
  ST64: 113,
  /** Load / store 64 bits at GS base + imm. */
  LDGS64: 114,
  STGS64: 115,
  /** Atomics on [b.64] (no offset); imm = operand size in bytes 1, 2, 4 or 8; a = old value: 8- and 16-bit ones sign-extended
   *  into a.32, 32-bit ones a.32. The page must be writable, also if a CAS changes nothing. A CAS has 16 bytes too: [b] must be
   *  aligned, a and c are the first of two registers. */
  XADD: 116, // [b] += c
  XCHG: 117, // [b] = c
  CAS: 118, // if [b] == a then [b] = c
  AAND: 119,
  AOR: 120,
  AXOR: 121,

  // calls (Win64 convention; see docs of the machine in ARCHITECTURE.md)
  /** Call this instruction + imm. a = first of c consecutive argument registers. The first four go to RCX, RDX, R8, R9 of the CPU
   *  block, the others to [SP + 32 + 8*(i-4)], where the callee's window takes its parameters from. */
  CALL: 128,
  /** Call the address in b.64; a, c as in CALL. */
  CALLR: 129,
  /** Return; imm = bytes of the window (16 * ENTER.a). */
  RET: 130,
  /** RAX = b, then return. */
  RETV: 131,
  GETRET: 132, // a = RAX
  /** a = address of home slot imm of this frame (caller's SP + 8 * imm). Window size in bytes = c * 16. */
  VASTART: 133,
  /** a = RCX, RDX, R8 or R9 (imm 0..3): for funclets, whose window is their parent's. */
  GETARG: 134,
  /** Call a funclet of the running function at this instruction + imm with RCX = a. */
  CALLFL: 135,
  /** Call the funclet at address r[a+1] with FP = r[a] and RCX, RDX = r[a+2], r[a+3]. */
  CALLF: 136,
  /** Return from a funclet, RAX = b. imm = bytes of its outgoing area. */
  FRET: 137,
  /** FP = r[a], SP = r[a+1], IP = r[a+2], RAX = r[a+3]: abandons the frames between (unwind, longjmp). */
  UNWIND: 138,
  GETFP: 139, // a = FP
  GETSP: 140, // a = SP
  GETIP: 141, // a = address of this instruction
  /** a = return address of this frame; window size in bytes = c * 16. */
  GETRA: 142,
  /** a = address of this frame's return address slot; c as above. */
  GETRASLOT: 143,
  /** Primitive imm of the running image, carried out by TypeScript (kernel mode only, else #UD). IP is the next instruction's while it
   *  runs; a fault inside puts it back here. The stub of a primitive is ENTER 0 registers, PRIM n, RET 0. */
  PRIM: 144,
  /** SP -= b.64 rounded up to 16, with every page down to there touched as ENTER does it; a = SP + imm (imm = outgoing area of the function,
   *  which stays at SP). */
  ALLOCA: 145,
  /** SP = b, unless b is 0. */
  SETSP: 146,

  // traps and system
  INT3: 160,
  INT2C: 161, // assertion failure
  FASTFAIL: 162, // code in b.32
  /** Service number in b.32 (goes to RAX); R10 = RCX, RCX = return address, R11 = flags; imm = bytes of the window, so that the
   *  trap frame can name the caller's argument area (TrapFrame.ARGUMENTS). */
  SYSCALL: 163,
  PAUSE: 164, // ends the slice
  FENCE: 165,
  RDTSC: 166, // a = CPU clock in ns
  CPUID: 167, // a = CPU number
  HLT: 168, // privileged from here on
  CLI: 169,
  STI: 170,
  RDCR: 171, // a = CRn, n = imm (0, 2, 3, 4, 8)
  WRCR: 172, // CRn = b, n = imm; CR3 flushes the TLB's non-global entries; CR8 may let interrupts in
  RDMSR: 173, // a = MSR[b.32]
  WRMSR: 174, // MSR[b.32] = c
  INVLPG: 175, // address in b
  RDFLAGS: 176, // a = flags (bit 9 = interrupts enabled); not privileged

  // floating point (IEEE 754, to nearest, no exceptions): a register holds the bits, of a float in its low half
  FADD64: 180, // a = b op c
  FSUB64: 181,
  FMUL64: 182,
  FDIV64: 183,
  FADD32: 184,
  FSUB32: 185,
  FMUL32: 186,
  FDIV32: 187,
  FSQRT64: 188, // a = square root of b
  FSQRT32: 189,
  FNEG64: 190, // a = b with its sign turned (for floats: XORI)
  FABS64: 191, // a = b without its sign (for floats: ANDI)
  // comparisons: a.32 = 0 or 1; with a NaN only FSNE is true
  FSEQ64: 192,
  FSNE64: 193,
  FSLT64: 194,
  FSLE64: 195,
  FSEQ32: 196,
  FSNE32: 197,
  FSLT32: 198,
  FSLE32: 199,
  FJEQ64: 200, // b == c
  FJNE64: 201,
  FJLT64: 202,
  FJLE64: 203,
  FJNLT64: 204, // not b < c: also with a NaN
  FJNLE64: 205,
  FJEQ32: 206,
  FJNE32: 207,
  FJLT32: 208,
  FJLE32: 209,
  FJNLT32: 210,
  FJNLE32: 211,
  // conversions: a = b. To integers they cut; what does not fit gives the lowest signed integer
  F32TOF64: 212,
  F64TOF32: 213,
  I32TOF64: 214,
  U32TOF64: 215,
  I64TOF64: 216,
  U64TOF64: 217,
  I32TOF32: 218,
  I64TOF32: 219,
  U64TOF32: 220,
  F64TOI32: 221,
  F64TOI64: 222,
  F64TOU64: 223,
  /** a = b rounded to a whole number: imm 0 to nearest (ties to even), 1 down, 2 up, 3 towards zero. */
  FROUND64: 224,
} as const;

export type OpName = keyof typeof Op;

/** Bits of ENTER.c. */
export const EnterFlag = {
  /** Store RCX, RDX, R8, R9 into the caller's home area at entry (variadic functions). */
  HOME: 1,
} as const;

/** How the operands of an instruction are printed and assembled. Letters: a b c registers, i immediate, j branch target (relative
 *  instructions), h 16-bit immediate in a|c<<8, m memory operand [b + imm]. Order is assembly order. */
export const OPERANDS: Record<OpName, string> = {
  ILLEGAL: '',
  NOP: '',
  PAGE: '',
  ENTER: 'abci',
  FENTER: 'i',
  MOV: 'ab',
  LDI: 'ai',
  LDHI: 'ai',
  LEAIP: 'ai',
  LEAF: 'ai',
  SX8: 'ab',
  SX16: 'ab',
  ZX8: 'ab',
  ZX16: 'ab',
  SX32: 'ab',
  ZX32: 'ab',
  ADD: 'abc',
  SUB: 'abc',
  MUL: 'abc',
  DIVS: 'abc',
  DIVU: 'abc',
  REMS: 'abc',
  REMU: 'abc',
  AND: 'abc',
  OR: 'abc',
  XOR: 'abc',
  SHL: 'abc',
  SAR: 'abc',
  SHR: 'abc',
  ADDI: 'abi',
  MULI: 'abi',
  ANDI: 'abi',
  ORI: 'abi',
  XORI: 'abi',
  SHLI: 'abi',
  SARI: 'abi',
  SHRI: 'abi',
  SEQ: 'abc',
  SNE: 'abc',
  SLT: 'abc',
  SLE: 'abc',
  SLTU: 'abc',
  SLEU: 'abc',
  SEQI: 'abi',
  SNEI: 'abi',
  ADD64: 'abc',
  SUB64: 'abc',
  MUL64: 'abc',
  DIVS64: 'abc',
  DIVU64: 'abc',
  REMS64: 'abc',
  REMU64: 'abc',
  AND64: 'abc',
  OR64: 'abc',
  XOR64: 'abc',
  SHL64: 'abc',
  SAR64: 'abc',
  SHR64: 'abc',
  ADDI64: 'abi',
  ANDI64: 'abi',
  SHLI64: 'abi',
  SARI64: 'abi',
  SHRI64: 'abi',
  SEQ64: 'abc',
  SNE64: 'abc',
  SLT64: 'abc',
  SLE64: 'abc',
  SLTU64: 'abc',
  SLEU64: 'abc',
  LEAX32: 'abci',
  LEAX64: 'abci',
  UMULH: 'abc',
  BSF: 'ab',
  BSR: 'ab',
  BSWAP32: 'ab',
  BSWAP64: 'ab',
  POPCNT: 'ab',
  JMP: 'j',
  JZ: 'bj',
  JNZ: 'bj',
  JZ64: 'bj',
  JNZ64: 'bj',
  JEQ: 'bcj',
  JNE: 'bcj',
  JLT: 'bcj',
  JLE: 'bcj',
  JLTU: 'bcj',
  JLEU: 'bcj',
  JEQ64: 'bcj',
  JNE64: 'bcj',
  JLT64: 'bcj',
  JLE64: 'bcj',
  JLTU64: 'bcj',
  JLEU64: 'bcj',
  JEQI: 'bhj',
  JNEI: 'bhj',
  JLTI: 'bhj',
  JLEI: 'bhj',
  JGTI: 'bhj',
  JGEI: 'bhj',
  JMPR: 'b',
  LD8S: 'am',
  LD8U: 'am',
  LD16S: 'am',
  LD16U: 'am',
  LD32: 'am',
  LD64: 'am',
  ST8: 'am',
  ST16: 'am',
  ST32: 'am',
  ST64: 'am',
  LDGS64: 'ai',
  STGS64: 'ai',
  XADD: 'abci',
  XCHG: 'abci',
  CAS: 'abci',
  AAND: 'abci',
  AOR: 'abci',
  AXOR: 'abci',
  CALL: 'acj',
  CALLR: 'abc',
  RET: 'i',
  RETV: 'bi',
  GETRET: 'a',
  VASTART: 'aci',
  GETARG: 'ai',
  CALLFL: 'aj',
  CALLF: 'a',
  FRET: 'bi',
  UNWIND: 'a',
  GETFP: 'a',
  GETSP: 'a',
  GETIP: 'a',
  GETRA: 'ac',
  GETRASLOT: 'ac',
  PRIM: 'i',
  ALLOCA: 'abi',
  SETSP: 'b',
  INT3: '',
  INT2C: '',
  FASTFAIL: 'b',
  SYSCALL: 'bi',
  PAUSE: '',
  FENCE: '',
  RDTSC: 'a',
  CPUID: 'a',
  HLT: '',
  CLI: '',
  STI: '',
  RDCR: 'ai',
  WRCR: 'bi',
  RDMSR: 'ab',
  WRMSR: 'bc',
  INVLPG: 'b',
  RDFLAGS: 'a',
  FADD64: 'abc',
  FSUB64: 'abc',
  FMUL64: 'abc',
  FDIV64: 'abc',
  FADD32: 'abc',
  FSUB32: 'abc',
  FMUL32: 'abc',
  FDIV32: 'abc',
  FSQRT64: 'ab',
  FSQRT32: 'ab',
  FNEG64: 'ab',
  FABS64: 'ab',
  FSEQ64: 'abc',
  FSNE64: 'abc',
  FSLT64: 'abc',
  FSLE64: 'abc',
  FSEQ32: 'abc',
  FSNE32: 'abc',
  FSLT32: 'abc',
  FSLE32: 'abc',
  FJEQ64: 'bcj',
  FJNE64: 'bcj',
  FJLT64: 'bcj',
  FJLE64: 'bcj',
  FJNLT64: 'bcj',
  FJNLE64: 'bcj',
  FJEQ32: 'bcj',
  FJNE32: 'bcj',
  FJLT32: 'bcj',
  FJLE32: 'bcj',
  FJNLT32: 'bcj',
  FJNLE32: 'bcj',
  F32TOF64: 'ab',
  F64TOF32: 'ab',
  I32TOF64: 'ab',
  U32TOF64: 'ab',
  I64TOF64: 'ab',
  U64TOF64: 'ab',
  I32TOF32: 'ab',
  I64TOF32: 'ab',
  U64TOF32: 'ab',
  F64TOI32: 'ab',
  F64TOI64: 'ab',
  F64TOU64: 'ab',
  FROUND64: 'abi',
};

export const INSTRUCTION_BYTES = 8;
export const INSTRUCTIONS_PER_PAGE = 512;

/** Packs word 0. */
export function word0(op: number, a = 0, b = 0, c = 0): number {
  return op | (a << 8) | (b << 16) | (c << 24) | 0;
}
