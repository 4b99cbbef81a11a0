/** Instants of a run. Pure. */
import type { At } from '../../kernel-sim/protocol/time';

export function sameAt(a: At | undefined, b: At | undefined): boolean {
  return a?.branch === b?.branch && a?.instant === b?.instant;
}
