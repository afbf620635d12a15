// With which settings does a repository begin? A commented clinical-content.yaml that names what differs from the defaults.

import { stringify } from 'yaml';
import { countText, many } from '../../report/count';
import type { SpellingCount } from '../../rules/mixed-spelling';
import { RULE_PAGES } from '../explanations.gen';
import type { Survey } from './survey';

const PAGE = RULE_PAGES.replace(/rules\/$/, 'configuration.md');

/** Of the words that show a spelling, so many must agree. */
const MOST = 0.9;
const FEWEST_WORDS = 3;

/** The spelling that nearly all words have; undefined when they are few or do not agree. */
export function languageOf({ british, american, ise, ize }: SpellingCount): 'en-GB' | 'en-US' | undefined {
  const clear = british + american;
  // -ize alone is American or Oxford: it decides only where no other word does.
  const forBritain = clear > 0 ? british : ise;
  const all = clear > 0 ? clear : ise + ize;
  if (all < FEWEST_WORDS) return undefined;
  if (forBritain >= all * MOST) return 'en-GB';
  return all - forBritain >= all * MOST ? 'en-US' : undefined;
}

/** “41 words in British spelling, 2 in American”. */
export function spellingText({ british, american, ise, ize }: SpellingCount): string {
  return `${many(british + ise, 'word')} in British spelling, ${countText(american + ize)} in American`;
}

/** The text of clinical-content.yaml. */
export function starterText(survey: Survey): string {
  const { spelling, aside, unusual } = survey;
  const language = languageOf(spelling);
  const hasWords = spelling.british + spelling.american + spelling.ise + spelling.ize > 0;
  const why = hasWords
    ? `${spellingText(spelling)}.`
    : 'No word here shows whether the spelling is British or American.';
  const parts = [
    `# Settings of Clinical Content. Everything is optional; what is not named has its default.\n# All settings: ${PAGE}\n`,
    language
      ? `# ${why}\n${stringify({ language })}`
      : `# ${why}\n# Take away the # in front of one of these if all articles are to be spelt so.\n# language: en-GB\n# language: en-US\n`,
  ];
  if (aside.length > 0)
    parts.push(
      `# Drafts and templates. Take a line away to have these files checked.\n${list(
        'ignore',
        aside.map((one) => one.pattern),
      )}`,
    );
  if (unusual.length > 0)
    parts.push(
      `# These files hold references that are cited, which their names do not show.\n${list('references', unusual)}`,
    );
  return parts.join('\n');
}

function list(key: string, patterns: readonly string[]): string {
  return stringify({ [key]: patterns }, { lineWidth: 0 });
}
