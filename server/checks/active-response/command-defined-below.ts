import { t } from '@vscode/l10n';
import { type ActiveResponse, type Command, type Configuration, commandOf, fate } from '../../../wazuh/model';
import { slice } from '../../../wazuh/span';
import type { Check, Fix } from '../check';
import { addBefore, remove } from '../edits';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';
import { says, willNotStart } from '../says';
import { needsCommand } from './command-not-defined';

export const commandDefinedBelow: Check = {
  code: 'command-defined-below',
  severity: 'error',
  wazuh: '1303',
  title: 'Command defined below its use',
  explanation:
    'Wazuh reads the file from top to bottom, over all its roots, and looks a response’s command up among those that it ' +
    'has read so far. A `<command>` below the response counts as unknown, and analysisd refuses the file ' +
    '(ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>⟦block-ip⟧</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>
<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>
<active-response>
  <command>block-ip</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    const responses = managerResponses(configuration, context);
    for (const response of responses) {
      const { command } = response;
      const defined = command && configuration.definitions.get(command.text);
      if (!command || !defined?.name || commandOf(configuration, response)) continue;
      if (!needsCommand(fate(configuration, response))) continue;
      yield {
        span: valuePlace(command.element),
        message: willNotStart(
          says('1303', command.text),
          t('The command is defined below, and Wazuh knows only what stands above. Move it up.'),
        ),
        related: [{ span: valuePlace(defined.name.element), message: t('Defined here') }],
        fixes: [move(configuration, responses, defined)],
      };
    }
  },
};

/** The definition moved above the first response that runs it. */
function move({ xml }: Configuration, responses: readonly ActiveResponse[], defined: Command): Fix {
  const { element } = defined.section;
  const first = responses.find(({ command }) => command?.text === defined.name?.text);
  return {
    title: t('Move the command {0} above its use', defined.name?.text ?? ''),
    edits: [
      addBefore(xml.text, first?.section.element ?? element, slice(xml.text, element.span)),
      remove(xml.text, element),
    ],
    preferred: true,
  };
}
