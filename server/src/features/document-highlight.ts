// Where else in this file does the thing under the cursor stand?

import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Range } from '../base/range';
import { proseRanges } from '../syntax/prose';
import { mentions } from '../vocab/mention';
import type { FeatureContext } from './context';
import { toRange } from './protocol-shape';
import { occurrencesOf, subjectOf } from './subject';
import { targetAt } from './target';

/** Places of the same id, citation or mediator in this file. */
export function documentHighlights(context: FeatureContext, offset: number): DocumentHighlight[] {
  const target = targetAt(context, offset);
  const subject = target && subjectOf(context, target);
  if (!subject) return [];
  const found: { range: Range; kind: DocumentHighlightKind }[] = occurrencesOf(context, subject)
    .filter((one) => one.path === context.path && one.range.start < one.range.end)
    .map(({ range, isDefinition }) => ({
      range,
      kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  if (subject.type === 'entity' && subject.kind === 'mediator' && subject.entry) {
    for (const range of mentionsOf(context, subject.entry.id)) found.push({ range, kind: DocumentHighlightKind.Text });
  }
  return found
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range, kind }) => ({ range: toRange(context.lines, range), kind }));
}

function mentionsOf({ file }: FeatureContext, id: string): Range[] {
  return (file.prose?.blocks ?? [])
    .filter((block) => block.kind !== 'code')
    .flatMap((block) => proseRanges(block))
    .flatMap((range) => mentions(file.text, range.start, range.end))
    .filter((mention) => mention.entry.id === id);
}
