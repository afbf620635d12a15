// Which file is an overview asked about, and how is it read?

import type { Project } from '../project/project';

/** One project, as far as an overview needs the world around it. */
export interface GivenProject {
  readonly project: Project;
  /** How people know a path of the project. */
  readonly shown: (path: string) => string;
  /** The text of a file of the project; empty for one that is gone by now. */
  readonly read: (path: string) => string;
}

export interface GivenFile {
  readonly given: GivenProject;
  /** Path inside the project. */
  readonly path: string;
}
