// What is under the cursor? The one answer from which hover, definition, references, highlights and rename start.

import { type Range, touches } from '../base/range';
import { citationNameRange, referenceNameRange } from '../model/cited-name';
import type { Citation, Definition, Reference, Use } from '../model/facts';
import { innerRange } from '../model/reference';
import { schemaAt } from '../schema/cursor';
import type { Schema } from '../schema/schema';
import { proseRanges } from '../syntax/prose';
import { type Mention, mentions } from '../vocab/mention';
import type { FeatureContext } from './context';
import { governingAt } from './governing';

/** A thing under the cursor; `start`/`end` enclose what a click on it would mean. */
export type Target = Range &
  (
    | { readonly type: 'citation'; readonly citation: Citation }
    | { readonly type: 'reference'; readonly reference: Reference }
    | { readonly type: 'use'; readonly use: Use }
    | { readonly type: 'definition'; readonly definition: Definition }
    | { readonly type: 'mention'; readonly mention: Mention }
    | { readonly type: 'key'; readonly key: string; readonly schema: Schema | undefined }
    | { readonly type: 'value'; readonly key: string; readonly value: string; readonly schema: Schema | undefined }
    | { readonly type: 'rule'; readonly id: string }
    | { readonly type: 'link'; readonly path: string; readonly anchor: string }
  );

/** What stands at `offset`; both ends of a thing count, and the innermost wins. */
export function targetAt(context: FeatureContext, offset: number): Target | undefined {
  const { facts } = context.file;
  if (facts.role === 'none') return undefined;
  return ruleAt(context, offset) ?? namedAt(context, offset) ?? linkAt(context, offset) ?? wordAt(context, offset);
}

function ruleAt({ file }: FeatureContext, offset: number): Target | undefined {
  for (const suppression of file.facts.suppressions) {
    if (!touches(suppression, offset)) continue;
    const rule = suppression.rules.find((one) => touches(one.range, offset));
    if (rule) return { type: 'rule', id: rule.id, ...rule.range };
  }
  return undefined;
}

/** Citations, uses, definitions and entries: what the file's facts know by its range. */
function namedAt({ file: { facts } }: FeatureContext, offset: number): Target | undefined {
  const citation =
    facts.citations.find((one) => touches(citationNameRange(one), offset)) ??
    facts.citations.find((one) => touches(one, offset));
  if (citation) {
    const { start, end } = citationNameRange(citation);
    return { type: 'citation', citation, start, end };
  }
  const use = facts.uses.find((one) => touches(one, offset));
  if (use) return { type: 'use', use, start: use.start, end: use.end };
  const definition =
    facts.definitions.find((one) => one.start < one.end && touches(one, offset)) ??
    facts.definitions.find((one) => one.nameRange && touches(one.nameRange, offset));
  if (definition) {
    const on = touches(definition, offset) ? definition : (definition.nameRange ?? definition);
    return { type: 'definition', definition, start: on.start, end: on.end };
  }
  const reference = facts.references.find((one) => touches(referenceNameRange(one), offset));
  if (!reference) return undefined;
  const { start, end } = referenceNameRange(reference);
  return { type: 'reference', reference, start, end };
}

function linkAt({ file: { facts } }: FeatureContext, offset: number): Target | undefined {
  const link = facts.links.find((one) => touches(one, offset));
  if (link) return { type: 'link', path: link.target, anchor: link.anchor, start: link.start, end: link.end };
  const file = facts.article?.bibliography?.find((one) => touches(one, offset));
  return file && { type: 'link', path: file.path, anchor: '', start: file.start, end: file.end };
}

function wordAt(context: FeatureContext, offset: number): Target | undefined {
  const governing = governingAt(context, offset);
  if (!governing) return mentionAt(context, offset);
  const { schema, entry, onKey, node, parentSchema } = schemaAt(governing.root, governing.schema, offset);
  if (!entry) return undefined;
  if (onKey) {
    const range = innerRange(entry.key);
    if (parentSchema?.['x-key-ref'] === 'rule') return { type: 'rule', id: entry.key.source, ...range };
    return { type: 'key', key: entry.key.source, schema, ...range };
  }
  if (node?.type !== 'scalar' || !touches(node, offset)) return undefined;
  const mention = schema?.enum || schema?.const ? undefined : mentionIn(context.file.text, innerRange(node), offset);
  if (mention) return mention;
  return { type: 'value', key: entry.key.source, value: node.source, schema, ...innerRange(node) };
}

function mentionAt({ file }: FeatureContext, offset: number): Target | undefined {
  for (const block of file.prose?.blocks ?? []) {
    if (!touches(block, offset) || block.kind === 'code') continue;
    for (const range of proseRanges(block)) {
      const found = touches(range, offset) ? mentionIn(file.text, range, offset) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function mentionIn(text: string, range: Range, offset: number): Target | undefined {
  const mention = mentions(text, range.start, range.end).find((one) => touches(one, offset));
  return mention && { type: 'mention', mention, start: mention.start, end: mention.end };
}
