/**
 * Bundles a TypeScript entry of kernel-sim for Node, once per state of the sources.
 *
 * The file name carries a digest of all inputs, so a bundle is either current or absent; several processes may build
 * the same bundle at once, each writes aside and renames. Silent unless the build fails.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './setup.mjs';

/** Path of the current Node bundle of `entry` (a path from the project's root), built now if need be. */
export async function nodeBundle(entry) {
  const name = entry.replaceAll(/[/\\]/g, '-').replace(/\.ts$/, '');
  const outputs = join(root, 'dist', 'node');
  const file = `${name}.${digestOf(['kernel-sim', 'lessons/schema.ts', '.ci/plugins', 'vite.config.ts', 'package-lock.json'])}.mjs`;
  const target = join(outputs, file);
  if (existsSync(target)) return target;

  mkdirSync(outputs, { recursive: true });
  const aside = mkdtempSync(join(outputs, '.building-'));
  const from = process.cwd();
  try {
    // Plugins read sources by their paths from the project's root.
    process.chdir(root);
    const { build } = await import('vite');
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      publicDir: false,
      build: {
        ssr: entry,
        outDir: aside,
        emptyOutDir: false,
        minify: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: file, codeSplitting: false } },
      },
    });
    renameSync(join(aside, file), target);
  } finally {
    process.chdir(from);
    rmSync(aside, { recursive: true, force: true });
  }
  removeOlder(outputs, name, file);
  return target;
}

/** A digest over names, sizes and times of all files under the given paths (from the project's root). */
export function digestOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const child of readdirSync(path).sort()) visit(join(path, child));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest('hex').slice(0, 16);
}

function removeOlder(outputs, name, current) {
  for (const file of readdirSync(outputs)) {
    const isSameEntry = basename(file).startsWith(`${name}.`) && file.endsWith('.mjs');
    if (isSameEntry && file !== current) rmSync(join(outputs, file), { force: true });
  }
}
