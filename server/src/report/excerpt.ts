// Which words of a file does a finding speak of?

import type { Placed } from './result';

/** Characters shown on either side of what is reported. */
const AROUND = 90;
/** Characters shown of what is reported: some findings are about a whole article. */
const LONGEST = 200;

interface Excerpt {
  readonly before: string;
  readonly reported: string;
  readonly after: string;
}

/** Without half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

/** The line on which a finding begins, cut around it; undefined when there is nothing to show. */
export function excerptOf({ finding, source, line }: Placed): Excerpt | undefined {
  if (!source) return undefined;
  const { text } = source;
  const { start, end } = source.lines.lineRange(line - 1);
  const from = Math.max(start, finding.start - AROUND);
  const last = Math.max(finding.start, Math.min(end, finding.end, finding.start + LONGEST));
  const to = Math.min(end, last + AROUND);
  const before = whole(text.slice(from, finding.start)).trimStart();
  const reported = whole(text.slice(finding.start, last));
  const after = whole(text.slice(last, to)).trimEnd();
  if (reported.trim() === '') return undefined;
  return { before: from > start ? `…${before}` : before, reported, after: to < end ? `${after}…` : after };
}
