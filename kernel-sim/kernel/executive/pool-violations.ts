/**
 * Bug check 0xC2 (BAD_POOL_CALLER) in plain words: what its first parameter says was done wrong.
 */
import { hex64 } from '../../base/numbers.ts';
import { tagText } from './pool.ts';

const tag = (value: bigint): string => `'${tagText(Number(value & 0xffffffffn))}'`;

export function describePoolViolation([violation, p2, p3, p4]: readonly bigint[]): string {
  switch (violation) {
    case 0x7n:
      return `The pool block ${hex64(p4)} was freed although it is free already.`;
    case 0x8n:
      return `${p4} bytes of pool were asked for at IRQL ${p2}: paged pool needs APC_LEVEL or less, nonpaged pool DISPATCH_LEVEL or less.`;
    case 0x9n:
      return `The pool block ${hex64(p4)} was freed at IRQL ${p2}: paged pool needs APC_LEVEL or less, nonpaged pool DISPATCH_LEVEL or less.`;
    case 0xan:
      return `The pool block ${hex64(p2)} was allocated with tag ${tag(p3)} and freed with tag ${tag(p4)}.`;
    case 0x40n:
      return `${hex64(p2)} was freed as if it were pool, but it is a user-mode address.`;
    case 0x46n:
      return p2 === 0n ? 'A null pointer was freed.' : `${hex64(p2)} was freed, but no pool block starts there.`;
    default:
      return `The allocation at ${hex64(p2)} cannot be freed: what the pool knows of it is damaged.`;
  }
}
