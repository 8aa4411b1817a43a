import { rewrite } from './rewrite';

/** What clusterd gives to its XML parser. */
export interface XmlDocument {
  readonly text: string;
  /** Offset of the root's start tag. */
  readonly start: number;
  /** Where in the file the character at an offset came from; one that clusterd put around it, the nearest of the file. */
  sourceOf(at: number): number;
}

const declarations = '<!DOCTYPE xmlfile [\n<!ENTITY backslash "\\">\n]>\n';
const opening = '<root_tag>';

/** Rewrites a file as clusterd does, and puts a root around it (load_wazuh_xml, framework/wazuh/core/utils.py, 4.14.7). Linear. */
export function xmlDocument(source: string): XmlDocument {
  const rewritten = rewrite(source);
  const before = declarations.length + opening.length;
  return {
    text: `${declarations}${opening}${rewritten.text}</root_tag>`,
    start: declarations.length,
    sourceOf: (at) => Math.min(rewritten.sourceOf(Math.max(at - before, 0)), source.length),
  };
}
