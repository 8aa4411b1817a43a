import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { heard, isSilent } from './heard';

export const remoteCommand: Check = {
  code: 'remote-command',
  severity: 'warning',
  wazuh: null,
  silent:
    'It is for each agent to decide, by its own internal options, which verify-agent-conf on the manager cannot see.',
  title: 'Command that agents do not take from the manager',
  explanation:
    'An agent passes over commands in agent.conf, of `<localfile>` and of the wodle command, unless its own ' +
    '`local_internal_options.conf` lets it take them: else whoever owns the manager could run anything anywhere ' +
    '(src/config/localfile-config.c, src/wazuh_modules/wm_command.c).',
  since: '4.0',
  example: {
    bad: '<agent_config>\n  <localfile>\n    <log_format>command</log_format>\n    <⟦command⟧>df -P</command>\n  </localfile>\n</agent_config>',
    good: '<agent_config>\n  <localfile>\n    <log_format>syslog</log_format>\n    <location>/var/log/messages</location>\n  </localfile>\n</agent_config>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'use')) {
      if (!isSilent(remark)) continue;
      yield {
        span: remark.span,
        message: t(
          'Agents run this only where their local_internal_options.conf says {0}.',
          remark.reaction.effect ?? '',
        ),
      };
    }
  },
};
