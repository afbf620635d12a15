// How often does each check report something in real repositories, and how often was it right? Counted anew, beside what people judged.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../server/src/cli/collect';
import { RULES } from '../../server/src/rules/table';

const SHARED = join(process.cwd(), '..', 'shared');

/** Where the repositories stand when they stand beside the checkout. */
const CORPORA: readonly (readonly [name: string, path: string])[] = [
  ['six machine-written disease reports', join(SHARED, 'corpora', 'numbered-reports')],
  ['meyer-lab/gc-cytokines', join(SHARED, 'corpora', 'gc-cytokines')],
  ['dhimmel/rephetio-manuscript', join(SHARED, 'corpora', 'rephetio')],
  ['an article on chronic pain', join(SHARED, 'articles', 'chronic-pain-and-the-immune-system.txt')],
];

export const hasCorpora = CORPORA.every(([, path]) => existsSync(path));

type Judged = Readonly<Record<string, Readonly<Record<string, { readonly read: number; readonly right: number }>>>>;

export interface Counted {
  readonly name: string;
  readonly files: number;
  readonly citations: number;
  readonly references: number;
  readonly findings: ReadonlyMap<string, number>;
}

/** Findings of every check in every corpus. */
export async function counted(): Promise<Counted[]> {
  const all: Counted[] = [];
  for (const [name, path] of CORPORA) {
    const { targets } = await collect([path], {
      cwd: process.cwd(),
      today: '2026-11-22',
      config: undefined,
      ignorePatterns: [],
      progress: () => {},
    });
    const findings = new Map<string, number>();
    let citations = 0;
    let references = 0;
    for (const { loaded, path: inside } of targets) {
      const facts = loaded.project.factsOf(inside);
      citations += facts.citations.reduce((sum, one) => sum + Math.max(1, one.numbers.length), 0);
      references += facts.references.length;
      for (const { rule } of loaded.project.findings(inside)) findings.set(rule, (findings.get(rule) ?? 0) + 1);
    }
    all.push({ name, files: targets.length, citations, references, findings });
  }
  return all;
}

/** What people who read the findings say of them. */
export function judged(): Judged {
  return JSON.parse(readFileSync(join('test', 'corpus', 'noise.json'), 'utf8'));
}

const count = (value: number) => value.toLocaleString('en-GB');

/** The text of docs/noise.md. */
export function noiseReport(corpora: readonly Counted[], read: Judged): string {
  const head = ['Check', 'Level', 'Confidence', ...corpora.map((one) => one.name)];
  const rows = RULES.map(({ meta }) => {
    const cells = corpora.map(({ name, findings }) => {
      const found = findings.get(meta.id) ?? 0;
      const known = read[name]?.[meta.id];
      return found === 0 ? '–' : `${found} found, ${known?.read ?? 0} read, ${known?.right ?? 0} right`;
    });
    return [`[${meta.id}](rules/${meta.id}.md)`, meta.severity, meta.confidence, ...cells];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const total = (pick: (name: string, rule: string, found: number) => number) =>
    corpora.reduce(
      (sum, { name, findings }) => sum + [...findings].reduce((all, [rule, n]) => all + pick(name, rule, n), 0),
      0,
    );
  const found = total((_, __, n) => n);
  const looked = total((name, rule) => read[name]?.[rule]?.read ?? 0);
  const right = total((name, rule) => read[name]?.[rule]?.right ?? 0);
  const silent = RULES.filter(({ meta }) => corpora.every(({ findings }) => !findings.has(meta.id))).length;
  return `<!-- Generated from real repositories by the tests (NOISE=write); what was read and judged stands in test/corpus/noise.json. -->

# How noisy are the checks?

One false alarm too many, and an author switches a tool off. These are all findings of all checks in real repositories that were not
written for us, and what became of them when people read them: ${count(found)} findings, ${count(looked)} read, ${count(right)} of those right.

${line(['Repository', 'Files', 'Citations', 'References'])}
|---|--:|--:|--:|
${corpora.map((one) => line([one.name, count(one.files), count(one.citations), count(one.references)])).join('\n')}

“Right” means that the finding says what is so, and that an editor would want to know it. Where a page says so, a count was held against
an independent one instead of reading each finding. ${silent} of ${RULES.length} checks report nothing here: that shows that they are quiet, and nothing
about what they find; the examples on their pages do.

${line(head)}
|${head.map(() => '---').join('|')}|
${rows.map(line).join('\n')}

The first repository is of Vibhorgupta31/dismech. The article is the one for which this tool was first written; all others are public.
`;
}
