import { t } from '@vscode/l10n';
import { faultCheck, possible } from './fault-check';

export const lessThanInText = faultCheck('less-than-in-text', {
  title: 'Less-than sign in a text',
  explanation:
    'A `<` in a text begins a tag, also before a blank, and no daemon starts. With a backslash before it the sign is ' +
    'text; the backslash stays in the value, where a regular expression of Wazuh’s takes the two for one sign. ' +
    '`&lt;` is no way out: it stays as it is (_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<localfile>
  <log_format>command</log_format>
  <command>test 1 ⟦<⟧ 2</command>
</localfile>`,
    good: `<localfile>
  <log_format>command</log_format>
  <command>test 1 \\< 2</command>
</localfile>`,
  },
  advice: () => t('It begins a tag. Put a backslash before it, which stays in the value, or do without.'),
  fixes: ({ span }) => [possible(t('Put a backslash before it'), { span, newText: '\\<' })],
});
