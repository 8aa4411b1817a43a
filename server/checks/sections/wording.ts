import { t } from '@vscode/l10n';
import type { Remark } from '../../../wazuh/daemons';
import { isKnownMessage, says } from '../says';

/** Numbers whose text names the value first and the element second, unlike 1235. */
const valueFirst: readonly string[] = [
  '1205',
  '1237',
  '1240',
  '1241',
  '1450',
  '1967',
  '2122',
  '4104',
  '4112',
  '9001',
];

/**
 * What Wazuh writes about a value, element or attribute of a remark: its own numbered line where it prints one, else
 * which daemon does not take what.
 */
export function said({ reaction, path, element, attribute }: Remark, reader: string): string {
  const name = attribute?.name ?? element?.name ?? path.at(-1) ?? '';
  const value = attribute?.value ?? element?.text ?? '';
  const { messageId } = reaction;
  if (!isKnownMessage(messageId)) {
    const number = messageId === undefined ? '' : `(${messageId}) `;
    return t("{0}{1} does not take '{2}' for {3}.", number, reader, value, name);
  }
  return valueFirst.includes(messageId) ? says(messageId, value, name) : says(messageId, name, value);
}
