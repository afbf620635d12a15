import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, hasCorpora, judged, noiseReport } from './noise';

const PAGE = join('docs', 'noise.md');

describe('the noise report', function () {
  this.timeout(30_000);

  before(function () {
    if (!hasCorpora) this.skip();
  });

  it('counts what the checks find today', async () => {
    const text = noiseReport(await counted(), judged());
    if (process.env.NOISE === 'write') writeFileSync(PAGE, text);
    assert.equal(readFileSync(PAGE, 'utf8'), text, 'Read the new findings, and write the page anew with NOISE=write.');
  });

  it('judges no more findings than there are, and leaves none unread', async () => {
    const read = judged();
    for (const { name, findings } of await counted()) {
      for (const [rule, found] of findings) assert.equal(read[name]?.[rule]?.read, found, `${name}: ${rule}`);
      for (const [rule, { right, read: looked }] of Object.entries(read[name] ?? {})) {
        assert.ok(findings.has(rule), `${name}: ${rule} reports nothing any more`);
        assert.ok(right <= looked, `${name}: ${rule}`);
      }
    }
  });
});
