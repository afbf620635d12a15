import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_TABLE } from '../../../server/src/cli/command-table';
import { FORMAT_TABLE } from '../../../server/src/report/format-table';
import { RULES } from '../../../server/src/rules/table';
import { Folder } from './run';

const hasShell = (name: string) => spawnSync(name, ['-c', 'exit 0']).status === 0;

describe('completion in a shell', function () {
  this.timeout(20_000);
  const folder = new Folder('-- a.md --\nText\n');
  after(() => folder.remove());

  const scriptFor = (shell: string): string => {
    const { code, out } = folder.run('completion', shell);
    assert.equal(code, 0);
    const path = join(folder.path, `script.${shell}`);
    writeFileSync(path, out);
    return path;
  };

  /** What bash proposes for the last of the words; the program’s name is not among them. */
  const inBash = (...words: string[]): string[] => {
    const all = ['clinical-content', ...words].map((word) => `'${word}'`).join(' ');
    const program = `source "$1"; COMP_WORDS=(${all}); COMP_CWORD=${words.length}; _clinical_content; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', program, 'bash', script], { encoding: 'utf8' });
    assert.equal(stderr, '');
    return stdout.split('\n').filter((one) => one !== '');
  };
  let script = '';

  describe('bash', () => {
    before(function () {
      if (!hasShell('bash')) this.skip();
      script = scriptFor('bash');
    });

    it('proposes the commands', () => {
      const names = COMMAND_TABLE.map((one) => one.name);
      assert.deepEqual(inBash(''), [...names, 'help', '--help', '--version']);
      assert.deepEqual(inBash('re'), ['references', 'report']);
      assert.deepEqual(inBash('help', 'ch'), ['check']);
    });

    it('proposes every option of a command', () => {
      for (const { name, options } of COMMAND_TABLE) {
        const flags = Object.entries(options).flatMap(([long, { short }]) => [
          ...(short ? [`-${short}`] : []),
          `--${long}`,
        ]);
        assert.deepEqual(inBash(name, '-'), flags, name);
      }
      assert.deepEqual(inBash('check', '--no'), ['--no-color']);
    });

    it('proposes formats behind --format, with and without a sign of equality', () => {
      const formats = FORMAT_TABLE.map((one) => one.name);
      assert.deepEqual(inBash('check', '--format', ''), formats);
      assert.deepEqual(inBash('check', 'a.md', '-f', 'sa'), ['sarif']);
      assert.deepEqual(inBash('check', '--format', '='), formats);
      assert.deepEqual(inBash('check', '--format', '=', 'ju'), ['junit']);
      assert.deepEqual(inBash('citations', '--format', ''), ['table', 'json', 'csv']);
    });

    it('proposes checks behind explain and shells behind completion', () => {
      assert.deepEqual(
        inBash('explain', ''),
        RULES.map((rule) => rule.meta.id),
      );
      assert.deepEqual(inBash('completion', ''), ['bash', 'zsh', 'fish']);
    });

    it('leaves files to bash', () => {
      for (const words of [
        ['check', ''],
        ['check', '-c', ''],
        ['import', 'pa'],
        ['report', '-o', ''],
      ])
        assert.deepEqual(inBash(...words), []);
      const { stdout } = spawnSync(
        'bash',
        ['--norc', '-c', `source "$1"; complete -p clinical-content`, 'bash', script],
        {
          encoding: 'utf8',
        },
      );
      assert.match(stdout, /-o default .*-F _clinical_content clinical-content/);
    });
  });

  for (const shell of ['zsh', 'fish'])
    it(`is taken by ${shell} without complaint, and tells it of every option`, function () {
      const path = scriptFor(shell);
      const text = folder.read(`script.${shell}`);
      for (const { name, options } of COMMAND_TABLE)
        for (const option of Object.keys(options))
          assert.ok(shell === 'zsh' ? text.includes(`--${option}`) : text.includes(`from ${name}' -l ${option}`));
      if (!hasShell(shell)) this.skip();
      const { status, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' });
      assert.equal(stderr, '');
      assert.equal(status, 0);
    });

  it('is refused for a shell that nobody knows', () => {
    for (const args of [[], ['csh'], ['bash', 'zsh'], ['constructor']]) {
      const { code, err, out } = folder.run('completion', ...args);
      assert.match(err, /^Name one shell: bash, zsh, fish\./);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
    }
  });
});
