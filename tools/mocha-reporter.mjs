// What does mocha say about a run? Only its failures and the sum; the counts also go to the file that CLINICAL_CONTENT_RESULTS names.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** A reporter for thousands of tests: silent about those that pass. */
export default class QuietReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      this.epilogue();
      const file = process.env.CLINICAL_CONTENT_RESULTS;
      if (file) writeFileSync(file, JSON.stringify({ stats: this.stats }));
    });
  }
}
