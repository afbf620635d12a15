// How do the project's tools start other programs, and how do they fail?
import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder, wherever the caller stands. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A failure that a person can act on: what went wrong, and what to do about it. */
export class Failure extends Error {
  constructor(message, remedy = '') {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Runs a program to its end in the repository's top folder. With `quiet` its output appears only if it fails.
 * Throws a Failure with the given remedy when it cannot start, takes too long or ends with a status that is not accepted.
 */
export function run(command, args, { quiet = false, remedy, env, cwd = root, accept = [0], minutes = 15 } = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: minutes * 60_000,
  });
  if (accept.includes(status)) return stdout ?? '';
  if (quiet) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  const name = [command === process.execPath ? 'node' : command, ...args].join(' ').replaceAll(root, '.');
  const ending = error?.message ?? (signal ? `ended by ${signal}` : `ended with ${status}`);
  throw new Failure(`\`${name}\` failed: ${ending}.`, remedy);
}

/** What a TypeScript file without imports of VS Code exports. */
export async function exportsOf(path) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

/** Runs a JavaScript file with the Node that runs this one; `flags` are Node's own. */
export const node = (file, args = [], { flags = [], ...options } = {}) =>
  run(process.execPath, [...flags, join(root, file), ...args], options);

/** Runs npm. On Windows npm is a batch file, which only a shell can start; its arguments here hold no special characters. */
export const npm = (args, options = {}) =>
  process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args], options) : run('npm', args, options);

/** Runs an installed package's own command, without npx and its look-ups. */
export function packageCommand(name, args = [], options = {}) {
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return node(join('node_modules', name, typeof bin === 'string' ? bin : Object.values(bin)[0]), args, options);
}

/** Prints what went wrong as plain sentences; anything but a Failure is a fault of ours and shows where it came from. */
export function printFailure(failure) {
  console.error(failure instanceof Failure ? failure.message : failure);
  if (failure.remedy) console.error(failure.remedy);
}

/** Runs a tool's body if its file is the one that was started, not imported; a failure ends with exit code 1. */
export async function main(meta, body) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(meta.url)) return;
  try {
    await body(process.argv.slice(2));
  } catch (failure) {
    printFailure(failure);
    process.exitCode = 1;
  }
}
