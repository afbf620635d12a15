import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readEdited } from '../../server/src/model/edited-references';
import { readFile } from '../../server/src/model/read-file';
import type { SourceFile } from '../../server/src/model/source-file';
import { Project } from '../../server/src/project/project';
import { RULES } from '../../server/src/rules/table';
import { SHIPPED_KINDS } from '../../server/src/schema/registry';
import { TODAY } from '../unit/fixture';
import { edit, referenceText } from './reference-text';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 400);

const parts = ({ path, text, format, yaml, problems, shape, repeated, facts }: SourceFile) => ({
  path,
  text,
  format,
  documents: yaml?.documents,
  comments: yaml?.comments,
  yamlProblems: yaml?.problems,
  problems,
  shape,
  repeated,
  facts,
});

describe('a file of references after an edit', () => {
  it('says what it says when it is read from scratch, in its facts, its problems and its tree', () => {
    let reused = 0;
    let all = 0;
    fc.assert(
      fc.property(referenceText, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        let file = readFile('r.yaml', first, { open: true });
        let sound = first;
        const goTo = (now: string) => {
          all++;
          if (readEdited(file, now, file.facts.role, SHIPPED_KINDS)) reused++;
          file = readFile('r.yaml', now, { open: true, previous: file });
          assert.deepEqual(parts(file), parts(readFile('r.yaml', now)));
        };
        for (const one of edits) {
          goTo(one(file.text));
          // A mistake is undone, so that the next edit finds a sound text.
          if (file.problems.length > 0) goTo(sound);
          else sound = file.text;
        }
      }),
      { numRuns: RUNS },
    );
    // Most of these texts are no plain lists; if too few were, nothing would have been compared.
    assert.ok(reused > all / 10, `${reused} of ${all} edits were read by themselves`);
  });

  it('leaves the findings of its repository as they are when all is read from scratch', () => {
    const article =
      '---\nkind: article\ntitle: T\n---\n\nPain [@smith-2021; @doe-2019; @doi:10.5555/abc; @smith-202].\n';
    const other = 'references:\n  - id: other-2020\n    title: A title of some length here\n    DOI: 10.5555/abc\n';
    const paths = ['a.md', 'other.yaml', 'r.yaml'];
    const projectWith = (text: string) => {
      const project = new Project(RULES, TODAY);
      project.update('a.md', article);
      project.update('other.yaml', other);
      return { project, file: project.update('r.yaml', text, { open: true }).file };
    };
    fc.assert(
      fc.property(referenceText, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        const edited = projectWith(first);
        let sound = first;
        const goTo = (text: string) => {
          edited.file = edited.project.update('r.yaml', text, { open: true, previous: edited.file }).file;
          const fresh = projectWith(text).project;
          for (const path of paths) assert.deepEqual(edited.project.findings(path), fresh.findings(path));
        };
        for (const one of edits) {
          goTo(one(edited.file.text));
          if (edited.file.problems.length > 0) goTo(sound);
          else sound = edited.file.text;
        }
      }),
      { numRuns: RUNS / 2 },
    );
  });
});
