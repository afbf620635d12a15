// What does a person read who rests the mouse on something?

import assert from 'node:assert/strict';
import { hover } from '../../../server/src/features/hover';
import { LIBRARY, prepare } from './feature-context';

function text(source: string): string | undefined {
  const { context, offset } = prepare(source);
  const found = hover(context, offset);
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : undefined;
}

/** The hover at the cursor has every piece and none of those that begin with “not ”. */
function check(name: string, source: string, ...pieces: readonly (string | RegExp)[]): void {
  it(name, () => {
    const found = text(source + LIBRARY);
    assert.ok(found !== undefined, 'there is no hover');
    for (const piece of pieces) {
      if (typeof piece === 'string') assert.ok(found.includes(piece), `no “${piece}” in:\n${found}`);
      else assert.match(found, piece);
    }
  });
}

function checkNone(name: string, source: string): void {
  it(name, () => assert.equal(text(source + LIBRARY), undefined));
}

const article = (prose: string) =>
  `-- articles/a.md --\n---\nkind: article\ntitle: Pain and immunity\n---\n\n${prose}\n`;

describe('hover over a citation', () => {
  check(
    'cites it as a bibliography would',
    article('Pain [@sluka‸-2018].'),
    'Sluka KA, Clauw DJ.',
    '*Neuroscience*. 2016;338:114-129.',
  );
  check('gives the title', article('Pain [@sluka-2018‸].'), 'Neuroimmune mechanisms of fibromyalgia.');
  check(
    'links identifiers',
    article('Pain [@‸sluka-2018].'),
    '[DOI 10.1016/j.neuroscience.2016.06.006](https://doi.org/10.1016/j.neuroscience.2016.06.006)',
    '[PMID 27291641](https://pubmed.ncbi.nlm.nih.gov/27291641/)',
  );
  check('says that nobody has verified it', article('Pain [@sluka‸-2018].'), '· not verified');
  check(
    'says that the lock file knows it',
    `${article('Pain [@sluka‸-2018].')}-- references.lock.json --\n{"version": 1, "papers": [{"pmid": "27291641"}]}\n`,
    '· in the lock file',
  );
  check(
    'counts citations',
    article('Pain [@sluka‸-2018] and [@sluka-2018].'),
    'Cited 3 times',
    '[Pain and immunity](file:///work/articles/a.md) (2)',
    'conditions/fibromyalgia.yaml',
  );
  check('names the key and its file', article('Pain [@ji‸-2018].'), 'Key `ji-2018`', 'references/pain.yaml');
  check('puts issue in brackets', article('Pain [@ji‸-2018].'), '2018;129(2):343-366.');
  check('joins initials', article('[@muller‸-2020]'), 'Müller HP.', 'Example Press.');
  check('works in the sentence', article('As @ji‸-2018 shows.'), 'Ji RR, Nackley A, Huh Y.');
  check('works with a locator', article('Pain [@ji-2018, p. 3‸4].'), 'Ji RR');
  check('works on one of several', article('Pain [@sluka-2018; @ji‸-2018].'), 'Ji RR');
  check('works in front matter', '-- conditions/x.yaml --\nkind: condition\nid: x\nevidence: [ji‸-2018]\n', 'Ji RR');
  check(
    'works in the long form',
    '-- conditions/x.yaml --\nkind: condition\nid: x\nevidence:\n  - reference: ji‸-2018\n',
    'Ji RR',
  );
  check('finds the entry of an identifier', article('Pain [@pmid:2946‸2012].'), 'Ji RR', 'Key `ji-2018`');
  check(
    'explains an identifier without an entry',
    article('Pain [@pmid:12345‸678].'),
    '[PMID 12345678](https://pubmed.ncbi.nlm.nih.gov/12345678/)',
    'names the paper itself',
  );
  checkNone('is silent about an unknown key', article('Pain [@nobody‸-1999].'));
  check(
    'works on the entry',
    '-- references/x.yaml --\nreferences:\n  - id: new‸-2024\n    type: book\n    title: A book\n',
    'A book.',
    'Not cited in this repository',
  );
  check(
    'works on a BibTeX key',
    '-- x.bib --\n@article{bib‸-1, title = {On pain}, author = {Ada Example and Bo Other}, year = 2019, journal = {Pain}}\n',
    'Example A, Other B.',
    '*Pain*. 2019.',
  );
  check(
    'shortens long lists of authors',
    '-- x.bib --\n@article{many‸, title = {T}, author = {A One and B Two and C Three and D Four and E Five and F Six and G Seven}, year = 2019}\n',
    'One A, Two B, Three C, Four D, Five E, Six F, et al.',
  );
});

describe('hover over a numbered citation', () => {
  const list =
    '\n\n## References\n\n1. Sluka KA. Pain. https://pubmed.ncbi.nlm.nih.gov/27291641/\n2. A *second* one\n3. A third\n';
  check('shows the entry', article(`Pain [‸1].${list}`), '**1.** Sluka KA', '[PMID 27291641]');
  check('shows every entry of a span', article(`Pain [1–‸3].${list}`), '**1.**', '**2.**', '**3.** A third');
  check('escapes what is written', article(`Pain [‸2].${list}`), 'A \\*second\\* one');
  check('works on the list', article(`Pain [2].${list.replace('A third', 'A thi‸rd')}`), '**3.** A third', 'Not cited');
  checkNone('is silent about a number beyond the list', article(`Pain [‸7].${list}`));
});

describe('hover over a mediator', () => {
  check(
    'explains a mention in prose',
    article('High TN‸F-α levels.'),
    '**TNF-α** — cytokine',
    'HGNC:11892',
    'uniprotkb/P01375',
  );
  check('gives the role', article('High TN‸F-α levels.'), 'Role: promotes inflammation');
  check('gives the family', article('Then IL-‸6 rises.'), 'Family: ');
  check('gives other names', article('Then MCP-‸1 rises.'), '**CCL2**', 'Also called', 'MCP-1');
  check(
    'says where the repository speaks of it',
    article('High TN‸F-α levels.'),
    'Used 1 time',
    'conditions/fibromyalgia.yaml',
  );
  check(
    'explains an id',
    '-- conditions/x.yaml --\nkind: condition\nid: x\nmediators: [il-‸6]\n',
    '**IL-6**',
    'From the shipped vocabulary',
  );
  check(
    'explains another spelling',
    '-- conditions/x.yaml --\nkind: condition\nid: x\nmediators: [TN‸Fa]\n',
    '**TNF-α**',
  );
  check(
    'prefers the record',
    '-- mediators/m.yaml --\nkind: mediator\nid: tnf-alpha\nname: Tumour necrosis factor\nsummary: Our own words.\n-- articles/a.md --\n---\nkind: article\n---\n\nHigh TN‸F-α.\n',
    'Tumour necrosis factor',
    'Our own words.',
    'Record: ',
  );
  check(
    'works in a summary',
    '-- conditions/x.yaml --\nkind: condition\nid: x\nsummary: Driven by IL-‸6 and more.\n',
    '**IL-6**',
  );
  checkNone('is silent in code', article('```\nTN‸F-α\n```'));
  checkNone('is silent on other words', article('The we‸ather.'));
});

describe('hover over an id', () => {
  check(
    'explains a condition',
    '-- articles/a.md --\n---\nkind: article\nconditions: [fibro‸myalgia]\n---\n',
    '**Fibromyalgia** (FM) — condition',
    'Widespread pain with poor sleep.',
    'ICD-11 MG30.01',
    'MONDO:0005546',
    'fibrositis',
  );
  check(
    'explains a mechanism',
    '-- articles/a.md --\n---\nkind: article\nmechanisms: [central‸-sensitisation]\n---\n',
    'Central sensitisation',
    'Used 2 times',
  );
  check(
    'explains a record by its own id',
    '-- conditions/x.yaml --\nkind: condition\nid: x‸y\nname: An example\n',
    '**An example** — condition',
    'No record or article',
  );
  check(
    'explains a cell of the vocabulary',
    '-- conditions/x.yaml --\nkind: condition\nid: x\ncells: [micro‸glia]\n',
    'microglia',
    'Cell Ontology CL:0000129',
  );
  checkNone(
    'is silent about an unknown id',
    '-- conditions/x.yaml --\nkind: condition\nid: x\nmechanisms: [nonsense‸-thing]\n',
  );
});

describe('hover over keys, words and checks', () => {
  check('explains a key', '-- conditions/x.yaml --\nki‸nd: condition\nid: x\n', '**kind**');
  check(
    'explains a key in front matter',
    '-- articles/a.md --\n---\nkind: article\naudi‸ence: patient\n---\n',
    '**audience**',
    '`patient`',
  );
  check(
    'explains a nested key',
    '-- conditions/x.yaml --\nkind: condition\nid: x\nmechanisms:\n  - mechanism: a\n    ro‸le: drives\n',
    '**role**',
    '`drives`',
  );
  check(
    'explains a word',
    '-- conditions/x.yaml --\nkind: condition\nid: x\nevidence:\n  - reference: ji-2018\n    direction: supp‸orts\n',
    '**supports** — The paper speaks for the statement.',
  );
  check(
    'explains a check in the configuration',
    '-- clinical-content.yaml --\nrules:\n  uncited-ref‸erence: off\n',
    '**uncited-reference**',
    'By default',
  );
  check(
    'explains a check in a comment',
    article('<!-- clinical-content-disable-next-line unresolved‸-citation -- because -->\nPain [@x-1].'),
    '**unresolved-citation**',
    'More about this check',
  );
  check('explains a setting', '-- clinical-content.yaml --\nlangu‸age: en-GB\n', '**language**', '`en-GB`');
  checkNone('is silent about foreign YAML', '-- docker-compose.yaml --\nser‸vices:\n  web: x\n');
  checkNone('is silent about unknown keys', '-- conditions/x.yaml --\nkind: condition\nid: x\nnons‸ense: 1\n');
});

describe('hover text', () => {
  it('lets no markup of the content through', () => {
    const found = text(
      '-- articles/a.md --\nPain [@evil‸-1].\n-- x.bib --\n@article{evil-1, title = {<img src=x onerror=alert(1)> [click](command:evil) **bold**}, year = 2019, journal = {A|B}}\n',
    );
    assert.ok(found);
    assert.ok(!/(?<!\\)<img/.test(found), found);
    assert.ok(!/(?<!\\)\]\(command:/.test(found), found);
    assert.ok(!/(?<!\\)\*\*bold/.test(found), found);
  });
  it('covers the whole citation', () => {
    const { context, offset } = prepare(article('Pain [@ji-2018, p. 3‸4].') + LIBRARY);
    const range = hover(context, offset)?.range;
    assert.ok(range);
    assert.equal(
      context.file.text.slice(context.lines.offset(range.start), context.lines.offset(range.end)),
      '@ji-2018, p. 34',
    );
  });
});
