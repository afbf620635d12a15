// What happens when a link to a paper is pasted into an article? The editor offers a citation in its place.

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  CITATION_FOR_LINK_METHOD,
  type CitationForLinkParams,
  type CitationForLinkResult,
} from '../../server/src/lsp/protocol';

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('text', 'clinicalContent', 'citation');
/** Longer texts are no link. */
const LONGEST = 2000;

/** Makes a citation of a link that is pasted into running text; the editor offers to insert the plain link in its place. */
export function pasteCitations(client: LanguageClient): vscode.Disposable {
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, dataTransfer, _context, token) {
      const text = await dataTransfer.get('text/plain')?.asString();
      if (!text || text.length > LONGEST || !/^<?https?:\/\/\S+$/i.test(text.trim())) return undefined;
      const [range] = ranges;
      if (!range) return undefined;
      const converter = client.code2ProtocolConverter;
      const position = converter.asPosition(range.start);
      const params: CitationForLinkParams = { uri: converter.asUri(document.uri), text, position };
      const result = await client.sendRequest<CitationForLinkResult | null>(CITATION_FOR_LINK_METHOD, params, token);
      return result ? [new vscode.DocumentPasteEdit(result.citation, result.title, KIND)] : undefined;
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider({ language: 'markdown' }, provider, {
    providedPasteEditKinds: [KIND],
    pasteMimeTypes: ['text/plain'],
  });
}
