// How often is each reference of this file cited? A line above its entry, counted only when it comes into view.

import type { CodeLens } from 'vscode-languageserver-types';
import { citationNameRange, referenceNameRange } from '../model/cited-name';
import { SHOW_CITATIONS } from './client-name';
import type { FeatureContext } from './context';
import { counted } from './markdown-text';
import { toLocation, toRange } from './protocol-shape';
import { subjectCitations } from './subject';

/** The file that a lens stands in, as it travels between two requests. */
interface LensData {
  readonly uri: string;
}

/** One lens an entry, without its text. */
export function codeLenses(context: FeatureContext): CodeLens[] {
  const data: LensData = { uri: context.uriOf(context.path) };
  return context.file.facts.references.map((reference) => ({
    range: toRange(context.lines, referenceNameRange(reference)),
    data,
  }));
}

/** The file that a lens asks about; undefined for a lens that is not ours. */
export function lensAddress({ data }: CodeLens): string | undefined {
  return typeof data === 'object' && data !== null && 'uri' in data && typeof data.uri === 'string'
    ? data.uri
    : undefined;
}

function titleOf(context: FeatureContext, paths: readonly string[]): string {
  if (paths.length === 0) return 'Not cited';
  const files = [...new Set(paths)];
  const noun = files.every((path) => context.project.factsOf(path).role === 'article') ? 'article' : 'file';
  return `Cited ${counted(paths.length, 'time')}${files.length > 1 ? ` in ${counted(files.length, noun)}` : ''}`;
}

/** The lens with its text and what a click on it shows; as it was when its entry has gone meanwhile. */
export function resolveCodeLens(context: FeatureContext, lens: CodeLens): CodeLens {
  const offset = context.lines.offset(lens.range.start);
  const item = context.file.facts.references.find((one) => referenceNameRange(one).start === offset);
  if (!item) return { ...lens, command: { title: 'Not cited', command: '' } };
  const citations = subjectCitations(context, { type: 'references', references: [{ path: context.path, item }] });
  const title = titleOf(
    context,
    citations.map((one) => one.path),
  );
  if (citations.length === 0 || !context.client.vscode) return { ...lens, command: { title, command: '' } };
  const places = citations.flatMap((one) => toLocation(context, one.path, citationNameRange(one.item)) ?? []);
  return {
    ...lens,
    command: { title, command: SHOW_CITATIONS, arguments: [context.uriOf(context.path), lens.range.start, places] },
  };
}
