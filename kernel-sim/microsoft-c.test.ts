/**
 * Microsoft C on the whole lab: self-checking programs (c/testdata/ms), one a feature, each of which prints what it found wrong; and drivers
 * (c/testdata/drivers) with what they must print for the debugger.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runLab } from './lab-testing.ts';

const FOLDER = new URL('./c/testdata/ms/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.c'))) {
  test(file, () => {
    const resolveInclude = (name: string) => (name === 'check.h' ? { name, text: text(name) } : undefined);
    const outcome = runLab({ app: text(file), config: { resolveInclude, limitNs: 60e9 } });
    expect(outcome.report.messages.filter((m) => m.severity === 'error')).toEqual([]);
    expect(outcome.console).toMatch(/^\d+ cases, 0 wrong\n$/);
    expect(outcome.end).toMatchObject({ kind: 'exit', status: 0 });
  });
}

const DRIVERS = new URL('./c/testdata/drivers/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, DRIVERS), 'utf8');

for (const file of readdirSync(DRIVERS).filter((name) => name.endsWith('.c'))) {
  test(`driver ${file}`, () => {
    const outcome = runLab({ driver: read(file) });
    expect(outcome.report.messages.filter((m) => m.severity === 'error')).toEqual([]);
    expect(outcome.debug).toBe(read(file.replace(/\.c$/, '.out')));
    expect(outcome.end).toMatchObject({ kind: 'exit', status: 0 });
  });
}
