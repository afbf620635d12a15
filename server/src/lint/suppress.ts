// Which findings did the author switch off, and which suppressions switch off nothing, or no longer?

import { isDate } from '../base/date';
import { type Nearness, nearestOf } from '../base/near-miss';
import type { Range } from '../base/range';
import type { FileFacts, Suppression } from '../model/facts';
import type { Finding, Fix } from './finding';
import type { RuleMeta } from './rule';
import type { Level } from './settings';

export const UNUSED_SUPPRESSION = 'unused-suppression';

function covers(suppression: Suppression, finding: Finding): boolean {
  const { scope } = suppression;
  return scope.start <= finding.start && finding.start <= scope.end;
}

/** Whether its day has passed. A word that is no day hides nothing: nobody would notice that it works for ever. */
function isOver({ until }: Suppression, today: string): boolean {
  return until !== undefined && !(isDate(until.date) && until.date >= today);
}

/** Numbers of the suppressions that may cover an offset: all that reach far, and those of its line. */
function nearby(suppressions: readonly Suppression[]): (offset: number) => number[] {
  const all = [...suppressions.keys()];
  const isWide = (index: number) => ['block', 'file'].includes((suppressions[index] as Suppression).form);
  const startOf = (index: number) => (suppressions[index] as Suppression).scope.start;
  const wide = all.filter(isWide);
  const lines = all.filter((index) => !isWide(index)).sort((a, b) => startOf(a) - startOf(b));
  return (offset) => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(lines[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = [...wide];
    const last = low > 0 ? startOf(lines[low - 1] as number) : Number.NaN;
    for (let at = low - 1; at >= 0 && startOf(lines[at] as number) === last; at--) found.push(lines[at] as number);
    return found;
  };
}

/** Findings that no suppression covers, and a finding for each suppression or rule id that covered none. */
export function applySuppressions(
  facts: FileFacts,
  findings: readonly Finding[],
  metas: readonly RuleMeta[],
  levelOf: (meta: RuleMeta) => Level,
  today: string,
): Finding[] {
  if (facts.suppressions.length === 0) return [...findings];
  const used = new Set<string>();
  const near = nearby(facts.suppressions);
  const kept = findings.filter((finding) => {
    let hidden = false;
    for (const index of near(finding.start)) {
      const suppression = facts.suppressions[index] as Suppression;
      const named = suppression.rules.some((rule) => rule.id === finding.rule);
      if (!(named || suppression.rules.length === 0) || !covers(suppression, finding)) continue;
      used.add(`${index} ${named ? finding.rule : ''}`);
      hidden ||= !isOver(suppression, today);
    }
    return !hidden;
  });
  const meta = metas.find((one) => one.id === UNUSED_SUPPRESSION);
  const level = meta ? levelOf(meta) : 'off';
  if (!meta || level === 'off') return kept;
  const running = new Map(metas.map((one) => [one.id, levelOf(one)]));
  facts.suppressions.forEach((suppression, index) => {
    const notices = [...unusedOf(suppression, index, used, running), ...dateOf(suppression, index, used, today)];
    for (const { range, message, fix, isIdle = true } of notices) {
      kept.push({
        ...range,
        message,
        ...(fix && { fix }),
        ...(isIdle && { tag: 'unnecessary' as const }),
        rule: meta.id,
        severity: level,
        confidence: meta.confidence,
      });
    }
  });
  return kept;
}

/** Names of rules are long, and few. */
const RULE_IDS: Nearness = { fold: (id) => id, allowed: () => 3, lengthOf: 'typed', ties: 'order' };

interface Unused {
  readonly range: Range;
  readonly message: string;
  readonly fix?: Fix;
  /** False for a comment that would be needed. */
  readonly isIdle?: boolean;
}

/** What there is to say of the day behind `until`. */
function dateOf(suppression: Suppression, index: number, used: ReadonlySet<string>, today: string): Unused[] {
  const { until } = suppression;
  if (!until) return [];
  if (!isDate(until.date)) {
    const range = until.start < until.end ? until : { start: suppression.start, end: suppression.end };
    return [
      {
        range,
        message: 'Behind “until” stands a day, such as 2027-01-31. Without one, this comment hides nothing.',
        isIdle: false,
      },
    ];
  }
  const isNeeded = suppression.rules.some((rule) => used.has(`${index} ${rule.id}`)) || used.has(`${index} `);
  if (!isNeeded || !isOver(suppression, today)) return [];
  const message = `This comment worked until ${until.date}. Put right what it hid, or set a later day.`;
  return [{ range: until, message, isIdle: false }];
}

function unusedOf(
  suppression: Suppression,
  index: number,
  used: ReadonlySet<string>,
  running: ReadonlyMap<string, Level>,
): Unused[] {
  const whole = { start: suppression.start, end: suppression.end };
  const removal: Fix = { title: 'Remove this comment', edits: [{ ...whole, text: '' }] };
  if (suppression.rules.length === 0) {
    return used.has(`${index} `)
      ? []
      : [{ range: whole, message: 'This comment switches off nothing here: remove it.', fix: removal }];
  }
  const idle = suppression.rules.filter((rule) => !used.has(`${index} ${rule.id}`) && running.get(rule.id) !== 'off');
  return idle.map((rule) => {
    const only = idle.length === suppression.rules.length;
    if (running.has(rule.id)) {
      return {
        range: rule.range,
        message: `“${rule.id}” reports nothing here: remove it from this comment.`,
        ...(only && { fix: removal }),
      };
    }
    const near = nearestOf(rule.id, running.keys(), RULE_IDS);
    const hint = near === undefined ? ' Run “clinical-content explain” for the list.' : ` Did you mean “${near}”?`;
    return { range: rule.range, message: `There is no check called “${rule.id}”.${hint}` };
  });
}
