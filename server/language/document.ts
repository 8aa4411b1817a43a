import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import {
  type Configuration,
  configuration,
  detectRole,
  detectShape,
  type Role,
  type Shape,
} from '../../wazuh/model';
import { read } from '../../wazuh/os-xml';
import type { Span } from '../../wazuh/span';

/** What a file is to be read as; auto takes what its content speaks for. */
export interface ReadAs {
  readonly role: Role | 'auto';
  readonly shape: Shape | 'auto';
}

/** One version of a configuration file, read as Wazuh reads it. It never changes: a new version is a new document. */
export interface ConfigurationDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly readAs: ReadAs;
  readonly configuration: Configuration;
  /** The lines and UTF-16 characters, from 0, that `span` covers (LSP 3.17, Position). */
  range(span: Span): Range;
  /** The offset of a position; one behind the end of its line means the end of the line. */
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
}

/** Reads `text`. Where a role is set and no shape, the file must stand for itself. */
export function configurationDocument(
  uri: string,
  version: number,
  text: string,
  { role, shape }: ReadAs = { role: 'auto', shape: 'auto' },
): ConfigurationDocument {
  const lines = TextDocument.create(uri, 'ossec-conf', version, text);
  const xml = read(text);
  return {
    uri,
    version,
    text,
    readAs: { role, shape },
    configuration: configuration(
      xml,
      role === 'auto' ? detectRole(xml) : role,
      shape !== 'auto' ? shape : role === 'auto' ? detectShape(xml) : 'whole',
    ),
    range: (span) => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) }),
    offsetAt: (position) => lines.offsetAt(position),
    positionAt: (offset) => lines.positionAt(offset),
  };
}
