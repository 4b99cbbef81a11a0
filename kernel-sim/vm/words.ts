/**
 * CPU block fields and frame header fields as *word* offsets (low half; the high half is the next word), for code that
 * works on the memory's Int32Array. A CPU is named there by the word index of its block.
 */
import { CPU_BLOCK_BYTES, CpuField, FrameHeader } from '../machine/layout.ts';

export const IP = CpuField.IP >> 2;
export const FP = CpuField.FP >> 2;
export const SP = CpuField.SP >> 2;
export const WINDOW = CpuField.WINDOW >> 2;
export const CODE_VA = CpuField.CODE_VA >> 2;
export const CODE_PA = CpuField.CODE_PA >> 2;
export const RAX = CpuField.RAX >> 2;
export const RCX = CpuField.RCX >> 2;
export const RDX = CpuField.RDX >> 2;
export const R8 = CpuField.R8 >> 2;
export const R9 = CpuField.R9 >> 2;
export const R10 = CpuField.R10 >> 2;
export const R11 = CpuField.R11 >> 2;
export const MODE = CpuField.MODE >> 2;
export const IF = CpuField.IF >> 2;
export const CR0 = CpuField.CR0 >> 2;
export const CR2 = CpuField.CR2 >> 2;
export const CR3 = CpuField.CR3 >> 2;
export const CR4 = CpuField.CR4 >> 2;
export const CR8 = CpuField.CR8 >> 2;
export const IRR = CpuField.IRR >> 2;
export const HALTED = CpuField.HALTED >> 2;
export const CLOCK = CpuField.CLOCK >> 2;
export const TIMER_DUE = CpuField.TIMER_DUE >> 2;
export const GS_USER = CpuField.GS_USER >> 2;
export const GS_KERNEL = CpuField.GS_KERNEL >> 2;
export const KSTACK = CpuField.KSTACK >> 2;
export const IDT = CpuField.IDT >> 2;
export const SYSCALL_ENTRY = CpuField.SYSCALL_ENTRY >> 2;
export const RETIRED = CpuField.RETIRED >> 2;
export const STARTED = CpuField.STARTED >> 2;
export const KERNEL_NS = CpuField.KERNEL_NS >> 2;
export const USER_NS = CpuField.USER_NS >> 2;
export const TLB = CPU_BLOCK_BYTES >> 2;

/** Words of a frame header, from the end of the window. */
export const HEADER_FLAGS = FrameHeader.FLAGS >> 2;
export const HEADER_WINDOW_BYTES = (FrameHeader.FLAGS >> 2) + 1;
export const HEADER_SP = FrameHeader.CALLER_SP >> 2;
export const HEADER_FP = FrameHeader.CALLER_FP >> 2;
export const HEADER_RETURN = FrameHeader.RETURN >> 2;

export const PAGE_MASK = ~4095;
export const PAGE_OFFSET = 4095;
