// How does the suite run in a VS Code server with its workbench in a headless browser?
import { format } from 'node:util';
import { openBrowser, remote, startServer, workbenchUrl } from './host.mjs';

const LIMIT_SECONDS = 180;

/** Runs the suite; returns why it ended early, or an empty string. Saves logs and a picture unless `hasPassed()`. */
export async function runInHost({ extension, suite, workspace, env, hasPassed, saveArtifacts }) {
  const server = await startServer({ env });
  const browser = await openBrowser();
  const { page } = browser;
  try {
    const run = await observe(page, server);
    const payload = {
      extensionDevelopmentPath: remote(server, extension),
      extensionTestsPath: remote(server, suite),
    };
    await page.goto(workbenchUrl(server, workspace, payload));
    const { reason, hostLogs } = await run.ended;
    if (reason || !hasPassed()) {
      const logs = Object.fromEntries(hostLogs.map(({ relativePath, contents }) => [`logs/${relativePath}`, contents]));
      saveArtifacts({ ...logs, 'workbench.log': run.workbenchLog.join('\n'), 'server.log': server.log() });
      const picture = await page.screenshot({ timeout: 5000 }).catch(() => undefined); // the page itself may be gone
      if (picture) saveArtifacts({ 'workbench.png': picture });
    }
    return reason;
  } finally {
    await browser.close();
    server.stop();
  }
}

// The workbench reports through functions that the page must offer before it loads.
async function observe(page, server) {
  const workbenchLog = [];
  let end;
  const firstEnd = new Promise((resolve) => {
    end = (reason, hostLogs = []) => resolve({ reason, hostLogs });
  });
  const limit = setTimeout(end, LIMIT_SECONDS * 1000, `The tests did not end within ${LIMIT_SECONDS} s.`);
  const watch = setInterval(() => server.hasExited() && end('The VS Code server ended.'), 200);
  page.on('crash', () => end('The page crashed.'));
  page.on('close', () => end('The page closed.'));
  await page.exposeFunction('codeAutomationLog', (level, args) => {
    workbenchLog.push(`[${level}] ${format(...args)}`);
  });
  await page.exposeFunction('codeAutomationExit', (_code, hostLogs) => end('', hostLogs));
  const ended = firstEnd.finally(() => {
    clearTimeout(limit);
    clearInterval(watch);
  });
  return { ended, workbenchLog };
}
