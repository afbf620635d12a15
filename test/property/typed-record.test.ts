// Do proposals that are taken while a record is typed give the record that was meant?

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectOf } from '../unit/fixture';
import { type Habit, Typist, treesOf } from './typist';

const HABITS: readonly Habit[] = [1, 3, 100].flatMap((letters) => [
  { letters, staysAtDash: false, compact: false },
  { letters, staysAtDash: true, compact: false },
  // At the column of a dash that stands under its key, the map around it goes on.
  { letters, staysAtDash: false, compact: true },
]);

function filesOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:yaml|md)$/.test(path),
  );
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]));
}

describe('typing a record and taking what is proposed', () => {
  for (const example of ['chronic-pain', 'needs-work']) {
    const files = filesOf(join('examples', example));
    for (const [path, source] of files) {
      if (!path.endsWith('.yaml')) continue;
      it(`gives ${example}/${path}`, () => {
        const project = projectOf({ files, expected: [], cursor: undefined });
        for (const habit of HABITS) {
          const typist = new Typist(project, path, habit);
          typist.write(source);
          assert.deepEqual(treesOf(typist.text), treesOf(source), `${JSON.stringify(habit)}:\n${typist.text}`);
          if (habit.letters === 1) assert.ok(typist.taken > 0, 'nothing was proposed');
        }
      }).timeout(60_000);
    }
  }
});
