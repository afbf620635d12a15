import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { areThere, CORPORA, counted, JUDGED, RULE_IDS } from './noise-count';
import { noisePage } from './noise-page';

describe('the page on how often the checks are right', function () {
  this.timeout(60_000);

  it('judges checks and corpora that there are, each once, and calls no more right than were judged', () => {
    const pairs = JUDGED.map(({ rule, corpus }) => `${rule} ${corpus}`);
    assert.equal(new Set(pairs).size, pairs.length);
    for (const { rule, corpus, judged, right } of JUDGED) {
      assert.ok(RULE_IDS.includes(rule) && CORPORA.some((one) => one.id === corpus), `${rule} ${corpus}`);
      assert.ok(0 <= right && right <= judged, `${rule} ${corpus}`);
    }
  });

  it(`is what \`npm run noise\` writes${areThere ? '' : ' (the corpora are not beside this checkout)'}`, async function () {
    if (!areThere) this.skip();
    assert.equal(readFileSync('docs/noise.md', 'utf8'), noisePage(await counted()), 'Run `npm run noise`.');
  });

  it(`has judged no more findings than there are${areThere ? '' : ' (the corpora are not beside this checkout)'}`, async function () {
    if (!areThere) this.skip();
    const all = await counted();
    for (const { rule, corpus, judged } of JUDGED) {
      const found = all.find((one) => one.corpus.id === corpus)?.found.get(rule) ?? 0;
      assert.ok(judged <= found, `${rule} was judged ${judged} times in ${corpus} and found ${found} times`);
    }
  });
});
