/**
 * Sources judged: built once, run under each seed one after the other on machines of their own, every event shown to the checks. In slices, without
 * a history; what a run printed is not kept. A run ends by itself or by the limits of its configuration.
 */
import type { Task } from './base/task.ts';
import { type Check, CheckRun, parseChecks, parseValue } from './checks/checks.ts';
import type { RunValue, Scalar } from './checks/language.ts';
import { DebugError } from './debugger/error.ts';
import { createLab, type RingZeroLab } from './lab.ts';
import type { CheckSpec } from './protocol/checks.ts';
import { type BuildReport, DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';
import type { JudgedRun, JudgeReport } from './protocol/page-queries.ts';

export interface Judged {
  /** Its seed is not looked at. */
  readonly config: LabConfig;
  readonly checks: readonly CheckSpec[];
  readonly values: readonly string[];
  readonly seeds: readonly number[];
}

/** Nobody types, and no run goes on for ever. Throws DebugError for a rule or a value that cannot be read. */
export function judge({ config, checks, values, seeds }: Judged): Task<JudgeReport> {
  const { limitInstructions, limitNs } = config;
  const isEndless = !Number.isFinite(limitNs) && !Number.isFinite(limitInstructions);
  const limited = { ...config, interactive: false, limitNs: isEndless ? DEFAULT_CONFIG.limitNs : limitNs };
  return new JudgeTask(limited, readChecks(checks), values.map(readValue), seeds);
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

/** What is under way with one seed. */
interface Running {
  readonly seed: number;
  readonly lab: RingZeroLab;
  readonly judge: CheckRun;
}

class JudgeTask implements Task<JudgeReport> {
  private readonly runs: JudgedRun[] = [];
  private lab: RingZeroLab | undefined;
  private build: BuildReport | undefined;
  private running: Running | undefined;
  private isDone = false;

  constructor(
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
    return Math.min(1, (this.runs.length + this.partOfRun) / Math.max(1, this.seeds.length));
  }

  step(instructions: number): boolean {
    if (this.isDone) return true;
    if (!this.lab) {
      this.lab = createLab();
      this.build = this.lab.build(this.config);
      this.isDone = !this.build.ok || this.seeds.length === 0;
      return this.isDone;
    }
    this.running ??= this.begin(this.lab, this.seeds[this.runs.length]);
    this.run(this.running, instructions);
    this.isDone = this.runs.length === this.seeds.length;
    return this.isDone;
  }

  private begin(built: RingZeroLab, seed: number): Running {
    const lab = built.twin({ seed });
    lab.start();
    return { seed, lab, judge: new CheckRun(this.checks, this.values) };
  }

  private run({ seed, lab, judge }: Running, instructions: number): void {
    const { end, instant } = lab.run(instructions);
    for (const event of lab.decodeTrace(lab.takeTrace(), (name) => judge.wants(name))) judge.see(event);
    lab.takeConsole();
    lab.takeDebug();
    lab.takeNotes();
    if (!end) return;
    const { checks, values } = judge.finish(end, instant);
    this.runs.push({ seed, end, checks, values: values.map(plainValue) });
    this.running = undefined;
  }

  /** How near to its limits the run is. */
  private get partOfRun(): number {
    if (!this.running) return 0;
    const { instant, time } = this.running.lab.state;
    const { limitInstructions, limitNs } = this.config;
    return Math.min(0.99, Math.max(partOf(instant, limitInstructions), partOf(time, limitNs)));
  }
}

function partOf(done: number, limit: number): number {
  return limit > 0 ? done / limit : 0;
}

function plainValue(value: Scalar | undefined): number | string | null {
  if (typeof value !== 'bigint') return value ?? null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
