// Reads a report as its consumer does, and says how many findings are in it. Fails where the consumer would.

import assert from 'node:assert/strict';
import { GFM, parser } from '@lezer/markdown';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readBlob } from '../../../server/src/report/blob';
import { CODE_QUALITY_SCHEMA, JUNIT_SCHEMA, RDJSON_SCHEMA } from './format-schema';
import { assertSelfContained } from './markup';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
// The schema names draft 4 and uses nothing that later drafts read otherwise.
const { $schema: _draft, id: _id, ...sarifBody } = sarifSchema;
const sarifValid = ajv.compile(sarifBody);
const rdjsonValid = ajv.compile(RDJSON_SCHEMA);
const codeQualityValid = ajv.compile(CODE_QUALITY_SCHEMA);

function valid<T>(text: string, validate: ValidateFunction): T {
  assert.doesNotMatch(text, /(?<!\\)(?:\\\\)*\\ud[89a-f]/, 'half a character');
  const value: T = JSON.parse(text);
  validate(value);
  assert.equal(validate.errors, null, ajv.errorsText(validate.errors));
  return value;
}

export interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolConfigurationNotifications: readonly { readonly message: { readonly text: string } }[];
          readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
        },
      ];
      readonly results: readonly SarifResult[];
      readonly properties: Readonly<Record<string, unknown>>;
    },
  ];
}

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: SarifRegion };
    },
  ];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly fixes?: readonly [
    {
      readonly artifactChanges: readonly [
        {
          readonly replacements: readonly {
            readonly deletedRegion: SarifRegion;
            readonly insertedContent: { readonly text: string };
          }[];
        },
      ];
    },
  ];
}

export const readSarif = (text: string): SarifLog => valid(text, sarifValid);

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range?: { readonly start: Position; readonly end: Position } };
  readonly severity: string;
  readonly suggestions?: readonly [
    { readonly range: { readonly start: Position; readonly end: Position }; readonly text: string },
  ];
}

export const readRdjson = (text: string) => valid<{ readonly diagnostics: readonly Diagnostic[] }>(text, rdjsonValid);

export interface Issue {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

export const readCodeQuality = (text: string): readonly Issue[] => valid(text, codeQualityValid);

export interface Command {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
  readonly text: string;
}

const unescaped = (text: string, codes: readonly (readonly [code: string, sign: string])[]) =>
  codes.reduce((all, [code, sign]) => all.replaceAll(code, sign), text);

/** A line of a log as GitHub’s runner takes it for a command. */
export function readCommand(line: string): Command {
  assert.ok(line.startsWith('::'), line);
  const end = line.indexOf('::', 2);
  assert.ok(end > 0, line);
  const [name = '', ...rest] = line.slice(2, end).split(' ');
  const data = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ] as const;
  const pairs = rest
    .join(' ')
    .split(',')
    .map((pair): [string, string] => {
      const [key = '', ...value] = pair.split('=');
      return [key, unescaped(value.join('='), [['%3A', ':'], ['%2C', ','], ...data])];
    });
  return { name, values: new Map(pairs), text: unescaped(line.slice(end + 2), data) };
}

/** Elements of a document that libxml2 and our schema take, and the cases in it as a reader of JUnit counts them. */
export async function readJunit(text: string) {
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
  const schema = XmlDocument.fromString(JUNIT_SCHEMA);
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
  }
  const { parse } = await import('junit2json');
  const read = await parse(text);
  assert.ok(read && 'testsuite' in read && read.testsuite);
  const cases = read.testsuite.flatMap((suite) => suite.testcase ?? []);
  const failed = cases.filter((one) => one.failure);
  const skipped = cases.filter((one) => one.skipped);
  const broken = cases.filter((one) => one.error);
  assert.deepEqual([read.tests, read.failures, read.errors], [cases.length, failed.length, broken.length]);
  return { suites: read.testsuite, cases, failed, skipped, broken };
}

/** Rows of findings in a page of GitHub’s Markdown; fails when text from a file became markup. */
export function readMarkdown(text: string): string[][] {
  const tree = parser.configure(GFM).parse(text);
  const rows: string[][] = [];
  let isFindings = false;
  tree.iterate({
    enter(node) {
      const source = text.slice(node.from, node.to);
      if (node.name === 'TableHeader') isFindings = source.startsWith('| Line |');
      if (node.name === 'HTMLTag') assert.match(source, /^<\/?span>$/);
      if (node.name === 'Link') assert.match(source, /^\[[a-z-]+\]\(https:\/\/[^)]*\)$/);
      assert.ok(
        !/^(?:Image|Autolink|URL|InlineCode|Emphasis|HTMLBlock|FencedCode)$/.test(node.name) || !isFindings,
        source,
      );
      if (node.name !== 'TableRow' || !isFindings) return;
      const cells = node.node.getChildren('TableCell');
      assert.ok(cells.length >= 3, source);
      rows.push(cells.map((cell) => text.slice(cell.from, cell.to)));
    },
  });
  return rows;
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

/** For each format how many findings a report holds. */
export const COUNT_IN: Readonly<Record<string, (text: string) => number | Promise<number>>> = {
  stylish: (text) => lines(text).filter((line) => /^ {2,12}\d+:\d+ {2}(?:error|warning|info|hint) /.test(line)).length,
  unix: (text) => {
    for (const line of lines(text)) assert.match(line, /:\d+:\d+: .*\[(?:error|warning|info|hint)\/[a-z-]+\]$/);
    return lines(text).length;
  },
  json: (text) => JSON.parse(text).findings.length,
  sarif: (text) => readSarif(text).runs[0].results.length,
  junit: async (text) => {
    const { failed, skipped } = await readJunit(text);
    return failed.length + skipped.length;
  },
  github: (text) => {
    const commands = lines(text).map(readCommand);
    for (const { name } of commands) assert.match(name, /^(?:error|warning|notice)$/);
    return commands.length;
  },
  codequality: (text) => {
    const issues = readCodeQuality(text);
    assert.equal(new Set(issues.map((one) => one.fingerprint)).size, issues.length, 'a fingerprint comes twice');
    return issues.length;
  },
  rdjson: (text) => readRdjson(text).diagnostics.length,
  markdown: (text) => readMarkdown(text).length,
  blob: (text) => readBlob(text).files.reduce((sum, { findings }) => sum + findings.length, 0),
  html: (text) => {
    assertSelfContained(text);
    return text.match(/^<li class="(?:error|warning|info|hint)">$/gm)?.length ?? 0;
  },
};
