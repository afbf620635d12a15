// How does the server do beside ten thousand articles?

import { readFileSync } from 'node:fs';
import { articleText, keyOf, referencesYaml } from './corpus';
import { keystrokes } from './editor';
import { median, ms, quantile, type Row } from './figure';
import { LanguageClient } from './language-client';
import { SERVER } from './program';

/** Resident memory of a process in bytes, where the system tells it in /proc. */
function residentMemory(pid: number): number | undefined {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found) * 1024;
  } catch {
    return undefined;
  }
}

const p95 = (figures: readonly number[]) => ms(quantile(figures, 0.95));

/** References in a CSL-YAML file of 500 KB. */
export const LIBRARY = 1800;

/** Keystrokes, look-ups, time and memory of the index. */
export async function atScale(large: string, small: string, library: string): Promise<Row[]> {
  const text = articleText(7, 8000, 50_000);
  const few = await keystrokes(small, articleText(7, 8000, 5000), 200);
  const many = await keystrokes(large, text, 200);
  const yaml = await keystrokes(library, referencesYaml(0, LIBRARY), 60, {
    file: 'references/typed.yaml',
    line: /title: /,
  });
  return [
    {
      what: 'keystroke to diagnostics, 8 KB, p95, 10,000 articles beside it',
      ours: p95(many),
      peer: `1,000 articles beside it: ${p95(few)}`,
      ratio: `p50 ${(median(many) / median(few)).toFixed(2)}× that`,
    },
    {
      what: 'keystroke to diagnostics, 500 KB of CSL-YAML, p95',
      ours: p95(yaml),
      peer: `p50: ${ms(median(yaml))}`,
      ratio: '',
    },
    ...(await index(large, text)),
  ];
}

async function index(folder: string, text: string): Promise<Row[]> {
  const client = new LanguageClient(SERVER);
  await client.initialize(folder);
  const uri = `file://${folder}/articles/typed.md`;
  await client.open(uri, 'markdown', `${text}\n\nLast [@${keyOf(77)}].\n`);
  await client.indexed;
  const read = performance.now() - client.started;
  const memory = residentMemory(client.pid);
  const at = { textDocument: { uri }, position: { line: text.split('\n').length + 1, character: 10 } };
  const references: number[] = [];
  const renames: number[] = [];
  for (let i = 0; i < 40; i++) {
    references.push(
      (await client.request('textDocument/references', { ...at, context: { includeDeclaration: true } })).took,
    );
    renames.push((await client.request('textDocument/rename', { ...at, newName: `renamed-${i}` })).took);
  }
  client.stop();
  return [
    {
      what: 'start to the whole index, 10,000 articles and 50,000 references',
      ours: ms(read),
      peer: memory === undefined ? '' : `memory then: ${(memory / 1e6).toFixed(0)} MB`,
      ratio: '',
    },
    {
      what: 'references of a citation among them, p95',
      ours: p95(references),
      peer: `p50: ${ms(median(references))}`,
      ratio: '',
    },
    { what: 'rename of its key, p95', ours: p95(renames), peer: `p50: ${ms(median(renames))}`, ratio: '' },
  ];
}
