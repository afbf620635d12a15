import assert from 'node:assert/strict';
import { readEdited } from '../../../server/src/model/edited-references';
import { readFile } from '../../../server/src/model/read-file';
import { SHIPPED_KINDS } from '../../../server/src/schema/registry';

const ENTRIES = [
  '  - id: one-2001\n    title: One\n    note: a\n',
  '  - id: two-2002\n    title: "Two:\n      on two lines"\n    PMID: 2x\n    titel: b\n',
  '  - id: three-2003\n    title: Three\n    title: Again\n',
];
const LIST = `references:\n${ENTRIES.join('')}`;

/** What reading an edit by itself gives, if it can be read so; in any case the file must say what it says when it is read whole. */
function afterEdit(before: string, after: string) {
  const file = readFile('r.yaml', before, { open: true });
  const now = readFile('r.yaml', after, { open: true, previous: file });
  const whole = readFile('r.yaml', after);
  assert.deepEqual(now.facts, whole.facts);
  assert.deepEqual(now.shape, whole.shape);
  assert.deepEqual(now.repeated, whole.repeated);
  assert.deepEqual(now.problems, whole.problems);
  assert.deepEqual(now.yaml?.documents, whole.yaml?.documents);
  return { file, edited: readEdited(file, after, now.facts.role, SHIPPED_KINDS) };
}

describe('an edit in a file of references', () => {
  it('leaves what the other entries say as it was', () => {
    const { file, edited } = afterEdit(LIST, LIST.replace('note: a', 'note: ab'));
    assert.equal(edited?.facts.references.length, 3);
    assert.equal(edited.facts.references[2]?.data, file.facts.references[2]?.data);
    assert.equal(edited.facts.references[2]?.start, (file.facts.references[2]?.start ?? 0) + 1);
    assert.equal(edited.shape.length, 1);
    assert.equal(edited.repeated.length, 1);
  });

  const alone: Readonly<Record<string, readonly [string, string]>> = {
    'an entry goes': [LIST, LIST.replace(ENTRIES[1] ?? '', '')],
    'an entry comes': [LIST, LIST.replace('  - id: two', '  - id: new-2020\n    title: New\n  - id: two')],
    'an entry is written at the end': [LIST, `${LIST}  - id: new-2020`],
    'two entries change places': [LIST, `references:\n${[ENTRIES[0], ENTRIES[2], ENTRIES[1]].join('')}`],
    'a front matter mark stands above the list': [`---\n${LIST}...\n`, `---\n${LIST.replace('One', 'Won')}...\n`],
    'lines end as on Windows': [LIST.replaceAll('\n', '\r\n'), LIST.replace('One', 'Won').replaceAll('\n', '\r\n')],
  };
  for (const [name, [before, after]] of Object.entries(alone))
    it(`is read by itself when ${name}`, () => assert.notEqual(afterEdit(before, after).edited, undefined));

  const whole: Readonly<Record<string, readonly [string, string]>> = {
    'it is no sound YAML': [LIST, LIST.replace('title: One', 'title: "One')],
    'the text was no sound YAML': [LIST.replace('title: One', 'title: "One'), LIST],
    'another entry says again what this one says': [
      LIST.replace('note: a', 'note: &a b').replace('Again', '*a'),
      LIST.replace('Again', '*a'),
    ],
    'it says again what another entry says': [
      LIST.replace('note: a', 'note: &a b'),
      LIST.replace('note: a', 'note: &a b').replace('Again', '*a'),
    ],
    'a key says again what another entry says': [
      `${LIST.replace('note: a', 'note: &a b')}    ? [*a]\n    : c\n`,
      `${LIST}    ? [*a]\n    : c\n`,
    ],
    'it switches a check off': [LIST, LIST.replace('note: a', 'note: a # clinical-content-disable-line unknown-key')],
    'it is a comment where checks are spoken of': [
      LIST.replace('Again', 'On clinical-content-disable-line'),
      LIST.replace('Again', 'On clinical-content-disable-line').replace('note: a', 'note: a # b'),
    ],
    'it ends the list': [LIST, LIST.replace('    note: a', 'note: a')],
    'a quotation mark is opened over the next entry': [
      LIST,
      LIST.replace('note: a', 'note: "a').replace('PMID: 2x', '"'),
    ],
    'an entry is moved out of its column': [LIST, LIST.replace('  - id: two', '    - id: two')],
    'the list gets another name': [LIST, LIST.replace('references', 'reference')],
    'the file becomes something else': [LIST, `kind: condition\nid: a\nname: b\n${LIST}`],
    'another key stands behind the list': [`${LIST}nocite: x\n`, `${LIST.replace('One', 'Won')}nocite: x\n`],
    'the list stands between brackets': [
      'references: [{id: one-2001, title: One}, {id: two-2002}]\n',
      'references: [{id: one-2001, title: Won}, {id: two-2002}]\n',
    ],
    'the last entry goes': ['references:\n  - id: one-2001\n    title: One\n', 'references:\n'],
  };
  for (const [name, [before, after]] of Object.entries(whole))
    it(`is read with the whole file when ${name}`, () => assert.equal(afterEdit(before, after).edited, undefined));
});
