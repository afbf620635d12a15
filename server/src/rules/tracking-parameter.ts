// Does a link carry trackers along?

import type { Edit } from '../lint/finding';
import type { FileRule } from '../lint/rule';
import { isTracker } from '../model/identifier';
import { addressesIn } from '../syntax/address';
import { isInCode } from './code-place';

/** A value that is nothing else: behind `.com`, or in front of a digit, the text may go on without a blank. */
const PLAIN_VALUE = /^(?:[\w.~-]|%[\dA-F]{2}|\+(?=[A-Za-z]))*$/i;
const RUN_ON = /\.(?:com|org|net|ai|io|co)(?![a-z]|$)|[.+]\d+$/i;
const CHAT = /(?:chatgpt|openai|copilot|perplexity|grok|claude|gemini)/i;

/** Whether it is certain where a tracker ends, so that nothing of the text goes with it. */
function isCertain(pair: string): boolean {
  const value = pair.slice(pair.indexOf('=') + 1);
  return PLAIN_VALUE.test(value) && !RUN_ON.test(value);
}

/** A raised number cites behind a word; behind what is left of a short link it would be an exponent. */
const RAISED = /^(?:\^|<sup|[⁰¹²³⁴-⁹])/;

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
    for (const { start: from, end } of addressesIn(file.text)) {
      const address = file.text.slice(from, end);
      const [whole = '', query = ''] = /^[^?#]*\?([^#]*)/.exec(address) ?? [];
      // An address inside an address is the name of an archived page: another query is another page.
      if (query === '' || /https?:\/\//i.test(address.slice(8))) continue;
      const start = from + whole.length - query.length;
      const edits = removals(query, start);
      if (edits.length === 0 || isInCode(file, start)) continue;
      const trackers = query.split(/&(?:amp;)?/).filter((pair) => isTracker(pair.split('=', 1)[0] ?? ''));
      const origin = trackers.find((pair) => CHAT.test(pair));
      const note = origin
        ? ' It shows that a chat service supplied this link: check that the page says what the text claims.'
        : '';
      report({
        start,
        end: start + query.length,
        message: `This link carries a tracker (${origin ?? trackers[0]}). Remove it; the link still works.${note}`,
        ...(trackers.every(isCertain) &&
          !RAISED.test(file.text.slice(end, end + 4)) && { fix: { title: 'Remove the tracker', edits } }),
      });
    }
  },
};
