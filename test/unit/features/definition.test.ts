// Where does “Go to definition” lead? Carets stand under what is expected.

import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { definition } from '../../../server/src/features/definition';
import { type Prepared, pathOfUri, prepare } from './feature-context';

function key({ context }: Prepared, path: string, range: Range): string {
  const lines = path === context.path ? context.lines : context.linesOf(path);
  assert.ok(lines);
  return `${path} ${lines.offset(range.start)}-${lines.offset(range.end)}`;
}

function expected({ fixture }: Prepared): string[] {
  return fixture.expected.map((one) => `${one.path} ${one.start}-${one.end}`).sort();
}

function checkDefinition(name: string, source: string): void {
  it(name, () => {
    const prepared = prepare(source);
    const found = definition(prepared.context, prepared.offset).map((one) =>
      key(prepared, pathOfUri(one.targetUri), one.targetSelectionRange),
    );
    assert.deepEqual(found.sort(), expected(prepared));
  });
}

describe('definition', () => {
  checkDefinition(
    'of a citation in CSL-YAML',
    `
-- a.md --
Pain [@smi‸th-2021].
-- r.yaml --
references:
  - id: smith-2021
        ^^^^^^^^^^`,
  );
  checkDefinition(
    'of a citation in BibTeX',
    `
-- a.md --
Pain [@smi‸th-2021].
-- r.bib --
@article{smith-2021, title = {T}}
         ^^^^^^^^^^`,
  );
  checkDefinition(
    'of a citation in CSL-JSON',
    `
-- a.md --
Pain [@smi‸th-2021].
-- references.json --
[{"id": "smith-2021", "title": "T"}]
         ^^^^^^^^^^`,
  );
  checkDefinition(
    'of an identifier',
    `
-- a.md --
Pain [@pmid:12‸345].
-- r.yaml --
references:
  - id: smith-2021
        ^^^^^^^^^^
    PMID: 12345`,
  );
  checkDefinition(
    'of evidence',
    `
-- x.yaml --
kind: condition
id: x
evidence: [smith‸-2021]
-- r.yaml --
references:
  - id: "smith-2021"
         ^^^^^^^^^^`,
  );
  checkDefinition(
    'of a number',
    `
-- a.md --
Pain [‸2].

## References

1. First
2. Second
   ^^^^^^`,
  );
  checkDefinition(
    'of an id',
    `
-- a.md --
---
kind: article
conditions: [fibro‸myalgia]
---
-- x.yaml --
kind: condition
id: fibromyalgia
    ^^^^^^^^^^^^`,
  );
  checkDefinition(
    'of another spelling of an id',
    `
-- x.yaml --
kind: condition
id: x
mediators: [TNF‸a]
-- m.yaml --
kind: mediator
id: tnf-alpha
    ^^^^^^^^^`,
  );
  checkDefinition(
    'of a mention in prose',
    `
-- a.md --
---
kind: article
---
High TN‸F-α.
-- m.yaml --
kind: mediator
id: tnf-alpha
    ^^^^^^^^^`,
  );
  it('of a bibliography', () => {
    const { context, offset } = prepare(
      '-- articles/a.md --\n---\nkind: article\nbibliography: ../re‸fs.bib\n---\n-- refs.bib --\n@book{a, title={T}}\n',
    );
    assert.deepEqual(
      definition(context, offset).map((one) => pathOfUri(one.targetUri)),
      ['refs.bib'],
    );
  });
  checkDefinition(
    'of a link to a heading',
    `
-- a.md --
---
kind: article
---
See [there](b.md#the-pl‸ace).
-- b.md --
---
kind: article
---
# One

## The place
   ^^^^^^^^^`,
  );
  checkDefinition(
    'of an unknown key leads nowhere',
    `
-- a.md --
Pain [@nob‸ody-1].`,
  );
  checkDefinition(
    'of the vocabulary leads nowhere',
    `
-- x.yaml --
kind: condition
id: x
mediators: [il-‸6]`,
  );
});
