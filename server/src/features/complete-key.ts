// How does a key go into YAML, together with what must follow it?

import {
  type Command,
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Range } from '../base/range';
import { accepts, alternativesOf } from '../schema/alternative';
import { describeKey } from '../schema/describe';
import type { ExpectedProperty } from '../schema/expected';
import type { Schema } from '../schema/schema';
import type { FeatureContext } from './context';
import { toRange } from './protocol-shape';

export interface KeyPlace {
  readonly text: string;
  readonly offset: number;
  readonly prefix: Range;
  readonly spaceBefore: boolean;
  /** Whether the map is written in braces. */
  readonly flow: boolean;
}

/** Opens the list as if by itself, so that no proposal is taken unless a person chooses one. */
const SHOW_PROPOSALS: Command = {
  title: 'Show proposals',
  command: 'editor.action.triggerSuggest',
  arguments: [{ auto: true }],
};

/** A key with its meaning; `before` is a dash when the key begins an item, or spaces when it goes on with the item above. */
export function keyItem(
  context: FeatureContext,
  { name, schema, required }: ExpectedProperty,
  place: KeyPlace,
  before: string,
): CompletionItem {
  const { edit, snippet } = keyEdit(context, name, schema, place, before);
  const asks = context.client.vscode && !hasColon(place) && proposesValues(schema);
  return {
    label: name,
    kind: CompletionItemKind.Property,
    ...(required && { labelDetails: { description: 'required' } }),
    filterText: name,
    documentation: { kind: MarkupKind.Markdown, value: describeKey(name, schema) },
    textEdit: edit,
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(asks && { command: SHOW_PROPOSALS }),
  };
}

/** The ids of checks, for a configuration's `rules`. */
export function ruleItems(context: FeatureContext, place: KeyPlace): CompletionItem[] {
  return context.rules.map((rule) => {
    const { edit } = keyEdit(context, rule.id, {}, place, '');
    return {
      label: rule.id,
      kind: CompletionItemKind.Property,
      detail: rule.summary,
      textEdit: edit,
    };
  });
}

/** Whether a key's colon stands behind the cursor already, so that only the name is wanted. */
function hasColon({ text, offset }: KeyPlace): boolean {
  return /^[\w-]*["']?[ \t]*:/.test(text.slice(offset, offset + 80));
}

function keyEdit(
  context: FeatureContext,
  name: string,
  schema: Schema,
  place: KeyPlace,
  before: string,
): { edit: TextEdit; snippet: boolean } {
  const colon = hasColon(place);
  const rest = colon ? (/^[\w-]*/.exec(place.text.slice(place.offset))?.[0].length ?? 0) : 0;
  const range = toRange(context.lines, { start: place.prefix.start, end: place.offset + rest });
  const after = colon
    ? ''
    : place.flow
      ? ': '
      : afterKey(schema, context.client.snippets, depthOf(place) + before.length);
  const newText = `${place.spaceBefore ? ' ' : ''}${before}${name}${after}`;
  return { edit: { range, newText }, snippet: after.includes('$') };
}

/** How far right of its line's first sign the key stands: behind the dash of an item. Editors add the line's own indentation. */
function depthOf({ text, prefix, spaceBefore }: KeyPlace): number {
  const line = text.slice(text.lastIndexOf('\n', prefix.start - 1) + 1, prefix.start);
  return line.trimStart().length + (spaceBefore ? 1 : 0);
}

/** `: ` for words, an indented line for a mapping, the first dash for a list: Enter in brackets would tear them apart. */
function afterKey(schema: Schema, snippets: boolean, depth: number): string {
  const options = alternativesOf(schema);
  if (options.some((option) => accepts(option, 'string')) || options.length === 0) return ': ';
  const isList = options.some((option) => option.type && accepts(option, 'array'));
  const isMapping = options.some((option) => option.type && accepts(option, 'object'));
  if (!isList && !isMapping) return ': ';
  return snippets ? `:\n${' '.repeat(depth + 2)}${isList ? '- ' : ''}$0` : ':';
}

/** Whether something can be proposed for the value, so that it is worth asking at once. */
function proposesValues(schema: Schema): boolean {
  return alternativesOf(schema).some(
    (option) =>
      option.enum ||
      option.const ||
      option['x-ref'] ||
      option['x-define'] ||
      option.type === 'object' ||
      (option.items && proposesValues(option.items)),
  );
}
