// What can be done with one click, and what does the file look like afterwards?

import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/code-action';
import { applyEdits } from '../../../server/src/lint/fix';
import { FIX_ALL_KIND } from '../../../server/src/lsp/protocol';
import { type Prepared, prepare } from './feature-context';

function actionsAt({ context, offset }: Prepared, only?: readonly string[]): CodeAction[] {
  const range = { start: offset, end: offset };
  return codeActions(context, context.project.findings(context.path), { range, only });
}

function applied({ context }: Prepared, action: CodeAction): string {
  const edits = Object.values(action.edit?.changes ?? {}).flat();
  return applyEdits(
    context.file.text,
    edits.map((one) => ({
      start: context.lines.offset(one.range.start),
      end: context.lines.offset(one.range.end),
      text: one.newText,
    })),
  );
}

/** Choosing the action whose title matches makes `after` of the file. */
function check(name: string, source: string, title: RegExp, after: string, only?: readonly string[]): void {
  it(name, () => {
    const prepared = prepare(source);
    const actions = actionsAt(prepared, only);
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, `no ${title} among ${actions.map((one) => one.title).join(' | ')}`);
    assert.equal(applied(prepared, action), after);
  });
}

/** Switching a check off removes the finding at the cursor, adds none, and leaves the text of every other line as it was. */
function suppresses(name: string, source: string, rule: string, comment: string): void {
  it(name, () => {
    const prepared = prepare(source);
    const { context, offset } = prepared;
    const at = context.lines.position(offset).line;
    const action = actionsAt(prepared).find((one) => one.title === `Ignore “${rule}” here, with a reason`);
    assert.ok(
      action,
      actionsAt(prepared)
        .map((one) => one.title)
        .join(' | '),
    );
    const after = applied(prepared, action);
    assert.ok(after.includes(comment), after);
    const before = context.project.findings(context.path);
    context.project.update(context.path, after);
    const now = context.project.findings(context.path);
    const count = (list: readonly { rule: string }[]) => list.filter((one) => one.rule === rule).length;
    assert.ok(count(now) < count(before), `${rule} is still there in line ${at + 1}:\n${after}`);
    assert.ok(!now.some((one) => one.rule === 'unused-suppression'), after);
    assert.ok(now.length < before.length, now.map((one) => one.rule).join(', '));
  });
}

const article = (prose: string) =>
  `-- a.md --\n---\nkind: article\ntitle: T\nid: a\nreviewed: 2025-01-01\n---\n\n${prose}\n`;

describe('fixes and suggestions', () => {
  check(
    'a missing separator of a citation',
    '-- a.md --\nHe had pain.[@a]Then‸ more.\n-- r.yaml --\nreferences:\n  - {id: a, type: book, title: T, DOI: 10.1000/abc}\n',
    /space/i,
    'He had pain.[@a] Then more.\n',
  );
  check(
    'an unknown id',
    '-- x.yaml --\nkind: condition\nid: x\nname: X\nmechanisms: [central-sensitisat‸on]\n',
    /^Change to “central-sensitisation”$/,
    'kind: condition\nid: x\nname: X\nmechanisms: [central-sensitisation]\n',
  );
  check(
    'a misspelt key',
    '-- x.yaml --\nkind: condition\nid: x\nnam‸: X\n',
    /name/,
    'kind: condition\nid: x\nname: X\n',
  );
  check(
    'a spelling',
    '-- a.md --\n---\nkind: article\n---\nHigh IL‸6 levels.\n',
    /^Change to “IL-6”$/,
    '---\nkind: article\n---\nHigh IL-6 levels.\n',
  );
  check(
    'a key that is not known',
    '-- a.md --\n[@smith-202‸0]\n-- r.yaml --\nreferences:\n  - {id: smith-2020a, type: book, title: T}\n',
    /smith-2020a/,
    '[@smith-2020a]\n',
  );
  it('prefers the only suggestion', () => {
    const [first] = actionsAt(prepare('-- x.yaml --\nkind: condition\nid: x\nnam‸: X\n'));
    assert.equal(first?.isPreferred, true);
    assert.equal(first?.kind, 'quickfix');
    assert.equal(first?.diagnostics?.length, 1);
  });
  it('offers nothing elsewhere', () => {
    assert.deepEqual(actionsAt(prepare('-- x.yaml --\nkind: con‸dition\nid: x\nnam: X\n')), []);
  });
  it('offers nothing of another kind', () => {
    assert.deepEqual(actionsAt(prepare('-- x.yaml --\nkind: condition\nid: x\nnam‸: X\n'), ['refactor']), []);
  });
});

describe('fix-all', () => {
  const glued = '-- a.md --\nOne.[@a]Two‸.[@a]Three.\n-- r.yaml --\nreferences:\n  - {id: a, type: book, title: T}\n';
  check('fixes everything certain', glued, /Fix everything/, 'One.[@a] Two.[@a] Three.\n', [FIX_ALL_KIND]);
  check('answers to source.fixAll', glued, /Fix everything/, 'One.[@a] Two.[@a] Three.\n', ['source.fixAll']);
  check('fixes one kind of problem', glued, /^Fix all 2 problems of this kind/, 'One.[@a] Two.[@a] Three.\n');
  it('is not among the quick fixes', () => {
    assert.ok(!actionsAt(prepare(glued)).some((one) => one.kind === FIX_ALL_KIND));
  });
  it('says nothing when there is nothing to fix', () => {
    assert.deepEqual(actionsAt(prepare('-- a.md --\n---\nkind: article\n---\nFine‸.\n'), [FIX_ALL_KIND]), []);
  });
  it('leaves a file with a syntax error alone, also where that check is off', () => {
    const broken = glued.replace('-- a.md --\n', '-- a.md --\n---\nkind: article\ntitle: [\n---\n');
    assert.deepEqual(actionsAt(prepare(broken), [FIX_ALL_KIND]), []);
    const config = '-- clinical-content.yaml --\nrules:\n  invalid-yaml: off\n';
    const quiet = prepare(`${broken}${config}`);
    const { project, path } = quiet.context;
    assert.ok(project.findings(path).every((one) => one.rule !== 'invalid-yaml') && project.findings(path).length > 0);
    assert.deepEqual(actionsAt(quiet, [FIX_ALL_KIND]), []);
  });
  it('has one name in the server and the client', () => assert.equal(FIX_ALL_KIND, FIX_ALL_KIND));
});

describe('switching a check off', () => {
  const rule = 'unresolved-citation';
  const above = `<!-- clinical-content-disable-next-line ${rule} -- reason -->\n`;
  const behind = ` <!-- clinical-content-disable-line ${rule} -- reason -->`;
  suppresses('above a paragraph', article('Pain [@nobody‸-1].'), rule, `\n${above}Pain [@nobody-1].`);
  suppresses('above a heading', article('## Pain [@nobody‸-1]'), rule, `\n${above}## Pain`);
  suppresses(
    'behind a later line of a paragraph',
    article('First line\nPain [@nobody‸-1].'),
    rule,
    `Pain [@nobody-1].${behind}\n`,
  );
  suppresses(
    'behind an item',
    article('- one\n- Pain [@nobody‸-1].\n- three'),
    rule,
    `- Pain [@nobody-1].${behind}\n- three`,
  );
  suppresses(
    'inside a cell',
    article('| a | b |\n|---|---|\n| [@nobody‸-1] | x |'),
    rule,
    `[@nobody-1]${behind} | x |`,
  );
  suppresses('behind a quotation', article('> Pain [@nobody‸-1].'), rule, `> Pain [@nobody-1].${behind}`);
  suppresses(
    'above a line of a record',
    '-- x.yaml --\nkind: condition\nid: x\nname: X\nevidence:\n  - nobody‸-1\n',
    rule,
    `evidence:\n  # clinical-content-disable-next-line ${rule} -- reason\n  - nobody-1`,
  );
  suppresses(
    'above a line of front matter',
    '-- a.md --\n---\nkind: article\nid: a\ntitle: T\nreviewed: 2025-01-01\nconditions: [nonsens‸-xyz]\n---\n\nText.\n',
    'unknown-entity',
    '\n# clinical-content-disable-next-line unknown-entity -- reason\nconditions:',
  );
  it('is not offered in BibTeX', () => {
    const actions = actionsAt(prepare('-- r.bib --\n@book{a‸, title={T}}\n'));
    assert.ok(!actions.some((one) => one.title.startsWith('Ignore')));
  });
});

describe('another form of citations', () => {
  const NUMBERED = 'It helps [‸1].\n\n## References\n\n1. Cole D. Resting. PMID: 29083494\n';
  const KEYS = /^Cite by keys/;
  const REWRITE = ['refactor.rewrite'];

  check(
    'is numbers, on a key',
    '-- articles/a.md --\nIt helps [@wa‸rd].\n-- r.yaml --\nreferences:\n  - {id: ward, type: book, title: Walking, ISBN: 9780306406157}\n',
    /^Cite by numbers/,
    'It helps [1].\n\n## References\n\n1. Walking. [ISBN 9780306406157](https://search.worldcat.org/search?q=bn%3A9780306406157)\n',
    REWRITE,
  );

  it('is keys, on a number, with a new file for the list that must not be there yet', () => {
    const prepared = prepare(`-- articles/a.md --\n${NUMBERED}`);
    const action = actionsAt(prepared, REWRITE).find((one) => KEYS.test(one.title));
    const [creation, content, article] = action?.edit?.documentChanges ?? [];
    const uri = 'file:///work/articles/a.references.yaml';
    assert.deepEqual(creation, { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
    assert.ok(content && 'edits' in content && content.textDocument.uri === uri);
    assert.match(JSON.stringify(content.edits), /PMID: 29083494/);
    assert.ok(article && 'edits' in article && article.textDocument.uri === 'file:///work/articles/a.md');
  });

  it('is made anew when a reference has changed, and the article has not', () => {
    const references = (title: string) =>
      `references:\n  - {id: ward, type: book, title: ${title}, ISBN: 9780306406157}\n`;
    const prepared = prepare(`-- a.md --\nIt helps [@wa‸rd].\n-- r.yaml --\n${references('Walking')}`);
    const written = () => {
      const action = actionsAt(prepared, REWRITE).find((one) => /^Cite by numbers/.test(one.title));
      return action && /1\. (\w+)\./.exec(applied(prepared, action))?.[1];
    };
    assert.equal(written(), 'Walking');
    assert.equal(written(), 'Walking');
    prepared.context.project.update('r.yaml', references('Running'));
    assert.equal(written(), 'Running');
  });

  it('is not offered where the editor cannot make a file, or something would be lost', () => {
    const offers = (source: string, createsFiles: boolean) =>
      actionsAt(prepare(source, { snippets: true, vscode: true, createsFiles }), REWRITE).map((one) => one.title);
    assert.deepEqual(offers(`-- a.md --\n${NUMBERED}`, false), []);
    assert.deepEqual(offers(`-- a.md --\n${NUMBERED.replace('helps', 'helps [7]')}`, true), []);
    assert.deepEqual(offers('-- a.md --\nIt helps [@un‸known].\n', true), []);
  });
});
