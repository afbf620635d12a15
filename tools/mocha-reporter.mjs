// What does mocha say about a run? Only its failures and the sum; the counts also go to the file that CLINICAL_CONTENT_RESULTS names.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

// What a test left open, a timer or a child, must not keep a finished run from ending.
const PATIENCE_MS = 15_000;

/** A reporter for thousands of tests: silent about those that pass. */
export default class QuietReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
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
