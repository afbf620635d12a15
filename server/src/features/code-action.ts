// What can be done about a finding with one click?

import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { type Range, touches } from '../base/range';
import type { Edit, Finding, Fix } from '../lint/finding';
import { compatible } from '../lint/fix';
import { FIX_ALL_KIND } from './client-name';
import type { FeatureContext } from './context';
import { diagnostics } from './diagnostics';
import { toEdits } from './protocol-shape';
import { refactoringFixes, rewrites } from './refactoring-action';
import { suppressionEdit } from './suppression-edit';

export const CODE_ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
];

interface ActionRequest {
  readonly range: Range;
  /** Kinds that the editor wants; undefined for all but fix-all. */
  readonly only: readonly string[] | undefined;
}

/** Fixes and suggestions for the findings in a range, ways to switch a check off there, and fix-all when it is asked for. */
export function codeActions(
  context: FeatureContext,
  findings: readonly Finding[],
  { range, only }: ActionRequest,
): CodeAction[] {
  const wants = (kind: string) => only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? false;
  const actions: CodeAction[] = [];
  if (only === undefined || wants(CodeActionKind.QuickFix)) {
    const here = findings.filter((one) => meets(one, range));
    actions.push(...here.flatMap((one) => fixes(context, one)));
    actions.push(...refactoringFixes(context, here));
    actions.push(...fixesOfRule(context, here, findings));
    actions.push(...here.flatMap((one) => suppressions(context, one)));
  }
  if (only === undefined || wants(CodeActionKind.RefactorRewrite)) actions.push(...rewrites(context, range));
  if (wants(FIX_ALL_KIND)) actions.push(...fixAll(context, findings));
  return unlike(actions);
}

/** Each action once: two findings of one rule on one line would offer to switch it off twice. */
function unlike(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Map<string, CodeAction>();
  for (const one of actions) {
    const name = `${one.title}\n${JSON.stringify(one.edit)}`;
    if (!known.has(name)) known.set(name, one);
  }
  return [...known.values()];
}

function meets(finding: Finding, range: Range): boolean {
  return finding.start === finding.end
    ? touches(range, finding.start)
    : finding.start <= range.end && range.start <= finding.end;
}

function action(
  context: FeatureContext,
  title: string,
  edits: readonly Edit[],
  finding: Finding | undefined,
  kind: string = CodeActionKind.QuickFix,
): CodeAction {
  const shown: Diagnostic[] = finding ? diagnostics(context, [finding]) : [];
  return {
    title,
    kind,
    ...(shown.length > 0 && { diagnostics: shown }),
    edit: { changes: { [context.uriOf(context.path)]: toEdits(context.lines, edits) } },
  };
}

function fixes(context: FeatureContext, finding: Finding): CodeAction[] {
  const fix = finding.fix && { ...action(context, finding.fix.title, finding.fix.edits, finding), isPreferred: true };
  const suggestions = (finding.suggestions ?? []).map((one) => action(context, one.title, one.edits, finding));
  const [only] = suggestions;
  if (!fix && only && suggestions.length === 1) only.isPreferred = true;
  return fix ? [fix, ...suggestions] : suggestions;
}

/** One click for a whole file's worth of the same slip. */
function fixesOfRule(context: FeatureContext, here: readonly Finding[], all: readonly Finding[]): CodeAction[] {
  const rules = new Set(here.filter((one) => certain(one)).map((one) => one.rule));
  return [...rules].flatMap((rule) => {
    const same = all.filter((one) => one.rule === rule).flatMap((one) => certain(one) ?? []);
    const title = `Fix all ${same.length} problems of this kind in this file (${rule})`;
    return same.length > 1 ? [action(context, title, compatible(same), undefined)] : [];
  });
}

function certain(finding: Finding): Fix | undefined {
  return finding.fix;
}

function suppressions(context: FeatureContext, finding: Finding): CodeAction[] {
  const edit = suppressionEdit(context, finding);
  return edit ? [action(context, `Ignore “${finding.rule}” here, with a reason`, [edit], finding)] : [];
}

function fixAll(context: FeatureContext, findings: readonly Finding[]): CodeAction[] {
  // A file with a syntax error may mean something else than it seems to: nobody but its author changes it.
  if (context.file.problems.length > 0) return [];
  const edits = compatible(findings.flatMap((one) => one.fix ?? []));
  return edits.length === 0
    ? []
    : [action(context, 'Fix everything that can be fixed automatically', edits, undefined, FIX_ALL_KIND)];
}
