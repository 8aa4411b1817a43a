import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { heard, isSilent, severityOf } from './heard';
import { outcome } from './outcome';
import { ownWords } from './wording';

/** Rules over several sections have checks of their own. */
const elsewhere: readonly string[] = [
  'secure',
  'no server',
  'link-local',
  'all',
  'alerts.log',
  'alerts.json',
  'no recipient',
];

export const optionsConflict: Check = {
  code: 'options-conflict',
  severity: 'error',
  wazuh: null,
  title: 'Elements that do not go together',
  explanation:
    'Some elements exclude each other, need each other, or only mean something beside a certain value: `day` and ' +
    '`wday`, `location` of a `<localfile>`, `profile` in a content that is not xccdf. The daemon says so when it has ' +
    'read the whole section (the readers in src/config, schedules in src/shared/schedule_scan.c).',
  since: '4.0',
  example: {
    bad: '<sca>\n  <day>15</day>\n  <wday>⟦monday⟧</wday>\n</sca>',
    good: '<sca>\n  <day>15</day>\n</sca>',
  },
  *run(configuration, context) {
    const reported = new Set<string>();
    for (const remark of heard(configuration, context, 'relation')) {
      const { messageId } = remark.reaction;
      const line = ownWords(remark) ?? '';
      const key = `${remark.span.start} ${line}`;
      if (isSilent(remark) || elsewhere.includes(remark.words) || reported.has(key)) continue;
      reported.add(key);
      yield {
        span: remark.span,
        severity: severityOf(remark),
        wazuh: messageId ?? null,
        message: outcome(remark, line, t('The rule: {0}.', remark.reaction.effect ?? remark.words)),
      };
    }
  },
};
