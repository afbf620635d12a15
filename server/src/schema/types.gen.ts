// What shape has the content? Generated from schemas/ by tools/build-types.mjs; do not edit.


/**
 * An id in small letters, digits and hyphens.
 */
export type Slug = string
/**
 * Words; put them in quotation marks when they contain a colon followed by a space.
 */
export type Text = (string | number)
/**
 * Whom the article is for.
 */
export type Audience = ("patient" | "clinician")
/**
 * A day, written YYYY-MM-DD.
 */
export type CalendarDate = string
/**
 * Id or any usual name of a mediator: il-6, IL-6, interleukin 6.
 */
export type MediatorName = string
/**
 * A person or body.
 */
export type CslName = (string | CslNameParts)
/**
 * Yes or no.
 */
export type Flag = (boolean | string | number)
/**
 * A date: 2021-05-03, a year, or a mapping with year, month and day.
 */
export type CslDate = ((string | number) | CslDateParts | CslDateInList[])
/**
 * A list of words or phrases.
 */
export type Texts = Text[]
/**
 * Identifier in the Cell Ontology.
 */
export type Cl = string
/**
 * Identifier in the Medical Subject Headings of the US National Library of Medicine.
 */
export type Mesh = string
/**
 * Key of a reference, without the @.
 */
export type CitationKey = (string | number)
/**
 * Whether the paper speaks for the statement or against it. Leave it out when it was not assessed.
 */
export type Direction = ("supports" | "refutes" | "mixed")
/**
 * What kind of work the evidence comes from. Leave it out when it was not assessed.
 */
export type Provenance = ("human" | "animal" | "in-vitro" | "review" | "guideline" | "computational")
/**
 * How sure the evidence makes us, as GRADE puts it. Leave it out when it was not assessed.
 */
export type Certainty = ("high" | "moderate" | "low" | "very-low")
/**
 * The papers a statement rests on: citation keys, or mappings when there is more to say.
 */
export type EvidenceList = (CitationKey | Evidence)[]
/**
 * Code of the World Health Organization's ICD-11.
 */
export type Icd11 = string
/**
 * Code of the World Health Organization's ICD-10 or of a national edition of it.
 */
export type Icd10 = string
/**
 * Identifier in the Mondo Disease Ontology.
 */
export type Mondo = string
/**
 * Identifier in the Human Disease Ontology.
 */
export type Doid = string
/**
 * Identifier in the Human Phenotype Ontology.
 */
export type Hpo = string
/**
 * Concept identifier in the Unified Medical Language System.
 */
export type Umls = string
/**
 * How seriously a rule is taken.
 */
export type Severity = ("off" | "hint" | "info" | "warning" | "error")
/**
 * Identifier in the Gene Ontology.
 */
export type Go = string
/**
 * Identifier of the human gene at the HUGO Gene Nomenclature Committee.
 */
export type Hgnc = string
/**
 * Accession of the human protein in UniProt.
 */
export type Uniprot = string
/**
 * Number of the human gene at the US National Center for Biotechnology Information.
 */
export type NcbiGene = string
/**
 * Identifier in ChEBI, the dictionary of small molecules.
 */
export type Chebi = string
/**
 * Concept number of the medicine in RxNorm.
 */
export type Rxnorm = string

/**
 * The type of each kind of content by its name.
 */
export interface ContentByKind {
article: Article
cell: Cell
condition: Condition
configuration: Configuration
mechanism: Mechanism
mediator: Mediator
reference: ReferenceItem
references: ReferenceFile
treatment: Treatment
}
/**
 * What an article says of itself between the --- lines at its start. Keys of other programs are welcome there too.
 */
export interface Article {
/**
 * Says that this file is an article of medical education. It may be left out.
 */
kind?: "article"
id?: Slug
title: Text
summary?: Text
/**
 * Whom the article is for.
 */
audience?: (Audience | Audience[])
/**
 * Spelling in which the article is written.
 */
language?: ("en-GB" | "en-AU" | "en-NZ" | "en-US")
/**
 * Who wrote the article: names, or mappings with qualifications.
 */
authors?: (string | Author)[]
/**
 * Pandoc's own key for authors. `authors` can say more.
 */
author?: {
[k: string]: unknown
}
reviewed?: CalendarDate
"review-by"?: CalendarDate
/**
 * Conditions that the article is about.
 */
conditions?: Slug[]
/**
 * Mechanisms that the article explains.
 */
mechanisms?: Slug[]
/**
 * Mediators that the article speaks of.
 */
mediators?: MediatorName[]
/**
 * Cells that the article speaks of.
 */
cells?: Slug[]
/**
 * Treatments that the article speaks of.
 */
treatments?: Slug[]
previous?: Slug
next?: Slug
/**
 * File or files in which the references of this article stand. Without it, all reference files of the repository are used.
 */
bibliography?: (string | string[])
/**
 * References that only this article uses, one item each.
 */
references?: ReferenceItem[]
[k: string]: unknown
}
/**
 * The long form, for when there is more to say than the name.
 */
export interface Author {
name: Text
/**
 * Degrees and professional qualifications.
 */
qualifications?: (string | Text[])
role?: Text
affiliation?: Text
/**
 * The author's ORCID identifier.
 */
orcid?: string
}
/**
 * One work that can be cited, with the fields of the Citation Style Language (CSL), so that pandoc and reference managers read the same file.
 */
export interface ReferenceItem {
/**
 * Key by which the work is cited, without the @. It is unique among all references.
 */
id: (string | number)
/**
 * What sort of work it is, in the words of the Citation Style Language.
 */
type?: ("article" | "article-journal" | "article-magazine" | "article-newspaper" | "bill" | "book" | "broadcast" | "chapter" | "classic" | "collection" | "dataset" | "document" | "entry" | "entry-dictionary" | "entry-encyclopedia" | "event" | "figure" | "graphic" | "hearing" | "interview" | "legal_case" | "legislation" | "manuscript" | "map" | "motion_picture" | "musical_score" | "pamphlet" | "paper-conference" | "patent" | "performance" | "periodical" | "personal_communication" | "post" | "post-weblog" | "regulation" | "report" | "review" | "review-book" | "software" | "song" | "speech" | "standard" | "thesis" | "treaty" | "webpage")
title?: Text
/**
 * Authors in the order of the paper.
 */
author?: CslName[]
issued?: CslDate
"container-title"?: Text
volume?: Text
issue?: Text
page?: Text
DOI?: Text
PMID?: Text
PMCID?: Text
URL?: Text
/**
 * How the study was done.
 */
"study-design"?: ("systematic-review" | "meta-analysis" | "randomised-trial" | "non-randomised-trial" | "cohort" | "case-control" | "cross-sectional" | "case-series" | "case-report" | "qualitative" | "diagnostic" | "genetic" | "animal" | "in-vitro" | "computational" | "guideline" | "narrative-review" | "expert-opinion" | "other")
/**
 * People who chaired the session, in order.
 */
chair?: CslName[]
/**
 * Editors of the series, in order.
 */
"collection-editor"?: CslName[]
/**
 * People who compiled the work, in order.
 */
compiler?: CslName[]
/**
 * Composers, in order.
 */
composer?: CslName[]
/**
 * Authors of the book that contains this chapter, in order.
 */
"container-author"?: CslName[]
/**
 * Other people who contributed, in order.
 */
contributor?: CslName[]
/**
 * Curators, in order.
 */
curator?: CslName[]
/**
 * Directors, in order.
 */
director?: CslName[]
/**
 * Editors of the work, in order.
 */
editor?: CslName[]
/**
 * Editorial directors, in order.
 */
"editorial-director"?: CslName[]
/**
 * Executive producers, in order.
 */
"executive-producer"?: CslName[]
/**
 * Guests of the broadcast, in order.
 */
guest?: CslName[]
/**
 * Hosts of the broadcast, in order.
 */
host?: CslName[]
/**
 * Illustrators, in order.
 */
illustrator?: CslName[]
/**
 * Interviewers, in order.
 */
interviewer?: CslName[]
/**
 * Narrators, in order.
 */
narrator?: CslName[]
/**
 * Organisers of the event, in order.
 */
organizer?: CslName[]
/**
 * Authors of the original, in order.
 */
"original-author"?: CslName[]
/**
 * Performers, in order.
 */
performer?: CslName[]
/**
 * Producers, in order.
 */
producer?: CslName[]
/**
 * People to whom the letter was sent, in order.
 */
recipient?: CslName[]
/**
 * Authors of the work that is reviewed, in order.
 */
"reviewed-author"?: CslName[]
/**
 * Script writers, in order.
 */
"script-writer"?: CslName[]
/**
 * Creators of the series, in order.
 */
"series-creator"?: CslName[]
/**
 * Translators, in order.
 */
translator?: CslName[]
accessed?: CslDate
"available-date"?: CslDate
"event-date"?: CslDate
"original-date"?: CslDate
submitted?: CslDate
abstract?: Text
annote?: Text
archive?: Text
"archive-place"?: Text
archive_collection?: Text
archive_location?: Text
authority?: Text
"call-number"?: Text
"chapter-number"?: Text
"citation-key"?: Text
"citation-label"?: Text
"citation-number"?: Text
"collection-number"?: Text
"collection-title"?: Text
"container-title-short"?: Text
dimensions?: Text
division?: Text
edition?: Text
event?: Text
"event-place"?: Text
"event-title"?: Text
"first-reference-note-number"?: Text
genre?: Text
ISBN?: Text
ISSN?: Text
journalAbbreviation?: Text
jurisdiction?: Text
keyword?: Text
language?: Text
locator?: Text
medium?: Text
note?: Text
number?: Text
"number-of-pages"?: Text
"number-of-volumes"?: Text
"original-publisher"?: Text
"original-publisher-place"?: Text
"original-title"?: Text
"page-first"?: Text
part?: Text
"part-title"?: Text
printing?: Text
publisher?: Text
"publisher-place"?: Text
references?: Text
"reviewed-genre"?: Text
"reviewed-title"?: Text
scale?: Text
section?: Text
shortTitle?: Text
source?: Text
status?: Text
supplement?: Text
"title-short"?: Text
version?: Text
"volume-title"?: Text
"volume-title-short"?: Text
"year-suffix"?: Text
categories?: Texts
/**
 * Anything that no other key can hold, as keys and values.
 */
custom?: {
[k: string]: unknown
}
}
/**
 * A name in parts.
 */
export interface CslNameParts {
family?: Text
given?: Text
literal?: Text
suffix?: Text
"dropping-particle"?: Text
"non-dropping-particle"?: Text
"comma-suffix"?: Flag
"static-ordering"?: Flag
"parse-names"?: Flag
}
/**
 * A date in parts.
 */
export interface CslDateParts {
/**
 * Year, month and day as a list within a list; two inner lists make a span.
 */
"date-parts"?: (string | number)[][]
year?: Text
month?: Text
day?: Text
season?: Text
circa?: Flag
literal?: Text
raw?: Text
edtf?: Text
}
/**
 * A date in parts; two of them in a list make a span.
 */
export interface CslDateInList {
year?: Text
month?: Text
day?: Text
season?: Text
circa?: Flag
}
/**
 * A type of cell that articles speak of.
 */
export interface Cell {
/**
 * Says what this record describes. For a cell type it is always `cell`.
 */
kind: "cell"
id: Slug
name: Text
synonyms?: Texts
abbreviation?: Text
codes?: CellCodes
summary?: Text
system?: Text
evidence?: EvidenceList
reviewed?: CalendarDate
}
/**
 * Codes of this entry in the classifications and data bases that other systems use.
 */
export interface CellCodes {
/**
 * Identifier in the Cell Ontology. Write a list when several apply.
 */
cl?: (Cl | Cl[])
/**
 * Identifier in the Medical Subject Headings of the US National Library of Medicine. Write a list when several apply.
 */
mesh?: (Mesh | Mesh[])
}
/**
 * The long form, for when there is more to say than the citation key.
 */
export interface Evidence {
reference: CitationKey
quote?: Text
direction?: Direction
source?: Provenance
certainty?: Certainty
note?: Text
}
/**
 * A disease, syndrome or symptom that articles speak of.
 */
export interface Condition {
/**
 * Says what this record describes. For a condition it is always `condition`.
 */
kind: "condition"
id: Slug
name: Text
synonyms?: Texts
abbreviation?: Text
codes?: ConditionCodes
summary?: Text
features?: Texts
/**
 * Mechanisms that play a part in this condition.
 */
mechanisms?: (Slug | ConditionMechanism)[]
/**
 * Mediators that are changed in this condition.
 */
mediators?: (MediatorName | ConditionMediator)[]
/**
 * Cells that play a part in this condition.
 */
cells?: (Slug | ConditionCell)[]
/**
 * Treatments that are used for this condition.
 */
treatments?: (Slug | ConditionTreatment)[]
evidence?: EvidenceList
reviewed?: CalendarDate
}
/**
 * Codes of this entry in the classifications and data bases that other systems use.
 */
export interface ConditionCodes {
/**
 * Code of the World Health Organization's ICD-11. Write a list when several apply.
 */
"icd-11"?: (Icd11 | Icd11[])
/**
 * Code of the World Health Organization's ICD-10 or of a national edition of it. Write a list when several apply.
 */
"icd-10"?: (Icd10 | Icd10[])
/**
 * Identifier in the Mondo Disease Ontology. Write a list when several apply.
 */
mondo?: (Mondo | Mondo[])
/**
 * Identifier in the Medical Subject Headings of the US National Library of Medicine. Write a list when several apply.
 */
mesh?: (Mesh | Mesh[])
/**
 * Identifier in the Human Disease Ontology. Write a list when several apply.
 */
doid?: (Doid | Doid[])
/**
 * Identifier in the Human Phenotype Ontology. Write a list when several apply.
 */
hpo?: (Hpo | Hpo[])
/**
 * Concept identifier in the Unified Medical Language System. Write a list when several apply.
 */
umls?: (Umls | Umls[])
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface ConditionMechanism {
mechanism: Slug
/**
 * What part the mechanism plays in the condition.
 */
role?: ("drives" | "maintains" | "associated" | "protects")
certainty?: Certainty
evidence?: EvidenceList
note?: Text
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface ConditionMediator {
mediator: MediatorName
/**
 * How the mediator differs from healthy people.
 */
change?: ("raised" | "lowered" | "present")
where?: Text
certainty?: Certainty
evidence?: EvidenceList
note?: Text
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface ConditionCell {
cell: Slug
evidence?: EvidenceList
certainty?: Certainty
note?: Text
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface ConditionTreatment {
treatment: Slug
certainty?: Certainty
evidence?: EvidenceList
note?: Text
}
/**
 * Settings for a repository of medical-education content, in the file clinical-content.yaml at its root.
 */
export interface Configuration {
/**
 * Further files that are content, as patterns: text files, and Markdown that does not look like an article. What looks like content is found without this.
 */
include?: string[]
/**
 * Files to leave alone, as patterns.
 */
ignore?: string[]
/**
 * Files that hold references, as patterns, when they are not found by themselves.
 */
references?: string[]
/**
 * Spelling in which the content is written.
 */
language?: ("en-GB" | "en-AU" | "en-NZ" | "en-US")
rules?: RuleSettings
/**
 * Other settings for some of the files.
 */
overrides?: Override[]
}
/**
 * Rule names with the severity of each, or a mapping with `severity` and the options of the rule.
 */
export interface RuleSettings {
[k: string]: (Severity | RuleOptions)
}
/**
 * Severity and options of the rule.
 */
export interface RuleOptions {
severity?: Severity
[k: string]: unknown
}
export interface Override {
/**
 * Files that this part applies to, as patterns.
 */
files: string[]
rules: RuleSettings
}
/**
 * A process in the body that brings about, keeps up or resolves a condition.
 */
export interface Mechanism {
/**
 * Says what this record describes. For a mechanism it is always `mechanism`.
 */
kind: "mechanism"
id: Slug
name: Text
synonyms?: Texts
abbreviation?: Text
codes?: MechanismCodes
summary?: Text
category?: Text
/**
 * Cells that carry the mechanism.
 */
cells?: (Slug | MechanismCell)[]
/**
 * Mediators through which the mechanism works.
 */
mediators?: (MediatorName | MechanismMediator)[]
/**
 * Mechanisms that this one sets going.
 */
"leads-to"?: (Slug | MechanismLink)[]
evidence?: EvidenceList
reviewed?: CalendarDate
}
/**
 * Codes of this entry in the classifications and data bases that other systems use.
 */
export interface MechanismCodes {
/**
 * Identifier in the Gene Ontology. Write a list when several apply.
 */
go?: (Go | Go[])
/**
 * Identifier in the Medical Subject Headings of the US National Library of Medicine. Write a list when several apply.
 */
mesh?: (Mesh | Mesh[])
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface MechanismCell {
cell: Slug
evidence?: EvidenceList
certainty?: Certainty
note?: Text
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface MechanismMediator {
mediator: MediatorName
/**
 * What the mechanism does with the mediator.
 */
action?: ("releases" | "amplifies" | "inhibits" | "driven-by" | "restrained-by")
/**
 * Cell, or list of cells, that the mediator comes from.
 */
from?: (Slug | Slug[])
certainty?: Certainty
evidence?: EvidenceList
note?: Text
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface MechanismLink {
mechanism: Slug
certainty?: Certainty
evidence?: EvidenceList
note?: Text
}
/**
 * A substance that carries a message between cells: a cytokine, chemokine, growth factor, lipid, neuropeptide, hormone or autoantibody.
 */
export interface Mediator {
/**
 * Says what this record describes. For a mediator it is always `mediator`.
 */
kind: "mediator"
id: Slug
name: Text
synonyms?: Texts
abbreviation?: Text
codes?: MediatorCodes
summary?: Text
/**
 * What sort of substance it is.
 */
class?: ("cytokine" | "chemokine" | "growth-factor" | "lipid" | "neuropeptide" | "neurotransmitter" | "amine" | "hormone" | "autoantibody" | "other")
family?: Text
/**
 * What it does to inflammation on the whole.
 */
role?: ("pro-inflammatory" | "anti-inflammatory" | "dual")
"preferred-spelling"?: Text
evidence?: EvidenceList
reviewed?: CalendarDate
}
/**
 * Codes of this entry in the classifications and data bases that other systems use.
 */
export interface MediatorCodes {
/**
 * Identifier of the human gene at the HUGO Gene Nomenclature Committee. Write a list when several apply.
 */
hgnc?: (Hgnc | Hgnc[])
/**
 * Accession of the human protein in UniProt. Write a list when several apply.
 */
uniprot?: (Uniprot | Uniprot[])
/**
 * Number of the human gene at the US National Center for Biotechnology Information. Write a list when several apply.
 */
"ncbi-gene"?: (NcbiGene | NcbiGene[])
/**
 * Identifier in ChEBI, the dictionary of small molecules. Write a list when several apply.
 */
chebi?: (Chebi | Chebi[])
/**
 * Identifier in the Medical Subject Headings of the US National Library of Medicine. Write a list when several apply.
 */
mesh?: (Mesh | Mesh[])
}
/**
 * A list of works that can be cited, as pandoc and reference managers read it.
 */
export interface ReferenceFile {
/**
 * Says what this file is. It may be left out.
 */
kind?: "references"
/**
 * The works, one item each.
 */
references: ReferenceItem[]
[k: string]: unknown
}
/**
 * A medicine, procedure, psychological therapy or change in the way of life.
 */
export interface Treatment {
/**
 * Says what this record describes. For a treatment it is always `treatment`.
 */
kind: "treatment"
id: Slug
name: Text
synonyms?: Texts
abbreviation?: Text
codes?: TreatmentCodes
summary?: Text
class?: Text
/**
 * What the treatment acts on. The short form names a mediator; write a mapping to name a mechanism or a cell.
 */
targets?: (MediatorName | TreatmentTarget)[]
/**
 * Conditions that the treatment is used for.
 */
indications?: (Slug | Indication)[]
evidence?: EvidenceList
reviewed?: CalendarDate
}
/**
 * Codes of this entry in the classifications and data bases that other systems use.
 */
export interface TreatmentCodes {
/**
 * Identifier in ChEBI, the dictionary of small molecules. Write a list when several apply.
 */
chebi?: (Chebi | Chebi[])
/**
 * Concept number of the medicine in RxNorm. Write a list when several apply.
 */
rxnorm?: (Rxnorm | Rxnorm[])
/**
 * Identifier in the Medical Subject Headings of the US National Library of Medicine. Write a list when several apply.
 */
mesh?: (Mesh | Mesh[])
/**
 * Concept identifier in the Unified Medical Language System. Write a list when several apply.
 */
umls?: (Umls | Umls[])
}
/**
 * The long form: one of `mediator`, `mechanism` and `cell`, and what is known about it.
 */
export interface TreatmentTarget {
mediator?: MediatorName
mechanism?: Slug
cell?: Slug
/**
 * What the treatment does to its target.
 */
effect?: ("inhibits" | "stimulates" | "depletes" | "modulates")
certainty?: Certainty
evidence?: EvidenceList
note?: Text
}
/**
 * The long form, for when there is more to say than the id.
 */
export interface Indication {
condition: Slug
/**
 * How far its use in this condition has come.
 */
stage?: ("established" | "emerging" | "experimental")
certainty?: Certainty
evidence?: EvidenceList
note?: Text
}
