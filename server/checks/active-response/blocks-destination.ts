import { t } from '@vscode/l10n';
import { canRespond, trigger } from '../../../wazuh/model';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { partPlace } from '../places';
import { neededField } from './needed-field';

export const blocksDestination: Check = {
  code: 'blocks-destination',
  severity: 'warning',
  wazuh: null,
  silent: 'The script finds an address and blocks it: to Wazuh all went well.',
  title: 'Response that blocks the destination',
  explanation:
    'The stock scripts take the address of a Windows event from `data.win.eventdata.ipAddress`, and without that from ' +
    '`destinationIp`. The Sysmon network rules have `sourceIp` and `destinationIp` alone: `firewall-drop` and its like ' +
    'then block the machine that was reached, not the one that reached out ' +
    '(get_srcip_from_json, src/active-response/active_responses.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>netsh</command>
  <location>local</location>
  <rules_id>⟦92102⟧</rules_id>
</active-response>`,
    good: `<active-response>
  <command>netsh</command>
  <location>local</location>
  <rules_id>60204</rules_id>
</active-response>`,
  },
  *run(configuration, { rules, catalog, ...rest }) {
    for (const { response, executable } of boundResponses(configuration, { rules, catalog, ...rest })) {
      const list = response.rulesId;
      if (!list || neededField(executable) !== 'srcip') continue;
      for (const { id, start, end } of trigger(response).ids) {
        const rule = rules.get(id);
        const always = catalog.ruleFields(id)?.always ?? [];
        if (!rule || !canRespond(rule) || !always.includes('data.win.eventdata.destinationIp')) continue;
        if (always.includes('data.win.eventdata.ipAddress')) continue;
        yield {
          span: partPlace(list, start, end),
          message: t(
            'Alerts of rule {0} have no ipAddress, so the script takes destinationIp: it blocks the machine that was reached, not the source.',
            id,
          ),
        };
      }
    }
  },
};
