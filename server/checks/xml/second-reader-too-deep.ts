import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

const nested = (depth: number, innermost: string) =>
  `<syscheck>${'<ab>'.repeat(depth)}${innermost}${'</ab>'.repeat(depth)}</syscheck>`;

export const secondReaderTooDeep = clusterdCheck('too-deep', {
  portable: false,
  title: 'Nested too deep for the cluster daemon',
  explanation:
    'wazuh-clusterd makes nested dictionaries of a manager’s file and runs into Python’s limit of 1,000 nested calls ' +
    'below the 496th level of a section; the manager does not start ' +
    '(_replace_custom_values, framework/wazuh/core/configuration.py).',
  example: { bad: nested(496, '⟦<ab>⟧</ab>'), good: nested(2, '') },
  advice: () => t('Nest less.'),
});
