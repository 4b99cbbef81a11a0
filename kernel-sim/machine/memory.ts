/**
 * The machine's one memory and the choke point of everything that writes guest RAM by physical address.
 *
 * Whoever writes RAM marks the page in `dirty` (host-side, outside state): the setters here do, and the interpreter,
 * which writes through the views themselves, does so too. A mark sets all bits; each reader of the marks clears its own
 * (DirtyReader). Blocks above RAM (machine, CPUs, TLBs) are not marked: readers always take them whole. Addresses are byte offsets; the 64-bit setters take any integer or bigint.
 */
import { loOf, type PhysAddr } from '../base/numbers.ts';
import { CPU_BYTES, GUARD_BYTES, MACHINE_BYTES, MAX_CPUS, PAGE } from './layout.ts';

const WASM_PAGE = 65536;
const TWO_32 = 4294967296;
const MAX_RAM_BYTES = 1 << 30;
/** What marks a page as written, for every reader of the marks. */
export const DIRTY = 0xff;
/** Who reads the marks, and which bit is theirs to clear. */
export const DirtyReader = { HASH: 1, CHECKPOINT: 2, CODE: 4, SEARCH: 8 } as const;

export class PhysicalMemory {
  readonly ramBytes: number;
  /** Byte offset of the machine block. */
  readonly machineBase: number;
  /** End of the last CPU's block and TLB: the state is [0, stateBytes). */
  readonly stateBytes: number;
  readonly wasm: WebAssembly.Memory;
  readonly words: Int32Array;
  readonly halfs: Uint16Array;
  readonly bytes: Uint8Array;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly view: DataView;
  /** One byte a page of RAM (and of the guard): bits of the DirtyReaders that have not seen what was last written. */
  readonly dirty: Uint8Array;
  /** Hears what the setters here write and what kernel primitives read, while somebody watches. Must change nothing. */
  onAccess: ((pa: PhysAddr, length: number, write: boolean) => void) | undefined;

  constructor(ramBytes: number) {
    if (ramBytes <= 0 || ramBytes > MAX_RAM_BYTES || ramBytes % PAGE !== 0)
      throw new RangeError(`RAM of ${ramBytes} bytes`);
    this.ramBytes = ramBytes;
    this.machineBase = ramBytes + GUARD_BYTES;
    this.stateBytes = this.machineBase + MACHINE_BYTES + MAX_CPUS * CPU_BYTES;
    const pages = Math.ceil(this.stateBytes / WASM_PAGE);
    this.wasm = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const buffer = this.wasm.buffer;
    this.words = new Int32Array(buffer);
    this.halfs = new Uint16Array(buffer);
    this.bytes = new Uint8Array(buffer);
    this.floats = new Float32Array(buffer);
    this.doubles = new Float64Array(buffer);
    this.view = new DataView(buffer);
    this.dirty = new Uint8Array((ramBytes + GUARD_BYTES) / PAGE).fill(DIRTY);
    this.words[0] = 1;
    if (this.bytes[0] !== 1) throw new Error('the simulator needs a little-endian host');
    this.words[0] = 0;
  }

  /** Byte offset of a CPU's block; its TLB follows at CPU_BLOCK_BYTES. */
  cpuBase(cpu: number): number {
    return this.machineBase + MACHINE_BYTES + cpu * CPU_BYTES;
  }

  /** Marks the pages of a range as written. */
  mark(pa: PhysAddr, length = 1): void {
    this.onAccess?.(pa, length, true);
    const last = (pa + length - 1) >>> 12;
    for (let page = pa >>> 12; page <= last; page++) this.dirty[page] = DIRTY;
  }

  u8(pa: PhysAddr): number {
    return this.bytes[pa];
  }

  u16(pa: PhysAddr): number {
    return this.view.getUint16(pa, true);
  }

  u32(pa: PhysAddr): number {
    return this.view.getUint32(pa, true);
  }

  i32(pa: PhysAddr): number {
    return this.view.getInt32(pa, true);
  }

  u64(pa: PhysAddr): bigint {
    return this.view.getBigUint64(pa, true);
  }

  setU8(pa: PhysAddr, value: number): void {
    this.mark(pa);
    this.bytes[pa] = value;
  }

  setU16(pa: PhysAddr, value: number): void {
    this.mark(pa, 2);
    this.view.setUint16(pa, value, true);
  }

  setU32(pa: PhysAddr, value: number): void {
    this.mark(pa, 4);
    this.view.setInt32(pa, value | 0, true);
  }

  setU64(pa: PhysAddr, value: number | bigint): void {
    this.mark(pa, 8);
    this.view.setBigInt64(pa, typeof value === 'bigint' ? value : BigInt(value), true);
  }

  /** A copy. */
  read(pa: PhysAddr, length: number): Uint8Array {
    return this.bytes.slice(pa, pa + length);
  }

  write(pa: PhysAddr, data: Uint8Array): void {
    if (data.length === 0) return;
    this.mark(pa, data.length);
    this.bytes.set(data, pa);
  }

  fill(pa: PhysAddr, length: number, value: number): void {
    if (length <= 0) return;
    this.mark(pa, length);
    this.bytes.fill(value, pa, pa + length);
  }

  /** A 64-bit slot of a block above RAM that holds an integer of at most 53 bits (or an address). */
  slot(at: number): number {
    const w = at >>> 2;
    return this.words[w + 1] * TWO_32 + (this.words[w] >>> 0);
  }

  setSlot(at: number, value: number): void {
    const w = at >>> 2;
    this.words[w] = loOf(value);
    this.words[w + 1] = Math.floor(value / TWO_32);
  }
}
