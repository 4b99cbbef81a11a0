/** Places in code, as one types them: `MirrorControl`, `mirror!MirrorControl`, `driver.c:41`. Pure. */
import type { PlaceSpec } from '../../kernel-sim/protocol/time';

/** Undefined: this is no place. */
export function placeFrom(text: string): PlaceSpec | undefined {
  const words = text.trim();
  const line = /^([\w.-]+\.[ch]):(\d+)$/i.exec(words);
  if (line) return { kind: 'line', file: line[1], line: Number(line[2]) };
  return /^(\w+!)?[A-Za-z_]\w*$/.test(words) ? { kind: 'routine', name: words } : undefined;
}

/** `nt!KiIdle+0x30 (ntoskrnl/ki.h:41)` -> `nt!KiIdle (ki.h:41)`, and the image. */
export function placeWords(place: string): { readonly text: string; readonly image: string } {
  return {
    text: place.replace(/\+0x[0-9a-f]+/i, '').replace(/\([^()\s]*\//, '('),
    image: /^(\w+)!/.exec(place)?.[1] ?? '',
  };
}
