// What stands beside citations and references: counts, names, and what a pasted link becomes.

import assert from 'node:assert/strict';
import { codeLenses, lensAddress, resolveCodeLens } from '../../../server/src/features/code-lens';
import { inlayHints } from '../../../server/src/features/inlay-hint';
import { citationForLink } from '../../../server/src/features/pasted-link';
import { prepare } from './feature-context';

const REFERENCES = `
-- r.yaml --
references:
  - id: ward-2021
    type: article-journal
    title: Walking and sleep
    author: [{family: Ward, given: Dora}]
    issued: 2021
    DOI: 10.5555/ward-2021
  - id: zotero1234
    type: article-journal
    title: Pacing
    author: [{family: Hill, given: Carl}, {family: Smith, given: A}, {family: Doe, given: J}]
    issued: 2019
    PMID: "99999998"
  - id: nobody-2000
    type: book
    title: A book
    ISBN: 9780306406157
`;
const at = (text: string) => `-- a.md --\n${text}${REFERENCES}-- b.md --\nIt helps [@ward-2021].\n`;

describe('code lenses', () => {
  const titles = (source: string, vscode = true) => {
    const { context } = prepare(source);
    const asked = { ...context, client: { ...context.client, vscode } };
    return codeLenses(asked).map((lens) => resolveCodeLens(asked, lens).command);
  };
  const source = `${REFERENCES.replace('-- r.yaml --\n', '-- r.yaml --\n‸')}-- a.md --\nIt helps [@ward-2021]. So [@doi:10.5555/ward-2021].\n-- b.md --\nIt helps [@ward-2021; @zotero1234].\n`;
  it('count citations and articles', () =>
    assert.deepEqual(
      titles(source).map((one) => one?.title),
      ['Cited 3 times in 2 articles', 'Cited 1 time', 'Not cited'],
    ));
  it('lead to the places in VS Code, and nowhere in an editor that has no such command', () => {
    assert.equal(titles(source)[0]?.arguments?.[2]?.length, 3);
    assert.deepEqual(
      titles(source, false).map((one) => one?.command),
      ['', '', ''],
    );
  });
  it('say where they stand, and are quiet about an entry that has gone', () => {
    const { context } = prepare(source);
    const [lens] = codeLenses(context);
    assert.ok(lens);
    assert.equal(lensAddress(lens), context.uriOf('r.yaml'));
    assert.equal(lensAddress({ ...lens, data: 7 }), undefined);
    const elsewhere = { ...lens, range: { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } } };
    assert.equal(resolveCodeLens(context, elsewhere).command?.title, 'Not cited');
  });
});

describe('inlay hints', () => {
  const hints = (text: string, end = text.length) =>
    inlayHints(prepare(at(`‸${text}`)).context, { start: 0, end }).map(
      (one) => `${one.position.character} ${one.label}`,
    );
  it('name the paper behind an identifier and behind a key that says nothing', () =>
    assert.deepEqual(hints('It helps [@pmid:99999998; @zotero1234].\n'), [
      '24 Hill et al. 2019',
      '37 Hill et al. 2019',
    ]));
  it('are silent where the key says it, and where nothing is known', () =>
    assert.deepEqual(hints('It helps [@ward-2021; @nowhere-1; @doi:10.5555/other].\n'), []));
  it('stand in the stretch that is asked for', () => assert.deepEqual(hints('It helps. [@zotero1234]\n', 5), []));
});

const FRONT = '---\nkind: article\ntitle: T\n---\n\n';

describe('a pasted link', () => {
  const pasteInto = (source: string, text: string) => {
    const { context, offset } = prepare(source);
    return citationForLink(context, text, offset);
  };
  const paste = (text: string) => pasteInto(at(`${FRONT}It helps ‸.\n`), text);
  for (const [what, text, citation, title] of [
    ['of a reference becomes its key', 'https://doi.org/10.5555/WARD-2021', '[@ward-2021]', 'Cite Ward 2021'],
    [
      'of PubMed finds its entry',
      ' https://pubmed.ncbi.nlm.nih.gov/99999998/?utm_source=x\n',
      '[@zotero1234]',
      'Cite Hill et al. 2019',
    ],
    [
      'of PubMed names the paper',
      'https://pubmed.ncbi.nlm.nih.gov/29083494/',
      '[@pmid:29083494]',
      'Cite PMID 29083494',
    ],
    [
      'of PMC names the paper',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC4304851/',
      '[@pmc:PMC4304851]',
      'Cite PMC4304851',
    ],
    [
      'of a publisher names the DOI in it',
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456',
      '[@doi:10.1371/journal.pone.0123456]',
      'Cite DOI 10.1371/journal.pone.0123456',
    ],
    [
      'with brackets in its DOI stands in braces',
      'https://doi.org/10.1016/S0006-2952(96)00509-6',
      '[@{doi:10.1016/s0006-2952(96)00509-6}]',
      'Cite DOI 10.1016/s0006-2952(96)00509-6',
    ],
  ] as const)
    it(what, () => assert.deepEqual(paste(text), { citation, title }));
  for (const text of [
    'https://example.org/page',
    'some words',
    '',
    'https://doi.org/10.5555/a and more',
    'javascript:alert(1)',
  ])
    it(`is not made of “${text}”`, () => assert.equal(paste(text), undefined));
  for (const [where, source] of [
    ['front matter', FRONT.replace('T', 'T ‸')],
    ['the target of a link', `${FRONT}It [helps](‸).\n`],
    ['code', `${FRONT}It \`helps ‸ so\`.\n`],
    ['a code block', `${FRONT}\`\`\`\nx ‸\n\`\`\`\n`],
    [
      'an article that cites by numbers',
      'It helps[1] ‸.\n\n## References\n\n1. https://doi.org/10.5555/a\n2. https://doi.org/10.5555/b\n',
    ],
    ['a file that is no article', 'It helps ‸.\n'],
    ['a record', '-- c.yaml --\nkind: condition\nid: c\nname: ‸\n'],
  ] as const)
    it(`stays a link in ${where}`, () =>
      assert.equal(pasteInto(source.startsWith('-- ') ? source : at(source), 'https://doi.org/10.5555/x'), undefined));
});
