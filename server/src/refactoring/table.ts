// Which larger changes can be made to a file's citations and references, given what the checks found?

import type { Located } from '../index/workspace';
import type { Finding } from '../lint/finding';
import type { Reference } from '../model/facts';
import type { SourceFile } from '../model/source-file';
import type { Project } from '../project/project';
import { type FileEdits, mergeOf } from './merge-duplicates';
import { removalOf } from './remove-uncited';
import { renumbering } from './renumber';

export const REFACTORINGS = ['merge-duplicates', 'remove-uncited', 'renumber'] as const;

export type RefactoringId = (typeof REFACTORINGS)[number];

/** A change that a person asks for; it loses nothing and leaves every text outside its edits as it is. */
export interface Refactoring {
  readonly id: RefactoringId;
  readonly title: string;
  readonly edits: FileEdits;
  /** The finding that it puts right; undefined when it is about the whole file. */
  readonly finding: Finding | undefined;
}

export interface RefactoringSubject {
  readonly project: Project;
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
  /** Text of another file of the project. */
  textOf(path: string): string | undefined;
}

function referenceAt({ file }: RefactoringSubject, { start }: Finding): Reference | undefined {
  return file.facts.references.find((one) => one.keyRange.start === start);
}

function keptIn({ project }: RefactoringSubject, { related }: Finding): Located<Reference> | undefined {
  const [place] = related ?? [];
  const { target, path } = place ?? {};
  if (target?.type !== 'reference') return undefined;
  return project.workspace.referencesByKey(target.key).find((one) => one.path === path);
}

function merge(subject: RefactoringSubject, finding: Finding): Refactoring[] {
  const lost = referenceAt(subject, finding);
  const kept = keptIn(subject, finding);
  const edits = lost && kept && mergeOf(subject.project.workspace, subject.file, lost, kept, subject.textOf);
  if (!edits) return [];
  return [
    { id: 'merge-duplicates', title: `Remove “${lost.key}”, and cite “${kept.item.key}” instead`, edits, finding },
  ];
}

function remove(subject: RefactoringSubject, finding: Finding): Refactoring[] {
  const reference = referenceAt(subject, finding);
  const edit = reference && removalOf(subject.file, reference);
  if (!edit) return [];
  const edits = new Map([[subject.file.path, [edit]]]);
  return [{ id: 'remove-uncited', title: `Remove “${reference.key}”, which nothing cites`, edits, finding }];
}

/** What can be done about some findings of a file. */
export function refactoringsOf(subject: RefactoringSubject): Refactoring[] {
  return subject.findings.flatMap((finding) => {
    if (finding.rule === 'duplicate-reference') return merge(subject, finding);
    return finding.rule === 'uncited-reference' ? remove(subject, finding) : [];
  });
}

/** Every removal of a file in one go, so that a file of thousands of entries is read once; one entry of CSL-YAML always stays. */
export function removalsOf(
  subject: RefactoringSubject,
): { readonly refactoring: Refactoring; readonly count: number } | undefined {
  const all = refactoringsOf(subject).filter((one) => one.id === 'remove-uncited');
  const keyed = subject.file.facts.references.filter((one) => one.number === undefined);
  const some = subject.file.format === 'yaml' && all.length === keyed.length ? all.slice(1) : all;
  const [first] = some;
  if (!first) return undefined;
  const edits = new Map([[subject.file.path, some.flatMap((one) => one.edits.get(subject.file.path) ?? [])]]);
  return { refactoring: { ...first, edits }, count: some.length };
}

/** The renumbering of an article whose list is not in the order of first citation. */
export function renumberingOf({ file }: Pick<RefactoringSubject, 'file'>): Refactoring | undefined {
  const edits = renumbering(file);
  if (!edits || edits.length === 0) return undefined;
  const title = 'Number the references in the order in which they are cited';
  return { id: 'renumber', title, edits: new Map([[file.path, edits]]), finding: undefined };
}
