import { type ActiveResponse, type Configuration, commandOf } from '../../../wazuh/model';

/** More names than anybody would choose from; a file of megabytes must not be searched for each of its responses. */
const most = 200;

/** The names of the first commands that a response could run: those that are defined above it. */
export function namesAbove(configuration: Configuration, response: ActiveResponse): readonly string[] {
  const names: string[] = [];
  for (const { name } of configuration.definitions.values()) {
    if (names.length === most || !name || !commandOf(configuration, { ...response, command: name })) break;
    if (name.text !== '') names.push(name.text);
  }
  return names;
}
