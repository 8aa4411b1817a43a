import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { type Configuration, configuration, detectRole, type Role } from '../../wazuh/model';
import { read } from '../../wazuh/os-xml';
import type { Span } from '../../wazuh/span';

/** One version of a configuration file, read as Wazuh reads it. It never changes: a new version is a new document. */
export interface ConfigurationDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The role that it was read for: a setting, or auto. */
  readonly readAs: Role | 'auto';
  readonly configuration: Configuration;
  /** The lines and UTF-16 characters, from 0, that `span` covers (LSP 3.17, Position). */
  range(span: Span): Range;
  /** The offset of a position; one behind the end of its line means the end of the line. */
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
}

/**
 * Reads `text`. `role` auto takes the role that the content speaks for, and tells a whole file from a fragment by it;
 * a file whose role is set must stand for itself.
 */
export function configurationDocument(
  uri: string,
  version: number,
  text: string,
  role: Role | 'auto' = 'auto',
): ConfigurationDocument {
  const lines = TextDocument.create(uri, 'ossec-conf', version, text);
  const xml = read(text);
  return {
    uri,
    version,
    text,
    readAs: role,
    configuration: role === 'auto' ? configuration(xml, detectRole(xml)) : configuration(xml, role, 'whole'),
    range: (span) => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) }),
    offsetAt: (position) => lines.offsetAt(position),
    positionAt: (offset) => lines.positionAt(offset),
  };
}
