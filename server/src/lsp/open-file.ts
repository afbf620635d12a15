// What is known of a document that is open in the editor?

import type { LineIndex } from '../base/line-index';
import type { SourceFile } from '../model/source-file';
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
