// Where can a person look a classification's code up, and how is the classification called?

import { own } from '../base/own';

interface Classification {
  readonly label: string;
  readonly address?: (code: string) => string;
}

const bare = (code: string) => code.replace(/^[A-Za-z]+:/, '');
const ols = (ontology: string) => (code: string) =>
  `https://www.ebi.ac.uk/ols4/ontologies/${ontology}/classes?obo_id=${encodeURIComponent(code)}`;

const CLASSIFICATIONS: Readonly<Record<string, Classification>> = {
  hgnc: {
    label: 'HGNC',
    address: (code) => `https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:${bare(code)}`,
  },
  uniprot: { label: 'UniProt', address: (code) => `https://www.uniprot.org/uniprotkb/${code}` },
  'ncbi-gene': { label: 'NCBI Gene', address: (code) => `https://www.ncbi.nlm.nih.gov/gene/${bare(code)}` },
  ensembl: { label: 'Ensembl', address: (code) => `https://www.ensembl.org/id/${code}` },
  mondo: { label: 'Mondo', address: (code) => `https://monarchinitiative.org/${code}` },
  mesh: { label: 'MeSH', address: (code) => `https://meshb.nlm.nih.gov/record/ui?ui=${bare(code)}` },
  'icd-11': { label: 'ICD-11' },
  'icd-10': { label: 'ICD-10' },
  'icd-10-cm': { label: 'ICD-10-CM' },
  doid: { label: 'Disease Ontology', address: (code) => `https://disease-ontology.org/term/${code}` },
  hpo: { label: 'HPO', address: (code) => `https://hpo.jax.org/browse/term/${code}` },
  umls: { label: 'UMLS' },
  cl: { label: 'Cell Ontology', address: ols('cl') },
  go: { label: 'GO', address: (code) => `https://amigo.geneontology.org/amigo/term/${code}` },
  chebi: { label: 'ChEBI', address: (code) => `https://www.ebi.ac.uk/chebi/searchId.do?chebiId=${code}` },
};

/** The vocabulary's short names for what records call otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  icd11: 'icd-11',
  icd10: 'icd-10',
  icd10cm: 'icd-10-cm',
  hp: 'hpo',
};

/** Name and page of a code; undefined for keys that are no classification. */
export function classificationOf(
  scheme: string,
  code: string,
): { readonly label: string; readonly address: string | undefined } | undefined {
  const known = own(CLASSIFICATIONS, own(OTHER_NAMES, scheme) ?? scheme);
  if (!known) return undefined;
  const usable = /^[\w.:/-]+$/.test(code);
  return { label: known.label, address: usable ? known.address?.(code) : undefined };
}

/** One name for a scheme, whether a record or the vocabulary uses it. */
export function schemeName(scheme: string): string {
  return own(OTHER_NAMES, scheme) ?? scheme;
}
