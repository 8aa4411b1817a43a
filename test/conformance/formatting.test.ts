import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationDocument } from '../../server/language/document';
import { formatting } from '../../server/language/formatting';
import { sameToWazuh } from '../../server/testing/same-to-wazuh';
import { vectors } from './vectors';

function formatted(text: string): string {
  const edits = formatting(configurationDocument('', 1, text), { tabSize: 4, insertSpaces: true });
  return TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits);
}

describe.each(['cases', 'config'] as const)('formatting, over the %s', (set) => {
  const texts = vectors(set).map(({ id, text }) => ({ id, text, once: formatted(text) }));

  it('changes nothing that Wazuh reads', () => {
    const differing = texts.filter(({ text, once }) => !sameToWazuh(text, once));
    expect(differing.map(({ id }) => id)).toEqual([]);
    expect(texts.filter(({ text, once }) => text !== once).length).toBeGreaterThan(100);
  });

  it('changes nothing the second time', () => {
    expect(texts.filter(({ once }) => formatted(once) !== once).map(({ id }) => id)).toEqual([]);
  });
});
