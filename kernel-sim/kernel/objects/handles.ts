/**
 * Entries of handle tables: taking, reading, freeing, each at one instant. Tables are guest memory: indexes are checked against what the
 * table can hold, pages that are not there count as free.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import { C, EPROCESS, HANDLE_TABLE, HANDLE_TABLE_ENTRY } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { looking, objectType } from './describe.ts';
import { adjustPointerCount } from './objects.ts';

const PER_PAGE = C.OBP_HANDLES_PER_PAGE;
const CAPACITY = PER_PAGE * C.OBP_HANDLE_PAGES;

function entryAt(k: Kernel, table: HANDLE_TABLE, index: number): HANDLE_TABLE_ENTRY | undefined {
  if (index <= 0 || index >= CAPACITY) return undefined;
  const page = k.mem.ptr(table.Pages + 8 * Math.floor(index / PER_PAGE));
  return page === 0 ? undefined : new HANDLE_TABLE_ENTRY(k.mem, page + (index % PER_PAGE) * HANDLE_TABLE_ENTRY.size);
}

/** The entry if it is in use. */
function usedEntry(k: Kernel, table: HANDLE_TABLE, index: number): HANDLE_TABLE_ENTRY | undefined {
  const entry = entryAt(k, table, index);
  return entry && entry.Object !== 0 ? entry : undefined;
}

function copyOut(k: Kernel, from: HANDLE_TABLE_ENTRY, to: VirtAddr): void {
  k.mem.copy(to, from.va, HANDLE_TABLE_ENTRY.size);
}

export const handlePrimitives = {
  ObpTakeHandleEntry(k, Table, Obj, Access, Attributes, PageNeeded) {
    const table = new HANDLE_TABLE(k.mem, Table);
    let index = table.FirstFree;
    let entry = entryAt(k, table, index);
    if (entry && entry.Object === 0) table.FirstFree = entry.AttributesOrNextFree;
    else {
      index = table.NextNew;
      if (index <= 0 || index >= CAPACITY) return -1;
      entry = entryAt(k, table, index);
      if (!entry) {
        k.mem.setU32(PageNeeded, Math.floor(index / PER_PAGE));
        return 0;
      }
      table.NextNew = index + 1;
    }
    entry.Object = Obj;
    entry.GrantedAccess = Access;
    entry.AttributesOrNextFree = Attributes;
    table.HandleCount = (table.HandleCount + 1) >>> 0;
    return index;
  },

  ObpReferenceHandleEntry(k, Table, Index, Entry) {
    const entry = usedEntry(k, new HANDLE_TABLE(k.mem, Table), Index);
    if (!entry) return 0;
    copyOut(k, entry, Entry);
    adjustPointerCount(k, entry.Object, 1);
    return 1;
  },

  ObpFreeHandleEntry(k, Table, Index, Entry) {
    const table = new HANDLE_TABLE(k.mem, Table);
    const entry = usedEntry(k, table, Index);
    if (!entry) return 0;
    copyOut(k, entry, Entry);
    entry.Object = 0;
    entry.GrantedAccess = 0;
    entry.AttributesOrNextFree = table.FirstFree;
    table.FirstFree = Index;
    table.HandleCount = (table.HandleCount - 1) >>> 0;
    return 1;
  },

  ObpNextHandleEntry(k, Table, From) {
    const table = new HANDLE_TABLE(k.mem, Table);
    const end = Math.min(table.NextNew, CAPACITY);
    for (let index = From; index < end; index++) if (usedEntry(k, table, index)) return index;
    return 0;
  },

  ObpTraceHandle(k, Table, Handle, Obj, Access, Opened) {
    const process = looking(() => {
      const owner = k.view.ptr(Table + HANDLE_TABLE.off.Process);
      return owner === 0 ? 0 : k.view.u32(owner + EPROCESS.off.UniqueProcessId);
    }, 0);
    if (Opened !== 0) k.emit('handle_open', Handle, Obj, objectType(k, Obj), Access, process);
    else k.emit('handle_close', Handle, Obj, objectType(k, Obj), process);
  },
} satisfies Partial<Primitives>;
