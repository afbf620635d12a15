// Which findings does a file have? Runs rules, keeps them from breaking anything, applies severities and suppressions.

import type { Workspace } from '../index/workspace';
import type { FileFacts } from '../model/facts';
import type { SourceFile } from '../model/source-file';
import type { Finding, Report } from './finding';
import type { FileRule, Rule, RuleContext, RuleMeta, WorkspaceRule } from './rule';
import type { Settings } from './settings';
import { applySuppressions } from './suppress';

export interface LintContext {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
}

function run<R extends Rule>(
  rule: R,
  path: string,
  context: LintContext,
  check: (report: (report: Report) => void, ruleContext: RuleContext) => void,
): Finding[] {
  const { level, options } = context.settings.effective(rule.meta, path);
  if (level === 'off') return [];
  const findings: Finding[] = [];
  const { id, confidence } = rule.meta;
  const add = (report: Report) => findings.push({ ...report, rule: id, severity: level, confidence });
  try {
    check(add, {
      options,
      language: context.settings.configuration.language,
      rules: metasOf(context),
      today: context.today,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The check “${id}” failed on this file and was skipped (${reason}). Please report this as a bug.`;
    findings.push({ start: 0, end: 0, message, rule: id, severity: 'info', confidence: 'high' });
  }
  return findings;
}

const metas = new WeakMap<readonly Rule[], readonly RuleMeta[]>();

function metasOf({ rules }: LintContext): readonly RuleMeta[] {
  const known = metas.get(rules) ?? rules.map((rule) => rule.meta);
  metas.set(rules, known);
  return known;
}

/** Findings of the rules that look at one file alone; they hold as long as text and settings stay. */
export function lintFile(file: SourceFile, context: LintContext): Finding[] {
  if (file.facts.role === 'none') return [];
  const rules = context.rules.filter((rule): rule is FileRule => rule.scope === 'file');
  return rules.flatMap((rule) =>
    run(rule, file.path, context, (report, ruleContext) => rule.check(file, report, ruleContext)),
  );
}

/** Findings of the rules that look at one file's facts against the index. */
export function lintFacts(facts: FileFacts, workspace: Workspace, context: LintContext): Finding[] {
  if (facts.role === 'none') return [];
  const rules = context.rules.filter((rule): rule is WorkspaceRule => rule.scope === 'workspace');
  return rules.flatMap((rule) =>
    run(rule, facts.path, context, (report, ruleContext) => rule.check(facts, workspace, report, ruleContext)),
  );
}

/** What a person sees of a file: both kinds of findings, without the suppressed ones, in the order of the text. */
export function conclude(facts: FileFacts, findings: readonly Finding[], context: LintContext): Finding[] {
  const kept = applySuppressions(
    facts,
    findings,
    context.rules.map((rule) => rule.meta),
    (meta: RuleMeta) => context.settings.effective(meta, facts.path).level,
  );
  return kept.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
