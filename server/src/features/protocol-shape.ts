// How do offsets become the shapes of the protocol? The only place where features count lines.

import type { Location, Range as ProtocolRange, TextEdit } from 'vscode-languageserver-types';
import type { LineIndex } from '../base/line-index';
import type { Range } from '../base/range';
import type { Edit } from '../lint/finding';
import type { FeatureContext } from './context';

export function toRange(lines: LineIndex, range: Range): ProtocolRange {
  return { start: lines.position(range.start), end: lines.position(range.end) };
}

/** A place in a file of the project, or undefined when the file is not kept. */
export function toLocation(context: FeatureContext, path: string, range: Range): Location | undefined {
  const lines = path === context.path ? context.lines : context.linesOf(path);
  return lines && { uri: context.uriOf(path), range: toRange(lines, range) };
}

export function toEdits(lines: LineIndex, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text }));
}
