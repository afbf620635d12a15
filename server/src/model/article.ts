// What does an article contribute? Its citations, its own reference list, its headings and links, and what its front matter says.

import { copyOf } from '../base/intern';
import type { Range } from '../base/range';
import { inTextAt } from '../syntax/citation';
import type { ProseCitation, ProseFile } from '../syntax/prose';
import { itemsOf, textOf, valueAt, type YamlNode } from '../syntax/yaml-node';
import type { ArticleFacts, Citation, InternalLink, Reference } from './facts';
import { footnoteListOf, footnoteMarks } from './footnote';
import { anchorsOf } from './heading';
import { keyCitation, statedIdentifier } from './key-citation';
import { cslReference, innerRange, type NumberedList, numberedListOf } from './reference';
import { superscriptsOf } from './superscript';

/** Front matter as one YAML map, or undefined. */
export function frontMatterRoot(prose: ProseFile): YamlNode | undefined {
  return prose.frontMatter?.yaml.documents[0]?.root;
}

function highestOf(list: NumberedList | undefined): number {
  return list?.references.reduce((highest, { number }) => Math.max(highest, number ?? 0), 0) ?? 0;
}

/** A year, or a number far beyond the list, is not a citation of it. */
function isPlausible(citation: Pick<Citation, 'numbers'>, highest: number): boolean {
  return citation.numbers.every((number) => number <= highest || number < Math.max(100, highest * 3));
}

/** Nearly every key is nothing but a key, and its citation stays the object that was read. */
function toCitation(one: ProseCitation): Citation {
  const identifier = one.style === 'pandoc' ? statedIdentifier(one.key) : undefined;
  return identifier ? { ...one, identifier } : one;
}

const SPAN_OR_PAIR = /^\[\s*(\d+)\s*[,;–—‑-]\s*(\d+)\s*\]$/;
const UNIT =
  '%|years?|yrs?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|points?|mg|µg|g|kg(?:/m(?:2|²|\\^2\\^|<sup>2</sup>))?|mmHg|mm|cm|m[lL]|mmol/[lL]';
const STATISTIC = /\b(?:CI|CrI|IQR|SD|SE|HR|OR|RR)[\s:,=]*$/;
const PAIR_WORD = /(?:\b(?:range|interval|ordered pairs?)|\b9[059](?:\.\d)?\s?%)[\s:,=]*$/;
const VALUE = new RegExp(`(?:^|[\\s(|=<>≤≥≈~±])(\\d+(?:[.,]\\d+)?)\\s?(?:${UNIT})?[\\s:,=(]+$`);
/** `type 2 [1, 2]`: a number that belongs to a name is no value. */
const NUMBERED_NAME =
  /\b(?:type|grade|stage|phase|class|tables?|fig(?:ure|s)?\.?|chapter|section|level|group|step|box|day|week|year|visit|part|arm|study|trial)\s+\d+[\s:,(]+$/i;
const UNIT_AFTER = new RegExp(`^\\s?(?:${UNIT})(?![\\p{L}\\p{N}])(?!\\s+(?:to|out|at|towards?|that)\\b)`, 'u');

/** An interval over a list of references: `62 [55–71] years`, `aged [8–12] weeks`, `95% CI [2, 3]`. */
function isInterval(written: string, before: string, after: string): boolean {
  if (STATISTIC.test(before)) return true;
  const bounds = SPAN_OR_PAIR.exec(written);
  if (!bounds) return false;
  if (PAIR_WORD.test(before) || (/[\s(]$/.test(before) && UNIT_AFTER.test(after))) return true;
  const value = Number(VALUE.exec(before)?.[1]?.replace(',', '.') ?? Number.NaN);
  return value >= Number(bounds[1]) && value <= Number(bounds[2]) && !NUMBERED_NAME.test(before);
}

const CHEMICAL =
  /(?:\b(?:poly|oligo|cyclo|bicyclo|tricyclo|spiro|benzo|dibenzo|naphtho|pyrido|pyrimido|imidazo|thieno|furo|indolo)|\b(?:calix|cucurbit|pillar|catena))$/i;

/** Numbers that index something or belong to a name: `x[2][1]`, `Poly[2]ethylene`, `the [1]st`, `matrix [1][1]`. */
function isIndex(cluster: string, before: string, after: string): boolean {
  if (/^(?:st|nd|rd|th)(?![\p{L}\p{N}])/u.test(after) || /^(?:rotaxane|catenane|fullerene)/.test(after)) return true;
  if (CHEMICAL.test(before) && /^-?\p{Ll}/u.test(after)) return true;
  const numbers = cluster.match(/\d+/g)?.map(Number) ?? [];
  const isCounted = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number));
  if (/\b(?:matrix|vector|array|element|entry|index|tuple)\s?$/i.test(before)) return !isCounted;
  if (!/(?<![\p{L}\p{N}'’.-])[a-z]$/u.test(before)) return false;
  return /^(?:\[\d+\]){2,}$/.test(cluster) || /^\s?[=+*<>×·]/.test(after) || /[=+*<>×·]\s?[a-z]$/.test(before);
}

/** Mass numbers that people write in square brackets before an element: `[14]C`, `[68]Ga-PSMA`. */
const ISOTOPES = new Set(
  (
    'H3 C11 C13 N13 C14 N15 O15 F18 O18 P32 P33 S35 Cr51 Co57 Fe59 Co60 Cu64 Ga67 ' +
    'Ga68 Kr81 Rb82 Sr89 Zr89 Y90 Tc99 In111 I123 I124 I125 I131 Xe133 Sm153 Lu177 Tl201 Ra223 Ac225'
  ).split(' '),
);

function isIsotope(written: string, after: string): boolean {
  const mass = /^\[(\d+)\]$/.exec(written)?.[1];
  const element = /^[A-Z][a-z]?(?![A-Za-z])/.exec(after)?.[0];
  return mass !== undefined && element !== undefined && ISOTOPES.has(element + mass);
}

const CLUSTER_BEFORE = /(?:\[[\d\s,;–—‑-]+\])+$/;
const CLUSTER_AFTER = /^(?:\[[\d\s,;–—‑-]+\])+/;

/** Whether a bracket of numbers says something else than which references support the text. */
function isOther(prose: ProseFile, { group, block }: ProseCitation): boolean {
  const { text } = prose;
  const limits = prose.blocks[block] ?? { start: 0, end: text.length };
  const written = text.slice(group.start, group.end);
  let before = text.slice(Math.max(limits.start, group.start - 60), group.start);
  let after = text.slice(group.end, Math.min(limits.end, group.end + 60));
  if (isIsotope(written, after) || isInterval(written, before, after)) return true;
  const head = CLUSTER_BEFORE.exec(before)?.[0] ?? '';
  const tail = CLUSTER_AFTER.exec(after)?.[0] ?? '';
  before = before.slice(0, before.length - head.length);
  after = after.slice(tail.length);
  return isIndex(head + written + tail, before, after);
}

function inBlocksOf({ firstBlock, lastBlock }: NumberedList, block: number): boolean {
  return block >= firstBlock && block <= lastBlock;
}

/** Citations that count: keys, and numbers when the article has a list to number. */
export function citationsOf(prose: ProseFile, list: NumberedList | undefined): Citation[] {
  const highest = highestOf(list);
  const found = prose.citations
    .filter((one) => {
      if (one.style !== 'numbered') return true;
      if (!list || inBlocksOf(list, one.block)) return false;
      return isPlausible(one, highest) && !isOther(prose, one);
    })
    .map(toCitation);
  const more = list ? marksOf(prose, list, found) : [];
  return more.length === 0 ? found : [...found, ...more].sort((a, b) => a.start - b.start);
}

function isKeyed({ style }: Citation | ProseCitation): boolean {
  return style === 'pandoc';
}

/** The list that an article's numbers lead to: numbered entries, or footnotes where nothing is cited by key. */
export function listOf(prose: ProseFile): NumberedList | undefined {
  return numberedListOf(prose) ?? (prose.citations.some(isKeyed) ? undefined : footnoteListOf(prose));
}

/** Superscripts and footnote marks that cite the list. Superscripts count where there are no numbers in square brackets. */
function marksOf(prose: ProseFile, list: NumberedList, found: readonly Citation[]): Citation[] {
  if (list.references[0]?.origin === 'footnote') return footnoteMarks(prose, list);
  if (found.some((one) => one.style === 'numbered')) return [];
  const highest = highestOf(list);
  const marks = superscriptsOf(prose, list);
  const isListed = marks.some((one) => one.numbers.every((number) => number <= highest));
  return isListed ? marks.filter((one) => isPlausible(one, highest)) : [];
}

const IN_ROUND = /\((\d{1,3}(?:\s*[,;–—‑-]\s*\d{1,3})*)\)/g;

/**
 * Whether the text may cite its list by marks that are not read: superscripts beside numbers in square brackets, or, having none of
 * either, numbers in round brackets.
 */
function hasOtherMarks(prose: ProseFile, list: NumberedList): boolean {
  const highest = highestOf(list);
  const isListed = (number: number) => number <= highest;
  const superscripts = superscriptsOf(prose, list).filter((one) => one.numbers.every(isListed));
  const inBrackets = prose.citations.some((one) => one.style === 'numbered' && !inBlocksOf(list, one.block));
  if (inBrackets || superscripts.length > 0) return inBrackets && superscripts.length > 0;
  let inRound = 0;
  return prose.blocks.some((block, index) => {
    if (block.kind === 'code' || inBlocksOf(list, index)) return false;
    const text = prose.text.slice(block.start, block.end);
    for (const match of text.matchAll(IN_ROUND))
      if (match[1]?.match(/\d+/g)?.every((number) => isListed(Number(number)))) inRound++;
    return inRound > 1;
  });
}

function dated(root: YamlNode | undefined, key: string): (Range & { date: string }) | undefined {
  const node = valueAt(root, key);
  const date = textOf(node);
  return node?.type === 'scalar' && date ? { ...innerRange(node), date } : undefined;
}

/** What front matter and list say of the article as a whole. */
export function articleFacts(prose: ProseFile, list: NumberedList | undefined): ArticleFacts {
  const root = frontMatterRoot(prose);
  const bibliography = valueAt(root, 'bibliography');
  const title = prose.blocks.find((block) => block.kind === 'heading') ?? prose.blocks[0];
  const named = valueAt(root, 'title') ?? (root?.type === 'map' ? root.entries[0]?.key : undefined);
  const { start, end } = named ?? title ?? { start: 0, end: 0 };
  return {
    bibliography:
      bibliography &&
      itemsOf(bibliography).flatMap((node) =>
        node.type === 'scalar' ? [{ ...innerRange(node), path: node.source }] : [],
      ),
    reviewed: dated(root, 'reviewed'),
    reviewBy: dated(root, 'review-by'),
    at: { start, end },
    hasFrontMatter: root?.type === 'map',
    list: list && { start: list.start, end: list.end },
    anchors: anchorsOf(prose.text),
    otherMarks: list !== undefined && hasOtherMarks(prose, list),
  };
}

const ROLE =
  /\{cite(?::[a-z]+)*\}`([^`\n]+)`|\{%-?\s*cite\s([^%{}]+)%\}|\\cite[a-z]*\*?(?:\[[^[\]\n]*\])*\{([^{}]+)\}/g;

/** Keys in roles and commands of other tools: `{cite:p}`a,b`` (MyST), `{% cite a %}` (Jekyll), `\citep{a}` (LaTeX). */
export function roleCitations(prose: ProseFile): Citation[] {
  const { text } = prose;
  if (!(text.includes('{') || text.includes('\\')) || !/\{%?-? ?cite|\\cite/.test(text)) return [];
  return prose.blocks.flatMap((block) => {
    if (block.kind === 'code') return [];
    const citations: Citation[] = [];
    for (const match of prose.text.slice(block.start, block.end).matchAll(ROLE)) {
      const start = block.start + match.index;
      if (block.opaque.some((hole) => hole.start <= start && start < hole.end)) continue;
      const keys = (match[1] ?? match[2]?.replace(/-$/, '') ?? match[3] ?? '').replace(/\s--.*$/s, '');
      const from = start + match[0].indexOf(keys);
      for (const key of keys.matchAll(/[^\s,;]+/g)) {
        const keyRange = { start: from + key.index, end: from + key.index + key[0].length };
        citations.push(keyCitation(key[0], keyRange, { start, end: start + match[0].length }));
      }
    }
    return citations;
  });
}

/** What `nocite` in the front matter cites without a place in the text; `@*` stands for every reference. */
export function nociteOf(prose: ProseFile): Citation[] {
  const node = valueAt(frontMatterRoot(prose), 'nocite');
  if (node?.type !== 'scalar') return [];
  const citations: Citation[] = [];
  for (let at = prose.text.indexOf('@', node.start); at >= 0 && at < node.end; at = prose.text.indexOf('@', at + 1)) {
    const everything = prose.text[at + 1] === '*';
    const scanned = everything ? undefined : inTextAt(prose.text, at, node.end)?.keys[0];
    const key = everything ? '*' : scanned?.key;
    if (key === undefined) continue;
    const keyRange = scanned?.keyRange ?? { start: at + 1, end: at + 2 };
    citations.push(keyCitation(key, keyRange, { start: at, end: keyRange.end }));
  }
  return citations;
}

/** References written in the front matter itself, as pandoc allows. */
export function frontMatterReferences(prose: ProseFile): Reference[] {
  return itemsOf(valueAt(frontMatterRoot(prose), 'references')).flatMap((item) => cslReference(item) ?? []);
}

/** Links to files and headings of this repository. */
export function internalLinksOf(prose: ProseFile): InternalLink[] {
  return prose.links.flatMap((link) => {
    if (link.kind === 'bare' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link.url) || link.url === '' || /[{}]/.test(link.url))
      return [];
    const [path, anchor] = link.url.split('#', 2) as [string, string | undefined];
    return [
      { ...link.target, target: copyOf(decode(path.replace(/\?.*$/s, ''))), anchor: copyOf(decode(anchor ?? '')) },
    ];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `citekey-aliases` of the front matter, by itself or below `pandoc`, as Manubot reads them. */
function frontMatterAliases(prose: ProseFile): { tag: string; key: string }[] {
  const root = frontMatterRoot(prose);
  return [valueAt(root, 'citekey-aliases'), valueAt(valueAt(root, 'pandoc'), 'citekey-aliases')].flatMap((node) =>
    node?.type === 'map'
      ? node.entries.flatMap(({ key, value }) => {
          const meant = textOf(value);
          return meant ? [{ tag: key.source, key: meant }] : [];
        })
      : [],
  );
}

/** `[@tag]: doi:10.…` definitions and front matter's own, as Manubot reads them. */
export function aliasesOf(prose: ProseFile): { tag: string; key: string }[] {
  const defined = prose.links.flatMap((link) => {
    const label = link.kind === 'definition' && link.label ? prose.text.slice(link.label.start, link.label.end) : '';
    return label.startsWith('@') ? [{ tag: label.slice(1), key: link.url }] : [];
  });
  return [...frontMatterAliases(prose), ...defined];
}
