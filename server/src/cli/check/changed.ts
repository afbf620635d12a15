// What does `check --changed-since` report: changed files, what their change means for others, and which articles it concerns?

import { join, relative, resolve, sep } from 'node:path';
import { isInside } from '../../base/absolute-path';
import type { LoadedProject } from '../../host/load';
import { nodeHost, textAt } from '../../host/node-host';
import { realPath } from '../../host/node-link';
import { STYLE } from '../../host/node-path';
import type { Finding } from '../../lint/finding';
import { isConfig } from '../../model/role';
import { impactOnArticles } from '../../overview/article-impact';
import { type ChangedFile, impactOf } from '../../project/impact';
import type { TouchedArticle } from '../../report/result';
import type { Collected } from '../collect';
import { UsageError } from '../usage-error';
import { changedSince, type GitChange, repositoryOf } from './git';

export interface Changes {
  /** The commit or branch, as it was written. */
  readonly since: string;
  /** What to report on. */
  readonly collected: Collected;
  /** Findings of files that did not change, by absolute path: those alone that came with the change. */
  readonly only: ReadonlyMap<string, readonly Finding[]>;
  readonly touched: readonly TouchedArticle[];
  /** Whether a configuration is among what changed: then every file is reported. */
  readonly isWhole: boolean;
}

/** Where changes lie in the projects that were read. */
interface ChangeContext {
  /** The project of a path, and the path by which that project knows it: its root may have been reached through a link. */
  readonly owner: (path: string) => { readonly loaded: LoadedProject; readonly absolute: string } | undefined;
  /** Whether a file belongs to what is read, or would if it were there. */
  readonly isListed: (absolute: string) => Promise<boolean>;
}

function contextOf({ projects, named }: Collected): ChangeContext {
  const nearest = projects
    .map((loaded) => ({ loaded, real: realPath(loaded.root) }))
    .sort((a, b) => b.real.length - a.real.length);
  const owner: ChangeContext['owner'] = (path) => {
    const found = nearest.find(({ real }) => isInside(real, path));
    return found && { loaded: found.loaded, absolute: join(found.loaded.root, relative(found.real, path)) };
  };
  const outermost = (path: string) =>
    projects
      .map(({ root }) => root)
      .filter((root) => isInside(root, path))
      .sort((a, b) => a.length - b.length)[0];
  const isListed: ChangeContext['isListed'] = async (absolute) => {
    const top = outermost(absolute);
    return named.has(absolute) || (top !== undefined && (await nodeHost.lists(top, absolute)));
  };
  return { owner, isListed };
}

/** @throws UsageError for files of which this repository knows nothing */
function expectInside({ targets }: Collected, cwd: string): void {
  const top = realPath(repositoryOf(cwd));
  const reals = new Map<string, string>();
  const outside = targets.find(({ loaded: { root }, absolute }) => {
    const real = reals.get(root) ?? realPath(root);
    reals.set(root, real);
    return !isInside(top, join(real, relative(root, absolute)));
  });
  if (outside)
    throw new UsageError(
      `“${outside.shown}” is not in the Git repository of the current folder: run --changed-since in the repository to which it belongs.`,
    );
}

/**
 * Narrows a check to what has changed since a commit; a change of the settings in `config` changes everything. @throws UsageError
 * when Git cannot tell
 */
export async function narrowed(
  collected: Collected,
  cwd: string,
  ref: string,
  config: string | undefined,
): Promise<Changes> {
  const changes = changedSince(cwd, ref);
  expectInside(collected, cwd);
  const settings = config === undefined ? undefined : realPath(resolve(cwd, config));
  if (changes.some(({ path }) => isConfig(STYLE.relative(cwd, path)) || path === settings))
    return { since: ref, collected, only: new Map(), touched: [], isWhole: true };
  const { owner, isListed } = contextOf(collected);
  const byProject = new Map<LoadedProject, GitChange[]>();
  for (const { path, before } of changes) {
    const { loaded, absolute } = owner(path) ?? {};
    if (loaded && absolute !== undefined && (await isListed(absolute)))
      byProject.set(loaded, [...(byProject.get(loaded) ?? []), { path: absolute, before }]);
  }
  const only = new Map<string, readonly Finding[]>();
  const touched: TouchedArticle[] = [];
  for (const [{ root, project }, own] of byProject) {
    const files = own.map(({ path, before }): ChangedFile => {
      const inside = STYLE.relative(root, path);
      const after = project.workspace.hasPath(inside) ? textAt(path) : undefined;
      return { path: inside, before, after, named: collected.named.has(path) };
    });
    const { fresh, pairs } = impactOf(project, files);
    const absolute = (path: string) => STYLE.join(root, path.split('/').join(sep));
    for (const [path, findings] of fresh) only.set(absolute(path), findings);
    for (const [path, touches] of impactOnArticles(project.workspace, pairs, new Set(files.map((one) => one.path)))) {
      const shown = (inside: string) => STYLE.relative(cwd, absolute(inside));
      touched.push({ path: shown(path), touches: touches.map((one) => ({ ...one, path: shown(one.path) })) });
    }
  }
  const paths = new Set([...byProject.values()].flat().map(({ path }) => path));
  const targets = collected.targets.filter(({ absolute }) => paths.has(absolute) || only.has(absolute));
  return { since: ref, collected: { ...collected, targets }, only, touched, isWhole: false };
}
