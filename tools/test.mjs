// Is everything right? Checks and all tests; `unit` alone runs those that need no editor, `host` those in a real VS Code.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { countFailedChecks } from './check.mjs';
import { ensure } from './ensure.mjs';
import { main, node, packageCommand, printFailure, root } from './run.mjs';

const SUITES = { unit: runUnit, host: runHost };

// The tests of the core, and those that speak to the bundled server and command line in dist/.
function runUnit(results, mochaArgs) {
  rmSync(join(root, 'out', 'test'), { recursive: true, force: true }); // a test that was deleted must not run on
  node('esbuild.mjs', ['--tests']);
  const strictness = process.env.CI ? ['--forbid-only'] : [];
  packageCommand('mocha', [...strictness, ...mochaArgs], { env: { CLINICAL_CONTENT_RESULTS: results } });
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

await main(import.meta, async ([only, ...mochaArgs]) => {
  const started = Date.now();
  await ensure();
  mkdirSync(join(root, 'out', 'results'), { recursive: true });
  let passed = 0;
  let failed = only ? 0 : countFailedChecks();
  await build();
  for (const name of only ? [only] : Object.keys(SUITES)) {
    const counts = countsOf(name, mochaArgs);
    passed += counts.passed;
    failed += counts.failed;
  }
  console.log(`Tests took ${Math.round((Date.now() - started) / 1000)} s.`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
