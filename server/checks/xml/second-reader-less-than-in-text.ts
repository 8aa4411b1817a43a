import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import { clusterdCheck } from './clusterd-check';
import { possible } from './fault-check';

export const secondReaderLessThanInText = clusterdCheck('less-than-in-text', {
  portable: true,
  title: 'Escaped less-than sign before a letter',
  explanation:
    'To Wazuh’s daemons `\\<` is text. wazuh-clusterd still takes the sign for the beginning of a tag if a letter, a digit ' +
    'or an underscore follows at once and a `>` stands further on in the line: then the manager does not start. With a ' +
    'blank behind the sign both agree (load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `<localfile>
  <log_format>command</log_format>
  <command>test 1 \\⟦<⟧x</command>
</localfile>`,
    good: `<localfile>
  <log_format>command</log_format>
  <command>test 1 \\< x</command>
</localfile>`,
  },
  advice: () => t('Put a blank behind the sign <, or do without it.'),
  fixes: ({ span: { end } }) => [
    possible(t('Put a blank behind it'), { span: span(end, end), newText: ' ' }),
  ],
});
