// What comes of asking for an article's citations in another form: the edits, or why nothing was changed?

import { LineIndex } from '../base/line-index';
import type { Project } from '../project/project';
import type { FileEdits } from './merge-duplicates';

/** What an article is converted among. */
export interface RefactoringContext {
  readonly project: Project;
  /** Text of another file of the project. */
  textOf(path: string): string | undefined;
}

/** A refusal is what follows “a.md was not changed: ”, one sentence or two with what can be done about it. */
export interface Refused {
  readonly refusal: string;
}

export interface Converted {
  readonly edits: FileEdits;
  /** Texts of files that must not be there yet, by path. */
  readonly created: ReadonlyMap<string, string>;
  /** One sentence for each thing that a person must look at. */
  readonly remarks: readonly string[];
}

export type Outcome = Converted | Refused;

/** Line of an offset as people count. */
export function lineOf(text: string, offset: number): number {
  return new LineIndex(text.slice(0, offset)).lineCount;
}

export const NOT_MARKDOWN =
  'only Markdown can be changed in this way. Import it first, with “clinical-content import”.';

/** Why a file with a mistake in its syntax stays as it is. */
export function brokenRefusal(text: string, at: number): string {
  return `line ${lineOf(text, at)} has a syntax error. Correct it first.`;
}
