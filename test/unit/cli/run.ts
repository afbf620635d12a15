// Runs the bundled command line in a folder of its own, as a person would.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseFixture } from '../fixture';

const CLI = resolve('dist/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder with the fixture's files; removed by `remove`. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'clinical-content-'));

  readonly #closed: string[] = [];

  constructor(source: string) {
    for (const [path, text] of parseFixture(source).files) this.write(path, text);
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  rename(from: string, to: string): void {
    renameSync(join(this.path, from), join(this.path, to));
  }

  bytes(path: string): Buffer {
    return readFileSync(join(this.path, path));
  }

  /** Takes away every right to some files and folders; `remove` gives them back. */
  close(...paths: readonly string[]): void {
    for (const path of paths) chmodSync(join(this.path, path), 0);
    this.#closed.push(...paths);
  }

  run(...args: string[]): Ran {
    return this.runIn('.', ...args);
  }

  /** Runs the command line in a folder below this one. */
  runIn(folder: string, ...args: string[]): Ran {
    return this.#start(folder, {}, args);
  }

  /** Runs the command line with more in its environment. */
  runWith(env: Readonly<Record<string, string>>, ...args: string[]): Ran {
    return this.#start('.', env, args);
  }

  #start(folder: string, env: Readonly<Record<string, string>>, args: readonly string[]): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: join(this.path, folder),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    });
    return { code: status, out: stdout, err: stderr };
  }

  remove(): void {
    for (const path of this.#closed) chmodSync(join(this.path, path), 0o700);
    rmSync(this.path, { recursive: true, force: true });
  }
}
