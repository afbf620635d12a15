// Which mediator is being typed in prose? By any of its names; the preferred spelling goes in.

import type { CompletionList } from 'vscode-languageserver-types';
import { proseRanges } from '../syntax/prose';
import { normalise } from '../vocab/normalise';
import { spellingItem } from './completion-item';
import type { FeatureContext } from './context';
import { searchEntities } from './entity-search';

const MOST_ITEMS = 20;
const MOST_WORDS = 3;
/** Up to three words before the cursor; hyphens, Greek letters and digits belong to a word. */
const WORDS =
  /(?:^|[^\p{L}\p{N}‐–-])((?:[\p{L}\p{N}][\p{L}\p{N}‐–-]*[ \u00a0])?(?:[\p{L}\p{N}][\p{L}\p{N}‐–-]*[ \u00a0])?[\p{L}\p{N}][\p{L}\p{N}‐–-]*)$/u;

/** Mediators that the last one to three words may begin; undefined when the words are too short or mean nothing. */
export function completeMediator(context: FeatureContext, offset: number): CompletionList | undefined {
  const { file } = context;
  if (file.facts.role !== 'article' || !isProse(context, offset)) return undefined;
  const written = WORDS.exec(file.text.slice(Math.max(0, offset - 120), offset))?.[1];
  if (!written) return undefined;
  const words = written.split(/[ \u00a0]/);
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const typed = words.slice(-count).join(' ');
    if (!isEnough(typed)) continue;
    const found = searchEntities(context, 'mediator', typed, MOST_ITEMS).filter(
      (one) => count === 1 || fits(typed, one),
    );
    if (found.length === 0) continue;
    const insertion = {
      lines: context.lines,
      brief: context.client.vscode,
      uri: context.uriOf(context.path),
      range: { start: offset - typed.length, end: offset },
      typed,
    };
    return { isIncomplete: true, items: found.map((one, index) => spellingItem(one, index, insertion)) };
  }
  return undefined;
}

function isEnough(typed: string): boolean {
  return /\d/.test(typed) || (typed.match(/\p{L}/gu)?.length ?? 0) >= 3;
}

/** Several words must be the start of one name, not words found inside one. */
function fits(typed: string, { name, matched }: { name: string; matched: string | undefined }): boolean {
  return [name, matched].some((one) => one !== undefined && normalise(one).startsWith(normalise(typed)));
}

function isProse({ file }: FeatureContext, offset: number): boolean {
  const block = file.prose?.blocks.find((one) => one.start <= offset && offset <= one.end);
  if (!block || block.kind === 'code') return false;
  return proseRanges(block).some((range) => range.start <= offset && offset <= range.end);
}
