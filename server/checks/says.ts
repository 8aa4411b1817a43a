import { t } from '@vscode/l10n';

/**
 * What Wazuh writes to ossec.log, by message number: people search for these texts, so they are never translated.
 * `{0}`, `{1}` stand for the values (src/error_messages/error_messages.h, 4.14.7).
 */
const texts = {
  '1205': "Invalid port number: '{0}'.",
  '1230': "Invalid element in the configuration: '{0}'.",
  '1233': "Invalid attribute '{0}' in the configuration: '{1}'.",
  '1235': "Invalid value for element '{0}': {1}.",
  '1237': "Invalid ip address: '{0}'.",
  '1280': "Missing command options. You must specify a 'name' and 'executable'.",
  '1281': 'Missing options in the active response configuration.',
  '1302': "Invalid active response location: '{0}'.",
  '1303': "Invalid command '{0}' in the active response.",
  '1304': 'No agent defined for response.',
  '1305': "Timeout not allowed for command: '{0}'.",
  '1306': 'Invalid agent ID. Use location=server to run AR on the manager.',
  '1311': "Invalid command name '{0}' provided.",
} as const;

/** A message of Wazuh as it stands in ossec.log, number first: `(1304): No agent defined for response.` */
export function says(number: keyof typeof texts, ...values: readonly string[]): string {
  const text = texts[number].replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
  return `(${number}): ${text}`;
}

/** The message of an error: what Wazuh says when it refuses to start, then what that means and what to do. */
export function willNotStart(said: string, advice: string): string {
  return t('Wazuh will not start: {0} {1}', said, advice);
}
