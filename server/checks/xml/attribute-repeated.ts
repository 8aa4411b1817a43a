import { t } from '@vscode/l10n';
import { span } from '../../../wazuh/span';
import { faultCheck, possible } from './fault-check';

export const attributeRepeated = faultCheck('attribute-repeated', {
  title: 'Attribute given twice',
  explanation:
    'An element must not have two attributes of one name, or no daemon starts. Names that differ in case are different ' +
    'names (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<syscheck>
  <directories realtime="yes" ⟦realtime="no"⟧>/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories realtime="yes">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Remove one of the two.'),
  fixes({ span: { start, end } }, { text }) {
    const blanks = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    const written = text.slice(start, end);
    return [possible(t('Remove {0}', written), { span: span(start - blanks, end), newText: '' })];
  },
});
