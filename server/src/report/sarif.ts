// The findings as SARIF 2.1.0, which GitHub’s code scanning and many editors and services read.

import type { Confidence, Severity } from '../lint/finding';
import { many } from './count';
import { fingerprints } from './fingerprint';
import { HOME } from './home';
import { jsonText } from './json-text';
import { fixOf, type Placed, placed, type Region, type ReportedRule, type Result, regionOf } from './result';
import { plainText } from './safe-text';
import { nothingText, rankOf } from './tally';
import { uriOf } from './uri';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** What GitHub takes of one run. */
const MOST_RESULTS = 25_000;

/** Name of the folder that paths are relative to; what it is called on this machine is nobody’s concern. */
const BASE = 'SRCROOT';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const PRECISIONS: Readonly<Record<Confidence, string>> = { high: 'very-high', medium: 'high', low: 'low' };

const UNREAD = 'not-checked';
const CUT = 'findings-left-out';
const NOTHING = 'nothing-checked';

function ruleObject({ id, group, summary, severity, confidence, page, help }: ReportedRule) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: help || summary },
    help: { text: help || summary },
    helpUri: page,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [group], precision: PRECISIONS[confidence] },
  };
}

function artifactLocation(path: string) {
  const uri = uriOf(path);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: BASE };
}

function regionObject({ line, column, endLine, endColumn }: Region) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fixObjects(one: Placed) {
  const { finding, source, file } = one;
  const edits = fixOf(one);
  if (!edits || !source || !finding.fix) return undefined;
  const replacements = edits.map((edit) => ({
    deletedRegion: regionObject(regionOf(source, edit)),
    insertedContent: { text: edit.text },
  }));
  const changes = [{ artifactLocation: artifactLocation(file), replacements }];
  return [{ description: { text: plainText(finding.fix.title) }, artifactChanges: changes }];
}

function resultObject(one: Placed, ruleIndex: number, fingerprint: string) {
  const { finding, file } = one;
  const fixes = fixObjects(one);
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: plainText(finding.message) },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(file), region: regionObject(one) } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(fixes && { fixes }),
  };
}

/** The findings that there is room for, the gravest ones, in their order; with their fingerprints. */
function kept(findings: readonly Placed[], marks: readonly string[]): { one: Placed; mark: string }[] {
  const all = findings.map((one, index) => ({ one, mark: marks[index] as string }));
  if (all.length <= MOST_RESULTS) return all;
  const gravest = [...all].sort((a, b) => rankOf(a.one.finding.severity) - rankOf(b.one.finding.severity));
  const chosen = new Set(gravest.slice(0, MOST_RESULTS));
  return all.filter((each) => chosen.has(each));
}

function invocation(result: Result, leftOut: number) {
  const note = (id: string, text: string) => ({ descriptor: { id }, level: 'warning', message: { text } });
  return {
    executionSuccessful: result.unread.length === 0,
    toolConfigurationNotifications: result.unread.map(({ path, problem }) => ({
      descriptor: { id: UNREAD },
      level: 'error',
      message: { text: plainText(`${path} ${problem}.`) },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(path) } }],
    })),
    toolExecutionNotifications: [
      ...(result.counts.files === 0 ? [note(NOTHING, nothingText(result))] : []),
      ...(leftOut > 0
        ? [
            note(
              CUT,
              `${many(leftOut, 'finding')} of the least weight were left out: a report may have ${many(MOST_RESULTS, 'finding')}. Another format shows them all.`,
            ),
          ]
        : []),
    ],
  };
}

/** A log with one run. `hash` gives hexadecimal digits. */
export function sarif(result: Result, hash: (text: string) => string): string {
  const { rules, counts, errorsOnly, version } = result;
  const numbers = new Map(rules.map(({ id }, index) => [id, index]));
  const all = placed(result);
  const results = kept(all, fingerprints(all, hash)).map(({ one, mark }) =>
    resultObject(one, numbers.get(one.finding.rule) ?? -1, mark),
  );
  const driver = {
    name: 'Clinical Content',
    semanticVersion: version,
    informationUri: HOME,
    rules: rules.map(ruleObject),
    notifications: [
      { id: UNREAD, shortDescription: { text: 'A file that could not be read.' } },
      { id: CUT, shortDescription: { text: 'More findings than a report may have.' } },
      { id: NOTHING, shortDescription: { text: 'No files of the kinds that are checked.' } },
    ],
  };
  const run = {
    tool: { driver },
    invocations: [invocation(result, all.length - results.length)],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which the check was run.' } } },
    results,
    properties: { ...counts, unread: result.unread.length, findings: all.length, leftOut: result.leftOut, errorsOnly },
  };
  return jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}
