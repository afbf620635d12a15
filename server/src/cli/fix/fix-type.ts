// Which fixes does --fix-type choose? Those of a group of checks, or of one check.

import { nearestOf } from '../../base/near-miss';
import type { Finding } from '../../lint/finding';
import { RULES } from '../../rules/table';
import { GROUP_TITLES } from '../explanations.gen';
import { UsageError } from '../usage-error';

/** What --fix-type takes: groups of checks, and the checks whose findings can be fixed. */
export const FIX_TYPES: readonly string[] = [
  ...Object.keys(GROUP_TITLES),
  ...RULES.flatMap(({ meta }) => (meta.fixable ? meta.id : [])),
];

/** Whether a finding's fix was chosen; every one is where no types are named. @throws UsageError for a type there is not */
export function fixFilter(types: readonly string[]): (finding: Finding) => boolean {
  if (types.length === 0) return () => true;
  const metas = RULES.map(({ meta }) => meta);
  const groups = Object.keys(GROUP_TITLES);
  const chosen = new Set<string>();
  for (const type of types.flatMap((one) => one.split(',')).map((one) => one.trim())) {
    const rules = metas.filter(({ id, group }) => id === type || group === type);
    if (rules.length === 0 && !groups.includes(type)) {
      const near = nearestOf(type, [...groups, ...metas.map(({ id }) => id)]);
      const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
      throw new UsageError(
        `--fix-type takes a group of checks (${groups.join(', ')}) or the name of one, not “${type}”.${hint}`,
      );
    }
    if (rules.length === 1 && rules[0]?.id === type && !rules[0].fixable)
      throw new UsageError(`What “${type}” reports cannot be put right by --fix: leave it out of --fix-type.`);
    for (const { id } of rules) chosen.add(id);
  }
  return ({ rule }) => chosen.has(rule);
}
