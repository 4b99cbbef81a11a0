/**
 * Browser tests run against the built page, as `npm start` serves it. `.ci/test.mjs` says which browser and port.
 */
import { defineConfig } from '@playwright/test';

const port = process.env.RING_ZERO_PORT ?? '4399';
const browser = process.env.RING_ZERO_BROWSER;

export default defineConfig({
  testDir: 'tests',
  outputDir: '../test-results/browser',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A test spends half its time waiting for frames and the worker: two at once use two cores. Each has a browser context of its own.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    ...(browser && { launchOptions: { executablePath: browser } }),
  },
  webServer: {
    command: `node .ci/start.mjs --port ${port} --strict-port`,
    cwd: '..',
    url: `http://127.0.0.1:${port}`,
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
