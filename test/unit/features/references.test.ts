// Where do references and highlights lead? Carets stand under what is expected.

import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { documentHighlights } from '../../../server/src/features/document-highlight';
import { references } from '../../../server/src/features/references';
import { type Prepared, pathOfUri, prepare } from './feature-context';

function key({ context }: Prepared, path: string, range: Range): string {
  const lines = path === context.path ? context.lines : context.linesOf(path);
  assert.ok(lines);
  return `${path} ${lines.offset(range.start)}-${lines.offset(range.end)}`;
}

function expected({ fixture }: Prepared): string[] {
  return fixture.expected.map((one) => `${one.path} ${one.start}-${one.end}`).sort();
}

function checkReferences(name: string, source: string, includeDefinition = false): void {
  it(name, () => {
    const prepared = prepare(source);
    const found = references(prepared.context, prepared.offset, includeDefinition).map((one) =>
      key(prepared, pathOfUri(one.uri), one.range),
    );
    assert.deepEqual(found.sort(), expected(prepared));
  });
}

function checkHighlights(name: string, source: string): void {
  it(name, () => {
    const prepared = prepare(source);
    const found = documentHighlights(prepared.context, prepared.offset).map((one) =>
      key(prepared, prepared.context.path, one.range),
    );
    assert.deepEqual(found.sort(), expected(prepared));
  });
}

describe('references', () => {
  checkReferences(
    'of a citation key',
    `
-- a.md --
Pain [@smi‸th-2021] and @smith-2021 too.
       ^^^^^^^^^^
                        ^^^^^^^^^^
-- r.yaml --
references:
  - id: smith-2021
-- x.yaml --
kind: condition
id: x
evidence: ["smith-2021"]
            ^^^^^^^^^^`,
  );
  checkReferences(
    'with the definition',
    `
-- a.md --
Pain [@smith-2021].
       ^^^^^^^^^^
-- r.yaml --
references:
  - id: smi‸th-2021
        ^^^^^^^^^^`,
    true,
  );
  checkReferences(
    'of an id, under all its spellings',
    `
-- m.yaml --
kind: mediator
id: tnf-al‸pha
-- x.yaml --
kind: condition
id: x
mediators: [tnf-alpha, TNFa]
            ^^^^^^^^^
                       ^^^^`,
  );
  checkReferences(
    'of an id that only the vocabulary has',
    `
-- x.yaml --
kind: condition
id: x
mediators: [il-‸6]
            ^^^^
-- y.yaml --
kind: condition
id: y
mediators:
  - mediator: il-6
              ^^^^`,
  );
  checkReferences(
    'of a number',
    `
-- a.md --
Pain [‸1] and [1, 2].
      ^
              ^

## References

1. First
2. Second`,
  );
  checkReferences(
    'keeps kinds apart',
    `
-- x.yaml --
kind: condition
id: pai‸n
-- y.yaml --
kind: mechanism
id: pain
-- a.md --
---
kind: article
conditions: [pain]
             ^^^^
mechanisms: [pain]
---`,
  );
});

describe('highlights', () => {
  checkHighlights(
    'a citation',
    `
-- a.md --
Pain [@smi‸th-2021], again [@smith-2021; @other-2020].
       ^^^^^^^^^^
                            ^^^^^^^^^^
-- r.yaml --
references:
  - id: smith-2021
  - id: other-2020`,
  );
  checkHighlights(
    'a mediator in prose and front matter',
    `
-- a.md --
---
kind: article
mediators: [tnf-alpha]
            ^^^^^^^^^
---

High TN‸F-α and more TNF-α but less IL-6.
     ^^^^^
                    ^^^^^`,
  );
  checkHighlights(
    'an id in its own record',
    `
-- x.yaml --
kind: mechanism
id: lo‸op
    ^^^^
leads-to: [loop]
           ^^^^`,
  );
  checkHighlights(
    'nothing for other words',
    `
-- a.md --
---
kind: article
---
The we‸ather.`,
  );
});
