// Random content repositories: what a file may say, and how one may change.

import fc from 'fast-check';

const id = fc.constantFrom('pain', 'pian', 'spinal-windup', 'spinal-windpu', 'glial-x', 'il-6', 'one', 'two');
const key = fc.constantFrom('smith-2021', 'smith-2012', 'doe-2019', 'pmid:123', 'doi:10.5555/abc', 'tag:deep', 'deep');
const citation = fc.oneof(
  key.map((one) => `[@${one}]`),
  fc.tuple(key, key).map(([a, b]) => `[@${a}; @${b}]`),
  fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((n) => `[${n}]`).join('')),
);
const link = fc.constantFrom('[a](b.md#one)', '[b](a.md)', '[c](articles/x.md#two)', '![p](img/p.png)', '[d](#one)');
const suppression = fc.constantFrom(
  '<!-- clinical-content-disable-next-line unresolved-citation -->',
  '<!-- clinical-content-disable-file uncited-reference -->',
);
const reference = fc
  .tuple(
    key,
    fc.constantFrom(
      '',
      '    DOI: 10.5555/abc\n',
      '    PMID: 123\n',
      '    PMID: 12x\n',
      '    PMID: 124\n    DOI: 10.5555/abc\n',
    ),
  )
  .map(
    ([one, more]) =>
      `  - id: ${one.includes(':') ? JSON.stringify(one) : one}\n    title: A title of some length here\n    issued: 2020\n${more}`,
  );

const article = fc
  .tuple(
    fc.constantFrom('', 'bibliography: references/r.yaml\n', 'bibliography: [refs.bib, nowhere.bib]\n'),
    id,
    fc.array(id, { maxLength: 2 }),
    fc.array(fc.oneof(citation, link, suppression, fc.constantFrom('# One', '## Two {.x}', 'Text IL6.')), {
      maxLength: 5,
    }),
    fc.boolean(),
  )
  .map(
    ([bibliography, own, mechanisms, parts, list]) =>
      `---\nkind: article\nid: ${own}\ntitle: T\n${bibliography}mechanisms: [${mechanisms.join(', ')}]\nnext: two\n---\n\n${parts.join('\n\n')}\n${list ? '\n## References\n\n1. https://pubmed.ncbi.nlm.nih.gov/123/\n2. b\n' : ''}`,
  );
const record = fc
  .tuple(fc.constantFrom('condition', 'mechanism', 'mediator'), id, fc.array(key, { maxLength: 2 }), id)
  .map(
    ([kind, own, evidence, mechanism]) =>
      `kind: ${kind}\nid: ${own}\nname: N\nevidence: [${evidence.map((one) => JSON.stringify(one)).join(', ')}]\n${kind === 'condition' ? `mechanisms: [${mechanism}]\n` : ''}`,
  );
const references = fc
  .array(reference, { maxLength: 3 })
  .map((all) => (all.length ? `references:\n${all.join('')}` : 'references: []\n'));
const bib = fc
  .array(key, { maxLength: 2 })
  .map((keys) =>
    keys.map((one) => `@article{${one}, title={A title of some length here}, year=2020, doi={10.5555/abc}}\n`).join(''),
  );
const paper = fc
  .tuple(fc.constantFrom('123', '124'), fc.constantFrom('10.5555/abc', '10.5555/abd'), fc.boolean())
  .map(([pmid, doi, isPreprint]) => ({ pmid, doi, ...(isPreprint && { 'published-as': { pmid: '123' } }) }));
const lock = fc.array(paper, { maxLength: 2 }).map((papers) => JSON.stringify({ version: 1, papers }));
const tags = key.map((one) => `tag\tcitation\ndeep\t${one}\n`);

/** A path with its new text; null where the file goes. */
export const change = fc.oneof(
  fc.tuple(fc.constantFrom('articles/x.md', 'a.md', 'b.md'), fc.option(article)),
  fc.tuple(fc.constantFrom('conditions/c.yaml', 'm.yaml', 'n.yaml'), fc.option(record)),
  fc.tuple(fc.constantFrom('references/r.yaml', 'references/s.yaml'), fc.option(references)),
  fc.tuple(fc.constant('refs.bib'), fc.option(bib)),
  fc.tuple(fc.constant('citation-tags.tsv'), fc.option(tags)),
  fc.tuple(fc.constant('references.lock.json'), fc.option(lock)),
  fc.tuple(fc.constantFrom('img/p.png', 'img/q.png'), fc.option(fc.constant(''))),
);
