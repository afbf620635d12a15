// Does a heading cite?

import type { FileRule } from '../lint/rule';

export const citationInHeading: FileRule = {
  scope: 'file',
  meta: {
    id: 'citation-in-heading',
    group: 'citations',
    summary: 'A citation inside a heading, where a table of contents repeats it and no claim is made.',
    severity: 'hint',
    confidence: 'medium',
    fixable: false,
    since: '0.1.0',
  },
  check(file, report) {
    const blocks = file.prose?.blocks;
    if (!blocks) return;
    let before = -1;
    for (const citation of file.facts.citations) {
      if (citation.type === 'record') continue;
      const { group, block } = citation;
      if (blocks[block]?.kind !== 'heading' || group.start === before) continue;
      before = group.start;
      report({
        start: group.start,
        end: group.end,
        message:
          'This heading cites: a table of contents would repeat the citation. Move it to the sentence that it supports.',
      });
    }
  },
};
