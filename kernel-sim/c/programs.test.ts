/**
 * C programs compiled and run on a bare machine, their output compared with what a native compiler's program printed (testdata/*.out).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runC } from '../vm/testing-c.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The lab's own headers; the unwinder is a private one. */
function header(name: string): string | undefined {
  for (const folder of ['../guest/include/', '../guest/ntoskrnl/']) {
    const path = here(folder + name);
    if (existsSync(path)) return readFileSync(path, 'utf8');
  }
  return undefined;
}

for (const file of readdirSync(here('testdata/')).filter((name) => name.endsWith('.c'))) {
  test(file, () => {
    const run = runC(readFileSync(here(`testdata/${file}`), 'utf8'), 20_000_000, {}, header);
    const lines = [...run.out.map(String), run.ended || `exit ${run.exit}`];
    expect(lines.join('\n')).toBe(readFileSync(here(`testdata/${file.replace(/\.c$/, '.out')}`), 'utf8').trimEnd());
  });
}
