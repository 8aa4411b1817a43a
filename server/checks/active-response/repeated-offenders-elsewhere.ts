import { t } from '@vscode/l10n';
import { runsAt } from '../../../wazuh/model';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';
import { offenderLists } from './offender-lists';

export const repeatedOffendersElsewhere: Check = {
  code: 'repeated-offenders-elsewhere',
  severity: 'warning',
  wazuh: null,
  silent: 'Every execd reads its own file, and the manager does not know what an agent lacks.',
  title: 'repeated_offenders where nothing runs',
  explanation:
    'The execd that runs a response counts the offences, by the list in its own `ossec.conf`. If the responses run on ' +
    'agents, the list belongs into the agents’ `ossec.conf` (not into `agent.conf`, which execd does not read); on the ' +
    'manager it counts for location `server`, and for `local` with events of the manager itself ' +
    '(ExecdConfig, src/os_execd/config.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>⟦10,30,60⟧</repeated_offenders>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>10,30,60</repeated_offenders>
</active-response>`,
  },
  *run(configuration, context) {
    const [list] = offenderLists(configuration, context);
    const bound = boundResponses(configuration, context);
    if (!list || bound.length === 0 || bound.some(({ targets }) => runsAt(targets) === 'server')) return;
    yield {
      span: valuePlace(list.element),
      message: t(
        'The responses of this file run on agents, and an agent reads the list in its own ossec.conf. Put it there.',
      ),
    };
  },
};
