// Which superscripts and footnotes cite an article's references?

import assert from 'node:assert/strict';
import { numbersOf } from '../../../server/src/model/cited-name';
import { readFile } from '../../../server/src/model/read-file';
import { checkFix, checkRule } from './check-rule';

const OUT = 'citation-out-of-range';
const LIST = '\n\n## References\n\n1. Smith A.\n2. Doe J.\n3. Hill C.\n';
const NOTES = '\n\n[^1]: Smith A. https://doi.org/10.5555/one\n[^2]: A remark.\n[^7]: Doe J. PMID: 99999998\n';

/** Numbers of each citation of an article. */
function numbersIn(text: string): string {
  return readFile('a.md', text, { named: true })
    .facts.citations.map((one) => numbersOf(one).join('+'))
    .join(' ');
}

describe('superscript numbers', () => {
  for (const [what, text, expected] of [
    ['in HTML', 'Pain hurts.<sup>1</sup> Nerves<sup>2,3</sup> fire.', '1 2 3'],
    ['in HTML that links', 'Pain hurts.<sup><a href="#r1">1</a>,<a href="#r3">3</a></sup>', '1 3'],
    ['in brackets', 'Pain hurts.<sup>[1–3]</sup>', '1+2+3'],
    ['in Pandoc’s form', 'Pain hurts.^1^ Nerves^2,3^ fire.', '1 2 3'],
    ['as signs of their own', 'Pain hurts.¹ Nerves²⁻³ fire.', '1 2+3'],
    ['beyond the list as far as they are plausible', 'Pain hurts.¹ Nerves⁹ fire.', '1 9'],
  ] as const)
    it(`are read ${what}`, () => assert.equal(numbersIn(text + LIST), expected));
  for (const [what, text] of [
    ['powers', 'About 10<sup>3</sup> cells, 10^3^ in all, x² and m<sup>2</sup>.'],
    ['charges', 'Calcium<sup>2+</sup> flows, iron³⁺ too.'],
    ['areas', 'A room of ten metres² or square feet².'],
    ['ordinals and words', 'The 1<sup>st</sup> and the dagger<sup>a</sup>.'],
    ['isotopes', 'Technetium<sup>99m</sup> and ¹³C.'],
  ] as const)
    it(`are no citations when they are ${what}`, () => assert.equal(numbersIn(text + LIST), ''));
  it('are something else where an article cites in square brackets', () =>
    assert.equal(numbersIn(`Pain hurts[1]. Nerves² fire.${LIST}`), '1'));
  it('that the list does not have are reported', () =>
    checkRule(OUT, `Pain hurts.¹ Nerves² fire. Joints⁸ ache.\n${' '.repeat(33)}^ ends at 3${LIST}`));
  it('make the references that they do not cite stand out', () =>
    checkRule(
      'uncited-reference',
      `Pain hurts.¹ Nerves² fire.\n\n## References\n\n1. Smith A.\n2. Doe J.\n3. Hill C.\n   ^^^^^^^ never cited\n`,
    ));
  it('are put in order as they are written', () =>
    checkFix('unordered-citations', `Pain hurts.²˒¹ Joints³ ache.${LIST}`, `Pain hurts.¹˒² Joints³ ache.${LIST}`));
});

describe('numbers in a bracket that holds an address', () => {
  for (const text of ['[write to me@example.org, see [1]]', '[see https://example.org/a [1]]'])
    it(`are read in “${text}”`, () => assert.equal(numbersIn(text + LIST), '1'));
  it('are no citations in the text of a link', () =>
    assert.equal(numbersIn(`[see me@example.org [1]](https://example.org/a)${LIST}`), ''));
});

describe('footnotes', () => {
  it('that name papers are an article’s references', () =>
    assert.equal(numbersIn(`Pain hurts.[^1] Nerves[^2] fire.${NOTES}`), '1 2'));
  it('that do not exist are reported', () =>
    checkRule(OUT, `Pain hurts.[^1] Nerves[^2] fire. Joints[^5] ache.[^7]\n${' '.repeat(41)}^ no number 5${NOTES}`));
  it('that nothing leads to are reported', () =>
    checkRule(
      'uncited-reference',
      'Pain hurts.[^1]\n\n[^1]: Smith A. https://doi.org/10.5555/one\n[^2]: Doe J. PMID: 99999998\n      ^^^^^^^^^^^^^^^^^^^^^ never cited\n',
    ));
  it('need not be in order, for they are numbered when they are printed', () => {
    checkRule('unordered-citations', `Pain hurts.[^7][^1]${NOTES}`);
    checkRule('numbering-gap', `Pain hurts.[^7][^1]${NOTES}`);
  });
  for (const [what, text] of [
    ['most of them are remarks', 'Pain.[^1]\n\n[^1]: A remark.\n[^2]: Another.\n[^3]: https://example.org/x\n'],
    [
      'they stand between paragraphs',
      'Pain.[^9]\n\n[^1]: https://doi.org/10.5555/a\n\nMore.\n\n[^2]: https://doi.org/10.5555/b\n',
    ],
    ['the article cites keys', `Pain [@smith-2021].[^9]${NOTES}`],
  ] as const)
    it(`are footnotes and nothing else where ${what}`, () => checkRule(OUT, text));
  it('in code are text', () => assert.equal(numbersIn(`Pain hurts.[^1] Write \`[^2]\` so.${NOTES}`), '1'));
});
