// Are the authors of an export parted where they stand on one line, and bodies left whole?

import assert from 'node:assert/strict';
import { importReferences } from '../../../server/src/conversion/bibliography';

const ris = (...lines: string[]) =>
  importReferences('export', ['TY  - JOUR', 'TI  - A title', ...lines, 'ER  - ', ''].join('\n'), 'ris').references;

describe('authors in an export', () => {
  for (const [written, expected] of [
    ['Ward, A., Hill, B., Lee, C.', ['Ward|A.', 'Hill|B.', 'Lee|C.']],
    ['Ward, A.; Hill, B. C.; Lee, C.', ['Ward|A.', 'Hill|B. C.', 'Lee|C.']],
    ['Ward, Ann and Hill, Ben', ['Ward|Ann', 'Hill|Ben']],
    ['Ward, A., Hill, B., and Lee, C.', undefined],
    ['Smith, Jane A., Jr.', ['Smith|Jane A.']],
    ['World Health Organization, Department of Ageing', ['World Health Organization, Department of Ageing']],
    ['Ward, A., B., C., D.', ['Ward, A., B., C., D.']],
  ] as const)
    it(`are read from “${written}”`, () => {
      const text = ris(`AU  - ${written}`) ?? '';
      for (const name of expected ?? ['Ward|A.', 'Hill|B.', 'Lee|C.']) {
        const [family = '', given] = name.split('|');
        assert.ok(text.includes(family), text);
        assert.equal(text.includes('literal:'), given === undefined, text);
        if (given) assert.ok(text.includes(`given: ${given}`), text);
      }
    });
  for (const [line, expected] of [
    ['M3  - 10.5555/abc', /DOI: 10\.5555\/abc/],
    ['N1  - doi: 10.5555/abc', /DOI: 10\.5555\/abc/],
    ['L3  - 10.5555/abc', /DOI: 10\.5555\/abc/],
    ['C7  - PMID: 29083494', /PMID: "?29083494/],
    ['U2  - PMC1234567', /PMCID: PMC1234567/],
    ['PY  - 2017 Spring', /note: .*2017 Spring/],
    ['PY  - 2017 Dec 15-22', /note: .*15-22/],
  ] as const)
    it(`leave nothing of “${line}” behind`, () => assert.match(ris(line) ?? '', expected));
});
