import { t } from '@vscode/l10n';
import { rulesId } from '../../../wazuh/model';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { partPlace } from '../places';

/** From this id on the ruleset leaves room for the user's own rules. */
const firstCustomId = 100_000;

export const ruleUnknown: Check = {
  code: 'rule-unknown',
  severity: 'warning',
  wazuh: null,
  silent: 'Each rule looks for its id in the list; an id that no rule looks for stays unread.',
  title: 'Rule id that no rule has',
  explanation:
    'Wazuh does not look whether the ids of `<rules_id>` exist; one that no rule has never triggers the response. ' +
    'Known here are the 4,512 stock rules of 4.14 and the rule files of the workspace. An id from 100000 on is ' +
    'probably a rule of yours that is not at hand: then this is only an information ' +
    '(Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712,⟦57120⟧</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712,5720</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response } of boundResponses(configuration, context)) {
      const list = response.rulesId;
      if (!list) continue;
      for (const { id, start, end } of rulesId(list.text).rules) {
        if (context.rules.get(id)) continue;
        const custom = id >= firstCustomId;
        yield {
          span: partPlace(list, start, end),
          severity: custom ? 'information' : 'warning',
          message: custom
            ? t(
                'No rule file at hand has rule {0}. If Wazuh has none either, it never triggers this response.',
                id,
              )
            : t('There is no rule {0}: it never triggers this response.', id),
        };
      }
    }
  },
};
