import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../wazuh/span';
import type { Diagnostic, Fix } from '../checks';
import { testText } from '../testing/context';
import { codeActions, fixAllKind } from './code-actions';

function problem(span: Span, severity: Diagnostic['severity'], ...fixes: readonly Fix[]): Diagnostic {
  return { span, severity, code: 'some-code', wazuh: null, message: 'Something.', fixes };
}

function fix(title: string, span: Span, newText: string, preferred = true): Fix {
  return { title, edits: [{ span, newText }], preferred };
}

const { document, text, cursor, ranges } = testText('<a>⟦one⟧ ⟦t$0wo⟧ ⟦three⟧</a>');
const [one, two, three] = ranges as [Span, Span, Span];
const here: Span = { start: cursor, end: cursor };
const found = [
  problem(one, 'warning', fix('write 1', one, '1')),
  problem(two, 'error', fix('write 2', two, '2'), fix('write II', two, 'II', false)),
  problem(two, 'warning', fix('write zwei', two, 'zwei')),
  problem(three, 'warning', fix('write 3', three, '3', false)),
  problem(three, 'hint'),
];

/** The title of each action and the text that it leaves. */
function offered(range: Span, only?: readonly string[]): readonly string[] {
  return codeActions(document, range, found, only).map(({ title, edit }) => {
    const after = TextDocument.applyEdits(
      TextDocument.create('', '', 1, text),
      edit?.changes?.[document.uri] ?? [],
    );
    return `${title}: ${after}`;
  });
}

describe('a file that may not be run', () => {
  const refused: Diagnostic = { ...problem(two, 'warning'), code: 'not-executable' };
  it.each([
    { who: 'a client that can let it', can: true, commands: ['wazuh.makeExecutable'] },
    { who: 'any other client', can: false, commands: [] },
  ])('is told to $who', ({ can, commands }) => {
    const actions = codeActions(document, here, [refused], undefined, [], () => can);
    expect(actions.flatMap(({ command }) => command?.command ?? [])).toEqual(commands);
    expect(actions.flatMap(({ command }) => command?.arguments ?? [])).toEqual(
      commands.map(() => document.uri),
    );
  });
});

describe('code actions', () => {
  it('are the fixes of what is at the cursor', () => {
    expect(offered(here)).toEqual([
      'write 2: <a>one 2 three</a>',
      'write II: <a>one II three</a>',
      'write zwei: <a>one zwei three</a>',
    ]);
  });

  it('name the problem they fix, and which fix nearly everybody wants', () => {
    const [first, second] = codeActions(document, here, found, undefined);
    expect(first).toMatchObject({ isPreferred: true, diagnostics: [{ code: 'some-code', source: 'wazuh' }] });
    expect(second).toMatchObject({ isPreferred: false });
  });

  it('fix all at once, errors first, where fixes do not meet', () => {
    expect(offered(here, [fixAllKind])).toEqual([
      'Fix all that Wazuh would refuse or misread: <a>1 2 three</a>',
    ]);
    expect(offered(here, ['source'])).toHaveLength(1);
  });

  it('are only those of the kinds asked for', () => {
    expect(offered(here, ['quickfix'])).toHaveLength(3);
    expect(offered(here, ['refactor'])).toEqual([]);
    expect(codeActions(document, here, [], [fixAllKind])).toEqual([]);
  });
});
