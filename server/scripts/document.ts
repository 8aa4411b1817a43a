import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { Script } from '../../script-checks';
import type { Span } from '../../wazuh/span';

/** One version of an active-response script. */
export interface ScriptDocument {
  readonly uri: string;
  readonly script: Script;
  range(span: Span): Range;
  offsetAt(position: Position): number;
}

/** A script with its lines and columns (LSP 3.17, Position). */
export function scriptDocument(uri: string, script: Script): ScriptDocument {
  const lines = TextDocument.create(uri, script.language, 0, script.text);
  return {
    uri,
    script,
    range: ({ start, end }) => ({ start: lines.positionAt(start), end: lines.positionAt(end) }),
    offsetAt: (position) => lines.offsetAt(position),
  };
}
