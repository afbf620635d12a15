// What does an article contribute? Its citations, its own reference list, its headings and links, and what its front matter says.

import type { Range } from '../base/range';
import { inTextAt } from '../syntax/citation';
import type { ProseCitation, ProseFile } from '../syntax/prose';
import { itemsOf, textOf, valueAt, type YamlNode } from '../syntax/yaml-node';
import type { ArticleFacts, Citation, InternalLink, Reference } from './facts';
import { announcesReferences } from './heading';
import { identifierOfKey } from './identifier-key';
import { cslReference, innerRange, listReference } from './reference';

/** Front matter as one YAML map, or undefined. */
export function frontMatterRoot(prose: ProseFile): YamlNode | undefined {
  return prose.frontMatter?.yaml.documents[0]?.root;
}

export interface NumberedList extends Range {
  readonly references: readonly Reference[];
  /** Index of the first block of the list; citations from there on are not looked for. */
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** The article's own numbered list: ordered items under the last heading that announces one. */
export function numberedListOf(prose: ProseFile): NumberedList | undefined {
  for (let i = prose.blocks.length - 1; i >= 0; i--) {
    const block = prose.blocks[i];
    if (!block || !announcesReferences(prose.text, block)) continue;
    const references: Reference[] = [];
    let last = i;
    for (let j = i + 1; j < prose.blocks.length; j++) {
      const item = prose.blocks[j];
      if (!item || item.kind === 'heading') break;
      if (item.kind !== 'item' || item.ordinal === undefined) {
        if (references.length > 0 && item.kind !== 'item') break;
        continue;
      }
      references.push(listReference(prose.text, item, item.ordinal));
      last = j;
    }
    const first = references[0];
    const end = references.at(-1)?.end;
    if (first && end !== undefined) return { references, firstBlock: i, lastBlock: last, start: first.start, end };
  }
  return undefined;
}

/** A year, or a number far beyond the list, is not a citation of it. */
function isPlausible(citation: ProseCitation, highest: number): boolean {
  return citation.numbers.every((number) => number <= highest || number < Math.max(100, highest * 3));
}

const STATISTIC = /(?:\b(?:CI|CrI|IQR|range|interval|SD|SE|HR|OR|RR)|%)[\s:,=]*$/;

function toCitation(one: ProseCitation): Citation {
  const stated = one.style === 'pandoc' ? identifierOfKey(one.key) : undefined;
  const identifier =
    stated && 'value' in stated.parsed ? { scheme: stated.scheme, value: stated.parsed.value } : undefined;
  // Written out: a spread of so many objects is what reading a repository would spend its time on.
  const { start, end, style, key, keyRange, numbers, mode, suffix, group, block } = one;
  return { start, end, style, key, keyRange, numbers, mode, suffix, group, block, identifier };
}

/** Mass numbers that people write in square brackets before an element: `[14]C`, `[68]Ga-PSMA`. */
const ISOTOPES: ReadonlyMap<number, RegExp> = new Map(
  Object.entries({
    3: 'H',
    11: 'C',
    13: '[CN]',
    14: 'C',
    15: '[NO]',
    18: '[FO]',
    32: 'P',
    33: 'P',
    35: 'S',
    51: 'Cr',
    57: 'Co',
    59: 'Fe',
    60: 'Co',
    64: 'Cu',
    67: 'Ga',
    68: 'Ga',
    81: 'Kr',
    82: 'Rb',
    89: '(?:Sr|Zr)',
    90: 'Y',
    99: 'Tc',
    111: 'In',
    123: 'I',
    124: 'I',
    125: 'I',
    131: 'I',
    133: 'Xe',
    153: 'Sm',
    177: 'Lu',
    201: 'Tl',
    223: 'Ra',
    225: 'Ac',
  }).map(([number, element]) => [Number(number), new RegExp(`^${element}(?![A-Za-z])`)]),
);

function isIsotope(text: string, citation: ProseCitation): boolean {
  const element = citation.numbers.length === 1 ? ISOTOPES.get(citation.numbers[0] as number) : undefined;
  return element?.test(text.slice(citation.group.end, citation.group.end + 4)) === true;
}

/** Citations that count: keys, and numbers when the article has a list to number. */
export function citationsOf(prose: ProseFile, list: NumberedList | undefined): Citation[] {
  const highest = list ? Math.max(...list.references.map((reference) => reference.number ?? 0)) : 0;
  return prose.citations
    .filter((one) => {
      if (one.style !== 'numbered') return true;
      if (!list || (one.block >= list.firstBlock && one.block <= list.lastBlock)) return false;
      return (
        !isIsotope(prose.text, one) &&
        isPlausible(one, highest) &&
        !STATISTIC.test(prose.text.slice(Math.max(0, one.group.start - 24), one.group.start))
      );
    })
    .map(toCitation);
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
  return {
    bibliography:
      bibliography &&
      itemsOf(bibliography).flatMap((node) =>
        node.type === 'scalar' ? [{ ...innerRange(node), path: node.source }] : [],
      ),
    reviewed: dated(root, 'reviewed'),
    reviewBy: dated(root, 'review-by'),
    at: named ?? title ?? { start: 0, end: 0 },
    hasFrontMatter: root?.type === 'map',
    list: list && { start: list.start, end: list.end },
  };
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
    const range = { start: at, end: keyRange.end };
    const stated = identifierOfKey(key);
    const identifier =
      stated && 'value' in stated.parsed ? { scheme: stated.scheme, value: stated.parsed.value } : undefined;
    citations.push({
      style: 'record',
      key,
      keyRange,
      numbers: [],
      mode: 'normal',
      suffix: '',
      group: range,
      block: -1,
      identifier,
      ...range,
    });
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
    return [{ ...link.target, target: decode(path.replace(/\?.*$/, '')), anchor: decode(anchor ?? '') }];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `[@tag]: doi:10.…` definitions, as Manubot reads them. */
export function aliasesOf(prose: ProseFile): { tag: string; key: string }[] {
  return prose.links.flatMap((link) => {
    const label = link.kind === 'definition' && link.label ? prose.text.slice(link.label.start, link.label.end) : '';
    return label.startsWith('@') ? [{ tag: label.slice(1), key: link.url }] : [];
  });
}
