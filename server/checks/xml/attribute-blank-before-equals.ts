import { t } from '@vscode/l10n';
import { slice } from '../../../wazuh/span';
import { faultCheck, preferred } from './fault-check';

export const attributeBlankBeforeEquals = faultCheck('attribute-blank-before-equals', {
  title: 'Blank before the equals sign of an attribute',
  explanation:
    'An attribute’s name ends at a blank, and then its `=` must already have been there. Behind the `=` blanks are ' +
    'fine. Good XML, but no daemon starts (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<syscheck>
  <directories ⟦realtime ="yes"⟧>/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories realtime="yes">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Take out the blank before the equals sign.'),
  fixes({ span }, { text }) {
    const newText = slice(text, span).replace(/\s+=\s*/, '=');
    return [preferred(t('Remove the blank'), { span, newText })];
  },
});
