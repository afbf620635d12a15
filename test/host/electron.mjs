// How does the suite run in a desktop VS Code, downloaded from Microsoft?
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { Failure, root } from '../../tools/run.mjs';
import { removeFolder, temporaryFolder } from './host.mjs';

/** Runs the suite; returns why it ended early or badly, or an empty string. VSCODE_VERSION names another version than the newest. */
export async function runInHost({ extension, suite, workspace, env }) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Failure('A desktop VS Code needs a display.', 'Run it as `xvfb-run -a npm run test:host`.');
  }
  const userData = temporaryFolder('user');
  try {
    await runTests({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: join(root, '.vscode-host', 'electron'),
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      extensionTestsEnv: env,
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', userData],
    });
    return '';
  } catch (failure) {
    return `VS Code ended badly: ${failure.message}`;
  } finally {
    removeFolder(userData);
  }
}
