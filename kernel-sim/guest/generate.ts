/**
 * `npm run generate`: makes the TypeScript that is derived from the guest's headers. With `--check` it writes nothing and fails when a
 * file is not what the headers give. Run from the project's root.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateLayouts } from './generate-layouts.ts';
import { generatePrimitives } from './generate-primitives.ts';
import { guestSources } from './sources.ts';

const OUTPUTS: Record<string, string> = {
  'kernel-sim/kernel/layouts.generated.ts': generateLayouts(guestSources),
  'kernel-sim/kernel/primitives.generated.ts': generatePrimitives(guestSources),
};

const check = process.argv.includes('--check');
for (const [path, text] of Object.entries(OUTPUTS)) {
  const file = join(process.cwd(), path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) {
    console.error(`${path} is stale: npm run generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`${path}: ${text.split('\n').length} lines`);
  }
}
