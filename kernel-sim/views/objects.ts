/**
 * One object: its header, its name, who has handles to it.
 */
import type { VirtAddr } from '../base/numbers.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C } from '../kernel/layouts.generated.ts';
import type { Address } from '../protocol/time.ts';
import type { Read } from '../protocol/views.ts';
import type { ObjectView } from '../protocol/views-objects.ts';
import { handlesTo } from './handles.ts';
import { hex, viewAt } from './look.ts';
import { flags, OBJECT_FLAGS } from './names.ts';
import { directoryEntry, targetOf } from './namespace.ts';
import { nameOf, objectHeader, pathOf, typeOf } from './object-names.ts';

export function objectView(k: Kernel, address: Address): Read<ObjectView> {
  return viewAt(address, (va) => {
    k.view.probe(va - C.OBP_HEADER_BYTES, C.OBP_HEADER_BYTES);
    const header = objectHeader(k, va);
    if (!header) return noObject(va);
    const { PointerCount, HandleCount, Signature, Flags } = header.fields;
    const type = typeOf(k, va);
    const { name, directory } = nameOf(k, va);
    const deleting = (Flags & C.OBP_FLAG_DELETING) !== 0;
    return {
      ...{ address: hex(va), header: hex(header.va) },
      state: Signature === C.OBP_SIGNATURE_DELETED ? 'deleted' : deleting ? 'deleting' : 'alive',
      ...{ type, typeObject: header.hex('Type') },
      ...{ pointerCount: Number(PointerCount), handleCount: Number(HandleCount), flags: flags(Flags, OBJECT_FLAGS) },
      ...{ name, directory: directory === undefined ? '' : pathOf(k, directory), path: pathOf(k, va) },
      target: type === 'SymbolicLink' ? targetOf(k, va) : null,
      entries: type === 'Directory' ? directoryEntry(k, va, name, 1).entries : null,
      openHandles: handlesTo(k, va),
    };
  });
}

function noObject(va: VirtAddr): ObjectView {
  return {
    ...{ address: hex(va), header: hex(va - C.OBP_HEADER_BYTES), state: 'no header', type: '', typeObject: hex(0) },
    ...{ pointerCount: 0, handleCount: 0, flags: flags(0, []), name: '', directory: '', path: '' },
    ...{ target: null, entries: null, openHandles: [] },
  };
}
