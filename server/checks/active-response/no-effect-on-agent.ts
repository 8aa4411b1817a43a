import { t } from '@vscode/l10n';
import type { Element } from '../../../wazuh/os-xml';
import { features } from '../../../wazuh/versions';
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
  <⟦active-response⟧>
    <disabled>no</disabled>
    <command>firewall-drop</command>
    <location>local</location>
    <rules_id>5712</rules_id>
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
  *run({ role, commands, responses, xml }, { version }) {
    if (role !== 'agent') return;
    // From 5.0 on, a <command> is refused.
    const known = features(version).commandsInConfiguration ? commands : [];
    for (const { section } of [...known, ...responses]) {
      const idle = section.children.filter((child) => section.name === 'command' || !isSwitch(child));
      if (idle.length === 0) continue;
      const whole = idle.length === section.children.length;
      yield {
        span: section.element.nameSpan,
        message: whole
          ? t('This does nothing on an agent: commands and responses belong into the manager’s ossec.conf.')
          : t(
              'An agent reads no more of this block than {0}. What else it holds belongs into the manager’s ossec.conf: {1}.',
              names(section.children.filter(isSwitch)),
              names(idle),
            ),
        fixes: [
          {
            title: whole ? t('Remove this block') : t('Remove what an agent does not read'),
            edits: (whole ? [section.element] : idle).map((one) => remove(xml.text, one)),
            preferred: true,
          },
        ],
        ...(whole && { tag: 'unnecessary' }),
      };
    }
  },
};

/** The names of some elements, each once. */
function names(elements: readonly Element[]): string {
  return [...new Set(elements.map(({ name }) => name))].join(', ');
}
