// How is a text with any line breaks worked on as if it had the plain ones, and nothing of it changed elsewhere?

import { lowerBound } from '../base/range';
import type { Edit } from '../lint/finding';

interface PlainBreaks {
  /** The text with `\n` for every line break, without a byte-order mark. */
  readonly text: string;
  /** Edits of `text` as edits of the text as it is, with its own line breaks in what they write. */
  original(edits: readonly Edit[]): Edit[];
}

/** Where the plain text lacks a carriage return, in its own offsets. */
function missingIn(body: string): number[] {
  const missing: number[] = [];
  for (let at = body.indexOf('\r\n'); at >= 0; at = body.indexOf('\r\n', at + 2)) missing.push(at - missing.length);
  return missing;
}

/** A lone carriage return ends a line too, and takes as much room as what stands for it. */
export function plainBreaks(source: string): PlainBreaks {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const body = source.slice(mark);
  const missing = missingIn(body);
  const place = (offset: number) => mark + offset + lowerBound(missing, (at) => at >= offset);
  const ownBreak = missing.length > 0 ? '\r\n' : '\n';
  return {
    text: body.replace(/\r\n?/g, '\n'),
    original: (edits) =>
      edits.map(({ start, end, text }) => ({
        start: place(start),
        end: place(end),
        text: text.replaceAll('\n', ownBreak),
      })),
  };
}
