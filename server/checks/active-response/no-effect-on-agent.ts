import { t } from '@vscode/l10n';
import type { ActiveResponse } from '../../../wazuh/model';
import type { Check } from '../check';
import { remove } from '../edits';
import { isSwitch } from './switches';

export const noEffectOnAgent: Check = {
  code: 'no-effect-on-agent',
  severity: 'warning',
  wazuh: null,
  silent: 'The agent’s daemons pick out the elements that they know and pass over the rest.',
  title: 'Manager’s settings in an agent’s file',
  explanation:
    'Commands and responses are defined on the manager, which tells the agents. An agent’s `ossec.conf` is read for ' +
    '`<disabled>`, `<repeated_offenders>`, `<ca_store>` and `<ca_verification>` alone: a `<command>` section and all ' +
    'other children of `<active-response>` do nothing, and nothing is said (ExecdConfig, src/os_execd/config.c).',
  since: '4.2',
  example: {
    bad: `<ossec_config>
  <client>
    <server>
      <address>10.0.0.1</address>
    </server>
  </client>
  <active-response>
    <disabled>no</disabled>
    <⟦command⟧>firewall-drop</command>
  </active-response>
</ossec_config>`,
    good: `<ossec_config>
  <client>
    <server>
      <address>10.0.0.1</address>
    </server>
  </client>
  <active-response>
    <disabled>no</disabled>
  </active-response>
</ossec_config>`,
  },
  *run({ role, commands, responses, xml }) {
    if (role !== 'agent') return;
    const isRead = ({ section }: ActiveResponse) => section.children.some(isSwitch);
    const idle = responses.filter((response) => !isRead(response));
    for (const { section } of [...commands, ...idle]) {
      yield {
        span: section.element.nameSpan,
        message: t(
          'This does nothing on an agent: commands and responses belong into the manager’s ossec.conf.',
        ),
        fixes: [
          { title: t('Remove this block'), edits: [remove(xml.text, section.element)], preferred: true },
        ],
        tag: 'unnecessary',
      };
    }
    for (const { section } of responses.filter(isRead)) {
      for (const child of section.children) {
        if (isSwitch(child)) continue;
        yield {
          span: child.nameSpan,
          message: t('An agent does not read this: it belongs into the manager’s ossec.conf.'),
          fixes: [
            { title: t('Remove <{0}>', child.name), edits: [remove(xml.text, child)], preferred: true },
          ],
          tag: 'unnecessary',
        };
      }
    }
  },
};
