import { describe, expect, it } from 'vitest';
import { testText } from '../testing/context';
import { toDiagnostic } from './diagnostics';

describe('diagnostics', () => {
  it('say what was found in the words of the protocol', () => {
    const { document, ranges } = testText('<a>⟦x⟧</a>\n<b>⟦y⟧</b>');
    const [x, y] = ranges;
    if (!x || !y) throw new Error('two ranges');
    const diagnostic = toDiagnostic(document, {
      span: x,
      code: 'some-code',
      severity: 'information',
      wazuh: '1303',
      message: 'Something.',
      related: [{ span: y, message: 'There.' }],
      tag: 'deprecated',
    });
    expect(diagnostic).toEqual({
      range: document.range(x),
      severity: 3,
      code: 'some-code',
      codeDescription: { href: expect.stringMatching(/^https:.*some-code/) },
      source: 'wazuh',
      message: 'Something.',
      tags: [2],
      relatedInformation: [{ location: { uri: document.uri, range: document.range(y) }, message: 'There.' }],
    });
  });
});
