import { t } from '@vscode/l10n';
import type { ElementReference } from '../../../wazuh/catalog';
import { atoi } from '../../../wazuh/model';
import { inWords, secondsOf } from '../duration';

/** A length of time in words, as Wazuh reads the text: `600` seconds are 10 minutes, `10m` in their place 10 seconds. */
export function lengthOfTime(option: ElementReference, text: string): string | undefined {
  const { type, unit } = option;
  if (type === 'duration') {
    const seconds = secondsOf(text);
    return seconds === undefined ? undefined : equation(text.trim(), seconds);
  }
  if (type === 'integer-list' && unit === 'minutes') return timetable(text);
  if (!type.startsWith('integer') || (unit !== 'seconds' && unit !== 'minutes')) return undefined;
  const count = atoi(text);
  const seconds = unit === 'minutes' ? count * 60 : count;
  if (seconds < 0) return t('Wazuh reads {0}: it lies in the past, so the undoing comes at once.', count);
  const bare = unit === 'minutes' ? t('{0} minutes', count) : t('{0} seconds', count);
  return /^\d+$/.test(text) ? equation(bare, seconds) : t('Wazuh reads {0} and leaves out the rest.', bare);
}

function equation(written: string, seconds: number): string | undefined {
  const words = inWords(seconds);
  return written === words ? undefined : `**${written} = ${words}**`;
}

/** Five items count, and a 0 ends the list (ReadConfig of os_execd/config.c, 4.14.7). */
const mostOffences = 5;

/** The minutes of `<repeated_offenders>`, offence by offence. */
function timetable(text: string): string {
  const minutes = text.split(',').slice(0, mostOffences).map(atoi);
  const end = minutes.findIndex((count) => count <= 0);
  const counted = end === -1 ? minutes : minutes.slice(0, end);
  if (counted.length === 0)
    return t('Wazuh reads no time here: repeated offenders are treated like first ones.');
  return counted
    .map((count, index) => {
      const words = inWords(count * 60);
      return index === counted.length - 1
        ? t('- offence {0} and later: {1}', index + 2, words)
        : t('- offence {0}: {1}', index + 2, words);
    })
    .join('\n');
}
