// Does a citation run straight into the next word?

import type { FileRule } from '../lint/rule';

/** Isotopes: `[68]Ga-PSMA`, `[111]In-octreotide`, but not the words `In-hospital` and `Co-morbid`. */
const ISOTOPE = /^(?:Ac|Br|Cr|Cu|Fe|Ga|Kr|Lu|Ra|Rb|Sm|Sr|Tc|Tl|Xe|Zr)(?!\p{L})|^(?:Co|In)-(?:[\p{Lu}\d]|oct|pent)/u;

export const gluedCitation: FileRule = {
  scope: 'file',
  meta: {
    id: 'glued-citation',
    group: 'citations',
    summary: 'A citation that runs into the next word, such as “IL-6.[4]Clinical trials”.',
    severity: 'warning',
    confidence: 'high',
    fixable: true,
    since: '0.1.0',
  },
  check(file, report) {
    const seen = new Set<number>();
    for (const citation of file.facts.citations) {
      const { group } = citation;
      const next = file.text.charCodeAt(group.end);
      // Nearly all are followed by a space or a mark.
      if (next < 65 || Number.isNaN(next)) continue;
      if (citation.type === 'record' || (citation.type === 'key' && citation.mode === 'in-text')) continue;
      if (seen.has(group.end) || file.text[group.end - 1] !== ']') continue;
      seen.add(group.end);
      const word = /^\p{L}{2,}[\p{L}\p{N}-]*/u.exec(file.text.slice(group.end, group.end + 60))?.[0];
      if (!word || ISOTOPE.test(word)) continue;
      const written = file.text.slice(group.start, group.end);
      report({
        start: group.start,
        end: group.end + word.length,
        message: `The citation ${written} runs into “${word}”: put a space between them, or end the sentence.`,
        fix: { title: 'Insert a space', edits: [{ start: group.end, end: group.end, text: ' ' }] },
      });
    }
  },
};
