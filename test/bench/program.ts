// How is a program timed, and what is it compared with?

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const SERVER = resolve('dist/server.js');
export const CLI = resolve('dist/cli.js');
const PEERS = resolve('out/bench/peers');
/** The newest that run on Node 20. */
const PEER_VERSIONS = [
  'markdownlint-cli2@0.18.1',
  'yaml-language-server@1.19.2',
  'remark-cli@12.0.1',
  'remark-preset-lint-recommended@7.0.1',
];
export const MARKDOWNLINT = join(PEERS, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
export const YAML_SERVER = join(PEERS, 'node_modules/yaml-language-server/bin/yaml-language-server');
export const REMARK = join(PEERS, 'node_modules/remark-cli/cli.js');
export const REMARK_PRESET = join(PEERS, 'node_modules/remark-preset-lint-recommended/index.js');

/** Installs what we compare with, once. */
export function installPeers(): void {
  const record = join(PEERS, 'installed.json');
  const wanted = JSON.stringify(PEER_VERSIONS);
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return;
  mkdirSync(PEERS, { recursive: true });
  writeFileSync(join(PEERS, 'package.json'), '{"private":true}');
  console.log(`Installing what we compare with: ${PEER_VERSIONS.join(', ')}`);
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...PEER_VERSIONS], {
    cwd: PEERS,
    stdio: 'inherit',
  });
  writeFileSync(record, wanted);
}

function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  // It adds a tenth of a second to each start of Node.
  delete env.NODE_EXTRA_CA_CERTS;
  return env;
}

/** Milliseconds that a Node program takes. */
export function timed(args: readonly string[], cwd: string): number {
  return timedProgram(process.execPath, args, cwd);
}

/** Milliseconds that a program takes. */
export function timedProgram(program: string, args: readonly string[], cwd: string): number {
  const start = performance.now();
  spawnSync(program, args, { cwd, stdio: 'ignore', env: environment() });
  return performance.now() - start;
}

const READ = `const fs=require('fs'),p=require('path');let n=0;(function walk(d){for(const e of fs.readdirSync(d,{withFileTypes:true})){if(e.name[0]==='.')continue;const f=p.join(d,e.name);if(e.isDirectory())walk(f);else n+=fs.readFileSync(f,'utf8').length}})('.')`;

/** Milliseconds that Node takes to read all files of a folder as text, its own start included. */
export function timedRead(folder: string): number {
  return timed(['-e', READ], folder);
}

/** Milliseconds that a Node program takes, and the most memory, in bytes, that it held at once. */
export function measured(args: readonly string[], cwd: string): { took: number; memory: number } {
  const folder = mkdtempSync(join(tmpdir(), 'clinical-content-peak-'));
  try {
    const hook = join(folder, 'hook.cjs');
    const out = join(folder, 'peak');
    writeFileSync(
      hook,
      `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(out)},String(process.resourceUsage().maxRSS)))`,
    );
    const took = timed(['--require', hook, ...args], cwd);
    return { took, memory: Number(readFileSync(out, 'utf8')) * 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The most memory, in bytes, that a Node program held at once. */
export function peakMemory(args: readonly string[], cwd: string): number {
  return measured(args, cwd).memory;
}
