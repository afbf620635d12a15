// The server as a program of its own: how to talk is said by the arguments, `--stdio` or `--node-ipc`.

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeWorld } from './node-world';
import { start } from './server';

start(createConnection(ProposedFeatures.all), nodeWorld);
