// What does a key mean? The text of a hover, in Markdown.

import { own } from '../base/own';
import { alternativesOf } from './alternative';
import type { Schema } from './schema';

/** Description, permitted words with their meanings, and an example, in Markdown; empty when the schema says nothing. */
export function describeKey(key: string, schema: Schema): string {
  const parts: string[] = [];
  if (schema.description) parts.push(`**${escaped(key)}** — ${proseFrom(schema.description)}`);
  const words = wordsOf(schema);
  if (words) parts.push(words);
  const example = exampleOf(key, schema);
  if (example) parts.push(example);
  return parts.join('\n\n');
}

/** What one permitted word means, as plain text; undefined when the schema does not say. */
export function describeValue(value: string, schema: Schema): string | undefined {
  return own(enumOf(schema)?.['x-enum-descriptions'], value);
}

/** The alternative of a schema (or of its items) that permits only certain words. */
export function enumOf(schema: Schema): Schema | undefined {
  for (const option of alternativesOf(schema)) {
    if (option.enum) return option;
    if (option.items) {
      const inner = enumOf(option.items);
      if (inner) return inner;
    }
  }
  return undefined;
}

function wordsOf(schema: Schema): string {
  const words = alternativesOf(schema).find((option) => option.enum);
  if (!words?.enum) return '';
  const meanings = words['x-enum-descriptions'] ?? {};
  return words.enum.map((word) => `- \`${word}\`${meanings[word] ? ` — ${proseFrom(meanings[word])}` : ''}`).join('\n');
}

function exampleOf(key: string, schema: Schema): string {
  const example = schema.examples?.[0];
  return example === undefined ? '' : `\`\`\`yaml\n${yamlOf(key, example)}\n\`\`\``;
}

/** Schema text is plain but for words in backticks; everything else that Markdown would read is escaped. */
function proseFrom(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : escaped(piece)))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** An example as an author would type it. */
function yamlOf(key: string, value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    if (value.every((item) => !isMapping(item))) return `${indent}${key}: ${flow(value)}`;
    return `${indent}${key}:\n${value.map((item) => itemOf(item, `${indent}  `)).join('\n')}`;
  }
  if (!isMapping(value)) return `${indent}${key}: ${flow(value)}`;
  const lines = Object.entries(value).map(([name, inner]) => yamlOf(name, inner, `${indent}  `));
  return `${indent}${key}:\n${lines.join('\n')}`;
}

function itemOf(value: unknown, indent: string): string {
  if (!isMapping(value)) return `${indent}- ${flow(value)}`;
  const lines = Object.entries(value).map(([name, inner]) => yamlOf(name, inner, `${indent}  `));
  return `${indent}- ${lines.join('\n').slice(indent.length + 2)}`;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  const text = String(value);
  return typeof value === 'string' && /: |^[^\p{L}\d]| #|^$/u.test(text) ? `"${text}"` : text;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
