/** Labs for measuring: built from the programs in `programs/`, run to their end with a clock beside them. */
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG, type Lab, type LabConfig } from '../protocol/lab-api.ts';

const SOURCES = import.meta.glob<string>('./programs/*.c', { query: '?raw', import: 'default', eager: true });

export function sourceOf(name: string): string {
  return SOURCES[`./programs/${name}.c`];
}

export interface Measured {
  instructions: number;
  seconds: number;
  /** Processor time of this process. */
  busy: number;
}

export function built(config: Partial<LabConfig> & Pick<LabConfig, 'drivers' | 'apps'>): Lab {
  const lab = createLab();
  const report = lab.build({ ...DEFAULT_CONFIG, limitNs: 1e15, ...config });
  if (!report.ok) throw new Error(report.messages.map((m) => `${m.file}:${m.line}: ${m.text}`).join('\n'));
  return lab;
}

/** A whole run, which must end well. */
export function timed(lab: Lab): Measured {
  lab.start();
  const from = performance.now();
  const { user } = process.cpuUsage();
  while (!lab.run(50_000_000).end) lab.takeTrace();
  const seconds = (performance.now() - from) / 1000;
  const busy = (process.cpuUsage().user - user) / 1e6;
  const { end, instant } = lab.state;
  if (end?.kind !== 'exit' || end.status !== 0) throw new Error(JSON.stringify(end));
  return { instructions: instant, seconds, busy };
}
