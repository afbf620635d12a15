// Builds server/src/vocab/data/*.jsonl from tables of public vocabularies and from the hand-written data/curated/*.jsonl.
// Usage: node tools/build-vocabulary.mjs FOLDER-OF-TABLES [--check]; --check writes nothing and exits 1 when a file is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const vocab = join(dirname(fileURLToPath(import.meta.url)), '..', 'server', 'src', 'vocab');
const data = join(vocab, 'data');
const args = process.argv.slice(2);
const tables = args.find((arg) => !arg.startsWith('--'));
if (!tables || !existsSync(tables)) {
  console.error(tables ? `There is no folder of tables at ${tables}.` : 'Name the folder that holds the tables.');
  process.exit(2);
}

const bundle = await build({ entryPoints: [join(vocab, 'normalise.ts')], write: false, format: 'esm' });
const { normalise, slug, spellOut } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`
);

/** Rows of a tab-separated table, keyed by column. */
function readTable(name) {
  const [head, ...lines] = readFileSync(join(tables, `${name}.tsv`), 'utf8').split(/\r?\n/);
  const columns = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [columns[at], cell.trim()])));
}

/** Hand-written entries: those with `for` change a row of a table, the others stand alone. */
function readCurated(name) {
  const rows = readFileSync(join(data, 'curated', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(JSON.parse);
  const changes = new Map(rows.filter((row) => row.for).map((row) => [row.for, row]));
  return { changes, additions: rows.filter((row) => !row.for), name };
}

const split = (cell) => (cell ? cell.split('|').filter(Boolean) : []);

/** An identifier only where the table gives exactly one. */
const only = (cell) => (split(cell).length === 1 ? cell : undefined);

const present = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value));

/** Names of clones, chromosome regions and long descriptions that nobody writes. */
const NOISE =
  /^(MGC|FLJ|DKFZP|UNQ|D\d+S\d|LINC|PSEC|GLIO\d)\w*\d|^C\d+orf|open reading frame|homologous to|homolog \(|oncogene homolog|\(\d+-\d+\)|^CD antigen|@$/i;

/** Aliases worth shipping: all that are hand-written, and those of the table that say something new. */
function tidyAliases(curated, listed, entry, dropped) {
  const taken = new Set(
    [entry.name, entry.symbol, entry.legacy, entry.approvedName, ...curated].filter(Boolean).map(spellOut),
  );
  const unwanted = new Set(dropped);
  const kept = [...curated];
  for (const raw of listed) {
    const alias = raw.replace(/;$/, '').trim();
    const key = spellOut(alias);
    if (key.length < 2 || alias.length > 70 || NOISE.test(alias) || unwanted.has(alias) || taken.has(key)) continue;
    taken.add(key);
    kept.push(alias);
  }
  return kept;
}

/** One entry, its keys in a fixed order, empty ones left out. */
function finish(entry, change = {}) {
  const merged = { ...entry, ...change };
  for (const key of change.without ?? []) delete merged[key];
  const sourceName = change.name && entry.name && !change.hideSourceName ? [entry.name] : [];
  const out = {
    id: merged.id ?? slug(merged.name),
    name: merged.name,
    abbreviation: merged.abbreviation,
    symbol: merged.symbol,
    approvedName: merged.approvedName,
    class: merged.class,
    family: merged.family,
    role: merged.role,
    legacy: merged.legacy,
    summary: merged.summary,
    members: merged.members,
    aliases: tidyAliases(change.aliases ?? [], [...sourceName, ...(entry.aliases ?? [])], merged, change.dropAliases),
    prose: merged.prose,
    quiet: merged.quiet,
    codes: merged.codes,
  };
  const isEmpty = (value) => !value || (typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(out).filter(([, value]) => !isEmpty(value)));
}

/** Table rows with their changes, then the additions; every change must find its row. */
function assemble(rows, curated) {
  const unused = new Set(curated.changes.keys());
  const out = [];
  for (const { key, ...entry } of rows) {
    unused.delete(key);
    const change = curated.changes.get(key);
    if (!change?.drop) out.push(finish(entry, change));
  }
  if (unused.size > 0) throw new Error(`curated/${curated.name}.jsonl changes unknown rows: ${[...unused].join(', ')}`);
  return [...out, ...curated.additions.map(({ aliases, ...entry }) => finish(entry, { aliases }))];
}

const byId = (a, b) => (a.id < b.id ? -1 : 1);
const lowerFirst = (name) => (/^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name);

const CLASS_OF_FAMILY = {
  interleukin: 'cytokine',
  interferon: 'cytokine',
  'IL-6 family': 'cytokine',
  'TNF superfamily': 'cytokine',
  'colony-stimulating factor': 'cytokine',
  chemokine: 'chemokine',
  neurotrophin: 'growth factor',
  'GDNF family': 'growth factor',
  'FGF family': 'growth factor',
  'VEGF family': 'growth factor',
  'TGF-β superfamily': 'growth factor',
};

function cytokineEntries() {
  const rows = readTable('cytokines').map((row) => ({
    key: row.symbol,
    name: row.display,
    symbol: row.symbol,
    approvedName: row.approved_name,
    class: CLASS_OF_FAMILY[row.family],
    family: row.family === 'other' ? undefined : row.family,
    legacy: row.legacy_display,
    aliases: split(row.aliases),
    codes: present({
      hgnc: only(row.hgnc_id),
      uniprot: only(row.uniprot),
      'ncbi-gene': only(row.ncbi_gene),
      ensembl: only(row.ensembl),
    }),
  }));
  return assemble(rows, readCurated('cytokines'));
}

/** Families, their members given as ids; a member that the tables do not have is left out. */
function familyEntries(cytokines) {
  const curated = readCurated('families');
  const idOf = new Map(cytokines.map((entry) => [entry.symbol, entry.id]));
  for (const [famplex, change] of curated.changes) if (!change.drop) idOf.set(`FPLX:${famplex}`, change.id);
  for (const addition of [...curated.additions, ...curated.changes.values()]) {
    addition.members = addition.members?.map((member) => idOf.get(member) ?? idOf.get(`FPLX:${member}`) ?? member);
  }
  const rows = readTable('cytokine_families').map((row) => {
    const change = curated.changes.get(row.famplex_id);
    const dropped = new Set(change.dropMembers);
    const family = cytokines.filter((entry) => change.membersOfFamily && entry.family === change.membersOfFamily);
    const listed = split(row.members_or_parts).map((member) => member.replace(/:[a-z]+$/, ''));
    const members = [
      ...family.map((entry) => entry.id),
      ...listed.filter((member) => !dropped.has(member)).map((member) => idOf.get(member)),
      ...(change.members ?? []),
    ];
    change.members = [...new Set(members.filter(Boolean))];
    return { key: row.famplex_id, aliases: split(row.synonyms) };
  });
  return assemble(rows, curated).sort(byId);
}

/** A member must not carry its family's name: IL17A is not IL-17. */
function withoutFamilyNames(cytokines, families) {
  const owned = new Set(families.flatMap((family) => [family.name, ...(family.aliases ?? [])]).map(normalise));
  return cytokines.map((entry) => {
    const aliases = entry.aliases?.filter((alias) => !owned.has(normalise(alias)));
    return aliases ? { ...entry, aliases } : entry;
  });
}

/** ICD-11 codes that two sources support; the classification's other codes are not ours to hand on. */
const ICD11 = /^MG30(\.[0-6]|\.0[0-4])?$/;

function conditionEntries() {
  const rows = readTable('conditions').map((row) => ({
    key: row.name,
    name: lowerFirst(row.name.replace(/ \(.*\)$/, '')),
    aliases: [row.mondo_label, row.doid_label, row.hp_label].filter(Boolean).map(lowerFirst),
    codes: present({
      icd11: ICD11.test(row.icd11_mms_code) ? row.icd11_mms_code : undefined,
      icd10: only(row.icd10who),
      icd10cm: only(row.icd10cm),
      mondo: only(row.mondo),
      mesh: only(row.mesh),
      doid: only(row.doid),
      hp: only(row.hp),
    }),
  }));
  return assemble(rows, readCurated('conditions')).sort(byId);
}

function cellEntries() {
  const exact = (synonym) => !/\((broad|related|narrow)\)$/.test(synonym);
  const rows = readTable('cells').map((row) => ({
    key: row.cl_id,
    name: row.label,
    aliases: split(row.synonyms).filter(exact),
    codes: { cl: row.cl_id },
  }));
  return assemble(rows, readCurated('cells')).sort(byId);
}

function mechanismEntries() {
  const rows = readTable('mechanisms').map((row) => ({ key: row.go_id, name: row.label, codes: { go: row.go_id } }));
  return assemble(rows, readCurated('mechanisms')).sort(byId);
}

function treatmentEntries() {
  const rows = readTable('treatments').map((row) => ({
    key: row.name,
    name: row.name,
    codes: present({ chebi: only(row.chebi) && `CHEBI:${row.chebi}` }),
  }));
  return assemble(rows, readCurated('treatments')).sort(byId);
}

function ambiguousAliases() {
  return readTable('cytokine_ambiguous_aliases').map((row) => ({
    alias: normalise(row.alias_normalised),
    symbols: split(row.symbols),
  }));
}

/** Fails on what no later test should have to find: an id used twice or not in kebab case, a member that is not there. */
function assertSound(name, entries) {
  const ids = new Set();
  for (const { id } of entries) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Error(`${name}: "${id}" is not in kebab case`);
    if (ids.has(id)) throw new Error(`${name}: "${id}" is used twice`);
    ids.add(id);
  }
  for (const entry of entries) {
    const missing = entry.members?.filter((member) => !ids.has(member)) ?? [];
    if (missing.length > 0) throw new Error(`${name}: ${entry.id} has unknown members ${missing.join(', ')}`);
  }
}

const genes = cytokineEntries();
const families = familyEntries(genes);
const cytokines = withoutFamilyNames(genes, families);
const mediators = assemble([], readCurated('mediators')).sort(byId);
const files = {
  cytokines,
  families,
  mediators,
  conditions: conditionEntries(),
  cells: cellEntries(),
  mechanisms: mechanismEntries(),
  treatments: treatmentEntries(),
  ambiguous: ambiguousAliases(),
};
assertSound('mediators', [...cytokines, ...families, ...mediators]);
for (const name of ['conditions', 'cells', 'mechanisms', 'treatments']) assertSound(name, files[name]);

const stale = [];
for (const [name, entries] of Object.entries(files)) {
  const path = join(data, `${name}.jsonl`);
  const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(name);
  if (!args.includes('--check')) writeFileSync(path, text);
}
const verb = args.includes('--check') ? 'Stale' : 'Wrote';
console.log(stale.length > 0 ? `${verb}: ${stale.join(', ')}` : 'The vocabulary is up to date.');
if (args.includes('--check') && stale.length > 0) process.exit(1);
