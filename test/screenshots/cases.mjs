// Which pictures does the documentation show?

/**
 * A case opens `file` of the workspace in a fresh window, waits for `ready` (a selector), plays its steps, and becomes docs/images/<name>.png:
 * the whole window, or with `clip` the region around what its selectors show.
 */
export const cases = [
  {
    name: 'problems',
    file: 'articles/chronic-pain.md',
    ready: '.squiggly-error, .squiggly-warning',
    play: ({ openProblems }) => openProblems(),
  },
  {
    name: 'hover',
    file: 'articles/chronic-pain.md',
    ready: '.squiggly-error, .squiggly-warning',
    play: ({ hoverAt }) => hoverAt('[@'),
  },
];
