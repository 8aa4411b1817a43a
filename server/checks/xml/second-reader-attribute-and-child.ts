import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

export const secondReaderAttributeAndChild = clusterdCheck('attribute-and-child', {
  portable: false,
  title: 'Child with the name of an attribute',
  explanation:
    'wazuh-clusterd keeps an element’s attributes and children in one dictionary. Where a child has the name of an ' +
    'attribute it stops, and the manager does not start (_read_option, framework/wazuh/core/configuration.py).',
  example: {
    bad: `<syscheck>
  <file_limit enabled="yes">
    ⟦<enabled>⟧yes</enabled>
  </file_limit>
</syscheck>`,
    good: `<syscheck>
  <file_limit>
    <enabled>yes</enabled>
  </file_limit>
</syscheck>`,
  },
  advice: () => t('Remove the attribute.'),
});
