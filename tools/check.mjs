// Is the code well-typed, with Node and without, formatted and linted, and are the generated files what their sources say?
import { ensure } from './ensure.mjs';
import { generate } from './generate.mjs';
import { main, packageCommand, printFailure } from './run.mjs';

const CHECKS = [
  () => generate({ check: true }),
  () => packageCommand('typescript', ['--project', '.'], { quiet: true }),
  () => packageCommand('typescript', ['--project', 'tools/worker.tsconfig.json'], { quiet: true }),
  () =>
    packageCommand('@biomejs/biome', ['check', '--error-on-warnings', '.'], {
      quiet: true,
      remedy: '`npx biome check --write .` repairs formatting and import order.',
    }),
];

/** Makes every check, also after one has failed; returns how many failed. */
export function countFailedChecks() {
  return CHECKS.filter((check) => {
    try {
      check();
      return false;
    } catch (failure) {
      printFailure(failure);
      return true;
    }
  }).length;
}

await main(import.meta, async () => {
  await ensure();
  const failed = countFailedChecks();
  console.log(`${CHECKS.length - failed} checks passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
