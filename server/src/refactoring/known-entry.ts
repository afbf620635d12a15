// Does a reference file of the repository say already what an entry of an article's list says?

import { unescaped } from '../conversion/escape';
import type { ListEntry } from '../conversion/list';
import { bibliographyScope } from '../index/bibliography';
import type { Located } from '../index/located';
import { referencesByIdentifier, referencesByKey } from '../index/reference';
import type { Workspace } from '../index/workspace';
import type { FileFacts, Identifier, Reference } from '../model/facts';
import { identifiersInText } from '../model/identifier-link';
import { bracketAt } from '../syntax/citation';
import { ADDRESS_WORDS, wordsOf } from './merge-duplicates';
import { printedEntry } from './printed-entry';

const LABELS = ['pmid', 'pmcid', 'arxiv', 'isbn', 'trial', 'number', 'et', 'al'];

/** A key as it stands behind `@`, in braces where it needs them; undefined when it cannot be cited. */
function citable(key: string): string | undefined {
  return [key, `{${key}}`].find((written) => bracketAt(`[@${written}]`, 0)?.keys[0]?.key === key);
}

/** What is known of the references that an article may cite. */
interface KnownEntries {
  /** The reference that says all that an entry says, and its key as it is cited; undefined when there is none. */
  find(entry: ListEntry): { readonly reference: Located<Reference>; readonly key: string } | undefined;
}

function isSame(a: Identifier, b: Identifier): boolean {
  return a.scheme === b.scheme && a.value === b.value;
}

/** References that only their words tell apart, by these words as a list prints them. */
function withoutIdentifier(
  workspace: Workspace,
  mayCite: (one: Located<Reference>) => boolean,
): Map<string, Located<Reference>> {
  const found = new Map<string, Located<Reference>>();
  for (const { path, references } of workspace.files) {
    for (const item of references) {
      const one = { path, item };
      if (item.identifiers.length === 0 && mayCite(one)) found.set(unescaped(printedEntry(item, undefined)), one);
    }
  }
  return found;
}

/** Looks among the references of the files that the article names, or of the whole repository where it names none. */
export function knownEntries(
  workspace: Workspace,
  facts: FileFacts,
  textOf: (path: string) => string | undefined,
): KnownEntries {
  const scope = bibliographyScope(workspace, facts);
  const mayCite = ({ path, item }: Located<Reference>) => item.type === 'keyed' && (scope?.has(path) ?? true);
  const saysAll = ({ path, item }: Located<Reference>, entry: ListEntry, identifiers: readonly Identifier[]) => {
    const source = textOf(path);
    const printed = printedEntry(item, source);
    if (unescaped(printed) === entry.text) return true;
    if (!identifiers.every((one) => item.identifiers.some((other) => isSame(one, other)))) return false;
    const own = source?.slice(item.start, item.end) ?? '';
    const said = new Set([...wordsOf(own), ...wordsOf(printed), ...ADDRESS_WORDS, ...LABELS]);
    return wordsOf(entry.text).every((word) => said.has(word));
  };
  let unnamed: ReadonlyMap<string, Located<Reference>> | undefined;
  const candidates = (entry: ListEntry, identifiers: readonly Identifier[]) => {
    if (identifiers.length > 0)
      return identifiers.flatMap(({ scheme, value }) => referencesByIdentifier(workspace, scheme, value));
    unnamed ??= withoutIdentifier(workspace, mayCite);
    return [unnamed.get(entry.text) ?? []].flat();
  };
  return {
    find(entry) {
      const identifiers = identifiersInText(entry.text, 0);
      for (const reference of candidates(entry, identifiers)) {
        const { item } = reference;
        if (item.type !== 'keyed' || !mayCite(reference) || !saysAll(reference, entry, identifiers)) continue;
        const key = citable(item.key);
        const isOnly = referencesByKey(workspace, item.key).filter(mayCite).length === 1;
        if (key !== undefined && isOnly) return { reference, key };
      }
      return undefined;
    },
  };
}
