// Is the name of a mediator, just typed in prose, one that is spelt otherwise? Then its right spelling is proposed, and nothing else is.

import type { CompletionList } from 'vscode-languageserver-types';
import { proseRanges } from '../syntax/prose';
import { type Mention, mentions } from '../vocab/mention';
import { spellingItem } from './completion-item';
import type { FeatureContext } from './context';
import { searchEntities } from './entity-search';

const MOST_CANDIDATES = 50;
const LONGEST_NAME = 120;

/**
 * The right spelling of the mediator whose name ends at the cursor. Undefined where the name is right as it stands, where it is a
 * family's or several mediators', and for every other word: an abbreviation that only begins like a name (CSF, MS, IF) means
 * something else.
 */
export function completeMediator(context: FeatureContext, offset: number): CompletionList | undefined {
  const { file } = context;
  if (file.facts.role !== 'article') return undefined;
  const from = proseStart(context, offset);
  if (from === undefined) return undefined;
  const mention = mentions(file.text, from, offset).at(-1);
  if (!mention || mention.end !== offset || !isUnmistakable(mention)) return undefined;
  const candidate = searchEntities(context, 'mediator', mention.text, MOST_CANDIDATES).find(
    (one) => one.id === mention.entry.id,
  );
  if (!candidate) return undefined;
  const insertion = {
    lines: context.lines,
    brief: context.client.vscode,
    uri: context.uriOf(context.path),
    range: mention,
    typed: mention.text,
  };
  const spellings = new Set([candidate.name, ...(mention.exact ? [] : [mention.preferred])]);
  spellings.delete(mention.text);
  const items = [...spellings].map((name, index) => spellingItem({ ...candidate, name }, index, insertion));
  return items.length > 0 ? { isIncomplete: true, items } : undefined;
}

/** A misspelling of one mediator, or its name in words with a number, which has a short form. */
function isUnmistakable({ text, entry, exact, ambiguousWith }: Mention): boolean {
  if (entry.members || ambiguousWith.length > 0) return false;
  return exact ? /\d/.test(text) && /\p{Ll}{4}/u.test(text) : true;
}

/** Where the running text around the cursor begins, at most a name's length before it; undefined outside running text. */
function proseStart({ file }: FeatureContext, offset: number): number | undefined {
  const block = file.prose?.blocks.find((one) => one.start <= offset && offset <= one.end);
  if (!block || block.kind === 'code') return undefined;
  const range = proseRanges(block).find((one) => one.start <= offset && offset <= one.end);
  return range && Math.max(range.start, file.text.lastIndexOf(' ', offset - LONGEST_NAME) + 1);
}
