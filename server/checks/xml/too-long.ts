import { t } from '@vscode/l10n';
import { limits } from '../../../wazuh/os-xml';
import { faultCheck } from './fault-check';

export const tooLong = faultCheck('too-long', {
  title: 'Text, name or attribute that is too long',
  explanation:
    `A text, a name or an attribute’s value must be shorter than ${limits.length} bytes, or no daemon starts. ` +
    'Blanks between two children count as text; comments do not. Letters outside ASCII take two bytes or more ' +
    '(_ReadElem, src/os_xml/os_xml.c).',
  example: {
    bad: `<labels>
  ⟦<label key="long">⟧${'x'.repeat(limits.length)}</label>
</labels>`,
    good: `<labels>
  <label key="long">${'x'.repeat(100)}</label>
</labels>`,
  },
  advice: () => t('It must be shorter than {0} bytes.', String(limits.length)),
});
