// Do the documentation's pictures show the product as it is? Takes all of them, or those named as arguments, in a real VS Code and a browser.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../tools/build.mjs';
import { ensure } from '../../tools/ensure.mjs';
import { packageExtension } from '../../tools/package.mjs';
import { Failure, main, root } from '../../tools/run.mjs';
import { cases } from './cases.mjs';
import { regionOf, stepsOn, stillPicture } from './steps.mjs';

const SIZE = { width: 1100, height: 700 };
const LARGEST_KB = 150;
const SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 14,
  'editor.lightbulb.enabled': 'on',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'files.autoSave': 'off',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.reduceMotion': 'on',
};
const OPTIONS = {
  workspace: { type: 'string', default: join(root, 'examples', 'needs-work') },
  out: { type: 'string', default: join(root, 'docs', 'images') },
  vsix: { type: 'string' },
};

// A browser and a copy of the workspace for each picture: a panel or an edit of one would show up in the next.
async function takePicture({ file, ready, play, clip }, { host, server, workspace, folder }) {
  const copy = join(folder, basename(workspace));
  cpSync(workspace, copy, { recursive: true });
  const browser = await host.openBrowser(SIZE);
  const { page } = browser;
  try {
    await page.goto(host.workbenchUrl(server, copy, { openFile: host.remote(server, join(copy, file)) }));
    const steps = stepsOn(page);
    await steps.see('.editor-instance .view-line');
    if (ready) await steps.see(ready);
    await play?.(steps);
    return await stillPicture(page, await regionOf(page, clip));
  } catch (failure) {
    const path = join(root, 'out', 'screenshot-failure.png');
    await page.screenshot({ path }).catch(() => {}); // the page itself may be gone
    throw new Failure(`${failure.message}\nWhat the page showed: ${relative(root, path)}`);
  } finally {
    await browser.close();
  }
}

// No editor is needed: the command line writes the page, and a browser shows it.
async function takePage({ page: { example, write }, from }, { host, folder }) {
  const path = join(folder, 'page.html');
  mkdirSync(folder, { recursive: true });
  const cwd = join(root, 'examples', example);
  // The example has errors, so that a check of it ends with exit code 1.
  spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), ...write(path)], { cwd });
  const browser = await host.openBrowser(SIZE);
  const { page } = browser;
  try {
    await page.goto(pathToFileURL(path).href);
    await page
      .locator(from)
      .first()
      .evaluate((element) => element.scrollIntoView());
    return await stillPicture(page);
  } finally {
    await browser.close();
  }
}

function save(picture, path) {
  writeFileSync(path, picture);
  spawnSync('pngquant', ['--force', '--ext', '.png', '--quality', '80-98', '--strip', path]); // only where it is installed
}

await main(import.meta, async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const chosen = positionals.length > 0 ? cases.filter(({ name }) => positionals.includes(name)) : cases;
  if (chosen.length === 0)
    throw new Failure('No picture has that name.', `There are: ${cases.map(({ name }) => name).join(', ')}.`);
  const inEditor = chosen.some(({ file }) => file);
  await ensure({ browser: true, host: inEditor });
  const host = await import('../host/host.mjs');
  const folder = host.temporaryFolder('pictures');
  await build();
  const vsix = async () => resolve(values.vsix ?? (await packageExtension()));
  const server = inEditor ? await host.startServer({ settings: SETTINGS, vsix: [await vsix()] }) : undefined;
  mkdirSync(values.out, { recursive: true });
  try {
    for (const each of chosen) {
      const workspace = resolve(values.workspace);
      const place = { host, server, workspace, folder: join(folder, each.name) };
      const picture = await (each.page ? takePage(each, place) : takePicture(each, place));
      const path = join(values.out, `${each.name}.png`);
      save(picture, path);
      const kilobytes = Math.ceil(statSync(path).size / 1024);
      console.log(`${relative(root, path)}: ${kilobytes} kB${kilobytes > LARGEST_KB ? ', too large: clip it' : ''}`);
    }
  } finally {
    server?.stop();
    host.removeFolder(folder);
  }
});
