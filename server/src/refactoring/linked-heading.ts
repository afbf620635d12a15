// Does a link lead to a heading that would get another address?

import { folderOf, resolvePath } from '../base/path';
import type { Workspace } from '../index/workspace';
import type { FileFacts } from '../model/facts';

/** The first heading of `before` that `after` has no more under its address, and to which a link of any file leads. */
export function brokenHeading(workspace: Workspace, before: FileFacts, after: FileFacts): string | undefined {
  const kept = new Set([...after.headings.map((one) => one.anchor), ...(after.article?.anchors ?? [])]);
  const lost = new Map(before.headings.filter((one) => !kept.has(one.anchor)).map((one) => [one.anchor, one.text]));
  if (lost.size === 0) return undefined;
  for (const { path, links } of workspace.files) {
    for (const { target, anchor } of links) {
      const heading = lost.get(anchor);
      if (heading === undefined) continue;
      const isHere = target === '' ? path === before.path : resolvePath(folderOf(path), target) === before.path;
      if (isHere) return heading;
    }
  }
  return undefined;
}
