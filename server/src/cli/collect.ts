// Which files did a person ask about, in which projects, and what is there?

import { join, resolve } from 'node:path';
import { isInside } from '../base/absolute-path';
import {
  type LoadedProject,
  type LoadOptions,
  load,
  OUTSIDE,
  pathsOf,
  rootOf,
  type Skipped,
  summaryIn,
} from '../host/load';
import { nodeHost } from '../host/node-host';
import { STYLE } from '../host/node-path';
import { matcher } from '../lint/settings';
import { RULES } from '../rules/table';
import { type Asked, askedOf, inProject, isFolder, type StandardInput } from './asked';
import { isInShard, type Shard } from './check/shard';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** A file to report on. */
export interface Target {
  readonly loaded: LoadedProject;
  /** Path inside its project. */
  readonly path: string;
  /** Absolute path. */
  readonly absolute: string;
  /** Path relative to the working directory, for people. */
  readonly shown: string;
}

export interface Collected {
  readonly projects: readonly LoadedProject[];
  readonly targets: readonly Target[];
  /** Absolute paths of files that a person named. */
  readonly named: ReadonlySet<string>;
  /** What could not be read of what was asked for. */
  readonly skipped: readonly Skipped[];
  /** The projects whole, with all that could not be read in them. */
  readonly all: { readonly projects: readonly LoadedProject[]; readonly skipped: readonly Skipped[] };
  /** Links that lead outside the projects. */
  readonly outside: readonly string[];
}

/** What a command may say besides the paths. */
export interface CollectOptions extends Pick<LoadOptions, 'levels' | 'progress' | 'cached'> {
  /** Path of a configuration file, as it was written. */
  readonly config?: string | undefined;
  readonly ignorePatterns?: readonly string[];
  /** Text to check in place of a file. */
  readonly input?: StandardInput | undefined;
  /** Share of the files to report on. */
  readonly shard?: Shard | undefined;
}

/** Loads every project that the paths touch. @throws UsageError for a path that leads nowhere */
export async function collect(
  paths: readonly string[],
  { cwd, today }: Pick<Terminal, 'cwd' | 'today'>,
  { config, ignorePatterns = [], input, shard, ...options }: CollectOptions = {},
): Promise<Collected> {
  const located = await locate(askedOf(paths, cwd, input));
  const asked = located.flatMap(({ part }) => part ?? []);
  const covers = (absolute: string) => asked.some((one) => one.covers(absolute));
  const named = new Set(asked.flatMap((one) => one.named ?? []));
  const isIgnored = matcher(ignorePatterns);
  const isReported = (absolute: string) => {
    if (!covers(absolute)) return false;
    const shown = STYLE.relative(cwd, absolute);
    return !isIgnored(shown) && (!shard || isInShard(shard, shown));
  };
  const { projects, skipped, outside } = await loadAll(
    located.map(({ root }) => root),
    {
      ...options,
      rules: RULES,
      today,
      named,
      config: config === undefined ? undefined : configurationFile(config, cwd),
      isReported,
      ...(input && { overlay: (path) => (named.has(path) ? input.text : undefined) }),
    },
  );
  const away = located.flatMap(({ part, path }) => (part ? [] : { path, problem: OUTSIDE }));
  const targets = projects
    .flatMap((loaded) => [...pathsOf(loaded)].map((path) => target(loaded, path, cwd)))
    .filter((one) => isReported(one.absolute))
    .sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
  const idle = asked.find((one) => one.isPattern && !hasMatch(one, projects));
  if (idle)
    throw new UsageError(`The pattern “${idle.written}” matches no article, record or reference file below ${cwd}.`);
  const shown = [...away, ...skipped.filter((one) => one.isConfiguration || covers(one.path))];
  return { projects, targets, named, skipped: shown, all: { projects, skipped }, outside };
}

/** The root of each part of a question, and what that part means there. */
async function locate(parts: readonly Asked[]) {
  const roots = new Map<string, string>();
  for (const { from } of parts) if (!roots.has(from)) roots.set(from, await rootOf(from, nodeHost, STYLE));
  return parts.map((part) => {
    const root = roots.get(part.from) ?? part.from;
    return { root, part: inProject(part, root), path: part.named ?? part.from };
  });
}

/** The absolute path of the file that --config names. @throws UsageError when it is none */
function configurationFile(written: string, cwd: string): string {
  const path = resolve(cwd, written);
  const folder = isFolder(path);
  if (folder) throw new UsageError(`--config takes a file, and “${written}” is a folder.`);
  if (folder === undefined) throw new UsageError(`There is no file “${written}”, which --config names.`);
  return path;
}

function hasMatch({ covers }: Asked, projects: readonly LoadedProject[]): boolean {
  return projects.some((loaded) => [...pathsOf(loaded)].some((path) => covers(join(loaded.root, ...path.split('/')))));
}

async function loadAll(
  roots: readonly string[],
  options: LoadOptions,
): Promise<{ projects: LoadedProject[]; skipped: Skipped[]; outside: string[] }> {
  const outermost = [...new Set(roots)].filter((root) => !roots.some((other) => isInside(other, root)));
  const projects: LoadedProject[] = [];
  const skipped: Skipped[] = [];
  const outside: string[] = [];
  for (const root of outermost) {
    const loaded = await loadRoot(root, options);
    projects.push(...loaded.projects);
    skipped.push(...loaded.skipped);
    outside.push(...loaded.outside);
  }
  return { projects, skipped, outside };
}

/** A cache may say anything: where it misleads the program, it is as if there were none. */
async function loadRoot(root: string, options: LoadOptions): ReturnType<typeof load> {
  const { cached } = options;
  if (!cached?.cache) return load(root, nodeHost, STYLE, options);
  try {
    const loaded = await load(root, nodeHost, STYLE, options);
    for (const one of loaded.projects) for (const path of pathsOf(one)) summaryIn(one, path);
    return loaded;
  } catch {
    return load(root, nodeHost, STYLE, { ...options, cached: { ...cached, cache: undefined } });
  }
}

function target(loaded: LoadedProject, path: string, cwd: string): Target {
  const absolute = join(loaded.root, ...path.split('/'));
  return { loaded, path, absolute, shown: STYLE.relative(cwd, absolute) };
}
