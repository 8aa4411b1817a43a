import { describe, expect, it } from 'vitest';
import { span } from '../../wazuh/span';
import { testContext, testText } from '../testing/context';
import { inlayHints } from './inlay-hints';

const context = testContext();
const file = (text: string) => `<ossec_config>\n${text}\n</ossec_config>\n`;

describe('inlay hints', () => {
  it.each([
    ['seconds', file('<active-response><timeout>600$0</timeout></active-response>'), ['10 minutes']],
    ['no short ones', file('<active-response><timeout>90$0</timeout></active-response>'), []],
    ['none for other text', file('<active-response><timeout>10m$0</timeout></active-response>'), []],
    ['none for other numbers', file('<active-response><level>600$0</level></active-response>'), []],
    [
      'none for what says its unit',
      file('<global><agents_disconnection_time>600$0</agents_disconnection_time></global>'),
      [],
    ],
  ])('%s', (_, marked, expected) => {
    const { document, text, cursor } = testText(marked);
    const hints = inlayHints(document, span(0, text.length), context);
    expect(hints.map(({ label }) => label)).toEqual(expected);
    expect(hints.every(({ position }) => document.offsetAt(position) === cursor)).toBe(true);
  });

  it('are those of the range that was asked for', () => {
    const { document, text } = testText(file('<active-response><timeout>600</timeout></active-response>'));
    expect(inlayHints(document, span(0, 10), context)).toEqual([]);
    expect(inlayHints(document, span(10, text.length), context)).toHaveLength(1);
  });
});
