// What does `check --changed-since` report: changed files, what their change means for others, and which articles it concerns?

import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { LoadedProject } from '../host/load';
import { decode } from '../host/node-host';
import type { Finding } from '../lint/finding';
import { isConfig } from '../model/role';
import { touchedBy } from '../overview/touched';
import { type ChangedFile, consequencesOf } from '../project/consequence';
import type { TouchedArticle } from '../report/result';
import type { Collected } from './collect';
import { changedSince, type GitChange } from './git';
import { STYLE } from './path-style';

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

function textNow(path: string): string | undefined {
  try {
    return decode(readFileSync(path)).text;
  } catch {
    return undefined;
  }
}

/** The project of a path: the one whose root is the nearest above it. */
function ownerOf(projects: readonly LoadedProject[], path: string): LoadedProject | undefined {
  return projects
    .filter(({ root }) => path.startsWith(root.endsWith(sep) ? root : root + sep))
    .sort((a, b) => b.root.length - a.root.length)[0];
}

/** Narrows a check to what has changed since a commit. @throws UsageError when Git cannot tell */
export function narrowed(collected: Collected, cwd: string, ref: string): Changes {
  const changes = changedSince(cwd, ref);
  if (changes.some(({ path }) => isConfig(STYLE.relative(cwd, path))))
    return { since: ref, collected, only: new Map(), touched: [], isWhole: true };
  const byProject = new Map<LoadedProject, GitChange[]>();
  for (const change of changes) {
    const owner = ownerOf(collected.projects, change.path);
    if (owner) byProject.set(owner, [...(byProject.get(owner) ?? []), change]);
  }
  const only = new Map<string, readonly Finding[]>();
  const touched: TouchedArticle[] = [];
  for (const [{ root, project }, own] of byProject) {
    const files = own.map(({ path, before }): ChangedFile => {
      const inside = STYLE.relative(root, path);
      const after = project.workspace.hasPath(inside) ? textNow(path) : undefined;
      return { path: inside, before, after, named: collected.named.has(path) };
    });
    const { fresh, pairs } = consequencesOf(project, files);
    const absolute = (path: string) => STYLE.join(root, path.split('/').join(sep));
    for (const [path, findings] of fresh) only.set(absolute(path), findings);
    for (const [path, touches] of touchedBy(project.workspace, pairs, new Set(files.map((one) => one.path)))) {
      const shown = (inside: string) => STYLE.relative(cwd, absolute(inside));
      touched.push({ path: shown(path), touches: touches.map((one) => ({ ...one, path: shown(one.path) })) });
    }
  }
  const paths = new Set(changes.map(({ path }) => path));
  const targets = collected.targets.filter(({ absolute }) => paths.has(absolute) || only.has(absolute));
  return { since: ref, collected: { ...collected, targets }, only, touched, isWhole: false };
}
