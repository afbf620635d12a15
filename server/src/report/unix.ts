// One finding a line, as compilers print them: `path:line:column: message [severity/rule]`.

import { placed, type Result } from './result';
import { safeText } from './safe-text';

/** Lines that editors and shell tools understand. */
export function unix(result: Result): string {
  return placed(result)
    .map(
      ({ file, line, column, finding }) =>
        `${safeText(file)}:${line}:${column}: ${safeText(finding.message)} [${finding.severity}/${finding.rule}]\n`,
    )
    .join('');
}
