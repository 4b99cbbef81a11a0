/**
 * Places and masks for code that works on the memory's Int32Array: fields of a CPU block as *word* offsets (low half; the
 * high half is the next word), words of a frame header from the end of the window, and what cuts addresses into pages.
 * A CPU is named there by the word index of its block.
 *
 * All are plain numbers, because `W.NAME` is replaced by its number in the files of this folder before they are compiled,
 * as `Op.NAME` is: these are the innermost loops of the simulator. A test compares them with machine/layout.ts.
 */
export const W = {
  IP: 0,
  FP: 2,
  SP: 4,
  WINDOW: 6,
  CODE_VA: 8,
  CODE_PA: 10,
  RAX: 12,
  RCX: 14,
  RDX: 16,
  R8: 18,
  R9: 20,
  R10: 22,
  R11: 24,
  MODE: 26,
  IF: 28,
  CR0: 30,
  CR2: 32,
  CR3: 34,
  CR4: 36,
  CR8: 38,
  IRR: 40,
  HALTED: 42,
  CLOCK: 44,
  TIMER_DUE: 46,
  GS_USER: 48,
  GS_KERNEL: 50,
  KSTACK: 52,
  IDT: 54,
  SYSCALL_ENTRY: 56,
  RETIRED: 58,
  STARTED: 60,
  KERNEL_NS: 62,
  USER_NS: 64,
  TLB: 256,

  HEADER_FLAGS: 0,
  HEADER_WINDOW_BYTES: 1,
  HEADER_SP: 2,
  HEADER_FP: 4,
  HEADER_RETURN: 6,
  /** Bytes of a frame header. */
  HEADER_BYTES: 32,
  /** RCX, RDX, R8, R9; a CPU block has them in a row. */
  REGISTER_PARAMETERS: 4,
  /** Registers are named by a byte. */
  MAX_WINDOW_BYTES: 2048,

  /** What marks a page as written, for every reader of the marks. */
  DIRTY: 255,

  PAGE_BYTES: 4096,
  PAGE_MASK: -4096,
  PAGE_OFFSET: 4095,
  /** Bits of a word index that differ between words of different pages. */
  OTHER_PAGE: -1024,
} as const;
