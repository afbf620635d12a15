import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intern } from '../../../server/src/base/intern';
import { NameTable } from '../../../server/src/base/name-table';

describe('the numbers of names', () => {
  it('are the same for the same name and differ for others, whatever they were cut from', () => {
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 400 });
    fc.assert(
      fc.property(names, (all) => {
        const table = new NameTable();
        const known = new Map<string, number>();
        for (const name of all) {
          const found = table.find(name);
          assert.equal(found, known.get(name) ?? -1);
          const number = table.number(`[@${name}; @b]`, 2, 2 + name.length);
          known.set(name, known.get(name) ?? known.size);
          assert.equal(number, known.get(name));
        }
        assert.equal(table.size, known.size);
        for (const [name, number] of known) {
          assert.equal(table.text(number), name);
          assert.equal(table.number(name), number);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hold for more names than there was room for at first', () => {
    const table = new NameTable();
    for (let n = 0; n < 5000; n++) assert.equal(table.number(`smith-${n}`), n);
    for (let n = 0; n < 5000; n++) assert.equal(table.text(table.find(`smith-${n}`)), `smith-${n}`);
  });

  it('hold for a name that is longer than any text', () => {
    const table = new NameTable();
    const long = 'é'.repeat(300_000);
    assert.equal(table.text(table.number(long)), long);
  });

  it('make one text of equal ones, which keeps no file in memory', () => {
    const file = 'See [@okafor-2019-x].';
    assert.equal(intern(file, 6, 19), 'okafor-2019-x');
    assert.equal(intern('okafor-2019-x'), intern(file, 6, 19));
  });
});
