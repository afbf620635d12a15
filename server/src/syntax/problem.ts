// What could a reader of text not make sense of?

import type { Range } from '../base/range';

/** A parser never throws: what it could not read stands here, with the place. The message is one plain sentence. */
export interface SyntaxProblem extends Range {
  readonly message: string;
}

/** A comment of the host language (`# …` in YAML, `<!-- … -->` in Markdown): `start`/`end` enclose the marks. */
export interface Comment extends Range {
  /** The text between the marks, trimmed. */
  readonly text: string;
}
