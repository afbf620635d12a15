// Whom does a citation cite, where its key does not say so? `[@pmid:29083494]` is followed by “Sluka 2018”.

import type { InlayHint } from 'vscode-languageserver-types';
import type { Range } from '../base/range';
import { resolveCitation } from '../index/resolution';
import { shortCitation } from '../model/cited-form';
import { citationName, citationNameRange } from '../model/cited-name';
import type { Citation, Reference } from '../model/facts';
import type { FeatureContext } from './context';

/** Whether a key names the first author and the year by itself. */
function saysItself(key: string, { data }: Reference): boolean {
  const letters = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  const family = data.authors[0]?.family ?? '';
  return letters(key).includes(letters(family)) && (data.year === undefined || key.includes(String(data.year)));
}

function labelFor(context: FeatureContext, citation: Citation): string | undefined {
  const resolution = resolveCitation(context.project.workspace, context.file.facts, citation);
  const reference = resolution.state === 'found' ? resolution.references[0]?.item : undefined;
  if (!reference || (reference.data.authors.length === 0 && !reference.data.title)) return undefined;
  return saysItself(citationName(citation), reference) ? undefined : shortCitation(reference, 0);
}

/** Author and year behind each citation of the stretch whose key is nothing but an identifier or a number. */
export function inlayHints(context: FeatureContext, { start, end }: Range): InlayHint[] {
  return context.file.facts.citations.flatMap((citation): InlayHint[] => {
    const at = citationNameRange(citation).end;
    if (at < start || at > end || citation.type === 'record') return [];
    const label = labelFor(context, citation);
    return label === undefined ? [] : [{ position: context.lines.position(at), label, paddingLeft: true }];
  });
}
