// Do the tests in test/host/suite pass in a real VS Code, and does typing change nothing there? `--extension <folder>` tests another one than this repository's.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensure } from '../../tools/ensure.mjs';
import { Failure, main, root } from '../../tools/run.mjs';

const artifacts = join(root, 'out', 'host-failure');

// A desktop VS Code must be downloaded and needs a display; the server needs neither, but is not proven on Windows.
function chosenHost() {
  const { CLINICAL_CONTENT_HOST: wish = process.platform === 'win32' ? 'electron' : 'server' } = process.env;
  if (wish === 'electron' || wish === 'server') return wish;
  const remedy = 'It can be `server` (a VS Code server and Chromium) or `electron` (a downloaded VS Code).';
  throw new Failure(`CLINICAL_CONTENT_HOST is "${wish}".`, remedy);
}

async function bundleSuite() {
  const { build } = await import('esbuild');
  const source = join(root, 'test', 'host', 'suite');
  const outdir = join(root, 'out', 'host');
  rmSync(outdir, { recursive: true, force: true });
  const tests = readdirSync(source).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(source, name)),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(outdir, 'index.js');
}

function saveArtifacts(files) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(artifacts, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

const readResults = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

// An extension host that is killed also ends well, so only written results count.
const isGood = (results) => results?.stats.passes > 0 && results.stats.failures === 0;

/** The workbench of the server host takes real keys, so that whole files can be typed in it. */
async function addTyped(results, extension) {
  const { typeInHost } = await import('./typing.mjs');
  const { passes, failures } = await typeInHost(extension);
  results.stats.passes += passes;
  results.stats.failures += failures.length;
  results.failures.push(...failures);
}

function report(results, reason, seconds) {
  const { passes = 0, failures = 0, pending = 0 } = results?.stats ?? {};
  for (const { fullTitle, err } of results?.failures ?? [])
    console.error(`\n✖ ${fullTitle}\n${err.stack ?? err.message}`);
  if (reason || passes === 0) console.error(reason || 'No test passed.');
  if (existsSync(artifacts)) console.error(`Logs and a picture: ${relative(root, artifacts)}`);
  console.log(`host: ${passes} passed, ${failures} failed${pending ? `, ${pending} skipped` : ''} (${seconds} s)`);
}

await main(import.meta, async () => {
  const { values } = parseArgs({
    options: { extension: { type: 'string', default: root }, results: { type: 'string' } },
  });
  const host = chosenHost();
  await ensure({ browser: host === 'server', host: host === 'server' });
  const { temporaryFolder, removeFolder } = await import('./host.mjs');
  const { runInHost } = await import(`./${host}.mjs`);
  const started = Date.now();
  rmSync(artifacts, { recursive: true, force: true });
  const folder = temporaryFolder('host');
  const workspace = join(folder, 'workspace');
  const resultsFile = join(folder, 'results.json');
  try {
    cpSync(join(root, 'test', 'host', 'workspace'), workspace, { recursive: true }); // tests write: never in the fixture itself
    const reason = await runInHost({
      extension: resolve(values.extension),
      suite: await bundleSuite(),
      workspace,
      env: { CLINICAL_CONTENT_RESULTS: resultsFile },
      hasPassed: () => isGood(readResults(resultsFile)),
      saveArtifacts,
    });
    const results = readResults(resultsFile);
    if (host === 'server' && results && !reason) await addTyped(results, resolve(values.extension));
    if (values.results && results) writeFileSync(resolve(values.results), JSON.stringify(results));
    report(results, reason, ((Date.now() - started) / 1000).toFixed(1));
    if (reason || !isGood(results)) process.exitCode = 1;
  } finally {
    removeFolder(folder);
  }
});
