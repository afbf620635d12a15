// Was everything built of the files as they are now? Told by names, sizes and times of all that goes in and of what came out.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const SOURCES = ['client', 'server', 'test', 'schemas', 'snippets', 'docs/rules', 'tools'];
const FILES = ['package.json', 'package-lock.json', 'esbuild.mjs', 'tsconfig.json', 'README.md'];
const RESULTS = ['dist', 'out/test'];
const stamp = join(root, 'out', 'built.json');

function listOf(folder) {
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name))
    : [];
}

function state() {
  const names = [...SOURCES.flatMap(listOf), ...FILES, ...RESULTS.flatMap(listOf)].sort();
  return JSON.stringify([
    process.version,
    ...names.map((name) => {
      const { size, mtimeMs } = statSync(join(root, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  ]);
}

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === state();
}

export function markBuilt() {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, state());
}
