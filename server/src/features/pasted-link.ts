// How is a paper cited whose link was pasted into an article?

import { shortCitation } from '../model/cited-form';
import type { Identifier } from '../model/facts';
import { labelOf } from '../model/identifier';
import { identifierOfLink } from '../model/identifier-link';
import { bracketAt } from '../syntax/citation';
import type { FeatureContext } from './context';

const ADDRESS = /^<?(https?:\/\/[^\s<>]+?)>?$/i;
const PREFIXES: Partial<Record<Identifier['scheme'], string>> = {
  pmid: 'pmid',
  pmcid: 'pmc',
  doi: 'doi',
  arxiv: 'arxiv',
};

function cited(key: string): string {
  const plain = `[@${key}]`;
  return bracketAt(plain, 0)?.keys[0]?.key === key ? plain : `[@{${key}}]`;
}

/**
 * The citation for a link to PubMed, PMC, a DOI or a publisher: by the key of the reference that has the identifier, else by the
 * identifier itself. Undefined when the text is no link, or names no paper.
 */
export function citationForLink(
  context: FeatureContext,
  text: string,
): { citation: string; title: string } | undefined {
  const address = ADDRESS.exec(text.trim())?.[1];
  const named = address === undefined ? undefined : identifierOfLink(address);
  const prefix = named && PREFIXES[named.scheme];
  if (!named || prefix === undefined) return undefined;
  const [found] = context.project.workspace
    .referencesByIdentifier(named.scheme, named.value)
    .filter((one) => one.item.number === undefined);
  if (found) return { citation: cited(found.item.key), title: `Cite ${shortCitation(found.item, 0)}` };
  const name = named.scheme === 'pmcid' ? named.value : `${labelOf(named.scheme)} ${named.value}`;
  return { citation: cited(`${prefix}:${named.value}`), title: `Cite ${name}` };
}
