import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

export const secondReaderLessThanInAttribute = clusterdCheck('less-than-in-attribute', {
  portable: true,
  title: 'Less-than sign in an attribute value',
  explanation:
    'Wazuh’s daemons allow a `<` in an attribute. wazuh-clusterd, which reads a manager’s file as XML, refuses it where ' +
    'a letter follows, and the manager does not start. Neither `&lt;` nor `\\<` means the same to the daemons ' +
    '(load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `<syscheck>
  <directories tags="a⟦<⟧b">/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories tags="a,b">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Do without the sign < in attributes.'),
});
