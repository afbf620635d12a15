// How does an editor show a file's findings?

import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import type { Range } from '../base/range';
import type { Finding, Related, Severity } from '../lint/finding';
import type { FeatureContext } from './context';
import { toLocation, toRange } from './protocol-shape';

const SOURCE = 'Clinical Content';
/** Each rule has a page; its address is this followed by the rule's id. */
export const RULE_PAGES = 'https://github.com/clinical-content/clinical-content/blob/main/docs/rules/';

/** Address of the page that explains a rule. */
export function rulePage(rule: string): string {
  return `${RULE_PAGES}${rule}.md`;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** What diagnostics need of a context; closed files have no open document. */
type DiagnosticContext = Pick<FeatureContext, 'project' | 'path' | 'lines' | 'linesOf' | 'uriOf'>;

/** Findings as diagnostics; what a finding refers to is looked up now, so that it points at where things stand now. */
export function diagnostics(context: DiagnosticContext, findings: readonly Finding[]): Diagnostic[] {
  return findings.map((finding) => {
    const related = (finding.related ?? []).flatMap((one) => relatedTo(context, one) ?? []);
    return {
      range: toRange(context.lines, finding),
      message: finding.message,
      severity: SEVERITIES[finding.severity],
      source: SOURCE,
      code: finding.rule,
      codeDescription: { href: rulePage(finding.rule) },
      ...(finding.tag && { tags: [TAGS[finding.tag]] }),
      ...(related.length > 0 && { relatedInformation: related }),
    };
  });
}

function relatedTo(context: DiagnosticContext, related: Related): DiagnosticRelatedInformation | undefined {
  const range = placeOf(context, related);
  const location = range && toLocation(context as FeatureContext, related.path, range);
  return location && { location, message: related.message };
}

function placeOf({ project: { workspace } }: DiagnosticContext, { path, target }: Related): Range | undefined {
  switch (target.type) {
    case 'range':
      return target.range;
    case 'reference':
      return workspace
        .file(path)
        ?.references.flatMap((one) => (one.type === 'keyed' && one.key === target.key ? one.keyRange : []))[0];
    case 'entity':
      return workspace.file(path)?.definitions.find((one) => one.kind === target.kind && one.id === target.id);
  }
}
