import type { Configuration, Value } from '../../wazuh/model';
import { type Span, touches } from '../../wazuh/span';
import type { WorkspaceCommand } from './context';
import type { ConfigurationDocument } from './document';

/** The places of a file that speak of one command. */
export interface CommandName {
  readonly name: string;
  /** Texts of `<command><name>`, in the order of the file; more than one where it is defined again. */
  readonly definitions: readonly Value[];
  /** Texts of `<active-response><command>`. */
  readonly uses: readonly Value[];
}

/** The command whose name stands at `offset`, in a definition or a use, and the place of that name. */
export function commandNameAt(
  configuration: Configuration,
  offset: number,
): (CommandName & { readonly at: Span }) | undefined {
  const names = [
    ...configuration.commands.map((command) => command.name),
    ...configuration.responses.map((response) => response.command),
  ];
  const here = names.find((value) => value && touches(value.element.textSpan, offset));
  return here && { ...commandNamed(configuration, here.text), at: here.element.textSpan };
}

/** Where a file defines and uses the command of a name. Names are compared exactly, as Wazuh does. */
export function commandNamed(configuration: Configuration, name: string): CommandName {
  const isNamed = (value: Value | undefined): value is Value => value?.text === name;
  return {
    name,
    definitions: configuration.commands.map((command) => command.name).filter(isNamed),
    uses: configuration.responses.map((response) => response.command).filter(isNamed),
  };
}

/** The commands that a file defines, the definition that counts for each name. */
export function definedCommands(document: ConfigurationDocument): readonly WorkspaceCommand[] {
  return [...document.configuration.definitions].flatMap(([name, command]) =>
    command.name
      ? {
          name,
          executable: command.executable?.text ?? '',
          location: { uri: document.uri, range: document.range(command.name.element.textSpan) },
        }
      : [],
  );
}
