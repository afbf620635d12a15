// Which brackets of numbers, and which other marks, do the rules about numbered lists take for citations?

import { checkRule } from './check-rule';

const LIST = `
## References

1. https://doi.org/10.5555/one
2. https://doi.org/10.5555/two
3. https://doi.org/10.5555/three
`;
const silent = (rule: string, title: string, text: string, list = LIST) =>
  it(title, () => checkRule(rule, `${text}\n${list}`));

describe('intervals over a numbered list', () => {
  const rule = 'citation-out-of-range';
  for (const text of [
    'The mean age was 62 [55–71] years[1].',
    'The BMI was 27 [24–31][1].',
    'The BMI was 27 kg/m² [24–31][1].',
    'The NNT was 12 [9, 18][1].',
    'Pain fell from 7 [5, 8] to 3 [2, 9] points[1].',
    'Pain on a VAS [0–10] fell[1].',
    'Children aged [8–12] weeks[1].',
    'It rose by 12% [8–15][1].',
    'It rose, 95% [8–15][1].',
    '| a | b |\n|---|---|\n| x[1] | 2.5 [2, 5] |',
  ])
    silent(rule, `accept “${text.split('\n').at(-1)}”`, text);
  it('are no reason to pass over a span after a word or a full stop', () =>
    checkRule(rule, `Pain fades [3–5] soon.[4–6] It does.\n            ^^^\n                       ^^^\n${LIST}`));
  it('are no numbers of names', () =>
    checkRule(rule, `Diabetes type 2 [1, 5] is common.\n                    ^\n${LIST}`));
  it('hold the value before them', () =>
    checkRule(
      rule,
      `Pain fell by 30 [2, 5], in 2012 [4].\n                    ^\n                                 ^\n${LIST}`,
    ));
  it('are not what a verb follows', () =>
    checkRule(rule, `The evidence [2, 5] points to it.\n                 ^\n${LIST}`));
  it('have two ends', () => checkRule(rule, `It rose by 12% [8] soon.\n                ^\n${LIST}`));
  it('cite nothing', () =>
    checkRule(
      'uncited-reference',
      `Pain[1] fell to 2.5 [2, 3].\n\n## References\n\n1. https://doi.org/10.5555/one\n2. https://doi.org/10.5555/two\n   ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n`,
    ));
});

describe('numbers that index things', () => {
  const rule = 'citation-out-of-range';
  for (const text of [
    'The value x[9][1] is known[1].',
    'So y = x[9] holds[1].',
    'Poly[9]ethylene and cucurbit[7]uril[1].',
    'On the [9]th day[1].',
    'The ordered pair [9, 4] lies in the interval [4, 9][1].',
    'The matrix [9][9] is known[1].',
  ])
    silent(rule, `accept “${text}”`, text);
  it('are no words before a citation', () =>
    checkRule(
      rule,
      `Hepatitis B[5], vitamin D[6] and the extracellular matrix [7][8].\n            ^\n                          ^\n                                                           ^\n                                                              ^\n${LIST}`,
    ));
});

describe('one finding for one span', () => {
  it('however many numbers the list lacks', () =>
    checkRule(
      'citation-out-of-range',
      `Pain[2–9] lasts[5][4–6].\n     ^^^ Citations 4 to 9 lead nowhere: the list ends at 3. It is cited 3 times\n${LIST}`,
    ));
});

describe('marks that are not read', () => {
  const rule = 'uncited-reference';
  for (const text of [
    'Pain[1] fades.<sup>2</sup>',
    'Pain[1] fades.^2^',
    'Pain[1] fades.²',
    'Pain fades (1). It lasts (2,3).',
  ])
    silent(rule, `silence “${text}”`, text);
  for (const text of [
    'The area is 3 m² or 10<sup>3</sup> with Ca<sup>2+</sup> and 10^3^',
    'It is (1) so',
    'In (2019) and (2020) it rose',
  ])
    it(`do not stand in “${text}”`, () =>
      checkRule(
        rule,
        `${text}[1][3].\n\n## References\n\n1. https://doi.org/10.5555/one\n2. https://doi.org/10.5555/two\n   ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n3. https://doi.org/10.5555/three\n`,
      ));
  it('count as keys where other tools write them so', () =>
    checkRule(
      rule,
      '-- a.md --\n{cite:p}`one-2020,two-2020` and {% cite three-2020 %} and \\citep[3]{four-2020, five-2020}, not `\\cite{six-2020}`.\n-- a.bib --\n@misc{one-2020,}\n@misc{two-2020,}\n@misc{three-2020,}\n@misc{four-2020,}\n@misc{five-2020,}\n@misc{six-2020,}\n      ^^^^^^^^\n',
    ));
  it('count in R Markdown', () => checkRule(rule, '-- a.Rmd --\nPain [@one-2020].\n-- a.bib --\n@misc{one-2020,}\n'));
});
