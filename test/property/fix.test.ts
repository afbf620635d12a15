import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { patchOf } from '../../server/src/cli/fix/diff';
import { fixText } from '../../server/src/cli/fix/fix';
import { applyEdits, compatible } from '../../server/src/lint/fix';
import { Project } from '../../server/src/project/project';
import { RULES } from '../../server/src/rules/table';
import { TODAY } from '../unit/fixture';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

const PIECES =
  'kind: article\n|title: "a\n|reviewed: 2026-01-01\n|---\n|[@a]|[@a; @a]|[2][1]|[1]Next|[3–1]|IL-1ß|https://x.org/?utm_source=a|\n\n|' +
  '## References\n\n|1. https://pubmed.ncbi.nlm.nih.gov/1/\n|2. PMID: 2\n|<!-- clinical-content-disable-line -->|# clinical-content-disable-line x\n|' +
  'references:\n|  - id: a\n|    PMID: " 12"\n|    DOI: https://doi.org/10.5555/a\n|@article{a,|doi = {https://doi.org/10.5555/x}|,\n|}\n|{|"|: |\r\n|𝛼';
const text = fc.array(fc.constantFrom(...PIECES.split('|')), { maxLength: 30 }).map((pieces) => pieces.join(''));
const name = fc.constantFrom('a.md', 'a.txt', 'a.yaml', 'a.bib', 'references/a.json');
const fixable = RULES.filter(({ meta }) => meta.fixable).map(({ meta }) => meta.id);
const rules = fc.subarray(fixable, { minLength: 1 }).map((chosen) => new Set(chosen));

function read(path: string, source: string): { project: Project; problems: number } {
  const project = new Project(RULES, TODAY);
  const { file } = project.update(path, source, { named: true });
  return { project, problems: file.problems.length };
}

describe('--fix, on any text', () => {
  it('leaves every file with a syntax error as it was, whatever the configuration says of such errors', () =>
    fc.assert(
      fc.property(name, text, fc.boolean(), (path, source, isOff) => {
        const project = new Project(RULES, TODAY);
        if (isOff) project.configure('rules: {invalid-yaml: off, invalid-shape: off}\n');
        const { file } = project.update(path, source, { named: true });
        const fixed = fixText(project, path, source, true);
        if (file.problems.length > 0) assert.equal(fixed, source);
      }),
      { numRuns: RUNS * 2 },
    ));

  it('has nothing left to do for the checks that were chosen, and did nothing for others', () =>
    fc.assert(
      fc.property(name, text, rules, (path, source, chosen) => {
        const only = ({ rule }: { readonly rule: string }) => chosen.has(rule);
        const { project, problems } = read(path, source);
        const wanted = project.findings(path).filter((finding) => finding.fix && only(finding));
        const fixed = fixText(project, path, source, true, only);
        if (problems > 0 || wanted.length === 0) assert.equal(fixed, source);
        const again = read(path, fixed);
        if (again.problems > 0) return;
        const left = again.project.findings(path).flatMap((one) => (one.fix && only(one) ? one.fix : []));
        // A fix that would make a syntax error is left to the author.
        if (left.length > 0) assert.ok(read(path, applyEdits(fixed, compatible(left))).problems > 0);
        assert.equal(fixText(again.project, path, fixed, true, only), fixed);
      }),
      { numRuns: RUNS * 2 },
    ));

  it('knows the text that is there now, not the one that was read before', () =>
    fc.assert(
      fc.property(name, text, text, (path, before, now) => {
        const { project } = read(path, before);
        assert.equal(fixText(project, path, now, true), fixText(read(path, now).project, path, now, true));
      }),
      { numRuns: RUNS },
    ));

  it('makes what its patch makes, byte for byte', () =>
    fc.assert(
      fc.property(name, text, (path, source) => {
        const fixed = fixText(read(path, source).project, path, source, true);
        if (fixed === source) return;
        assert.equal(applyPatch(source, patchOf(path, source, fixed), { autoConvertLineEndings: false }), fixed);
      }),
      { numRuns: RUNS * 2 },
    ));

  it('makes no syntax error of a file that has none', () =>
    fc.assert(
      fc.property(name, text, (path, source) => {
        const { project, problems } = read(path, source);
        const fixed = fixText(project, path, source, true);
        if (problems === 0) assert.equal(read(path, fixed).problems, 0);
      }),
      { numRuns: RUNS * 2 },
    ));

  it('chooses, of fixes that meet or touch, the first', () => {
    const edit = fc
      .tuple(fc.nat({ max: 30 }), fc.nat({ max: 4 }))
      .map(([start, length]) => ({ start, end: start + length, text: 'x' }));
    const fix = fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => ({ title: '', edits }));
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 12 }), (fixes) => {
        const expected: { start: number; end: number }[] = [];
        for (const { edits } of fixes)
          if (!edits.some((one) => expected.some((other) => one.start <= other.end && other.start <= one.end)))
            expected.push(...edits);
        assert.deepEqual(compatible(fixes), expected);
      }),
      { numRuns: RUNS },
    );
  });
});
