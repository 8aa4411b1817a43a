import { t } from '@vscode/l10n';
import { askedTimeout } from '../../../wazuh/model';
import type { Check, Fix } from '../check';
import { setText } from '../edits';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';

export const timeoutNumber: Check = {
  code: 'timeout-number',
  severity: 'warning',
  wazuh: null,
  silent:
    'The text is turned into a number by a function that stops at the first other character and ' +
    'reports nothing.',
  title: 'Timeout that is no number of seconds',
  explanation:
    'Wazuh reads the digits at the beginning of `<timeout>` as seconds and ignores what follows: `10m` is 10 seconds, ' +
    '`1e3` is 1, `abc` is 0, which means never undone. A negative timeout is undone at once; one beyond 2147483647 ' +
    'comes out as another number (`atoi` in ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <timeout>⟦10m⟧</timeout>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
</active-response>`,
  },
  *run(configuration, context) {
    for (const response of managerResponses(configuration, context)) {
      const { timeout, disabled } = response;
      if (!timeout || disabled) continue;
      const text = timeout.text.trim();
      const seconds = askedTimeout(response);
      if (/^\+?\d+$/.test(text) && Number(text) === seconds) continue;
      yield {
        span: valuePlace(timeout.element),
        message: reading(text, seconds),
        fixes: inSeconds(text).map(
          (value): Fix => ({
            title: t('Write {0} (seconds)', value),
            edits: [setText(timeout.element, value)],
            preferred: true,
          }),
        ),
      };
    }
  },
};

function reading(text: string, seconds: number): string {
  if (seconds < 0) return t('Wazuh reads {0} seconds: the response is undone at once.', seconds);
  if (seconds === 0 && text === '')
    return t('Wazuh reads an empty timeout as 0: the response is never undone.');
  if (seconds === 0)
    return t('Wazuh reads this as 0: the response is never undone. Write a number of seconds.');
  return t('Wazuh reads this as {0} seconds. Write a number of seconds, without a unit.', seconds);
}

const unit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** The seconds that a text with a unit means: one value, or none. */
function inSeconds(text: string): readonly string[] {
  const [, number, letter = ''] = /^(\d{1,6})\s*([smhdw])[a-z]*\.?$/i.exec(text) ?? [];
  const factor = unit[letter.toLowerCase()];
  return number && factor ? [String(Number(number) * factor)] : [];
}
