import { describe, expect, it } from 'vitest';
import { testContext, testText } from '../testing/context';
import { documentLinks } from './document-links';

const context = testContext({
  scripts: [{ name: 'x.py', uri: 'file:///workspace/bin/x.py', executable: true }],
});

describe('document links', () => {
  it('lead from an executable to its script', () => {
    const { document, ranges } = testText(
      '<ossec_config><command><executable>⟦x.py⟧</executable></command><command><executable>y.py</executable></command></ossec_config>',
    );
    const links = documentLinks(document, context);
    expect(links.map(({ range }) => range)).toEqual(ranges.map(document.range));
    expect(links.map(({ target }) => target)).toEqual(['file:///workspace/bin/x.py']);
  });
});
