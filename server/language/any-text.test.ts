import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { span } from '../../wazuh/span';
import { testContext, testText } from '../testing/context';
import { autoClose } from './auto-close';
import { codeLenses } from './code-lens';
import { complete } from './completion';
import { resolveItem } from './completion/resolve';
import { definition } from './definition';
import { documentHighlights } from './document-highlight';
import { documentLinks } from './document-links';
import { documentSymbols } from './document-symbols';
import { foldingRanges } from './folding-ranges';
import { formatting } from './formatting';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { linkedEditingRanges } from './linked-editing';
import { references } from './references';
import { prepareRename, rename } from './rename';

const context = testContext();

/** Pieces that configurations are made of, whole and torn. */
const piece = fc.oneof(
  fc.constantFrom(
    '<ossec_config>',
    '</ossec_config>',
    '<agent_config os="',
    '<active-response>',
    '</active-response>',
    '<command>',
    '</command>',
    '<rules_id>5710, ',
    '<rules_group>sshd,|',
    '<executable>',
    '<timeout>600</timeout>',
    '<location>local',
    '</location>',
    '<wodle name="command">',
    '<syscheck><directories check_all="yes" re',
    '<localfile><target>',
  ),
  fc.constantFrom(
    '<',
    '</',
    '>',
    '/>',
    '"',
    "'",
    '=',
    '\\<',
    '<!--',
    '-->',
    '<!',
    '!>',
    ',',
    '|',
    ' ',
    '\n',
    '\r\n',
    '\t',
    'é',
    '😀',
    '\0',
  ),
  fc.constantFrom('name', 'x', '5712', 'ssh brute', 'yes', 'lo'),
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

describe('whatever the text and the place', () => {
  it('a completion replaces text around the cursor, on its line', () => {
    fc.assert(
      fc.property(text, fc.nat(), (source, at) => {
        const { document } = testText(source);
        const offset = at % (document.text.length + 1);
        const cursor = document.positionAt(offset);
        const { items } = complete({ document, offset, context, trigger: undefined });
        for (const { textEdit, label } of items) {
          if (!textEdit || !('range' in textEdit)) throw new Error(`${label}: no range`);
          const { start, end } = textEdit.range;
          expect([start.line, end.line]).toEqual([cursor.line, cursor.line]);
          expect(start.character).toBeLessThanOrEqual(cursor.character);
          expect(end.character).toBeGreaterThanOrEqual(cursor.character);
        }
        const [first] = items;
        if (first) resolveItem(first, context);
      }),
      { numRuns: 500 },
    );
  });

  it('the other features answer', () => {
    fc.assert(
      fc.property(text, fc.nat(), (source, at) => {
        const { document } = testText(source);
        const offset = at % (document.text.length + 1);
        const all = span(0, document.text.length);
        hover(document, offset, context);
        definition(document, offset, context);
        references(document, offset, context, true);
        documentHighlights(document, offset, context);
        prepareRename(document, offset);
        rename(document, offset, 'new');
        autoClose(document, offset);
        linkedEditingRanges(document, offset);
        documentLinks(document, context);
        codeLenses(document, context);
        foldingRanges(document);
        inlayHints(document, all, context);
        formatting(document, { tabSize: 2, insertSpaces: true });
        // VS Code throws a whole outline away where a name is empty or a selection lies outside its range.
        const open = [...documentSymbols(document)];
        for (let symbol = open.pop(); symbol; symbol = open.pop()) {
          expect(symbol.name).not.toBe('');
          const { range, selectionRange } = symbol;
          expect(document.offsetAt(selectionRange.start)).toBeGreaterThanOrEqual(
            document.offsetAt(range.start),
          );
          expect(document.offsetAt(selectionRange.end)).toBeLessThanOrEqual(document.offsetAt(range.end));
          open.push(...(symbol.children ?? []));
        }
      }),
      { numRuns: 500 },
    );
  });
});
