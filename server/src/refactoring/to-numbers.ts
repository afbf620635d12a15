// How does an article that cites by keys come to cite by numbers, with a list of its references at the end?

import type { Edit } from '../lint/finding';
import { applyEdits } from '../lint/fix';
import type { Citation } from '../model/facts';
import { readFile } from '../model/read-file';
import type { SourceFile } from '../model/source-file';
import { type CitedEntry, entryFor, twinsAmong } from './cited-entry';
import { keyedCitations, keyedObstacle } from './keyed-obstacle';
import { brokenHeading } from './linked-heading';
import { lineOf, type Outcome, type RefactoringContext } from './outcome';
import { shownIdentifiers } from './printed-entry';

/** Schemes that are read again from the words of an entry. */
const READ_AGAIN = new Set(['pmid', 'pmcid', 'doi', 'arxiv', 'isbn', 'nct']);

/** Citations whose brackets touch, which a reader sees as one. */
interface Cluster {
  readonly start: number;
  readonly end: number;
  /** Rising, each once. */
  readonly numbers: readonly number[];
}

function clusters(citations: readonly Citation[], numberOf: ReadonlyMap<Citation, number>): Cluster[] {
  const found: { start: number; end: number; numbers: Set<number> }[] = [];
  for (const citation of citations) {
    const { start, end } = citation.group;
    const last = found.at(-1);
    const cluster = last && start <= last.end ? last : { start, end, numbers: new Set<number>() };
    if (cluster !== last) found.push(cluster);
    cluster.end = end;
    cluster.numbers.add(numberOf.get(citation) ?? 0);
  }
  return found.map(({ start, end, numbers }) => ({ start, end, numbers: [...numbers].sort((a, b) => a - b) }));
}

/** The section to append: its heading is as high as the article's own sections. */
function section({ text, facts }: SourceFile, entries: readonly CitedEntry[]): string {
  const isHigh = facts.headings.filter((one) => one.level === 1).length > 1;
  const list = entries.map((one, index) => `${index + 1}. ${one.text}\n`).join('');
  const gap = text.endsWith('\n') ? (/\n\r?\n$/.test(text) ? '' : '\n') : '\n\n';
  const written = `${gap}${isHigh ? '#' : '##'} References\n\n${list}`;
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

/** Offset in the text before edits of an offset in the text after them. */
function before(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (offset < start + shift) break;
    if (offset < start + shift + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

/** Where each number stands after the edits. */
function placesOf(all: readonly Cluster[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let shift = 0;
  for (const { start, end, numbers } of all) {
    let at = start + shift;
    for (const number of numbers) {
      places.set(at, number);
      at += String(number).length + 2;
    }
    shift = at - end;
  }
  return places;
}

/** Why the article would not read as meant after the edits; undefined when every number and entry reads back. */
function misreading(
  file: SourceFile,
  after: SourceFile,
  edits: readonly Edit[],
  all: readonly Cluster[],
  entries: readonly CitedEntry[],
): string | undefined {
  const { text } = after;
  const listed = after.facts.references.filter((one) => one.type === 'numbered');
  if (after.problems.length > 0 || listed.length !== entries.length)
    return 'a list at its end would not be read as one. See whether code or a comment is left open there.';
  const read = after.facts.citations.filter((one) => one.type === 'number');
  const places = placesOf(all);
  const stray = read.find((one) => places.get(one.group.start) !== one.numbers[0] || one.numbers.length !== 1);
  const line = (offset: number) => lineOf(file.text, before(edits, offset));
  if (stray)
    return `line ${line(stray.start)} has “${text.slice(stray.group.start, stray.group.end)}”, which would be read as a citation.`;
  const found = new Set(read.map((one) => one.group.start));
  const missed = [...places.keys()].find((at) => !found.has(at));
  if (missed !== undefined)
    return `the number in line ${line(missed)} would not be read as a citation where it stands.`;
  const unlike = entries.find((entry, index) =>
    shownIdentifiers(entry.identifiers).some(
      ({ scheme, value }) =>
        READ_AGAIN.has(scheme) &&
        !listed[index]?.identifiers.some((one) => one.scheme === scheme && one.value === value),
    ),
  );
  return unlike && `the identifier of “${unlike.key}” cannot be written so that it is read again.`;
}

/**
 * Lets an article cite by numbers, in order of first citation, and appends the list of what it cites. Reference files and front
 * matter stay as they are. Refuses wherever a number could not say what stands there, or would not be read again as the citation it is.
 */
export function toNumbers(context: RefactoringContext, file: SourceFile): Outcome {
  const { workspace } = context.project;
  const obstacle = keyedObstacle(workspace, file);
  if (obstacle !== undefined) return { refusal: obstacle };
  const citations = keyedCitations(workspace, file);
  const entries: CitedEntry[] = [];
  const known = new Map<string, number>();
  const numberOf = new Map<Citation, number>();
  for (const citation of citations) {
    // Anything else is an obstacle.
    if (citation.type !== 'key') continue;
    const entry = entryFor(context, file, citation);
    if ('refusal' in entry) return entry;
    if (!known.has(entry.name)) known.set(entry.name, entries.push(entry));
    numberOf.set(citation, known.get(entry.name) ?? 0);
  }
  const twins = twinsAmong(entries);
  if (twins !== undefined) return { refusal: twins };
  const all = clusters(citations, numberOf);
  const edits: Edit[] = all.map(({ start, end, numbers }) => ({
    start,
    end,
    text: numbers.map((one) => `[${one}]`).join(''),
  }));
  edits.push({ start: file.text.length, end: file.text.length, text: section(file, entries) });
  const after = readFile(file.path, applyEdits(file.text, edits), { named: true });
  const wrong = misreading(file, after, edits, all, entries);
  if (wrong !== undefined) return { refusal: wrong };
  const heading = brokenHeading(workspace, file.facts, after.facts);
  if (heading !== undefined)
    return { refusal: `a link leads to the heading “${heading}”, whose address would change with its citation.` };
  return { edits: new Map([[file.path, edits]]), created: new Map(), remarks: [] };
}
