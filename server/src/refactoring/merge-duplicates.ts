// How do two entries of one paper become one, with every citation pointing at the one that stays?

import type { Located, Workspace } from '../index/workspace';
import type { Edit } from '../lint/finding';
import type { Citation, Reference } from '../model/facts';
import type { SourceFile } from '../model/source-file';
import { bracketAt } from '../syntax/citation';
import { removalOf } from './remove-uncited';

/** Edits by path. */
export type FileEdits = ReadonlyMap<string, readonly Edit[]>;

/** Names that look like fields of an entry: rather one too many than one too few. */
function fieldNames(written: string): Set<string> {
  const names = written.matchAll(/(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?([A-Za-z][\w-]*)["']?\s*[:=]/g);
  return new Set([...names].map((match) => (match[1] as string).toLowerCase()));
}

/** Whether everything that `lost` says is said by `kept` as well, so that nothing goes with it but other words for the same. */
function saysNoMore(lost: string, kept: string, lostEntry: Reference, keptEntry: Reference): boolean {
  const known = fieldNames(kept);
  const isSaid = [...fieldNames(lost)].every((name) => known.has(name));
  const holds = (scheme: string, value: string) =>
    keptEntry.identifiers.some((one) => one.scheme === scheme && one.value === value);
  return isSaid && lostEntry.identifiers.every(({ scheme, value }) => holds(scheme, value));
}

/** Whether a key can stand wherever another one stands, without braces or quotation marks. */
function isPlain(key: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(key) && bracketAt(`[@${key}]`, 0)?.keys[0]?.key === key;
}

/**
 * The edits that keep `kept`, take `lost` out of `file`, and let its citations cite `kept`. Undefined when something would be lost: a
 * field or an identifier that only `lost` has, or a citation that cannot be rewritten exactly.
 */
export function mergeOf(
  workspace: Workspace,
  file: SourceFile,
  lost: Reference,
  kept: Located<Reference>,
  textOf: (path: string) => string | undefined,
): FileEdits | undefined {
  const keptText = kept.path === file.path ? file.text : textOf(kept.path);
  const removal = removalOf(file, lost);
  if (!removal || keptText === undefined || kept.item.number !== undefined || !isPlain(kept.item.key)) return undefined;
  const written = (text: string, one: Reference) => text.slice(one.start, one.end);
  if (!saysNoMore(written(file.text, lost), written(keptText, kept.item), lost, kept.item)) return undefined;
  if (workspace.referencesByKey(lost.key).length > 1) return undefined;
  const edits = new Map<string, Edit[]>([[file.path, [removal]]]);
  const citing = workspace.citationsOf(file.path, lost).filter(({ item }: Located<Citation>) => item.key === lost.key);
  for (const { path, item } of citing) {
    const text = path === file.path ? file.text : textOf(path);
    if (text?.slice(item.keyRange.start, item.keyRange.end) !== lost.key) return undefined;
    const list = edits.get(path) ?? [];
    list.push({ ...item.keyRange, text: kept.item.key });
    edits.set(path, list);
  }
  return edits;
}
