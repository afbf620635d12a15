// What does a reader want to know of a condition, mechanism, mediator, cell, treatment or article?

import type { Kind } from '../base/kind';
import { own } from '../base/own';
import type { Definition } from '../model/facts';
import type { VocabEntry } from '../vocab/entry';
import { lookUp } from '../vocab/look-up';
import { normalise } from '../vocab/normalise';
import { classificationOf, schemeName } from './code-link';
import type { FeatureContext } from './context';
import { counted, escaped, linked, paragraph, shortened } from './markdown-text';
import { fileLink, fileList } from './reference-text';
import { type EntitySubject, subjectUses } from './subject';

const MOST_ALIASES = 6;
/** Data bases of sequences are for laboratories; a record that names them shows them. */
const LABORATORY = new Set(['ncbi-gene', 'ensembl']);

const ROLES: Readonly<Record<string, string>> = {
  'pro-inflammatory': 'promotes inflammation',
  'anti-inflammatory': 'dampens inflammation',
  dual: 'can promote or dampen inflammation',
};

/** Name, what it is, codes, other names and where the repository speaks of it, in Markdown; undefined for what nobody knows. */
export function describeEntity(context: FeatureContext, subject: EntitySubject): string | undefined {
  const record = subject.definition?.item;
  const { entry } = subject;
  if (!record && !entry) return undefined;
  const kind = context.project.kinds.named(subject.kind);
  const parts = [headline(kind, record, entry)];
  const summary = record?.summary ?? entry?.summary;
  if (summary) parts.push(paragraph(escaped(summary)));
  const facts = factsLine(kind, record, entry);
  if (facts) parts.push(facts);
  const codes = codesLine(record, entry);
  if (codes) parts.push(codes);
  const aliases = aliasesOf(record, entry);
  if (aliases) parts.push(`Also called ${aliases}`);
  parts.push(whereabouts(context, subject));
  return parts.join('\n\n');
}

function headline(kind: Kind | undefined, record: Definition | undefined, entry: VocabEntry | undefined): string {
  const name = record?.name ?? entry?.name ?? record?.id ?? '';
  const abbreviation = record?.abbreviation ?? entry?.abbreviation;
  const short = abbreviation && abbreviation !== name ? ` (${escaped(abbreviation)})` : '';
  const what = (kind?.betterNoun && detailOf(kind.betterNoun, record, entry)) ?? kind?.noun ?? '';
  return `**${escaped(name)}**${short} — ${escaped(what)}`;
}

/** What the record says, else the vocabulary. */
function detailOf(key: string, record: Definition | undefined, entry: VocabEntry | undefined): string | undefined {
  const shipped: Readonly<Record<string, string | undefined>> = {
    family: entry?.family,
    role: entry?.role,
    class: entry?.class,
  };
  return own(record?.details, key) ?? own(shipped, key);
}

function factsLine(kind: Kind | undefined, record: Definition | undefined, entry: VocabEntry | undefined): string {
  const shown = new Map<string, string>();
  for (const { key, label } of kind?.details ?? []) {
    // What stands in the headline is not said again.
    const value = key === kind?.betterNoun ? undefined : detailOf(key, record, entry);
    if (label && value && !shown.has(label)) shown.set(label, (key === 'role' && own(ROLES, value)) || value);
  }
  return [...shown].map(([label, value]) => `${label}: ${escaped(value)}`).join(' · ');
}

function codesLine(record: Definition | undefined, entry: VocabEntry | undefined): string {
  const codes = new Map<string, string>();
  for (const [scheme, code] of Object.entries(record?.details ?? {})) codes.set(schemeName(scheme), code);
  for (const [scheme, code] of Object.entries(entry?.codes ?? {}))
    if (!codes.has(schemeName(scheme)) && !LABORATORY.has(scheme)) codes.set(schemeName(scheme), code);
  return [...codes]
    .flatMap(([scheme, code]) => {
      const known = classificationOf(scheme, code);
      if (!known) return [];
      const label = code.toLowerCase().startsWith(`${known.label.toLowerCase()}:`) ? code : `${known.label} ${code}`;
      return [known.address ? linked(label, known.address) : escaped(label)];
    })
    .join(' · ');
}

/**
 * Other names: the record's own, the older name, the official ones, then the shorter ones first. Left out are names that differ only in
 * spelling from one that is shown, and those that mean something else first: HGF is an alias of IL-6, and a factor of its own.
 */
function aliasesOf(record: Definition | undefined, entry: VocabEntry | undefined): string {
  const name = record?.name ?? entry?.name ?? '';
  const own = record?.synonyms ?? [];
  const aliases = [...(entry?.aliases ?? [])].sort((a, b) => a.length - b.length);
  const shipped = [entry?.name, entry?.legacy, entry?.approvedName, entry?.symbol, ...aliases].filter(
    (alias) => alias !== undefined && entry !== undefined && meansOnly(entry, alias),
  );
  const seen = new Set([normalise(name), normalise(record?.abbreviation ?? entry?.abbreviation ?? '')]);
  const shown = [...own, ...shipped]
    .filter((alias) => alias !== undefined)
    .filter((alias) => {
      const key = normalise(alias);
      return key !== '' && !seen.has(key) && seen.add(key);
    });
  const listed = shown.slice(0, MOST_ALIASES).map((alias) => escaped(shortened(alias, 60)));
  return listed.join(', ') + (shown.length > MOST_ALIASES ? ' …' : '');
}

function meansOnly(entry: VocabEntry, alias: string): boolean {
  const entries = lookUp(entry.kind, alias)?.entries;
  return entries?.length === 1 && entries[0] === entry;
}

function whereabouts(context: FeatureContext, subject: EntitySubject): string {
  const uses = subjectUses(context, subject);
  const record = subject.definition;
  const source = record
    ? `Record: ${fileLink(context, record.path)}`
    : 'From the shipped vocabulary; this repository has no record of it.';
  if (uses.length === 0) return `${source}\n\nNo record or article of this repository points at it.`;
  return `${source}\n\nUsed ${counted(uses.length, 'time')}: ${fileList(
    context,
    uses.map((one) => one.path),
  )}`;
}
