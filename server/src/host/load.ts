// Which projects do some paths belong to, and what is in them? Finds roots and configuration, reads every file once.

import type { Rule } from '../lint/rule';
import type { Level } from '../lint/settings';
import { isConfig } from '../model/role';
import { Project } from '../project/project';
import type { Host, ReadResult } from './host';

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
}

export interface Skipped {
  readonly path: string;
  readonly problem: string;
  /** Without it the checks are other ones: always told. */
  readonly isConfiguration?: boolean;
}

const CONFIG_NAMES = ['clinical-content.yaml', 'clinical-content.yml'];

/** The nearest folder upward with a configuration, else with a repository, else the folder itself. */
export async function rootOf(folder: string, host: Host, style: PathStyle): Promise<string> {
  let repository: string | undefined;
  for (let at = folder; ; ) {
    for (const name of CONFIG_NAMES) if (await host.exists(style.join(at, name))) return at;
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
    const owner = roots.find((one) => file.startsWith(`${one}/`) || file.startsWith(`${one}\\`)) ?? root;
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
  /** Called after each file, with how many of how many; a promise is waited for, so that others get their turn. */
  readonly progress?: (done: number, all: number) => void | Promise<void>;
  /** Text that stands in place of a file's own: what is open in an editor. */
  readonly overlay?: (path: string) => string | undefined;
  /** Called with each text that was read and is ours, under the root and path of its project. */
  readonly seen?: (root: string, path: string, text: string) => void;
  /** Asked between files: whether the result is no longer wanted. */
  readonly isCancelled?: () => boolean;
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
  const files = [...new Set([...listed, ...[...options.named].filter((path) => path.startsWith(root))])];
  const projects: LoadedProject[] = [];
  let done = 0;
  for (const [owner, group] of grouped(root, files, style)) {
    const project = new Project(options.rules, options.today, options.levels);
    const unwritable = new Set<string>();
    const config = options.config ?? group.find((file) => isConfig(file) && style.dirname(file) === owner);
    if (config !== undefined) {
      const result = await readOne(config, host, options);
      if ('text' in result) project.configure(result.text);
      else skipped.push({ path: config, problem: result.problem, isConfiguration: true });
    }
    for (const file of group) {
      if (options.isCancelled?.()) return { projects, skipped };
      const path = style.relative(owner, file);
      const named = options.named.has(file);
      if (named || project.wants(path)) {
        const result = await readOne(file, host, options);
        if ('problem' in result) skipped.push({ path: file, problem: result.problem });
        else {
          const read = project.add(path, result.text, { named });
          if (read.facts.role !== 'none') options.seen?.(owner, path, result.text);
          if (!result.writable) unwritable.add(path);
        }
      } else project.setPath(path, true);
      const pause = options.progress?.(++done, files.length);
      if (pause) await pause;
    }
    projects.push({ root: owner, project, unwritable });
  }
  return { projects, skipped };
}

async function readOne(path: string, host: Host, { overlay }: LoadOptions): Promise<ReadResult> {
  const text = overlay?.(path);
  return text === undefined ? host.read(path) : { text, writable: true };
}
