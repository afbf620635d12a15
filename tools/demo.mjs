// What does the command line say about good content, and about content that needs work?
import { build } from './build.mjs';
import { main, node } from './run.mjs';

await main(import.meta, async () => {
  await build();
  console.log('\nexamples/chronic-pain: content as it should be\n');
  node('dist/cli.js', ['check', 'examples/chronic-pain'], { remedy: 'This example must be free of errors.' });
  console.log('\nexamples/needs-work: content with faults, and what to do about them\n');
  node('dist/cli.js', ['check', 'examples/needs-work'], { accept: [0, 1] });
});
