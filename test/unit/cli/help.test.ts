import assert from 'node:assert/strict';
import { createColors } from 'picocolors';
import { COMMAND_TABLE } from '../../../server/src/cli/command-table';
import { helpOf, programHelp } from '../../../server/src/cli/help-text';
import { Folder } from './run';

const colors = createColors(false);
const names = COMMAND_TABLE.map((one) => one.name);
const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('the help of each command', function () {
  this.timeout(20_000);

  for (const command of COMMAND_TABLE) {
    const help = helpOf(command, { columns: undefined, colors });

    it(`of ${command.name} names every option that it takes, with its letter and what it takes`, () => {
      const options = help.slice(help.indexOf('Options:\n'));
      for (const [name, { short, value }] of Object.entries(command.options)) {
        const left = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
        assert.ok(options.includes(`\n  ${left}  `) || options.includes(`\n  ${left}\n`), `${left} is missing`);
      }
    });

    it(`of ${command.name} fits 80 columns, and any terminal that is wide enough for its longest word`, () => {
      assert.ok(longest(help) <= 80, help);
      for (const columns of [56, 66, 100, 300]) {
        const shown = helpOf({ ...command, examples: [] }, { columns, colors });
        assert.ok(longest(shown) <= Math.min(100, Math.max(columns, longestName(command.options))), shown);
      }
    });

    it(`of ${command.name} says how it is used, by examples of its own, and what its exit codes mean`, () => {
      assert.ok(help.startsWith(`Usage: clinical-content ${command.name}`));
      assert.match(help, /\nExamples:\n {2}clinical-content /);
      assert.match(help, /\nExit codes:\n {2}0 {2}\S/);
      for (const { line } of command.examples) assert.match(line, new RegExp(`^${command.name}(?: |$)`));
    });

    it(`of ${command.name} is made of sentences and phrases of one kind`, () => {
      for (const text of command.about) assert.match(text, /[.]$/, text);
      for (const [, meaning] of command.exitCodes) assert.match(meaning, /[.]$/, meaning);
      const phrases = [command.summary, ...Object.values(command.options).map((one) => one.help)];
      for (const text of [...phrases, ...command.examples.map((one) => one.help)]) {
        assert.match(text, /^[A-Z]/, text);
        assert.doesNotMatch(text, /[.]$/, text);
      }
    });
  }

  it('is printed by the program before anything else is looked at, wherever --help stands', () => {
    const folder = new Folder('-- a.md --\nText\n');
    try {
      for (const command of COMMAND_TABLE) {
        const help = helpOf(command, { columns: undefined, colors });
        const asked = [
          [command.name, '-h'],
          [command.name, 'nowhere', '--nonsense', '--help'],
          ['help', command.name],
        ];
        for (const args of asked) assert.deepEqual(folder.run(...args), { code: 0, out: help, err: '' });
      }
    } finally {
      folder.remove();
    }
  });

  it('takes --help behind -- for the name of a file', () => {
    const folder = new Folder('-- --help --\nText\n');
    try {
      assert.match(folder.run('check', '--', '--help').err, /^Checked 1 file/);
    } finally {
      folder.remove();
    }
  });

  it('says how the language server is started when a person starts it', () => {
    const folder = new Folder('-- a.md --\nText\n');
    try {
      const { code, err } = folder.run('lsp');
      assert.equal(code, 2);
      assert.match(err, /^lsp is started by an editor\. Name “clinical-content lsp --stdio” in its settings\.\n$/);
    } finally {
      folder.remove();
    }
  });

  it('lists all commands', () => {
    const help = programHelp(COMMAND_TABLE, { columns: undefined, colors });
    assert.ok(longest(help) <= 80, help);
    for (const { name, summary } of COMMAND_TABLE) {
      assert.ok(help.includes(`\n  ${name.padEnd(13)}  ${summary}\n`), `${name} takes more than a line`);
    }
    assert.equal(new Set(names).size, names.length);
  });
});

/** An option's name is not broken. */
function longestName(options: (typeof COMMAND_TABLE)[number]['options']): number {
  return Math.max(...Object.entries(options).map(([name, { value = '' }]) => name.length + value.length + 12));
}
