// How does the language server run? Joins a connection to the features, and keeps everything up to date while files change.

import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { citationForLink } from '../features/pasted-link';
import { pathOf } from './address';
import { clientOf } from './client';
import { expectReady } from './feature-row';
import { FEATURE_TABLE } from './feature-table';
import {
  CHECK_WORKSPACE_METHOD,
  type CheckWorkspaceResult,
  CITATION_FOR_LINK_METHOD,
  type CitationForLinkParams,
  type CitationForLinkResult,
} from './protocol';
import { Publisher } from './publisher';
import { Reading } from './reading';
import { Session } from './session';
import { readPreferences, SECTION } from './setting-table';
import { afterClose, applyEvents, applyRenames, WATCHED } from './watch';
import type { World } from './world';

declare const CLINICAL_CONTENT_VERSION: string;

interface Server {
  readonly connection: Connection;
  readonly session: Session;
  readonly publisher: Publisher;
  readonly reading: Reading;
}

/** Answers requests on a connection until it ends. */
export function start(connection: Connection, world: World): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(connection, documents, world, clientOf({ capabilities: {} } as InitializeParams));
  const publisher = new Publisher(session);
  const reading = new Reading(session, publisher);
  const server: Server = { connection, session, publisher, reading };
  session.onAffected = (state, paths) => publisher.affected(state, paths);
  session.onConfigurationEdited = (folder) => reading.soon(folder);
  reading.onLate = (_folder, events) => quietly(server, applyEvents(session, reading, events));
  connection.onInitialize((params) => initialize(server, params));
  connection.onInitialized(() => quietly(server, initialized(server)));
  connection.onShutdown(() => {
    session.phase = 'ended';
    reading.stop();
  });
  for (const feature of FEATURE_TABLE) feature.register(connection, session);
  connection.languages.diagnostics.on(({ textDocument }) => {
    expectReady(session);
    return {
      kind: 'full' as const,
      items: typeof textDocument?.uri === 'string' ? publisher.pulled(textDocument.uri) : [],
    };
  });
  connection.onRequest(CHECK_WORKSPACE_METHOD, () => {
    expectReady(session);
    return checkWorkspace(server);
  });
  connection.onRequest(CITATION_FOR_LINK_METHOD, (params: CitationForLinkParams) => {
    expectReady(session);
    return pastedLink(server, params);
  });
  documents.onDidOpen(({ document }) => publisher.edited(document.uri));
  documents.onDidChangeContent(({ document }) => publisher.edited(document.uri));
  documents.onDidClose(({ document }) => quietly(server, closed(server, document.uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => quietly(server, applyEvents(session, reading, changes)));
  connection.onDidChangeConfiguration(({ settings }) => quietly(server, configure(server, settings)));
  documents.listen(connection);
  connection.listen();
}

/** A notification has no answer; what goes wrong is written down and the server lives on. */
function quietly({ connection }: Server, work: Promise<void>): void {
  work.catch((error: unknown) => {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
}

async function initialize({ session }: Server, params: InitializeParams): Promise<InitializeResult> {
  session.client = clientOf(params);
  session.phase = 'ready';
  const uris = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  for (const uri of uris) {
    const path = pathOf(uri);
    if (path !== undefined) await session.addFolder(path).configure();
  }
  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
    },
  };
  for (const feature of FEATURE_TABLE) Object.assign(capabilities, feature.capability);
  if (session.client.pullsDiagnostics)
    capabilities.diagnosticProvider = { interFileDependencies: true, workspaceDiagnostics: false };
  return { capabilities, serverInfo: { name: 'Clinical Content', version: CLINICAL_CONTENT_VERSION } };
}

async function initialized(server: Server): Promise<void> {
  const { connection, session, reading } = server;
  const { client } = session;
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) session.removeFolder(pathOf(uri) ?? '');
      for (const { uri } of added) {
        const path = pathOf(uri);
        if (path !== undefined) void reading.now(session.addFolder(path));
      }
      server.publisher.all();
    });
  }
  connection.workspace.onDidRenameFiles(({ files }) => quietly(server, applyRenames(session, reading, files)));
  const whole = Promise.all(session.folders.map((folder) => reading.now(folder)));
  if (client.registersConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  if (client.watchesFiles)
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] });
  await configure(server, undefined);
  await whole;
}

async function configure({ connection, session, publisher }: Server, settings: unknown): Promise<void> {
  const sent =
    typeof settings === 'object' && settings !== null
      ? Object.entries(settings).find(([key]) => key === SECTION)?.[1]
      : undefined;
  const section: unknown = session.client.configuration ? await connection.workspace.getConfiguration(SECTION) : sent;
  const before = session.preferences;
  session.preferences = readPreferences(section);
  if (before.diagnosticsScope !== session.preferences.diagnosticsScope) publisher.all();
}

async function closed({ session, publisher, reading }: Server, uri: string): Promise<void> {
  const open = session.close(uri);
  if (!open) return;
  const isOpenStill = open.absolute !== undefined && session.openAt(open.absolute) !== undefined;
  if (open.absolute !== undefined && !isOpenStill) await afterClose(session, reading, open.absolute);
  publisher.closed(open);
}

function pastedLink({ session }: Server, { uri, text, position }: CitationForLinkParams): CitationForLinkResult | null {
  const open = session.read(uri);
  const context = open && session.contextOf(open);
  return (context && citationForLink(context, text, context.lines.offset(position))) ?? null;
}

async function checkWorkspace({ session, publisher, reading }: Server): Promise<CheckWorkspaceResult> {
  await reading.settled();
  publisher.everything();
  let [files, errors, warnings, others] = [0, 0, 0, 0];
  for (const state of session.states) {
    for (const path of state.project.paths) {
      files++;
      for (const { severity } of session.findings(state, path)) {
        if (severity === 'error') errors++;
        else if (severity === 'warning') warnings++;
        else others++;
      }
    }
  }
  return { files, errors, warnings, others };
}
