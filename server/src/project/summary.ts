// What does a report need of one checked file? Plain data that may be kept from one run to the next.

import type { Finding } from '../lint/finding';
import { numbersOf } from '../model/cited-name';
import type { Project } from './project';

export interface FileSummary {
  readonly citations: number;
  readonly references: number;
  readonly records: number;
  /** How many checks looked at the file. */
  readonly checks: number;
  /** All of them, in the order of the text. */
  readonly findings: readonly Finding[];
}

/** The summary of a file that the project has read. */
export function summaryOf(project: Project, path: string): FileSummary {
  const facts = project.factsOf(path);
  return {
    citations: facts.citations.reduce((sum, one) => sum + Math.max(1, numbersOf(one).length), 0),
    references: facts.references.length,
    records: facts.role === 'records' ? facts.definitions.length : 0,
    checks: project.checksOf(path),
    findings: project.findings(path),
  };
}
