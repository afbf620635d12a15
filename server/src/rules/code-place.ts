// Does a place lie in code, where an author shows text and does not mean it?

import { lowerBound, type Range } from '../base/range';
import type { SourceFile } from '../model/source-file';

/** Whether an offset lies in a code block or between backticks. */
export function isInCode(file: SourceFile, offset: number): boolean {
  const block = around(file.prose?.blocks ?? [], offset);
  if (!block) return false;
  if (block.kind === 'code') return true;
  const hole = around(block.opaque, offset);
  return hole !== undefined && file.text[hole.start] === '`';
}

/** The one of several ranges, in order and disjoint, that holds an offset. */
function around<T extends Range>(ranges: readonly T[], offset: number): T | undefined {
  const found = ranges[lowerBound(ranges, (one) => one.end > offset)];
  return found && found.start <= offset ? found : undefined;
}
