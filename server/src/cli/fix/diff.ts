// What would be changed in a file, as a patch that `git apply` and `patch` take?

import { createTwoFilesPatch } from 'diff';
import type { Colors } from 'picocolors/types';

/** A unified diff of one file with Git's names for its two sides. `path` is relative, POSIX. */
export function patchOf(path: string, before: string, after: string): string {
  const headerOptions = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions,
  });
}

/** A patch for a person at a terminal: in colours, and without signs that could steer the terminal. */
export function shownPatch(patch: string, colors: Colors): string {
  return patch
    .split('\n')
    .map((line) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
      const safe = line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ');
      if (/^(?:---|\+\+\+) /.test(safe)) return colors.bold(safe);
      if (safe.startsWith('@@')) return colors.cyan(safe);
      if (safe.startsWith('+')) return colors.green(safe);
      return safe.startsWith('-') ? colors.red(safe) : safe;
    })
    .join('\n');
}
