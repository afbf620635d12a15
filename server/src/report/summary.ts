// What was checked, and what came of it, in words: so that "no findings" is never mistaken for "nothing was checked".

import type { Colors } from 'picocolors/types';
import { many } from './count';
import type { Result } from './result';
import { safeText } from './safe-text';
import { foundText, leftOutText, lookedText, tallyOf, touchText, unreadText } from './tally';

/** Articles that did not change, and what of that which changed they cite or name. */
export function touchedText({ changes }: Result): string {
  const touched = changes?.touched ?? [];
  if (touched.length === 0) return '';
  const lines = touched.map(({ path, touches }) => `  ${safeText(`${path} ${touches.map(touchText).join('; ')}`)}\n`);
  const verb = touched.length === 1 ? 'cites or names' : 'cite or name';
  return `${many(touched.length, 'article')} that did not change ${verb} what did:\n${lines.join('')}`;
}

/** Two lines: what was looked at, and what was found. */
export function summary(result: Result, colors: Colors): string {
  const unread = unreadText(result);
  const looked = `${lookedText(result)}${unread ? ` ${unread}` : ''}`;
  if (result.counts.files === 0) return `${looked.replace(/^[^:]*:/, (words) => colors.yellow(words))}\n`;
  const found = foundText(result);
  const left = leftOutText(result);
  const only = result.errorsOnly ? ' Only errors are shown.' : '';
  const rest = `${left === undefined ? '' : ` ${left}`}${only}`;
  if (found === undefined) {
    const sought = result.errorsOnly ? 'errors' : 'problems';
    return `${looked}\n${colors.green(`No ${result.leftOut > 0 ? 'new ' : ''}${sought} found.`)}${rest}\n`;
  }
  const findings = result.files.flatMap((file) => file.findings);
  const tally = tallyOf(findings);
  const paint = (tally.error > 0 ? colors.red : tally.warning > 0 ? colors.yellow : colors.blue).bind(colors);
  const fixable = findings.filter((one) => one.fix).length;
  const hint = fixable > 0 ? ` ${many(fixable, 'finding')} can be fixed with --fix.` : '';
  return `${looked}\n${paint(`Found ${found}.`)}${hint}${rest}\n`;
}
