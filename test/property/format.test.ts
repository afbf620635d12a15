import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../server/src/base/line-index';
import type { Finding } from '../../server/src/lint/finding';
import { applyEdits } from '../../server/src/lint/fix';
import { FORMAT_TABLE } from '../../server/src/report/format-table';
import { fileWith, printed, resultWith } from '../unit/report/made-result';
import { COUNT_IN, type Position, readCommand, readRdjson, readSarif } from '../unit/report/read-back';
import { anyCharacter } from './any-character';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

const PIECES = [
  'a',
  'é',
  '𝛼',
  ' ',
  '  ',
  ']]>',
  '::',
  '%',
  '%0A',
  ',',
  '=',
  '"',
  "'",
  '<b>',
  '</script>',
  '&',
  '&amp;',
  '|',
  '\\',
  '`',
  '*',
  '_',
  '[x](y)',
  '![x](y)',
  '@smith',
  '#1',
  '$x$',
  'https://x.org',
  'www.x.org',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[31m',
  '\u0007',
  '\u007f',
  '\u0085',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\uffff',
  '\ufeff',
  '-->',
  '<!--',
  '..',
  '/',
  ':',
  '1:2  error  ',
  '## ',
  '- ',
  '\\|',
  '~~',
  '{',
  '?',
  '+',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: anyCharacter })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const wellFormed = text.map((one) => Buffer.from(one, 'utf8').toString('utf8'));

/** Offsets of a text that lie between whole characters and outside of line ends. */
function cuts(source: string): number[] {
  const found = [0];
  for (const [sign] of source.matchAll(/\r\n|./gsu)) found.push((found.at(-1) ?? 0) + sign.length);
  return found;
}

const finding = (source: string): fc.Arbitrary<Partial<Finding>> =>
  fc
    .record({
      places: fc.array(fc.constantFrom(...cuts(source)), { minLength: 4, maxLength: 4 }),
      message: text.map((one) => `M${one}`),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const, 'hint' as const),
      confidence: fc.constantFrom('high' as const, 'low' as const),
      rule: fc.constantFrom('glued-citation', 'unknown-key'),
      inserts: fc.option(fc.tuple(wellFormed, wellFormed)),
    })
    .map(({ places, inserts, ...rest }) => {
      const [a = 0, b = 0, c = 0, d = 0] = places.sort((x, y) => x - y);
      const edits = inserts && [
        { start: c, end: d, text: inserts[1] },
        { start: a, end: b, text: inserts[0] },
      ];
      // Two insertions at one place have no order of their own.
      const fix = edits && b < c ? { title: 'Do it', edits } : undefined;
      return { ...rest, start: a, end: d, ...(fix && { fix }) };
    });

const file = fc
  .tuple(text, wellFormed, fc.boolean())
  .chain(([path, source, isGone]) =>
    fc
      .array(finding(source), { maxLength: 4 })
      .map((findings) => fileWith(`f${path}`, isGone ? undefined : source, findings)),
  );
const result = fc.array(file, { minLength: 1, maxLength: 4 }).map((files) => resultWith(files));

describe('any findings in any file', function () {
  this.timeout(120_000);

  for (const { name } of FORMAT_TABLE)
    it(`are well formed as ${name}, and none is lost`, () =>
      fc.assert(
        fc.asyncProperty(result, async (given) => {
          const wanted = given.files.reduce((sum, { findings }) => sum + findings.length, 0);
          assert.equal(await COUNT_IN[name]?.(printed(name, given)), wanted);
        }),
        { numRuns: name === 'junit' ? Math.ceil(RUNS / 3) : RUNS },
      ));

  it('keep path and message on their way through GitHub’s commands', () =>
    fc.assert(
      fc.property(wellFormed, text, (path, message) => {
        const given = resultWith([fileWith(`f${path}`, '', [{ message: `M${message}` }])]);
        const { values, text: told } = readCommand(printed('github', given).replace(/\n$/, ''));
        assert.equal(values.get('file'), `f${path}`.replace(/(?![\r\n])\p{Cc}/gu, ' '));
        assert.equal(told.length, `M${message}`.replace(/\p{Cs}/gu, '?').length);
      }),
      { numRuns: RUNS },
    ));
});

describe('fixes in reports, on any text', () => {
  const fixable = wellFormed.chain((middle) => {
    const source = `from ${middle} to`;
    return finding(source)
      .filter(({ fix }) => fix !== undefined)
      .map((one) => ({ source, one }));
  });

  it('come to the same as SARIF’s replacements, placed by line and UTF-16 column', () =>
    fc.assert(
      fc.property(fixable, ({ source, one }) => {
        const log = readSarif(printed('sarif', resultWith([fileWith('a.md', source, [one])])));
        const lines = new LineIndex(source);
        const at = (line: number, column: number) => lines.offset({ line: line - 1, character: column - 1 });
        const replacements = log.runs[0].results[0]?.fixes?.[0].artifactChanges[0].replacements ?? [];
        const edits = replacements.map(
          ({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => ({
            start: at(startLine, startColumn),
            end: at(endLine, endColumn),
            text: insertedContent.text,
          }),
        );
        assert.equal(applyEdits(source, edits), applyEdits(source, one.fix?.edits ?? []));
      }),
      { numRuns: RUNS },
    ));

  it('come to the same as reviewdog’s suggestion, placed by line and byte', () =>
    fc.assert(
      fc.property(fixable, ({ source, one }) => {
        const [diagnostic] = readRdjson(printed('rdjson', resultWith([fileWith('a.md', source, [one])]))).diagnostics;
        const suggestion = diagnostic?.suggestions?.[0] ?? assert.fail();
        const bytes = Buffer.from(source);
        const starts = [0];
        for (const ending of source.matchAll(/\r\n|\r|\n/g))
          starts.push(Buffer.byteLength(source.slice(0, ending.index + ending[0].length)));
        const at = ({ line, column }: Position) => (starts[line - 1] ?? Number.NaN) + column - 1;
        const { range, text: insert } = suggestion;
        const after = [bytes.subarray(0, at(range.start)), Buffer.from(insert), bytes.subarray(at(range.end))];
        assert.equal(Buffer.concat(after).toString(), applyEdits(source, one.fix?.edits ?? []));
      }),
      { numRuns: RUNS },
    ));
});
