/**
 * `npm start`: installs what is missing, builds the page and serves it on this machine.
 *
 * Options: --port N (default 4173; the next free one if it is taken), --strict-port (fail instead), --host ADDRESS.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage } from './page.mjs';
import { requirePackages, root } from './setup.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    'strict-port': { type: 'boolean', default: false },
    host: { type: 'string', default: '127.0.0.1' },
  },
});

requirePackages();
await buildPage();
const { preview } = await import('vite');
const server = await preview({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  preview: { port: Number(values.port), strictPort: values['strict-port'], host: values.host },
});
const urls = server.resolvedUrls;
console.log('');
console.log('  Ring Zero Lab is ready:');
for (const url of [...(urls?.local ?? []), ...(urls?.network ?? [])]) console.log(`    ${url}`);
console.log('');
console.log('  Press Ctrl+C to stop.');
