// What does a file offer to others, and what does it ask of them? Names that tie files together.

import { folderOf, resolvePath } from '../base/path';
import type { Citation, EntityKind, FileFacts, IdentifierScheme, Reference } from '../model/facts';
import { identifierOfKey } from '../model/identifier-key';

/** A name under which one file offers something and another asks for it. */
export type Atom = string;

export const entityAtom = (kind: EntityKind, id: string): Atom => `entity ${kind} ${id}`;
/** The same id under any kind: what tells a wrong kind from an unknown id. */
export const idAtom = (id: string): Atom => `id ${id}`;
/** A key by itself, as most atoms are; no other atom is without a space. */
export const keyAtom = (key: string): Atom => (key.includes(' ') ? `key ${key}` : key);
/** What `nocite: '@*'` asks for. */
export const EVERY_KEY: Atom = keyAtom('*');
export const identifierAtom = (scheme: IdentifierScheme, value: string): Atom => `${scheme} ${value}`;
/** A tag is cited like a key (`[@deep]`), so it is offered under the same name. */
export const tagAtom = keyAtom;
/** A file asks for what its tags stand for; that alone cites nothing. */
export const aliasAtom = (atom: Atom): Atom => `alias ${atom}`;
/** A file that says which paper an identifier is offers it under this name. */
export const paperAtom = (atom: Atom): Atom => `paper ${atom}`;
/** The identifier that a paper's atom speaks of; undefined for any other atom. */
export const paperTarget = (atom: Atom): Atom | undefined => (atom.startsWith('paper ') ? atom.slice(6) : undefined);
/** What an alias atom stands for; undefined for any other atom. */
export const aliasTarget = (atom: Atom): Atom | undefined => (atom.startsWith('alias ') ? atom.slice(6) : undefined);
/** Whether an atom may name a tag. */
export const isTag = (atom: Atom): boolean => isKey(atom);

/** Whether an atom is a citation key. */
export function isKey(atom: Atom): boolean {
  return !atom.includes(' ') || atom.startsWith('key ');
}
export const pathAtom = (path: string): Atom => `path ${path}`;
/** All headings and other anchors of a file: what a link can lead to, and what a near miss is chosen from. */
export const headingsAtom = (path: string): Atom => `headings ${path}`;
/** That a folder has anything in it. */
export const folderAtom = (folder: string): Atom => `folder ${folder}`;

/** Atoms of a reference: its key and each identifier. A numbered entry has no key outside its article. */
export function referenceAtoms(reference: Reference): Atom[] {
  const atoms = reference.identifiers.map((one) => identifierAtom(one.scheme, one.value));
  if (reference.type === 'keyed') atoms.push(keyAtom(reference.key));
  return atoms;
}

/** `tag:deep-review` and `deep-review` both name the tag `deep-review`. */
export function tagOf(key: string): string {
  return key[3] === ':' && /^tag:/i.test(key) ? key.slice(4) : key;
}

/** Whether a citation asks for one of some atoms. */
export function asksForAny(citation: Citation, atoms: ReadonlySet<Atom>): boolean {
  if (citation.type === 'number') return false;
  const { key, identifier } = citation;
  if (atoms.has(keyAtom(key))) return true;
  const tag = tagOf(key);
  if (tag !== key && atoms.has(tagAtom(tag))) return true;
  return identifier !== undefined && atoms.has(identifierAtom(identifier.scheme, identifier.value));
}

/** Names a citation asks for. Numbers ask for nothing outside their article. */
export function eachCitationAtom(citation: Citation, visit: (atom: Atom) => void): void {
  if (citation.type === 'number') return;
  const { key, identifier } = citation;
  visit(keyAtom(key));
  const tag = tagOf(key);
  if (tag !== key) visit(tagAtom(tag));
  if (identifier) visit(identifierAtom(identifier.scheme, identifier.value));
}

/** Atoms of what a tag stands for: `doi:10.…` or a key. */
export function aliasTargets(key: string): Atom[] {
  const stated = identifierOfKey(key);
  return stated && 'value' in stated.parsed
    ? [keyAtom(key), identifierAtom(stated.scheme, stated.parsed.value)]
    : [keyAtom(key)];
}

const NOTHING = () => '';

/**
 * What the rest of the repository can find in a file: each name with what stands under it, as far as others speak of it in their
 * findings. Offsets are no part of it: a line typed above a reference concerns nobody else. A name may come more than once.
 */
export function eachOffer(facts: FileFacts, visit: (atom: Atom, content: () => string) => void): void {
  visit(pathAtom(facts.path), () => facts.role);
  visit(folderAtom(folderOf(facts.path)), NOTHING);
  for (const one of facts.definitions) {
    visit(entityAtom(one.kind, one.id), () => ';');
    visit(idAtom(one.id), () => `${one.kind};`);
  }
  let hasKeys = false;
  for (const one of facts.references) {
    const content = () =>
      `${one.type === 'numbered' ? one.number : one.key}\t${one.data.type ?? ''}\t${one.data.title ?? ''};`;
    for (const identifier of one.identifiers) visit(identifierAtom(identifier.scheme, identifier.value), content);
    if (one.type === 'numbered') continue;
    visit(keyAtom(one.key), content);
    hasKeys = true;
  }
  // `nocite: '@*'` cites whatever has a key.
  if (hasKeys) visit(EVERY_KEY, NOTHING);
  for (const one of facts.aliases) visit(tagAtom(one.tag), () => one.key);
  for (const paper of facts.papers) {
    const content = () => JSON.stringify(paper);
    for (const one of paper.identifiers) visit(paperAtom(identifierAtom(one.scheme, one.value)), content);
  }
  const anchors = facts.article?.anchors ?? [];
  if (facts.headings.length > 0)
    visit(headingsAtom(facts.path), () => [...facts.headings.map((one) => one.anchor), ...anchors].join());
}

/** The names of `eachOffer`, each once with all that stands under it. */
export function offers(facts: FileFacts): Map<Atom, string> {
  const atoms = new Map<Atom, string>();
  eachOffer(facts, (atom, content) => atoms.set(atom, (atoms.get(atom) ?? '') + content()));
  return atoms;
}

/** What a file asks of the rest of the repository; a name may come more than once. */
export function eachAsk(facts: FileFacts, visit: (atom: Atom) => void): void {
  for (const use of facts.uses) {
    visit(entityAtom(use.kind, use.id));
    visit(idAtom(use.id));
    if (use.canonical) visit(entityAtom(use.kind, use.canonical));
  }
  for (const citation of facts.citations) eachCitationAtom(citation, visit);
  for (const { key } of facts.aliases) for (const atom of aliasTargets(key)) visit(aliasAtom(atom));
  for (const link of facts.links) {
    const path = link.target === '' ? facts.path : resolvePath(folderOf(facts.path), link.target);
    if (path !== undefined) {
      visit(pathAtom(path));
      visit(headingsAtom(path));
      visit(folderAtom(folderOf(path)));
    }
    const atRoot = resolvePath('', link.target);
    if (atRoot) visit(pathAtom(atRoot));
  }
  for (const file of facts.article?.bibliography ?? []) {
    for (const folder of [folderOf(facts.path), '']) {
      const path = resolvePath(folder, file.path);
      if (path !== undefined) visit(pathAtom(path));
    }
  }
}

/** The names of `eachAsk`, each once. */
export function asks(facts: FileFacts): Set<Atom> {
  const names = new Set<Atom>();
  eachAsk(facts, (atom) => names.add(atom));
  return names;
}
