// Which larger changes does the editor offer here? Merging and removing references, renumbering a list.

import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { type Range, touches } from '../base/range';
import type { Finding } from '../lint/finding';
import { type Refactoring, refactoringsOf, renumberingOf } from '../refactoring/table';
import type { FeatureContext } from './context';
import { diagnostics } from './diagnostics';
import { toEdits } from './protocol-shape';

function toAction(context: FeatureContext, { title, edits, finding }: Refactoring): CodeAction[] {
  const changes: Record<string, ReturnType<typeof toEdits>> = {};
  for (const [path, list] of edits) {
    const lines = path === context.path ? context.lines : context.linesOf(path);
    if (!lines) return [];
    changes[context.uriOf(path)] = toEdits(lines, list);
  }
  const kind = finding ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
  const shown = finding ? diagnostics(context, [finding]) : [];
  return [{ title, kind, ...(shown.length > 0 && { diagnostics: shown }), edit: { changes } }];
}

/** Quick fixes that reach beyond one file, for the findings under the cursor. */
export function refactoringFixes(context: FeatureContext, findings: readonly Finding[]): CodeAction[] {
  const { project, file, textOf } = context;
  return refactoringsOf({ project, file, findings, textOf }).flatMap((one) => toAction(context, one));
}

/** Renumbering, where the cursor stands on a numbered citation or in the list. */
export function rewrites(context: FeatureContext, range: Range): CodeAction[] {
  const { facts } = context.file;
  const list = facts.article?.list;
  if (!list) return [];
  const isHere =
    touches(list, range.start) ||
    facts.citations.some((one) => one.numbers.length > 0 && touches(one.group, range.start));
  const found = isHere ? renumberingOf({ file: context.file }) : undefined;
  return found ? toAction(context, found) : [];
}
