/**
 * Runs a TypeScript entry of kernel-sim in this Node process: `node .ci/exec.mjs ENTRY [ARGS...]`.
 *
 * Bundles it first if the sources have changed. Writes nothing to stdout itself.
 */
import { pathToFileURL } from 'node:url';
import { nodeBundle } from './bundle.mjs';
import { requirePackages } from './setup.mjs';

requirePackages();
const [entry, ...args] = process.argv.slice(2);
const bundle = await nodeBundle(entry).catch((error) => {
  console.error(`${entry} cannot be built.\n${error.message ?? error}`);
  process.exit(125);
});
process.argv = [process.argv[0], bundle, ...args];
await import(pathToFileURL(bundle).href);
