// Does a link carry trackers along?

import { withoutTail } from '../base/tail';
import type { Edit } from '../lint/finding';
import type { FileRule } from '../lint/rule';
import { isTracker } from '../model/identifier';
import { isInCode } from './code-place';

const LINK = /https?:\/\/[^\s<>"'?#]{1,2000}\?([^\s<>"'#)\]}]{1,2000})/g;
const CHAT = /(?:chatgpt|openai|copilot|perplexity|grok|claude|gemini)/i;

/** The edits that take trackers out of a query and leave the rest as it is. `offset` is that of the query, after the `?`. */
function removals(query: string, offset: number): Edit[] {
  const pairs: { text: string; start: number; end: number }[] = [];
  // In Markdown and HTML the sign between two pairs may be written `&amp;`.
  let at = 0;
  for (const sign of query.matchAll(/&(?:amp;)?|$/g)) {
    pairs.push({ text: query.slice(at, sign.index), start: at, end: sign.index });
    at = sign.index + sign[0].length;
  }
  const isKept = (text: string) => !isTracker(text.split('=', 1)[0] ?? '');
  const kept = pairs.filter((pair) => isKept(pair.text));
  if (kept.length === pairs.length) return [];
  if (kept.length === 0) return [{ start: offset - 1, end: offset + query.length, text: '' }];
  const firstKept = pairs.findIndex((pair) => isKept(pair.text));
  return pairs.flatMap((pair, i) => {
    if (isKept(pair.text)) return [];
    // A tracker goes with the `&` that ties it to what stays: the one after it in front, the one before it later on.
    return i < firstKept
      ? [{ start: offset + pair.start, end: offset + (pairs[i + 1]?.start ?? pair.end), text: '' }]
      : [{ start: offset + (pairs[i - 1]?.end ?? pair.start), end: offset + pair.end, text: '' }];
  });
}

export const trackingParameter: FileRule = {
  scope: 'file',
  meta: {
    id: 'tracking-parameter',
    group: 'references',
    summary: 'A link with parameters that follow the reader, or that show which service produced the link.',
    severity: 'warning',
    confidence: 'high',
    fixable: true,
    since: '0.1.0',
  },
  check(file, report) {
    if (!file.text.includes('://')) return;
    for (const match of file.text.matchAll(LINK)) {
      // An address inside an address is the name of an archived page: another query is another page.
      if (/https?:\/\//i.test(match[0].slice(8))) continue;
      const query = withoutTail(match[1] as string, '.,;:!');
      const start = match.index + match[0].length - (match[1] as string).length;
      const edits = removals(query, start);
      if (edits.length === 0 || isInCode(file, start)) continue;
      const origin = query
        .split(/&(?:amp;)?/)
        .find((pair) => isTracker(pair.split('=', 1)[0] ?? '') && CHAT.test(pair));
      const note = origin
        ? ' It shows that a chat service supplied this link: check that the page says what the text claims.'
        : '';
      report({
        start,
        end: start + query.length,
        message: `This link carries a tracker (${origin ?? query.split(/&(?:amp;)?/).find((pair) => isTracker(pair.split('=', 1)[0] ?? ''))}). Remove it; the link still works.${note}`,
        fix: { title: 'Remove the tracker', edits },
      });
    }
  },
};
