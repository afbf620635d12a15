// To which references does a citation lead, as far as its article may cite them?

import type { Citation, FileFacts, KeyedCitation, Reference } from '../model/facts';
import { bibliographyScope } from './bibliography';
import type { Located } from './located';
import { aliasTargets } from './name';
import { keyOfTag, referencesByAny, referencesByIdentifier, referencesByKey } from './reference';
import type { Workspace } from './workspace';

/** What a citation leads to. `self` means that the key is an identifier in its own right that no reference file lists. */
type Resolution =
  | { readonly state: 'found'; readonly references: readonly Located<Reference>[] }
  | { readonly state: 'elsewhere'; readonly references: readonly Located<Reference>[] }
  | { readonly state: 'self' }
  | { readonly state: 'unknown' };

/** What a citation in `facts` leads to. */
export function resolveCitation(workspace: Workspace, facts: FileFacts, citation: Citation): Resolution {
  if (citation.type === 'number') {
    const own = facts.references.filter((one) => one.type === 'numbered' && citation.numbers.includes(one.number));
    return own.length > 0
      ? { state: 'found', references: own.map((item) => ({ path: facts.path, item })) }
      : { state: 'unknown' };
  }
  const found = referencesOf(workspace, citation);
  const scope = bibliographyScope(workspace, facts);
  const inside = scope ? found.filter((one) => scope.has(one.path)) : found;
  if (inside.length > 0) return { state: 'found', references: inside };
  if (citation.identifier || keyOfTag(workspace, citation.key) !== undefined) return { state: 'self' };
  return found.length > 0 ? { state: 'elsewhere', references: found } : { state: 'unknown' };
}

/** References that a key, an identifier or a tag names, wherever they stand. */
function referencesOf(workspace: Workspace, { key, identifier }: KeyedCitation): readonly Located<Reference>[] {
  const direct = referencesByKey(workspace, key);
  if (direct.length > 0) return direct;
  if (identifier) return referencesByIdentifier(workspace, identifier.scheme, identifier.value);
  const meant = keyOfTag(workspace, key);
  return meant === undefined ? [] : referencesByAny(workspace, aliasTargets(meant));
}
