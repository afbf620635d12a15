// Which files did a person ask about, in which projects, and what is there?

import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  type CacheOptions,
  type LoadedProject,
  load,
  type PathStyle,
  pathsOf,
  rootOf,
  type Skipped,
} from '../host/load';
import { nodeHost } from '../host/node-host';
import { type Level, matcher } from '../lint/settings';
import { RULES } from '../rules/table';
import { UsageError } from './usage-error';

export const STYLE: PathStyle = {
  dirname,
  join,
  relative: (folder, path) => relative(folder, path).split(sep).join('/'),
};

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
}

export interface CollectOptions {
  readonly cwd: string;
  readonly today: string;
  readonly config: string | undefined;
  readonly ignorePatterns: readonly string[];
  /** Levels of checks for this run, whatever the configuration says. */
  readonly levels?: ReadonlyMap<string, Level>;
  readonly progress: (done: number, all: number) => void;
  readonly cached?: CacheOptions | undefined;
}

/** Loads every project that the paths touch. @throws UsageError for a path that does not exist. */
export async function collect(paths: readonly string[], options: CollectOptions): Promise<Collected> {
  const asked = paths.map((path) => ({
    path,
    absolute: resolve(options.cwd, path),
    isFolder: isFolder(resolve(options.cwd, path), path),
  }));
  const config = options.config === undefined ? undefined : resolve(options.cwd, options.config);
  if (config !== undefined && isFolder(config, options.config ?? ''))
    throw new UsageError(`--config takes a file, and “${options.config}” is a folder.`);
  const named = new Set(asked.filter((one) => !one.isFolder).map((one) => one.absolute));
  const roots = new Set<string>();
  for (const one of asked)
    roots.add(await rootOf(one.isFolder ? one.absolute : dirname(one.absolute), nodeHost, STYLE));
  const outermost = [...roots].filter(
    (root) => ![...roots].some((other) => other !== root && root.startsWith(other + sep)),
  );
  const projects: LoadedProject[] = [];
  const skipped: Skipped[] = [];
  for (const root of outermost) {
    const loaded = await load(root, nodeHost, STYLE, {
      rules: RULES,
      today: options.today,
      named,
      config,
      levels: options.levels,
      progress: options.progress,
      cached: options.cached,
    });
    projects.push(...loaded.projects);
    skipped.push(...loaded.skipped);
  }
  const isIgnored = matcher(options.ignorePatterns);
  const wanted = (absolute: string) =>
    asked.some(
      (one) =>
        absolute === one.absolute ||
        (one.isFolder && absolute.startsWith(one.absolute.endsWith(sep) ? one.absolute : one.absolute + sep)),
    );
  const targets = projects
    .flatMap((loaded) => [...pathsOf(loaded)].map((path) => target(loaded, path, options.cwd)))
    .filter((one) => wanted(one.absolute) && !isIgnored(one.shown))
    .sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
  const shown = skipped.filter((one) => one.isConfiguration || wanted(one.path));
  return { projects, targets, named, skipped: shown, all: { projects, skipped } };
}

function target(loaded: LoadedProject, path: string, cwd: string): Target {
  const absolute = join(loaded.root, ...path.split('/'));
  return { loaded, path, absolute, shown: STYLE.relative(cwd, absolute) };
}

/** Whether a path is a folder rather than a file. @throws UsageError when there is neither */
export function isFolder(absolute: string, written: string): boolean {
  if (written === '')
    throw new UsageError('A path is empty. Name a file or folder, or leave it out to check the current folder.');
  try {
    return statSync(absolute).isDirectory();
  } catch {
    throw new UsageError(
      `There is no file or folder “${written}”. Check the path; it is looked for from ${process.cwd()}.`,
    );
  }
}
