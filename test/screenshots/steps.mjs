// What can a picture's author do in the workbench? Each step ends when what it did can be seen.
import { setTimeout as pause } from 'node:timers/promises';

const SECONDS = 30;

/** The steps on one page, for a case to play. */
export function stepsOn(page) {
  const see = (selector) =>
    page
      .locator(selector)
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: SECONDS * 1000 });
  const press = (keys) => page.keyboard.press(keys);
  /** Presses a key until something shows: a list that is just being filled anew swallows the first press. */
  const pressUntil = async (keys, selector) => {
    for (let tries = 0; tries < 5; tries++) {
      await press(keys);
      const shown = await page
        .locator(selector)
        .filter({ visible: true })
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      if (shown) return;
    }
    throw new Error(`Pressing ${keys} showed nothing that fits ${selector}.`);
  };

  return {
    page,
    /** Waits until an element that matches the selector can be seen. */
    see,
    /** Waits until an element with this text can be seen. */
    seeText: (text) =>
      page
        .getByText(text)
        .filter({ visible: true })
        .first()
        .waitFor({ timeout: SECONDS * 1000 }),
    /** Presses keys, written as Playwright does: `Control+Shift+M`. */
    press,
    /** Types text into whatever has the focus. */
    type: (text) => page.keyboard.type(text, { delay: 10 }),
    /** Puts the cursor at a line and column, both counted from 1. */
    async placeCursor(line, column) {
      await page.locator('.editor-instance .view-lines').first().click();
      await press('Control+G');
      await see('.quick-input-widget input');
      await page.keyboard.type(`${line}:${column}`);
      await press('Enter');
      await see(`.statusbar-item a:text-is("Ln ${line}, Col ${column}")`);
    },
    /** Clicks on the first occurrence of a text that the editor shows. */
    async clickAt(text) {
      const { x, y } = await middleOf(page, text);
      await page.mouse.click(x, y);
    },
    /** Rests the mouse on the first occurrence of a text that the editor shows, until a hover appears. */
    async hoverAt(text) {
      const { x, y } = await middleOf(page, text);
      await page.mouse.move(x - 2, y);
      await page.mouse.move(x, y);
      await see('.monaco-hover .hover-contents');
    },
    /** Opens the Problems panel and waits for its first entry. */
    async openProblems() {
      await press('Control+Shift+M');
      await see('.markers-panel .monaco-list-row');
    },
    /** Opens the list of quick fixes at the cursor, once the light bulb says that there are some. */
    async quickFix() {
      await see('.lightBulbWidget, [class*="gutter-lightbulb"]');
      await pressUntil('Control+.', '.action-widget .monaco-list-row');
    },
    /** Shows what the first proposal is. */
    showDetails: () => pressUntil('Control+Space', '.suggest-details'),
    /** Opens the list of completions at the cursor. */
    async complete() {
      await press('Control+Space');
      await see('.suggest-widget .monaco-list-row');
    },
    /** Runs a command by the title that the command palette shows. */
    async command(title) {
      await press('F1');
      await see('.quick-input-widget input');
      await page.keyboard.type(title);
      const row = page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ has: page.getByText(title, { exact: true }) });
      await row.first().click({ timeout: SECONDS * 1000 });
    },
  };
}

/** A picture taken when two in a row are equal: nothing is loading or moving any more. */
export async function stillPicture(page, clip) {
  const deadline = Date.now() + SECONDS * 1000;
  for (let last; ; ) {
    const picture = await page.screenshot({ clip });
    if (last?.equals(picture)) return picture;
    if (Date.now() > deadline) throw new Error(`The picture still changes after ${SECONDS} s.`);
    last = picture;
    await pause(150);
  }
}

/** The smallest region around everything that the selectors show, with a margin; undefined, the whole page, without selectors. */
export async function regionOf(page, selectors = [], margin = 8) {
  if (selectors.length === 0) return undefined;
  const found = await Promise.all(
    selectors.map((selector) => page.locator(selector).filter({ visible: true }).first().boundingBox()),
  );
  const { width, height } = page.viewportSize();
  const left = Math.max(0, Math.min(...found.map((box) => box.x)) - margin);
  const top = Math.max(0, Math.min(...found.map((box) => box.y)) - margin);
  const right = Math.min(width, Math.max(...found.map((box) => box.x + box.width)) + margin);
  const bottom = Math.min(height, Math.max(...found.map((box) => box.y + box.height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

// The editor cuts a line into spans by colour, so the text is found in the whole line and measured as a range.
async function middleOf(page, text) {
  const handle = await page.waitForFunction(findInEditor, text, { timeout: SECONDS * 1000 });
  return handle.jsonValue();
}

/* Runs in the page. */
function findInEditor(text) {
  const { document, NodeFilter } = globalThis;
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    const middle = start + Math.floor(text.length / 2);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let before = 0; walker.nextNode(); before += walker.currentNode.length) {
      if (middle >= before + walker.currentNode.length) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, middle - before);
      range.setEnd(walker.currentNode, middle - before + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
  }
  return false;
}
