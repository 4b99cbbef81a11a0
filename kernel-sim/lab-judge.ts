/**
 * Sources judged: built once, run under each seed one after the other on machines of their own, every event shown to the checks. In slices, without
 * a history; of what a run printed the beginning is kept. A run ends by itself or by the limits of its configuration.
 */
import type { Task } from './base/task.ts';
import { type Check, CheckRun, parseChecks, parseValue, type RunResults } from './checks/checks.ts';
import type { RunValue, Scalar } from './checks/language.ts';
import { DebugError } from './debugger/error.ts';
import { kernelNameOf } from './kernel/symbols.ts';
import { createLab, type RingZeroLab } from './lab.ts';
import type { LabBuilder } from './lab-build.ts';
import type { CheckSpec } from './protocol/checks.ts';
import { type BuildReport, DEFAULT_CONFIG, type LabConfig, type RunEnd, type TraceEvent } from './protocol/lab-api.ts';
import type { JudgedRun, JudgeReport } from './protocol/page-queries.ts';

/** Characters of what a run printed that are told. */
const MOST_PRINTED = 4000;

export interface Judged {
  /** Its seed is not looked at. */
  readonly config: LabConfig;
  readonly checks: readonly CheckSpec[];
  readonly values: readonly string[];
  readonly seeds: readonly number[];
}

/** Nobody types, and no run goes on for ever. Throws DebugError for a rule or a value that cannot be read. */
export function judge({ config, checks, values, seeds }: Judged, builder?: LabBuilder): Task<JudgeReport> {
  const { limitInstructions, limitNs } = config;
  const isEndless = !Number.isFinite(limitNs) && !Number.isFinite(limitInstructions);
  const limited = { ...config, interactive: false, limitNs: isEndless ? DEFAULT_CONFIG.limitNs : limitNs };
  return new JudgeTask(createLab(builder), limited, readChecks(checks), values.map(readValue), seeds);
}

function readChecks(specs: readonly CheckSpec[]): Check[] {
  const { checks, mistakes } = parseChecks(specs);
  const [first] = mistakes;
  if (first) throw new DebugError(`check ${first.check}: ${first.mistake.message}`);
  return checks;
}

function readValue(text: string): RunValue {
  const { value, mistake } = parseValue(text);
  if (!value) throw new DebugError(`the value ${text} cannot be read: ${mistake?.message ?? ''}`);
  return value;
}

interface Listening {
  readonly checks: readonly Check[];
  readonly values: readonly RunValue[];
  /** Hears every event. */
  readonly see?: ((event: TraceEvent) => void) | undefined;
}

export interface JudgedEnd extends RunResults {
  readonly end: RunEnd;
}

/** One run of a lab that was built, from boot to its end. */
export class RunJudge implements Task<JudgedEnd> {
  private readonly judge: CheckRun;
  private ended: JudgedEnd | undefined;

  constructor(
    private readonly lab: RingZeroLab,
    private readonly listening: Listening,
  ) {
    this.judge = new CheckRun(listening.checks, listening.values, (address) => kernelNameOf(lab.kernel, address));
    lab.start();
  }

  get result(): JudgedEnd {
    if (!this.ended) throw new Error('the run is not over');
    return this.ended;
  }

  /** How near to its limits the run is. */
  get progress(): number {
    if (this.ended) return 1;
    const { instant, time } = this.lab.state;
    const { limitInstructions, limitNs } = this.lab.config;
    return Math.min(0.99, Math.max(partOf(instant, limitInstructions), partOf(time, limitNs)));
  }

  step(instructions: number): boolean {
    if (this.ended) return true;
    const { judge, lab, listening } = this;
    const { see } = listening;
    const { end, instant } = lab.run(instructions);
    for (const event of lab.decodeTrace(lab.takeTrace(), see ? undefined : (name) => judge.wants(name))) {
      judge.see(event);
      see?.(event);
    }
    lab.takeConsole();
    lab.takeDebug();
    lab.takeNotes();
    if (end) this.ended = { end, ...judge.finish(end, instant) };
    return end !== undefined;
  }
}

function partOf(done: number, limit: number): number {
  return limit > 0 ? done / limit : 0;
}

class JudgeTask implements Task<JudgeReport> {
  private readonly runs: JudgedRun[] = [];
  private build: BuildReport | undefined;
  private running: RunJudge | undefined;
  private isDone = false;

  constructor(
    private readonly lab: RingZeroLab,
    private readonly config: LabConfig,
    private readonly checks: readonly Check[],
    private readonly values: readonly RunValue[],
    private readonly seeds: readonly number[],
  ) {}

  get result(): JudgeReport {
    if (!this.isDone || !this.build) throw new Error('nothing has been judged yet');
    return { build: this.build, runs: this.runs };
  }

  get progress(): number {
    if (this.isDone) return 1;
    return Math.min(1, (this.runs.length + (this.running?.progress ?? 0)) / Math.max(1, this.seeds.length));
  }

  step(instructions: number): boolean {
    if (this.isDone) return true;
    if (!this.build) {
      this.build = this.lab.build(this.config);
      this.isDone = !this.build.ok || this.seeds.length === 0;
      return this.isDone;
    }
    const { checks, values, lab, runs, seeds } = this;
    const seed = seeds[runs.length];
    this.running ??= new RunJudge(lab.twin({ seed }), { checks, values });
    if (!this.running.step(instructions)) return false;
    const { values: found, console, debug, ...judged } = this.running.result;
    runs.push({ seed, ...judged, values: found.map(plainValue), console: beginning(console), debug: beginning(debug) });
    this.running = undefined;
    this.isDone = runs.length === seeds.length;
    return this.isDone;
  }
}

function beginning(text: string): string {
  return text.length > MOST_PRINTED ? `${text.slice(0, MOST_PRINTED)}…` : text;
}

function plainValue(value: Scalar | undefined): number | string | null {
  if (typeof value !== 'bigint') return value ?? null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
