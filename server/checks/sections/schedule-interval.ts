import { t } from '@vscode/l10n';
import type { Remark } from '../../../wazuh/daemons';
import type { Check, Fix } from '../check';
import { addBefore, setText } from '../edits';
import { sentences } from '../says';
import { heard } from './heard';
import { ownWords } from './wording';

export const scheduleInterval: Check = {
  code: 'schedule-interval',
  severity: 'warning',
  wazuh: null,
  title: 'Interval that does not fit the day',
  explanation:
    'A module that runs on a day of the month needs an interval in months, on a weekday one in weeks, at a time of day ' +
    'one in days. Else modulesd warns at each start and takes 1M, 1w or 1d, also where no interval is written and the ' +
    "module's own does not fit (src/shared/schedule_scan.c).",
  since: '4.0',
  example: {
    bad: '<sca>\n  <interval>⟦12h⟧</interval>\n  <wday>monday</wday>\n</sca>',
    good: '<sca>\n  <interval>1w</interval>\n  <wday>monday</wday>\n</sca>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'schedule')) {
      const { element, words, span } = remark;
      const isWritten = element?.name === 'interval';
      const advice =
        words === '' ? t('Write a <day>.') : t('Write <interval>{0}</interval> to have it so.', words);
      yield {
        span,
        severity: isWritten && words !== '' ? 'warning' : 'information',
        message: sentences(ownWords(remark) ?? '', advice),
        fixes: fixes(remark, configuration.xml.text),
      };
    }
  },
};

function fixes({ element, words }: Remark, text: string): readonly Fix[] {
  if (!element || words === '') return [];
  const interval = `<interval>${words}</interval>`;
  return [
    {
      title: t('Write {0}', interval),
      edits: [element.name === 'interval' ? setText(element, words) : addBefore(text, element, interval)],
      preferred: true,
    },
  ];
}
