import { t } from '@vscode/l10n';
import type { Element } from '../../wazuh/os-xml';
import type { Fix } from './check';
import { setText } from './edits';

/** Ways to write a value that must be exactly `yes` or `no`: the one that the text means, or both where it tells nothing. */
export function yesNoFixes(element: Element): readonly Fix[] {
  const word = element.text.trim().toLowerCase();
  const meant = yes.includes(word) ? 'yes' : no.includes(word) ? 'no' : undefined;
  return (meant ? [meant] : ['yes', 'no']).map((value) => ({
    title: t('Write {0}', value),
    edits: [setText(element, value)],
    preferred: value === meant,
  }));
}

const yes: readonly string[] = ['yes', 'y', 'true', 'on', '1', 'enabled'];
const no: readonly string[] = ['no', 'n', 'false', 'off', '0', 'disabled'];
