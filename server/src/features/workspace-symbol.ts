// Where in the repository is a record, article or reference of this name?

import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Range } from '../base/range';
import { shortCitation } from '../model/cited-form';
import { normalise } from '../vocab/normalise';
import type { FeatureContext } from './context';
import { symbolOf } from './document-symbol';
import { toLocation } from './protocol-shape';
import { searchReferences } from './reference-search';

const MOST = 200;

/** What a search over a project needs; no file is open. */
type SearchContext = Pick<FeatureContext, 'project' | 'linesOf' | 'uriOf'>;

/** Records and articles by id, name, synonym or abbreviation, then references by any of their words. */
export function workspaceSymbols(context: SearchContext, query: string): WorkspaceSymbol[] {
  const key = normalise(query);
  const found: WorkspaceSymbol[] = [];
  const add = (name: string, kind: SymbolKind, path: string, range: Range, containerName: string) => {
    const location = toLocation({ ...context, path: '' } as FeatureContext, path, range);
    if (location) found.push({ name, kind, location, containerName });
  };
  for (const facts of context.project.workspace.files) {
    for (const one of facts.definitions) {
      if (found.length >= MOST) return found;
      const names = [one.id, one.name, one.abbreviation, ...one.synonyms];
      if (names.some((name) => name !== undefined && normalise(name).includes(key)))
        add(one.name ?? one.id, symbolOf(one.kind, context.project.kinds), facts.path, one, `${one.kind} ${one.id}`);
    }
  }
  const { found: references } = searchReferences(context.project.workspace, query, MOST - found.length);
  for (const { path, item } of references) add(item.key, SymbolKind.Key, path, item.keyRange, shortCitation(item));
  return found;
}
