// Which findings does a file have? Runs rules, keeps them from breaking anything, applies severities and suppressions.

import type { Workspace } from '../index/workspace';
import type { FileFacts } from '../model/facts';
import type { SourceFile } from '../model/source-file';
import type { Finding, Report } from './finding';
import type { FileRule, Rule, RuleContext, RuleMeta, WorkspaceRule } from './rule';
import type { Effective, Settings } from './settings';
import { applySuppressions } from './suppress';

export interface LintContext {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
}

/** What a rule is told besides the file; the same for all files in which the same settings hold. */
const contexts = new WeakMap<LintContext, Map<Effective, RuleContext>>();

function ruleContext(context: LintContext, effective: Effective): RuleContext {
  let known = contexts.get(context);
  if (!known) {
    known = new Map();
    contexts.set(context, known);
  }
  let found = known.get(effective);
  if (!found) {
    found = {
      options: effective.options,
      language: context.settings.configuration.language,
      rules: context.rules.map((rule) => rule.meta),
      today: context.today,
    };
    known.set(effective, found);
  }
  return found;
}

/** Runs the rules of one scope over one file. */
function run<R extends Rule>(
  rules: readonly R[],
  path: string,
  context: LintContext,
  check: (rule: R, report: (report: Report) => void, ruleContext: RuleContext) => void,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const effective = context.settings.effective(rule.meta, path);
    const { level } = effective;
    if (level === 'off') continue;
    const { id, confidence } = rule.meta;
    const before = findings.length;
    try {
      check(
        rule,
        (report) => findings.push({ ...report, rule: id, severity: level, confidence }),
        ruleContext(context, effective),
      );
    } catch (error) {
      findings.length = before;
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The check “${id}” failed on this file and was skipped (${reason}). Please report this as a bug.`;
      findings.push({ start: 0, end: 0, message, rule: id, severity: 'info', confidence: 'high' });
    }
  }
  return findings;
}

interface ByScope {
  readonly file: readonly FileRule[];
  readonly workspace: readonly WorkspaceRule[];
}

const scopes = new WeakMap<readonly Rule[], ByScope>();

function byScope(rules: readonly Rule[]): ByScope {
  let known = scopes.get(rules);
  if (!known) {
    known = {
      file: rules.filter((rule): rule is FileRule => rule.scope === 'file'),
      workspace: rules.filter((rule): rule is WorkspaceRule => rule.scope === 'workspace'),
    };
    scopes.set(rules, known);
  }
  return known;
}

/** Findings of the rules that look at one file alone; they hold as long as text and settings stay. */
export function lintFile(file: SourceFile, context: LintContext): Finding[] {
  if (file.facts.role === 'none') return [];
  return run(byScope(context.rules).file, file.path, context, (rule, report, told) => rule.check(file, report, told));
}

/** Findings of the rules that look at one file's facts against the index. */
export function lintFacts(facts: FileFacts, workspace: Workspace, context: LintContext): Finding[] {
  if (facts.role === 'none') return [];
  return run(byScope(context.rules).workspace, facts.path, context, (rule, report, told) =>
    rule.check(facts, workspace, report, told),
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
