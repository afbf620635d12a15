// Does typing change what the author writes? Whole files are typed with real keys in a real VS Code, Enter at the end of each line.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../tools/run.mjs';
import { openBrowser, remote, removeFolder, startServer, temporaryFolder, workbenchUrl } from './host.mjs';
import { TAB, TYPED_FILES, TYPED_TEXTS } from './typed-text.mjs';

const EXAMPLES = join(root, 'examples');
const WAIT = { timeout: 30_000 };
/** Long enough for a list to open: VS Code asks 10 ms after a letter, our extension 60 ms after a name. */
const PAUSE_MS = 150;
/** Where a proposal is to be taken, it must be there. */
const LONG_PAUSE_MS = 500;
/** Words at whose end somebody stops to think: a list may open there. */
const THINK = /[@[]|^(?:il-?\d|tnf|interl|csf|ifn)/i;

/** A part of the examples that holds every kind of file; all of them with CLINICAL_CONTENT_TYPING=all, which takes ten minutes. */
function textsToType() {
  const all = () =>
    readdirSync(EXAMPLES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|yaml)$/.test(entry.name) && entry.name !== 'README.md')
      .map((entry) => relative(EXAMPLES, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  const files = process.env.CLINICAL_CONTENT_TYPING === 'all' ? all() : TYPED_FILES;
  const textOf = (path) => readFileSync(join(EXAMPLES, path), 'utf8').trimEnd();
  return [...TYPED_TEXTS, ...files.map((path) => ({ path, text: textOf(path) }))];
}

/** Types at the end of what stands in the editor. The editor's own indentation is taken back: the lines bring theirs. */
async function typeText({ keyboard }, text) {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) {
      await keyboard.press('Enter');
      await keyboard.press('Home');
      await keyboard.press('Shift+End');
      await keyboard.press('Delete');
    }
    for (const part of line.match(/⇥|[^\s⇥]+\s*|\s+/g) ?? []) {
      if (part === TAB) await keyboard.press('Tab');
      else await keyboard.type(part);
      if (line.includes(TAB)) await pause(LONG_PAUSE_MS);
      else if (THINK.test(part)) await pause(PAUSE_MS);
    }
    await pause(PAUSE_MS);
  }
}

/** Opens an empty file by its path, as one does. */
async function openEmpty(page, folder, path) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().waitFor(WAIT);
  await page.keyboard.type(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
  await row.click(WAIT);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor(WAIT);
  await pause(PAUSE_MS);
}

/** What stands in the file once it is saved and nothing changes it any more. */
async function saved(page, folder, path) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+S');
  for (let last = '', tries = 0; ; tries++) {
    await pause(PAUSE_MS);
    const text = readFileSync(join(folder, path), 'utf8');
    if ((text !== '' && text === last) || tries > 40) return text;
    last = text;
  }
}

function difference(wanted, found) {
  const lines = found.split('\n');
  const at = wanted.split('\n').findIndex((line, index) => line !== lines[index]);
  return `Line ${at + 1} should be\n  ${wanted.split('\n')[at]}\nand is\n  ${lines[at]}`;
}

/** Types everything; returns how many texts stayed as they were typed, and a failure for each of the others. */
export async function typeInHost(extension) {
  const server = await startServer();
  const folder = temporaryFolder('typing');
  cpSync(EXAMPLES, folder, { recursive: true });
  const browser = await openBrowser();
  const { page } = browser;
  const failures = [];
  const texts = textsToType();
  try {
    const first = join(folder, 'needs-work', 'articles', 'knee-pain.md');
    const payload = { extensionDevelopmentPath: remote(server, extension), openFile: remote(server, first) };
    await page.goto(workbenchUrl(server, folder, payload));
    await page.locator('.squiggly-error').first().waitFor(WAIT);
    await page.locator('.editor-instance .view-lines').first().click();
    for (const { path, text, becomes = text } of texts) {
      await openEmpty(page, folder, path);
      await typeText(page, text);
      const found = await saved(page, folder, path);
      if (found.trimEnd() === becomes.trimEnd()) continue;
      const err = { message: difference(becomes, found) };
      failures.push({ fullTitle: `typing ${path} gives what was typed`, err });
    }
  } catch (failure) {
    await page.screenshot({ path: join(root, 'out', 'typing-failure.png') }).catch(() => {}); // the page itself may be gone
    throw failure;
  } finally {
    await browser.close();
    server.stop();
    removeFolder(folder);
  }
  return { passes: texts.length - failures.length, failures };
}
