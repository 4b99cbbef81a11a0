/**
 * Questions about the past and their answers. Plain data. Every answer names instants to go to: `instant` is the state right after what is told.
 */
import type { Address, At } from './time.ts';

/** Where code stood. */
export interface CodePlace {
  readonly address: Address;
  /** `thermo!DispatchControl+0x30 (driver.c:41)`. */
  readonly text: string;
  readonly file: string | undefined;
  readonly line: number;
}

/** Who did something, and when. */
export interface Deed {
  /** Right after it. */
  readonly instant: number;
  readonly cpu: number;
  readonly tid: number;
  readonly pid: number;
  readonly mode: 'user' | 'kernel';
  /** The instruction that did it. */
  readonly place: CodePlace;
  /** The nearest frame of the learner's own code on its stack, where that is another. */
  readonly own: CodePlace | undefined;
  /** The innermost frames, as texts. */
  readonly stack: readonly string[];
}

/**
 * What wrote. `input`: typed input, put into the console's buffer from outside. `pages`: accessed and dirty bits that the processor set in page
 * tables by itself.
 */
export type WriterKind = 'instruction' | 'call' | 'register' | 'primitive' | 'trap' | 'pages' | 'input';

export interface WriteRecord extends Deed {
  readonly kind: WriterKind;
  /** In plain words: `store of 4 bytes`, `kernel primitive ExpFreeBlock`, `interrupt of IRQL 13 saved the state of what it interrupted`. */
  readonly how: string;
  /** First byte written of those asked about: virtual if they were, else physical. */
  readonly address: Address;
  readonly length: number;
  /** These bytes before and after, as two hex digits each. */
  readonly before: string;
  readonly after: string;
  /** The same value was written again. */
  readonly same: boolean;
}

export interface LastWritesRequest {
  /** Either a virtual address, in the address space that is current at `at` (or of `process`, an EPROCESS) ... */
  readonly address?: Address;
  readonly process?: Address;
  /** ... or a physical one. */
  readonly physical?: number;
  readonly length: number;
  readonly at: At;
  /** How many at most; 1 by default. */
  readonly count?: number;
}

/** What lies before the oldest write of a list. */
export type Origin =
  /** There may be more writes: the list is as long as was asked for. */
  | { readonly kind: 'more' }
  /** No earlier write since boot. */
  | { readonly kind: 'boot'; readonly text: string; readonly bytes: string }
  /** Before this instant the address had no page, or another one. */
  | { readonly kind: 'mapped'; readonly instant: number; readonly text: string; readonly by: Deed };

export interface LastWrites {
  readonly at: At;
  readonly address: Address | undefined;
  readonly physical: Address;
  readonly length: number;
  /** Newest first. */
  readonly writes: readonly WriteRecord[];
  readonly origin: Origin;
  /** The address has no page at `at`: what took it away. The writes are those before that. */
  readonly unmapped: Deed | undefined;
}

export interface HistoryRequest {
  readonly expression: string;
  readonly at: At;
  /** The frame whose names count: a thread (KTHREAD) and a frame number at `at`; by default the innermost of the current thread. */
  readonly thread?: Address;
  readonly frame?: number;
  /** Instants between which to look; by default from boot (or from the call that made the frame) to `at`. */
  readonly from?: number;
  readonly to?: number;
  /** Entries at most, the newest ones; 100 by default. */
  readonly limit?: number;
}

export interface ValueChange {
  readonly instant: number;
  /** Who wrote; undefined: it had this value when the history begins. */
  readonly by: WriteRecord | undefined;
  /** As text; in `<` and `>` why it has none. */
  readonly value: string;
}

export interface ExpressionHistory {
  readonly expression: string;
  readonly from: number;
  readonly to: number;
  /** Oldest first. */
  readonly changes: readonly ValueChange[];
  /** Older changes were left out. */
  readonly truncated: boolean;
  /** Its frame: when it was entered and left (undefined: not yet). */
  readonly frame: { readonly entered: number; readonly left: number | undefined } | undefined;
}

export interface PoolBlock {
  readonly address: Address;
  readonly bytes: number;
  readonly tag: string;
  readonly pool: string;
  readonly state: 'allocated' | 'free';
}

export interface PoolEvent {
  readonly kind: 'allocated' | 'freed';
  readonly block: PoolBlock;
  readonly by: Deed;
}

/** Something other than the pool wrote where only the pool may, or into a block that was free. */
export interface PoolDamage {
  readonly kind: 'overrun' | 'underrun' | 'use-after-free';
  /** In plain words, with the block concerned. */
  readonly text: string;
  readonly write: WriteRecord;
}

export interface PoolHistory {
  readonly at: At;
  readonly address: Address;
  /** The block that contains the address at `at`, or the last one that did. */
  readonly block: PoolBlock | undefined;
  /** Offset of the address in it. */
  readonly offset: number;
  /** Allocations and frees of blocks that contained the address, oldest first. */
  readonly events: readonly PoolEvent[];
  /** The block that lies directly before this one, and its allocation. */
  readonly before: PoolEvent | undefined;
  /** Newest first. */
  readonly damage: readonly PoolDamage[];
  /** In plain words, a line each. */
  readonly text: readonly string[];
}

export interface CallsRequest {
  /** `DispatchControl`, `thermo!DispatchControl`. */
  readonly routine: string;
  readonly at: At;
  readonly from?: number;
  readonly to?: number;
  /** The first so many; 100 by default. */
  readonly limit?: number;
}

export interface CallRecord {
  /** The routine is about to execute its first instruction. */
  readonly instant: number;
  readonly cpu: number;
  readonly tid: number;
  readonly pid: number;
  readonly routine: string;
  readonly caller: CodePlace | undefined;
  readonly args: readonly { readonly name: string; readonly type: string; readonly value: string }[];
  /** `instant`: it is about to return. Undefined: it has not returned (yet), or was left by an exception. */
  readonly returned: { readonly instant: number; readonly value: string } | undefined;
}

export interface Calls {
  readonly routine: string;
  readonly calls: readonly CallRecord[];
  readonly truncated: boolean;
}

export interface IrpEvent extends Deed {
  readonly event: string;
  readonly text: string;
}

export interface IrpHistory {
  readonly at: At;
  readonly irp: Address;
  /** The life of the IRP that is (or was last) at this address, oldest first. */
  readonly events: readonly IrpEvent[];
  readonly state: 'never' | 'in flight' | 'pending' | 'completed' | 'freed';
}

/** What may be behind a bug check: an instant to go to, and why. */
export interface Suspect {
  /** Right after it. */
  readonly instant: number;
  readonly text: string;
}

export interface Suspects {
  readonly at: At;
  /** The likeliest first; empty where nothing can be derived. */
  readonly suspects: readonly Suspect[];
}

export interface BreakpointHit {
  readonly instant: number;
  readonly breakpoint: number;
  /** What was read, written or said; '' if the place says all. */
  readonly text: string;
  /** A log point: it does not stop. */
  readonly goesOn: boolean;
}

export interface BreakpointHits {
  /** In the order of instants. */
  readonly hits: readonly BreakpointHit[];
  /** Up to here all are known. */
  readonly to: number;
}
