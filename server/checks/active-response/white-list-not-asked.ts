import { t } from '@vscode/l10n';
import { canRespond, trigger, whiteList } from '../../../wazuh/model';
import type { Check } from '../check';
import type { Context } from '../context';
import { boundResponses } from '../manager';
import { partPlace, valuePlace } from '../places';
import { neededField } from './needed-field';

export const whiteListNotAsked: Check = {
  code: 'white-list-not-asked',
  severity: 'warning',
  wazuh: null,
  silent: 'An alert without srcip is compared with no list; the script then finds its address elsewhere.',
  title: 'Response that the white list does not hold back',
  explanation:
    'analysisd compares `srcip` of the alert with the white list, and nothing else. Alerts of Windows events have no ' +
    '`srcip`: their address is in `data.win.eventdata`, where the stock scripts look for it first. So they block an ' +
    'address of the white list as any other. Protect it in a script of your own, or in the rule that fires. What is ' +
    'said here of a rule was measured, as for `alert-field-missing`; nothing is said where the list holds no more than ' +
    'the host itself (get_ip in src/analysisd/alerts/exec.c; get_srcip_from_json, ' +
    'src/active-response/active_responses.c).',
  since: '4.2',
  example: {
    bad: `<global>
  <white_list>10.20.0.0/16</white_list>
</global>
<active-response>
  <command>netsh</command>
  <location>local</location>
  <rules_id>⟦92652⟧</rules_id>
</active-response>`,
    good: `<global>
  <white_list>10.20.0.0/16</white_list>
</global>
<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    const [listed] = whiteList(configuration).filter(({ text }) => !isOwnHost(text));
    if (!listed) return;
    for (const { response, executable } of boundResponses(configuration, context)) {
      const list = response.rulesId;
      if (!list || neededField(executable) !== 'srcip') continue;
      for (const { id, start, end } of trigger(response).ids) {
        const field = fieldInstead(id, context);
        if (field === undefined) continue;
        yield {
          span: partPlace(list, start, end),
          message: t(
            'The white list does not count here: alerts of rule {0} have their address in {1}, and Wazuh compares srcip alone. {2} blocks white-listed addresses too.',
            id,
            field,
            executable ?? '',
          ),
          related: [
            { span: valuePlace(listed.element), message: t('White-listed, but not for this response') },
          ],
        };
      }
    }
  },
};

/** Where the stock scripts find an address in the alerts of a rule that were observed, if none of these had a srcip. */
function fieldInstead(id: number, { rules, catalog }: Context): string | undefined {
  const rule = rules.get(id);
  const facts = rule && canRespond(rule) ? catalog.ruleFields(id) : undefined;
  if (!facts || (facts.srcip.ok ?? 0) === 0) return undefined;
  const paths = [...facts.always, ...Object.keys(facts.sometimes)];
  if (paths.includes('data.srcip')) return undefined;
  return ['data.win.eventdata.ipAddress', 'data.win.eventdata.destinationIp'].find((path) =>
    paths.includes(path),
  );
}

/** What the installer puts on the list of every manager. */
function isOwnHost(entry: string): boolean {
  return /^127\.|^::1$|^\^?localhost/.test(entry);
}
