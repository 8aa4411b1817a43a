import { t } from '@vscode/l10n';
import { faultCheck } from './fault-check';

export const attributeGreaterThan = faultCheck('attribute-greater-than', {
  title: 'Greater-than sign in an attribute value',
  explanation:
    'A `>` ends the tag, inside quotes too, and no daemon starts. There is no way to write one in an attribute: `&gt;` ' +
    'stays as it is (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<syscheck>
  <directories tags="⟦a>b⟧">/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories tags="a,b">/etc</directories>
</syscheck>`,
  },
  advice: () => t('The sign > ends the tag, and nothing can escape it in an attribute. Do without it.'),
});
