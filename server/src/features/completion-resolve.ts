// What is there to say about the proposal that a person looks at? The same as its hover.

import { type CompletionItem, MarkupKind } from 'vscode-languageserver-types';
import { referenceName } from '../model/cited-name';
import type { ItemData } from './completion-item';
import type { FeatureContext } from './context';
import { describeEntity } from './entity-text';
import { describeReferences } from './reference-text';
import { entitySubject } from './subject';

/** The address of the file for which an item was proposed; undefined for items that are complete as they are. */
export function itemAddress(item: CompletionItem): string | undefined {
  return dataOf(item)?.uri;
}

/** The item with its explanation. */
export function resolveCompletion(context: FeatureContext, item: CompletionItem): CompletionItem {
  const data = dataOf(item);
  const value = data && explanation(context, data);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

function explanation(context: FeatureContext, data: ItemData): string | undefined {
  if (data.type === 'entity') return describeEntity(context, entitySubject(context, data.kind, data.id, undefined));
  const item = context.project.workspace.file(data.path)?.references.find((one) => referenceName(one) === data.key);
  return item && describeReferences(context, { type: 'references', references: [{ path: data.path, item }] });
}

function dataOf(item: CompletionItem): ItemData | undefined {
  const data: unknown = item.data;
  if (typeof data !== 'object' || data === null || !('type' in data) || !('uri' in data)) return undefined;
  return typeof data.uri === 'string' ? (data as ItemData) : undefined;
}
