import {
  type ActiveResponse,
  allowsTimeout,
  askedTimeout,
  type Configuration,
  configuration,
  detectRole,
  type Trigger,
  trigger,
} from '../../wazuh/model';
import { read } from '../../wazuh/os-xml';
import { touches } from '../../wazuh/span';

/** How a configuration runs a script: one `<active-response>` with the command it names. */
export interface Binding {
  /** Name of the command. */
  readonly command: string;
  /** What `<executable>` says. */
  readonly executable: string;
  /** What `<extra_args>` says; empty without. */
  readonly extraArgs: string;
  /** Seconds until delete; 0 for never. */
  readonly timeout: number;
  readonly trigger: Trigger;
  /** Offset of the block in the text. */
  readonly offset: number;
}

/** What stands at a place of a configuration. */
export type Found =
  | { readonly kind: 'binding'; readonly binding: Binding }
  /** No response there. */
  | { readonly kind: 'none' }
  /** A response without a `<command>`. */
  | { readonly kind: 'no-command' }
  /** A response whose command is defined nowhere in the file. */
  | { readonly kind: 'undefined-command'; readonly command: string };

/**
 * Every script that the file binds, in order. A response that is switched off counts too: it may be tried before it is
 * switched on; and so does one that stands above its command, though Wazuh would refuse it (error 1303).
 */
export function bindings(text: string): readonly Binding[] {
  const file = readConfiguration(text);
  return file.responses.flatMap((response) => {
    const found = bind(file, response);
    return found.kind === 'binding' ? [found.binding] : [];
  });
}

/** The scripts that the commands of a file name, whether or not a response uses them. */
export function executables(text: string): readonly string[] {
  const { definitions } = readConfiguration(text);
  return [...definitions.values()].flatMap(({ executable }) => (executable?.text ? [executable.text] : []));
}

/** What the response around an offset runs. */
export function bindingAt(text: string, offset: number): Found {
  const file = readConfiguration(text);
  const response = file.responses.find(({ section }) => touches(section.element.span, offset));
  return response ? bind(file, response) : { kind: 'none' };
}

function readConfiguration(text: string): Configuration {
  const xml = read(text);
  return configuration(xml, detectRole(xml));
}

function bind({ definitions }: Configuration, response: ActiveResponse): Found {
  const name = response.command?.text;
  if (!name) return { kind: 'no-command' };
  const command = definitions.get(name);
  if (!command) return { kind: 'undefined-command', command: name };
  return {
    kind: 'binding',
    binding: {
      command: name,
      executable: command.executable?.text ?? '',
      extraArgs: command.extraArgs?.text ?? '',
      timeout: allowsTimeout(command) ? Math.max(0, askedTimeout(response)) : 0,
      trigger: trigger(response),
      offset: response.section.element.span.start,
    },
  };
}
