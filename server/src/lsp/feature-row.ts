// How does one feature become a request handler? Cancellation, refusals and our own mistakes are dealt with here, once.

import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type ProtocolRequestType,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { FeatureContext } from '../features/context';
import { Refusal } from '../features/refusal';
import { type Abilities, type Client, stackOf } from './client';
import { documentContext } from './feature-context';
import type { Server } from './server';

export interface FeatureRow {
  readonly method: string;
  /** What to tell an editor with these abilities. */
  readonly capability: (abilities: Abilities) => ServerCapabilities;
  register(server: Server): void;
}

type Answer<R> = R | null;

interface RowOptions {
  /** Whether “nothing” is no answer to this question: then a mistake of ours is an error for the editor as well. */
  readonly isAnswerRequired?: boolean;
}

/** A feature that needs the whole server. */
export function serverRow<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  capability: ServerCapabilities | ((abilities: Abilities) => ServerCapabilities),
  answer: (server: Server, params: P) => Answer<R> | Promise<Answer<R>>,
  options: RowOptions = {},
): FeatureRow {
  return {
    method: type.method,
    capability: typeof capability === 'function' ? capability : () => capability,
    register(server) {
      const { client, idle } = server;
      // An editor may leave the params out; the token always comes last.
      client.connection.onRequest(type.method, async (...given: unknown[]): Promise<unknown> => {
        expectReady(client);
        idle.recordActivity();
        const token = given.at(-1) as CancellationToken;
        if (token.isCancellationRequested) throw cancelled();
        let result: Answer<R>;
        try {
          result = await answer(server, given[0] as P);
        } catch (error) {
          return failed(client, type.method, error, options);
        }
        if (token.isCancellationRequested) throw cancelled();
        return result;
      });
    },
  };
}

/** A feature that answers about one open document; anything else it is asked about has no answer. */
export function documentRow<P extends { textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  capability: ServerCapabilities,
  answer: (context: FeatureContext, params: P, server: Server) => Answer<R> | undefined,
): FeatureRow {
  return serverRow(type, capability, (server, params) => {
    const document = server.sync(params.textDocument.uri);
    return document ? (answer(documentContext(server, document), params, server) ?? null) : null;
  });
}

/** @throws ResponseError for a question before the editor has said hello, or after its goodbye */
function expectReady({ phase }: Client): void {
  if (phase === 'uninitialized')
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized yet.');
  if (phase === 'shutdown') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** A refusal is for the person who asked; anything else is a mistake of ours: it is written down and answered with nothing. */
function failed({ connection }: Client, method: string, error: unknown, { isAnswerRequired }: RowOptions): null {
  if (error instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
  connection.console.error(`${method} failed: ${stackOf(error)}`);
  if (isAnswerRequired) throw error;
  return null;
}
