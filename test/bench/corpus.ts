// A made-up content repository of any size, the same at every run: what the benches measure on.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small seeded generator (mulberry32), so that every run measures the same text. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  'pain nerve tissue immune cell signal chronic acute spinal cord brain joint muscle response injury healing inflammation evidence patients trial effect treatment exercise sleep mood fatigue sensitive persistent pathway receptor cytokine release level blood study review clinical daily activity movement support care plan goal help people often may suggest reduce increase associated'.split(
    ' ',
  );
const MEDIATORS = ['IL-6', 'TNF-α', 'IL-1β', 'CCL2', 'NGF', 'IL-17', 'IL-10', 'histamine', 'cortisol'];
/** One word in 150, as in six real disease reports: 318 mentions of mediators in 325,000 characters. */
const MEDIATOR_SHARE = 1 / 150;
const NAMES = ['Smith', 'Jones', 'Garcia', 'Chen', 'Okafor', 'Novak', 'Silva', 'Kumar', 'Larsen', 'Rossi'];

export interface CorpusSize {
  readonly articles: number;
  /** Half of them in CSL-YAML, half in BibTeX. */
  readonly references: number;
}

/** Citation key of reference `n`. */
export function keyOf(n: number): string {
  return `${(NAMES[n % NAMES.length] as string).toLowerCase()}-${1990 + (n % 35)}-${n}`;
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function sentence(random: () => number, references: number): string {
  const words = Array.from({ length: 10 + Math.floor(random() * 12) }, () =>
    random() < MEDIATOR_SHARE ? pick(random, MEDIATORS) : pick(random, WORDS),
  );
  const text = words.join(' ');
  const cite =
    random() < 0.35
      ? ` [@${keyOf(Math.floor(random() * references))}${random() < 0.3 ? `; @${keyOf(Math.floor(random() * references))}` : ''}]`
      : '';
  return `${text[0]?.toUpperCase()}${text.slice(1)}${cite}.`;
}

/** One article of about `bytes` characters. */
export function articleText(n: number, bytes: number, references: number): string {
  const random = seeded(n + 1);
  const parts = [
    `---\nkind: article\nid: article-${n}\ntitle: Article ${n} about pain\nsummary: A made-up article.\naudience: patient\nreviewed: 2026-01-0${1 + (n % 9)}\nconditions: [fibromyalgia, osteoarthritis]\nmechanisms:\n  - central-sensitisation\n---\n`,
  ];
  let size = parts[0]?.length ?? 0;
  for (let section = 0; size < bytes; section++) {
    const heading = `## ${pick(random, WORDS)} and ${pick(random, WORDS)} ${section}\n`;
    const paragraphs = Array.from(
      { length: 3 },
      () => `${Array.from({ length: 4 }, () => sentence(random, references)).join(' ')}\n`,
    );
    const list = Array.from({ length: 4 }, () => `- ${sentence(random, references)}`).join('\n');
    const text = `${heading}\n${paragraphs.join('\n')}\n${list}\n`;
    parts.push(text);
    size += text.length;
  }
  return parts.join('\n');
}

function title(n: number): string {
  const random = seeded(n * 7 + 3);
  const words = Array.from({ length: 8 }, () => pick(random, WORDS));
  return `${words.join(' ')} ${n}`;
}

/** A CSL-YAML file of references `from` to `to`. */
export function referencesYaml(from: number, to: number): string {
  const items = Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    return `  - id: ${keyOf(n)}\n    type: article-journal\n    title: ${title(n)}\n    author:\n      - family: ${pick(seeded(n), NAMES)}\n        given: A. B.\n      - family: ${pick(seeded(n + 9), NAMES)}\n        given: C.\n    container-title: Example Journal of Pain\n    issued: ${1990 + (n % 35)}\n    volume: ${1 + (n % 60)}\n    page: ${n % 900}-${(n % 900) + 9}\n    DOI: 10.5555/example.${n}\n`;
  });
  return `references:\n${items.join('')}`;
}

/** A BibTeX file of references `from` to `to`. */
export function referencesBib(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    return `@article{${keyOf(n)},\n  title = {${title(n)}},\n  author = {${pick(seeded(n), NAMES)}, A. B. and ${pick(seeded(n + 9), NAMES)}, C.},\n  journal = {Example Journal of Pain},\n  year = {${1990 + (n % 35)}},\n  volume = {${1 + (n % 60)}},\n  pages = {${n % 900}--${(n % 900) + 9}},\n  doi = {10.5555/example.${n}}\n}\n`;
  }).join('\n');
}

const PER_FILE = 250;

/** Writes the repository and returns how many bytes it holds. */
export function writeCorpus(folder: string, size: CorpusSize): number {
  let bytes = 0;
  const write = (path: string, text: string) => {
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
  };
  for (const name of ['articles', 'references', 'conditions']) mkdirSync(join(folder, name), { recursive: true });
  write('clinical-content.yaml', 'language: en-GB\n');
  for (let n = 0; n < size.articles; n++) write(`articles/article-${n}.md`, articleText(n, 9000, size.references));
  for (let from = 0; from < size.references; from += PER_FILE) {
    const to = Math.min(size.references, from + PER_FILE);
    if ((from / PER_FILE) % 2 === 0) write(`references/references-${from}.yaml`, referencesYaml(from, to));
    else write(`references/references-${from}.bib`, referencesBib(from, to));
  }
  for (let n = 0; n < size.articles / 20; n++) {
    write(
      `conditions/condition-${n}.yaml`,
      `kind: condition\nid: condition-${n}\nname: Condition ${n}\nsummary: A made-up condition.\nmechanisms:\n  - mechanism: central-sensitisation\n    role: maintains\n    evidence: [${keyOf(n % size.references)}]\nmediators: [il-6, tnf-alpha]\n`,
    );
  }
  return bytes;
}
