import { elements } from '../../wazuh/os-xml';
import type { ConfigurationDocument } from './document';
import { place } from './place';

/**
 * What closes the tag that the user has just ended with `>`, or begun with `</`, right before `offset`: a snippet whose
 * `$0` is where the cursor stays. null where nothing is open.
 */
export function autoClose(document: ConfigurationDocument, offset: number): string | null {
  const { text, configuration } = document;
  if (text.charAt(offset - 1) === '>') {
    for (const element of elements(configuration.xml)) {
      if (element.startTag.end === offset && element.closing.kind === 'missing')
        return `$0</${element.name}>`;
    }
    return null;
  }
  if (text.slice(offset - 2, offset) !== '</') return null;
  const at = place(configuration.xml, offset);
  const isBare = at.kind === 'closing-tag' && at.isOpen && at.replace.end === offset;
  return isBare && at.element ? `${at.element.name}>$0` : null;
}
