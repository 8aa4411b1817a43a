import { t } from '@vscode/l10n';
import { slice } from '../../../wazuh/span';
import { faultCheck, preferred } from './fault-check';

export const attributeNotQuoted = faultCheck('attribute-not-quoted', {
  title: 'Attribute value without quotes',
  explanation:
    'A value must stand in double or single quotes. Without them no daemon starts (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<syscheck>
  <directories ⟦realtime=yes⟧>/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories realtime="yes">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Put the value in quotes.'),
  fixes({ span }, { text }) {
    const newText = slice(text, span).replace(/\s*=\s*(.*)$/s, (_, value: string) => `="${value}"`);
    return [preferred(t('Change to {0}', newText), { span, newText })];
  },
});
