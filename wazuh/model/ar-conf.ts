import type { Configuration } from './configuration';
import { fate } from './fate';
import type { ActiveResponse } from './response';

/** A line that the manager writes into `etc/shared/ar.conf` for a response, and that execd looks its program up in. */
export interface ArLine {
  readonly response: ActiveResponse;
  /** Command name and timeout in one word: `firewall-drop180`. */
  readonly name: string;
  /** undefined in a fragment that does not define the command. */
  readonly executable: string | undefined;
  /** Seconds; 0 for a response that is not undone. */
  readonly timeout: number;
}

/**
 * The lines of `ar.conf` that a manager's file makes, one for each response in force, in order; the fixed head of the
 * file (`restart-ossec0`, `restart-wazuh0`) is left out (config/active-response.c, 4.14.7).
 */
export function arLines(configuration: Configuration): readonly ArLine[] {
  return configuration.responses.flatMap((response): readonly ArLine[] => {
    const outcome = fate(configuration, response);
    if (outcome.kind !== 'bound') return [];
    const { command, timeout } = outcome;
    const name = cut(`${response.command?.text ?? ''}${timeout}`);
    return [{ response, name, executable: command && (command.executable?.text ?? ''), timeout }];
  });
}

/** The bytes of a name, timeout included, that the manager keeps (OS_FLSIZE with its end mark, 4.14.7). */
export const nameLimit = 255;

function cut(name: string): string {
  if (name.length * 3 <= nameLimit) return name;
  const bytes = new TextEncoder().encode(name);
  return bytes.length <= nameLimit ? name : new TextDecoder().decode(bytes.subarray(0, nameLimit));
}

/** The line as written to the file: `firewall-drop180 - firewall-drop - 180`. */
export function arLineText({ name, executable, timeout }: ArLine): string {
  return `${name} - ${executable ?? ''} - ${timeout}`;
}
