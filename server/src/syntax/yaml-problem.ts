// What does a YAML parser's complaint mean to somebody who is no programmer, and which characters is it about?

import type { YAMLError } from 'yaml';
import type { SyntaxProblem } from './problem';

/** What was seen on the way and the parser's own message lacks. Offsets in `source`. */
export interface Hints {
  readonly source: string;
  /** End of a quoted text that never closes → its opening quotation mark. */
  readonly unclosedQuotes: Map<number, number>;
  /** Opening brackets that were never closed. */
  readonly unclosedBrackets: number[];
}

type Explain = (error: YAMLError, hints: Hints) => SyntaxProblem | undefined;

/** A plain sentence and a tight range (offsets in `hints.source`) for one complaint of the parser. */
export function explainError(error: YAMLError, hints: Hints): SyntaxProblem {
  return EXPLANATIONS[error.code]?.(error, hints) ?? fallback(error, hints);
}

const EXPLANATIONS: Partial<Record<YAMLError['code'], Explain>> = {
  TAB_AS_INDENT: (error, { source }) => {
    const start = error.pos[0];
    const tabs = /^\t*/.exec(source.slice(start)) as RegExpExecArray;
    return {
      start,
      end: start + Math.max(1, tabs[0].length),
      message: 'This line is indented with a tab; use spaces instead.',
    };
  },
  BAD_SCALAR_START: (error, { source }) => {
    const { start, end } = restOfLine(source, error.pos[0]);
    const message = `A text cannot start with the sign ${source[start]}; put it in quotation marks: ${quoted(source.slice(start, end))}.`;
    return { start, end, message };
  },
  BAD_DQ_ESCAPE: (error, { source }) => {
    const start = error.pos[0];
    const message = `“${source.slice(start, start + 2)}” means nothing inside double quotation marks; write two backslashes, or use single quotation marks.`;
    return { start, end: start + 2, message };
  },
  BLOCK_AS_IMPLICIT_KEY: (error, hints) =>
    error.message.startsWith('Nested') ? nestedMapping(error, hints) : misaligned(error, hints),
  MULTILINE_IMPLICIT_KEY: keylessLine,
  MISSING_CHAR: missingCharacter,
  BAD_INDENT: (error, hints) =>
    /^(Flow|flow)/.test(error.message) ? unclosedBracket(error, hints) : misaligned(error, hints),
  BLOCK_IN_FLOW: (error, hints) =>
    at(error, hints, 'Between brackets, write the items one after the other with commas between them.'),
  RESOURCE_EXHAUSTION: (error, hints) =>
    at(error, hints, 'This is nested too deeply to be read; remove some of the levels.'),
  UNEXPECTED_TOKEN: unexpected,
};

function missingCharacter(error: YAMLError, hints: Hints): SyntaxProblem | undefined {
  const { message } = error;
  if (message.startsWith('Missing closing')) {
    const opening = hints.unclosedQuotes.get(error.pos[0]) ?? error.pos[0];
    const mark = hints.source[opening] === "'" ? "'" : '"';
    const end = restOfLine(hints.source, opening).end;
    return { start: opening, end, message: `This quotation mark is never closed; add ${mark} at the end of the text.` };
  }
  if (message.startsWith('Implicit map keys')) return keylessLine(error, hints);
  if (message.startsWith('Sequence item without')) return misaligned(error, hints);
  if (message.startsWith('Missing ,')) return at(error, hints, 'A comma is missing before this item.');
  if (message.startsWith('Missing space after :')) return at(error, hints, 'Put a space after the colon.');
  if (message.startsWith('Comments must')) return at(error, hints, 'Put a space before the # that starts a comment.');
  return /end with a/.test(message) ? unclosedBracket(error, hints) : undefined;
}

function unexpected(error: YAMLError, hints: Hints): SyntaxProblem | undefined {
  const { source } = hints;
  const { message } = error;
  const sign = source[error.pos[0]] ?? '';
  if (message.startsWith('Unexpected , in')) return at(error, hints, 'There is one comma too many here.');
  if (message.startsWith('Unexpected empty item')) return at(error, hints, 'An item is missing here.');
  if (message.startsWith('Unexpected block-seq-ind'))
    return onLine(
      error,
      hints,
      'Start the list on a new line under its key, or write it between brackets: `[first, second]`.',
    );
  if (message.startsWith('Block scalar header'))
    return onLine(error, hints, 'Start this text on a new line, indented by two spaces.');
  if (sign === ']' || sign === '}') {
    const opening = sign === ']' ? '[' : '{';
    return at(error, hints, `This “${sign}” closes nothing; remove it, or add the missing “${opening}”.`);
  }
  if (/at node end$/.test(message)) {
    const before = source.slice(0, error.pos[0]).trimEnd().at(-1);
    if (before === '"' || before === "'")
      return onLine(
        error,
        hints,
        'There is more text after the closing quotation mark; put the whole text in double quotation marks.',
      );
    return misaligned(error, hints);
  }
  return undefined;
}

/** `title: Pain: a review`, or a line indented under a value that is already complete. */
function nestedMapping(error: YAMLError, { source }: Hints): SyntaxProblem {
  const first = restOfLine(source, error.pos[0]);
  const written = source.slice(first.start, first.end);
  if (/:(\s|$)/.test(written)) {
    const message = `A text with a colon and a space in it needs quotation marks: ${quoted(written)}.`;
    return { ...first, message };
  }
  const next = restOfLine(source, afterBlank(source, first.end));
  return { ...next, message: 'This line is indented too far; line it up with the key above it.' };
}

/** A line that should be `key: value` and is not. */
function keylessLine(error: YAMLError, hints: Hints): SyntaxProblem {
  const line = restOfLine(hints.source, error.pos[0]);
  const written = hints.source.slice(line.start, line.end);
  const glued = /^([\p{L}\w-]+):(\S.*)$/u.exec(written);
  if (glued) return { ...line, message: `Put a space after the colon: “${clipped(`${glued[1]}: ${glued[2]}`)}”.` };
  const dash = /^-([^\s-].*)$/.exec(written);
  if (dash) return { ...line, message: `Put a space after the dash: “${clipped(`- ${dash[1]}`)}”.` };
  if (written === '' || written.startsWith('-')) return misaligned(error, hints);
  if (/-\s*$/.test(hints.source.slice(Math.max(0, line.start - 8), line.start))) return misaligned(error, hints);
  if (/^[\p{L}\w-]{1,60}$/u.test(written))
    return { ...line, message: `“${written}” has no value; write a colon, a space and the value after it.` };
  return {
    ...line,
    message: 'This line is neither a key with a value nor part of the text above; indent it if it continues that text.',
  };
}

function unclosedBracket(error: YAMLError, { source, unclosedBrackets }: Hints): SyntaxProblem {
  const opening = unclosedBrackets.findLast((offset) => offset < error.pos[0]);
  if (opening === undefined) {
    const line = restOfLine(source, error.pos[0]);
    return { ...line, message: 'Indent this line further: it stands between brackets that opened above.' };
  }
  const sign = source[opening] === '[' ? ']' : '}';
  const end = restOfLine(source, opening).end;
  return { start: opening, end, message: `This bracket is never closed; add “${sign}” after the last item.` };
}

function misaligned(error: YAMLError, hints: Hints): SyntaxProblem {
  return onLine(
    error,
    hints,
    'This line does not line up with the lines around it; give lines of one list or record the same indentation.',
  );
}

function fallback(error: YAMLError, hints: Hints): SyntaxProblem {
  const sentence = (error.message.split(/[.\n]/)[0] as string).trim();
  return at(error, hints, `This cannot be read as YAML: ${sentence[0]?.toLowerCase()}${sentence.slice(1)}.`);
}

/** The parser's own range, cut to one line and never empty when there is anything to show. */
function at(error: YAMLError, { source }: Hints, message: string): SyntaxProblem {
  const start = Math.min(error.pos[0], source.length);
  const line = /^[^\r\n]*/.exec(source.slice(start)) as RegExpExecArray;
  const end = Math.min(Math.max(error.pos[1], start), start + line[0].trimEnd().length);
  if (end > start || start === 0) return { start, end, message };
  const before = beforeBlank(source, start);
  return { start: before, end: Math.min(before + 1, start), message };
}

function onLine(error: YAMLError, { source }: Hints, message: string): SyntaxProblem {
  const start = afterBlank(source, error.pos[0]);
  const range = restOfLine(source, start);
  return range.end > range.start
    ? { ...range, message }
    : at(error, { source, unclosedQuotes: new Map(), unclosedBrackets: [] }, message);
}

function restOfLine(source: string, offset: number): { start: number; end: number } {
  const start = Math.min(offset, source.length);
  const line = /^[^\r\n]*/.exec(source.slice(start)) as RegExpExecArray;
  return { start, end: start + (line[0].split(/\s#/, 1)[0] as string).trimEnd().length };
}

function afterBlank(source: string, offset: number): number {
  let at = offset;
  while (at < source.length && /\s/.test(source[at] as string)) at++;
  return at;
}

function beforeBlank(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(source[at - 1] as string)) at--;
  return Math.max(0, at - 1);
}

/** The text in quotation marks as an author would type it; long texts are cut. */
function quoted(written: string): string {
  const text = clipped(written);
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
