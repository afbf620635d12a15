// The benches: start-up, first diagnostics, keystrokes, completion, hover, and a cold check of a thousand articles.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { articleText, keyOf, referencesBib, writeCorpus } from './corpus';
import { median, ms, quantile, type Row, table } from './figure';
import { LanguageClient } from './language-client';
import { writeLibraries } from './library';

const SERVER = resolve('dist/server.js');
const CLI = resolve('dist/cli.js');
const PEERS = resolve('out/bench/peers');
/** The newest that run on Node 20. */
const PEER_VERSIONS = ['markdownlint-cli2@0.18.1', 'yaml-language-server@1.19.2'];
const MARKDOWNLINT = join(PEERS, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
const YAML_SERVER = join(PEERS, 'node_modules/yaml-language-server/bin/yaml-language-server');

function installPeers(): void {
  if (existsSync(MARKDOWNLINT) && existsSync(YAML_SERVER)) return;
  mkdirSync(PEERS, { recursive: true });
  writeFileSync(join(PEERS, 'package.json'), '{"private":true}');
  console.log(`Installing what we compare with: ${PEER_VERSIONS.join(', ')}`);
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...PEER_VERSIONS], {
    cwd: PEERS,
    stdio: 'inherit',
  });
}

function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env.NODE_EXTRA_CA_CERTS;
  return env;
}

/** Milliseconds that a Node program takes. */
function timed(args: readonly string[], cwd: string): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { cwd, stdio: 'ignore', env: environment() });
  return performance.now() - start;
}

const READ = `const fs=require('fs'),p=require('path');let n=0;(function walk(d){for(const e of fs.readdirSync(d,{withFileTypes:true})){const f=p.join(d,e.name);if(e.isDirectory())walk(f);else n+=fs.readFileSync(f,'utf8').length}})('.')`;

function coldCheck(folder: string, bytes: number): Row[] {
  const ours: number[] = [];
  const theirs: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < 5; round++) {
    ours.push(timed([CLI, 'check', '.', '-f', 'unix'], folder));
    theirs.push(timed([MARKDOWNLINT, '**/*.md'], folder));
    read.push(timed(['-e', READ], folder));
  }
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    {
      what: `cold check of 1,000 articles and 5,000 references (${size})`,
      ours: ms(median(ours)),
      peer: `markdownlint-cli2, Markdown only: ${ms(median(theirs))}`,
      ratio: `${(median(theirs) / median(ours)).toFixed(1)}× as fast`,
    },
    {
      what: 'the same, beside reading the files',
      ours: ms(median(ours)),
      peer: `Node reading them: ${ms(median(read))}`,
      ratio: `${(median(ours) / median(read)).toFixed(1)}× the time`,
    },
  ];
}

/** Cold checks of libraries that are one file each. */
function libraries(root: string): Row[] {
  return writeLibraries(root).map(({ format, folder, file }) => {
    const ours: number[] = [];
    const read: number[] = [];
    const parse = format === 'CSL-JSON' ? 'JSON.parse' : '';
    for (let round = 0; round < 3; round++) {
      ours.push(timed([CLI, 'check', '.', '--quiet'], folder));
      read.push(timed(['-e', `${parse}(require('fs').readFileSync(${JSON.stringify(file)},'utf8'))`], folder));
    }
    return {
      what: `cold check of one ${format} file of 50,000 references (${(statSync(file).size / 1e6).toFixed(1)} MB)`,
      ours: ms(median(ours)),
      peer: `Node ${parse ? 'parsing' : 'reading'} it: ${ms(median(read))}`,
      ratio: `${(median(ours) / median(read)).toFixed(1)}× the time`,
    };
  });
}

async function startUp(folder: string): Promise<Row[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  const first: number[] = [];
  const firstPeer: number[] = [];
  const markdown = `file://${folder}/articles/article-0.md`;
  const yaml = `file://${folder}/conditions/condition-0.yaml`;
  const text = readFileSync(join(folder, 'articles/article-0.md'), 'utf8');
  const record = readFileSync(join(folder, 'conditions/condition-0.yaml'), 'utf8');
  for (let round = 0; round < 7; round++) {
    const client = new LanguageClient(SERVER);
    ours.push(await client.initialize(folder));
    const answered = client.next((one) => one.uri === markdown);
    await client.open(markdown, 'markdown', text);
    await answered;
    first.push(performance.now() - client.started);
    client.stop();
    const peer = new LanguageClient(YAML_SERVER);
    theirs.push(await peer.initialize(folder));
    const peerAnswered = peer.next((one) => one.uri === yaml);
    await peer.open(yaml, 'yaml', record);
    await peerAnswered;
    firstPeer.push(performance.now() - peer.started);
    peer.stop();
  }
  const ratio = (a: readonly number[], b: readonly number[]) => `${(median(b) / median(a)).toFixed(1)}× as fast`;
  return [
    {
      what: 'start to the answer to initialize',
      ours: ms(median(ours)),
      peer: `yaml-language-server: ${ms(median(theirs))}`,
      ratio: ratio(ours, theirs),
    },
    {
      what: 'start to the first diagnostics of an open file, 1,000 articles beside it',
      ours: ms(median(first)),
      peer: `yaml-language-server: ${ms(median(firstPeer))}`,
      ratio: ratio(first, firstPeer),
    },
  ];
}

/** Opens a document, waits until typing is answered, and times `count` keystrokes. */
async function keystrokes(folder: string, text: string, count: number, isIndexing = false): Promise<number[]> {
  const client = new LanguageClient(SERVER);
  await client.initialize(folder);
  const uri = `file://${folder}/articles/typed.md`;
  const answered = client.next((one) => one.uri === uri);
  await client.open(uri, 'markdown', text);
  await answered;
  if (!isIndexing) await client.indexed;
  const lines = text.split('\n');
  const prose = lines.flatMap((line, index) => (/^[A-Z].{60}/.test(line) ? [index] : []));
  const took: number[] = [];
  for (let i = 0; i < count + 20; i++) {
    const line = prose[(i * 7) % prose.length] ?? 0;
    const one = await client.type(uri, i + 2, { line, character: 10 }, 'x');
    if (i >= 20) took.push(one);
  }
  client.stop();
  return took;
}

async function typing(many: string, few: string): Promise<Row[]> {
  const small = articleText(7, 8000, 5000);
  const large = articleText(8, 500_000, 5000);
  const fewSmall = await keystrokes(few, small, 200);
  const manySmall = await keystrokes(many, small, 200);
  const manyLarge = await keystrokes(many, large, 60);
  const indexing = await keystrokes(many, small, 40, true);
  const p95 = (figures: readonly number[]) => ms(quantile(figures, 0.95));
  return [
    {
      what: 'keystroke to diagnostics, 8 KB, p95, 1,000 articles beside it',
      ours: p95(manySmall),
      peer: `10 articles beside it: ${p95(fewSmall)}`,
      ratio: `p50 ${(median(manySmall) / median(fewSmall)).toFixed(2)}× that`,
    },
    {
      what: 'the same in the first moments, while the workspace is read',
      ours: p95(indexing),
      peer: `p50: ${ms(median(indexing))}`,
      ratio: '',
    },
    { what: 'keystroke to diagnostics, 500 KB, p95', ours: p95(manyLarge), peer: '', ratio: '' },
  ];
}

async function lookUps(folder: string): Promise<Row[]> {
  const client = new LanguageClient(SERVER);
  await client.initialize(folder);
  const uri = `file://${folder}/articles/typed.md`;
  const text = `---\nkind: article\ntitle: T\nreviewed: 2026-01-01\n---\n\nPain [@${keyOf(77)}] and IL-6.\n\nTyping [@`;
  await client.open(uri, 'markdown', text);
  const hoverAt = { textDocument: { uri }, position: { line: 6, character: 10 } };
  await client.indexed;
  const words = [
    'smith',
    'garcia pain',
    'chronic nerve 2011',
    '10.5555/example.4',
    'novak 1999 cell',
    'jo',
    'kumar spinal cord',
    'example journal larsen',
  ];
  const completions: number[] = [];
  const hovers: number[] = [];
  const renames: number[] = [];
  let version = 2;
  let typed = '';
  for (let i = 0; i < 160; i++) {
    const word = words[i % words.length] as string;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version++ },
      contentChanges: [
        { range: { start: { line: 8, character: 9 }, end: { line: 8, character: 9 + typed.length } }, text: word },
      ],
    });
    typed = word;
    const { took } = await client.request('textDocument/completion', {
      textDocument: { uri },
      position: { line: 8, character: 9 + word.length },
    });
    if (i >= 16) completions.push(took);
    hovers.push((await client.request('textDocument/hover', hoverAt)).took);
    if (i % 4 === 0)
      renames.push((await client.request('textDocument/rename', { ...hoverAt, newName: 'renamed-1' })).took);
  }
  client.stop();
  return [
    {
      what: 'rename of a citation key over 50,000 references, p95',
      ours: ms(quantile(renames, 0.95)),
      peer: `p50: ${ms(median(renames))}`,
      ratio: '',
    },
    {
      what: 'completion of a citation over 50,000 references, p95',
      ours: ms(quantile(completions, 0.95)),
      peer: `p50: ${ms(median(completions))}`,
      ratio: '',
    },
    {
      what: 'hover on a citation over 50,000 references, p95',
      ours: ms(quantile(hovers, 0.95)),
      peer: `p50: ${ms(median(hovers))}`,
      ratio: '',
    },
  ];
}

function corpus(name: string, articles: number, references: number, root: string): { folder: string; bytes: number } {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  return { folder, bytes: writeCorpus(folder, { articles, references }) };
}

/** Runs every bench, or those whose name is given: start, type, look, check, library. */
export async function main(only: readonly string[]): Promise<void> {
  installPeers();
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'clinical-content-bench-')));
  try {
    const many = corpus('many', 1000, 5000, root);
    const few = corpus('few', 10, 5000, root);
    const wide = corpus('wide', 10, 10, root);
    for (let from = 10; from < 50_000; from += 5000)
      writeFileSync(
        join(wide.folder, 'references', `wide-${from}.bib`),
        referencesBib(from, Math.min(50_000, from + 5000)),
      );
    const wants = (name: string) => only.length === 0 || only.includes(name);
    const rows: Row[] = [];
    if (wants('start')) rows.push(...(await startUp(many.folder)));
    if (wants('type')) rows.push(...(await typing(many.folder, few.folder)));
    if (wants('look')) rows.push(...(await lookUps(wide.folder)));
    if (wants('check')) rows.push(...coldCheck(many.folder, many.bytes));
    if (wants('library')) rows.push(...libraries(root));
    console.log(
      `Node ${process.versions.node}, ${cpus().length} cores, ${readdirSync(join(many.folder, 'articles')).length} articles\n`,
    );
    console.log(table(rows));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
