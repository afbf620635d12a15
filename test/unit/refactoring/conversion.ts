// What becomes of a fixture's article when its citations change their form?

import { applyEdits } from '../../../server/src/lint/fix';
import type { Outcome } from '../../../server/src/refactoring/outcome';
import { type ConversionId, conversionOf } from '../../../server/src/refactoring/table';
import { parseFixture, projectOf } from '../fixture';

/** The outcome for an article among other files. */
export function outcomeOf(files: ReadonlyMap<string, string>, path: string, id: ConversionId): Outcome {
  const project = projectOf({ files, expected: [], cursor: undefined }, true);
  const { file } = project.update(path, files.get(path) ?? '', { named: true });
  return conversionOf(id, { project, textOf: (other) => files.get(other) }, file);
}

/** All files afterwards, or the refusal. */
export function after(
  files: ReadonlyMap<string, string>,
  path: string,
  id: ConversionId,
): ReadonlyMap<string, string> | string {
  const outcome = outcomeOf(files, path, id);
  if ('refusal' in outcome) return outcome.refusal;
  const changed = new Map([...files].map(([name, text]) => [name, applyEdits(text, outcome.edits.get(name) ?? [])]));
  for (const [name, text] of outcome.created) changed.set(name, text);
  return changed;
}

/** The same for a fixture in one string. */
export function converted(source: string, id: ConversionId, path = 'a.md'): Record<string, string> | string {
  const found = after(parseFixture(source).files, path, id);
  return typeof found === 'string' ? found : Object.fromEntries(found);
}
