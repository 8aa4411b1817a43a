import { t } from '@vscode/l10n';
import { features } from '../../../wazuh/versions';
import type { Check } from '../check';
import { remove } from '../edits';

export const noEffectInAgentConf: Check = {
  code: 'no-effect-in-agent-conf',
  severity: 'warning',
  wazuh: null,
  silent:
    'verify-agent-conf reads these sections to let them pass, and no daemon of the agent asks for ' + 'them.',
  title: 'Commands and responses in agent.conf',
  explanation:
    'The shared `agent.conf` may hold `<command>` and `<active-response>`, but no daemon reads them there: responses ' +
    'are defined in the manager’s `ossec.conf`, and an agent’s switches (`<disabled>`, `<repeated_offenders>`) in its own ' +
    '(ReadConfig, src/config/config.c; ExecdConfig, src/os_execd/config.c).',
  since: '4.2',
  example: {
    bad: `<agent_config>
  <⟦active-response⟧>
    <repeated_offenders>30,60</repeated_offenders>
  </active-response>
</agent_config>`,
    good: `<agent_config>
  <localfile>
    <log_format>syslog</log_format>
    <location>/var/log/auth.log</location>
  </localfile>
</agent_config>`,
  },
  *run({ role, commands, responses, xml }, { version }) {
    if (role !== 'agent.conf') return;
    // From 5.0 on, a <command> is refused.
    const known = features(version).commandsInConfiguration ? commands : [];
    for (const { section } of [...known, ...responses]) {
      yield {
        span: section.element.nameSpan,
        message:
          section.name === 'command'
            ? t('agent.conf cannot define commands. Move this into the manager’s ossec.conf.')
            : t(
                'Nothing reads this in agent.conf. Responses belong into the manager’s ossec.conf, disabled and repeated_offenders into the agent’s.',
              ),
        fixes: [
          { title: t('Remove this block'), edits: [remove(xml.text, section.element)], preferred: false },
        ],
        tag: 'unnecessary',
      };
    }
  },
};
