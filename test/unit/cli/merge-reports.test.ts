import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { BlobProblem, merged, mistakeIn, readBlob } from '../../../server/src/report/blob';
import { FORMAT_TABLE } from '../../../server/src/report/format-table';
import type { Result } from '../../../server/src/report/result';
import { summary, touchedText } from '../../../server/src/report/summary';
import { Folder } from './run';

const article = (key: string) =>
  `---\nkind: article\ntitle: Wind-up\nreviewed: 2026-01-01\n---\n\nPain [@${key}]Rising. With TNFa – “α”.\n`;
const SHARES = [1, 2, 3];

describe('clinical-content merge-reports', function () {
  this.timeout(60_000);
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder('-- clinical-content.yaml --\nlanguage: en-GB\n-- references.yaml --\nreferences: []\n');
    for (let i = 0; i < 12; i++) folder.write(`articles/a${i}.md`, article(`nobody-${i}`));
    mkdirSync(join(folder.path, 'shares'));
    for (const n of SHARES) folder.run('check', '--shard', `${n}/3`, '--format', `blob:shares/${n}.blob.json`);
  });
  afterEach(() => folder.remove());

  it('makes in every format the report that one check of everything makes', () => {
    for (const { name } of FORMAT_TABLE) {
      const whole = folder.run('check', '--format', name);
      const merged = folder.run('merge-reports', 'shares', '--format', name);
      assert.deepEqual(merged, whole, name);
      assert.equal(merged.code, 1);
    }
  });

  it('takes files as well as folders, in any order, and the options that decide how the run ends', () => {
    const files = [3, 1, 2].map((n) => `shares/${n}.blob.json`);
    const quiet = folder.run('merge-reports', ...files, '--quiet', '-f', 'unix');
    assert.deepEqual(quiet, folder.run('check', '--quiet', '-f', 'unix'));
    rmSync(join(folder.path, 'articles'), { recursive: true });
    assert.equal(folder.run('merge-reports', 'shares', '-f', 'unix').out.split('\n').length > 12, true);
  });

  it('makes no report of shares that are missing, doubled or of another check', () => {
    const told = (...args: string[]) => {
      const { code, err } = folder.run('merge-reports', ...args);
      assert.equal(code, 2);
      return err;
    };
    const share = (n: number) => `shares/${n}.blob.json`;
    assert.match(told(share(1), share(3)), /These files do not make one report\. Share 2 of 3 is missing\./);
    assert.match(told(share(1), share(2), share(2), share(3)), /Share 2 of 3 is there more than once\./);
    folder.run('check', '--shard', '2/2', '--format', 'blob:other.json');
    assert.match(told(share(1), 'other.json'), /They are shares of 3 and of 2\./);
    assert.match(told('articles'), /There is no file in “articles” whose name ends in \.blob\.json\./);
    assert.match(told('references.yaml'), /references\.yaml” is not JSON\./);
    folder.run('check', '--format', 'json:plain.json');
    assert.match(told('plain.json'), /plain\.json” was not written with “--format blob”\./);
    const whole = JSON.parse(folder.read(share(1)));
    for (const part of ['files', 'rules', 'unread', 'counts', 'version']) {
      folder.write('damaged.json', JSON.stringify({ ...whole, [part]: [null] }));
      assert.match(told('damaged.json'), /damaged\.json” is damaged: check that share again\./, part);
    }
    assert.match(told('nowhere'), /There is no file or folder “nowhere”/);
    assert.match(told(), /Name the files to merge/);
  });

  it('says in a sentence that a file is damaged, whatever was changed in it', () => {
    const whole = JSON.parse(folder.read('shares/2.blob.json'));
    const values = [null, -1, 0.5, 1e300, 'x', '', [], {}, [null], [[]], true];
    const places: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value !== 'object' || value === null || path.length > 7) return;
      for (const [key, one] of Object.entries(value)) {
        if (Array.isArray(value) && Number(key) > 0) break;
        places.push([...path, key]);
        walk(one, [...path, key]);
      }
    };
    walk(whole, []);
    assert.ok(places.length > 40);
    for (const place of places)
      for (const value of [undefined, ...values]) {
        const damaged = structuredClone(whole);
        let at = damaged;
        for (const key of place.slice(0, -1)) at = at[key];
        at[place.at(-1) as string] = value;
        let result: Result;
        try {
          result = readBlob(JSON.stringify(damaged));
        } catch (error) {
          assert.ok(error instanceof BlobProblem, `${place.join('.')} = ${JSON.stringify(value)}: ${error}`);
          continue;
        }
        const [first, third] = [1, 3].map((n) => readBlob(folder.read(`shares/${n}.blob.json`)));
        assert.ok(first && third);
        if (mistakeIn([first, result, third]) !== undefined) continue;
        const all = merged([first, result, third]);
        const options = { colors: createColors(false), width: 100, today: '2026-01-01', hash: () => '0' };
        for (const { name, print } of FORMAT_TABLE)
          assert.doesNotThrow(() => print(all, options), `${name}: ${place.join('.')} = ${JSON.stringify(value)}`);
        assert.doesNotThrow(() => summary(all, createColors(false)) + touchedText(all));
      }
    for (const text of ['null', '3', '"x"', '[]', '{}', '{"kind":"clinical-content result"}', '', '{'])
      assert.throws(() => readBlob(text), BlobProblem);
  });
});
