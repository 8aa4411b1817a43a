import { t } from '@vscode/l10n';
import { isEmpty, trigger } from '../../../wazuh/model';
import type { Check } from '../check';
import { boundResponses } from '../manager';

export const noTrigger: Check = {
  code: 'no-trigger',
  severity: 'warning',
  wazuh: null,
  silent:
    'Each rule looks for the responses that want it, and nobody asks afterwards whether every ' +
    'response was wanted.',
  title: 'Response without a trigger',
  explanation:
    'A response is bound to rules by `<rules_id>`, `<rules_group>` or `<level>`. Without any of them, or with level 0 ' +
    'alone, Wazuh accepts it and it never fires (Rule_AddAR, src/analysisd/rules.c).',
  since: '4.2',
  example: {
    bad: `<⟦active-response⟧>
  <command>firewall-drop</command>
  <location>local</location>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response } of boundResponses(configuration, context)) {
      // A list of ids that cannot be read has a check of its own.
      if (!isEmpty(trigger(response)) || response.rulesId?.text.trim()) continue;
      yield {
        span: response.section.element.nameSpan,
        message: t('This response never fires. Bind it to rules with <rules_id>, <rules_group> or <level>.'),
      };
    }
  },
};
