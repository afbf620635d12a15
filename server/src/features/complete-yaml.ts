// What may be typed in a record, front matter, a reference file or the configuration?

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import { withArticle } from '../base/kind';
import { describeValue } from '../schema/describe';
import { type ExpectedValue, expectedAt } from '../schema/expected';
import { citationList, MOST_ITEMS } from './complete-citation';
import { keyItem, ruleItems } from './complete-key';
import { entityItem, sortKey } from './completion-item';
import type { FeatureContext } from './context';
import { searchEntities } from './entity-search';
import { governingAt } from './governing';
import { toRange } from './protocol-shape';

/** More than any kind of the vocabulary has: a list to look through when nothing is typed yet. */
const MOST_IDS = 500;

/** Keys and values that the schema permits; ids and citations where it says that the text points at one. */
export function completeYaml(context: FeatureContext, offset: number): CompletionList | undefined {
  const governing = governingAt(context, offset);
  if (!governing) return firstKey(context, offset);
  const { text } = context.file;
  const expected = expectedAt(text, governing.region, governing.schema, offset);
  if (!expected) return undefined;
  const flow = /[{,]\s*$/.test(text.slice(governing.region.start, expected.prefix.start)) && expected.kind === 'key';
  const place = { text, offset, prefix: expected.prefix, spaceBefore: expected.spaceBefore, flow };
  if (expected.kind === 'key') {
    const keys = sorted(expected.properties).map((one, index) => keyItem(context, one, index, place, ''));
    if (expected.schema['x-key-ref'] === 'rule') keys.push(...ruleItems(context, place));
    return { isIncomplete: false, items: keys };
  }
  const values = valueList(context, offset, expected);
  const dash = expected.form === 'block-item' ? '- ' : '';
  const keys = sorted(expected.properties).map((one, index) =>
    keyItem(context, one, MOST_ITEMS * 2 + index, place, dash),
  );
  return { isIncomplete: values.isIncomplete, items: [...values.items, ...keys] };
}

function sorted<T extends { readonly required: boolean }>(properties: readonly T[]): T[] {
  return [...properties.filter((one) => one.required), ...properties.filter((one) => !one.required)];
}

function valueList(context: FeatureContext, offset: number, expected: ExpectedValue): CompletionList {
  const { schema, prefix } = expected;
  const { text } = context.file;
  const typed = text.slice(prefix.start, offset);
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const range = { start: prefix.start, end: offset + rest };
  const around = (value: string) => {
    const inner = expected.form === 'flow-list' ? `[${value}]` : expected.form === 'block-item' ? `- ${value}` : value;
    return expected.spaceBefore ? ` ${inner}` : inner;
  };
  if (schema['x-ref'] === 'reference') return citationList(context, typed.replace(/^@/, ''), range, around);
  const kind = context.project.kinds.named(schema['x-ref'] ?? schema['x-define'])?.name;
  if (kind) {
    const insertion = {
      lines: context.lines,
      brief: context.client.vscode,
      uri: context.uriOf(context.path),
      range,
      typed,
      around,
    };
    const found = searchEntities(context, kind, typed, MOST_IDS).filter((one) => schema['x-ref'] || !one.own);
    return { isIncomplete: true, items: found.map((one, index) => entityItem(kind, one, index, insertion)) };
  }
  const words = schema.enum ?? (schema.const ? [schema.const] : schema.type === 'boolean' ? ['true', 'false'] : []);
  const items = words.map((word, index) => {
    const meaning = describeValue(word, schema);
    return {
      label: word,
      kind: CompletionItemKind.EnumMember,
      sortText: sortKey(index),
      filterText: word,
      ...(meaning && { documentation: meaning }),
      textEdit: { range: toRange(context.lines, range), newText: around(word) },
    };
  });
  return { isIncomplete: false, items };
}

/** The first key of a file that says nothing yet: what kind of record it is to be. */
function firstKey(context: FeatureContext, offset: number): CompletionList | undefined {
  const { text, format } = context.file;
  const isBlank = /^(?:\uFEFF|---[ \t]*\r?\n)?\s*(?:(?:[a-z]+|kind:(?:[ \t]*[a-z][a-z-]*)?)\s*)?$/.test(text);
  if (format !== 'yaml' || !isBlank || context.project.workspace.size === 0) return undefined;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trimStart();
  const word = /^(?:kind:[ \t]*)?[a-z-]*$/.test(line) ? line : '';
  const range = toRange(context.lines, { start: offset - word.length, end: offset });
  const items: CompletionItem[] = context.project.kinds.records.map(({ name, noun }, index) => ({
    label: `kind: ${name}`,
    kind: CompletionItemKind.Property,
    detail: `Begins a record of ${withArticle(noun)}`,
    sortText: sortKey(index),
    filterText: word,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: `kind: ${name}\n` },
  }));
  return { isIncomplete: false, items };
}
