import { t } from '@vscode/l10n';
import type { Remark } from '../../../wazuh/daemons';
import type { Check } from '../check';
import { sentences } from '../says';
import { expected } from './expected';
import { heard, isSilent } from './heard';

export const valueMisread: Check = {
  code: 'value-misread',
  severity: 'warning',
  wazuh: null,
  silent:
    'The reader only looks for the words that it knows, or takes as much of a number as it can, and goes on with what ' +
    'it has.',
  title: 'Value that Wazuh takes for another',
  explanation:
    'Some readers do not check what they read: any word but the one that they look for counts as the other, a number ' +
    'ends at the first character that is no digit, and too small or too large a number is moved to the nearest that ' +
    'will do. Wazuh starts and says nothing, and works with a value that nobody wrote (the readers in src/config).',
  since: '4.0',
  example: {
    bad: '<global>\n  <memory_size>⟦100⟧</memory_size>\n</global>',
    good: '<global>\n  <memory_size>8192</memory_size>\n</global>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'bad-value')) {
      if (!isSilent(remark)) continue;
      yield { span: remark.span, message: sentences(made(remark), expected(remark.reference)) };
    }
  },
};

/** What Wazuh makes of the value. */
function made({ element, reaction, reference, words }: Remark): string {
  const { effect = t('it is passed over') } = reaction;
  const { text = '', name = '' } = element ?? {};
  if (words === 'misread') return t('Wazuh says nothing, and reads {0} here.', effect);
  if (reference?.type === 'group') return t('Wazuh says nothing to an empty <{0}>: {1}.', name, effect);
  return t("Wazuh says nothing to '{0}' for {1}: {2}.", text, name, effect);
}
