// What is an author told about YAML that cannot be read? Carets stand under the place, with words of the message.

import assert from 'node:assert/strict';
import { parseYaml } from '../../../server/src/syntax/yaml';
import { valueAt, type YamlNode } from '../../../server/src/syntax/yaml-node';

function check(name: string, fixture: string): void {
  it(name, () => {
    const lines: string[] = [];
    const expected: { place: string; words: string }[] = [];
    for (const line of fixture.replace(/^\n/, '').split('\n')) {
      const match = /^([ \t]*)(\^+) (.*)$/.exec(line);
      if (match)
        expected.push({ place: `${lines.length}:${match[1]?.length}+${match[2]?.length}`, words: match[3] as string });
      else lines.push(line);
    }
    const text = lines.join('\n');
    const found = parseYaml(text).problems.map(({ start, end, message }) => {
      const before = text.slice(0, start).split('\n');
      return { place: `${before.length}:${before.at(-1)?.length}+${end - start}`, message };
    });
    assert.deepEqual(
      found.map(({ place }) => place),
      expected.map(({ place }) => place),
      JSON.stringify(found),
    );
    found.forEach(({ message }, index) => {
      assert.ok(message.includes(expected[index]?.words ?? ''), `“${message}” lacks “${expected[index]?.words}”`);
      assert.match(message, /^[“A-Z].*\.$/);
    });
  });
}

describe('a problem of YAML', () => {
  check(
    'names a tab',
    `
kind: condition
cells:
\t- microglia
^ This line is indented with a tab; use spaces instead.
`,
  );
  check(
    'names a missing space after a colon',
    `
kind: condition
id:fibromyalgia
^^^^^^^^^^^^^^^ Put a space after the colon: “id: fibromyalgia”.
name: x
`,
  );
  check(
    'names a missing space after a dash',
    `
cells:
- a
-b
^^ Put a space after the dash: “- b”.
`,
  );
  check(
    'names a missing colon, in the middle',
    `
mecha
^^^^^ “mecha” has no value; write a colon, a space and the value after it.
name: x
`,
  );
  check(
    'names a missing colon, at the end',
    `
name: x
mecha
^^^^^ “mecha” has no value
`,
  );
  check(
    'names a text with a colon in it',
    `
title: Pain: a review
       ^^^^^^^^^^^^^^ needs quotation marks: "Pain: a review".
name: x
`,
  );
  check(
    'names an open quotation mark',
    `
name: "Fibromyalgia
      ^^^^^^^^^^^^^ This quotation mark is never closed; add " at the end of the text.
id: x
`,
  );
  check(
    'names an open single quotation mark',
    `
name: 'Fibromyalgia
      ^^^^^^^^^^^^^ add ' at the end
id: x
`,
  );
  check(
    'names an open bracket',
    `
cells: [microglia, astrocyte
       ^^^^^^^^^^^^^^^^^^^^^ This bracket is never closed; add “]” after the last item.
id: x
`,
  );
  check(
    'names an open brace',
    `
codes: {mesh: D005356
       ^^^^^^^^^^^^^^ add “}” after the last item
id: x
`,
  );
  check(
    'names a bracket that closes nothing',
    `
cells: a
id: ]
    ^ This “]” closes nothing
`,
  );
  check(
    'names a comma too many',
    `
cells: [a,,b]
          ^ one comma too many
`,
  );
  check(
    'names an apostrophe in single quotation marks',
    `
name: 'Crohn's disease'
             ^^^^^^^^^^ put the whole text in double quotation marks
`,
  );
  check(
    'names a sign that cannot begin a text',
    `
name: @smith
      ^^^^^^ A text cannot start with the sign @; put it in quotation marks: "@smith".
`,
  );
  check(
    'names a backslash in double quotation marks',
    `
name: "a\\qb"
        ^^ “\\q” means nothing inside double quotation marks
`,
  );
  check(
    'names a line that is out of line',
    `
codes:
  mesh: D005356
 doid: DOID:631
 ^^^^^^^^^^^^^^ does not line up
`,
  );
  check(
    'names a list item that is out of line',
    `
cells:
  - a
 - b
 ^^^ does not line up
`,
  );
  check(
    'names a line that is indented too far',
    `
name: x
  id: y
  ^^^^^ indented too far; line it up with the key above it
`,
  );
  check(
    'names a list on the line of its key',
    `
cells: - a
       ^^^ Start the list on a new line under its key
`,
  );
  check(
    'names a comment without a space',
    `
name: "x"#why
         ^^^^ Put a space before the #
`,
  );
  check(
    'names text behind the sign of a block',
    `
summary: |Text
          ^^^^ Start this text on a new line
  more
`,
  );
  check(
    'names a block of text that is not indented',
    `
summary: |
This is the text
^^^^^^^^^^^^^^^^ neither a key with a value nor part of the text above
of the summary.
`,
  );
  check(
    'says one thing about a line, and goes on',
    `
name: Pain: a: b: review
      ^^^^^^^^^^^^^^^^^^ needs quotation marks
id: x
summary: "y" z
             ^ more text after the closing quotation mark
`,
  );
  check(
    'is absent from what other programs write',
    `
title: "x"
date: 2025-01-01
params: !expr list(a = 1)
date-meta: &d 2025-01-01
other: *d
`,
  );
});

describe('a text with problems', () => {
  function shown(node: YamlNode | undefined): unknown {
    if (node?.type === 'scalar') return node.source;
    if (node?.type === 'list') return node.items.map(shown);
    return node && Object.fromEntries(node.entries.map(({ key, value }) => [key.source, shown(value)]));
  }

  function checkTree(name: string, text: string, tree: unknown): void {
    it(name, () => assert.deepEqual(shown(parseYaml(text).documents[0]?.root), tree));
  }

  checkTree('keeps the key after a line without a colon', 'kind: x\nid:a\nname: b\n', { kind: 'x', name: 'b' });
  checkTree('reads a text with a colon as the text that it is', 'title: Pain: a review\nid: x\n', {
    title: 'Pain: a review',
    id: 'x',
  });
  checkTree('keeps every key after several such texts', 'a: b: c: d # e\nf: g: h\ni: j\n', {
    a: 'b: c: d',
    f: 'g: h',
    i: 'j',
  });
  checkTree('keeps what comes after an open bracket', 'cells: [a, b\nid: x\n', { cells: ['a', 'b'], id: 'x' });
  checkTree('keeps what comes after a tab', 'a:\n\t- b\nc: d\n', { a: ['b'], c: 'd' });
  checkTree('drops a list item that is out of line', 'a: b\n- c\n', { a: 'b' });

  it('has at most a hundred problems', () => assert.equal(parseYaml('a: [\n'.repeat(3000)).problems.length, 100));

  it('names each key once, at its own place', () => {
    const text = 'x\ny: z\n';
    const value = valueAt(parseYaml(text).documents[0]?.root, 'y');
    assert.equal(value && text.slice(value.start, value.end), 'z');
  });
});
