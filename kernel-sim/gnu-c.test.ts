/**
 * C programs on the whole lab, built as `lab cc --gnu` does it: what they print is compared with what a native compiler's program printed
 * (c/testdata/whole/*.out).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runLab } from './lab-testing.ts';

const FOLDER = new URL('./c/testdata/whole/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.c'))) {
  test(file, () => {
    const outcome = runLab({ app: text(file), config: { dialect: 'gnu', limitNs: 60e9 } });
    expect(outcome.report.messages.filter((m) => m.severity === 'error')).toEqual([]);
    expect(outcome.console).toBe(text(file.replace(/\.c$/, '.out')));
    expect(outcome.end).toMatchObject({ kind: 'exit', status: 0 });
  });
}
