// What is known of a document that is open in the editor? Its last reading, and what the next one can build on.

import type { LineIndex } from '../base/line-index';
import type { SourceFile } from '../model/source-file';
import type { MarkdownFile, MarkdownState } from '../syntax/markdown';
import type { ProjectState } from './project-state';

export interface OpenFile {
  readonly uri: string;
  /** Absolute path, for documents that are files. */
  readonly absolute: string | undefined;
  readonly version: number;
  readonly state: ProjectState;
  /** Path inside the project. */
  readonly path: string;
  readonly file: SourceFile;
  readonly lines: LineIndex;
}

/** What an incremental reading of the same Markdown document starts from. */
export function markdownState(file: SourceFile | undefined): MarkdownState | undefined {
  if (file?.format !== 'markdown' || !file.prose || !('state' in file.prose)) return undefined;
  return (file.prose as MarkdownFile).state;
}
