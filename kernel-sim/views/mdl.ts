/**
 * Memory descriptor lists: the buffer that one describes, and the frames behind it.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { MDL } from '../kernel/layouts.generated.ts';
import { PAGE } from '../machine/layout.ts';
import type { Address } from '../protocol/time.ts';
import type { List, Read } from '../protocol/views.ts';
import type { MdlView } from '../protocol/views-io.ts';
import { hex, reading, singleListAt, struct, view, viewAt } from './look.ts';
import { flags, MDL_FLAGS } from './names.ts';

const MAX_PAGES = 256;
const MAX_CHAIN = 64;

export function mdlView(k: Kernel, address: Address): Read<MdlView> {
  return viewAt(address, (va) => readMdl(k, va));
}

/** The chain that starts at the pointer at `first`. */
export function mdlChain(k: Kernel, first: VirtAddr): List<Read<MdlView>> {
  const { entries, cut } = singleListAt(k, first, MAX_CHAIN);
  return { entries: entries.map((va) => view(() => readMdl(k, va))), cut };
}

function readMdl(k: Kernel, va: VirtAddr): Read<MdlView> {
  return reading(() => {
    const mdl = struct(k, MDL, va);
    const { ByteOffset, ByteCount, MdlFlags } = mdl.fields;
    const count = Math.ceil(((ByteOffset & (PAGE - 1)) + ByteCount) / PAGE);
    return {
      ...{ address: hex(va), flags: flags(MdlFlags & 0xffff, MDL_FLAGS), startVa: mdl.hex('StartVa') },
      ...{ byteOffset: ByteOffset, byteCount: ByteCount, mappedSystemVa: mdl.hex('MappedSystemVa') },
      ...{ process: mdl.hex('Process'), next: mdl.hex('Next'), pages: pagesOf(k, va, count) },
    };
  });
}

function pagesOf(k: Kernel, mdl: VirtAddr, count: number): MdlView['pages'] {
  const entries: MdlView['pages']['entries'][number][] = [];
  for (let i = 0; i < Math.min(count, MAX_PAGES); i++) {
    const at = mdl + MDL.size + 8 * i;
    const frame = tryRead(() => k.view.u64(at));
    if (frame === undefined) return { entries, cut: `the frame number at ${hex(at)} cannot be read` };
    const valid = frame > 0n && frame < BigInt(k.machine.ramBytes / PAGE);
    entries.push({ pfn: Number(frame), physical: hex(frame * BigInt(PAGE)), valid });
  }
  return { entries, cut: count > MAX_PAGES ? `only the first ${MAX_PAGES} of ${count} pages are shown` : '' };
}
