// Which check does a comment switch off? Directives and rule ids inside `clinical-content-disable…` comments.

import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import { sortKey } from './completion-item';
import type { FeatureContext } from './context';
import { toRange } from './protocol-shape';

const DIRECTIVES: readonly (readonly [name: string, meaning: string])[] = [
  ['clinical-content-disable-next-line', 'Says nothing about the next line'],
  ['clinical-content-disable-line', 'Says nothing about this line'],
  ['clinical-content-disable', 'Says nothing from here on, up to clinical-content-enable'],
  ['clinical-content-enable', 'Speaks again after clinical-content-disable'],
  ['clinical-content-disable-file', 'Says nothing about this file'],
];

const RULES = /^clinical-content-(?:disable-next-line|disable-line|disable-file|disable|enable)\s([\w\s,-]*)$/;
const DIRECTIVE = /(?:<!--|#)\s*(clinical-[\w-]*)$/;

/** What stands behind the mark of a comment that is open at the end of a line's text. */
function openComment(line: string): string | undefined {
  const end = line.lastIndexOf('-->');
  const rest = end < 0 ? line : line.slice(end + 3);
  const start = rest.search(/<!--|#/);
  return start < 0 ? undefined : rest.slice(start);
}

/** Rule ids behind a directive, or directives behind `clinical-`; undefined outside such a comment. */
export function completeSuppression(context: FeatureContext, offset: number): CompletionList | undefined {
  const { text } = context.file;
  const comment = openComment(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
  if (!comment?.includes('clinical-')) return undefined;
  const named = RULES.exec(comment.slice(comment.lastIndexOf('clinical-content-')))?.[1];
  if (named !== undefined) {
    if (/(?:^|\s)--(?:\s|$)/.test(named)) return undefined;
    const names = named.split(/[\s,]+/);
    const typed = names.pop() ?? '';
    return ruleList(context, typed, offset, new Set(names));
  }
  const directive = DIRECTIVE.exec(comment)?.[1];
  if (directive === undefined) return undefined;
  const range = toRange(context.lines, { start: offset - directive.length, end: offset });
  const items = DIRECTIVES.map(([name, meaning], index) => ({
    label: name,
    kind: CompletionItemKind.Keyword,
    detail: meaning,
    sortText: sortKey(index),
    textEdit: { range, newText: `${name} ` },
  }));
  return { isIncomplete: false, items };
}

function ruleList(
  context: FeatureContext,
  typed: string,
  offset: number,
  present: ReadonlySet<string>,
): CompletionList {
  const range = toRange(context.lines, { start: offset - typed.length, end: offset });
  const items: CompletionItem[] = context.rules
    .filter((rule) => !present.has(rule.id))
    .map((rule) => ({
      label: rule.id,
      kind: CompletionItemKind.Keyword,
      detail: rule.summary,
      textEdit: { range, newText: rule.id },
    }));
  return { isIncomplete: false, items };
}
