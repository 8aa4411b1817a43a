import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import { faultCheck, preferred } from './fault-check';

export const attributeNotClosed = faultCheck('attribute-not-closed', {
  title: 'Attribute value without its closing quote',
  explanation:
    'The value goes on up to a quote like the one that opened it, over line breaks too, and must not hold a `>`. This ' +
    'one has no closing quote, and no daemon starts (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<syscheck>
  <directories realtime="⟦yes⟧>/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories realtime="yes">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Add the closing quote.'),
  fixes({ span: { start, end } }, { text }) {
    const quote = text[start - 1] ?? '"';
    return [preferred(t('Add the closing quote'), { span: span(end, end), newText: quote })];
  },
});
