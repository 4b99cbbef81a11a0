/**
 * Shared by the tests of stops: runs under a timeline, and an oracle. The oracle steps a run instruction by instruction once, writes down raw registers only, and
 * answers every motion by going through that list; it knows nothing of filters, marks or frames.
 */
import { finish } from '../../base/task.ts';
import type { Image } from '../../c/image.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { callStack, type StackFrame } from '../../kernel/stack.ts';
import { placeOf } from '../../kernel/symbols.ts';
import { TrapFrame, Vector } from '../../machine/layout.ts';
import type { Direction, Motion, MoveRequest, StopReport } from '../../protocol/time.ts';
import type { Timeline, TimelineOptions } from '../../timeline/timeline.ts';
import { TraceStrings } from '../../trace/recorder.ts';
import { INSTRUCTION_BYTES } from '../../vm/opcodes.ts';
import type { VmHooks } from '../../vm/vm.ts';
import { contextOf, threadOn } from '../context.ts';
import { tidOf } from './origin.ts';
import { Stops } from './stops.ts';

/** A timeline under the debugger, for tests that want one motion a line. */
export class Debugged {
  readonly timeline: Timeline;
  readonly stops: Stops;
  readonly boot: (strings: TraceStrings) => Kernel;

  constructor({ timeline, options }: { timeline: Timeline; options: TimelineOptions }) {
    this.timeline = timeline;
    this.boot = (strings) => options.boot(strings);
    this.stops = new Stops(timeline);
  }

  get kernel(): Kernel {
    return this.timeline.main.kernel;
  }

  get instant(): number {
    return this.timeline.main.at.instant;
  }

  move(
    motion: Motion,
    direction: Direction = 'forward',
    more: Omit<MoveRequest, 'motion' | 'direction'> = {},
  ): StopReport {
    return finish(this.stops.move({ motion, direction, ...more }), 50_000);
  }

  step(
    how: 'into' | 'over' | 'out',
    direction: Direction = 'forward',
    more: Partial<Motion & { kind: 'step' }> = {},
  ): StopReport {
    return this.move({ kind: 'step', unit: 'statement', how, ...more }, direction);
  }

  run(direction: Direction = 'forward'): StopReport {
    return this.move({ kind: 'run' }, direction);
  }

  seek(instant: number): void {
    finish(this.timeline.seek(this.timeline.main, { branch: this.timeline.main.at.branch, instant }));
  }
}

/** One arrival: a processor after an instruction of its own. */
export interface Step {
  readonly instant: number;
  readonly cpu: number;
  readonly thread: number;
  readonly ip: number;
  readonly fp: number;
  readonly sp: number;
  readonly user: boolean;
  /** IRQL of the interrupt on top of the thread; 0. */
  readonly level: number;
  readonly code: CodeFacts;
}

interface CodeFacts {
  readonly own: boolean;
  readonly statement: boolean;
  readonly fn: string;
  readonly line: string;
}

const NO_CODE: CodeFacts = { own: false, statement: false, fn: '', line: '' };

interface Trap {
  readonly address: number;
  readonly vector: number;
}

export class Oracle {
  readonly steps: Step[] = [];
  /** Instant of the last state. */
  readonly end: number;
  private readonly traps = new Map<number, Trap[]>();
  private readonly facts = new Map<string, CodeFacts>();
  private readonly lists = new Map<string, Step[]>();
  private readonly statements = new Map<Image, Set<number>>();
  private wentBack = false;

  constructor(boot: (strings: TraceStrings) => Kernel, limit: number) {
    const k = boot(new TraceStrings());
    const { hooks } = k.vm as unknown as { hooks: VmHooks };
    const { trapped, resumed } = hooks;
    hooks.trapped = (cpu, vector) => {
      trapped?.(cpu, vector);
      const thread = threadOn(k, cpu);
      const traps = this.traps.get(thread) ?? [];
      this.traps.set(thread, [...traps, { address: Number(BigInt.asIntN(64, cpu.arg64(0))), vector }]);
    };
    hooks.resumed = (cpu, vector) => {
      resumed?.(cpu, vector);
      const trap = this.traps.get(threadOn(k, cpu))?.pop();
      const isBehind = !trap || [Vector.SYSCALL, Vector.BREAKPOINT, Vector.ASSERT].includes(trap.vector as never);
      this.wentBack = !isBehind && k.view.u32(trap.address + TrapFrame.ENTER) === 0;
    };
    while (k.machine.instant < limit && k.vm.run(1) === 'limit') {
      if (!this.wentBack) this.note(k);
      this.wentBack = false;
    }
    this.end = k.machine.instant;
  }

  private note(k: Kernel): void {
    const { cpu } = k;
    const { ip, fp, sp, mode } = cpu;
    const thread = threadOn(k, cpu);
    const user = mode !== 0;
    const interrupt = (this.traps.get(thread) ?? []).findLast(
      ({ vector }) => vector >= Vector.INTERRUPT + 2 && vector < Vector.SYSCALL,
    );
    const level = user || cpu.irql < 2 || !interrupt ? 0 : interrupt.vector - Vector.INTERRUPT;
    const { instant } = k.machine;
    this.steps.push({ instant, cpu: cpu.number, thread, ip, fp, sp, user, level, code: this.factsAt(k, ip, cpu.cr3) });
  }

  private factsAt(k: Kernel, ip: number, cr3: number): CodeFacts {
    const key = ip < 0 ? `${ip}` : `${ip} ${cr3}`;
    const known = this.facts.get(key);
    if (known) return known;
    const place = placeOf(k, ip);
    let facts = NO_CODE;
    if (place?.fn) {
      const { image, rva, fn } = place;
      const statement = this.statementsOf(image).has(rva);
      const parent = fn.parent === undefined ? fn : image.functions[fn.parent];
      const line = `${image.name} ${place.file}:${place.line}`;
      facts = { own: place.learner, statement, fn: `${image.name} ${parent.begin}`, line };
    }
    this.facts.set(key, facts);
    return facts;
  }

  private statementsOf(image: Image): ReadonlySet<number> {
    let rvas = this.statements.get(image);
    if (!rvas) {
      rvas = new Set(image.debug.lines.filter((row) => row.statement).map((row) => row.rva));
      this.statements.set(image, rvas);
    }
    return rvas;
  }

  /** Where a motion leads from the machine's state: an instant, or -1 for the end of the run in that direction. */
  expected(k: Kernel, motion: Motion & { kind: 'step' }, direction: Direction): number {
    const everything = motion.everything || motion.unit === 'instruction';
    const isStop = ({ code }: Step) => motion.unit === 'instruction' || (code.statement && (everything || code.own));
    return this.first(k, motion, direction, this.counted(k, motion, direction, isStop, everything ?? false));
  }

  /** Whether an arrival counts, asked of all in turn, nearest first. */
  private counted(
    k: Kernel,
    { how }: Motion & { kind: 'step' },
    direction: Direction,
    isStop: (step: Step) => boolean,
    everything: boolean,
  ): (step: Step) => boolean {
    if (how === 'into') return isStop;
    const stack = ownStack(k);
    const [frame] = stack;
    // A funclet runs over its function's frame, on top of whoever called it.
    const callers = stack.slice(stack.findLastIndex(({ fp }) => fp === frame.fp) + 1);
    const caller = callers.find(({ place }) => everything || place?.learner);
    if (!everything && !frame.place?.learner && !caller) return isStop;
    if (how === 'out' && caller && !caller.exact) {
      const ip = direction === 'forward' ? caller.ip : caller.ip - INSTRUCTION_BYTES;
      return (step) => step.ip === ip && step.fp === caller.fp;
    }
    const start = here(k);
    const [direct] = callers;
    let alive = true;
    return (step) => {
      // A frame lives while the stack pointer stays below its caller's.
      if (frame.user ? step.user && step.sp >= direct?.sp : step.user || step.sp >= direct?.sp) alive = false;
      if (!isStop(step)) return false;
      if (step.thread !== start.thread) return true;
      const isSame = step.fp === frame.fp && step.user === frame.user && step.code.fn === start.code;
      if (alive && how === 'over' && isSame) return true;
      if (!caller) return !alive;
      return caller.user === step.user ? step.fp >= caller.fp : step.user;
    };
  }

  /** The first that counts; by line, the first of another line or frame, backwards the first one of its run. */
  private first(
    k: Kernel,
    motion: Motion & { kind: 'step' },
    direction: Direction,
    isCounted: (step: Step) => boolean,
  ): number {
    const byLine = motion.unit === 'line' && motion.how !== 'out';
    const bySource = motion.unit !== 'instruction' && motion.how !== 'out' && !motion.everything;
    const list = this.listFor(k, bySource);
    const { instant } = k.machine;
    const forward = direction === 'forward';
    const same = (a: Step, b: { fp: number; line: string }) => a.fp === b.fp && a.code.line === b.line;
    let run: Step | undefined;
    let at = list.findIndex((step) => step.instant >= instant);
    if (at < 0) at = list.length;
    if (!forward) at--;
    else if (list[at]?.instant === instant) at++;
    for (; at >= 0 && at < list.length; at += forward ? 1 : -1) {
      const step = list[at];
      if (!isCounted(step)) continue;
      if (!byLine) return step.instant;
      if (forward) {
        if (!same(step, here(k))) return step.instant;
      } else if (!run || same(step, { fp: run.fp, line: run.code.line })) run = step;
      else break;
    }
    return run?.instant ?? -1;
  }

  /** Arrivals of whoever is followed, in order: of anyone for steps by source from where nobody is. */
  private listFor(k: Kernel, bySource: boolean): readonly Step[] {
    const level = this.levelAt(k);
    const { thread } = here(k);
    if (bySource && level === 0 && tidOf(k, thread) === 0) return this.steps;
    const cpu = k.machine.currentCpu;
    const key = level > 0 ? `cpu ${cpu} ${level}` : `thread ${thread}`;
    let list = this.lists.get(key);
    if (!list) {
      const counts = (step: Step) =>
        level > 0 ? step.level === level && step.cpu === cpu : step.level === 0 && step.thread === thread;
      list = this.steps.filter(counts);
      this.lists.set(key, list);
    }
    return list;
  }

  private levelAt(k: Kernel): number {
    if (k.cpu.mode !== 0 || k.cpu.irql < 2) return 0;
    const trap = rawStack(k).find((frame) => frame.trap !== undefined && isInterrupt(k, frame.trap))?.trap;
    return trap === undefined ? 0 : k.view.u32(trap + TrapFrame.VECTOR) - Vector.INTERRUPT;
  }
}

interface Here {
  readonly thread: number;
  readonly fp: number;
  /** Name of the function. */
  readonly code: string;
  readonly line: string;
}

function here(k: Kernel): Here {
  const place = placeOf(k, k.cpu.ip);
  const fn = place?.fn;
  const root = fn?.parent === undefined ? fn : place?.image.functions[fn.parent];
  return {
    thread: threadOn(k, k.cpu),
    fp: k.cpu.fp,
    code: `${place?.image.name} ${root?.begin}`,
    line: `${place?.image.name} ${place?.file}:${place?.line}`,
  };
}

function rawStack(k: Kernel): StackFrame[] {
  const { ip, fp, sp } = k.cpu;
  return callStack(k, { ip, fp, sp, exact: true });
}

/** Up to an interrupt; what a system call came from goes on behind it. */
function ownStack(k: Kernel): StackFrame[] {
  const frames = rawStack(k);
  const last = frames.findIndex(({ trap }) => trap !== undefined && isInterrupt(k, trap));
  const shown = last < 0 ? frames : frames.slice(0, last + 1);
  return shown.map((frame, i) => {
    const through = shown[i - 1]?.trap;
    const isBehind = through !== undefined && k.view.u32(through + TrapFrame.VECTOR) === Vector.SYSCALL;
    return isBehind ? { ...frame, exact: false } : frame;
  });
}

function isInterrupt(k: Kernel, trap: number): boolean {
  const vector = k.view.u32(trap + TrapFrame.VECTOR);
  return vector >= Vector.INTERRUPT + 2 && vector < Vector.SYSCALL;
}

/** The variable or expression of that text where the machine stands. */
export function frameNames(k: Kernel): string[] {
  return contextOf(k).frames.map(({ place }) => place?.name.replace(/\+0x.*/, '') ?? '?');
}
