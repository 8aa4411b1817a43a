import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import { faultCheck, preferred } from './fault-check';

export const attributeClosing = faultCheck('attribute-closing', {
  title: 'No blank behind an attribute',
  explanation:
    'Behind the closing quote of a value only a blank, `>` or `/` may follow. Otherwise no daemon starts ' +
    '(_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<syscheck>
  <directories realtime=⟦"yes"⟧report_changes="yes">/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories realtime="yes" report_changes="yes">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Put a blank behind the quote, or take out what follows it.'),
  fixes: ({ span: { end } }) => [preferred(t('Add a blank'), { span: span(end, end), newText: ' ' })],
});
