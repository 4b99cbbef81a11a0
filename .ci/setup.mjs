/**
 * Makes a checkout ready to run: the right Node, and exactly the packages of the lock file.
 *
 * Uses only Node itself, because it runs before anything is installed. All it prints goes to stderr, so that
 * commands whose stdout is their answer can call it too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 20;

/** Ends the process with a plain message when this Node is too old. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST_NODE) return;
  console.error(`Ring Zero Lab needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.`);
  console.error('Install a current version from https://nodejs.org and try again.');
  process.exit(1);
}

/** Installs the packages of the lock file unless node_modules already holds exactly these. */
export function requirePackages() {
  requireNode();
  if (packagesMatchLock()) return;
  console.error('Installing packages (npm ci) ...');
  const result = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status === 0) return;
  console.error('npm ci failed. It needs the npm registry; see the messages above.');
  process.exit(1);
}

/** Runs npm with the project as working directory; its stdout is sent to our stderr. */
function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** True if every package of the lock that this platform needs is installed in the version of the lock. */
function packagesMatchLock() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true;
  });
}
