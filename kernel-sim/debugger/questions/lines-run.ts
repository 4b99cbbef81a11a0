/**
 * Which lines of the sources were reached, and when first: one replay of a branch with every statement marked that has not been seen yet, each of
 * which stops it once. What was found stays: a branch that has grown is replayed from where it was left, and one that forks begins with what its
 * parent saw before.
 */
import type { Task } from '../../base/task.ts';
import type { Image } from '../../c/image.ts';
import { PAGE } from '../../machine/layout.ts';
import type { LinesRun } from '../../protocol/page-queries.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Cpu } from '../../vm/cpu.ts';
import { INSTRUCTION_BYTES } from '../../vm/opcodes.ts';
import { Watch } from '../../vm/watch.ts';
import { DebugError } from '../error.ts';
import { CodeMap, Slot } from '../stops/code-map.ts';
import { Question, type Stage } from './question.ts';

/** What a stop costs, in instructions. */
const STOP_COST = 300;
/** Branches whose findings are kept. */
const MOST_BRANCHES = 8;

export class LineCoverage {
  /** In the order of their last use. */
  readonly #branches = new Map<number, Reached>();

  /** Works on `cursor`, which nobody else may move meanwhile. Throws DebugError for a file that no image was built from. */
  of(timeline: Timeline, cursor: Cursor, branch: number, file: string): Task<LinesRun> {
    const images = [...cursor.kernel.images.all()].filter(({ debug }) => debug.files.some(({ name }) => name === file));
    if (images.length === 0) throw new DebugError(`there is no source file ${file}`);
    const reached = this.#reached(timeline, branch);
    const { head } = timeline.branch(branch);
    const begun = reached.to;
    return new Question<LinesRun>((question) => {
      const answer = () => question.answer(linesOf(file, images, reached));
      if (begun >= head) return answer;
      return question.work(timeline.seek(cursor, { branch, instant: begun }), () => {
        const marker = new Marker(cursor, reached);
        const stage: Stage = (budget) => {
          while (budget.left > 0) {
            const from = cursor.at.instant;
            const isOver = !marker.advance(Math.min(head, from + budget.left));
            budget.left -= cursor.at.instant - from + STOP_COST;
            question.at((cursor.at.instant - begun) / (head - begun));
            if (isOver) return answer();
          }
          return stage;
        };
        return stage;
      });
    });
  }

  #reached(timeline: Timeline, branch: number): Reached {
    const { from } = timeline.branch(branch);
    const parent = from && this.#branches.get(from.branch);
    const reached =
      this.#branches.get(branch) ?? (parent && from ? parent.upTo(from.instant) : new Reached(new Map(), 0));
    this.#branches.delete(branch);
    this.#branches.set(branch, reached);
    for (const [oldest] of this.#branches) if (this.#branches.size > MOST_BRANCHES) this.#branches.delete(oldest);
    return reached;
  }
}

/** First arrivals on one branch. */
class Reached {
  constructor(
    /** States by instruction (RVA / 8); NaN: not reached. */
    private readonly first: Map<Image, Float64Array>,
    /** State up to which everything was seen. */
    public to: number,
  ) {}

  of(image: Image): Float64Array {
    let first = this.first.get(image);
    if (!first) {
      first = new Float64Array(image.size / INSTRUCTION_BYTES).fill(Number.NaN);
      this.first.set(image, first);
    }
    return first;
  }

  /** What was seen up to a state. */
  upTo(instant: number): Reached {
    const first = new Map<Image, Float64Array>();
    for (const [image, states] of this.first) {
      first.set(
        image,
        states.map((state) => (state <= instant ? state : Number.NaN)),
      );
    }
    return new Reached(first, Math.min(this.to, instant));
  }
}

/** Runs a cursor from one statement that was not seen before to the next. */
class Marker {
  private readonly code: CodeMap;
  private readonly watch: Watch;
  /** Marks by address space and page. */
  private readonly pages = new Map<string, Uint8Array>();

  constructor(
    private readonly cursor: Cursor,
    private readonly reached: Reached,
  ) {
    const { kernel } = cursor;
    this.code = new CodeMap(kernel);
    this.watch = new Watch(kernel.machine, (va, cpu, slots) => this.mark(va, cpu, slots));
  }

  /** Runs on to a state at most. False: there is nothing more. */
  advance(to: number): boolean {
    const { cursor, reached } = this;
    const from = cursor.at.instant;
    const stop = cursor.run(to, this.watch);
    const { instant } = cursor.at;
    // What stops the last step is told as the end.
    if (stop === 'watched' || (stop === 'end' && this.watch.arrived)) this.arrive(cursor.kernel.cpu, instant);
    reached.to = instant;
    return stop !== 'end' && instant > from;
  }

  private arrive(cpu: Cpu, instant: number): void {
    const { ip } = cpu;
    const mapped = this.code.at(ip, cpu);
    if (!mapped) return;
    const first = this.reached.of(mapped.image);
    const slot = (ip - mapped.base) / INSTRUCTION_BYTES;
    if (Number.isNaN(first[slot])) first[slot] = instant;
    const page = ip - (((ip % PAGE) + PAGE) % PAGE);
    const slots = this.pages.get(keyOf(page, cpu));
    if (slots) slots[(ip - page) / INSTRUCTION_BYTES] = 0;
  }

  private mark(va: number, cpu: Cpu, slots: Uint8Array): void {
    // Code that is seen for the first time: another image may have come to where one was.
    this.code.forget();
    const mapped = this.code.at(va, cpu);
    if (!mapped) return;
    const first = this.reached.of(mapped.image);
    const begin = (va - mapped.base) / INSTRUCTION_BYTES;
    for (let i = 0; i < slots.length; i++) {
      if ((mapped.slots[begin + i] & Slot.STATEMENT) !== 0 && Number.isNaN(first[begin + i])) slots[i] = 1;
    }
    this.pages.set(keyOf(va, cpu), slots);
  }
}

/** Kernel pages are the same in each address space. */
function keyOf(page: number, cpu: Cpu): string {
  return page < 0 ? `${page}` : `${cpu.cr3} ${page}`;
}

function linesOf(file: string, images: readonly Image[], reached: Reached): LinesRun {
  const lines = new Map<number, number>();
  for (const image of images) {
    const first = reached.of(image);
    const index = image.debug.files.findIndex(({ name }) => name === file);
    for (const row of image.debug.lines) {
      if (row.file !== index || !row.statement) continue;
      const state = first[row.rva / INSTRUCTION_BYTES];
      const known = lines.get(row.line) ?? Number.NaN;
      lines.set(row.line, Number.isNaN(known) || state < known ? state : known);
    }
  }
  const ordered = [...lines].sort(([a], [b]) => a - b);
  return {
    file,
    lines: Uint32Array.from(ordered, ([line]) => line),
    first: Float64Array.from(ordered, ([, state]) => state),
  };
}
