// What does docs/noise.md say? Tables of counts, and how many findings were looked at and found right.

import { type Counted, JUDGED, RULE_IDS } from './noise-count';

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** The page, made of counts and of what was judged by hand. */
export function noisePage(all: readonly Counted[]): string {
  const total = sum(all.map(({ found }) => sum([...found.values()])));
  const judged = sum(JUDGED.map((one) => one.judged));
  const right = sum(JUDGED.map((one) => one.right));
  const silent = RULE_IDS.filter((rule) => all.every(({ found }) => !found.has(rule)));
  const speaking = RULE_IDS.filter((rule) => !silent.includes(rule));
  return `# How often the checks are right

All ${RULE_IDS.length} checks on ${all.length} repositories and articles that others wrote, as they are and without any configuration: ${total} findings, of
which ${judged} were looked at one by one or counted a second time, and ${right} were right. “Right” means that the finding is true of the
text; whether an author would want to hear of it is another matter, and the levels say what we think of that. These texts were at hand
while the checks were written, so the share is no forecast for yours, and what the checks overlooked is not counted here.

This page is written by \`npm run noise\`. The numbers in the columns “judged” and “right” are kept by hand in \`test/corpus/noise.json\`;
a test says when the others are no longer true.

## What was checked

| Corpus | Source | Files | Citations | References | Findings |
|---|---|---|---|---|---|
${all
  .map(({ corpus, files, citations, references, found }) =>
    row([corpus.name, corpus.source, files, citations, references, sum([...found.values()])]),
  )
  .join('\n')}

## What was found

| Check | Corpus | Found | Judged | Right | How |
|---|---|---|---|---|---|
${speaking.flatMap((rule) => rowsOf(rule, all)).join('\n')}

## What was not found

These ${silent.length} checks said nothing, so that there was nothing to be wrong: ${silent.map(link).join(', ')}.
`;
}

const link = (rule: string) => `[${rule}](rules/${rule}.md)`;

function rowsOf(rule: string, all: readonly Counted[]): string[] {
  return all.flatMap(({ corpus, found }) => {
    const count = found.get(rule);
    if (count === undefined) return [];
    const known = JUDGED.find((one) => one.rule === rule && one.corpus === corpus.id);
    return [row([link(rule), corpus.name, count, known?.judged ?? 0, known?.right ?? '–', known?.how ?? 'not yet'])];
  });
}
