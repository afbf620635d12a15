// Is the extension there, and does it start when its author opens an article?
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile } from './editor';
import { until } from './until';

describe('activation', () => {
  const extension = () => vscode.extensions.getExtension('clinical-content.clinical-content');

  it('finds the extension installed', () => {
    assert.ok(extension(), 'clinical-content.clinical-content is not among the extensions');
  });

  it('activates when a Markdown article is opened', async () => {
    const editor = await openFile('articles/chronic-pain.md');
    assert.equal(editor.document.languageId, 'markdown');
    await until('the extension is active', () => extension()?.isActive);
  });
});
