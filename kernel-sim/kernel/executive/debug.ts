/**
 * Debug output and the marks that programs and drivers put on the timeline.
 */
import type { Primitives } from '../primitives.generated.ts';

const MAX_NAME = 64;

export const debugPrimitives = {
  KdpPrintText(k, Text, Length) {
    let text = '';
    for (const byte of k.mem.bytes(Text, Length)) text += String.fromCharCode(byte);
    k.emit('dbg', text);
  },

  LabpTag(k, Name) {
    k.emit('tag', k.mem.cstring(Name, MAX_NAME));
  },

  LabpMark(k, Name) {
    k.emit('mark', k.mem.cstring(Name, MAX_NAME));
  },
} satisfies Partial<Primitives>;
