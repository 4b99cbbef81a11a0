/**
 * Shared by tests that look at a run in its middle: a lab that stops where the guest prints something.
 */
import { createLab, type RingZeroLab } from './lab.ts';
import { DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';

/** Instructions between looks: a printed line has not scrolled far. */
const STEP = 20;

export class Stage {
  readonly lab: RingZeroLab;
  /** Console and debug output so far. */
  output = '';

  constructor(parts: { driver?: string; app?: string; config?: Partial<LabConfig> }) {
    this.lab = createLab();
    const report = this.lab.build({
      ...DEFAULT_CONFIG,
      drivers: parts.driver === undefined ? [] : [{ name: 'lab', sources: [{ name: 'lab.c', text: parts.driver }] }],
      apps: parts.app === undefined ? [] : [{ name: 'app.exe', sources: [{ name: 'app.c', text: parts.app }] }],
      ...parts.config,
    });
    if (!report.ok)
      throw new Error(report.messages.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n'));
    this.lab.start();
  }

  get kernel() {
    return this.lab.kernel;
  }

  /** Runs until the text has been printed; throws if the run ends before. */
  until(text: string): this {
    return this.when(() => this.output.includes(text), text);
  }

  /** Runs until something is so. */
  when(isSo: () => boolean, what = 'it was so'): this {
    while (!isSo()) {
      if (this.lab.state.end) throw new Error(`the run ended before ${what}: ${JSON.stringify(this.lab.state.end)}`);
      this.go(STEP);
    }
    return this;
  }

  toEnd(): this {
    while (!this.lab.state.end) this.go(1_000_000);
    return this;
  }

  /** The hex digits printed as `name=...`, as views have them. */
  address(name: string): string {
    return `0x${this.word(name)}`;
  }

  /** The number printed as `name=...`. */
  number(name: string): number {
    return Number(this.word(name));
  }

  /** What was printed as `name=...`. */
  word(name: string): string {
    const found = new RegExp(`\\b${name}=(\\S+)`).exec(this.output)?.[1];
    if (found === undefined) throw new Error(`${name} was not printed: ${this.output}`);
    return found;
  }

  private go(instructions: number): void {
    this.lab.run(instructions);
    this.output += this.lab.takeConsole() + this.lab.takeDebug();
  }
}
