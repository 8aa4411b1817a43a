import { allowsTimeout, type Command } from './command';
import type { Configuration } from './configuration';
import { type Target, targets } from './location';
import { atoi } from './number';
import type { ActiveResponse } from './response';

/** What becomes of a response when the manager reads its block, its children being right one by one. */
export type Fate =
  /** `<disabled>yes</disabled>`: left out, whatever else it says. */
  | { readonly kind: 'disabled' }
  /** Without command or location, but with `<repeated_offenders>`: left out, without a message. */
  | { readonly kind: 'passed-over' }
  /** Without command or location: error 1281. */
  | { readonly kind: 'incomplete'; readonly missing: readonly ('command' | 'location')[] }
  /** For a defined agent that no `<agent_id>` names: error 1304. */
  | { readonly kind: 'no-agent' }
  /** For a defined agent whose id comes out as 0: warning 1306, left out; a wrong command behind it goes unnoticed. */
  | { readonly kind: 'dropped' }
  /** No target recognised in `<location>`: error 1302. */
  | { readonly kind: 'no-target' }
  /** No command of that name above, and this is a whole file or has it below: error 1303. */
  | { readonly kind: 'no-command' }
  | Bound;

/** A response that is in force. */
export interface Bound {
  readonly kind: 'bound';
  /** undefined in a fragment that does not define it: then another part of the configuration does. */
  readonly command: Command | undefined;
  readonly targets: readonly Target[];
  /** Seconds until it is undone, or 0 for never: 0 too where the command is known not to allow a timeout (info 1305). */
  readonly timeout: number;
}

/** What becomes of a response, judged in Wazuh's own order (ReadActiveResponses, config/active-response.c, 4.14.7). */
export function fate(configuration: Configuration, response: ActiveResponse): Fate {
  if (response.disabled) return { kind: 'disabled' };
  const missing = (['command', 'location'] as const).filter((child) => !response[child]?.text);
  if (missing.length > 0) {
    return response.repeatedOffenders ? { kind: 'passed-over' } : { kind: 'incomplete', missing };
  }
  const named = targets(response.location?.text ?? '');
  if (named.includes('defined-agent')) {
    if (!response.agentId) return { kind: 'no-agent' };
    if (atoi(response.agentId.text) === 0) return { kind: 'dropped' };
  }
  if (named.length === 0) return { kind: 'no-target' };
  const command = commandOf(configuration, response);
  if (!command && !isElsewhere(configuration, response)) return { kind: 'no-command' };
  return {
    kind: 'bound',
    command,
    targets: named,
    timeout: !command || allowsTimeout(command) ? askedTimeout(response) : 0,
  };
}

/** The seconds that a response asks for, as Wazuh reads them; 0 without a `<timeout>`. */
export function askedTimeout({ timeout }: ActiveResponse): number {
  return timeout ? atoi(timeout.text) : 0;
}

/** The command that a response runs: the first of that name, and only if it is written above the response. */
export function commandOf(
  { definitions }: Configuration,
  { command, section }: ActiveResponse,
): Command | undefined {
  const found = command && definitions.get(command.text);
  return found && found.section.element.span.start < section.element.span.start ? found : undefined;
}

/** Whether a response's command must be defined in another part of the configuration: a fragment need not hold it. */
function isElsewhere({ shape, definitions }: Configuration, { command }: ActiveResponse): boolean {
  return shape === 'fragment' && command !== undefined && !definitions.has(command.text);
}
