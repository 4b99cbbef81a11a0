/**
 * What a first visit loads before the editor: the scripts that the built page names, with all that they import at once, compressed as a server
 * would send them. Exits with 1 if that is more than the budget. Needs the built page (dist/page).
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

const BUDGET_KB = 150;

const page = join(root, 'dist/page');
if (!existsSync(join(page, 'index.html'))) {
  console.error('There is no built page to be weighed: npm start builds it.');
  process.exit(1);
}
const html = readFileSync(join(page, 'index.html'), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]);
const seen = new Set();
const weigh = (file) => {
  if (seen.has(file)) return 0;
  seen.add(file);
  const text = readFileSync(join(page, file));
  const size = gzipSync(text, { level: 9 }).length;
  const statics = [
    ...text.toString().matchAll(/(?:^|[;\n])\s*(?:import|export)\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+\.js)["']/g),
  ];
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${basename(file)}`);
  return size + statics.map((match) => weigh(`assets/${match[1]}`)).reduce((sum, one) => sum + one, 0);
};
const total = first.map(weigh).reduce((sum, size) => sum + size, 0) / 1000;
console.log(`${total.toFixed(1).padStart(8)} kB  script before the editor, gzip; budget ${BUDGET_KB} kB`);
if (first.length === 0 || total > BUDGET_KB) {
  console.error('Over budget: load what the first picture does not need with import().');
  process.exit(1);
}
