import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationCounter } from '../../server/src/index/citation-count';
import { citationsOf } from '../../server/src/index/citing';
import { referenceName } from '../../server/src/model/cited-name';
import { Project } from '../../server/src/project/project';
import { RULES } from '../../server/src/rules/table';
import { TODAY } from '../unit/fixture';
import { change } from './repository';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150);

function apply(project: Project, path: string, text: string | null): void {
  if (path.endsWith('.png')) project.setPath(path, text !== null);
  else if (text === null) project.remove(path);
  else project.update(path, text);
}

function snapshot(project: Project, paths: readonly string[]): unknown {
  return paths.map((path) => [
    path,
    project.findings(path).map(({ rule, start, end, message, related }) => ({ rule, start, end, message, related })),
  ]);
}

describe('a project after any edits', () => {
  it('counts as many citations of each reference as it lists', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 4, maxLength: 14 }), (changes) => {
        const project = new Project(RULES, TODAY);
        for (const [path, text] of changes) apply(project, path, text);
        const { workspace } = project;
        const timesCited = citationCounter(workspace);
        for (const facts of workspace.files)
          for (const one of facts.references)
            assert.equal(timesCited(facts, one), citationsOf(workspace, facts.path, one).length, referenceName(one));
      }),
      { numRuns: RUNS },
    );
  });

  it('has the findings that a project read at once has', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 14 }), (changes) => {
        const project = new Project(RULES, TODAY);
        const texts = new Map<string, string>();
        for (const [path, text] of changes) {
          apply(project, path, text);
          if (text === null) texts.delete(path);
          else texts.set(path, text);
          // Asking fills the cache; what is stale must be forgotten at the next change.
          for (const one of texts.keys()) project.findings(one);
        }
        const fresh = new Project(RULES, TODAY);
        for (const [path, text] of [...texts].reverse()) apply(fresh, path, text);
        const paths = [...texts.keys()].sort();
        assert.deepEqual(snapshot(project, paths), snapshot(fresh, paths));
      }),
      { numRuns: RUNS },
    );
  });
});
