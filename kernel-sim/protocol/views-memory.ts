/**
 * Views of memory: translation, pool, address spaces, images, and the end of a run. Types only; conventions in views.ts.
 */
import type { RunEnd } from './lab-api.ts';
import type { Address } from './time.ts';
import type { Code, List, Named, Read } from './views.ts';
import type { ProcessName, ThreadName } from './views-threads.ts';

// ------------------------------------------------------------------ translation

export interface TableEntry {
  /** PML4E, PDPTE, PDE, PTE. */
  readonly level: string;
  readonly index: number;
  /** Where the entry is in RAM. */
  readonly physical: Address;
  /** Where it can be seen through the self map of the tables. */
  readonly virtual: Address;
  readonly value: Address;
  readonly present: boolean;
  /** Hardware's and the kernel's own bits: `VALID`, `WRITE`, `NX`, `GUARD` ... */
  readonly bits: readonly string[];
  /** Frame that it names; null unless present. */
  readonly pfn: number | null;
}

export interface PfnRecord {
  readonly pfn: number;
  readonly state: 'free' | 'active' | 'page table' | 'boot' | 'freed while locked' | 'damaged';
  /** Locks by MDLs. */
  readonly locks: number;
}

export interface TlbRecord {
  readonly cpu: number;
  readonly held: boolean;
  /** The CPU uses the same tables (or the page is global); else what it holds belongs to another address space. */
  readonly sameSpace: boolean;
  readonly physical: Address | null;
  readonly bits: readonly string[];
  /** It differs from what that CPU's tables say now. */
  readonly stale: boolean;
  readonly text: string;
}

export interface TranslationView {
  readonly address: Address;
  readonly process: Read<ProcessName>;
  readonly directoryTable: Address;
  /** From the top down to where the walk ended. */
  readonly levels: readonly TableEntry[];
  readonly outcome: 'valid' | 'not present' | 'damaged table' | 'not canonical';
  readonly physical: Address | null;
  readonly pageBytes: number;
  /** What all levels together allow. */
  readonly rights: { readonly write: boolean; readonly user: boolean; readonly execute: boolean } | null;
  readonly pfn: PfnRecord | null;
  readonly tlbs: readonly TlbRecord[];
  /** In one line. */
  readonly text: string;
}

// ------------------------------------------------------------------ pool

export interface PoolBlock {
  /** Header; of a block of whole pages, its first byte. */
  readonly header: Address;
  /** What the allocator handed out. */
  readonly address: Address;
  readonly state: 'allocated' | 'free' | 'damaged';
  readonly tag: string;
  readonly pool: string;
  /** With header. */
  readonly bytes: number;
  /** What the caller asked for. */
  readonly requested: number;
  /** What is wrong with its header, '' if nothing is. */
  readonly damage: string;
}

export interface PoolBlockView {
  readonly address: Address;
  /** Page of small blocks, or a block of whole pages, or neither. */
  readonly kind: 'small blocks' | 'whole pages' | 'no pool';
  readonly pool: string;
  /** The block that has the address; null: the chain of headers does not lead to it. */
  readonly block: PoolBlock | null;
  /** From the block's first byte that was handed out; negative: in its header. */
  readonly offset: number;
  readonly before: PoolBlock | null;
  readonly after: PoolBlock | null;
  /** All blocks of the page, in order. */
  readonly blocks: List<PoolBlock>;
  readonly text: string;
}

export interface PoolTagView {
  readonly tag: string;
  readonly blocks: List<PoolBlock>;
  readonly bytes: number;
}

export interface PoolsView {
  readonly pools: readonly {
    readonly name: string;
    readonly pages: number;
    readonly bytesInUse: number;
    readonly allocations: number;
    readonly frees: number;
  }[];
  /** By tag: blocks in use now and the bytes asked for. */
  readonly tags: readonly {
    readonly tag: string;
    readonly pool: string;
    readonly blocks: number;
    readonly bytes: number;
  }[];
  readonly cut: string;
}

// ------------------------------------------------------------------ address spaces

export interface MemoryRegion {
  readonly from: Address;
  /** First address behind it. */
  readonly to: Address;
  readonly pages: number;
  readonly state: 'committed' | 'guard' | 'reserved';
  /** `rwx`, with `-` for what is not allowed. */
  readonly rights: string;
  /** `image`, `user stack`, `PEB`, `TEB`, `shared data`, `memory`. */
  readonly use: string;
  /** Image and section, thread. */
  readonly name: string;
}

export interface MemoryMapView {
  readonly process: ProcessName;
  readonly regions: List<MemoryRegion>;
}

export interface ModuleRecord {
  readonly name: string;
  readonly base: Address;
  readonly size: number;
  readonly entry: Address;
  readonly state: 'loaded' | 'unloaded';
  /** INIT sections are gone. */
  readonly initDiscarded: boolean;
  readonly hash: Address;
}

export interface ModulesView {
  readonly process: ProcessName | null;
  readonly modules: readonly ModuleRecord[];
}

/** What an address belongs to. */
export interface AddressView {
  readonly address: Address;
  readonly use:
    | 'null page'
    | 'not canonical'
    | 'image'
    | 'unloaded image'
    | 'pool'
    | 'kernel stack'
    | 'stack guard page'
    | 'user memory'
    | 'PFN database'
    | 'shared data'
    | 'page tables'
    | 'system pages'
    | 'nothing';
  readonly mapped: boolean;
  readonly symbol: string;
  readonly pool: PoolBlock | null;
  /** Owner of the stack. */
  readonly thread: ThreadName | null;
  /** In one sentence. */
  readonly text: string;
}

// ------------------------------------------------------------------ the end

export interface Fault {
  /** Instruction that faulted; of a call that failed at its target, the call. */
  readonly instruction: Named;
  /** Trap frame that the processor pushed. */
  readonly trapFrame: Address;
  readonly vector: Code;
  /** Page faults: what was tried. */
  readonly access: 'read' | 'write' | 'execute' | null;
  readonly irql: Code;
  readonly mode: 'kernel' | 'user';
}

export interface EndView {
  /** Null: the machine still runs. */
  readonly end: RunEnd | null;
  readonly cpu: number;
  readonly irql: Code;
  readonly thread: Read<ThreadName>;
  readonly process: Read<ProcessName>;
  /** The innermost trap on the stack; null: the stop was asked for by a call. */
  readonly fault: Fault | null;
  readonly stack: readonly string[];
  /** The learner's innermost frame, '' if there is none. */
  readonly learnerFrame: string;
  /** What the address is that the stop is about; null: it is about none. */
  readonly address: AddressView | null;
}
