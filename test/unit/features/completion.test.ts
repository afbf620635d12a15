// What is proposed at the cursor, and what does it put into the text?

import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion } from '../../../server/src/features/completion';
import { resolveCompletion } from '../../../server/src/features/completion-resolve';
import { LIBRARY, type Prepared, prepare } from './feature-context';

function itemsAt({ context, offset }: Prepared, trigger?: string): CompletionItem[] {
  return completion(context, offset, { mediatorsInProse: true, trigger })?.items ?? [];
}

/** The proposals begin with these labels, in this order. */
function offers(name: string, source: string, ...labels: readonly string[]): void {
  it(name, () => {
    const found = itemsAt(prepare(source + LIBRARY)).map((one) => one.label);
    assert.deepEqual(found.slice(0, labels.length), labels, `proposed: ${found.slice(0, 12).join(', ')}`);
  });
}

function includes(name: string, source: string, ...labels: readonly string[]): void {
  it(name, () => {
    const found = itemsAt(prepare(source + LIBRARY)).map((one) => one.label);
    for (const label of labels) assert.ok(found.includes(label), `no ${label} among ${found.join(', ')}`);
  });
}

function offersNot(name: string, source: string, ...labels: readonly string[]): void {
  it(name, () => {
    const found = itemsAt(prepare(source + LIBRARY)).map((one) => one.label);
    for (const label of labels) assert.ok(!found.includes(label), `${label} is proposed`);
    if (labels.length === 0) assert.deepEqual(found, []);
  });
}

/** Taking the proposal with this label turns the line of the cursor into `line` (`$0` marks where the cursor goes). */
function inserts(name: string, source: string, label: string, line: string): void {
  it(name, () => {
    const prepared = prepare(source + LIBRARY);
    const { context } = prepared;
    const item = itemsAt(prepared).find((one) => one.label === label);
    assert.ok(item?.textEdit && 'range' in item.textEdit, `no ${label}`);
    const { start, end } = item.textEdit.range;
    const text =
      context.file.text.slice(0, context.lines.offset(start)) +
      item.textEdit.newText +
      context.file.text.slice(context.lines.offset(end));
    const from = text.lastIndexOf('\n', context.lines.offset(start) - 1) + 1;
    const lines = text.slice(from).split('\n');
    assert.equal(lines.slice(0, line.split('\n').length).join('\n'), line);
    const typed = context.file.text.slice(context.lines.offset(start), prepared.offset);
    assert.ok(editorKeeps(item, typed), `an editor would drop ${label} for “${typed}”`);
  });
}

/** Editors keep a proposal when what was typed is found, letter by letter and in order, in its filter text. */
function editorKeeps(item: CompletionItem, typed: string): boolean {
  const filter = (item.filterText ?? item.label).toLowerCase();
  let at = 0;
  for (const letter of typed.trimStart().toLowerCase()) {
    at = filter.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const article = (prose: string) => `-- articles/a.md --\n---\nkind: article\ntitle: Pain\n---\n\n${prose}\n`;
const condition = (yaml: string) => `-- conditions/x.yaml --\nkind: condition\nid: x\n${yaml}\n`;

describe('completion of citations', () => {
  offers('newest first without a word', article('Pain [@‸].'), 'muller-2020', 'ji-2018', 'sluka-2018');
  offers('by key', article('Pain [@slu‸].'), 'sluka-2018');
  offers('by second author', article('Pain [@clauw‸].'), 'sluka-2018');
  offers('by title word', article('Pain [@neuroimm‸].'), 'sluka-2018');
  offers('by words in any order', article('Pain [@central ji‸].'), 'ji-2018');
  offers('by author, title word and year', article('Pain [@sluka fibro 2016‸].'), 'sluka-2018');
  offers('by journal', article('Pain [@anesthesiology‸].'), 'ji-2018');
  offers('by year', article('Pain [@2016‸].'), 'sluka-2018');
  offers('by PMID', article('Pain [@27291641‸].'), 'sluka-2018');
  offers('by PMID with its prefix', article('Pain [@pmid:27291‸].'), 'sluka-2018');
  offers('by DOI', article('Pain [@10.1016/j.neuro‸].'), 'sluka-2018');
  offers('without accents', article('Pain [@muller‸].'), 'muller-2020');
  offers('with accents', article('Pain [@mül‸].'), 'muller-2020');
  offers('by a title word with a hyphen', article('Pain [@il-6‸].'), 'muller-2020');
  offers('for the second of two', article('Pain [@ji-2018; @slu‸].'), 'sluka-2018');
  offers('after a prefix', article('Pain [see also @slu‸].'), 'sluka-2018');
  offers('without the author', article('Pain [-@slu‸].'), 'sluka-2018');
  offers('in an open bracket', article('Pain [@slu‸'), 'sluka-2018');
  offers('in the sentence', article('As @slu‸ shows.'), 'sluka-2018');
  offers('in braces', article('Pain [@{slu‸}].'), 'sluka-2018');
  offers('in a table', article('| a |\n|---|\n| [@slu‸ |'), 'sluka-2018');
  offers('in a file that is no article yet', '-- notes.md --\nPain [@‸\n', 'muller-2020');
  offers(
    'a key before an author',
    `${article('Pain [@ji‸].')}-- b.bib --\n@book{zz, author = {Jill Jinks}, title = {T}, year = 2025}\n`,
    'ji-2018',
    'zz',
  );
  offersNot('of other words', article('Pain [@zebra‸].'));
  offersNot('in an e-mail address', article('Write to me@slu‸ now.'));
  offersNot('behind the bracket', article('Pain [@ji-2018] slu‸ now.'));
  offersNot('in a locator', article('Pain [@ji-2018, p‸].'));
  offersNot('in code', article('```\n[@slu‸\n```'));
  offersNot('in inline code', article('Write `[@slu‸` here.'));
  offersNot('of the sentence with spaces', article('As @slu shows‸.'));
  offersNot('in a README without brackets', '-- README.md --\nAsk @slu‸\n');
  offersNot(
    'outside the bibliography',
    '-- articles/a.md --\n---\nkind: article\nbibliography: other.bib\n---\n\n[@slu‸]\n-- articles/other.bib --\n@book{own, title = {T}}\n',
  );
  inserts(
    'the key in place of the words',
    article('Pain [@sluka mast‸].').replace('mast', 'fibro'),
    'sluka-2018',
    'Pain [@sluka-2018].',
  );
  inserts('the key in place of a key', article('Pain [@ji‸-2018].'), 'ji-2018', 'Pain [@ji-2018].');
  inserts(
    'the key behind another',
    article('Pain [@ji-2018; @clauw‸].'),
    'sluka-2018',
    'Pain [@ji-2018; @sluka-2018].',
  );
  inserts('the key inside braces', article('Pain [@{slu‸}].'), 'sluka-2018', 'Pain [@{sluka-2018}].');
});

describe('completion of evidence', () => {
  offers('in brackets', condition('evidence: [‸]'), 'muller-2020');
  offers('as an item', condition('evidence:\n  - slu‸'), 'sluka-2018');
  offers('in the long form', condition('evidence:\n  - reference: clauw‸'), 'sluka-2018');
  offers('by several words', condition('evidence:\n  - reference: sluka fibro‸'), 'sluka-2018');
  inserts('as an item', condition('evidence:\n  - clauw‸'), 'sluka-2018', '  - sluka-2018');
  inserts('in brackets', condition('evidence: [ji-2018, clauw‸]'), 'sluka-2018', 'evidence: [ji-2018, sluka-2018]');
  inserts('with its brackets', condition('evidence: clauw‸'), 'sluka-2018', 'evidence: [sluka-2018]');
});

describe('completion of ids', () => {
  offers('by alias', condition('mediators: [tnfa‸]'), 'tnf-alpha');
  offers('by an older name', condition('mediators: [MCP-1‸]'), 'ccl2');
  offers('by words', condition('mediators: [interleukin 6‸]'), 'il-6');
  offers('by Greek letter', condition('mediators: [IL-1β‸]'), 'il-1-beta');
  offers('by a long name', condition('mediators: [tumor necrosis factor‸]'), 'tnf-alpha');
  offers('as an item', condition('mediators:\n  - tnfa‸'), 'tnf-alpha');
  offers('in the long form', condition('mediators:\n  - mediator: tnfa‸'), 'tnf-alpha');
  offers('the repository’s first', condition('mechanisms: [central‸]'), 'central-sensitisation');
  offers('by synonym', '-- articles/a.md --\n---\nkind: article\nconditions: [fibrosit‸]\n---\n', 'fibromyalgia');
  offers('by abbreviation', '-- articles/a.md --\n---\nkind: article\nconditions: [fm‸]\n---\n', 'fibromyalgia');
  offers(
    'the repository’s by the vocabulary’s alias',
    `${condition('mediators: [TNFSF2‸]')}-- mediators/t.yaml --\nkind: mediator\nid: tnf-alpha\nname: TNF\n`,
    'tnf-alpha',
  );
  offers('of cells', condition('cells: [microgl‸]'), 'microglia');
  offers('of treatments', condition('treatments: [etaner‸]'), 'etanercept');
  offers(
    'of articles',
    '-- articles/a.md --\n---\nkind: article\nnext: sec‸\n---\n-- articles/b.md --\n---\nkind: article\nid: second\ntitle: The second\n---\n',
    'second',
  );
  includes('without a word', condition('mechanisms: [‸]'), 'central-sensitisation');
  offers(
    'for a record’s own id, of the vocabulary',
    '-- mediators/m.yaml --\nkind: mediator\nid: tnfa‸\n',
    'tnf-alpha',
  );
  inserts('an id for an alias', condition('mediators: [tnfa‸]'), 'tnf-alpha', 'mediators: [tnf-alpha]');
  inserts('an id for words', condition('mediators: [interleukin 6‸]'), 'il-6', 'mediators: [il-6]');
  inserts('an id behind a dash', condition('mediators:\n  - MCP-1‸'), 'ccl2', '  - ccl2');
  inserts(
    'an id with brackets',
    condition('mechanisms: central‸'),
    'central-sensitisation',
    'mechanisms: [central-sensitisation]',
  );
  inserts('a space behind the colon', condition('mediators:\n  - mediator:‸'), 'tnf-alpha', '  - mediator: tnf-alpha');
  inserts(
    'over the rest of the word',
    condition('mechanisms: [cent‸ral]'),
    'central-sensitisation',
    'mechanisms: [central-sensitisation]',
  );
});

describe('completion of keys and words', () => {
  offers('required keys first', '-- conditions/x.yaml --\nkind: condition\n‸\n', 'id', 'name');
  includes('other keys', condition('‸'), 'name', 'mechanisms', 'evidence', 'codes');
  offersNot('keys that are there', condition('name: N\n‸'), 'id', 'kind', 'name');
  includes('keys of a nested map', condition('mechanisms:\n  - mechanism: a\n    ‸'), 'role', 'certainty', 'evidence');
  includes('keys of codes', condition('codes:\n  ‸'), 'mondo', 'icd-11');
  includes(
    'keys of front matter',
    '-- articles/a.md --\n---\nkind: article\n‸\n---\n',
    'title',
    'audience',
    'review-by',
  );
  includes('keys of a reference', '-- r.yaml --\nreferences:\n  - id: a\n    ‸\n', 'DOI', 'author', 'container-title');
  offers('words', condition('mechanisms:\n  - mechanism: a\n    role: ‸'), 'drives', 'maintains');
  offers(
    'words of front matter',
    '-- articles/a.md --\n---\nkind: article\naudience: ‸\n---\n',
    'patient',
    'clinician',
  );
  offers('words of the configuration', '-- clinical-content.yaml --\nlanguage: ‸\n', 'en-GB');
  includes(
    'checks of the configuration',
    '-- clinical-content.yaml --\nrules:\n  un‸\n',
    'unresolved-citation',
    'uncited-reference',
  );
  offers('severities', '-- clinical-content.yaml --\nrules:\n  unresolved-citation: ‸\n', 'off', 'hint');
  includes('the kind of an empty file', '-- conditions/new.yaml --\nki‸\n', 'kind: condition', 'kind: treatment');
  offersNot('in foreign YAML', '-- compose.yaml --\nservices:\n  ‸\n');
  offersNot('in a comment', condition('# na‸'));
  inserts('a key with its colon', condition('na‸'), 'name', 'name: ');
  inserts('a key of a list', condition('mecha‸'), 'mechanisms', 'mechanisms:\n  - $0');
  inserts('a key of a mapping', condition('cod‸'), 'codes', 'codes:\n  $0');
  inserts('a key before its colon', condition('na‸: N'), 'name', 'name: N');
  inserts('a word', condition('mechanisms:\n  - mechanism: a\n    role: dri‸'), 'drives', '    role: drives');
  inserts(
    'a check',
    '-- clinical-content.yaml --\nrules:\n  unres‸\n',
    'unresolved-citation',
    '  unresolved-citation: ',
  );
  inserts('the kind of an empty file', '-- conditions/new.yaml --\nki‸\n', 'kind: mechanism', 'kind: mechanism');
});

describe('completion of mediators in prose', () => {
  offers('by alias', article('High tnfa‸ levels.'), 'TNF-α');
  offers('with a digit', article('High il6‸ levels.'), 'IL-6');
  offers('by an older name', article('High mcp-1‸ levels.'), 'CCL2');
  offers('of two words', article('Levels of interleukin 6‸'), 'IL-6');
  offersNot('of one or two letters', article('High il‸ levels.'));
  offersNot('in code', article('```\ntnfa‸\n```'));
  offersNot('of other words', article('The weatherman‸.'));
  offersNot('in a file that is no article', '-- README.md --\nHigh tnfa‸\n');
  offersNot('in a citation', article('High [@tnfa‸].'));
  inserts('the preferred spelling', article('High tnfa‸ levels.'), 'TNF-α', 'High TNF-α levels.');
  inserts('in place of two words', article('Levels of interleukin 6‸ rise.'), 'IL-6', 'Levels of IL-6 rise.');
  it('waits to be asked', () => {
    assert.deepEqual(itemsAt(prepare(article('High tnfa‸')), ' '), []);
  });
});

describe('completion in comments', () => {
  includes('of directives', article('<!-- clinical-‸ -->'), 'clinical-content-disable-next-line');
  includes('of checks', article('<!-- clinical-content-disable-next-line ‸ -->'), 'unresolved-citation');
  includes('of checks in YAML', condition('# clinical-content-disable-next-line un‸'), 'unknown-key');
  offersNot(
    'of checks that are there',
    article('<!-- clinical-content-disable-line unknown-key, ‸ -->'),
    'unknown-key',
  );
  offersNot('of checks in the reason', article('<!-- clinical-content-disable-line unknown-key -- be‸ -->'));
  inserts(
    'a check',
    article('<!-- clinical-content-disable-line unresolved-c‸ -->'),
    'unresolved-citation',
    '<!-- clinical-content-disable-line unresolved-citation -->',
  );
});

describe('explaining a proposal', () => {
  const explained = (source: string, label: string): string => {
    const prepared = prepare(source + LIBRARY);
    const item = itemsAt(prepared).find((one) => one.label === label);
    assert.ok(item, `no ${label}`);
    const { documentation } = resolveCompletion(prepared.context, item);
    return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
  };
  it('cites a reference', () =>
    assert.match(explained(article('[@slu‸]'), 'sluka-2018'), /Sluka KA, Clauw DJ\. Neuroimmune/));
  it('describes a mediator', () =>
    assert.match(explained(condition('mediators: [tnfa‸]'), 'tnf-alpha'), /\*\*TNF-α\*\*/));
  it('describes a spelling', () => assert.match(explained(article('High tnfa‸'), 'TNF-α'), /Family|Role/));
  it('describes a key', () => assert.match(explained(condition('na‸'), 'name'), /\*\*name\*\*/));
  it('shows a short citation beside the key', () => {
    const source = article('[@slu‸]') + LIBRARY;
    const [item] = itemsAt(prepare(source, { snippets: true, vscode: false, createsFiles: true }));
    assert.equal(item?.detail, 'Sluka & Clauw 2016 · Neuroscience');
    assert.equal(itemsAt(prepare(source))[0]?.labelDetails?.description, 'Sluka & Clauw 2016 · Neuros…');
  });
});
