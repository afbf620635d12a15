// Runs npm as a person without settings would: nothing from the network, from the user's configuration or from a surrounding npm.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Ran } from '../cli/run';

export const ROOT = resolve('.');

/** An empty folder under the system's folder for such things. */
export function emptyFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'clinical-content-')));
}

/** Runs a program to its end in `cwd`. */
export function run(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...cleanEnvironment(), ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_|FORCE_COLOR$|GITHUB_|RUNNER_)/i.test(name));
  return { ...Object.fromEntries(own), NO_COLOR: '1' };
}

/** Runs npm offline and with a cache of its own inside `home`. */
export function npm(home: string, cwd: string, ...args: readonly string[]): Ran {
  return run(cwd, 'npm', args, settings(home));
}

/** Runs a command of a package that is installed in `cwd`, and of no other. */
export function npx(home: string, cwd: string, ...args: readonly string[]): Ran {
  return run(cwd, 'npx', ['--no-install', ...args], settings(home));
}

/** Settings of npm that keep it offline. */
export function settings(home: string): NodeJS.ProcessEnv {
  return {
    npm_config_cache: join(home, '.npm'),
    npm_config_userconfig: join(home, 'npmrc'),
    npm_config_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_loglevel: 'error',
  };
}
