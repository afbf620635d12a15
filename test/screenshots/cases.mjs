// Which pictures does the documentation show?

const SQUIGGLES = '.squiggly-error, .squiggly-warning';
const ARTICLE = 'articles/knee-pain.md';

/**
 * A case opens `file` of the workspace in a fresh window, waits for `ready` (a selector), plays its steps, and becomes docs/images/<name>.png:
 * the whole window, or with `clip` the region around what its selectors show. A case with `page` shows the page that the command line
 * writes in an example, from `from` on.
 */
export const cases = [
  {
    name: 'problems',
    file: ARTICLE,
    ready: SQUIGGLES,
    play: async ({ press, openProblems }) => {
      await press('Control+B'); // room for the messages
      await openProblems();
    },
  },
  {
    name: 'hover-reference',
    file: ARTICLE,
    ready: SQUIGGLES,
    play: ({ hoverAt }) => hoverAt('example-hart-2021'),
  },
  {
    name: 'hover-cytokine',
    file: 'articles/knee-flares.md',
    ready: SQUIGGLES,
    play: ({ hoverAt }) => hoverAt('IL-6'),
  },
  {
    name: 'complete-cytokine',
    file: ARTICLE,
    ready: SQUIGGLES,
    play: async ({ placeCursor, press, type, see, showDetails }) => {
      await placeCursor(20, 1);
      await press('End');
      await type(' Its cells release il6');
      await see('.suggest-widget .monaco-list-row');
      await showDetails();
    },
  },
  {
    name: 'complete-citation',
    file: ARTICLE,
    ready: SQUIGGLES,
    play: async ({ placeCursor, press, type, see, showDetails }) => {
      await placeCursor(20, 1);
      await press('End');
      await type(' Movement helps [@okafor exercise');
      await see('.suggest-widget .monaco-list-row');
      await showDetails();
    },
  },
  {
    name: 'cited-times',
    file: 'references/knee.yaml',
    ready: '.codelens-decoration a',
    clip: ['.editor-instance .view-lines'],
  },
  {
    name: 'quick-fix',
    file: ARTICLE,
    ready: SQUIGGLES,
    play: async ({ clickAt, quickFix }) => {
      await clickAt('central-sensitistion');
      await quickFix();
    },
  },
  {
    name: 'report',
    page: { example: 'needs-work', write: (path) => ['report', ARTICLE, '-o', path] },
    from: '.map',
  },
  {
    name: 'findings',
    page: { example: 'needs-work', write: (path) => ['check', '--format', `html:${path}`] },
    from: '#file-2',
  },
];
