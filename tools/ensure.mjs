// Is everything installed that a script needs? What is missing gets installed. `--browser` and `--host` ask for more than packages.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, main, npm, root } from './run.mjs';

const OLDEST_NODE = [20, 19];

/** Installs what is missing: packages always, a Chromium and a VS Code server when asked. */
export async function ensure({ browser = false, host = false } = {}) {
  checkNode();
  if (!packagesAreCurrent()) installPackages();
  if (browser) (await import('./browser.mjs')).ensureBrowser();
  if (host) (await import('../test/host/install-host.mjs')).installHost();
}

// `npm ci` also refuses when the registry lacks a package that only other systems need; `npm install` gives the same versions then.
function installPackages() {
  console.log('Installing npm packages …');
  try {
    npm(['ci', '--loglevel=silent'], { quiet: true });
  } catch {
    const remedy = 'Is there a network? Do package.json and package-lock.json agree?';
    npm(['install', '--no-save', '--loglevel=error'], { quiet: true, remedy });
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Failure(
    `Node ${process.versions.node} is too old.`,
    `Install Node ${OLDEST_NODE.join('.')} or newer from https://nodejs.org.`,
  );
}

// Contents, not dates: npm writes package-lock.json after its own record, so a fresh install can look older than the lock.
function packagesAreCurrent() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesIn(record);
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const isLeftOver = (path) => wanted[path]?.version !== installed[path].version;
  const isMissing = (path) => path !== '' && !wanted[path].optional && !installed[path];
  return !Object.keys(installed).some(isLeftOver) && !Object.keys(wanted).some(isMissing);
}

await main(import.meta, (args) => ensure({ browser: args.includes('--browser'), host: args.includes('--host') }));
