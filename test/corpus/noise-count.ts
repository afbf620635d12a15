// How often does each check speak up in real repositories, and how often was it right? Counts, and what was judged by hand.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../server/src/cli/collect';
import { numbersOf } from '../../server/src/model/cited-name';
import { RULES } from '../../server/src/rules/table';
import kept from './noise.json';

const SHARED = join(process.cwd(), '..', 'shared');

export interface Corpus {
  readonly id: string;
  readonly name: string;
  readonly source: string;
}

/** What was said of the findings of one check in one corpus. */
export interface Judged {
  readonly rule: string;
  readonly corpus: string;
  readonly judged: number;
  readonly right: number;
  readonly how: string;
}

export interface Counted {
  readonly corpus: Corpus;
  readonly files: number;
  readonly citations: number;
  readonly references: number;
  /** Findings by check. */
  readonly found: ReadonlyMap<string, number>;
}

export const CORPORA: readonly Corpus[] = kept.corpora;
export const JUDGED: readonly Judged[] = kept.judged;
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.meta.id).sort();

const folderOf = (parts: readonly string[]) => join(SHARED, ...parts);

/** Whether the corpora stand beside this checkout. */
export const areThere = kept.corpora.every(({ folder }) => existsSync(folderOf(folder)));

/** Checks every corpus as it is, with all checks on. */
export async function counted(): Promise<Counted[]> {
  const all: Counted[] = [];
  for (const { folder, ...corpus } of kept.corpora) {
    const { targets } = await collect([folderOf(folder)], {
      cwd: process.cwd(),
      today: '2026-11-22',
    });
    const found = new Map<string, number>();
    let [citations, references] = [0, 0];
    for (const { loaded, path } of targets) {
      const facts = loaded.project.factsOf(path);
      citations += facts.citations.reduce((sum, one) => sum + Math.max(1, numbersOf(one).length), 0);
      references += facts.references.length;
      for (const { rule } of loaded.project.findings(path)) found.set(rule, (found.get(rule) ?? 0) + 1);
    }
    all.push({ corpus, files: targets.length, citations, references, found });
  }
  return all;
}
