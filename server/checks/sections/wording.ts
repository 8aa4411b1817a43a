import { t } from '@vscode/l10n';
import type { Remark } from '../../../wazuh/daemons';
import { filled, isKnownMessage, numbered, saysOf, type Words } from '../says';

/**
 * What Wazuh writes about a value, element or attribute of a remark: its own line where the reference knows it, else
 * which daemon does not take what.
 */
export function said(remark: Remark, reader: string): string {
  const word = words(remark);
  return (
    ownWords(remark) ?? t("{0} does not take '{1}' for {2}.", reader, word('value') ?? '', word('name') ?? '')
  );
}

/** Wazuh's own line, with its number where it has one; undefined where the reference does not know it. */
export function ownWords(remark: Remark): string | undefined {
  const { messageId, says: text } = remark.reaction;
  if (text === undefined) return isKnownMessage(messageId) ? saysOf(messageId, words(remark)) : undefined;
  const line = filled(text, words(remark));
  return messageId === undefined ? line : numbered(messageId, line);
}

/** What Wazuh fills into its lines. */
function words({ kind, path, element, attribute, reference, section }: Remark): Words {
  const isMissing = kind === 'missing-element' || kind === 'missing-attribute';
  return (word) => {
    switch (word) {
      case 'name':
        return (isMissing ? reference?.name : attribute?.name) ?? element?.name ?? path.at(-1) ?? '';
      case 'value':
        return attribute?.value ?? element?.text ?? '';
      case 'element':
        return element?.name;
      case 'text':
        return element?.text;
      case 'first':
        return element?.attributes[0]?.name;
      default:
        return (
          element?.attributes.find(({ name }) => name === word)?.value ??
          section?.children.findLast(({ name }) => name === word)?.text
        );
    }
  };
}
