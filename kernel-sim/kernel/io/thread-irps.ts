/**
 * The list of IRPs that a thread has issued and that are not finished (ETHREAD.IrpList), each change at one instant. An IRP that is being
 * cancelled from outside is held: it stays on the list, so that it is not freed under the canceller's hands.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import { initializeList, insertHead, listEntries, removeEntry } from '../dispatcher/lists.ts';
import type { Kernel } from '../kernel.ts';
import { C, ETHREAD, IRP } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';

/** Offset of IRP.Tail.Overlay.OriginalFileObject. */
const ORIGINAL_FILE_OBJECT = 0xc0;

function isHeld(k: Kernel, irp: VirtAddr): boolean {
  return (k.mem.u8(irp + IRP.off.AllocationFlags) & C.IOP_IRP_HELD) !== 0;
}

function setHeld(k: Kernel, irp: VirtAddr, held: boolean): void {
  const at = irp + IRP.off.AllocationFlags;
  k.mem.setU8(at, held ? k.mem.u8(at) | C.IOP_IRP_HELD : k.mem.u8(at) & ~C.IOP_IRP_HELD);
}

/** True if the pointer there is `wanted`, or any will do. */
function fits(k: Kernel, at: VirtAddr, wanted: VirtAddr): boolean {
  return wanted === 0 || k.mem.i64(at) === BigInt(wanted);
}

export const threadIrpPrimitives = {
  IopLinkIrp(k, Thread, Irp) {
    insertHead(k, Thread + ETHREAD.off.IrpList, Irp + IRP.off.ThreadListEntry);
  },

  IopUnlinkIrp(k, Irp) {
    if (isHeld(k, Irp)) return 0;
    removeEntry(k, Irp + IRP.off.ThreadListEntry);
    initializeList(k, Irp + IRP.off.ThreadListEntry);
    return 1;
  },

  IopHoldIrp(k, Thread, FileObject, Request) {
    for (const entry of listEntries(k, Thread + ETHREAD.off.IrpList)) {
      const irp = entry - IRP.off.ThreadListEntry;
      if (k.mem.u8(irp + IRP.off.Cancel) !== 0 || isHeld(k, irp)) continue;
      if (!fits(k, irp + ORIGINAL_FILE_OBJECT, FileObject) || !fits(k, irp + IRP.off.UserIosb, Request)) continue;
      setHeld(k, irp, true);
      return irp;
    }
    return 0;
  },

  IopReleaseIrp(k, Irp) {
    setHeld(k, Irp, false);
  },
} satisfies Partial<Primitives>;
