/**
 * Checkpoints: whole states of a machine at pristine instants (see Vm), which share the pages that did not change between them. Taking and
 * going back to one changes no state and no digest; both cost what was written since, not the size of RAM.
 *
 * `Mirror` keeps one machine in step with them, by the dirty marks that are its own (DirtyReader.CHECKPOINT). `CheckpointStore` holds all of
 * them, by branch, under a cap: when they take more, those go that matter least, which leaves gaps that grow with the distance (in replay
 * time) from where someone stands or where the history is growing. Pinned ones stay.
 */
import type { Kernel } from '../kernel/kernel.ts';
import type { Machine } from '../machine/machine.ts';
import { DIRTY, DirtyReader } from '../machine/memory.ts';
import type { RecorderState } from '../trace/recorder.ts';
import { type PageArena, type SlotTable, ZERO_SLOT } from './arena.ts';
import type { Branch } from './branch.ts';

export interface Checkpoint {
  readonly instant: number;
  /** Milliseconds of replay from boot to here, as measured. */
  readonly ms: number;
  readonly table: SlotTable;
  /** What lies above RAM: the machine block and the CPUs that exist. */
  readonly blocks: Int32Array;
  readonly recorder: RecorderState;
  /** How many need it to stay: boot, branches that begin here. */
  pins: number;
}

export class Mirror {
  private readonly machine: Machine;
  private table: SlotTable | undefined;

  /** `inStepWith`: the machine's bytes are those of this checkpoint. */
  constructor(
    private readonly kernel: Kernel,
    private readonly arena: PageArena,
    inStepWith?: Checkpoint,
  ) {
    this.machine = kernel.machine;
    if (inStepWith) {
      this.adopt(inStepWith.table);
      const { dirty } = this.machine.memory;
      for (let page = 0; page < dirty.length; page++) dirty[page] &= ~DirtyReader.CHECKPOINT;
    }
  }

  /** The state as it is. */
  capture(ms: number): Checkpoint {
    const { arena, machine } = this;
    const { dirty, words } = machine.memory;
    const table = arena.newTable(this.table);
    const { slots } = table;
    for (let page = 0; page < dirty.length; page++) {
      if ((dirty[page] & DirtyReader.CHECKPOINT) === 0) continue;
      dirty[page] &= ~DirtyReader.CHECKPOINT;
      // Much of what was written has been written back, or with the same values.
      if (arena.holds(slots[page], words, page)) continue;
      slots[page] = arena.holds(ZERO_SLOT, words, page) ? ZERO_SLOT : arena.store(words, page);
    }
    arena.hold(table);
    this.adopt(table);
    const [from, to] = blockWords(machine);
    return {
      instant: machine.instant,
      ms,
      table,
      blocks: words.slice(from, to),
      recorder: this.kernel.trace.state,
      pins: 0,
    };
  }

  /** Makes the machine and its recorder what they were. */
  restore(checkpoint: Checkpoint): void {
    const { arena, machine } = this;
    const { dirty, words } = machine.memory;
    const held = this.table?.slots;
    const { slots } = checkpoint.table;
    for (let page = 0; page < dirty.length; page++) {
      if ((dirty[page] & DirtyReader.CHECKPOINT) === 0 && held?.[page] === slots[page]) continue;
      arena.load(slots[page], words, page);
      dirty[page] = DIRTY & ~DirtyReader.CHECKPOINT;
    }
    words.set(checkpoint.blocks, blockWords(machine)[0]);
    this.kernel.trace.restore(checkpoint.recorder);
    this.kernel.askedForInput = -1;
    this.adopt(checkpoint.table);
  }

  close(): void {
    if (this.table) this.arena.release(this.table);
    this.table = undefined;
  }

  private adopt(table: SlotTable): void {
    table.holders++;
    this.close();
    this.table = table;
  }
}

/** Word indices of what lies above RAM and is in use. */
function blockWords({ memory, cpuCount }: Machine): [number, number] {
  return [memory.machineBase >> 2, memory.cpuBase(cpuCount) >> 2];
}

/** A place that a search or a person stands at, or where history grows: checkpoints near it matter. */
export interface Anchor {
  readonly branch: Branch;
  readonly ms: number;
}

/** Milliseconds of replay within which nothing is nearer than anything else. */
const NEAR_MS = 2;

export class CheckpointStore {
  count = 0;
  private blockBytes = 0;

  constructor(
    private readonly arena: PageArena,
    private readonly cap: number,
  ) {}

  get bytes(): number {
    return this.arena.bytes + this.blockBytes;
  }

  /** The checkpoint at exactly this instant of the branch's own stretch. */
  at(branch: Branch, instant: number): Checkpoint | undefined {
    const found = branch.checkpoints[lastAtMost(branch.checkpoints, instant)];
    return found?.instant === instant ? found : undefined;
  }

  /** The last one at or before an instant on the way of a branch. */
  before(branch: Branch, instant: number): Checkpoint {
    for (let b: Branch | undefined = branch; b; b = b.parent) {
      // What the parent recorded behind the fork is not on the way.
      const found = b.checkpoints[lastAtMost(b.checkpoints, instant)];
      if (found) return found;
      instant = Math.min(instant, b.fork);
    }
    throw new Error('the checkpoint at boot is gone');
  }

  /** The first one behind an instant in the branch's own stretch. */
  after(branch: Branch, instant: number): Checkpoint | undefined {
    return branch.checkpoints[lastAtMost(branch.checkpoints, instant) + 1];
  }

  add(branch: Branch, checkpoint: Checkpoint): void {
    branch.checkpoints.splice(lastAtMost(branch.checkpoints, checkpoint.instant) + 1, 0, checkpoint);
    this.count++;
    this.blockBytes += checkpoint.blocks.byteLength;
  }

  drop(branch: Branch, index: number): void {
    const [checkpoint] = branch.checkpoints.splice(index, 1);
    this.count--;
    this.blockBytes -= checkpoint.blocks.byteLength;
    this.arena.release(checkpoint.table);
  }

  /** Drops all of a branch's own that stand behind an instant. */
  dropBehind(branch: Branch, instant: number): void {
    for (let i = branch.checkpoints.length - 1; i >= 0 && branch.checkpoints[i].instant > instant; i--)
      this.drop(branch, i);
  }

  /** Drops until the cap is kept, as far as pins allow. */
  thin(branches: ReadonlyMap<number, Branch>, anchorsOf: () => readonly Anchor[]): void {
    if (this.bytes <= this.cap) return;
    const anchors = anchorsOf();
    while (this.bytes > this.cap) {
      let least = Number.POSITIVE_INFINITY;
      let victim: { branch: Branch; index: number } | undefined;
      for (const branch of branches.values()) {
        const own = anchors.filter((anchor) => anchor.branch === branch);
        const list = branch.checkpoints;
        for (let i = 0; i < list.length; i++) {
          if (list[i].pins > 0) continue;
          const before = i > 0 ? list[i - 1].ms : branch.parent ? this.before(branch.parent, branch.fork).ms : 0;
          const worth = worthOf(list[i].ms, before, list[i + 1]?.ms, own);
          if (worth >= least) continue;
          least = worth;
          victim = { branch, index: i };
        }
      }
      if (!victim) return;
      this.drop(victim.branch, victim.index);
    }
  }
}

/** How much longer a replay would be without this checkpoint, compared with how far off it is. */
function worthOf(ms: number, before: number, after: number | undefined, anchors: readonly Anchor[]): number {
  // Of a branch that nobody is on only a rough outline is worth keeping.
  let distance = 1000 * NEAR_MS;
  for (const anchor of anchors) distance = Math.min(distance, Math.abs(ms - anchor.ms));
  return ((after ?? ms) - before) / (distance + NEAR_MS);
}

/** Index of the last checkpoint with instant <= the given one; -1. */
function lastAtMost(list: readonly Checkpoint[], instant: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].instant <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
