import {
  type ActiveResponse,
  type Bound,
  type Command,
  type Configuration,
  fate,
  type Section,
} from '../../wazuh/model';
import { features } from '../../wazuh/versions';
import type { Context } from './context';

/** Whether a manager reads commands and responses from this file: not an agent, and not from Wazuh 5.0 on. */
export function readsResponses({ role }: Configuration, { version }: Context): boolean {
  return role === 'manager' && features(version).commandsInConfiguration;
}

/** The commands that a manager reads. */
export function managerCommands(configuration: Configuration, context: Context): readonly Command[] {
  return readsResponses(configuration, context) ? configuration.commands : [];
}

/** The responses that a manager reads, disabled ones included. */
export function managerResponses(configuration: Configuration, context: Context): readonly ActiveResponse[] {
  return readsResponses(configuration, context) ? configuration.responses : [];
}

/** The sections of commands and responses that a manager reads. */
export function managerBlocks(configuration: Configuration, context: Context): readonly Section[] {
  return [...managerCommands(configuration, context), ...managerResponses(configuration, context)].map(
    ({ section }) => section,
  );
}

/** A response in force, with what it comes to. */
export interface BoundResponse extends Bound {
  readonly response: ActiveResponse;
  /** The file that its command runs; of a stock command that a fragment does not define, the stock one. */
  readonly executable: string | undefined;
}

/** The responses that a manager puts into force; found once for the many checks that ask. */
export function boundResponses(configuration: Configuration, context: Context): readonly BoundResponse[] {
  if (!readsResponses(configuration, context)) return [];
  const known = bound.get(configuration) ?? findBound(configuration, context);
  bound.set(configuration, known);
  return known;
}

const bound = new WeakMap<Configuration, readonly BoundResponse[]>();

function findBound(configuration: Configuration, { catalog }: Context): readonly BoundResponse[] {
  return configuration.responses.flatMap((response): readonly BoundResponse[] => {
    const outcome = fate(configuration, response);
    if (outcome.kind !== 'bound') return [];
    const stock = catalog.stockCommands.find(({ name }) => name === response.command?.text);
    const executable = outcome.command ? outcome.command.executable?.text : stock?.executable;
    return [{ ...outcome, response, executable }];
  });
}
