import assert from 'node:assert/strict';
import { fixText } from '../../../server/src/cli/fix/fix';
import { Project } from '../../../server/src/project/project';
import { RULES } from '../../../server/src/rules/table';
import { TODAY } from '../fixture';

describe('the fixed text of a file', () => {
  it('has no syntax error that was not there: a comment that keeps a line from ending front matter stays', () => {
    const text = '---\n"kind: article\n<!-- clinical-content-disable-line -->---\n';
    const project = new Project(RULES, TODAY);
    assert.deepEqual(project.update('a.md', text, { named: true }).file.problems, []);
    assert.equal(fixText(project, 'a.md', text, true), text);
    assert.ok(project.findings('a.md').some((finding) => finding.fix));
  });
});
