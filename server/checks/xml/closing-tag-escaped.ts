import { t } from '@vscode/l10n';
import { elementOf, faultCheck, preferred } from './fault-check';

export const closingTagEscaped = faultCheck('closing-tag-escaped', {
  title: 'Backslash before a closing tag',
  explanation:
    'A backslash before `<` makes it plain text. A value that ends with a backslash, as a Windows folder often does, ' +
    'therefore swallows its own closing tag, and no daemon starts. Two backslashes at the end are fine, and Wazuh keeps ' +
    'both; Windows does not mind (_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<localfile>
  <log_format>syslog</log_format>
  <location>C:\\logs⟦\\⟧</location>
</localfile>`,
    good: `<localfile>
  <log_format>syslog</log_format>
  <location>C:\\logs\\\\</location>
</localfile>`,
  },
  advice: (fault, xml) =>
    t(
      'The backslash makes </{0}> a part of the value. Write two of them, or none.',
      elementOf(fault, xml)?.name ?? '',
    ),
  fixes: ({ span }) => [preferred(t('Double the backslash'), { span, newText: '\\\\' })],
});
