// What may be typed at the cursor? Asks the one place that knows: suppression comment, citation, YAML, or prose.

import type { CompletionList } from 'vscode-languageserver-types';
import { completeCitation } from './complete-citation';
import { completeMediator } from './complete-mediator';
import { completeSuppression } from './complete-suppression';
import { completeYaml } from './complete-yaml';
import type { FeatureContext } from './context';
import { governingAt } from './governing';

/** Characters after which an editor asks without being told to. A space counts inside `[@…` and after `key:` alone. */
export const TRIGGER_CHARACTERS = ['@', ' ', '[', ','] as const;

interface CompletionOptions {
  /** Whether mediators are proposed while prose is typed. */
  readonly mediatorsInProse: boolean;
  /** The character that made the editor ask; undefined when a person asked or typed a word. */
  readonly trigger: string | undefined;
}

/** Says that the YAML is ours: the editor's own list of words must not take what is typed. */
const NOTHING: CompletionList = { isIncomplete: true, items: [] };

/** Proposals at an offset; undefined where there are none, and in YAML that is not ours. */
export function completion(
  context: FeatureContext,
  offset: number,
  options: CompletionOptions = { mediatorsInProse: true, trigger: undefined },
): CompletionList | undefined {
  const comment = completeSuppression(context, offset);
  if (comment) return comment;
  const { format, facts } = context.file;
  if (format === 'yaml' || (format === 'markdown' && governingAt(context, offset))) {
    return completeYaml(context, offset) ?? (facts.role === 'none' ? undefined : NOTHING);
  }
  if (format !== 'markdown' && format !== 'text') return undefined;
  const cited = completeCitation(context, offset);
  if (cited) return cited;
  const asked = options.trigger === undefined;
  return asked && options.mediatorsInProse ? completeMediator(context, offset) : undefined;
}
