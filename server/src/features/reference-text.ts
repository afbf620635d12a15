// What does a reader want to know of a reference: how it is cited in print, where to find it, and who cites it here?

import type { Located } from '../index/located';
import { papersOf } from '../index/same-paper';
import type { Reference } from '../model/facts';
import type { FeatureContext } from './context';
import { citationText, identifierLinks } from './format-reference';
import { counted, escaped, linked } from './markdown-text';
import { type ReferenceSubject, subjectCitations } from './subject';

const MOST_FILES = 4;
const MOST_REFERENCES = 8;

/** A reference or several (a span of numbers), in Markdown. */
export function describeReferences(context: FeatureContext, subject: ReferenceSubject): string {
  const shown = subject.references.slice(0, MOST_REFERENCES);
  const parts = shown.map((one) => describeReference(context, one, subject.references.length > 1));
  const left = subject.references.length - shown.length;
  if (left > 0) parts.push(`… and ${left} more.`);
  return parts.join('\n\n---\n\n');
}

function describeReference(context: FeatureContext, one: Located<Reference>, brief: boolean): string {
  const { item, path } = one;
  const number = item.type === 'keyed' ? '' : `**${item.number}.** `;
  const parts = [`${number}${citationText(item)}`];
  const links = identifierLinks(item);
  if (links) parts.push(brief ? links : `${links} · ${stateOf(context, item)}`);
  if (brief) return parts.join('\n\n');
  parts.push(usage(context, { type: 'references', references: [one] }));
  if (item.type === 'keyed') parts.push(`Key \`${item.key.replaceAll('`', '')}\` in ${fileLink(context, path)}`);
  return parts.join('\n\n');
}

/** Whether verification has found the paper. */
function stateOf({ project }: FeatureContext, { identifiers }: Reference): string {
  const isKnown = identifiers.some(({ scheme, value }) => papersOf(project.workspace, scheme, value).length > 0);
  return isKnown ? 'in the lock file' : 'not verified';
}

/** “Cited 3 times: articles/a.md (2), articles/b.md”. */
function usage(context: FeatureContext, subject: ReferenceSubject): string {
  const citations = subjectCitations(context, subject);
  if (citations.length === 0) return 'Not cited in this repository.';
  return `Cited ${counted(citations.length, 'time')}: ${fileList(
    context,
    citations.map((one) => one.path),
  )}`;
}

/** Files with how often each occurs, the most frequent first, as links. */
export function fileList(context: FeatureContext, paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = sorted
    .slice(0, MOST_FILES)
    .map(([path, times]) => `${fileLink(context, path)}${times > 1 ? ` (${times})` : ''}`)
    .join(', ');
  const left = sorted.length - MOST_FILES;
  return left > 0 ? `${shown} and ${counted(left, 'other file')}` : shown;
}

/** A file under the title that its readers see, if it has one. */
export function fileLink(context: FeatureContext, path: string): string {
  const article = context.project.workspace.file(path)?.definitions.find((one) => one.kind === 'article');
  const address = context.uriOf(path);
  const label = article?.name ?? path;
  return /^file:/.test(address) ? linked(label, address) : escaped(label);
}
