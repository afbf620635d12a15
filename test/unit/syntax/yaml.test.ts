// What tree does a text of YAML give, and where are its parts?

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml } from '../../../server/src/syntax/yaml';
import { entryOf, scalarText, valueAt, type YamlNode } from '../../../server/src/syntax/yaml-node';

/** A tree in one line, every scalar as it stands in the text: `{kind→condition}`; `∅` is a value that is not there. */
function show(node: YamlNode | undefined, text: string): string {
  if (!node) return '∅';
  if (node.type === 'list') return `[${node.items.map((item) => show(item, text)).join(', ')}]`;
  if (node.type === 'map')
    return `{${node.entries.map(({ key, value }) => `${show(key, text)}→${show(value, text)}`).join(', ')}}`;
  return text.slice(node.start, node.end) || '·';
}

function check(name: string, text: string, ...trees: readonly string[]): void {
  it(name, () => {
    assert.deepEqual(
      parseYaml(text).documents.map(({ root }) => show(root, text)),
      trees,
    );
    const shifted = `§§§${text}§`;
    const file = parseYaml(shifted, 3, 3 + text.length);
    assert.deepEqual(
      file.documents.map(({ root }) => show(root, shifted)),
      trees,
      'the same within a longer text',
    );
  });
}

describe('the tree of a YAML text', () => {
  check(
    'has maps, lists and scalars',
    'kind: condition\ncells:\n  - a\n  - b: c\n',
    '{kind→condition, cells→[a, {b→c}]}',
  );
  check('has flow maps and lists', 'a: [x, {y: z}]\n', '{a→[x, {y→z}]}');
  check('keeps quotation marks in the range', `a: "x"\n'b': 'y'\n`, `{a→"x", 'b'→'y'}`);
  check('ends a block of text at its last word', 'a: |\n  one\n  two\n\nb: c\n', '{a→|\n  one\n  two, b→c}');
  check('tells a missing value from an empty item', 'a:\nb: [c: ]\nd:\n  -\n  - e\n', '{a→∅, b→[{c→∅}], d→[·, e]}');
  check('keeps both of two equal keys', 'a: 1\na: 2\n', '{a→1, a→2}');
  check('keeps merge keys as keys', '<<: x\na: 1\n', '{<<→x, a→1}');
  check('shows an alias as it stands', 'a: &n x\nb: *n\n', '{a→x, b→*n}');
  check('makes a text of a key that is a list', '? [a, b]\n: c\n', '{[a, b]→c}');
  check('reads several documents', '---\na: 1\n---\nb: 2\n...\n---\nc\n', '{a→1}', '{b→2}', 'c');
  check('reads a document without content', '---\n---\na: 1\n', '∅', '{a→1}');
  check('reads Windows line ends', 'a: 1\r\nb:\r\n  - c\r\n', '{a→1, b→[c]}');
  check('reads over a byte order mark', '\uFEFFa: 1\n', '{a→1}');
  check('has no document in an empty text', '');
  check('has no document in a comment', '# only this\n');
  check(
    'reads flow text over several lines',
    'a: [x,\n  y]\nb: z\n',
    '{a→[x,\n  y], b→z}'.replace('[x,\n  y]', '[x, y]'),
  );

  it('gives offsets outside the Basic Multilingual Plane in UTF-16', () => {
    const text = 'a: 🧠 x\nb: IL-1β\n';
    const root = parseYaml(text).documents[0]?.root;
    assert.equal(show(root, text), '{a→🧠 x, b→IL-1β}');
  });

  it('gives maps, lists and entries their exact ranges', () => {
    const text = 'a:\n  b: c # why\n  d:\n\ne: [f]\n';
    const root = parseYaml(text).documents[0]?.root;
    const inner = valueAt(root, 'a');
    assert.deepEqual(root && [root.start, root.end], [0, text.length - 1]);
    assert.equal(inner && text.slice(inner.start, inner.end), 'b: c # why\n  d:');
    const entry = entryOf(inner, 'b');
    assert.equal(entry && text.slice(entry.start, entry.end), 'b: c');
    const list = valueAt(root, 'e');
    assert.equal(list && text.slice(list.start, list.end), '[f]');
  });

  it('gives each document the range of its content', () => {
    const text = '---\na: 1\n---\nb: 2\n';
    assert.deepEqual(
      parseYaml(text).documents.map(({ start, end }) => text.slice(start, end)),
      ['a: 1', 'b: 2'],
    );
  });
});

describe('the values of a YAML text', () => {
  function checkValue(written: string, value: unknown, source: string, style: string): void {
    it(`reads ${JSON.stringify(written)}`, () => {
      const node = valueAt(parseYaml(`a: ${written}\n`).documents[0]?.root, 'a');
      assert.ok(node?.type === 'scalar');
      assert.deepEqual([node.value, node.source, node.style], [value, source, style]);
    });
  }

  checkValue('2.50', 2.5, '2.50', 'plain');
  checkValue('010', 10, '010', 'plain');
  checkValue('8E43', 8e43, '8E43', 'plain');
  checkValue('yes', 'yes', 'yes', 'plain');
  checkValue('true', true, 'true', 'plain');
  checkValue('~', null, '~', 'plain');
  checkValue('2025-03-14', '2025-03-14', '2025-03-14', 'plain');
  checkValue('!!timestamp 2025-03-14', '2025-03-14', '2025-03-14', 'plain');
  checkValue('!custom x', 'x', 'x', 'plain');
  checkValue('one\n  two', 'one two', 'one two', 'plain');
  checkValue("'it''s'", "it's", "it's", 'single');
  checkValue('"a\\tb"', 'a\tb', 'a\tb', 'double');
  checkValue('""', '', '', 'double');
  checkValue('>-\n  one\n  two', 'one two', 'one two', 'block');
  checkValue('|\n  one\n  two', 'one\ntwo\n', 'one\ntwo\n', 'block');

  it('keeps a date a text under a directive of YAML 1.1', () => {
    const root = parseYaml('%YAML 1.1\n---\na: 2025-03-14\n').documents[0]?.root;
    assert.equal(scalarText(valueAt(root, 'a')), '2025-03-14');
    assert.equal(
      valueAt(root, 'a')?.type === 'scalar' && (valueAt(root, 'a') as { value: unknown }).value,
      '2025-03-14',
    );
  });

  it('gives an alias no value, so that nothing is ever copied', () => {
    const bomb = `a: &a [x, x]\n${'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [*${'abcdefg'[index]}, *${'abcdefg'[index]}]\n`)
      .join('')}`;
    const started = valueAt(parseYaml(bomb).documents[0]?.root, 'h');
    assert.ok(started?.type === 'list');
    assert.deepEqual(
      started.items.map((item) => item.type === 'scalar' && [item.value, item.source]),
      [
        [null, '*g'],
        [null, '*g'],
      ],
    );
  });
});

describe('the comments of a YAML text', () => {
  it('are found where they are, and not in texts', () => {
    const text = 'a: 1 # clinical-content-disable-line x -- why\n# two\nb: "# no" # yes\nc: |\n  # no\nd: e#no\n# last';
    const { comments } = parseYaml(text);
    assert.deepEqual(
      comments.map(({ start, end }) => text.slice(start, end)),
      ['# clinical-content-disable-line x -- why', '# two', '# yes', '# last'],
    );
    assert.equal(comments[0]?.text, 'clinical-content-disable-line x -- why');
  });

  it('are found at their place in a longer text', () => {
    const text = '---\n# clinical-content-disable-file\na: 1\n---\n';
    const { comments } = parseYaml(text, 4, text.length - 4);
    assert.deepEqual(
      comments.map(({ start, end }) => text.slice(start, end)),
      ['# clinical-content-disable-file'],
    );
  });

  it('are not looked for where no rule can be meant', () =>
    assert.deepEqual(parseYaml('# x\na: 1 # y\n').comments, []));
});

describe('any text', () => {
  const signs = fc.constantFrom(
    'a',
    'b: ',
    ': ',
    ':',
    '- ',
    '-',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|',
    '>',
    '#',
    ' #',
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    '\r\n',
    '&a ',
    '*a',
    '!t ',
    '? ',
    '---\n',
    '...\n',
    '%',
    '@',
    '`',
    '\\',
    'β',
    '🧠',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '<<: ',
  );
  const texts = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''));

  /** Every range lies inside its parent's, in order, and inside the text. */
  function checkRanges(node: YamlNode, start: number, end: number): void {
    assert.ok(
      start <= node.start && node.start <= node.end && node.end <= end,
      `${node.start}–${node.end} in ${start}–${end}`,
    );
    if (node.type === 'list') for (const item of node.items) checkRanges(item, node.start, node.end);
    if (node.type !== 'map') return;
    for (const entry of node.entries) {
      assert.ok(node.start <= entry.start && entry.end <= node.end);
      checkRanges(entry.key, entry.start, entry.end);
      if (entry.value) checkRanges(entry.value, entry.start, entry.end);
    }
  }

  it('gives a tree whose ranges lie within one another, and problems within the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = `xx${text}yy`;
        const file = parseYaml(whole, 2, 2 + text.length);
        for (const { root, start, end } of file.documents) {
          assert.ok(2 <= start && end <= 2 + text.length);
          if (root) checkRanges(root, 2, 2 + text.length);
        }
        for (const { start, end, message } of file.problems) {
          assert.ok(
            2 <= start && start <= end && end <= 2 + text.length,
            `${message} ${start}–${end} of ${text.length}`,
          );
          assert.ok(!whole.slice(start, end).includes('\n'), 'a problem on one line');
        }
      }),
      { numRuns: 3000 },
    );
  });

  for (const [name, text] of Object.entries({
    brackets: '['.repeat(10_000),
    braces: '{a: '.repeat(10_000),
    dashes: '- '.repeat(10_000),
    indentation: Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    'question marks': '? '.repeat(10_000),
  })) {
    it(`that is nested very deeply by ${name} has one problem`, () => {
      const { problems, documents } = parseYaml(text);
      assert.deepEqual(
        problems.map(({ message }) => message),
        ['This is nested too deeply to be read; remove some of the levels.'],
      );
      assert.ok(documents.length <= 1);
    });
  }
});
