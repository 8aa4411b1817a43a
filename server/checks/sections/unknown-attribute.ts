import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { heard, isSilent, severityOf } from './heard';
import { meantAttribute } from './meant';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { ownWords } from './wording';

export const unknownAttribute: Check = {
  code: 'unknown-attribute',
  severity: 'error',
  wazuh: '1233',
  title: 'Unknown attribute',
  explanation:
    'Most sections pass over attributes that they do not know. A few look at every one: `<directories>` and ' +
    "`<agent_config>` write a line and go on, syscheck's `auto_ignore` and the `content` of open-scap and cis-cat " +
    'refuse (src/config/config.c and the readers beside it).',
  since: '4.0',
  example: {
    bad: '<wodle name="open-scap">\n  <content type="xccdf" path="a.xml" ⟦profile⟧="x"/>\n</wodle>',
    good: '<wodle name="open-scap">\n  <content type="xccdf" path="a.xml"/>\n</wodle>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'unknown-attribute')) {
      const meant = isSilent(remark) ? undefined : meantAttribute(remark, context, configuration.xml.text);
      if (!meant) continue;
      const reader = readerOf(remark, context.catalog);
      const line =
        ownWords(remark) ?? t('{0} does not know the attribute {1}.', reader, remark.attribute?.name ?? '');
      yield {
        span: remark.span,
        severity: severityOf(remark),
        wazuh: remark.reaction.messageId ?? null,
        message: outcome(remark, line, meant.sentence),
        fixes: meant.fixes,
      };
    }
  },
};
