// Which projects do some paths belong to, and what is in them? Finds roots and configuration, reads every file once.

import { isInside } from '../base/absolute-path';
import type { Rule } from '../lint/rule';
import type { Level } from '../lint/settings';
import { isConfig } from '../model/role';
import { Project } from '../project/project';
import { type FileSummary, summaryOf } from '../project/summary';
import type { CachePort, FactCache, ProjectToKeep } from './fact-cache';
import type { Host, ReadResult } from './host';
import { type Listed, recall } from './recall';

/** How paths combine on this system; absolute paths in the system's own style. */
export interface PathStyle {
  dirname(path: string): string;
  join(folder: string, name: string): string;
  /** POSIX path of `path` relative to `folder`. */
  relative(folder: string, path: string): string;
}

export interface LoadedProject {
  /** Absolute path of the project's root. */
  readonly root: string;
  readonly project: Project;
  /** Project paths whose bytes are not UTF-8: fixes stay away from them. */
  readonly unwritable: ReadonlySet<string>;
  /** What an earlier run found, where nothing has changed since; the project is then empty. */
  readonly standing?: ReadonlyMap<string, FileSummary> | undefined;
  /** Fingerprints of the texts as they were read, by project path; where there is a cache. */
  readonly digests?: ReadonlyMap<string, string>;
  /** Whether the cache says all this already. */
  readonly isKept?: boolean;
  /** What the next run may begin with. */
  readonly keep?: () => ProjectToKeep;
}

/** Project paths of the files that are ours. */
export function pathsOf({ project, standing }: LoadedProject): Iterable<string> {
  return standing?.keys() ?? project.paths;
}

/** What a report needs of a file of the project. */
export function summaryIn({ project, standing }: LoadedProject, path: string): FileSummary {
  return standing?.get(path) ?? summaryOf(project, path);
}

export interface Skipped {
  readonly path: string;
  readonly problem: string;
  /** Without it the checks are other ones: always told. */
  readonly isConfiguration?: boolean;
}

const CONFIG_NAMES = ['clinical-content.yaml', 'clinical-content.yml'];

/** The configuration file directly in a folder, if there is one. */
export async function configurationIn(folder: string, host: Host, style: PathStyle): Promise<string | undefined> {
  for (const name of CONFIG_NAMES) if (await host.exists(style.join(folder, name))) return style.join(folder, name);
  return undefined;
}

/** The nearest folder upward with a configuration, else with a repository, else the folder itself. */
export async function rootOf(folder: string, host: Host, style: PathStyle): Promise<string> {
  let repository: string | undefined;
  for (let at = folder; ; ) {
    if ((await configurationIn(at, host, style)) !== undefined) return at;
    if (repository === undefined && (await host.exists(style.join(at, '.git')))) repository = at;
    const parent = style.dirname(at);
    if (parent === at) return repository ?? folder;
    at = parent;
  }
}

/** Splits files among nested projects: a file belongs to the nearest configuration above it. */
function grouped(root: string, files: readonly string[], style: PathStyle): Map<string, string[]> {
  const roots = [root, ...files.filter((file) => isConfig(file)).map((file) => style.dirname(file))].sort(
    (a, b) => b.length - a.length,
  );
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const owner = roots.find((one) => isInside(one, file)) ?? root;
    const group = groups.get(owner);
    if (group) group.push(file);
    else groups.set(owner, [file]);
  }
  if (!groups.has(root)) groups.set(root, []);
  return groups;
}

export interface LoadOptions {
  readonly rules: readonly Rule[];
  readonly today: string;
  /** Absolute paths that a person named: prose there is an article whatever it holds. */
  readonly named: ReadonlySet<string>;
  /** Path of a configuration file to use in place of the project's own. */
  readonly config?: string | undefined;
  /** Levels of rules that hold whatever the configuration says. */
  readonly levels?: ReadonlyMap<string, Level> | undefined;
  /** Whether anybody asks for a file's findings; the others are read for what they say alone. Everything is asked for without it. */
  readonly isReported?: (absolute: string) => boolean;
  /** Called after each file, with how many of how many; a promise is waited for, so that others get their turn. */
  readonly progress?: (done: number, all: number) => void | Promise<void>;
  /** Text that stands in place of a file's own: what is open in an editor. */
  readonly overlay?: (path: string) => string | undefined;
  /** Called with each text that was read and is ours, under the root and path of its project. */
  readonly seen?: (root: string, path: string, text: string) => void;
  /** Asked between files: whether the result is no longer wanted. */
  readonly isCancelled?: () => boolean;
  /** Where an earlier run's facts are, if they are to be used; then `seen` is not called, for files that did not change are not read. */
  readonly cached?: CacheOptions | undefined;
}

export interface CacheOptions {
  readonly cache: FactCache | undefined;
  readonly port: CachePort;
  /** The cache's own file, which is no part of any project. */
  readonly path: string;
  /** Its folder: roots are told relative to it, so that a checkout elsewhere finds its own. */
  readonly folder: string;
  /** Which program this is. */
  readonly build: string;
  /** Whether findings of an earlier run are enough where nothing has changed; else projects are always filled. */
  readonly mayStand: boolean;
}

/** Reads all projects below `root`. Files that cannot be read are listed, never passed over in silence. */
export async function load(
  root: string,
  host: Host,
  style: PathStyle,
  options: LoadOptions,
): Promise<{ projects: LoadedProject[]; skipped: Skipped[] }> {
  const skipped: Skipped[] = [];
  const listed = await host.list(root, (path) =>
    skipped.push({ path, problem: 'is a folder that may not be read: check its permissions' }),
  );
  const named = [...options.named].filter((path) => isInside(root, path));
  const files = [...new Set([...listed, ...named])].filter((path) => path !== options.cached?.path);
  const projects: LoadedProject[] = [];
  let done = 0;
  for (const [owner, group] of grouped(root, files, style)) {
    const project = new Project(options.rules, options.today, options.levels);
    const config = options.config ?? group.find((file) => isConfig(file) && style.dirname(file) === owner);
    let configuration: string | undefined;
    if (config !== undefined) {
      const result = await readOne(config, host, options);
      if ('text' in result) configuration = result.text;
      else skipped.push({ path: config, problem: result.problem, isConfiguration: true });
    }
    if (configuration !== undefined) project.configure(configuration);
    const listed = group.map((absolute) => {
      const path = style.relative(owner, absolute);
      const named = options.named.has(absolute);
      return { absolute, path, named, wanted: named || project.wants(path) };
    });
    const shared: Filling = {
      host,
      options,
      // The configuration may be told of already.
      unreadable: (path, problem) => skipped.some((one) => one.path === path) || skipped.push({ path, problem }),
      progress: () => options.progress?.(++done, files.length),
      pause: () => options.progress?.(done, files.length),
    };
    const { cached } = options;
    if (cached) {
      const about = {
        root: style.relative(cached.folder, owner),
        environment: cached.port.digest(JSON.stringify([cached.build, configuration, [...(options.levels ?? [])]])),
        absolute: (path: string) => style.join(owner, path),
      };
      const found = await recalled(project, listed, cached, about, shared);
      if (!found) return { projects, skipped };
      projects.push({ root: owner, project, ...found });
      continue;
    }
    const unwritable = await fill(project, listed, owner, shared);
    if (!unwritable) return { projects, skipped };
    projects.push({ root: owner, project, unwritable });
  }
  return { projects, skipped };
}

/** What filling a project needs besides its files. */
interface Filling {
  readonly host: Host;
  readonly options: LoadOptions;
  readonly unreadable: (absolute: string, problem: string) => void;
  readonly progress: () => void | Promise<void>;
  readonly pause: () => void | Promise<void>;
}

/** Reads files into a project. Returns those that fixes stay away from; undefined when the result is no longer wanted. */
async function fill(
  project: Project,
  listed: readonly Listed[],
  owner: string,
  { host, options, unreadable, progress }: Filling,
): Promise<Set<string> | undefined> {
  const unwritable = new Set<string>();
  for (const { absolute, path, named, wanted } of listed) {
    if (options.isCancelled?.()) return undefined;
    if (wanted) {
      const result = await readOne(absolute, host, options);
      if ('problem' in result) unreadable(absolute, result.problem);
      else {
        const read = project.add(path, result.text, { named, unchecked: options.isReported?.(absolute) === false });
        if (read.facts.role !== 'none') options.seen?.(owner, path, result.text);
        if (!result.writable) unwritable.add(path);
      }
    } else project.setPath(path, true);
    const pause = progress();
    if (pause) await pause;
  }
  return unwritable;
}

/** The same with what an earlier run left. */
function recalled(
  project: Project,
  listed: readonly Listed[],
  { cache, port, mayStand }: CacheOptions,
  about: { readonly root: string; readonly environment: string; readonly absolute: (path: string) => string },
  { host, options, unreadable, progress, pause }: Filling,
) {
  const { today, overlay, isCancelled } = options;
  const read = (path: string) => readOne(path, host, options);
  const work = { read, unreadable, progress, pause, overlay, isCancelled };
  return recall(project, listed, { cache, port, mayStand, ...about, today, ...work });
}

async function readOne(path: string, host: Host, { overlay }: LoadOptions): Promise<ReadResult> {
  const text = overlay?.(path);
  return text === undefined ? host.read(path) : { text, writable: true };
}
