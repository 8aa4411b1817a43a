import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { remove } from '../edits';
import { sentences } from '../says';
import { heard, isSilent } from './heard';
import { ownWords } from './wording';

export const noLongerUsed: Check = {
  code: 'no-longer-used',
  severity: 'warning',
  wazuh: null,
  title: 'Element or section that Wazuh no longer uses',
  explanation:
    'Wazuh knows the name, warns at each start, and passes over what is written: `<database_output>` since 4.14.7, ' +
    '`<local_ip>` of an agent, `<interval>` of a cluster, `<hotfixes>` anywhere but on Windows ' +
    '(src/config/config.c and the readers beside it).',
  since: '4.0',
  example: {
    bad: '<⟦database_output⟧>\n  <hostname>192.0.2.1</hostname>\n</database_output>',
    good: '<global>\n  <logall>no</logall>\n</global>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'use')) {
      const { element, reaction, span, words } = remark;
      if (reaction.scope === undefined || !element || isSilent(remark)) continue;
      const advice = words === '' ? (reaction.effect ?? t('Take it out')) : t('Instead: {0}', words);
      yield {
        span,
        wazuh: reaction.messageId ?? null,
        message: sentences(t('It has no effect: {0}', ownWords(remark) ?? ''), advice),
        fixes: [
          {
            title: t('Remove <{0}>', element.name),
            edits: [remove(configuration.xml.text, element)],
            preferred: words === '',
          },
        ],
        tag: 'unnecessary',
      };
    }
  },
};
