// Does a rule that was just begun run, and say that it is not written yet?

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import type { Rule } from '../../../server/src/lint/rule';
import { Project } from '../../../server/src/project/project';

type ScaffoldOf = (id: string, group: string, scope: string, version: string) => Readonly<Record<string, string>>;

function ruleFrom(source: string): Rule {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: 'server/src/rules', loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    loader: { '.jsonl': 'text' },
  });
  const module: { exports: { tryIt?: Rule } } = { exports: {} };
  new Function('module', 'exports', outputFiles[0]?.text ?? '')(module, module.exports);
  return module.exports.tryIt ?? assert.fail('no rule is exported');
}

describe('a new rule', () => {
  let scaffoldOf: ScaffoldOf;
  before(async () => {
    ({ scaffoldOf } = await import(pathToFileURL(join(process.cwd(), 'tools', 'new-rule.mjs')).href));
  });

  for (const [scope, reported] of [
    ['file', 'REPLACE-ME'],
    ['workspace', 'REPLACE-ME.md'],
  ] as const)
    it(`of scope ${scope} finds what its page and its test say, and asks to be written`, () => {
      const files = scaffoldOf('try-it', 'words', scope, '9.9.9');
      const [source = '', page = '', test = ''] = Object.values(files);
      const examples = [...page.matchAll(/^```markdown \w+ \S+\n([\s\S]*?)^```/gm)].map((one) => one[1] ?? '');
      const found = examples.map((text) => {
        const project = new Project([ruleFrom(source)], '2026-01-01');
        project.add('articles/pacing.md', text);
        return project.findings('articles/pacing.md').map((one) => text.slice(one.start, one.end));
      });
      assert.deepEqual(found, [[reported], [], []]);
      for (const text of [source, page, test]) assert.match(text, /TODO/);
    });
});
