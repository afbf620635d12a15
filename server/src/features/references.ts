// Where in the repository is the thing under the cursor used?

import type { Location } from 'vscode-languageserver-types';
import type { FeatureContext } from './context';
import { toLocation } from './protocol-shape';
import { occurrencesOf, subjectOf } from './subject';
import { targetAt } from './target';

/** Uses of an id or citations of a reference, with its own entry when `includeDefinition` is set. */
export function references(context: FeatureContext, offset: number, includeDefinition: boolean): Location[] {
  const target = targetAt(context, offset);
  const subject = target && subjectOf(context, target);
  if (!subject) return [];
  return occurrencesOf(context, subject)
    .filter((one) => includeDefinition || !one.isDefinition)
    .flatMap((one) => toLocation(context, one.path, one.range) ?? []);
}
