import { t } from '@vscode/l10n';
import { canRespond, trigger } from '../../../wazuh/model';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';

export const levelAndGroup: Check = {
  code: 'level-and-group',
  severity: 'warning',
  wazuh: null,
  silent: 'Both elements are right by themselves, and Wazuh takes what they mean together for your wish.',
  title: 'level and rules_group together',
  explanation:
    'The documentation calls `<level>` and `<rules_group>` alternatives. They are not: given together, a rule must ' +
    'have the level and be in the group. Only `<rules_id>` is an alternative. For one or the other, write two ' +
    'responses (Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <level>10</level>
  <rules_group>⟦authentication_failures,⟧</rules_group>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_group>authentication_failures,</rules_group>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response } of boundResponses(configuration, context)) {
      const { level, rulesGroup } = response;
      const wanted = trigger(response);
      if (!level || !rulesGroup || wanted.level === 0) continue;
      const both = context.rules
        .inGroup(rulesGroup.text)
        .some((rule) => canRespond(rule) && rule.level >= wanted.level);
      yield {
        span: valuePlace(rulesGroup.element),
        message: both
          ? t(
              'Both must match: only rules of this group with level {0} or above trigger the response. If you mean either, write two responses.',
              wanted.level,
            )
          : t(
              'Both must match, and no rule known here is of this group and has level {0} or above: this never triggers the response.',
              wanted.level,
            ),
        related: [{ span: valuePlace(level.element), message: t('The level that a rule must have as well') }],
      };
    }
  },
};
