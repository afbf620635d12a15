// What does a feature know when it answers? One open file, its project, and a way to speak of other files.

import type { LineIndex } from '../base/line-index';
import type { RuleMeta } from '../lint/rule';
import type { SourceFile } from '../model/source-file';
import type { Project } from '../project/project';

/** What the editor at the other end can do with an answer. */
export interface ClientTraits {
  /** Whether inserted text may hold placeholders. */
  readonly snippets: boolean;
  /** VS Code: it has its own outline of Markdown headings, and a command that asks for completions again. */
  readonly vscode: boolean;
  /** Whether an edit may make a new file. */
  readonly createsFiles: boolean;
}

/** What every feature takes. Features are pure: the same context and arguments give the same answer. */
export interface FeatureContext {
  readonly project: Project;
  /** Path of the file inside its project. */
  readonly path: string;
  readonly file: SourceFile;
  readonly lines: LineIndex;
  readonly rules: readonly RuleMeta[];
  readonly client: ClientTraits;
  /** Lines of a file of the project as the index knows it; undefined for files that are not kept. */
  linesOf(path: string): LineIndex | undefined;
  /** Text of a file of the project as the index knows it. */
  textOf(path: string): string | undefined;
  uriOf(path: string): string;
}
