// Is one written value what its key takes: an id, a code, a day, one of a few words?

import { isDate } from '../base/date';
import { own } from '../base/own';
import type { YamlScalar } from '../syntax/yaml-node';
import { accepts } from './alternative';
import { nearestWord } from './near-word';
import { repairedCode, repairedDate, repairedSlug } from './repair';
import type { Schema } from './schema';
import { clipped, emptyValue, invalid, label, listed, type Place, type Violation } from './violation';

/** The first thing wrong with a value whose type fits the schema, or undefined. */
export function scalarViolation(node: YamlScalar, schema: Schema, place: Place): Violation | undefined {
  if (typeof node.value === 'boolean') return undefined;
  const text = node.source;
  if (schema.const !== undefined && text !== schema.const)
    return invalid(`${label(place)} must be “${schema.const}”.`, schema.const);
  if (schema.enum && !schema.enum.includes(text)) return outsideEnum(text, schema, place);
  if (typeof node.value === 'number' && accepts(schema, 'number')) return undefined;
  if (schema.minLength && text.length < schema.minLength) return emptyValue(place);
  if (schema.pattern && !patternOf(schema.pattern).test(text)) return patternViolation(text, schema);
  if (schema.format === 'date' && !isDate(text)) {
    const meant = repairedDate(text);
    const remedy = meant && isDate(meant) ? meant : undefined;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return invalid(`${label(place)}: there is no such day as ${text}.`);
    return invalid(
      `${label(place)} takes a day as YYYY-MM-DD, not “${clipped(text)}”${remedy ? `: write ${remedy}` : ''}.`,
      remedy,
    );
  }
  return undefined;
}

function outsideEnum(text: string, schema: Schema, place: Place): Violation {
  const values = schema.enum ?? [];
  const meant = own(schema['x-misnomers'], text) ?? nearestWord(text, values);
  if (meant) return invalid(`${label(place)} cannot be “${clipped(text)}”. Did you mean “${meant}”?`, meant);
  if (values.length > 8) {
    const usual = (schema.examples ?? []).map(String).filter((one) => values.includes(one));
    const some = [...new Set([...usual, ...values])].slice(0, 3);
    return invalid(
      `${label(place)} cannot be “${clipped(text)}”; write one of the ${values.length} words that are known here, such as ${listed(some, 'or')}.`,
    );
  }
  return invalid(`${label(place)} cannot be “${clipped(text)}”; write ${listed(values, 'or')}.`);
}

function patternViolation(text: string, schema: Schema): Violation {
  const hint = schema['x-pattern-hint'] ?? 'the examples';
  const code = schema['x-code'];
  const pattern = patternOf(schema.pattern as string);
  const guesses = code ? repairedCode(text, schema) : [repairedSlug(text)];
  const meant = guesses.find((guess) => pattern.test(guess));
  const remedy = meant ? `Did you mean “${meant}”?` : `Write it like ${hint}.`;
  if (!code) return invalid(`“${clipped(text)}” is not an id. ${remedy}`, meant);
  return {
    rule: 'malformed-code',
    message: `“${clipped(text)}” is not a valid ${CODE_NAMES[code] ?? code} code. ${remedy}`,
    suggestion: meant,
  };
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, 'u');
    patterns.set(source, pattern);
  }
  return pattern;
}

/** How people write the names of the classifications. */
const CODE_NAMES: Readonly<Record<string, string>> = {
  'icd-11': 'ICD-11',
  'icd-10': 'ICD-10',
  mondo: 'MONDO',
  mesh: 'MeSH',
  doid: 'DOID',
  hpo: 'HPO',
  hgnc: 'HGNC',
  uniprot: 'UniProt',
  ensembl: 'Ensembl',
  'ncbi-gene': 'NCBI Gene',
  chebi: 'ChEBI',
  cl: 'Cell Ontology',
  go: 'Gene Ontology',
  orcid: 'ORCID',
};
