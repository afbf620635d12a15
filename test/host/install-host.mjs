// Where does a VS Code come from without Microsoft's download server? From the npm registry: the package code-server carries it.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure, npm, root, run } from '../../tools/run.mjs';

// Each version runs on the Node versions named beside it; the other one hangs or does not start there.
const HOSTS = {
  node20and22: {
    version: '4.117.0',
    integrity: 'sha512-FIMu90X/cw9tCAR4wII5ypK4R9Xbg5Zu/2LttqJNH+MuVOP15eODFCnTZHkH44r2d9MjDdaESP8VHSlotpTyQQ==',
  },
  node24: {
    version: '4.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  },
};
const RIPGREP = '1.18.0';
const REMEDY =
  'Check the network and try again, or run the tests in a downloaded VS Code: CLINICAL_CONTENT_HOST=electron npm run test:host.';
const INSTALL = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

const wanted = () => (Number(process.versions.node.split('.')[0]) < 24 ? HOSTS.node20and22 : HOSTS.node24);
const folderOf = ({ version }) => join(root, '.vscode-host', version);

/** Installs the VS Code server into .vscode-host/ unless it is there; returns the folder with its `out/server-main.js`. */
export function installHost() {
  const host = wanted();
  const folder = folderOf(host);
  if (!existsSync(folder)) install(host, folder);
  return join(folder, 'lib', 'vscode');
}

// Everything happens beside the destination; the last step is one rename, so a folder that exists is complete.
function install({ version, integrity }, destination) {
  console.log('Installing a VS Code server for the tests (about 250 MB, once) …');
  mkdirSync(join(root, '.vscode-host'), { recursive: true });
  const work = mkdtempSync(join(root, '.vscode-host', 'installing-'));
  try {
    npm(['pack', `code-server@${version}`, '--silent', '--pack-destination', work], { quiet: true, remedy: REMEDY });
    const archive = join(
      work,
      readdirSync(work).find((name) => name.endsWith('.tgz')),
    );
    const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (actual !== integrity)
      throw new Failure(`The registry's code-server ${version} is not the one this project trusts.`, REMEDY);
    run('tar', ['xzf', archive, '-C', work, 'package/lib/vscode', 'package/LICENSE', 'package/ThirdPartyNotices.txt'], {
      quiet: true,
    });
    installModules(join(work, 'package', 'lib', 'vscode'), work);
    renameSync(join(work, 'package'), destination);
  } catch (failure) {
    if (!existsSync(destination)) throw failure; // else another run installed it meanwhile
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// The package's shrinkwrap fixes these versions; --ignore-scripts skips every native build and download.
function installModules(vscode, work) {
  npm(INSTALL, { cwd: vscode, quiet: true, remedy: REMEDY });
  const modules = join(vscode, 'node_modules');
  const unused = [join(modules, '@github'), join(vscode, 'extensions', 'copilot')]; // 325 MB of Copilot
  for (const folder of unused) rmSync(folder, { recursive: true, force: true });
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'), 'junction');
  addRipgrep(join(modules, '@vscode', 'ripgrep', 'bin'), work);
}

// Searching files needs rg, which this VS Code's own package would download from elsewhere; newer ones carry it.
function addRipgrep(bin, work) {
  if (existsSync(bin)) return;
  const folder = join(work, 'ripgrep');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  npm([...INSTALL, `@vscode/ripgrep@${RIPGREP}`], { cwd: folder, quiet: true, remedy: REMEDY });
  cpSync(join(folder, 'node_modules', '@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin'), bin, {
    recursive: true,
  });
}
