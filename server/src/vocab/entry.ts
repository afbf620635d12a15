// What does the shipped vocabulary know about one name?

import type { Kind } from '../base/kind';
import { KIND_TABLE } from '../base/kind-table';

/** Name of a kind. Of one without data the vocabulary knows nothing. */
export type VocabKind = Kind['name'];

/** The kinds that it knows something of. */
export const VOCAB_KINDS: readonly VocabKind[] = KIND_TABLE.flatMap(({ name, vocabulary }) =>
  vocabulary.length > 0 ? [name] : [],
);

/** What a mediator does to inflammation by textbook consensus; absent means not assessed. */
type InflammatoryRole = 'pro-inflammatory' | 'anti-inflammatory' | 'dual';

export interface VocabEntry {
  readonly kind: VocabKind;
  /** Kebab-case, unique within the kind. */
  readonly id: string;
  /** Preferred spelling. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Identifier by scheme: `hgnc`, `uniprot`, `ncbi-gene`, `ensembl`, `mondo`, `mesh`, `icd11`, `icd10`, `icd10cm`, `doid`, `hp`, `cl`, `go`, `chebi`. */
  readonly codes: Readonly<Record<string, string>>;
  readonly abbreviation?: string;
  readonly summary?: string;
  /** Approved HGNC symbol. */
  readonly symbol?: string;
  /** Approved HGNC name. */
  readonly approvedName?: string;
  /** `cytokine`, `chemokine`, `lipid` …; for a treatment `drug`, `biologic`, `procedure`, `lifestyle`, `psychological` or `diet`. */
  readonly class?: string;
  /** Family of a mediator, or the group of drugs that a treatment belongs to. */
  readonly family?: string;
  readonly role?: InflammatoryRole;
  /** The older name that readers still know: MCP-1 for CCL2. */
  readonly legacy?: string;
  /** Ids of the entries that a family or complex consists of. */
  readonly members?: readonly string[];
  /** Further spellings that are right in running text; mediators only. */
  readonly prose?: readonly string[];
  /** Own names that mean something else too often to be recognised in running text. */
  readonly quiet?: readonly string[];
}
