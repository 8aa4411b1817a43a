import { t } from '@vscode/l10n';
import { canRespond, rulesId } from '../../../wazuh/model';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { partPlace } from '../places';

export const ruleNeverResponds: Check = {
  code: 'rule-never-responds',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh skips such rules before it looks for their responses.',
  title: 'Rule to which no response can be bound',
  explanation:
    'A rule of level 0 only groups others and never alerts; a rule with the option `no_ar` asks for no response. Wazuh ' +
    'binds nothing to either, and says nothing (Rule_AddAR, src/analysisd/rules.c). Name the rules that build on it.',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>⟦5700⟧</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5710</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response } of boundResponses(configuration, context)) {
      const list = response.rulesId;
      if (!list) continue;
      for (const { id, start, end } of rulesId(list.text).rules) {
        const rule = context.rules.get(id);
        if (!rule || canRespond(rule)) continue;
        yield {
          span: partPlace(list, start, end),
          message:
            rule.level === 0
              ? t('Rule {0} has level 0 and never triggers a response. Name the rules that build on it.', id)
              : t('Rule {0} has the option no_ar and never triggers a response.', id),
        };
      }
    }
  },
};
