/**
 * Finds a Chromium that really starts, or gets one: an installed browser, else Playwright's own download, else (as
 * root on Debian and its relatives) the package `chromium`.
 *
 * RING_ZERO_BROWSER names the executable to use instead.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './setup.mjs';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
];

/** Path of a browser that starts, or undefined (after a plain message) when there is none and none can be got. */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test');
  const starts = async (path) => {
    if (!path || !existsSync(path)) return false;
    try {
      const browser = await chromium.launch({ executablePath: path, timeout: 30_000 });
      await browser.close();
      return true;
    } catch (error) {
      console.error(`${path} does not start: ${String(error).split('\n')[0]}`);
      return false;
    }
  };

  const chosen = process.env.RING_ZERO_BROWSER;
  if (chosen) {
    if (await starts(chosen)) return chosen;
    return giveUp(`RING_ZERO_BROWSER names ${chosen}, which does not start.`);
  }
  for (const path of [...installed(), chromium.executablePath()]) {
    if (await starts(path)) return path;
  }

  console.error('No Chromium found; downloading the one of Playwright ...');
  run(process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
  if (await starts(chromium.executablePath())) return chromium.executablePath();

  if (process.platform === 'linux' && process.getuid?.() === 0 && run('apt-get', ['--version'])) {
    console.error('Installing the package chromium ...');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    for (const path of installed()) {
      if (await starts(path)) return path;
    }
  }
  return giveUp('The browser tests need Chromium or Chrome, and none could be found or installed.');
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...APPLICATIONS].filter((path) => existsSync(path));
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 2], timeout: 300_000 }).status === 0;
}

function giveUp(message) {
  console.error(message);
  console.error('Install one (for example: apt-get install chromium), or set RING_ZERO_BROWSER to its path.');
  return undefined;
}
