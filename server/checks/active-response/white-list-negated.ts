import { t } from '@vscode/l10n';
import { whiteList, whiteListed } from '../../../wazuh/model';
import type { Check } from '../check';
import { setText } from '../edits';
import { readsResponses } from '../manager';
import { valuePlace } from '../places';

export const whiteListNegated: Check = {
  code: 'white-list-negated',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh takes the exclamation mark in, drops it while it reads the address, and never misses it.',
  title: 'Exception in the white list that is none',
  explanation:
    'Wazuh takes `!` before an address of the white list and forgets it: `!10.0.0.5` puts 10.0.0.5 on the list instead ' +
    'of keeping it off. The list knows no exceptions; write the networks around the address ' +
    '(OS_IsValidIP and OS_IPFoundList, src/shared/validate_op.c).',
  since: '4.2',
  example: {
    bad: `<global>
  <white_list>⟦!10.0.0.5⟧</white_list>
</global>`,
    good: `<global>
  <white_list>10.0.0.0/30</white_list>
</global>`,
  },
  *run(configuration, context) {
    if (!readsResponses(configuration, context)) return;
    for (const { element, text } of whiteList(configuration)) {
      const { kind, negated } = whiteListed(text);
      if (kind !== 'network' || !negated) continue;
      const address = text.slice(1);
      yield {
        span: valuePlace(element),
        message: t(
          'Wazuh ignores the exclamation mark: {0} is on the white list, and no response is sent for it.',
          address,
        ),
        fixes: [{ title: t('Write {0}', address), edits: [setText(element, address)], preferred: false }],
      };
    }
  },
};
