import { t } from '@vscode/l10n';
import { allowsTimeout, askedTimeout, type Command } from '../../../wazuh/model';
import type { Check, Edit } from '../check';
import { addBehind, remove, setText } from '../edits';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';
import { says } from '../says';

export const timeoutNotAllowed: Check = {
  code: 'timeout-not-allowed',
  severity: 'warning',
  wazuh: '1305',
  title: 'Timeout on a command that does not allow one',
  explanation:
    'A `<timeout>` counts only if the command says `<timeout_allowed>yes</timeout_allowed>`; without the element the ' +
    'answer is no, although the documentation says yes. Wazuh notes it at level INFO, sets the timeout to 0, and the ' +
    'response is never undone (ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>
<active-response>
  <command>block-ip</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <timeout>⟦600⟧</timeout>
</active-response>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>
<active-response>
  <command>block-ip</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
</active-response>`,
  },
  *run(configuration, context) {
    const { text } = configuration.xml;
    for (const { response, command } of boundResponses(configuration, context)) {
      const { timeout } = response;
      if (!timeout || askedTimeout(response) === 0 || !command || allowsTimeout(command)) continue;
      if (!command.section.whole) continue;
      const name = command.name?.text ?? '';
      yield {
        span: valuePlace(timeout.element),
        message: t(
          'Wazuh ignores the timeout, and the response is never undone: {0} The command must say timeout_allowed yes.',
          says('1305', name),
        ),
        related: [
          { span: command.section.element.nameSpan, message: t('The command that does not allow a timeout') },
        ],
        fixes: [
          {
            title: t('Allow the command {0} a timeout', name),
            edits: [allow(text, command)],
            preferred: true,
          },
          { title: t('Remove <timeout>'), edits: [remove(text, timeout.element)], preferred: false },
        ],
      };
    }
  },
};

function allow(text: string, { timeoutAllowed, executable, section }: Command): Edit {
  if (timeoutAllowed) return setText(timeoutAllowed.element, 'yes');
  return addBehind(text, executable?.element ?? section.element, '<timeout_allowed>yes</timeout_allowed>');
}
