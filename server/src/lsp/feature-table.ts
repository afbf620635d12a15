// Which methods does the server answer? Each once, with the capability that tells editors so.

import {
  CodeActionRequest,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { CODE_ACTION_KINDS, codeActions } from '../features/code-action';
import { codeLenses, lensAddress, resolveCodeLens } from '../features/code-lens';
import { completion, TRIGGER_CHARACTERS } from '../features/completion';
import { itemAddress, resolveCompletion } from '../features/completion-resolve';
import type { FeatureContext } from '../features/context';
import { definition } from '../features/definition';
import { documentHighlights } from '../features/document-highlight';
import { documentLinks } from '../features/document-link';
import { documentSymbols } from '../features/document-symbol';
import { foldingRanges } from '../features/folding-range';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hint';
import { references } from '../features/references';
import { prepareRename, rename } from '../features/rename';
import { workspaceSymbols } from '../features/workspace-symbol';
import { documentRow, type FeatureRow, sessionRow } from './feature-row';
import { workspaceEdit } from './workspace-edit';

const at = (context: FeatureContext, position: Position): number => context.lines.offset(position);

const RENAME = { renameProvider: { prepareProvider: true } };
const COMPLETION = { completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider: true } };

const LENS = { codeLensProvider: { resolveProvider: true } };

export const FEATURE_TABLE: readonly FeatureRow[] = [
  documentRow(HoverRequest.type, { hoverProvider: true }, (context, { position }) =>
    hover(context, at(context, position)),
  ),
  documentRow(CompletionRequest.type, COMPLETION, (context, { position, context: asked }, session) =>
    completion(context, at(context, position), {
      mediatorsInProse: session.preferences.mediatorsInProse,
      trigger: asked?.triggerCharacter,
    }),
  ),
  sessionRow(CompletionResolveRequest.type, COMPLETION, (session, item: CompletionItem) => {
    const open = session.read(itemAddress(item) ?? '');
    return open ? resolveCompletion(session.contextOf(open), item) : item;
  }),
  documentRow(DefinitionRequest.type, { definitionProvider: true }, (context, { position }, { client }) => {
    const links = definition(context, at(context, position));
    if (client.definitionLinks) return links;
    return links.map((one) => ({ uri: one.targetUri, range: one.targetSelectionRange }));
  }),
  documentRow(ReferencesRequest.type, { referencesProvider: true }, (context, { position, context: asked }) =>
    references(context, at(context, position), asked?.includeDeclaration ?? true),
  ),
  documentRow(DocumentHighlightRequest.type, { documentHighlightProvider: true }, (context, { position }) =>
    documentHighlights(context, at(context, position)),
  ),
  documentRow(PrepareRenameRequest.type, RENAME, (context, { position }) =>
    prepareRename(context, at(context, position)),
  ),
  documentRow(RenameRequest.type, RENAME, (context, { position, newName }, session) =>
    workspaceEdit(session, rename(context, at(context, position), newName)),
  ),
  documentRow(DocumentSymbolRequest.type, { documentSymbolProvider: true }, (context) => documentSymbols(context)),
  documentRow(DocumentLinkRequest.type, { documentLinkProvider: {} }, (context) => documentLinks(context)),
  documentRow(FoldingRangeRequest.type, { foldingRangeProvider: true }, (context) => foldingRanges(context)),
  documentRow(
    CodeActionRequest.type,
    { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
    (context, { textDocument, range, context: asked }, session) => {
      const open = session.read(textDocument.uri);
      if (!open) return null;
      const offsets = { start: at(context, range.start), end: at(context, range.end) };
      return codeActions(context, session.findings(open.state, open.path), { range: offsets, only: asked.only });
    },
  ),
  documentRow(CodeLensRequest.type, LENS, (context, _params, { preferences }) =>
    preferences.countsCitations ? codeLenses(context) : [],
  ),
  sessionRow(CodeLensResolveRequest.type, LENS, (session, lens: CodeLens) => {
    const open = session.read(lensAddress(lens) ?? '');
    return open ? resolveCodeLens(session.contextOf(open), lens) : lens;
  }),
  documentRow(InlayHintRequest.type, { inlayHintProvider: true }, (context, { range }, { preferences }) =>
    preferences.namesCited ? inlayHints(context, { start: at(context, range.start), end: at(context, range.end) }) : [],
  ),
  sessionRow(WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, (session, { query }) =>
    session.states.flatMap((state) => workspaceSymbols(session.projectContext(state), query)),
  ),
];
