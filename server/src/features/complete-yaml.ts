// What may be typed in a record, front matter, a reference file or the configuration?

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import { withArticle } from '../base/kind';
import type { Range } from '../base/range';
import { describeValue } from '../schema/describe';
import { type Expected, type ExpectedValue, expectedAt } from '../schema/expected';
import { citationList } from './complete-citation';
import { type KeyPlace, keyItem, ruleItems } from './complete-key';
import { entityItem, sortKey } from './completion-item';
import type { FeatureContext } from './context';
import { searchEntities } from './entity-search';
import { governingAt } from './governing';
import { toRange } from './protocol-shape';

/** More than any kind of the vocabulary has: a list to look through when nothing is typed yet. */
const MOST_IDS = 500;

/** Keys and values that the schema permits; ids and citations where it says that the text points at one. Undefined in YAML that is not ours. */
export function completeYaml(context: FeatureContext, offset: number): CompletionList | undefined {
  const governing = governingAt(context, offset);
  if (!governing) return firstKey(context, offset);
  const { text } = context.file;
  const expected = expectedAt(text, governing.region, governing.schema, offset);
  if (!expected) return NOTHING;
  const values = expected.kind === 'value' ? valueList(context, offset, expected) : NOTHING;
  const keys = keysAt(context, offset, governing.region, expected);
  const written = text.slice(expected.prefix.start, offset);
  if (isFinished(expected, written, values)) return NOTHING;
  const typed = written.toLowerCase();
  const goingOn = expected.continued?.properties.length ?? 0;
  const [begun, others] = parted(keys, ({ label, filterText = label }, index) =>
    typed === '' ? index < goingOn : filterText.toLowerCase().startsWith(typed),
  );
  // Values are filtered by what was typed, and would come before any key that is filtered by its name.
  const first = values.items.length > 0 ? begun.map((item) => ({ ...item, filterText: typed })) : begun;
  const items = [...first, ...values.items, ...others].map((item, index) => ({ ...item, sortText: sortKey(index) }));
  return { isIncomplete: expected.kind === 'value', items };
}

/** Asked again with the next letter: then there may be something. */
const NOTHING: CompletionList = { isIncomplete: true, items: [] };

/** Whether a proposed value stands there already: a list with nothing but what was written would only be in the way. */
function isFinished(expected: Expected, written: string, { items }: CompletionList): boolean {
  return expected.kind === 'value' && expected.form === 'plain' && items.some((item) => item.label === written);
}

function keysAt(context: FeatureContext, offset: number, region: Range, expected: Expected): CompletionItem[] {
  const { text } = context.file;
  const { prefix, spaceBefore } = expected;
  const flow = expected.kind === 'key' && /[{,]\s*$/.test(text.slice(region.start, prefix.start));
  const place = { text, offset, prefix, spaceBefore, flow };
  const dash = expected.kind === 'value' && expected.form === 'block-item' ? '- ' : '';
  const items = dash === '' ? besideItem(context, expected, place) : amongItems(context, expected, place, dash);
  const isRuleMap = expected.kind === 'key' && expected.schema['x-key-ref'] === 'rule';
  return isRuleMap ? [...items, ...ruleItems(context, place)] : items;
}

/** Keys of the map in which the line stands, then those that the item above has not got yet. */
function besideItem(context: FeatureContext, { properties, continued }: Expected, place: KeyPlace): CompletionItem[] {
  const own = new Set(properties.map(({ name }) => name));
  const further = continued?.properties.filter(({ name }) => !own.has(name)) ?? [];
  const before = ' '.repeat(continued?.indent ?? 0);
  return [
    ...sorted(properties).map((one) => keyItem(context, one, place, '')),
    ...sorted(further).map((one) => keyItem(context, one, place, before)),
  ];
}

/** Keys that the item above has not got yet, then those with which another item begins. */
function amongItems(
  context: FeatureContext,
  { properties, continued }: Expected,
  place: KeyPlace,
  dash: string,
): CompletionItem[] {
  const further = new Set(continued?.properties.map(({ name }) => name));
  const before = ' '.repeat(continued?.indent ?? 0);
  const beginning = properties.filter(({ name }) => continued?.mayBegin || !further.has(name));
  return [
    ...sorted(continued?.properties ?? []).map((one) => keyItem(context, one, place, before)),
    ...sorted(beginning).map((one) => {
      const item = keyItem(context, one, place, dash);
      return further.has(one.name) ? { ...item, label: `${dash}${one.name}` } : item;
    }),
  ];
}

function parted<T>(all: readonly T[], isFirst: (one: T, index: number) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one, index) => !isFirst(one, index))];
}

function sorted<T extends { readonly required: boolean }>(properties: readonly T[]): T[] {
  return parted(properties, (one) => one.required).flat();
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
  return { isIncomplete: true, items };
}

/** The first key of a file that says nothing yet: what kind of record it is to be. */
function firstKey(context: FeatureContext, offset: number): CompletionList | undefined {
  const { text, format } = context.file;
  const isBlank = /^(?:\uFEFF|---[ \t]*\r?\n)?\s*(?:(?:[a-z]+|kind:(?:[ \t]*[a-z][a-z-]*)?)\s*)?$/.test(text);
  if (format !== 'yaml' || !isBlank || context.project.workspace.size === 0) return undefined;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trimStart();
  const word = /^(?:kind:[ \t]*)?[a-z-]*$/.test(line) ? line : '';
  const range = toRange(context.lines, { start: offset - word.length, end: offset });
  const records = context.project.kinds.records.filter(({ name }) => beginsKind(word, name));
  const items: CompletionItem[] = records.map(({ name, noun }, index) => ({
    label: `kind: ${name}`,
    kind: CompletionItemKind.Property,
    detail: `Begins a record of ${withArticle(noun)}`,
    sortText: sortKey(index),
    filterText: word,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: `kind: ${name}\n` },
  }));
  return { isIncomplete: true, items };
}

function beginsKind(word: string, name: string): boolean {
  const line = `kind: ${name}`;
  return word !== line && (line.startsWith(word.replace(/^kind:\s*/, 'kind: ')) || name.startsWith(word));
}
