// Where is a Chromium on this machine, and how does one get there?
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure, run } from './run.mjs';

const REMEDY = 'Install Chromium, Chrome or Edge, or name one: CHROMIUM=/path/to/chromium.';

/** The path of an installed Chromium, Chrome or Edge; undefined if there is none. */
export function findBrowser() {
  const { CHROMIUM } = process.env;
  if (!CHROMIUM) return usualPlaces().find((path) => existsSync(path));
  if (existsSync(CHROMIUM)) return CHROMIUM;
  throw new Failure(`CHROMIUM names ${CHROMIUM}, which does not exist.`, REMEDY);
}

/** The path of a browser, installed from Debian's packages if need be and possible. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const prefix = existsSync('/etc/debian_version') ? rootPrefix() : undefined;
  if (!prefix) throw new Failure('No Chromium was found; tests in a real editor and screenshots need one.', REMEDY);
  console.log('Installing Chromium from Debian packages …');
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    run(command, rest, { quiet: true, remedy: REMEDY });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  const installed = findBrowser();
  // On Ubuntu the package only points at a snap, which headless machines often cannot run.
  if (!installed) throw new Failure('The package `chromium` was installed but brought no browser.', REMEDY);
  return installed;
}

function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return [...apps, ...apps.map((path) => join(env.HOME ?? '', path))];
  }
  if (platform === 'win32') {
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    const drives = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean);
    return drives.flatMap((drive) => programs.map((program) => join(drive, program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return ['/usr/bin', ...(env.PATH ?? '').split(delimiter)].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
}
