/**
 * `npm run measure -- [--steps N] [--seconds N]`: how fast the built page is in a browser, with a run of about 10 million instructions and 100,000 events
 * (e2e/measure): scrubbing, a step on the screen, the page's heap over N steps (10,000). Prints figures and judges nothing: they depend on the computer
 * and on what else it does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { heap, idle, scrubbing, steps } from '../e2e/measure/parts.mjs';
import { installRecorder } from '../e2e/measure/recorder.mjs';
import { findBrowser } from './browser.mjs';
import { buildPage } from './page.mjs';
import { requirePackages, root } from './setup.mjs';

const { values } = parseArgs({
  options: { steps: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '8' } },
});
for (const [name, value] of Object.entries(values)) {
  if (/^[1-9]\d{0,5}$/.test(value)) continue;
  console.error(`--${name} is a whole number above 0, not '${value}'`);
  process.exit(1);
}

const SCREEN_STEPS = 180;

requirePackages();
const browserPath = await findBrowser();
if (!browserPath) process.exit(1);
await buildPage();
const { preview } = await import('vite');
const { chromium } = await import('@playwright/test');
const server = await preview({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  preview: { port: 4500, host: '127.0.0.1' },
});
const browser = await chromium.launch({ executablePath: browserPath });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => console.error(`the page says: ${error}`));
  await page.addInitScript(installRecorder);
  await page.goto(server.resolvedUrls.local[0]);
  await idle(page);
  for (const file of ['driver.c', 'app.c'])
    await write(page, file, readFileSync(join(root, 'e2e/measure', file), 'utf8'));
  const begun = performance.now();
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/sum \d+/)
    .first()
    .waitFor({ timeout: 120_000 });
  await idle(page);
  const instant = await page.getByTestId('timeline').getAttribute('aria-valuenow');
  console.log(
    `a run of ${Number(instant).toLocaleString('en')} instructions, in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  await scrubbing(page, Number(values.seconds));
  await steps(page, SCREEN_STEPS);
  await heap(page, Number(values.steps));
} finally {
  await browser.close();
  await server.close();
}

/** Types over a file, as one paste. */
async function write(page, file, text) {
  await page.getByRole('tablist', { name: 'Files' }).getByRole('tab', { name: file }).click();
  await idle(page);
  await page.locator('.monaco-editor').first().getByRole('textbox').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await idle(page);
}
