// Is everything right? Checks and all tests; `unit` runs those that need no editor, `host` those in a real VS Code, `-g NAME` a few.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { isBuilt, markBuilt } from './built.mjs';
import { countFailedChecks } from './check.mjs';
import { ensure } from './ensure.mjs';
import { main, node, printFailure, root } from './run.mjs';

const titles = join(root, 'out', 'titles.json');
const SUITES = { unit: runUnit, host: runHost };

// The tests of the core, and those that speak to the bundled server and command line in dist/.
function runUnit(results, mochaArgs) {
  const strictness = process.env.CI ? ['--forbid-only'] : [];
  const options = ['--no-config', '--reporter', 'tools/mocha-reporter.mjs', '--timeout', '10000'];
  node(
    'node_modules/mocha/lib/cli/cli.js',
    [...options, ...strictness, ...mochaArgs, ...(filesWithTitle(mochaArgs) ?? ['out/test/**/*.test.mjs'])],
    { env: { CLINICAL_CONTENT_RESULTS: results, CLINICAL_CONTENT_TITLES: titles }, flags: ['--enable-source-maps'] },
  );
}

// Loading all tests takes longer than running a few: which files have the wanted ones is known from the last time.
function filesWithTitle(mochaArgs) {
  const at = mochaArgs.findIndex((arg) => arg === '-g' || arg === '--grep');
  if (at < 0 || !existsSync(titles)) return undefined;
  const wanted = new RegExp(mochaArgs[at + 1]);
  const found = JSON.parse(readFileSync(titles, 'utf8')).flatMap(([title, file]) => (wanted.test(title) ? [file] : []));
  return found.length > 0 ? [...new Set(found)] : undefined;
}

function runHost(results) {
  node('test/host/run.mjs', ['--results', results]);
}

// A suite that ends badly without having reported a failed test has crashed, and counts as one.
function countsOf(name, mochaArgs) {
  const results = join(root, 'out', 'results', `${name}.json`);
  rmSync(results, { force: true });
  let crash;
  try {
    SUITES[name](results, mochaArgs);
  } catch (failure) {
    crash = failure;
  }
  const { passes = 0, failures = 0 } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).stats : {};
  if (failures > 0) return { passed: passes, failed: failures };
  if (crash) printFailure(crash);
  else if (passes === 0) console.error(`No ${name} test ran.`);
  return { passed: passes, failed: crash || passes === 0 ? 1 : 0 };
}

// Whoever tries one test again and again changes little: what was built of the same files is there already.
async function buildForTests() {
  if (isBuilt()) return;
  rmSync(titles, { force: true });
  rmSync(join(root, 'out', 'test'), { recursive: true, force: true }); // a test that was deleted must not run on
  await build();
  node('esbuild.mjs', ['--tests']);
  markBuilt();
}

await main(import.meta, async (args) => {
  const started = Date.now();
  await ensure();
  mkdirSync(join(root, 'out', 'results'), { recursive: true });
  const [first] = args;
  const named = first in SUITES ? first : undefined;
  // Words that only mocha understands, such as `-g NAME`, ask for a few tests and not for all there is.
  const mochaArgs = named ? args.slice(1) : args;
  const suites = named ? [named] : args.length > 0 ? ['unit'] : Object.keys(SUITES);
  let passed = 0;
  let failed = args.length > 0 ? 0 : countFailedChecks();
  await buildForTests();
  for (const name of suites) {
    const counts = countsOf(name, mochaArgs);
    passed += counts.passed;
    failed += counts.failed;
  }
  console.log(`Tests took ${Math.round((Date.now() - started) / 1000)} s.`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
