/**
 * What code is for stops: for each instruction of an image whether a statement begins there, whether it is the learner's own, whether it calls
 * or returns; and which image stands at an address of a running machine. Tables are made once for each image; a CodeMap remembers pages of one
 * machine until it is told to forget (the machine went elsewhere, or a page of code was seen for the first time).
 */
import type { PhysAddr, VirtAddr } from '../../base/numbers.ts';
import type { FunctionInfo, Image } from '../../c/image.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { C, KAPC_STATE, type KLDR_DATA_TABLE_ENTRY, KTHREAD } from '../../kernel/layouts.generated.ts';
import { systemImages } from '../../kernel/memory/images.ts';
import { functionAt, imagesOf, isOurs } from '../../kernel/symbols.ts';
import { PAGE } from '../../machine/layout.ts';
import type { Cpu } from '../../vm/cpu.ts';
import { INSTRUCTION_BYTES, Op } from '../../vm/opcodes.ts';
import { threadOn, tryRead } from '../context.ts';

/** Bits of an instruction. */
export const Slot = {
  /** Code, of whatever kind. */
  CODE: 1,
  /** A statement begins here. */
  STATEMENT: 2,
  /** Written by the learner. */
  OWN: 4,
  CALL: 8,
  RETURN: 16,
} as const;

const tables = new WeakMap<Image, Uint8Array>();

/** Slot bits of every instruction of an image, by RVA / 8. */
function slotsOf(image: Image): Uint8Array {
  let slots = tables.get(image);
  if (!slots) {
    slots = makeSlots(image);
    tables.set(image, slots);
  }
  return slots;
}

function makeSlots(image: Image): Uint8Array {
  const slots = new Uint8Array(image.size / INSTRUCTION_BYTES);
  const { lines, files } = image.debug;
  const own = files.map((file) => !file.system && !isOurs(image, file.name));
  for (const { begin, end } of image.functions)
    slots.fill(Slot.CODE, begin / INSTRUCTION_BYTES, end / INSTRUCTION_BYTES);
  lines.forEach((row, i) => {
    const from = row.rva / INSTRUCTION_BYTES;
    const to = (lines[i + 1]?.rva ?? image.size) / INSTRUCTION_BYTES;
    if (own[row.file]) for (let at = from; at < to; at++) if (slots[at] !== 0) slots[at] |= Slot.OWN;
    if (row.statement && slots[from] !== 0) slots[from] |= Slot.STATEMENT;
  });
  for (const { rva, bytes, execute } of image.sections) {
    if (!execute) continue;
    for (let at = 0; at < bytes.length; at += INSTRUCTION_BYTES) {
      const slot = (rva + at) / INSTRUCTION_BYTES;
      if (slots[slot] === 0) continue;
      const op = bytes[at];
      if (op === Op.CALL || op === Op.CALLR) slots[slot] |= Slot.CALL;
      else if (op === Op.RET || op === Op.RETV) slots[slot] |= Slot.RETURN;
    }
  }
  return slots;
}

/** An image where it is mapped. */
export interface Mapped {
  readonly image: Image;
  readonly base: VirtAddr;
  readonly slots: Uint8Array;
}

/** The function that the frame of the code at an RVA belongs to: its own, or that of the function whose window a funclet runs over. */
export function rootFunction(image: Image, fn: FunctionInfo): FunctionInfo {
  let root = fn;
  for (let i = 0; root.parent !== undefined && i < 8; i++) root = image.functions[root.parent] ?? root;
  return root;
}

export class CodeMap {
  private readonly kernelPages = new Map<number, Mapped | undefined>();
  private readonly userPages = new Map<number, Mapped | undefined>();
  private userSpace: PhysAddr = -1;

  constructor(private readonly k: Kernel) {}

  forget(): void {
    this.kernelPages.clear();
    this.userPages.clear();
  }

  /** The image at an address, as a CPU sees it. */
  at(va: VirtAddr, cpu: Cpu): Mapped | undefined {
    const page = Math.floor(va / PAGE);
    if (va < 0) return this.remember(this.kernelPages, page, () => find(this.k, systemImages(this.k), va));
    const { cr3 } = cpu;
    if (cr3 !== this.userSpace) this.userPages.clear();
    this.userSpace = cr3;
    return this.remember(this.userPages, page, () => find(this.k, imagesOf(this.k, processOn(this.k, cpu)), va));
  }

  /** Slot bits of the instruction at an address; 0 outside of code. */
  slotAt(va: VirtAddr, cpu: Cpu): number {
    const mapped = this.at(va, cpu);
    return mapped ? mapped.slots[(va - mapped.base) / INSTRUCTION_BYTES] : 0;
  }

  functionAt(va: VirtAddr, cpu: Cpu): { mapped: Mapped; fn: FunctionInfo } | undefined {
    const mapped = this.at(va, cpu);
    const fn = mapped && functionAt(mapped.image, va - mapped.base);
    return fn && { mapped, fn };
  }

  private remember(
    pages: Map<number, Mapped | undefined>,
    page: number,
    look: () => Mapped | undefined,
  ): Mapped | undefined {
    if (pages.has(page)) return pages.get(page);
    const found = tryRead(look);
    pages.set(page, found);
    return found;
  }
}

function find(k: Kernel, entries: readonly KLDR_DATA_TABLE_ENTRY[], va: VirtAddr): Mapped | undefined {
  let unloaded: Mapped | undefined;
  for (const entry of entries) {
    const base = entry.DllBase;
    if (va < base || va >= base + entry.SizeOfImage) continue;
    const image = k.images.hashed(entry.Hash);
    if (!image) continue;
    const mapped = { image, base, slots: slotsOf(image) };
    if ((entry.Flags & C.KI_IMAGE_UNLOADED) === 0) return mapped;
    unloaded ??= mapped;
  }
  return unloaded;
}

/** KPROCESS whose address space a CPU uses. */
export function processOn(k: Kernel, cpu: Cpu): VirtAddr {
  return k.view.ptr(threadOn(k, cpu) + KTHREAD.off.ApcState + KAPC_STATE.off.Process);
}
