// What is left of a repository when the program is killed in the middle? Starts it, ends it without a warning, and looks.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { seeded } from './corpus';
import { CLI } from './program';

/** Files of a repository: path to text. */
type Texts = ReadonlyMap<string, string>;

export interface Killed {
  readonly command: string;
  rounds: number;
  /** Rounds in which the program had ended by itself before it was killed. */
  finished: number;
  /** Rounds after which some files had their new text and others still the old one. */
  between: number;
  /** Unfinished files that the program left behind, which no run reads. */
  leftOver: number;
  /** What must never be: one sentence each. */
  readonly faults: string[];
}

export const KILLED_COMMANDS: readonly (readonly string[])[] = [
  ['check', '--fix'],
  ['fix', '--merge-duplicates', '--remove-uncited'],
  ['check', '--cache'],
  ['check', '--fix', '--cache'],
];

/** A repository in which every article and every list of references has something to put right. */
function repository(size: number): Texts {
  const texts = new Map<string, string>([['clinical-content.yaml', 'language: en-GB\n']]);
  for (let n = 0; n < size; n++) {
    const paragraphs = `Pain rises with IL-1ß [@paper-${n}; @copy-${n}].\n\n`.repeat(40);
    texts.set(`articles/a${n}.md`, `---\nkind: article\ntitle: T${n}\nreviewed: 2026-01-01\n---\n\n${paragraphs}`);
    const entry = (id: string) =>
      `  - id: ${id}-${n}\n    type: article-journal\n    title: Paper ${n}\n    DOI: 10.5555/p.${n}\n`;
    texts.set(`references/r${n}.yaml`, `references:\n${entry('paper')}${entry('copy')}${entry('unused')}`);
  }
  return texts;
}

function write(folder: string, texts: Texts): void {
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function read(folder: string): Texts {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** What a check says, in full; with the cache, if there is one. */
function findings(folder: string, ...more: readonly string[]): string {
  const { stdout, status } = spawnSync(process.execPath, [CLI, 'check', '-f', 'json', ...more], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return `${status} ${stdout}`;
}

/** Ends the program after some time, or once it has touched so many files. */
async function endEarly(
  child: ChildProcess,
  folder: string,
  random: () => number,
  usual: number,
  size: number,
): Promise<boolean> {
  const ended = once(child, 'exit');
  const watched = [folder, join(folder, 'articles'), join(folder, 'references')];
  let left = Math.ceil(random() * size * 3);
  const end = () => void child.kill('SIGKILL');
  const watchers = random() < 0.5 ? watched.map((one) => watch(one, () => (--left === 0 ? end() : undefined))) : [];
  const timer = watchers.length === 0 ? setTimeout(end, random() * usual * 1.1) : undefined;
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  return code !== null;
}

/** Kills a command again and again on fresh copies of one repository. */
export async function killed(command: readonly string[], rounds: number, size: number, seed: number): Promise<Killed> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'clinical-content-kill-')));
  const found: Killed = { command: command.join(' '), rounds, finished: 0, between: 0, leftOver: 0, faults: [] };
  const random = seeded(seed);
  try {
    const before = repository(size);
    write(folder, before);
    const start = performance.now();
    spawnSync(process.execPath, [CLI, ...command], { cwd: folder, stdio: 'ignore' });
    const usual = performance.now() - start;
    const after = read(folder);
    // `fix` puts right what is certain before and after it does what it was asked to: each file is whole in between as well.
    write(folder, before);
    spawnSync(process.execPath, [CLI, 'check', '--fix'], { cwd: folder, stdio: 'ignore' });
    const fixed = read(folder);
    const merged = new Map([...fixed].map(([path, text]) => [path, text.replaceAll('@copy-', '@paper-')]));
    const steps = command[0] === 'fix' ? [before, fixed, merged, after] : [before, after];
    for (let round = 0; round < rounds; round++) {
      if (round % 4 === 0 || !command.includes('--cache')) rmSync(folder, { recursive: true, force: true });
      write(folder, before);
      const child = spawn(process.execPath, [CLI, ...command], { cwd: folder, stdio: 'ignore' });
      if (await endEarly(child, folder, random, usual, size)) found.finished++;
      look(folder, steps, found);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}

function look(folder: string, steps: readonly Texts[], found: Killed): void {
  const [before = new Map()] = steps;
  const after: Texts = steps.at(-1) ?? before;
  const now = read(folder);
  let [old, changed] = [0, 0];
  for (const [path, text] of before) {
    const is = now.get(path);
    if (!steps.some((one) => one.get(path) === is))
      found.faults.push(`${path} is neither the old text nor the new one: ${JSON.stringify(is?.slice(0, 80))}`);
    else if (text !== after.get(path)) is === text ? old++ : changed++;
  }
  if (old > 0 && changed > 0) found.between++;
  for (const path of now.keys()) {
    if (before.has(path) || path === '.clinical-content-cache') continue;
    found.leftOver++;
    if (!path.endsWith('.tmp')) found.faults.push(`${path} was left behind`);
  }
  const fresh = findings(folder);
  if (findings(folder, '--cache') !== fresh) found.faults.push('the cache that was left says something else');
  for (const path of now.keys()) if (!before.has(path)) rmSync(join(folder, path), { force: true });
  if (findings(folder) !== fresh) found.faults.push('what was left behind changes what is found');
}
