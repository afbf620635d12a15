// Is the path of a publisher's link one that the publisher can have?

import { own } from '../base/own';
import type { FileRule } from '../lint/rule';
import { isInCode } from './code-place';

/** Code inside a Frontiers DOI → the journal's part of the address; journals of more than one word only. */
const FRONTIERS: Readonly<Record<string, string>> = {
  fpain: 'pain-research',
  fnmol: 'molecular-neuroscience',
  fncel: 'cellular-neuroscience',
  fnhum: 'human-neuroscience',
  fnagi: 'aging-neuroscience',
  fnbeh: 'behavioral-neuroscience',
  fnint: 'integrative-neuroscience',
  fnsys: 'systems-neuroscience',
  fcvm: 'cardiovascular-medicine',
  fpubh: 'public-health',
  fcell: 'cell-and-developmental-biology',
  fbioe: 'bioengineering-and-biotechnology',
  fmolb: 'molecular-biosciences',
  fpls: 'plant-science',
  fvets: 'veterinary-science',
  fdgth: 'digital-health',
};
const FRONTIERS_LINK =
  /https?:\/\/(?:www\.)?frontiersin\.org\/(?:journals\/)([a-z-]+)\/articles\/10\.3389\/([a-z]+)\.\d{4}\.\d+/gi;

export const brokenLinkShape: FileRule = {
  scope: 'file',
  meta: {
    id: 'broken-link-shape',
    group: 'references',
    summary: 'A publisher’s link whose path cannot be right, such as journals/painresearch for journals/pain-research.',
    severity: 'warning',
    confidence: 'high',
    fixable: true,
    since: '0.1.0',
  },
  check(file, report) {
    if (!file.text.includes('://')) return;
    for (const match of file.text.matchAll(FRONTIERS_LINK)) {
      const [whole, journal = '', code = ''] = match;
      const right = own(FRONTIERS, code.toLowerCase());
      if (!right || journal === right || journal.replaceAll('-', '') !== right.replaceAll('-', '')) continue;
      if (isInCode(file, match.index)) continue;
      const start = match.index + whole.indexOf(`/${journal}/`) + 1;
      const end = start + journal.length;
      report({
        start,
        end,
        message: `This link has lost a hyphen: the journal’s address is “${right}”, not “${journal}”.`,
        fix: { title: `Change to “${right}”`, edits: [{ start, end, text: right }] },
      });
    }
  },
};
