import { t } from '@vscode/l10n';
import { limits } from '../../../wazuh/os-xml';
import { faultCheck } from './fault-check';

const attributes = (count: number) =>
  Array.from({ length: count }, (_, index) => `a${index + 1}="1"`).join(' ');

export const tooManyAttributes = faultCheck('too-many-attributes', {
  title: 'Too many attributes',
  explanation:
    `An element may have ${limits.attributes} attributes, and if it has as many, no blank may follow the last. ` +
    'With more no daemon starts (_getattributes, src/os_xml/os_xml.c).',
  example: {
    bad: `<sca ${attributes(limits.attributes)} ⟦a50="1"⟧></sca>`,
    good: `<sca ${attributes(limits.attributes)}></sca>`,
  },
  advice: () => t('An element may have {0} attributes at most.', String(limits.attributes)),
});
