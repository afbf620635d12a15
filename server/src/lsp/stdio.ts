// How is the server reached by an editor that starts it as a program? Over standard input and output.

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeWorld } from './node-world';
import { start } from './server';

/** Serves on standard input and output until they end. Nothing else may write to standard output from now on. */
export function serveStdio(): void {
  start(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeWorld);
}
