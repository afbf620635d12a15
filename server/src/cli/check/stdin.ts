// What text is to be checked in place of a file?

import { readFileSync } from 'node:fs';
import { decode } from '../../host/node-host';
import type { StandardInput } from '../asked';
import { UsageError } from '../usage-error';
import type { CheckArguments } from './options';

/** The file that text without a name is taken for. */
const UNNAMED = 'stdin.md';

/** Standard input, where it is to be checked. @throws UsageError when other options make no sense with it */
export function inputOf(args: CheckArguments): StandardInput | undefined {
  if (!args.stdin) return undefined;
  const conflict = [
    [args.fix !== 'no', '--fix', 'there is no file to write to'],
    [args.cache, '--cache', 'the text is in no file'],
    [args.suppressAll || args.suppressRules.length > 0, '--suppress-all or --suppress-rule', 'the text is in no file'],
    [args.pruneSuppressions, '--prune-suppressions', 'the text is in no file'],
    [args.changedSince !== undefined, '--changed-since', 'the text is in no commit'],
    [args.hasPaths, 'paths', 'one text is checked'],
  ].find(([is]) => is);
  if (conflict) throw new UsageError(`--stdin does not go with ${conflict[1]}: ${conflict[2]}.`);
  return { name: args.stdinFilename ?? UNNAMED, text: decode(readFileSync(0)).text };
}
