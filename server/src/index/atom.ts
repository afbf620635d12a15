// What does a file offer to others, and what does it ask of them? Names that tie files together.

import { folderOf, resolvePath } from '../base/path';
import type { Citation, EntityKind, FileFacts, IdentifierScheme, Reference } from '../model/facts';
import { identifierOfKey } from '../model/identifier';

/** A name under which one file offers something and another asks for it. */
export type Atom = string;

export const entityAtom = (kind: EntityKind, id: string): Atom => `entity ${kind} ${id}`;
/** The same id under any kind: what tells a wrong kind from an unknown id. */
export const idAtom = (id: string): Atom => `id ${id}`;
export const keyAtom = (key: string): Atom => `key ${key}`;
export const identifierAtom = (scheme: IdentifierScheme, value: string): Atom => `${scheme} ${value}`;
export const tagAtom = (tag: string): Atom => `tag ${tag}`;
/** A file asks for what its tags stand for; that alone cites nothing. */
export const aliasAtom = (atom: Atom): Atom => `alias ${atom}`;
export const pathAtom = (path: string): Atom => `path ${path}`;
/** That a folder has anything in it. */
export const folderAtom = (folder: string): Atom => `folder ${folder}`;

/** Atoms of a reference: its key and each identifier. A numbered entry has no key outside its article. */
export function referenceAtoms(reference: Reference): Atom[] {
  const atoms = reference.identifiers.map((one) => identifierAtom(one.scheme, one.value));
  if (reference.number === undefined) atoms.push(keyAtom(reference.key));
  return atoms;
}

/** `tag:deep-review` and `deep-review` both name the tag `deep-review`. */
export function tagOf(key: string): string {
  return key.replace(/^tag:/i, '');
}

/** Atoms a citation asks for. Numbers ask for nothing outside their article. */
export function citationAtoms(citation: Citation): Atom[] {
  if (citation.style === 'numbered' || citation.style === 'footnote') return [];
  const atoms = [keyAtom(citation.key), tagAtom(tagOf(citation.key))];
  if (citation.identifier) atoms.push(identifierAtom(citation.identifier.scheme, citation.identifier.value));
  return atoms;
}

/** Atoms of what a tag stands for: `doi:10.…` or a key. */
export function aliasTargets(key: string): Atom[] {
  const stated = identifierOfKey(key);
  return stated && 'value' in stated.parsed
    ? [keyAtom(key), identifierAtom(stated.scheme, stated.parsed.value)]
    : [keyAtom(key)];
}

/** What the rest of the repository can find in a file. */
export function offers(facts: FileFacts): Set<Atom> {
  const atoms = new Set<Atom>([pathAtom(facts.path), folderAtom(folderOf(facts.path))]);
  for (const one of facts.definitions) atoms.add(entityAtom(one.kind, one.id)).add(idAtom(one.id));
  for (const one of facts.references) for (const atom of referenceAtoms(one)) atoms.add(atom);
  for (const one of facts.aliases) atoms.add(tagAtom(one.tag));
  for (const one of facts.headings) atoms.add(pathAtom(`${facts.path}#${one.anchor}`));
  return atoms;
}

/** What a file asks of the rest of the repository. */
export function asks(facts: FileFacts): Set<Atom> {
  const atoms = new Set<Atom>();
  for (const use of facts.uses) {
    atoms.add(entityAtom(use.kind, use.id)).add(idAtom(use.id));
    if (use.canonical) atoms.add(entityAtom(use.kind, use.canonical));
  }
  for (const citation of facts.citations) for (const atom of citationAtoms(citation)) atoms.add(atom);
  for (const { key } of facts.aliases) for (const atom of aliasTargets(key)) atoms.add(aliasAtom(atom));
  for (const link of facts.links) {
    const path = link.target === '' ? facts.path : resolvePath(folderOf(facts.path), link.target);
    if (path !== undefined)
      atoms
        .add(pathAtom(path))
        .add(pathAtom(`${path}#${link.anchor}`))
        .add(folderAtom(folderOf(path)));
    const atRoot = resolvePath('', link.target);
    if (atRoot) atoms.add(pathAtom(atRoot));
  }
  for (const file of facts.article?.bibliography ?? []) {
    for (const folder of [folderOf(facts.path), '']) {
      const path = resolvePath(folder, file.path);
      if (path !== undefined) atoms.add(pathAtom(path));
    }
  }
  return atoms;
}
