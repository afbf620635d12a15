// How quickly does the server answer an editor: at its start, while somebody types, when something is looked up?

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText, keyOf } from './corpus';
import { median, ms, quantile, type Row } from './figure';
import { LanguageClient } from './language-client';
import { SERVER, YAML_SERVER } from './program';

/** From the start of the server to its first answers. */
export async function startUp(folder: string): Promise<Row[]> {
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

interface Typed {
  readonly isIndexing?: boolean;
  /** Path of the document, and lines in which letters are typed. */
  readonly file?: string;
  readonly line?: RegExp;
}

/** Opens a document, waits until typing is answered, and times `count` keystrokes in milliseconds. */
export async function keystrokes(folder: string, text: string, count: number, typed: Typed = {}): Promise<number[]> {
  const { isIndexing = false, file = 'articles/typed.md', line = /^[A-Z].{60}/ } = typed;
  const client = new LanguageClient(SERVER);
  await client.initialize(folder);
  const uri = `file://${folder}/${file}`;
  const answered = client.next((one) => one.uri === uri);
  await client.open(uri, file.endsWith('.yaml') ? 'yaml' : 'markdown', text);
  await answered;
  if (!isIndexing) await client.indexed;
  const lines = text.split('\n');
  const places = lines.flatMap((one, index) => (line.test(one) ? [{ line: index, character: one.length - 1 }] : []));
  const took: number[] = [];
  for (let i = 0; i < count + 20; i++) {
    const at = places[(i * 7) % places.length] ?? { line: 0, character: 0 };
    const one = await client.type(uri, i + 2, at, 'x');
    if (i >= 20) took.push(one);
  }
  client.stop();
  return took;
}

/** From a keystroke to the diagnostics of that version. */
export async function typing(many: string, few: string): Promise<Row[]> {
  const small = articleText(7, 8000, 5000);
  const large = articleText(8, 500_000, 5000);
  const fewSmall = await keystrokes(few, small, 200);
  const manySmall = await keystrokes(many, small, 200);
  const manyLarge = await keystrokes(many, large, 60);
  const indexing = await keystrokes(many, small, 40, { isIndexing: true });
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

/** Rename, completion and hover over a large library. */
export async function lookUps(folder: string): Promise<Row[]> {
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
