// How does an entry that nothing cites leave its file, and nothing else with it?

import type { Edit } from '../lint/finding';
import type { Reference } from '../model/facts';
import type { SourceFile } from '../model/source-file';

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line's end, and behind one blank line after it when a blank line, or nothing of the list, stands before `start`. */
function linesEnd(text: string, start: number, offset: number): number {
  const found = text.indexOf('\n', offset);
  const end = found < 0 ? text.length : found + 1;
  const blank = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const follows = start === 0 || /(?:\n[ \t]*|:[ \t]*)\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
  return follows ? end + blank : end;
}

/**
 * The edit that takes an entry of CSL-YAML or BibTeX out of its file, with the lines it stands on. Undefined for entries with comments
 * or that share a line with something else, the only entry of a list, and entries of an article's own list, whose numbers would change.
 */
export function removalOf(file: SourceFile, reference: Reference): Edit | undefined {
  const { text } = file;
  const keyed = file.facts.references.filter((one) => one.number === undefined);
  if (reference.number !== undefined || file.problems.length > 0) return undefined;
  const isYaml = reference.origin === 'csl';
  if (isYaml && (keyed.length < 2 || file.format === 'json')) return undefined;
  const start = lineStart(text, reference.start);
  const before = text.slice(start, reference.start);
  if (!(isYaml ? /^[ \t]*-[ \t]+$/ : /^[ \t]*$/).test(before)) return undefined;
  const rest = text.slice(
    reference.end,
    text.indexOf('\n', reference.end) < 0 ? undefined : text.indexOf('\n', reference.end),
  );
  const end = linesEnd(text, start, reference.end);
  const hasComment = file.yaml?.comments.some((one) => start <= one.start && one.start < end);
  return hasComment || !/^[ \t]*\r?$/.test(rest) ? undefined : { start, end, text: '' };
}
