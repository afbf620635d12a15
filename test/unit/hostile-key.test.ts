import assert from 'node:assert/strict';
import { pack, unpack } from '../../server/src/base/packed';
import { importReferences } from '../../server/src/conversion/bibliography';
import { Project } from '../../server/src/project/project';
import { RULES } from '../../server/src/rules/table';
import { describeKey, describeValue } from '../../server/src/schema/describe';
import { SCHEMA_NAMES, SHIPPED_KINDS } from '../../server/src/schema/registry';
import { complete } from '../../server/src/vocab/completion';
import { VOCAB_KINDS } from '../../server/src/vocab/entry';
import { lookUp } from '../../server/src/vocab/look-up';
import { nearestEntry } from '../../server/src/vocab/near-miss';
import { entryById } from '../../server/src/vocab/store';
import { TODAY } from './fixture';

/** Names that every object has, or that change it. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];

function findings(files: Readonly<Record<string, string>>): string[] {
  const project = new Project(RULES, TODAY);
  project.configure(files['clinical-content.yaml']);
  for (const [path, text] of Object.entries(files)) project.update(path, text, { named: true });
  return Object.keys(files).flatMap((path) => project.findings(path).map((one) => `${one.rule}: ${one.message}`));
}

describe('names that every object has', () => {
  afterEach(() => {
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('mean nothing to the vocabulary', () => {
    for (const name of NAMES)
      for (const kind of VOCAB_KINDS) {
        assert.equal(lookUp(kind, name), undefined);
        assert.equal(entryById(kind, name), undefined);
        assert.equal(nearestEntry(kind, name), undefined);
        assert.ok(complete(kind, name, 10).every((one) => !/native code/.test(JSON.stringify(one))));
      }
  });

  it('are no keys of a schema and no values of one', () => {
    for (const name of NAMES)
      for (const schema of SCHEMA_NAMES) {
        assert.doesNotMatch(describeKey(name, SHIPPED_KINDS.schemaFor(schema)), /native code|\[object/);
        assert.equal(describeValue(name, SHIPPED_KINDS.schemaFor(schema)), undefined);
      }
  });

  for (const name of NAMES) {
    it(`can be ids and keys like others: “${name}”`, () => {
      const record = (kind: string) => `kind: ${kind}\nid: ${name}\nname: ${name}\n${name}: {polluted: 1}\n`;
      const reference = `references:\n  - id: ${name}\n    type: book\n    title: T\n    ${name}: {polluted: 1}\n    ISBN: 9780306406157\n`;
      const found = findings({
        'a.yaml': record('mechanism'),
        'b.yaml': record('mechanism'),
        'references.yaml': reference,
        'a.md': `---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n${name}: {polluted: 1}\n---\n\n# ${name}\n\nPain [@${name}] [x](#${name}) [y][${name}].\n\n[${name}]: ./${name}.md\n`,
        'a.bib': `@article{${name}, ${name} = {x}, title = {T}, doi = {10.5555/x}}\n@string{${name} = "x"}\n@${name}{b, title = ${name}}\n`,
        'references/a.json': `[{"id": "${name}", "type": "${name}", "title": "T", "${name}": {"polluted": 1}}]`,
        'references.lock.json': `{"version": 1, "papers": [{"pmid": "1", "doi": "10.5555/x", "${name}": {"polluted": 1}}], "${name}": {"polluted": 1}}`,
        'clinical-content.yaml': `rules:\n  ${name}: off\n  glued-citation: {${name}: {polluted: 1}}\n${name}: {polluted: 1}\noverrides:\n  - files: ["${name}"]\n    rules: {${name}: error}\n`,
      });
      assert.ok(!found.some((one) => /native code|\[object|failed on this file/.test(one)), found.join('\n'));
      assert.ok(!found.some((one) => one.startsWith('unresolved-citation')), found.join('\n'));
      assert.ok(
        found.some((one) => one.startsWith('duplicate-id') && one.includes(`“${name}”`)),
        found.join('\n'),
      );
    });

    it(`can be tags of an export: “${name}”`, () => {
      for (const [format, text] of [
        ['ris', `TY  - JOUR\nTI  - ${name}\n${name}  - x\nID  - ${name}\nER  - \n`],
        ['nbib', `PMID- 1\nTI  - ${name}\n${name}- x\n`],
      ] as const) {
        const { references, remarks } = importReferences(name, text, format);
        assert.doesNotMatch([references, ...remarks].join('\n'), /native code|\[object/);
      }
    });
  }

  it('come out of a cache as they went in, or not at all', () => {
    for (const name of NAMES) {
      const value = JSON.parse(`{"a": {"${name}": {"polluted": 1}}}`);
      try {
        assert.deepEqual(unpack(pack(value)), value);
      } catch (error) {
        assert.ok(error instanceof RangeError && name === '__proto__', name);
      }
    }
  });
});
