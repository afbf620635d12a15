// Rules about a record's shape: each reports the problems of its own kind that the walk over the schema found.

import type { FileRule, RuleMeta } from '../lint/rule';
import type { ShapeRule } from '../schema/violation';

/** A rule that passes on the shape problems found under its own id. */
export function shapeRule(meta: RuleMeta & { readonly id: ShapeRule }): FileRule {
  return {
    scope: 'file',
    meta,
    check(file, report) {
      for (const problem of file.shape) {
        if (problem.rule !== meta.id) continue;
        const { start, end, message, suggestion } = problem;
        report({
          start,
          end,
          message,
          suggestions:
            suggestion === undefined
              ? []
              : [{ title: `Change to “${suggestion}”`, edits: [{ start, end, text: suggestion }] }],
        });
      }
    },
  };
}
