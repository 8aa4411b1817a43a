import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { heard, isSilent, severityOf } from './heard';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { ownWords } from './wording';

export const missingElement: Check = {
  code: 'missing-element',
  severity: 'error',
  wazuh: null,
  title: 'Element that must be there',
  explanation:
    'A section that lacks what its daemon cannot do without is refused at start, or left out: `connection` of a ' +
    '`<remote>`, `name` of an `<integration>`, `server` of a `<syslog_output>` (the readers in src/config).',
  since: '4.0',
  example: {
    bad: '<⟦syslog_output⟧>\n  <level>9</level>\n</syslog_output>',
    good: '<syslog_output>\n  <server>192.0.2.1</server>\n  <level>9</level>\n</syslog_output>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'missing-element')) {
      const { reaction, reference, span } = remark;
      if (!reference || isSilent(remark)) continue;
      const reader = readerOf(remark, context.catalog);
      yield {
        span,
        severity: severityOf(remark),
        wazuh: reaction.messageId ?? null,
        message: outcome(
          remark,
          ownWords(remark) ?? '',
          t('{0} wants <{1}> in here.', reader, reference.name),
        ),
      };
    }
  },
};
