/**
 * Page frames behind MDLs: locking, and mapping at a system address. The frame numbers that stand behind an MDL are guest memory; whatever is
 * no page of RAM is refused.
 */
import type { Pfn, VirtAddr } from '../../base/numbers.ts';
import { GuestFault } from '../../machine/faults.ts';
import { PAGE } from '../../machine/layout.ts';
import type { Kernel } from '../kernel.ts';
import { C, MDL } from '../layouts.generated.ts';
import { lockFrame, unlockFrame } from '../memory/frames.ts';
import { pagesOf } from '../memory/map.ts';
import { takeSystemAddress } from '../memory/system.ts';
import { mapPage, PTE, readPte, unmapPage } from '../memory/tables.ts';
import type { Primitives } from '../primitives.generated.ts';

const MAX_PAGES = 4096;

const pageCount = (mdl: MDL): number => Math.min(MAX_PAGES, pagesOf((mdl.ByteOffset & (PAGE - 1)) + mdl.ByteCount));
const pfnSlot = (mdl: MDL, i: number): VirtAddr => mdl.va + MDL.size + 8 * i;

/** The frame number behind the MDL, or undefined if it names no page of RAM. */
function frameAt(k: Kernel, mdl: MDL, i: number): Pfn | undefined {
  const pfn = k.mem.u64(pfnSlot(mdl, i));
  return pfn > 0n && pfn < BigInt(k.machine.ramBytes / PAGE) ? Number(pfn) : undefined;
}

/** Frames of the pages as they are mapped now; undefined if one is missing or does not allow the access. */
function framesOf(k: Kernel, mdl: MDL, write: boolean, userOnly: boolean): Pfn[] | undefined {
  const frames: Pfn[] = [];
  const start = mdl.StartVa;
  for (let i = 0; i < pageCount(mdl); i++) {
    const va = start + i * PAGE;
    try {
      frames.push(Math.floor(k.mem.translate(va, write) / PAGE));
    } catch (e) {
      if (e instanceof GuestFault) return undefined;
      throw e;
    }
    if (userOnly && (readPte(k, k.cpu.cr3, va) & BigInt(PTE.USER)) === 0n) return undefined;
  }
  return frames;
}

function writeFrames(k: Kernel, mdl: MDL, frames: Pfn[]): void {
  frames.forEach((pfn, i) => {
    k.mem.setU64(pfnSlot(mdl, i), pfn);
  });
}

export const mdlPrimitives = {
  IopLockMdlPages(k, Mdl, Write, UserOnly) {
    const mdl = new MDL(k.mem, Mdl);
    k.mem.probe(pfnSlot(mdl, 0), 8 * pageCount(mdl), true);
    const frames = framesOf(k, mdl, Write !== 0, UserOnly !== 0);
    if (!frames) return C.STATUS_ACCESS_VIOLATION | 0;
    for (let i = 0; i < frames.length; i++) {
      if (lockFrame(k, frames[i])) continue;
      for (let j = 0; j < i; j++) unlockFrame(k, frames[j]);
      return C.STATUS_INSUFFICIENT_RESOURCES | 0;
    }
    writeFrames(k, mdl, frames);
    return 0;
  },

  IopUnlockMdlPages(k, Mdl) {
    const mdl = new MDL(k.mem, Mdl);
    for (let i = 0; i < pageCount(mdl); i++) unlockFrame(k, frameAt(k, mdl, i) ?? 0);
  },

  IopFillMdlPages(k, Mdl) {
    const mdl = new MDL(k.mem, Mdl);
    k.mem.probe(pfnSlot(mdl, 0), 8 * pageCount(mdl), true);
    writeFrames(k, mdl, framesOf(k, mdl, false, false) ?? []);
  },

  IopMapMdlPages(k, Mdl) {
    const mdl = new MDL(k.mem, Mdl);
    const count = pageCount(mdl);
    const frames: Pfn[] = [];
    for (let i = 0; i < count; i++) {
      frames.push(frameAt(k, mdl, i) ?? k.bugCheck(C.PFN_LIST_CORRUPT, 0x99, k.mem.u64(pfnSlot(mdl, i)), 0, 0));
    }
    const va = takeSystemAddress(k, 'NextSystemPages', count * PAGE);
    for (let i = 0; i < count; i++) {
      if (mapPage(k, k.cpu.cr3, va + i * PAGE, frames[i], { write: true, execute: false, user: false })) continue;
      for (let j = 0; j < i; j++) unmapPage(k, k.cpu.cr3, va + j * PAGE);
      return 0;
    }
    return va;
  },

  IopPhysicalAddress(k, Address) {
    return k.view.isMapped(Address) ? BigInt(k.view.translate(Address)) : -1n;
  },

  IopUnmapMdlPages(k, Address, Pages) {
    for (let i = 0; i < Math.min(Pages, MAX_PAGES); i++) unmapPage(k, k.cpu.cr3, Address + i * PAGE);
  },
} satisfies Partial<Primitives>;
