// `clinical-content report`: one page for editors about every sentence that cites, and what it rests on.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from '../host/node-host';
import { overviewOf } from '../overview/gather';
import type { GivenProject } from '../overview/given';
import type { Overview } from '../overview/overview';
import { many } from '../report/count';
import { page } from '../report/page/page';
import type { Collected } from './collect';
import { gather } from './gather';
import { UsageError } from './options';
import { writeOutput } from './output';
import { STYLE } from './path-style';
import { Progress } from './progress';
import type { Terminal } from './terminal';

const HELP = `Writes a page for editors: every sentence that cites, what it rests on, and what was found there.

Usage: clinical-content report [paths] [options]

Paths are files or folders; without any, the current folder is taken. Records and reference
files around them are read too, so that ids and citations can be resolved. The page is one
HTML file that loads nothing; it can be read in a browser, printed and sent by mail.

Options:
  -o, --output-file FILE     Write the page to a file; without it, or with -, to the terminal
  -c, --config FILE          Use this configuration instead of clinical-content.yaml
      --ignore-pattern GLOB  Leave out files that match; may be repeated
  -h, --help                 Show this text

Exit code: 0 the page was made, 2 it could not be made or some files could not be read.
`;

interface ReportArguments {
  readonly paths: readonly string[];
  readonly outputFile: string | undefined;
  readonly config: string | undefined;
  readonly ignorePatterns: readonly string[];
  readonly help: boolean;
}

function parse(argv: readonly string[]): ReportArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'output-file': { type: 'string', short: 'o' },
        config: { type: 'string', short: 'c' },
        'ignore-pattern': { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const outputFile = values['output-file'];
    return {
      paths: positionals.length > 0 ? positionals : ['.'],
      outputFile: outputFile === '-' ? undefined : outputFile,
      config: values.config,
      ignorePatterns: values['ignore-pattern'] ?? [],
      help: values.help === true,
    };
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. ')[0]}. Run “clinical-content report --help” for the options.`,
    );
  }
}

/** Runs `report` and returns the exit code. @throws UsageError */
export async function report(argv: readonly string[], terminal: Terminal): Promise<number> {
  const args = parse(argv);
  if (args.help) {
    terminal.out.write(HELP);
    return 0;
  }
  const collected = await gather(args.paths, terminal, args);
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
  const given = new Map(
    projects.map((loaded): [typeof loaded, GivenProject] => {
      const absolute = (path: string) => join(loaded.root, ...path.split('/'));
      return [
        loaded,
        {
          project: loaded.project,
          shown: (path) => STYLE.relative(cwd, absolute(path)),
          read: (path) => textOf(absolute(path)),
        },
      ];
    }),
  );
  return targets.flatMap(({ loaded, path }) => {
    const within = given.get(loaded);
    return within ? [{ within, path }] : [];
  });
}

/** Empty for a file that is gone by now: there is then nothing to tell of it. */
function textOf(path: string): string {
  try {
    return decode(readFileSync(path)).text;
  } catch {
    return '';
  }
}

function summaryOf({ articles, references }: Overview): string {
  if (articles.length === 0) return 'No articles were found there: the page has no sentences to show.\n';
  return `The page tells of ${many(articles.length, 'article')} and ${many(references.length, 'reference')}.\n`;
}
