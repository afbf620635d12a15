// How does one proposal look to an editor? Filled so that the editor keeps it, sorts it and can ask for more.

import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { LineIndex } from '../base/line-index';
import type { Range } from '../base/range';
import type { Located } from '../index/located';
import { shortCitation } from '../model/cited-form';
import type { EntityKind, KeyedReference } from '../model/facts';
import type { EntityCandidate } from './entity-search';
import { shortened } from './markdown-text';
import { toRange } from './protocol-shape';

/** More than this beside a label and the label itself is cut. */
const BESIDE_LABEL = 28;

/** What `resolve` needs to explain an item later. */
export type ItemData =
  | { readonly type: 'reference'; readonly uri: string; readonly path: string; readonly key: string }
  | { readonly type: 'entity'; readonly uri: string; readonly kind: EntityKind; readonly id: string };

interface Insertion {
  readonly lines: LineIndex;
  /** Address of the file, so that `resolve` finds its project. */
  readonly uri: string;
  /** What is replaced. */
  readonly range: Range;
  /** What was typed; editors filter by it, and every proposal fits it already. */
  readonly typed: string;
  /** Puts what must stand around the inserted text. */
  readonly around?: (text: string) => string;
  /** VS Code shows what stands beside a label twice when it is also the detail. */
  readonly brief: boolean;
}

/** Proposals come sorted; editors that sort again are told the order. */
export function sortKey(index: number): string {
  return String(index).padStart(5, '0');
}

function base(insertion: Insertion, index: number, text: string): Omit<CompletionItem, 'label'> {
  return {
    sortText: sortKey(index),
    filterText: insertion.typed,
    textEdit: { range: toRange(insertion.lines, insertion.range), newText: insertion.around?.(text) ?? text },
  };
}

/** A citation: the key, with who, when and where beside it. */
export function referenceItem(one: Located<KeyedReference>, index: number, insertion: Insertion): CompletionItem {
  const short = shortCitation(one.item);
  const data: ItemData = { type: 'reference', uri: insertion.uri, path: one.path, key: one.item.key };
  return {
    label: one.item.key,
    labelDetails: { description: shortCitation(one.item, BESIDE_LABEL) },
    ...(!insertion.brief && { detail: short }),
    kind: CompletionItemKind.Reference,
    ...base(insertion, index, one.item.key),
    data,
  };
}

/** An id: with its name beside it, and the name that was typed when it is another one. */
export function entityItem(
  kind: EntityKind,
  candidate: EntityCandidate,
  index: number,
  insertion: Insertion,
): CompletionItem {
  const { id, name, matched, own } = candidate;
  const data: ItemData = { type: 'entity', uri: insertion.uri, kind, id };
  const also = matched === undefined ? name : `${name} (${matched})`;
  const whence = own ? `${also}, in this repository` : `${also}, from the shipped vocabulary`;
  return {
    label: id,
    labelDetails: { description: also },
    ...(!insertion.brief && { detail: whence }),
    kind: own ? CompletionItemKind.Value : CompletionItemKind.Constant,
    ...base(insertion, index, id),
    data,
  };
}

/** A mediator's preferred spelling, for prose. */
export function spellingItem(candidate: EntityCandidate, index: number, insertion: Insertion): CompletionItem {
  const data: ItemData = { type: 'entity', uri: insertion.uri, kind: 'mediator', id: candidate.id };
  const gloss = candidate.matched ?? candidate.gloss;
  return {
    label: candidate.name,
    ...(gloss && { labelDetails: { description: shortened(gloss, BESIDE_LABEL) } }),
    kind: CompletionItemKind.Constant,
    ...base(insertion, index, candidate.name),
    data,
  };
}
