// How often is each reference cited? Counted in one pass, for whoever asks about all of them.

import type { FileFacts, Reference } from '../model/facts';
import { type Atom, eachCitationAtom } from './atom';
import type { Workspace } from './workspace';

/** How often a reference of a file is cited; the same number as `citationsOf` lists, for as long as nothing changes. */
export function citationCounter(workspace: Workspace): (facts: FileFacts, reference: Reference) => number {
  const byAtom = new Map<Atom, number[]>();
  let citations = 0;
  for (const facts of workspace.files) {
    for (const citation of facts.citations) {
      const one = citations++;
      eachCitationAtom(citation, (atom) => {
        const list = byAtom.get(atom);
        if (list) list.push(one);
        else byAtom.set(atom, [one]);
      });
    }
  }
  return (facts, reference) => {
    if (reference.type === 'numbered') return workspace.citationsOf(facts.path, reference).length;
    const found = [...workspace.citingAtoms(reference)].flatMap((atom) => {
      const list = byAtom.get(atom);
      return list ? [list] : [];
    });
    // One citation may ask by key and by identifier.
    return found.length === 1 ? (found[0]?.length ?? 0) : new Set(found.flat()).size;
  };
}
