/**
 * A memory fault of the simulated machine met by TypeScript: thrown by GuestMemory and Cpu, caught by the VM, which
 * raises it in the guest as if the primitive's instruction had faulted. Carries the address as a pair: it need not be
 * canonical. Not an Error on purpose: it is no fault of ours, and a stack trace would cost more than the primitive.
 */
import { hex64, toVirtAddr, type VirtAddr } from '../base/numbers.ts';

/** Bits of a page fault's hardware error code; also how the MMU is told what an access needs. */
export const Access = {
  READ: 0,
  /** The page was present (protection violation). */
  PRESENT: 1,
  WRITE: 2,
  USER: 4,
  /** An entry of the tables names memory that does not exist. */
  RESERVED: 8,
  EXECUTE: 16,
} as const;

export class GuestFault {
  constructor(
    readonly kind: 'page' | 'gp',
    readonly addressHi: number,
    readonly addressLo: number,
    readonly errorCode: number,
  ) {}

  get write(): boolean {
    return (this.errorCode & Access.WRITE) !== 0;
  }

  get execute(): boolean {
    return (this.errorCode & Access.EXECUTE) !== 0;
  }

  /** Exact for page faults; an arbitrary nearby number for a #GP of a non-canonical address. */
  get address(): VirtAddr {
    return toVirtAddr(this.addressHi, this.addressLo);
  }

  toString(): string {
    const bits = (BigInt.asUintN(32, BigInt(this.addressHi)) << 32n) | BigInt(this.addressLo >>> 0);
    return `guest fault: ${this.kind} at ${hex64(bits)}, error code ${this.errorCode}`;
  }
}
