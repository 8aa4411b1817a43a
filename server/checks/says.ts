import { t } from '@vscode/l10n';

/**
 * What Wazuh writes to ossec.log, by message number: people search for these texts, so they are never translated.
 * Words in braces stand for what it fills in (src/error_messages, 4.14.7).
 */
const texts = {
  '1201': 'No remote connection configured.',
  '1205': "Invalid port number: '{value}'.",
  '1228': "Element '{name}' without any option.",
  '1230': "Invalid element in the configuration: '{name}'.",
  '1231': 'Invalid NULL element in the configuration.',
  '1233': "Invalid attribute '{name}' in the configuration: '{element}'.",
  '1234': 'Invalid NULL content for element: {name}.',
  '1235': "Invalid value for element '{name}': {value}.",
  '1237': "Invalid ip address: '{value}'.",
  '1240': "Invalid time format: '{value}'.",
  '1241': "Invalid day format: '{value}'.",
  '1244': "Can't add more than one secure connection.",
  '1264': "Invalid 'email_alerts' config (missing parameters).",
  '1280': "Missing command options. You must specify a 'name' and 'executable'.",
  '1281': 'Missing options in the active response configuration.',
  '1302': "Invalid active response location: '{value}'.",
  '1303': "Invalid command '{value}' in the active response.",
  '1304': 'No agent defined for response.',
  '1305': "Timeout not allowed for command: '{value}'.",
  '1306': 'Invalid agent ID. Use location=server to run AR on the manager.',
  '1311': "Invalid command name '{value}' provided.",
  '1450': "Syntax error on regex: '{value}'.",
  '1901': "Missing 'log_format' element.",
  '1902': "Missing 'location' element.",
  '1954': "Missing field 'name' for socket.",
  '1955': "Missing field 'location' for socket.",
  '1967': "Syntax error on multiline_regex: '{value}'",
  '1968': "Missing 'multiline_regex' element.",
  '1975': "Syntax error on regex {element}: '{text}'",
  '2122': "Invalid value for attribute: '{name}'",
  '4104': "Invalid hostname: '{value}'.",
  '4105': 'No valid server IP found.',
  '4112': "Invalid server address found: '{value}'",
  '4114':
    'All server addresses are IPv6 link-local and no interface to any <server> block has been configured.',
  '5301': 'Invalid client-syslog configuration.',
  '5310': 'Invalid integratord configuration.',
  '6679': "Invalid attribute '{name}' for '{element}' option.",
  '6701': "Unknown attribute '{name}' for directory option.",
  '6924': "Invalid option '{value}' for attribute '{name}'. The paths '{text}' will not be monitored.",
  '6937': "Invalid option '{value}' for attribute '{name}'. The registry '{text}' not be monitored.",
  '7102': 'Frequency not set for the periodic option.',
  '7103': 'Missing agentless options.',
  '8000': "Invalid value '{value}' for attribute '{name}' in '{element}' option. Default value will be used.",
  '8003': "Invalid value '{value}' for attribute '{name}' in '{element}' option. Attribute will be ignored.",
  '8004': "log_format '{log_format}' does not support '{name}' option. Option will be ignored.",
  '8007': "Invalid type in '{element}' regex '{text}', setting by default PCRE2 regex.",
  '9001': "Ignored invalid value '{value}' for '{name}'.",
  '9004': "Invalid value '{value}' in '{name}' option. Default value will be used.",
} as const;

/** A number of Wazuh's whose text is known here. */
export type MessageNumber = keyof typeof texts;

/** Whether the text of a number is known here. */
export function isKnownMessage(number: string | undefined): number is MessageNumber {
  return number !== undefined && Object.hasOwn(texts, number);
}

/**
 * A message of Wazuh as it stands in ossec.log, number first: `(1304): No agent defined for response.` `values` fill the
 * braces in the order in which they stand in the text.
 */
export function says(number: MessageNumber, ...values: readonly string[]): string {
  let index = 0;
  return numbered(
    number,
    texts[number].replace(/\{\w+\}/g, () => values[index++] ?? ''),
  );
}

/** What stands for a name in braces; undefined where there is nothing. */
export type Words = (name: string) => string | undefined;

/** The text of a number with its braces filled by name, the number first. */
export function saysOf(number: MessageNumber, words: Words): string {
  return numbered(number, filled(texts[number], words));
}

/** A text with its braces filled by name. */
export function filled(text: string, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => words(name) ?? braces);
}

/** A text behind its number, as ossec.log has it. */
export function numbered(number: string, text: string): string {
  return `(${number}): ${text}`;
}

/** Parts of a message behind each other, each with its full stop; empty ones are left out. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** The message of an error: what Wazuh says when it refuses to start, then what that means and what to do. */
export function willNotStart(said: string, advice: string): string {
  return t('Wazuh will not start: {0}', sentences(said, advice));
}
