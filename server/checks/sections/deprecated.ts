import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { sentences } from '../says';
import { heard, isSilent } from './heard';
import { ownWords } from './wording';

export const deprecated: Check = {
  code: 'deprecated',
  severity: 'information',
  wazuh: null,
  title: 'Deprecated element or section',
  explanation:
    'Wazuh still does what is written here, but warns at each start that something else took its place: `<server-ip>` ' +
    'of an agent, `<force_insert>` of `<auth>`, the keys of aws-s3 and azure-logs (the readers in src/config).',
  since: '4.0',
  example: {
    bad: '<auth>\n  <⟦force_insert⟧>yes</force_insert>\n</auth>',
    good: '<auth>\n  <force>\n    <enabled>yes</enabled>\n  </force>\n</auth>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'use')) {
      if (remark.reaction.scope !== undefined || isSilent(remark)) continue;
      const advice =
        remark.words === '' ? t('It still works.') : t('It still works. Instead: {0}.', remark.words);
      yield {
        span: remark.span,
        wazuh: remark.reaction.messageId ?? null,
        message: sentences(ownWords(remark) ?? '', advice),
        tag: 'deprecated',
      };
    }
  },
};
