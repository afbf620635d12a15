// One finding a line, as compilers print them: `path:line:column: message [severity/rule]`.

import { placed, type Result } from './result';

/** Lines that editors and shell tools understand. */
export function unix(result: Result): string {
  return placed(result)
    .map(
      ({ file, line, column, finding }) =>
        `${file}:${line}:${column}: ${finding.message} [${finding.severity}/${finding.rule}]\n`,
    )
    .join('');
}
