// What does the extension host run when it starts as a test? Every *.test file beside this one, in one mocha.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Called by VS Code; writes the results to the file that CLINICAL_CONTENT_RESULTS names, and fails unless every test passed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    timeout: 60_000,
    forbidOnly: Boolean(process.env.CI),
    reporter: 'json',
    reporterOptions: { output: process.env.CLINICAL_CONTENT_RESULTS },
  });
  for (const name of readdirSync(__dirname)) if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  const failures = await new Promise<number>((resolve) => void mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
