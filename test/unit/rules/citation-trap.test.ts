// Do the rules about citations keep quiet where a hasty one would not?

import { checkFix, checkRule } from './check-rule';

const LIST = `
## References

1. https://doi.org/10.5555/one
2. https://doi.org/10.5555/two
3. https://doi.org/10.5555/three
`;
const REFERENCES = `
-- references/pain.yaml --
references:
  - id: ward-2021
    type: article-journal
    title: Walking and sleep
    DOI: 10.5555/ward-2021
    PMID: 12345678
`;

describe('traps of citation-out-of-range', () => {
  const rule = 'citation-out-of-range';
  it('reports one number once, however often it is cited', () =>
    checkRule(rule, `A[8]. B[8]. C[8].\n  ^ cited 3 times\n${LIST}`));
  it('reads numbers in tables and quotations', () =>
    checkRule(rule, `> Quoted[7].\n         ^\n\n| a | b |\n|---|---|\n| x | y[6] |\n        ^\n${LIST}`));
  it('takes task boxes, footnotes and images for what they are', () =>
    checkRule(rule, `- [ ] open\n- [x] done[1]\n\nA note[^9]. ![9](a.png)\n\n[^9]: The note.\n${LIST}`));
  it('takes an interval of numbers with a zero or decimals for what it is', () =>
    checkRule(rule, `A score in [0, 10] or [0.5, 0.9], and a claim[2].\n${LIST}`));
  it('leaves formulas alone', () => checkRule(rule, `The vector $x[7]$ and $$y[8]$$ matter[1].\n${LIST}`));
  it('reads a list that begins above one', () =>
    checkRule(rule, 'A[1].\n  ^ no number 1\n\nB[4].\n\n## References\n\n4. https://doi.org/10.5555/four\n'));
  it('does not take the numbered steps of a treatment for a list of references', () =>
    checkRule(rule, 'Do this[7]:\n\n1. Rest.\n2. Walk.\n'));
});

describe('traps of uncited-reference', () => {
  const rule = 'uncited-reference';
  it('counts citations from other files', () =>
    checkRule(rule, `-- a.md --\nNothing here.\n-- b.md --\nA claim [@ward-2021].${REFERENCES}`));
  it('counts a narrative citation', () => checkRule(rule, `As @ward-2021 showed, pain fades.${REFERENCES}`));
  it('counts a citation that hides the author', () =>
    checkRule(rule, `Ward showed [-@ward-2021, p. 4] that pain fades.${REFERENCES}`));
  it('counts a citation by PMID', () => checkRule(rule, `A claim [@pmid:12345678].${REFERENCES}`));
  it('reports a list that the text never points at once, not entry by entry', () =>
    checkRule(
      rule,
      'Pain fades.\n\n## Sources\n\n1. https://doi.org/10.5555/one\n   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ its 2 references\n2. https://doi.org/10.5555/two\n',
    ));
  it('does not count a key in code or in a comment', () =>
    checkRule(
      rule,
      'Write `[@ward-2021]` <!-- [@ward-2021] -->.\n-- references/pain.yaml --\nreferences:\n  - id: ward-2021\n        ^^^^^^^^^ Nothing cites\n    title: Walking',
    ));
  it('shows keys with unusual signs as they must be cited', () =>
    checkRule(
      rule,
      '-- references/pain.yaml --\nreferences:\n  - id: "doi:10.5555/s1(03)7"\n         ^^^^^^^^^^^^^^^^^^^ as [@{doi:10.5555/s1(03)7}]\n    title: Walking',
    ));
  it('reports nothing of an article in which every number is cited', () => checkRule(rule, `A[1–2][3].\n${LIST}`));
});

describe('traps of unresolved-citation', () => {
  const rule = 'unresolved-citation';
  it('accepts any case of an identifier’s prefix', () =>
    checkRule(rule, 'A [@PMID:12345678] and [@DOI:10.5555/X] and [@pmc:PMC123].'));
  it('reads a key up to its punctuation', () => checkRule(rule, `So says @ward-2021. And [@ward-2021].${REFERENCES}`));
  it('accepts a key in braces', () => checkRule(rule, `A claim [@{ward-2021}].${REFERENCES}`));
  it('tells capital letters apart, and offers the key as it is', () =>
    checkRule(rule, `A claim [@Ward-2021].\n          ^^^^^^^^^ “ward-2021”${REFERENCES}`));
  it('leaves link texts with an address alone', () =>
    checkRule(rule, 'Write to [@nobody](https://example.org/@nobody) [@doi:10.5555/x].'));
  it('reads evidence in its long form', () =>
    checkRule(
      rule,
      '-- a.yaml --\nkind: mechanism\nid: a\nname: A\nevidence:\n  - reference: nobody-1999\n               ^^^^^^^^^^^\n    source: human',
    ));
  it('says nothing of numbers: another rule does', () => checkRule(rule, `A claim[9].\n${LIST}`));
});

describe('traps of duplicate-citation', () => {
  const rule = 'duplicate-citation';
  it('reports a number that the range before it contains', () =>
    checkRule(rule, `Pain[1–3][2] lasts.\n          ^ as “1–3”\n${LIST}`));
  it('accepts a range that contains more than the number before it', () =>
    checkRule(rule, `Pain[1][1–3] lasts.\n${LIST}`));
  it('reports a range only if all of it was cited', () =>
    checkRule(rule, `Pain[1][2][1–2] lasts[1–2][2–3].\n           ^^^ as “1”\n${LIST}`));
  it('accepts the same number in two sentences', () => checkRule(rule, `Pain[1]. It lasts[1].\n${LIST}`));
  it('reports a PMID beside the DOI of the same paper', () =>
    checkRule(
      rule,
      `A [@pmid:12345678; @doi:10.5555/ward-2021].\n                    ^^^^^^^^^^^^^^^^^^^^^ as “pmid:12345678”${REFERENCES}`,
    ));
  it('accepts two keys that nobody defines', () => checkRule(rule, 'A [@one-2001; @two-2002].'));
  it('removes a number that a range contains', () =>
    checkFix(rule, `Pain[1–3][2] lasts.\n${LIST}`, `Pain[1–3] lasts.\n${LIST}`));
});

describe('traps of glued-citation', () => {
  const rule = 'glued-citation';
  it('accepts isotopes', () =>
    checkRule(rule, `Tracers [3]H-thymidine, [2]Ga-PSMA, [1]In-octreotide and [2]Tc stay.\n${LIST}`));
  it('reports words that begin like an element', () =>
    checkRule(
      rule,
      `A claim.[1]In-hospital care.[2]Co-morbid pain.\n        ^^^^^^^^^^^^^^\n                            ^^^^^^^^^^^^\n${LIST}`,
    ));
  it('accepts a plural s, brackets, quotation marks and emphasis', () =>
    checkRule(rule, `See [1]s, ([2]), “[3]” and **[1]**, *pain[2]*.\n${LIST}`));
  it('reports each place of a cluster once', () =>
    checkRule(rule, `IL-6.[1][2]Clinical.\n        ^^^^^^^^^^^ “Clinical”\n${LIST}`));
  it('does not read link texts or footnotes', () =>
    checkRule(rule, `A [1](https://example.org)link, note[^1]and more[1].\n\n[^1]: Note.\n${LIST}`));
});

describe('traps of unordered-citations', () => {
  const rule = 'unordered-citations';
  it('accepts a range followed by a number within it', () => checkRule(rule, `Pain[1–3][2].\n${LIST}`));
  it('reports a cluster of four once', () =>
    checkRule(rule, `Pain[1][3][2][1].\n    ^^^^^^^^^^^^ write 1, 1, 2, 3\n${LIST}`));
  it('does not join citations across a line of its own', () => checkRule(rule, `Pain[3]\n\n[1] is first.\n${LIST}`));
  it('leaves keys in any order', () => checkRule(rule, 'A [@z-2001; @a-2002].'));
  it('keeps separators, spaces and dashes as they are', () =>
    checkFix(rule, `A [3,  1;2] b.\n${LIST}`, `A [1,  2;3] b.\n${LIST}`));
});
