/**
 * `npm run explore -- [--triples N] [--steps N] [--seed S]`: the long form of the tests of history. Seeks to N seeded instants on one and on two CPUs, and
 * walks N mixed steps forwards and backwards, each compared with what is known without a timeline. `npm test` runs a short slice of the same.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requirePackages, root } from './setup.mjs';

const FILES = ['kernel-sim/timeline/timeline.test.ts', 'kernel-sim/debugger/stops/walks.test.ts'];

const { values } = parseArgs({
  options: {
    triples: { type: 'string', default: '1000' },
    steps: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    console.error(`--${name} is a whole number above 0, not '${value}'`);
    process.exit(1);
  }
}
requirePackages();
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--testTimeout=0', ...FILES],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, RZL_TRIPLES: values.triples, RZL_WALK_STEPS: values.steps, RZL_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
