/**
 * The lab: compiler, guest images, machine and kernel put together. Worker, command line and tests drive this one object (`Lab`); it owns
 * the build and the machine, and no clock, no thread and no promise: it moves only inside `run`.
 */
import type { Image } from './c/image.ts';
import { GUEST, guestSources } from './guest/images.ts';
import { attachMachine, bootMachine } from './kernel/boot.ts';
import type { Kernel } from './kernel/kernel.ts';
import { statusName } from './kernel/names.ts';
import { appendInput } from './kernel/session.ts';
import { routineName } from './kernel/symbols.ts';
import { LabBuilder } from './lab-build.ts';
import { Machine } from './machine/machine.ts';
import type { BuildReport, Lab, LabConfig, RunState, TraceEvent } from './protocol/lab-api.ts';
import { Execution } from './timeline/execution.ts';
import { TraceReader, type TraceStrings } from './trace/recorder.ts';

interface Build {
  config: LabConfig;
  images: Image[];
}

/** What builds for one lab, or for several in turn: then none of them builds again what another has built. */
export function createBuilder(): LabBuilder {
  return new LabBuilder(guestSources, GUEST);
}

/** A lab with nothing built. */
export function createLab(builder = createBuilder()): RingZeroLab {
  return new RingZeroLab(builder);
}

export class RingZeroLab implements Lab {
  private built: Build | undefined;
  private running: Kernel | undefined;
  private execution: Execution | undefined;
  private still = false;
  private readonly reader = new TraceReader(statusName);
  private console = '';
  private debug = '';
  private notes: string[] = [];
  private consoleDecoder = new TextDecoder();
  private debugDecoder = new TextDecoder();

  constructor(private readonly builder: LabBuilder) {}

  build(config: LabConfig): BuildReport {
    const { report, images } = this.builder.build(config);
    this.built = report.ok ? { config, images: [GUEST.ntoskrnl, ...GUEST.libraries, ...images.values()] } : undefined;
    return report;
  }

  start(): void {
    this.adopt(this.boot());
  }

  /** A machine of the last good build, at instant 0; `strings` is the table of its trace. */
  boot(strings?: TraceStrings): Kernel {
    if (!this.built) throw new Error('nothing was built');
    const { config, images } = this.built;
    return bootMachine({
      images,
      cpus: config.cpus,
      seed: config.seed,
      ramBytes: config.ramBytes,
      ...(config.stackBytes !== undefined && { stackBytes: config.stackBytes }),
      drivers: config.drivers.map((driver) => driver.name),
      programs: config.apps.map((app, i) => ({
        image: app.name,
        commandLine: commandLine(app.name, i === config.apps.length - 1 ? config.args : []),
      })),
      parallel: config.parallel,
      debugger: config.debugger,
      stdin: new TextEncoder().encode(config.stdin),
      interactive: config.interactive,
      ...(strings && { strings }),
    });
  }

  /** Of the last good build. */
  get config(): LabConfig {
    if (!this.built) throw new Error('nothing was built');
    return this.built.config;
  }

  /** The machine's kernel, for tests and tools that look inside. */
  get kernel(): Kernel {
    if (!this.running) throw new Error('not started');
    return this.running;
  }

  /** Goes on from the bytes of another machine of the same build (`machine.save()`); nothing else is carried over. */
  transplant(state: Uint8Array): void {
    const { config, images } = this.built as Build;
    const machine = new Machine({ ramBytes: config.ramBytes, cpus: config.cpus });
    machine.restore(state);
    this.adopt(attachMachine(machine, images));
  }

  private adopt(kernel: Kernel): void {
    const { limitInstructions, limitNs } = (this.built as Build).config;
    this.running = kernel;
    this.execution = new Execution(kernel, { ns: limitNs, instructions: limitInstructions });
    this.consoleDecoder = new TextDecoder();
    this.debugDecoder = new TextDecoder();
    kernel.trace.listener = (name, values) => {
      if (name === 'console') this.console += decodeText(this.consoleDecoder, String(values[0]));
      else if (name === 'dbg') this.debug += decodeText(this.debugDecoder, String(values[0]));
      else if (name === 'note') this.notes.push(String(values[0]));
    };
  }

  run(instructions: number): RunState {
    const { execution, kernel } = this;
    this.still = execution?.run(kernel.machine.instant + instructions) === 'input';
    return this.state;
  }

  get state(): RunState {
    const machine = this.running?.machine;
    return { end: this.execution?.end, instant: machine?.instant ?? 0, time: machine?.now ?? 0 };
  }

  get waitsForInput(): boolean {
    return this.still;
  }

  takeConsole(): string {
    const text = this.console;
    this.console = '';
    return text;
  }

  takeDebug(): string {
    const text = this.debug;
    this.debug = '';
    return text;
  }

  takeNotes(): string[] {
    return this.notes.splice(0);
  }

  takeTrace(): Uint32Array {
    return this.kernel.trace.take();
  }

  decodeTrace(chunk: Uint32Array, isWanted?: (name: string) => boolean): TraceEvent[] {
    return this.reader.decode(chunk, isWanted);
  }

  nameAt(address: string): string {
    const value = BigInt(address);
    // A user address means something only in its own process, which may be gone.
    return value >> 63n === 0n ? '' : routineName(this.kernel, value);
  }

  stateHash(): string {
    return this.kernel.machine.stateHash();
  }

  traceDigest(): string {
    return this.kernel.trace.digest();
  }

  input(text: string): void {
    appendInput(this.kernel, new TextEncoder().encode(text));
  }

  twin(changes: Partial<Pick<LabConfig, 'seed'>> = {}): RingZeroLab {
    const other = new RingZeroLab(this.builder);
    other.built = this.built && { ...this.built, config: { ...this.built.config, ...changes } };
    return other;
  }
}

/**
 * Text that the guest wrote as bytes (one character each in the event) as UTF-8, which is what the learner's source is; a
 * character may come in pieces.
 */
function decodeText(decoder: TextDecoder, bytes: string): string {
  return decoder.decode(
    Uint8Array.from(bytes, (character) => character.charCodeAt(0)),
    { stream: true },
  );
}

/** The command line that the C run-time takes apart into the same arguments (Microsoft's rules for quotes and backslashes). */
function commandLine(image: string, args: readonly string[]): string {
  return [image, ...args.map(quoted)].join(' ');
}

function quoted(arg: string): string {
  if (/^[^\s"]+$/.test(arg)) return arg;
  return `"${arg.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
