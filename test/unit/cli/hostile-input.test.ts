import assert from 'node:assert/strict';
import { HOSTILE_INPUTS } from '../../bench/hostile-input';
import { CHECK } from '../../bench/hostile-kind';
import { Folder } from './run';

describe('clinical-content, on texts made to be slow', function () {
  this.timeout(20_000);
  for (const { name, size, files, command = CHECK, says } of HOSTILE_INPUTS)
    it(`says what there is to say of ${name}`, () => {
      const folder = new Folder('');
      try {
        for (const [path, text] of Object.entries(files(Math.ceil(size / 4)))) folder.write(path, text);
        const { code, out, err } = folder.run(...command);
        assert.ok(says.test(out + err), `${says} is not in ${(out + err).slice(0, 600)}`);
        assert.ok(code === 0 || code === 1, `${code}: ${err}`);
        assert.ok(!/report this as a bug|failed on this file/.test(out + err));
      } finally {
        folder.remove();
      }
    });
});
