import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

export const secondReaderWodleName = clusterdCheck('wodle-name', {
  portable: false,
  title: 'Wodle without a name',
  explanation:
    'wazuh-clusterd names each `<wodle>` of a manager’s file by its attribute `name`; without one it stops, and the ' +
    'manager does not start. Without any attribute all other daemons crash as well ' +
    '(_conf2json, framework/wazuh/core/configuration.py).',
  example: {
    bad: `⟦<wodle id="1">⟧
  <disabled>yes</disabled>
</wodle>`,
    good: `<wodle name="docker-listener">
  <disabled>yes</disabled>
</wodle>`,
  },
  advice: () => t('Give the wodle its attribute name first.'),
});
