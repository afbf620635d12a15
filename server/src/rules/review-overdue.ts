// Is an article past the day by which it was to be reviewed again?

import type { WorkspaceRule } from '../lint/rule';

/** `YYYY-MM-DD` plus months; undefined for text that is no date. */
function later(date: string, months: number): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return undefined;
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1 + months, Number(parts[3])));
  if (Number.isNaN(day.getTime())) return undefined;
  // 2025-13-40 is no day: another check says so.
  const exists = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(date)
    ? day.toISOString().slice(0, 10)
    : undefined;
}

export const reviewOverdue: WorkspaceRule = {
  scope: 'workspace',
  meta: {
    id: 'review-overdue',
    group: 'upkeep',
    summary: 'An article whose review is due.',
    severity: 'warning',
    confidence: 'high',
    fixable: false,
    since: '0.1.0',
    options: {
      months: {
        default: 36,
        description: 'Months after which a review is due when the article has no “review-by” date.',
      },
    },
  },
  check(facts, report, { options, today }) {
    const { reviewed, reviewBy } = facts.article ?? {};
    if (reviewBy) {
      if (later(reviewBy.date, 0) !== undefined && reviewBy.date < today) {
        report({
          start: reviewBy.start,
          end: reviewBy.end,
          message: `This article was to be reviewed by ${reviewBy.date}. Review it, and set a new date.`,
        });
      }
      return;
    }
    const months = Number(options.months);
    const due = reviewed && later(reviewed.date, months);
    if (due && due < today) {
      report({
        start: reviewed.start,
        end: reviewed.end,
        message: `This article was last reviewed on ${reviewed.date}, more than ${months} months ago. Review it, and set a new date.`,
      });
    }
  },
};
