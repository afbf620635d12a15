// What does mocha say about a run? Only its failures and the sum; the counts also go to the file that CLINICAL_CONTENT_RESULTS names,
// and which file holds which test to the one that CLINICAL_CONTENT_TITLES names, unless that is known already.
import { existsSync, writeFileSync } from 'node:fs';
import Mocha from 'mocha';

// What a test left open, a timer or a child, must not keep a finished run from ending.
const PATIENCE_MS = 15_000;

/** A reporter for thousands of tests: silent about those that pass. */
export default class QuietReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const titles = process.env.CLINICAL_CONTENT_TITLES;
    if (titles && !existsSync(titles)) writeFileSync(titles, JSON.stringify([...titlesOf(runner.suite)]));
    runner.once('end', () => {
      this.epilogue();
      const file = process.env.CLINICAL_CONTENT_RESULTS;
      if (file) writeFileSync(file, JSON.stringify({ stats: this.stats }));
      setTimeout(() => {
        console.error(
          `The tests are over, but something was left open: ${process.getActiveResourcesInfo().join(', ')}.`,
        );
        process.exit(Math.min(this.stats.failures, 255));
      }, PATIENCE_MS).unref();
    });
  }
}

function* titlesOf(suite) {
  for (const test of suite.tests) yield [test.fullTitle(), test.file];
  for (const one of suite.suites) yield* titlesOf(one);
}
