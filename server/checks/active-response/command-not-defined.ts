import { t } from '@vscode/l10n';
import {
  type ActiveResponse,
  askedTimeout,
  type Configuration,
  type Fate,
  fate,
  type Value,
} from '../../../wazuh/model';
import type { Check, Fix } from '../check';
import type { Context } from '../context';
import { addBefore, childIndent, setText } from '../edits';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';
import { says, willNotStart } from '../says';
import { similar } from '../similar';
import { namesAbove } from './names-above';

export const commandNotDefined: Check = {
  code: 'command-not-defined',
  severity: 'error',
  wazuh: '1303',
  title: 'Active response with an unknown command',
  explanation:
    'The `<command>` of a response must be the `<name>` of a `<command>` section, equal to the last character: capitals ' +
    'and blanks count. Otherwise analysisd refuses the file (ReadActiveResponses, src/config/active-response.c). In a ' +
    'fragment the command may be defined in another part of the configuration: then this is a warning, and not said of ' +
    'stock commands.',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>⟦firewal-drop⟧</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    const isPart = configuration.shape === 'fragment';
    for (const response of managerResponses(configuration, context)) {
      const { command } = response;
      if (!command || !needsCommand(fate(configuration, response))) continue;
      if (configuration.definitions.has(command.text) || mayBeTorn(configuration, command.text)) continue;
      if (isPart && context.catalog.stockCommands.some(({ name }) => name === command.text)) continue;
      const said = says('1303', command.text);
      yield {
        span: valuePlace(command.element),
        message: isPart
          ? t(
              'Unless another part of the configuration defines this command above, Wazuh will not start: {0}',
              said,
            )
          : willNotStart(said, advice(configuration, context, response, command)),
        severity: isPart ? 'warning' : 'error',
        fixes: [
          ...otherNames(configuration, context, response, command),
          definition(configuration, context, response),
        ],
      };
    }
  },
};

function advice(
  configuration: Configuration,
  { catalog }: Context,
  response: ActiveResponse,
  { text }: Value,
): string {
  const known = [...namesAbove(configuration, response), ...catalog.stockCommands.map(({ name }) => name)];
  const meant = similar(text, known);
  const missing = t('No <command> section has this name.');
  return meant === undefined || meant === text ? missing : `${missing} ${t('Did you mean {0}?', meant)}`;
}

/** Whether a command that is not defined counts: not where Wazuh leaves the block out before it looks. */
export function needsCommand({ kind }: Fate): boolean {
  return kind !== 'disabled' && kind !== 'passed-over' && kind !== 'dropped';
}

/** Whether a definition may be there that cannot be read, because a fault or a half-typed tag swallows it. */
function mayBeTorn({ xml, torn }: Configuration, name: string): boolean {
  return (
    name === '' ||
    torn.some((section) => section.name !== 'active-response') ||
    (xml.faults.length > 0 && xml.text.includes(`<name>${name}</name>`))
  );
}

function otherNames(
  configuration: Configuration,
  { catalog }: Context,
  response: ActiveResponse,
  command: Value,
): readonly Fix[] {
  const above = namesAbove(configuration, response);
  const meant = above.includes(command.text.trim()) ? command.text.trim() : similar(command.text, above);
  const stock = catalog.stockCommands.some(({ name }) => name === command.text);
  return meant === undefined || meant === ''
    ? []
    : [{ title: t('Change to {0}', meant), edits: [setText(command.element, meant)], preferred: !stock }];
}

/** A `<command>` section above the first response that runs it: the stock one, or one for the workspace's script. */
function definition(
  { xml, definitions, responses }: Configuration,
  { catalog, scripts }: Context,
  response: ActiveResponse,
): Fix {
  const name = response.command?.text ?? '';
  const stock = catalog.stockCommands.find((one) => one.name === name);
  const script = scripts.find((one) => one.name.replace(/\.\w+$/, '') === name);
  const timed = stock?.timeoutAllowed ?? askedTimeout(response) !== 0;
  const first = responses.find(({ command }) => command?.text === name) ?? response;
  const { element } = first.section;
  const indent = childIndent(xml.text, element);
  return {
    title: t('Define the command {0}', name),
    edits: [
      addBefore(
        xml.text,
        element,
        '<command>',
        `${indent}<name>${name}</name>`,
        `${indent}<executable>${stock?.executable ?? script?.name ?? name}</executable>`,
        ...(timed ? [`${indent}<timeout_allowed>yes</timeout_allowed>`] : []),
        '</command>',
      ),
    ],
    preferred: stock !== undefined || definitions.size === 0,
  };
}
