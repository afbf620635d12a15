// `clinical-content fix --to-numbers` and `--to-keys`: named articles come to cite in the other form, all of them or none.

import { lstatSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { LoadedProject } from '../../host/load';
import { textAt } from '../../host/node-host';
import { protectionOf, writeFiles } from '../../host/node-write';
import { isCited } from '../../index/citing';
import { resolveCitation } from '../../index/resolution';
import { applyEdits } from '../../lint/fix';
import { type ConversionId, conversionOf } from '../../refactoring/table';
import { countText } from '../../report/count';
import { safeText } from '../../report/safe-text';
import type { Target } from '../collect';
import { collectWithProgress } from '../collect-with-progress';
import type { Terminal } from '../terminal';
import { unwritten } from '../unwritten';
import { UsageError } from '../usage-error';

/** What will be written, by absolute path, and what to say of it. */
interface Work {
  readonly changed: Map<string, string>;
  readonly created: Map<string, string>;
  /** By the name of the article. */
  readonly remarks: Map<string, readonly string[]>;
}

function unchanged(shown: string, why: string): UsageError {
  return new UsageError(`${safeText(shown)} was not changed: ${safeText(why)}`);
}

/** Why a file may not be written over; undefined when it may. */
function protection({ root, unwritable }: LoadedProject, { path, absolute }: Target): string | undefined {
  if (unwritable.has(path)) return 'it is not saved as UTF-8, and rewriting it could lose characters.';
  const found = protectionOf(root, absolute);
  return found === undefined ? undefined : `${found}.`;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** References of other files that an article cited and that nothing cites any more. */
function forsakenRemarks({ project, root }: LoadedProject, cited: ReadonlyMap<string, number>, cwd: string): string[] {
  return [...cited].flatMap(([path, before]) => {
    const more = uncitedIn(project, path) - before;
    if (more <= 0) return [];
    const file = relative(cwd, join(root, path));
    return [
      more === 1
        ? `Nothing cites 1 reference of ${file} any more. It was kept.`
        : `Nothing cites ${countText(more)} references of ${file} any more. They were kept.`,
    ];
  });
}

function uncitedIn(project: LoadedProject['project'], path: string): number {
  const references = project.workspace.file(path)?.references ?? [];
  return references.filter((one) => one.type === 'keyed' && !isCited(project.workspace, one)).length;
}

/** Files whose references an article cites, each with how many of them nothing cites now. */
function citedFiles({ project }: LoadedProject, path: string): Map<string, number> {
  const facts = project.factsOf(path);
  const paths = new Set<string>();
  for (const citation of facts.citations) {
    const resolution = resolveCitation(project.workspace, facts, citation);
    if (resolution.state === 'found')
      for (const one of resolution.references) if (one.path !== path) paths.add(one.path);
  }
  return new Map([...paths].sort().map((one) => [one, uncitedIn(project, one)]));
}

/** Converts one article. The project ends up knowing the new texts. @throws UsageError with the reason when it cannot be done */
function convertOne(id: ConversionId, target: Target, work: Work, cwd: string): void {
  const { loaded, path, absolute, shown } = target;
  const { project, root } = loaded;
  const protectedBy = protection(loaded, target);
  if (protectedBy !== undefined) throw unchanged(shown, protectedBy);
  const textOf = (other: string) => work.changed.get(join(root, other)) ?? textAt(join(root, other));
  const text = textOf(path);
  if (text === undefined) throw unchanged(shown, 'it could not be read again.');
  const before = citedFiles(loaded, path);
  const { file } = project.update(path, text, { named: true });
  const outcome = conversionOf(id, { project, textOf }, file);
  if ('refusal' in outcome) throw unchanged(shown, outcome.refusal);
  for (const [other, written] of outcome.created) {
    const place = join(root, other);
    if (isThere(place)) throw unchanged(shown, `its list would go into “${other}”, and there is such a file already.`);
    work.created.set(place, written);
    project.update(other, written);
  }
  const after = applyEdits(text, outcome.edits.get(path) ?? []);
  work.changed.set(absolute, after);
  project.update(path, after, { named: true });
  const remarks = [...outcome.remarks, ...forsakenRemarks(loaded, before, cwd)];
  if (remarks.length > 0) work.remarks.set(shown, remarks);
}

/** Runs a conversion and returns the exit code 0. Nothing is written unless everything can be. @throws UsageError */
export async function convert(id: ConversionId, paths: readonly string[], terminal: Terminal): Promise<number> {
  const { cwd, err } = terminal;
  if (paths.length === 0)
    throw new UsageError(`Name the article, such as “clinical-content fix --${id} articles/pain.md”.`);
  for (const path of paths) {
    if (statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`“${path}” is a folder. --${id} changes the articles that you name one by one.`);
  }
  const collected = await collectWithProgress(paths, terminal);
  const work: Work = { changed: new Map(), created: new Map(), remarks: new Map() };
  for (const path of new Set(paths.map((one) => resolve(cwd, one)))) {
    const target = collected.targets.find((one) => one.absolute === path);
    if (!target) throw unchanged(relative(cwd, path), 'it could not be read as an article.');
    convertOne(id, target, work, cwd);
  }
  try {
    writeFiles([
      ...[...work.created].map(([path, text]) => ({ path, text, over: 'nothing' }) as const),
      ...[...work.changed].map(([path, text]) => ({ path, text, over: 'file' }) as const),
    ]);
  } catch (error) {
    throw unwritten(error, cwd, 'Nothing was changed');
  }
  for (const path of work.changed.keys()) err.write(`Changed ${safeText(relative(cwd, path))}.\n`);
  for (const path of work.created.keys()) err.write(`Wrote ${safeText(relative(cwd, path))}.\n`);
  for (const [shown, remarks] of work.remarks) {
    err.write(`\n${safeText(shown)}\n`);
    for (const remark of remarks) err.write(`  - ${safeText(remark)}\n`);
  }
  return 0;
}
