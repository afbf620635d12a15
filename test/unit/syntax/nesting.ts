// Do the ranges of a tree lie in its text, children inside their parents and one behind the other?

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Range } from '../../../server/src/base/range';
import { citationNameRange } from '../../../server/src/model/cited-name';
import type { ProseFile } from '../../../server/src/syntax/prose';
import type { YamlFile, YamlNode } from '../../../server/src/syntax/yaml-node';

function assertInside(outer: Range, inner: Range, what: string): void {
  const told = `${what}: ${inner.start}–${inner.end} in ${outer.start}–${outer.end}`;
  assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end, told);
}

function assertInOrder(ranges: readonly Range[], what: string): void {
  for (const [index, one] of ranges.entries()) {
    const before = ranges[index - 1];
    assert.ok(!before || before.end <= one.start, `${what} ${index} begins at ${one.start}, before ${before?.end}`);
  }
}

function assertNode(node: YamlNode, outer: Range): void {
  assertInside(outer, node, node.type);
  if (node.type === 'list') {
    assertInOrder(node.items, 'item');
    for (const item of node.items) assertNode(item, node);
  } else if (node.type === 'map') {
    assertInOrder(node.entries, 'entry');
    for (const entry of node.entries) {
      assertInside(node, entry, 'entry');
      assertInside(entry, entry.key, 'key');
      if (entry.value) assertNode(entry.value, entry);
    }
  }
}

/** @throws AssertionError for a range outside its text or its parent, and for siblings that overlap */
export function assertYamlNests({ documents, problems, comments }: YamlFile, text: string): void {
  const whole = { start: 0, end: text.length };
  for (const one of [...documents, ...problems, ...comments]) assertInside(whole, one, 'part');
  assertInOrder(documents, 'document');
  for (const { root } of documents) if (root) assertNode(root, whole);
}

/** @throws AssertionError for a range outside its text or its block, and for blocks or stretches that overlap */
export function assertProseNests(file: ProseFile): void {
  const { text, blocks, citations, links, comments, problems } = file;
  const whole = { start: 0, end: text.length };
  for (const one of [...blocks, ...links, ...comments, ...problems]) assertInside(whole, one, 'part');
  assertInOrder(blocks, 'block');
  for (const block of blocks) {
    // A bracket stands there once for each of its keys.
    const stretches = block.opaque.filter((one, index) => !isDeepStrictEqual(one, block.opaque[index - 1]));
    assertInOrder(stretches, 'opaque stretch');
    for (const one of block.opaque) assertInside(block, one, 'opaque stretch');
  }
  for (const link of links) {
    assertInside(link, link.target, 'target');
    if (link.label) assertInside(link, link.label, 'label');
  }
  for (const citation of citations) {
    const { group, block, start, end } = citation;
    assertInside(blocks[block] ?? { start: 1, end: 0 }, group, 'group');
    assertInside(group, { start, end }, 'citation');
    assertInside({ start, end }, citationNameRange(citation), 'key');
  }
}
