import { checkRule } from './check-rule';

const article = (text: string) => `---\nkind: article\ntitle: T\nreviewed: 2025-06-01\n---\n\n${text}\n`;
const list = (entry: string) => article(`It helps[1].\n\n## References\n\n${entry}`);

describe('local-file-reference', () => {
  const rule = 'local-file-reference';
  it('reports an address of a file on one computer, anywhere', () =>
    checkRule(
      rule,
      article('See [this](file:///C:/scans/pain.pdf).\n           ^^^^^^^^^^^^^^^^^^^^^^^^^ one computer'),
    ));
  it('reports an entry that is the name of a file', () =>
    checkRule(rule, list('1. pain review (2).pdf\n   ^^^^^^^^^^^^^^^^^^^ Reference 1 is a file')));
  for (const path of [
    'C:\\Users\\jane\\pain.pdf',
    '/Users/jane/Desktop/pain.pdf',
    '~/pain.docx',
    '/home/jane/x/pain.pdf',
  ])
    it(`reports ${path}`, () =>
      checkRule(rule, list(`1. Ward D. ${path}\n           ${'^'.repeat(path.length)} ${path}`)));
  for (const entry of [
    '1. https://example.org/home/jane/pain.pdf',
    '1. Ward D. Pain. 2021. www.example.org/pain.pdf',
    '1. Ward D. The file pain.pdf and other stories. PMID: 99999998',
    '1. Ward D. Pain.',
    '1. Ward D. and/or pain',
  ])
    it(`accepts “${entry}”`, () => checkRule(rule, list(entry)));
  it('leaves code alone', () => checkRule(rule, article('Write `file:///x/y.pdf` so.')));
});
