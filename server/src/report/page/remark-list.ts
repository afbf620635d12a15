// How are findings shown on the page? By their level in words, never by colour alone.

import type { Remark } from '../../overview/overview';
import { type Html, html } from './html';
import { nameOf } from './words';

/** A list of findings; nothing for none. */
export function remarkList(remarks: readonly Remark[]): Html | undefined {
  if (remarks.length === 0) return undefined;
  const items = remarks.map(
    ({ severity, rule, message, line }) =>
      html`<li class="${severity}"><strong>${nameOf(severity)}</strong> ${message} <small>line ${line}, ${rule}</small></li>\n`,
  );
  return html`<ul class="remarks">${items}</ul>\n`;
}
