/** Builds a program and runs it in the lab to its end: what the kinds that compare with a native program have in common. */
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';

export type LabRun =
  | { readonly kind: 'exit'; readonly code: number; readonly stdout: string }
  /** It ran into the limit of instructions. */
  | { readonly kind: 'limit'; readonly stdout: string }
  | { readonly kind: 'failed'; readonly what: string; readonly stdout: string };

export function runInLab(text: string, instructions: number, more: Partial<LabConfig> = {}): LabRun {
  const lab = createLab();
  const { ok, messages } = lab.build({
    ...DEFAULT_CONFIG,
    drivers: [],
    apps: [{ name: 'a.exe', sources: [{ name: 'a.c', text }] }],
    limitNs: Number.POSITIVE_INFINITY,
    limitInstructions: instructions,
    ...more,
  });
  if (!ok) {
    const first = messages.find(({ severity }) => severity === 'error');
    return { kind: 'failed', what: `it is refused: ${first?.file}:${first?.line}: ${first?.text}`, stdout: '' };
  }
  lab.start();
  let stdout = '';
  for (;;) {
    const { end } = lab.run(2_000_000);
    stdout += lab.takeConsole();
    if (!end) continue;
    if (end.kind === 'exit') return { kind: 'exit', code: end.exitCode, stdout };
    if (end.kind === 'limit') return { kind: 'limit', stdout };
    return { kind: 'failed', what: `the run ended with '${end.kind}': ${'text' in end ? end.text : ''}`, stdout };
  }
}
