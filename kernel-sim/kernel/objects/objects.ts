/**
 * Reference counts of objects, each change at one instant and in the trace.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import { C, OBJECT_HEADER } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { objectName, objectType, unicodeText } from './describe.ts';

/** PointerCount += delta; the new count. */
export function adjustPointerCount(k: Kernel, object: VirtAddr, delta: number): bigint {
  const header = new OBJECT_HEADER(k.mem, object - C.OBP_HEADER_BYTES);
  const count = BigInt.asIntN(64, header.PointerCount + BigInt(delta));
  header.PointerCount = count;
  k.emit(delta > 0 ? 'ob_ref' : 'ob_deref', object, objectType(k, object), Number(BigInt.asIntN(32, count)));
  return count;
}

export const objectPrimitives = {
  ObpAdjustPointerCount(k, Obj, Delta) {
    return adjustPointerCount(k, Obj, Delta);
  },

  ObpAdjustHandleCount(k, Obj, Delta) {
    const header = new OBJECT_HEADER(k.mem, Obj - C.OBP_HEADER_BYTES);
    const count = BigInt.asIntN(64, header.HandleCount + BigInt(Delta));
    header.HandleCount = count;
    return count;
  },

  ObpTraceCreate(k, Obj) {
    k.emit('ob_create', Obj, objectType(k, Obj), objectName(k, Obj));
  },

  ObpTraceDelete(k, Obj) {
    k.emit('ob_delete', Obj, objectType(k, Obj));
  },

  ObpTraceLink(k, Name, Target, Created) {
    if (Created !== 0) k.emit('link_create', unicodeText(k, Name), unicodeText(k, Target));
    else k.emit('link_delete', unicodeText(k, Name));
  },
} satisfies Partial<Primitives>;
