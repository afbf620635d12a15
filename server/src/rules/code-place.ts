// Does a place lie in code, where an author shows text and does not mean it?

import type { SourceFile } from '../model/source-file';

/** Whether an offset lies in a code block or between backticks. */
export function isInCode(file: SourceFile, offset: number): boolean {
  const block = file.prose?.blocks.find((one) => one.start <= offset && offset < one.end);
  if (!block) return false;
  if (block.kind === 'code') return true;
  return block.opaque.some((one) => one.start <= offset && offset < one.end && file.text[one.start] === '`');
}
