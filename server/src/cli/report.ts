// `clinical-content report`: one page for editors about every sentence that cites, and what it rests on.

import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { textAt } from '../host/node-host';
import { STYLE } from '../host/node-path';
import type { GivenProject } from '../overview/given';
import type { Overview } from '../overview/overview';
import { overviewOf } from '../overview/overview-of';
import { many } from '../report/count';
import { page } from '../report/page/page';
import type { Collected } from './collect';
import { collectWithProgress } from './collect-with-progress';
import { type CommandSpec, HELP_OPTION, parseOptions } from './command';
import { writeOutput } from './output';
import { Progress } from './progress';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export const REPORT = {
  name: 'report',
  summary: 'Write a page for editors: which sentence rests on what',
  usage: '[PATH...] [options]',
  operands: 'paths',
  about: [
    'Writes a page for editors: every sentence that cites, what it rests on, and what was found there. The page is one HTML file that loads nothing; it can be read in a browser, printed and sent by mail.',
    'A PATH is a file or a folder; without any, the current folder is taken. Records and reference files around them are read too, so that ids and citations can be resolved.',
  ],
  options: {
    'output-file': {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'Write the page to a file; without it, or with -, the page is printed',
    },
    config: { type: 'string', short: 'c', value: 'FILE', help: 'Use these settings instead of clinical-content.yaml' },
    'ignore-pattern': { type: 'string', value: 'GLOB', multiple: true, help: 'Leave out files that match' },
    ...HELP_OPTION,
  },
  examples: [
    { line: 'report -o report.html', help: 'All articles below the current folder' },
    { line: 'report articles/pain.md -o pain.html', help: 'One article' },
  ],
  exitCodes: [
    ['0', 'The page was made.'],
    ['2', 'It could not be made, or some files could not be read.'],
  ],
} as const satisfies CommandSpec;

function parse(argv: readonly string[]) {
  const { values, positionals } = parseOptions(REPORT, argv);
  const outputFile = values['output-file'];
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    outputFile: outputFile === '-' ? undefined : outputFile,
    config: values.config,
    ignorePatterns: values['ignore-pattern'] ?? [],
  };
}

/** Runs `report` and returns the exit code. @throws UsageError */
export async function report(argv: readonly string[], terminal: Terminal): Promise<number> {
  const args = parse(argv);
  const collected = await collectWithProgress(args.paths, terminal, args);
  const output = args.outputFile === undefined ? undefined : resolve(terminal.cwd, args.outputFile);
  if (
    output !== undefined &&
    collected.all.projects.some(({ root, project }) => project.factsOf(STYLE.relative(root, output)).role !== 'none')
  )
    throw new UsageError(`“${args.outputFile}” is one of the files that are read. Give the page a name of its own.`);
  const progress = new Progress(terminal.err);
  const overview = overviewOf(givenOf(collected, terminal.cwd), (done) =>
    progress.show('Gathering', done, collected.targets.length),
  );
  progress.clear();
  const text = page(overview, { today: terminal.today, digest });
  if (args.outputFile === undefined) terminal.out.write(text);
  else writeOutput(terminal.cwd, args.outputFile, text);
  terminal.err.write(summaryOf(overview));
  return collected.skipped.length > 0 ? 2 : 0;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The files that were asked for, with the way to what lies around them. */
function givenOf({ projects, targets }: Collected, cwd: string) {
  const byProject = new Map(
    projects.map((loaded): [typeof loaded, GivenProject] => {
      const absolute = (path: string) => join(loaded.root, ...path.split('/'));
      return [
        loaded,
        {
          project: loaded.project,
          shown: (path) => STYLE.relative(cwd, absolute(path)),
          // Of a file that is gone by now there is nothing to tell.
          read: (path) => textAt(absolute(path)) ?? '',
        },
      ];
    }),
  );
  return targets.flatMap(({ loaded, path }) => {
    const given = byProject.get(loaded);
    return given ? [{ given, path }] : [];
  });
}

function summaryOf({ articles, references }: Overview): string {
  if (articles.length === 0) return 'No articles were found there: the page has no sentences to show.\n';
  return `The page tells of ${many(articles.length, 'article')} and ${many(references.length, 'reference')}.\n`;
}
