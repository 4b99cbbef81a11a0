/**
 * Builds the page into dist/page, unless that build is still current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './bundle.mjs';
import { root } from './setup.mjs';

const INPUTS = [
  'app',
  'kernel-sim',
  'lessons',
  'public',
  '.ci/plugins',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

/** Builds the page if any of its inputs has changed since the last build. */
export async function buildPage() {
  const stamp = join(root, 'dist', 'page.stamp');
  const digest = digestOf(INPUTS);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.error('Building the lab ...');
  const { build } = await import('vite');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, digest);
}
