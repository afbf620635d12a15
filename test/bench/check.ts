// How quickly is a whole repository checked: from cold beside its peers, with a cache, and as it grows?

import { appendFileSync, readdirSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { median, ms, type Row } from './figure';
import { CLI, MARKDOWNLINT, peakMemory, REMARK, REMARK_PRESET, timed, timedRead } from './program';

const CHECK = [CLI, 'check', '.', '-f', 'unix'];

/** Medians of several rounds in which every program has its turn. */
function inTurn<T extends string>(rounds: number, programs: Readonly<Record<T, () => number>>): Record<T, number> {
  const names = Object.keys(programs) as T[];
  const took = new Map<T, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const name of names) took.get(name)?.push(programs[name]());
  return Object.fromEntries(names.map((name) => [name, median(took.get(name) ?? [])])) as Record<T, number>;
}

const times = (a: number, b: number) => `${(a / b).toFixed(1)}×`;

/** A thousand articles, from cold. */
export function coldCheck(folder: string, bytes: number): Row[] {
  const { ours, markdownlint, read } = inTurn(5, {
    ours: () => timed(CHECK, folder),
    markdownlint: () => timed([MARKDOWNLINT, '**/*.md'], folder),
    read: () => timedRead(folder),
  });
  const { remark } = inTurn(1, {
    remark: () => timed([REMARK, 'articles', '--use', REMARK_PRESET, '--quiet', '--no-stdout'], folder),
  });
  const what = `cold check of 1,000 articles and 5,000 references (${(bytes / 1e6).toFixed(1)} MB)`;
  const row = (peer: string, ratio: string): Row => ({ what, ours: ms(ours), peer, ratio });
  return [
    row(`markdownlint-cli2, Markdown only: ${ms(markdownlint)}`, `${times(markdownlint, ours)} as fast`),
    row(`remark-cli, recommended lint: ${ms(remark)}`, `${times(remark, ours)} as fast`),
    row(`Node reading the files: ${ms(read)}`, `${times(ours, read)} the time`),
  ];
}

/** Ten thousand articles: from cold, and with a cache. `small` is the time of a thousand in the same run. */
export function largeCheck(folder: string, bytes: number, small: number): Row[] {
  const { ours, read } = inTurn(3, { ours: () => timed(CHECK, folder), read: () => timedRead(folder) });
  const peak = peakMemory(CHECK, folder);
  const size = `10,000 articles, 50,000 references (${(bytes / 1e6).toFixed(0)} MB)`;
  const cached = withCache(folder);
  const beside = `Node reading the files: ${ms(read)}`;
  const row = (what: string, took: number): Row => ({
    what,
    ours: ms(took),
    peer: beside,
    ratio: `${times(took, read)} the time`,
  });
  const listed = timed([CLI, 'references', '.', '--format', 'json'], folder);
  return [
    row(`cold check of ${size}`, ours),
    { what: 'the same, most memory', ours: `${(peak / 1e6).toFixed(0)} MB`, peer: '', ratio: '' },
    { what: 'the same, growth', ours: ms(ours), peer: `1,000 articles: ${ms(small)}`, ratio: times(ours, small) },
    row('the same with --cache, the first time', cached.first),
    row('nothing has changed since', cached.warm),
    row('nothing has changed, all files new to the disk', cached.checkout),
    row('one article has changed', cached.changed),
    row('how often each of 50,000 references is cited in 10,000 articles', listed),
  ];
}

/** A check of a thousand articles, as a measure of growth. */
export function smallCheck(folder: string): number {
  return inTurn(3, { ours: () => timed(CHECK, folder) }).ours;
}

/** With the variable that every CI service sets. */
function inContinuousIntegration(run: () => number): number {
  const before = process.env.CI;
  process.env.CI = 'true';
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env.CI;
    else process.env.CI = before;
  }
}

function withCache(folder: string): Record<'first' | 'warm' | 'checkout' | 'changed', number> {
  const check = () => timed([...CHECK, '--cache'], folder);
  const names = readdirSync(join(folder, 'articles'));
  const old = new Date(Date.now() - 60_000);
  const touch = (when: Date) => {
    for (const name of names) utimesSync(join(folder, 'articles', name), when, when);
  };
  touch(old);
  const first = check();
  const { warm } = inTurn(5, { warm: check });
  let turn = 0;
  const { checkout } = inTurn(3, {
    checkout: () => {
      touch(new Date(old.getTime() - ++turn * 1000));
      return inContinuousIntegration(check);
    },
  });
  const one = join(folder, 'articles', names[7] as string);
  const length = statSync(one).size;
  const { changed } = inTurn(3, {
    changed: () => {
      appendFileSync(one, 'One more line.\n');
      return check();
    },
  });
  truncateSync(one, length);
  return { first, warm, checkout, changed };
}
