// How does one feature become a request handler? Cancellation, refusals and our own mistakes are dealt with here, once.

import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type ProtocolRequestType,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { FeatureContext } from '../features/context';
import { Refusal } from '../features/refusal';
import type { Session } from './session';

export interface FeatureRow {
  readonly method: string;
  readonly capability: ServerCapabilities;
  register(connection: Connection, session: Session): void;
}

type Answer<R> = R | null;

/** A feature that needs the whole session. */
export function sessionRow<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  capability: ServerCapabilities,
  answer: (session: Session, params: P, token: CancellationToken) => Answer<R> | Promise<Answer<R>>,
): FeatureRow {
  return {
    method: type.method,
    capability,
    register(connection, session) {
      connection.onRequest(type.method, async (params: P, token: CancellationToken): Promise<unknown> => {
        expectReady(session);
        session.leisure.asked();
        if (token.isCancellationRequested) throw cancelled();
        let result: Answer<R>;
        try {
          result = await answer(session, params, token);
        } catch (error) {
          return failed(connection, type.method, error);
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
  answer: (context: FeatureContext, params: P, session: Session) => Answer<R> | undefined,
): FeatureRow {
  return sessionRow(type, capability, (session, params) => {
    const open = session.read(params.textDocument.uri);
    return open ? (answer(session.contextOf(open), params, session) ?? null) : null;
  });
}

/** @throws ResponseError for a question before the editor has said hello, or after its goodbye */
export function expectReady({ phase }: Session): void {
  if (phase === 'new')
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized yet.');
  if (phase === 'ended') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** A refusal is for the person who asked; anything else is a mistake of ours: it is written down and answered with nothing. */
function failed(connection: Connection, method: string, error: unknown): null {
  if (error instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
  connection.console.error(`${method} failed: ${error instanceof Error ? error.stack : String(error)}`);
  return null;
}
