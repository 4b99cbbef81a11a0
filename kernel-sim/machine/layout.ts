/**
 * Where everything is in the machine's one memory (design rule 1), and what the hardware writes into guest stacks.
 *
 *   [0, ramBytes)                       guest RAM
 *   [ramBytes, +GUARD_BYTES)            unused: where a register number beyond the window of broken code may land
 *   then MACHINE_BYTES                  machine block: instant, random state, which CPU runs, devices
 *   then per CPU CPU_BYTES:             CPU block, then its TLB
 *
 * Fields are 8-byte little-endian slots unless they say otherwise; offsets are bytes from the start of their block.
 */

export const PAGE = 4096;
export const MAX_CPUS = 8;
export const GUARD_BYTES = 4096;
export const MACHINE_BYTES = 4096;
export const CPU_BLOCK_BYTES = 1024;
export const TLB_ENTRIES = 256;
/** One entry: word 0 = page VA low 20 bits (bits 31..12) | TlbBit flags, word 1 = VA high, word 2 = physical page address, word 3 unused. */
export const TLB_ENTRY_BYTES = 16;
export const CPU_BYTES = CPU_BLOCK_BYTES + TLB_ENTRIES * TLB_ENTRY_BYTES;

export const TlbBit = { VALID: 1, USER: 2, WRITE: 4, DIRTY: 8, NX: 16, GLOBAL: 32, LARGE: 64 } as const;

/** Machine block. */
export const Mach = {
  INSTANT: 0, // retired instructions over all CPUs (u64)
  RAM_BYTES: 8,
  CPU_COUNT: 16,
  RANDOM: 24, // two 64-bit slots: state of the seeded generator that names the interleaving
  CURRENT_CPU: 40, // the CPU whose slice is running
  SLICE_LEFT: 48, // instructions left in it
  NS_PER_INSTRUCTION: 56,
  STOPPED: 64, // 0 running, else StopReason of machine.ts, with its values in the next slots
  STOP_ARGS: 72, // eight slots: bug-check code and parameters, exit code ...
  BOOTED: 136,
  TICK_NS: 144,
  /** Devices: console input ring and the like start here. */
  DEVICES: 1024,
} as const;

/** CPU block. */
export const CpuField = {
  IP: 0,
  FP: 8, // address of the current window
  SP: 16,
  WINDOW: 24, // physical address of the window: architectural, not re-derived
  CODE_VA: 32, // page that instructions are fetched from
  CODE_PA: 40,
  RAX: 48,
  RCX: 56,
  RDX: 64,
  R8: 72,
  R9: 80,
  R10: 88,
  R11: 96,
  MODE: 104, // 0 kernel, 3 user
  IF: 112, // interrupts enabled
  CR0: 120,
  CR2: 128,
  CR3: 136,
  CR4: 144,
  CR8: 152, // IRQL
  IRR: 160, // interrupt request register: bit n = an interrupt of IRQL n is requested
  HALTED: 168,
  CLOCK: 176, // ns (u64, exact below 2^53)
  TIMER_DUE: 184, // ns at which the local timer raises CLOCK_LEVEL; 2^53-1 = never
  GS_USER: 192,
  GS_KERNEL: 200,
  KSTACK: 208, // SP that a trap from user mode starts with
  IDT: 216, // address of the guest's array of 256 handler addresses
  SYSCALL_ENTRY: 224, // LSTAR: handler of SYSCALL
  RETIRED: 232, // instructions of this CPU
  STARTED: 240,
  KERNEL_NS: 248, // time spent, by mode (statistics for the lab)
  USER_NS: 256,
} as const;

/**
 * Frame header: 32 bytes directly above the window, written by CALL. Window and header never straddle a page.
 *     FP -> r0 r1 ... r(n-1) | FLAGS CALLER_SP CALLER_FP RETURN
 * Locals and the outgoing area lie below FP; SP = FP - ENTER.imm.
 */
export const FrameHeader = {
  /** u32: FrameFlag; u32 at +4: window bytes of this frame. */
  FLAGS: 0,
  CALLER_SP: 8,
  CALLER_FP: 16,
  RETURN: 24,
  BYTES: 32,
} as const;

export const FrameFlag = {
  /** Entered by a trap: CALLER_SP is the address of the TrapFrame; returning resumes it. */
  TRAP: 1,
  /** A funclet's header: FP is its parent's. The header of a funclet is at SP + FENTER.imm. */
  FUNCLET: 2,
  /** First frame of a thread. */
  BOTTOM: 4,
  /** Entered by a trap return with ENTER (user exception dispatcher, APC, thread start); RETURN is what the kernel put in. */
  ENTERED: 8,
} as const;

/**
 * What a trap (exception, interrupt, SYSCALL) pushes on the kernel stack; guest C calls it KTRAP_FRAME (guest/ntoskrnl/ki.h has the
 * same offsets; a test compares). The handler is then entered like a call, with RCX = its address. Returning from the handler
 * (RET through a TRAP header) restores everything from it.
 */
export const TrapFrame = {
  VECTOR: 0, // u32; u32 at +4: hardware error code (page fault: bit 0 present, 1 write, 2 user, 4 execute)
  FAULT_ADDRESS: 8, // CR2 of a page fault; for #GP of a non-canonical address that value
  IP: 16,
  FP: 24,
  SP: 32,
  MODE: 40, // u32 mode to return to; u32 at +4: interrupts enabled
  IRQL: 48, // u32 CR8 at the trap, restored on return
  /** u32 at +52: 1 = on return do not resume at IP in the old frame but *call* IP as a function with RCX..R9 and SP from here.
   *  The hardware itself sets it when a CALL fails at its target (which cannot be fetched, or is no function): then IP is the
   *  target, FP and SP are the caller's, ENTER_RETURN is where the call came from, and returning tries the call again. */
  ENTER: 52,
  RAX: 56,
  RCX: 64,
  RDX: 72,
  R8: 80,
  R9: 88,
  R10: 96,
  R11: 104,
  /** With ENTER: frame flags and return address for the new frame's header. */
  ENTER_FLAGS: 112,
  ENTER_RETURN: 120,
  /** WINDOW of the interrupted frame, for display: resuming derives it anew, since the page may have gone meanwhile. */
  WINDOW: 128,
  /** Kernel's own use: previous trap frame of the thread, previous mode. */
  PREVIOUS: 136,
  PREVIOUS_MODE: 144,
  /** SYSCALL: SP of the stub's caller; arguments from the fifth on are at this + 32. */
  ARGUMENTS: 152,
  BYTES: 160,
} as const;

/** Vectors of the guest's IDT. Interrupts of IRQL n use INTERRUPT + n (APC 1, DISPATCH 2, devices 3..11, clock 13, IPI 14). */
export const Vector = {
  DIVIDE: 0,
  OVERFLOW: 4,
  BREAKPOINT: 3,
  ILLEGAL: 6,
  DOUBLE_FAULT: 8,
  GENERAL_PROTECTION: 13,
  PAGE_FAULT: 14,
  FASTFAIL: 0x29,
  ASSERT: 0x2c,
  INTERRUPT: 0x30,
  /** Stands in TrapFrame.VECTOR of a SYSCALL; no entry of the IDT (the handler is SYSCALL_ENTRY). */
  SYSCALL: 0x100,
} as const;

/** Page-table entry bits (hardware's). */
export const Pte = {
  VALID: 1n << 0n,
  WRITE: 1n << 1n,
  USER: 1n << 2n,
  ACCESSED: 1n << 5n,
  DIRTY: 1n << 6n,
  LARGE: 1n << 7n,
  GLOBAL: 1n << 8n,
  NX: 1n << 63n,
  PFN_MASK: 0x000f_ffff_ffff_f000n,
} as const;
