// Where is the thing under the cursor written down?

import type { LocationLink } from 'vscode-languageserver-types';
import { folderOf, resolvePath } from '../base/path';
import type { Range } from '../base/range';
import { definitionsOf } from '../index/definition';
import { referenceNameRange } from '../model/cited-name';
import type { FeatureContext } from './context';
import { toRange } from './protocol-shape';
import { subjectOf } from './subject';
import { type Target, targetAt } from './target';

/** The entry of a cited reference, the record of an id, or the file and heading of a link. */
export function definition(context: FeatureContext, offset: number): LocationLink[] {
  const target = targetAt(context, offset);
  if (!target) return [];
  if (target.type === 'link') return linkTarget(context, target);
  const subject = subjectOf(context, target);
  if (subject?.type === 'references') {
    return subject.references.flatMap(
      ({ path, item }) => linkTo(context, target, path, item, referenceNameRange(item)) ?? [],
    );
  }
  if (subject?.type !== 'entity') return [];
  return definitionsOf(context.project.workspace, subject.kind, subject.id).flatMap(
    ({ path, item }) => linkTo(context, target, path, item.whole, item) ?? [],
  );
}

function linkTo(
  context: FeatureContext,
  origin: Range,
  path: string,
  whole: Range,
  name: Range,
): LocationLink | undefined {
  const lines = path === context.path ? context.lines : context.linesOf(path);
  if (!lines) return undefined;
  const enclosing = { start: Math.min(whole.start, name.start), end: Math.max(whole.end, name.end) };
  return {
    originSelectionRange: toRange(context.lines, origin),
    targetUri: context.uriOf(path),
    targetRange: toRange(lines, enclosing),
    targetSelectionRange: toRange(lines, name),
  };
}

function linkTarget(context: FeatureContext, target: Target & { type: 'link' }): LocationLink[] {
  const { workspace } = context.project;
  const near = target.path === '' ? context.path : resolvePath(folderOf(context.path), target.path);
  const candidates = [near, resolvePath('', target.path)];
  const path = candidates.find((one): one is string => one !== undefined && workspace.hasPath(one));
  if (path === undefined) return [];
  const heading = workspace.file(path)?.headings.find((one) => one.anchor === target.anchor.toLowerCase());
  const place = heading ?? { start: 0, end: 0 };
  const link = linkTo(context, target, path, place, place);
  if (link) return [link];
  const start = { line: 0, character: 0 };
  const nowhere = { start, end: start };
  return [
    {
      originSelectionRange: toRange(context.lines, target),
      targetUri: context.uriOf(path),
      targetRange: nowhere,
      targetSelectionRange: nowhere,
    },
  ];
}
