import { t } from '@vscode/l10n';
import { type ActiveResponse, type Configuration, fate, runsAt } from '../../../wazuh/model';
import { features } from '../../../wazuh/versions';
import type { Check } from '../check';

export const goneInWazuh5: Check = {
  code: 'gone-in-wazuh-5',
  severity: 'warning',
  wazuh: null,
  title: 'Commands and responses that Wazuh 5 no longer reads',
  explanation:
    'From 5.0 on, a manager does not know `<command>` and refuses it, and passes over `<active-response>` without ' +
    'reading it. A response is made in the dashboard instead: a channel with a name, an executable, extra arguments, ' +
    'stateless or stateful with a timeout, and a location (`local`, `defined-agent` or `all`; `server` is gone), ' +
    'and an alerting monitor that triggers it in place of rule ids, groups and levels. Agents keep `ossec.conf` with ' +
    '`disabled` and `repeated_offenders` (src/config/config.c, tag v5.0.0-beta4).',
  since: '5.0',
  example: {
    bad: `<wazuh_config>
  <⟦command⟧>
    <name>block-ip</name>
    <executable>block-ip.py</executable>
  </command>
  <⟦active-response⟧>
    <command>block-ip</command>
    <location>local</location>
    <rules_id>5712</rules_id>
  </active-response>
</wazuh_config>`,
    good: `<wazuh_config>
  <remote>
    <connection>secure</connection>
  </remote>
</wazuh_config>`,
    given: { version: '5.0' },
  },
  *run(configuration, { version }) {
    if (features(version).commandsInConfiguration || configuration.role !== 'manager') return;
    for (const { section } of configuration.commands) {
      yield {
        span: section.element.nameSpan,
        severity: 'error',
        message: t(
          'Wazuh 5 does not know <command> and will not start. Make the response in the dashboard, and remove this.',
        ),
      };
    }
    for (const response of configuration.responses) {
      yield {
        span: response.section.element.nameSpan,
        message: t('Wazuh 5 does not read this. {0}', replacement(configuration, response)),
        tag: 'unnecessary',
      };
    }
  },
};

/** What to fill in in the dashboard for this response. */
function replacement(configuration: Configuration, response: ActiveResponse): string {
  const outcome = fate(configuration, response);
  if (outcome.kind !== 'bound') return t('Remove it.');
  const { command, targets, timeout } = outcome;
  const location = runsAt(targets);
  const executable = command?.executable?.text ?? response.command?.text ?? '';
  const type = timeout > 0 ? t('stateful, {0} seconds', timeout) : t('stateless');
  return location === 'server'
    ? t(
        'Responses no longer run on the manager: make one in the dashboard for an agent, with executable {0}, {1}.',
        executable,
        type,
      )
    : t(
        'Make it in the dashboard: executable {0}, {1}, location {2}.',
        executable,
        type,
        location ?? 'local',
      );
}
