import type { Span } from '../span';

/** A place for which wazuh-clusterd, and with it the whole manager, refuses to start. */
export interface ClusterdFault {
  readonly kind: ClusterdFaultKind;
  /**
   * clusterd's message number: 3006 for a file that it cannot read, 3004 and 3042 for a bad `<cluster>`; null where it
   * did not think of the case and only shows Python's words.
   */
  readonly wazuh: '3004' | '3006' | '3042' | null;
  /** What is wrong, in the words of clusterd or of an XML parser. */
  readonly message: string;
  /** In the file as it was written. */
  readonly span: Span;
}

/** What stops clusterd; a check in server/checks/xml explains each kind. */
export type ClusterdFaultKind =
  // The rewritten file is no XML.
  | 'character'
  | 'wrapped-tag'
  | 'short-tag'
  | 'comment'
  | 'comment-in-tag'
  | 'less-than-in-attribute'
  | 'less-than-in-text'
  | 'not-xml'
  // It is XML, but making a dictionary of it fails.
  | 'too-deep'
  | 'wodle-name'
  | 'query'
  | 'text-expected'
  | 'attribute-and-child'
  // The dictionary is there, but its last cluster section is wrong.
  | 'cluster';
