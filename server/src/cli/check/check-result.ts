// What did a check find, in the words that every report takes?

import { summaryIn } from '../../host/load';
import { textAt } from '../../host/node-host';
import { STYLE } from '../../host/node-path';
import type { Finding } from '../../lint/finding';
import type { CheckedFile, ReportedRule, Result } from '../../report/result';
import { RULES } from '../../rules/table';
import type { Collected } from '../collect';
import { EXPLANATIONS, RULE_PAGES } from '../explanations.gen';

declare const CLINICAL_CONTENT_VERSION: string;

interface ResultOptions {
  readonly cwd: string;
  /** Texts that files would have, by absolute path; read from the disk where there is none. */
  readonly texts: ReadonlyMap<string, string>;
  /** Findings to tell in place of all that a file has, by absolute path. */
  readonly only?: ReadonlyMap<string, readonly Finding[]> | undefined;
  readonly changes?: Result['changes'];
  readonly share?: Result['share'];
}

/** The same without findings below errors. */
export function errorsOf(result: Result): Result {
  const files = result.files.map((file) => ({
    ...file,
    findings: file.findings.filter((one) => one.severity === 'error'),
  }));
  return { ...result, files, errorsOnly: true };
}

/** The findings in all files that were asked about, and what was looked at. */
export function resultOf({ targets, skipped }: Collected, { cwd, texts, only, changes, share }: ResultOptions): Result {
  const counts = { files: targets.length, citations: 0, references: 0, records: 0, checks: 0 };
  const files: CheckedFile[] = targets.map((target) => {
    const { findings, checks, ...one } = summaryIn(target.loaded, target.path);
    counts.citations += one.citations;
    counts.references += one.references;
    counts.records += one.records;
    counts.checks += checks;
    return {
      path: target.shown,
      findings: only?.get(target.absolute) ?? findings,
      checks,
      text: once(() => texts.get(target.absolute) ?? textAt(target.absolute)),
    };
  });
  return {
    files,
    counts,
    unread: skipped.map(({ path, problem }) => ({ path: STYLE.relative(cwd, path), problem })),
    rules: RULES.map(ruleOf),
    errorsOnly: false,
    leftOut: 0,
    changes,
    share,
    version: CLINICAL_CONTENT_VERSION,
  };
}

function ruleOf({ meta: { id, group, summary, severity, confidence } }: (typeof RULES)[number]): ReportedRule {
  const { why = '', remedy = [] } = EXPLANATIONS[id] ?? {};
  return {
    id,
    group,
    summary,
    severity,
    confidence,
    page: `${RULE_PAGES}${id}.md`,
    help: [why, ...remedy].join('\n\n'),
  };
}

/** Several reports tell of one text, even if the file is being written to meanwhile. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
