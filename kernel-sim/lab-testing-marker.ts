/** Shared by the tests of debugger and views: runs that stop where a marker stands in their sources. */

import { contextOf, type DebugContext } from './debugger/context.ts';
import { codeOfLine, moduleAt } from './debugger/symbols.ts';
import type { Kernel } from './kernel/kernel.ts';
import { createLab } from './lab.ts';
import { PAGE } from './machine/layout.ts';
import { DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';
import { INSTRUCTION_BYTES } from './vm/opcodes.ts';
import { Watch } from './vm/watch.ts';

export interface Stopped {
  readonly k: Kernel;
  /** Current CPU, its thread, frame 0. */
  readonly context: DebugContext;
}

/** Builds `lab.sys` of lab.c and `app.exe` of app.c, runs, and stops in front of the statement that follows `/*HERE*` + `/`, the nth time. */
export function stopAt(parts: { driver?: string; app?: string; config?: Partial<LabConfig> }, nth = 1): Stopped {
  const lab = createLab();
  const { driver, app, config } = parts;
  const report = lab.build({
    ...DEFAULT_CONFIG,
    drivers: driver === undefined ? [] : [{ name: 'lab', sources: [{ name: 'lab.c', text: driver }] }],
    apps: app === undefined ? [] : [{ name: 'app.exe', sources: [{ name: 'app.c', text: app }] }],
    ...config,
  });
  if (!report.ok) throw new Error(report.messages.map((m) => `${m.file}:${m.line}: ${m.text}`).join('\n'));
  lab.start();
  const k = lab.kernel;
  const file = driver?.includes('/*HERE*/') ? 'lab.c' : 'app.c';
  const text = file === 'lab.c' ? driver : app;
  const line = (text ?? '').slice(0, text?.indexOf('/*HERE*/')).split('\n').length;
  const code = codeOfLine(contextOf(k), file, line);
  const watch = new Watch(k.machine, (va, cpu, slots) => {
    const module = moduleAt(contextOf(k, { cpu: cpu.number }).modules, va);
    for (const { image, rva } of code) {
      const slot = rva - (va - (module?.base ?? 0));
      if (image === module?.image && slot >= 0 && slot < PAGE) slots[slot / INSTRUCTION_BYTES] = 1;
    }
  });
  for (let i = 0; i < nth; i++) {
    const result = k.vm.runTo(20_000_000, watch);
    if (!watch.arrived) throw new Error(`the marker was not reached: ${result}`);
  }
  return { k, context: contextOf(k) };
}
