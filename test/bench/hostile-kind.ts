// What is a hostile input, and of what are most of them made?

/** Files of a repository: path to text. */
export type Files = Readonly<Record<string, string>>;

export interface HostileInput {
  readonly name: string;
  /** How much of it the bench begins with. */
  readonly size: number;
  readonly files: (size: number) => Files;
  /** What is run; a check by default. */
  readonly command?: readonly string[];
  /** What that says of it, on either output. */
  readonly says: RegExp;
}

/** What is run where an input names nothing else. */
export const CHECK: readonly string[] = ['check', '.', '-f', 'unix'];

export const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
export const ARTICLE = '---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\n';
export const RECORD = 'kind: condition\nid: example-condition\nname: Example\n';
export const LIST = '\n\n## References\n\n1. https://doi.org/10.5555/one\n';
export const REFERENCES = 'kind: references\nreferences:\n';
export const UNREAD_DEPTH = /nested too deeply to be read/;
export const UNREAD_LENGTH = /paragraph is too long to be read/;
export const article = (text: string): Files => ({ 'a.md': ARTICLE + text });
export const record = (text: string): Files => ({ 'conditions/example-condition.yaml': RECORD + text });
