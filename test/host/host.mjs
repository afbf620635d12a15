// How does a real VS Code start on this machine: its server, and its workbench in a browser?
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { Failure, run } from '../../tools/run.mjs';
import { installHost } from './install-host.mjs';

// Nothing on the screen but the workspace, and nothing that asks the network.
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
const START_SECONDS = 60;
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

/** A fresh folder for one run, under its real name: a link in its path would give a file two addresses. */
export const temporaryFolder = (name) => mkdtempSync(join(realpathSync(tmpdir()), `clinical-content-${name}-`));

/** Removes a folder made for one run. */
export const removeFolder = (folder) => rmSync(folder, REMOVE);

/** Starts the VS Code server on a free port of this machine, with the given settings, packaged extensions and environment. */
export async function startServer({ settings = {}, vsix = [], env = {} } = {}) {
  const main = join(installHost(), 'out', 'server-main.js');
  const data = temporaryFolder('server');
  mkdirSync(join(data, 'data', 'User'), { recursive: true });
  writeFileSync(join(data, 'data', 'User', 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }));
  const serverEnv = { ...serverEnvironment(), ...env };
  const base = [main, '--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off'];
  for (const file of vsix) {
    run(process.execPath, [...base, '--install-extension', file, '--force'], { env: serverEnv, quiet: true });
  }
  const logFile = join(data, 'server.log');
  const output = openSync(logFile, 'w');
  const child = spawn(process.execPath, [...base, ...serverFlags()], {
    env: { ...process.env, ...serverEnv },
    detached: true, // a process group of its own, so that stop() ends the extension hosts too
    stdio: ['ignore', output, output],
  });
  const server = { log: () => readFileSync(logFile, 'utf8'), hasExited: () => child.exitCode !== null, stop };
  process.once('exit', stop);
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const port = await listeningPort(server);
  return { ...server, authority: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}` };

  function stop() {
    process.off('exit', stop);
    endGroup(child.pid);
    removeFolder(data);
  }
}

function serverFlags() {
  const here = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
  // The smoke test driver is what lets newer workbenches heed `extensionDevelopmentPath`.
  return [...here, '--disable-workspace-trust', '--disable-experiments', '--enable-smoke-test-driver'];
}

// What differs from this process: no gallery, so that the workbench looks nothing up, and none of the VSCODE_* that a terminal
// inside VS Code sets for its own server.
function serverEnvironment() {
  const foreign = Object.keys(process.env).filter((key) => /^(VSCODE_|CODE_SERVER_)/.test(key));
  const needsWebSocket = Number(process.versions.node.split('.')[0]) < 22;
  const options = [process.env.NODE_OPTIONS, needsWebSocket && '--experimental-websocket'];
  return {
    ...Object.fromEntries(foreign.map((key) => [key, undefined])),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    NODE_OPTIONS: options.filter(Boolean).join(' '),
  };
}

async function listeningPort(server) {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline && !server.hasExited()) {
    const port = /Extension host agent listening on (\d+)/.exec(server.log())?.[1];
    if (port) return port;
    await pause(50);
  }
  const log = server.log().slice(-3000);
  server.stop();
  throw new Failure(`The VS Code server did not start:\n${log}`, 'Remove .vscode-host and try again.');
}

function endGroup(pid) {
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
}

/** Opens a headless browser with a fresh profile and one page of the given size. */
export async function openBrowser({ width = 1280, height = 800 } = {}) {
  const profile = temporaryFolder('browser');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    viewport: { width, height },
    deviceScaleFactor: 1,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  const close = async () => {
    await context.close().catch(() => {}); // it may have crashed, which the caller has noticed
    removeFolder(profile);
  };
  return { page: context.pages()[0] ?? (await context.newPage()), close };
}

/** The address of the workbench on a folder; the payload is what a desktop VS Code takes as command line options. */
export function workbenchUrl(server, folder, payload = {}) {
  const entries = Object.entries({ ...payload, skipWelcome: 'true' });
  return `${server.url}/?${new URLSearchParams({ folder, payload: JSON.stringify(entries) })}`;
}

/** The workbench's address of a file on the server. */
export const remote = (server, path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
