import { t } from '@vscode/l10n';

/**
 * What Wazuh writes to ossec.log, by message number: people search for these texts, so they are never translated.
 * `{0}`, `{1}` stand for the values (src/error_messages/error_messages.h, 4.14.7).
 */
const texts = {
  '1201': 'No remote connection configured.',
  '1205': "Invalid port number: '{0}'.",
  '1230': "Invalid element in the configuration: '{0}'.",
  '1231': 'Invalid NULL element in the configuration.',
  '1233': "Invalid attribute '{1}' in the configuration: '{0}'.",
  '1235': "Invalid value for element '{0}': {1}.",
  '1237': "Invalid ip address: '{0}'.",
  '1240': "Invalid time format: '{0}'.",
  '1241': "Invalid day format: '{0}'.",
  '1244': "Can't add more than one secure connection.",
  '1264': "Invalid 'email_alerts' config (missing parameters).",
  '1280': "Missing command options. You must specify a 'name' and 'executable'.",
  '1281': 'Missing options in the active response configuration.',
  '1302': "Invalid active response location: '{0}'.",
  '1303': "Invalid command '{0}' in the active response.",
  '1304': 'No agent defined for response.',
  '1305': "Timeout not allowed for command: '{0}'.",
  '1306': 'Invalid agent ID. Use location=server to run AR on the manager.',
  '1311': "Invalid command name '{0}' provided.",
  '1450': "Syntax error on regex: '{0}'.",
  '1901': "Missing 'log_format' element.",
  '1902': "Missing 'location' element.",
  '1954': "Missing field 'name' for socket.",
  '1955': "Missing field 'location' for socket.",
  '1967': "Syntax error on multiline_regex: '{0}'",
  '1968': "Missing 'multiline_regex' element.",
  '2122': "Invalid value for attribute: '{0}'",
  '4104': "Invalid hostname: '{0}'.",
  '4105': 'No valid server IP found.',
  '4112': "Invalid server address found: '{0}'",
  '4114':
    'All server addresses are IPv6 link-local and no interface to any <server> block has been configured.',
  '5301': 'Invalid client-syslog configuration.',
  '5310': 'Invalid integratord configuration.',
  '7102': 'Frequency not set for the periodic option.',
  '7103': 'Missing agentless options.',
  '9001': "Ignored invalid value '{0}' for '{1}'.",
} as const;

/** A number of Wazuh's whose text is known here. */
export type MessageNumber = keyof typeof texts;

/** Whether the text of a number is known here. */
export function isKnownMessage(number: string | undefined): number is MessageNumber {
  return number !== undefined && Object.hasOwn(texts, number);
}

/** A message of Wazuh as it stands in ossec.log, number first: `(1304): No agent defined for response.` */
export function says(number: MessageNumber, ...values: readonly string[]): string {
  const text = texts[number].replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
  return `(${number}): ${text}`;
}

/** The message of an error: what Wazuh says when it refuses to start, then what that means and what to do. */
export function willNotStart(said: string, advice: string): string {
  const sentences = [said, advice]
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`));
  return t('Wazuh will not start: {0}', sentences.join(' '));
}
