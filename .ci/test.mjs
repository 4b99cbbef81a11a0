/**
 * `npm test`: sets up, then runs every check of the project and sums up. The last line is `N passed, N failed`; the
 * exit code is 0 only when nothing failed.
 *
 * Every stage runs even if an earlier one fails. A stage without tests of its own (lint, types ...) counts as one
 * failure when it fails, and as nothing when it passes. The summary names the failed tests, so that the end of a log
 * is enough to know them.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { findBrowser } from './browser.mjs';
import { requirePackages, root } from './setup.mjs';

const reports = join(root, 'test-results');
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const STAGES = [
  { name: 'format and lint', run: () => tool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings']) },
  { name: 'types', run: () => tool('typescript/bin/tsc', ['--project', '.']) },
  { name: 'unused code', run: () => tool('knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors']) },
  { name: 'unit tests', run: runUnitTests },
  { name: 'browser tests', run: runBrowserTests },
  // After the browser tests, which have built the page.
  { name: 'page weight', run: () => tool('../.ci/budget.mjs', []) },
];

requirePackages();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results = [];
for (const stage of STAGES) {
  console.log(`\n== ${stage.name}`);
  const start = Date.now();
  const result = await stage.run();
  results.push({ name: stage.name, seconds: ((Date.now() - start) / 1000).toFixed(1), ...result });
}

console.log('\n== summary');
for (const { name, seconds, passed, failed, ok, failures } of results) {
  const counts = passed === undefined ? '' : `${passed} passed, ${failed} failed`;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.padStart(6)} s  ${counts}`.trimEnd());
  for (const line of failures ?? []) console.log(`         ${line}`);
}
const passed = results.reduce((sum, result) => sum + (result.passed ?? 0), 0);
const failed = results.reduce((sum, result) => sum + Math.max(result.failed ?? 0, result.ok ? 0 : 1), 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

/** Runs a package's own JavaScript command, with its output passed through. */
function tool(file, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => resolve({ ok: code === 0 }));
  });
}

async function runUnitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const { ok } = await tool('vitest/vitest.mjs', ['run', ...reporters]);
  const report = readReport(unitReport);
  const failures = (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (!failed.length) return message ? [failureLine(name, '', message)] : [];
    return failed.map((test) => failureLine(name, test.fullName, test.failureMessages[0]));
  });
  return { ok, passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, failures };
}

async function runBrowserTests() {
  const browser = await findBrowser();
  if (!browser) return { ok: false, passed: 0, failed: 1 };
  const env = {
    RING_ZERO_BROWSER: browser,
    RING_ZERO_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  };
  const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json'];
  const { ok } = await tool('@playwright/test/cli.js', args, env);
  const report = readReport(browserReport);
  const stats = report?.stats;
  const failures = (report?.suites ?? []).flatMap(failedSpecs);
  return { ok, passed: stats ? stats.expected + stats.flaky : 0, failed: stats?.unexpected ?? 0, failures };
}

/** A line for each failed test of a suite in Playwright's report, and of the suites in it. */
function failedSpecs({ file, specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok);
  const message = ({ tests }) => tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message;
  return [...failed.map((spec) => failureLine(file, spec.title, message(spec))), ...suites.flatMap(failedSpecs)];
}

/** File, test and the first line of what went wrong, without colours. */
function failureLine(file, test, message = '') {
  const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
  const place = file.startsWith(root) ? relative(root, file) : file;
  const [why] = message.replace(colours, '').split('\n');
  return [place, test, why].filter(Boolean).join(' › ');
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
